"""Finding words in a text and writing others there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.text_finding import Replacement, hit_spans
from cchc_desktop.domain.vietnamese import Searchable, SearchQuery, nfc

WORDS = st.sampled_from(["đường", "Dương", "duong", "hoà", "hòa", "Ủy ban", "uỷ", "ban", "ß", "İ"])


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("duong", "Con đường, dương lịch", ["đường", "dương"]),
        ("đường", "Con đường, dương lịch", ["đường"]),
        ("hoà", "Hòa bình", ["Hòa"]),
        ("ban uy", "Ủy ban", ["Ủy", "ban"]),
        ("aa", "aaaa", ["aaaa"]),
        ("", "gì cũng được", []),
        ("x", "", []),
    ],
)
def test_hits_stand_where_the_words_are(query: str, text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in hit_spans(query, text)] == expected


@given(query=WORDS, words=st.lists(WORDS, max_size=5))
def test_a_text_has_hits_whenever_a_search_of_one_word_finds_it(
    query: str, words: list[str]
) -> None:
    text = " ".join(words)
    found = SearchQuery(query).matches(Searchable(text))

    spans = hit_spans(query, text)

    if found:
        assert spans
    for start, end in spans:
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    ("replacement", "markup", "expected"),
    [
        (Replacement("phòng", "Ban"), "Phòng Nội vụ; phòng họp", "Ban Nội vụ; Ban họp"),
        (Replacement("phòng", "Ban", matches_case=True), "Phòng, phòng", "Phòng, Ban"),
        (Replacement("an", "X", whole_words=True), "an toàn, ban an", "X toàn, ban X"),
        (Replacement("b", "<x>"), "a <b>b</b> c", "a <b>&lt;x&gt;</b> c"),
        (Replacement("a b", "c"), "<b>a</b> b d", "<b>c</b> d"),
        (Replacement("a", ""), "a", ""),
        (Replacement("1.", "2."), "11 1.", "11 2."),
        (Replacement("hoà", "hòa"), "hoà và hòa", "hòa và hòa"),
        (Replacement("", "x"), "a", "a"),
    ],
)
def test_new_words_take_the_style_of_the_old(
    replacement: Replacement, markup: str, expected: str
) -> None:
    text, _ = replacement.apply(RichText.from_markup(markup))

    assert text.markup == expected


def test_places_are_counted() -> None:
    assert Replacement("a", "b").apply(RichText.plain("a A á"))[1] == 2


@given(st.text(alphabet="ab <&\nđ", max_size=30), st.sampled_from(["a", "ab", "đ"]))
def test_replacing_words_by_themselves_changes_nothing(words: str, sought: str) -> None:
    text = RichText.plain(words)

    again, _ = Replacement(sought, sought, matches_case=True).apply(text)

    assert nfc(again.text) == nfc(text.text)
