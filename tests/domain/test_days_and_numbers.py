"""Days and numbers are written as papers, tables and screens want them."""

from datetime import date

import pytest

from cchc_desktop.domain.days_and_numbers import (
    count_text,
    day_words,
    official_day,
    official_number,
    running_day,
)


@pytest.mark.parametrize(
    ("day", "in_words", "running", "shown"),
    [
        (date(2024, 2, 5), "ngày 05 tháng 02 năm 2024", "05/02/2024", "05/02/2024"),
        (date(2024, 1, 15), "ngày 15 tháng 01 năm 2024", "15/01/2024", "15/01/2024"),
        (date(2024, 3, 9), "ngày 09 tháng 3 năm 2024", "09/3/2024", "09/03/2024"),
        (date(2023, 12, 29), "ngày 29 tháng 12 năm 2023", "29/12/2023", "29/12/2023"),
    ],
)
def test_papers_have_the_zeros_of_the_decree_and_screens_two_digits(day, in_words, running, shown):
    assert (official_day(day), running_day(day), day_words(day)) == (in_words, running, shown)


@pytest.mark.parametrize(("number", "written"), [("5", "05"), ("12", "12"), ("5a", "5a"), ("", "")])
def test_a_register_number_under_ten_has_a_zero(number, written):
    assert official_number(number) == written


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0"), (1, "01"), (9, "09"), (10, "10"), (999, "999"), (1250, "1.250"),
     (1234567, "1.234.567")],
)  # fmt: skip
def test_counts_have_a_zero_before_and_dots_between(count, text):
    assert count_text(count) == text
