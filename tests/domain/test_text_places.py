"""Places of passages, as an officer names them."""

from dataclasses import replace

from cchc_desktop.domain.plan_text import PassageKind, TextPart, TextPartKind
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.text_places import passage_places
from tests.domain.version_plans import passage

PART, ITEM, SUBITEM, POINT = (
    PassageKind.PART, PassageKind.ITEM, PassageKind.SUBITEM, PassageKind.POINT,
)  # fmt: skip


def places(*passages: object) -> tuple[str, ...]:
    return passage_places(TextPart(TextPartKind.BODY, passages=numbered(passages)))


def test_a_place_is_the_numbers_above_and_its_own() -> None:
    found = places(
        passage(PassageKind.BASIS, "Căn cứ một"),
        passage(PassageKind.TEXT, "Mở đầu"),
        passage(PART, "MỘT"),
        passage(ITEM, "a"),
        passage(SUBITEM, "b"),
        passage(POINT, "c"),
        passage(PassageKind.DASH, "d"),
        passage(PassageKind.DASH, "e"),
        passage(PassageKind.TEXT, "f", level=2),
        passage(PassageKind.TEXT, "Kết"),
    )
    assert found == (
        "căn cứ 1",
        "đoạn 1",
        "I",
        "I.1",
        "I.1.1",
        "I.1.1.a)",
        "I.1.1.a), gạch 1",
        "I.1.1.a), gạch 2",
        "I.1, đoạn 1",
        "đoạn 2",
    )


def test_articles_of_a_decision_are_named_as_such() -> None:
    found = places(
        passage(PassageKind.ARTICLE, "Ban hành kèm theo"), passage(PassageKind.ARTICLE, "Hiệu lực")
    )
    assert found == ("Điều 1", "Điều 2")


def test_a_number_of_its_own_keeps_the_part_above_it() -> None:
    own = replace(passage(SUBITEM, "b"), own_number="2.1")
    assert places(passage(PART, "MỘT"), own) == ("I", "I.2.1")
