"""Numbers as official documents write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.numbering import (
    POINT_LETTERS,
    parse_point_letter,
    parse_roman,
    point_letter,
    roman,
)


@pytest.mark.parametrize(
    ("number", "numeral"),
    [(1, "I"), (4, "IV"), (7, "VII"), (9, "IX"), (14, "XIV"), (40, "XL"), (1999, "MCMXCIX")],
)
def test_section_numbers_are_roman(number, numeral):
    assert roman(number) == numeral


@given(st.integers(1, 3999))
def test_roman_numeral_is_read_back(number):
    assert parse_roman(roman(number)) == number


@pytest.mark.parametrize("text", ["", "i", "IIII", "VX", "IL", "1", "XA", "MMMM"])
def test_what_is_no_roman_numeral_is_refused(text):
    assert parse_roman(text) is None


def test_points_follow_the_vietnamese_alphabet():
    assert [point_letter(n) for n in range(1, 8)] == ["a", "b", "c", "d", "đ", "e", "g"]
    assert not set("fjwz") & set(POINT_LETTERS)
    assert point_letter(len(POINT_LETTERS) + 1) == "aa"


@given(st.integers(1, 500))
def test_point_letter_is_read_back(number):
    assert parse_point_letter(point_letter(number)) == number
    assert parse_point_letter(point_letter(number).upper()) == number


@pytest.mark.parametrize("text", ["", "f", "ab", "1", "ă", " "])
def test_what_is_no_point_letter_is_refused(text):
    assert parse_point_letter(text) is None
