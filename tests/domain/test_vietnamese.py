"""Normal form, searching, comparing and sorting of Vietnamese text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.vietnamese import (
    Searchable,
    SearchQuery,
    comparison_key,
    fold,
    has_marks,
    nfc,
    one_line,
    search_key,
    sort_key,
    tidy,
)


@pytest.mark.parametrize(
    ("raw", "tidied"),
    [
        ("Qu\u00fd\u00a0 I", "Quý I"),
        ("th\u00adường\u200b xuyên\ufeff", "thường xuyên"),
        ("a\r\nb\rc\vd", "a\nb\nc\nd"),
        ("  a \n \n  b  ", "a\nb"),
        ("a\x00b\x07c", "abc"),
        ("a\ud800b\udcffc", "abc"),
        ("a\tb", "a b"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân"), "Ủy ban nhân dân"),
        ("", ""),
    ],
)
def test_accidents_of_office_files_go_and_words_stay(raw, tidied):
    assert tidy(raw) == tidied


@given(st.text())
def test_tidy_text_stays_as_it_is(text):
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_tidying_loses_no_letter_or_digit(text):
    def letters(value):
        return [c for c in nfc(value) if c.isalnum()]

    assert letters(tidy(text)) == letters(text)


def test_one_line_joins_lines():
    assert one_line("Thường xuyên\n trong năm ") == "Thường xuyên trong năm"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường", "duong"),
        ("ĐẶNG", "dang"),
        ("Ủy ban", "uy ban"),
        ("ươ ăâêô", "uo aaeo"),
        (unicodedata.normalize("NFD", "Quý IV"), "quy iv"),
    ],
)
def test_folding_takes_case_and_marks_away(text, folded):
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("text", "expected"), [("duong", False), ("đuong", True), ("Dường", True), ("QUY", False)]
)
def test_marks_are_noticed(text, expected):
    assert has_marks(text) is expected


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("duong", "đường", True),
        ("duong", "Dương", True),
        ("đường", "Đường bộ", True),
        ("đường", "dương", False),
        ("đuong", "đường", False),
        ("ke hoach", "Hoạch định kế", True),
        ("kế hoach", "Kế hoạch", True),
        ("uỷ ban", "Ủy ban", True),
        ("hoà", "hòa giải", True),
        ("quý 2", "Quý I", False),
        (unicodedata.normalize("NFD", "đường"), "đường", True),
    ],
)
def test_query_with_marks_is_exact_and_without_is_not(query, text, expected):
    assert SearchQuery(query).matches(Searchable(text)) is expected


def test_blank_query_is_no_query():
    assert not SearchQuery("  \n")
    assert SearchQuery("a")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban nhân dân", "Ủy ban nhân dân"),
        ("Hoà Bình", "Hòa Bình"),
        ("Khoẻ", "Khỏe"),
        ("TÀI CHÍNH – KẾ HOẠCH", "Tài chính-Kế hoạch"),
        ("“Một cửa”", '"Một cửa"'),
        ("Phòng  Nội\u00a0vụ;", "phòng nội vụ"),
        (unicodedata.normalize("NFD", "Quỹ"), "quỹ"),
    ],
)
def test_spellings_of_one_name_compare_equal(one, other):
    assert comparison_key(one) == comparison_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Phòng Nội vụ", "Phong Noi vu"), ("Tư pháp", "Tự pháp"), ("a, b", "a b")]
)
def test_different_names_compare_different(one, other):
    assert comparison_key(one) != comparison_key(other)


def test_tone_place_is_one_whatever_the_tone():
    for modern, classic in (("oà", "òa"), ("oé", "óe"), ("uỵ", "ụy"), ("uỹ", "ũy")):
        assert search_key(modern) == search_key(classic) == classic


def test_words_sort_as_in_a_vietnamese_dictionary():
    words = [
        "ba",
        "bà",
        "bả",
        "bã",
        "bá",
        "bạ",
        "bă",
        "bâ",
        "be",
        "bê",
        "da",
        "đa",
        "ga",
        "xa",
        "y",
    ]
    backwards = words[::-1]
    assert sorted(backwards, key=sort_key) == words


def test_tone_without_a_letter_of_its_own_can_be_sorted():
    assert sort_key("\u0323") == (((), ()),)
    assert sort_key("q") < sort_key("q\u0309") < sort_key("r")


def test_numbers_sort_before_letters_and_phrases_word_by_word():
    assert sorted(["xã Ba", "2", "xã", "10", "xã An"], key=sort_key) == [
        "10", "2", "xã", "xã An", "xã Ba",
    ]  # fmt: skip


@given(st.text(), st.text())
def test_any_two_texts_can_be_sorted(one, other):
    assert sorted([one, other], key=sort_key) == sorted([other, one], key=sort_key) or (
        sort_key(one) == sort_key(other)
    )
