"""Days and numbers as administrative papers and the program's screens write them.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3.c and II.4.b: a zero stands before numbers
and days under 10, and before months 1 and 2 only.  Tables and screens, where days stand below
each other, write every day and month with two digits.
"""

from datetime import date


def official_day(day: date) -> str:
    """Return a day in words, as papers are dated and cited: "ngày 05 tháng 02 năm 2024"."""
    return f"ngày {day.day:02} tháng {_month(day)} năm {day.year}"


def running_day(day: date) -> str:
    """Return a day as the running text of a paper writes it: "05/02/2025", "14/3/2025"."""
    return f"{day.day:02}/{_month(day)}/{day.year}"


def day_words(day: date) -> str:
    """Return a day as tables and screens write it: "05/02/2025", "14/03/2025"."""
    return f"{day.day:02}/{day.month:02}/{day.year}"


def official_number(number: str) -> str:
    """Return a register number, with a zero before one under 10."""
    return f"0{number}" if len(number) == 1 and number.isdecimal() else number


def count_text(count: int) -> str:
    """Return a count as papers write it: "0", "04", "41", "1.250"."""
    if 0 < count < 10:
        return f"0{count}"
    return f"{count:,}".replace(",", ".")


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month <= 2 else str(day.month)
