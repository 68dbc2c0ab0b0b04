"""The numbers of a plan's text follow from the order, in the decree's manner."""

import pytest

from cchc_desktop.domain.plan_text import Passage, PassageKind
from cchc_desktop.domain.plan_text_numbering import counted, numbered, own_number_or_none

K = PassageKind


def numbers(*passages: Passage | PassageKind) -> list[str]:
    made = [p if isinstance(p, Passage) else Passage(p) for p in passages]
    return [passage.number for passage in numbered(made)]


def test_each_level_has_its_own_kind_of_number_and_begins_again_below_a_new_heading():
    assert numbers(
        K.PART, K.ITEM, K.POINT, K.POINT, K.DASH, K.PLUS, K.ITEM, K.POINT, K.PART, K.ITEM
    ) == ["I.", "1.", "a)", "b)", "-", "+", "2.", "a)", "II.", "1."]


def test_points_follow_the_vietnamese_alphabet():
    assert numbers(*[K.POINT] * 9) == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)"]


def test_a_subitem_carries_the_numbers_above_it():
    assert numbers(K.PART, K.ITEM, K.SUBITEM, K.SUBITEM, K.MINOR, K.ITEM, K.SUBITEM) == [
        "I.", "1.", "1.1.", "1.2.", "1.2.1.", "2.", "2.1.",
    ]  # fmt: skip


def test_articles_of_a_decision_are_numbered_through():
    assert numbers(K.BASIS, K.ARTICLE, K.ITEM, K.ARTICLE, K.ITEM) == [
        "", "Điều 1.", "1.", "Điều 2.", "1.",
    ]  # fmt: skip


def test_paragraphs_have_no_number_and_do_not_disturb_the_count():
    assert numbers(K.ITEM, K.TEXT, K.ITEM) == ["1.", "", "2."]


def test_a_number_of_its_own_is_printed_as_written_and_the_next_counts_on_from_it():
    third = Passage(K.ITEM, own_number="3.")
    assert numbers(K.DASH, K.DASH, third, K.ITEM) == ["-", "-", "3.", "4."]


def test_subitems_below_a_number_of_its_own_carry_it():
    assert numbers(Passage(K.ITEM, own_number="7."), K.SUBITEM) == ["7.", "7.1."]


@pytest.mark.parametrize(
    ("kind", "written", "count"),
    [
        (K.PART, "IV.", 4),
        (K.PART, "I-", 1),
        (K.ITEM, "12.", 12),
        (K.ITEM, "3/", 3),
        (K.SUBITEM, "2.11.", 11),
        (K.POINT, "đ)", 5),
        (K.ARTICLE, "Điều 2.", 2),
        (K.DASH, "-", None),
        (K.ITEM, "(*)", None),
    ],
)
def test_a_written_number_is_understood(kind, written, count):
    assert counted(kind, written) == count


def test_only_a_number_that_differs_from_the_order_is_kept():
    assert own_number_or_none(K.ITEM, "2.", "2.") == ""
    assert own_number_or_none(K.ITEM, "3.", "2.") == "3."
    assert own_number_or_none(K.TEXT, "3.", "") == ""
