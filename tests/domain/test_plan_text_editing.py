"""Splitting, joining, indenting and moving passages: nothing is lost, what belongs follows."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.errors import MoveNotPossible
from cchc_desktop.domain.plan_text import Passage, PassageKind, TextPart, TextPartKind
from cchc_desktop.domain.plan_text_editing import (
    deleted,
    indented,
    merged,
    moved,
    outdented,
    split,
    with_kind,
)
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.report_text import FigureMark, LiveText
from cchc_desktop.domain.rich_text import RichText

K = PassageKind


def passage(kind: PassageKind, words: str, level: int = 0) -> Passage:
    return Passage(kind, LiveText(RichText.from_markup(words)), kind.rank or level)


def part(*passages: Passage) -> TextPart:
    return TextPart(TextPartKind.BODY, passages=passages)


def shown(passages: tuple[Passage, ...]) -> list[str]:
    return [p.printed for p in numbered(passages)]


OUTLINE = part(
    passage(K.PART, "MỤC TIÊU"),
    passage(K.ITEM, "Mục tiêu chung"),
    passage(K.TEXT, "Xây dựng nền hành chính", 2),
    passage(K.ITEM, "Mục tiêu cụ thể"),
    passage(K.POINT, "Thể chế"),
    passage(K.DASH, "Ban hành đúng hạn"),
    passage(K.PART, "NHIỆM VỤ"),
    passage(K.TEXT, "Hết", 0),
)


def test_a_heading_takes_along_what_belongs_to_it_and_no_closing_paragraph():
    assert list(OUTLINE.block(0)) == [0, 1, 2, 3, 4, 5]
    assert list(OUTLINE.block(1)) == [1, 2]
    assert list(OUTLINE.block(6)) == [6]


def test_splitting_in_the_middle_makes_two_of_the_kind():
    result = split(part(passage(K.ITEM, "Rà soát văn bản")), 0, 8)
    assert shown(result) == ["1. Rà soát", "2. văn bản"]


def test_splitting_before_the_first_word_keeps_the_words_with_their_own_id():
    every = split(part(Passage(K.ITEM, LiveText(RichText.plain("Rà soát")), 2, id=7)), 0, 0)
    assert [(p.id, p.text.text) for p in every] == [(None, ""), (7, "Rà soát")]


def test_splitting_keeps_styles_and_whole_fields_on_both_sides():
    words = LiveText(RichText.from_markup("Năm 2025 <b>rà soát</b>"), (FigureMark("y", 4, 8),))
    first, second = split(part(Passage(K.TEXT, words)), 0, 9)
    assert first.text.marks == (FigureMark("y", 4, 8),)
    assert second.text.words.markup == "<b>rà soát</b>"


def test_joining_puts_one_space_between_and_takes_the_kind_of_the_first():
    result = merged(part(passage(K.ITEM, "Rà soát"), passage(K.TEXT, "<i>văn bản</i>", 2)), 1)
    assert shown(result) == ["1. Rà soát văn bản"]
    assert result[0].text.words.markup == "Rà soát <i>văn bản</i>"


def test_joining_to_an_empty_passage_lets_the_empty_one_go():
    result = merged(part(passage(K.DASH, ""), passage(K.ITEM, "Rà soát")), 1)
    assert shown(result) == ["1. Rà soát"]


def test_nothing_is_joined_before_the_first_passage():
    with pytest.raises(MoveNotPossible):
        merged(OUTLINE, 0)


def test_indenting_takes_the_kind_of_the_new_neighbours_and_brings_the_rest_along():
    assert shown(indented(OUTLINE, [3]))[1:6] == [
        "1. Mục tiêu chung",
        "Xây dựng nền hành chính",
        "a) Mục tiêu cụ thể",
        "- Thể chế",
        "+ Ban hành đúng hạn",
    ]


def test_indenting_prefers_the_subitems_that_the_text_uses():
    outline = part(
        passage(K.ITEM, "A"), passage(K.SUBITEM, "a"), passage(K.ITEM, "B"), passage(K.ITEM, "C")
    )
    assert shown(indented(outline, [3])) == ["1. A", "1.1. a", "2. B", "2.1. C"]


def test_outdenting_makes_a_passage_a_neighbour_of_its_heading():
    assert shown(outdented(OUTLINE, [4]))[3:6] == [
        "2. Mục tiêu cụ thể",
        "3. Thể chế",
        "- Ban hành đúng hạn",
    ]


def test_indenting_and_outdenting_again_gives_back_a_point_with_its_dashes():
    outline = part(
        passage(K.ITEM, "A"), passage(K.ITEM, "B"), passage(K.DASH, "b"), passage(K.TEXT, "c", 2)
    )
    deeper = part(*indented(outline, [1]))
    assert shown(deeper.passages) == ["1. A", "a) B", "- b", "c"]
    assert shown(outdented(deeper, [1])) == shown(outline.passages)


def test_a_paragraph_is_indented_below_the_heading_before_it_and_out_again():
    every = indented(OUTLINE, [7])
    assert every[7].level == 1
    again = outdented(part(*every), [7])
    assert again[7].level == 0


def test_another_kind_keeps_the_paragraphs_that_belong_to_the_heading():
    every = with_kind(OUTLINE, [1], K.POINT)
    assert (every[1].kind, every[2].level) == (K.POINT, K.POINT.rank)


def test_moving_a_heading_moves_all_that_belongs_to_it():
    assert shown(moved(OUTLINE, [0], 7)) == [
        "I. NHIỆM VỤ",
        "II. MỤC TIÊU",
        "1. Mục tiêu chung",
        "Xây dựng nền hành chính",
        "2. Mục tiêu cụ thể",
        "a) Thể chế",
        "- Ban hành đúng hạn",
        "Hết",
    ]


def test_a_heading_cannot_move_into_itself():
    with pytest.raises(MoveNotPossible):
        moved(OUTLINE, [0], 3)


def test_deleting_a_heading_leaves_what_belonged_to_it():
    assert len(deleted(OUTLINE, [3])) == len(OUTLINE.passages) - 1


KINDS = st.sampled_from([K.PART, K.ITEM, K.SUBITEM, K.POINT, K.DASH, K.PLUS, K.TEXT])
PASSAGES = st.lists(
    st.builds(
        passage, KINDS, st.text("ab cđ", min_size=1, max_size=8), st.integers(0, 7)
    ),
    min_size=1,
    max_size=12,
)  # fmt: skip


def words(passages) -> Counter[str]:
    return Counter(word for p in passages for word in p.text.text.split())


@given(PASSAGES, st.data())
def test_no_step_loses_or_doubles_a_word(passages, data):
    outline = part(*passages)
    place = data.draw(st.integers(0, len(passages) - 1))
    before = data.draw(st.integers(0, len(passages)))
    assert words(indented(outline, [place])) == words(passages)
    assert words(outdented(outline, [place])) == words(passages)
    assert words(with_kind(outline, [place], data.draw(KINDS))) == words(passages)
    try:
        assert words(moved(outline, [place], before)) == words(passages)
    except MoveNotPossible:
        assert before in outline.block(place)


@given(PASSAGES, st.data())
def test_a_passage_parted_between_words_and_joined_again_reads_the_same(passages, data):
    outline = part(*passages)
    place = data.draw(st.integers(0, len(passages) - 1))
    text = outline.passages[place].text.text
    spaces = [i for i, letter in enumerate(text) if letter == " "]
    if not spaces:
        return
    parted = part(*split(outline, place, data.draw(st.sampled_from(spaces))))
    again = merged(parted, place + 1)
    assert again[place].text.text.split() == text.split()


@given(PASSAGES, st.data())
def test_indenting_never_parts_a_heading_from_what_belongs_to_it(passages, data):
    outline = part(*passages)
    place = data.draw(st.integers(0, len(passages) - 1))
    if not outline.passages[place].is_heading or outline.passages[place].kind is K.PLUS:
        return
    changed = part(*indented(outline, [place]))
    if any(outline.passages[p].kind in (K.PLUS, K.DASH) for p in outline.block(place)):
        return
    assert set(outline.block(place)) <= set(changed.block(place))
