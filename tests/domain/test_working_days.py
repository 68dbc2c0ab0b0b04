"""Which days are worked: weekends, holidays, made-up Saturdays, an office's own days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.working_days import (
    DayShift,
    SpecialDay,
    WorkingCalendar,
    parse_days_off,
)
from tests.domain.conftest import load

CALENDAR = parse_days_off(load("catalogues", "days-off.toml"), "days-off.toml")
YEARS = range(2021, 2031)
HOLIDAYS_A_YEAR = 11

# The first day of the lunar year and the tenth of its third month, by the Vietnamese calendar
# (UTC+7): in 2030 a day before the Chinese one.
LUNAR = {
    2021: (date(2021, 2, 12), date(2021, 4, 21)),
    2022: (date(2022, 2, 1), date(2022, 4, 10)),
    2023: (date(2023, 1, 22), date(2023, 4, 29)),
    2024: (date(2024, 2, 10), date(2024, 4, 18)),
    2025: (date(2025, 1, 29), date(2025, 4, 7)),
    2026: (date(2026, 2, 17), date(2026, 4, 26)),
    2027: (date(2027, 2, 6), date(2027, 4, 16)),
    2028: (date(2028, 1, 26), date(2028, 4, 4)),
    2029: (date(2029, 2, 13), date(2029, 4, 23)),
    2030: (date(2030, 2, 2), date(2030, 4, 12)),
}


def damaged(**entry):
    holiday = {"first_day": date(2025, 1, 1), "last_day": date(2025, 1, 1), "name": "Tết"}
    year = {"year": 2025, "is_announced": True, "source": "nguồn", "holidays": [holiday]}
    return {"year": [year | entry]}


@pytest.mark.parametrize("year", YEARS)
def test_each_year_frees_the_days_that_the_law_names(year):
    new_year, hung_kings = LUNAR[year]
    named = {
        date(year, 1, 1): "Tết Dương lịch",
        hung_kings: "Giỗ Tổ Hùng Vương",
        date(year, 4, 30): "Ngày Chiến thắng",
        date(year, 5, 1): "Ngày Quốc tế lao động",
        date(year, 9, 2): "Quốc khánh",
    }
    names = {item.day: item.name for item in CALENDAR.special_days_of(year)}
    assert {day: names[day] for day in named} == named
    assert names[new_year].startswith("Tết Âm lịch")
    assert names[new_year - timedelta(days=1)].startswith("Tết Âm lịch")
    assert any(not CALENDAR.is_working(date(year, 9, day)) for day in (1, 3))


@pytest.mark.parametrize("year", YEARS)
def test_each_year_has_eleven_holidays_once_swaps_are_made_up(year):
    days = CALENDAR.special_days_of(year)
    free_weekdays = [d for d in days if not d.is_working and d.day.weekday() < 5]
    made_up = [d for d in days if d.is_working]
    assert len(free_weekdays) - len(made_up) == HOLIDAYS_A_YEAR
    assert all(item.day.weekday() == 5 for item in made_up)


def test_years_announced_are_told_from_those_expected():
    assert [year for year in range(2020, 2032) if CALENDAR.is_announced(year)] == [
        2021, 2022, 2023, 2024, 2025, 2026,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "is_working"),
    [
        (date(2024, 4, 29), False),
        (date(2024, 5, 4), True),
        (date(2025, 5, 2), False),
        (date(2025, 4, 26), True),
        (date(2026, 1, 2), False),
        (date(2026, 1, 10), True),
        (date(2026, 8, 31), False),
        (date(2026, 8, 22), True),
        (date(2026, 8, 29), False),
        (date(2026, 3, 20), True),
    ],
)
def test_swapped_days_are_free_and_their_saturdays_worked(day, is_working):
    assert CALENDAR.is_working(day) is is_working


@pytest.mark.parametrize(
    ("day", "shift", "moved"),
    [
        (date(2026, 3, 20), DayShift.NEXT, date(2026, 3, 20)),
        (date(2025, 9, 20), DayShift.NEXT, date(2025, 9, 22)),
        (date(2025, 9, 20), DayShift.PREVIOUS, date(2025, 9, 19)),
        (date(2025, 9, 20), DayShift.NONE, date(2025, 9, 20)),
        # Tết: from the Saturday before to the Sunday after.
        (date(2026, 2, 14), DayShift.NEXT, date(2026, 2, 23)),
        (date(2026, 2, 22), DayShift.PREVIOUS, date(2026, 2, 13)),
        # Two holidays and a weekend in a row: 29/4 to 3/5/2023.
        (date(2023, 4, 29), DayShift.NEXT, date(2023, 5, 4)),
        # A made-up Saturday takes papers in.
        (date(2025, 4, 26), DayShift.NEXT, date(2025, 4, 26)),
    ],
)
def test_due_day_on_a_free_day_moves_to_the_nearest_working_day(day, shift, moved):
    assert CALENDAR.shifted(day, shift) == moved


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        (date(2025, 3, 14), 2, date(2025, 3, 18)),
        (date(2026, 2, 14), 2, date(2026, 2, 24)),
        (date(2025, 4, 25), 1, date(2025, 4, 26)),
        (date(2025, 4, 25), 0, date(2025, 4, 25)),
    ],
)
def test_working_days_are_counted_from_the_day_after(day, count, found):
    assert CALENDAR.days_after(day, count) == found


def test_offices_own_days_win_over_the_countrys():
    own = CALENDAR.with_days(
        [
            SpecialDay(date(2026, 3, 20), is_working=False, name="Mất điện", is_own=True),
            SpecialDay(date(2026, 4, 30), is_working=True, name="Trực", is_own=True),
        ]
    )
    assert own.shifted(date(2026, 3, 20), DayShift.NEXT) == date(2026, 3, 23)
    assert own.is_working(date(2026, 4, 30))
    assert [d.name for d in own.special_days_of(2026) if d.is_own] == ["Mất điện", "Trực"]
    assert CALENDAR.is_working(date(2026, 3, 20))


def test_year_outside_the_data_has_the_holidays_of_every_year():
    assert [item.day for item in CALENDAR.special_days_of(2019)] == [
        date(2019, 1, 1), date(2019, 4, 30), date(2019, 5, 1), date(2019, 9, 2),
    ]  # fmt: skip
    assert not CALENDAR.is_working(date(2019, 4, 30))
    own = CALENDAR.with_days([SpecialDay(date(2019, 4, 30), is_working=True, name="Trực")])
    assert own.is_working(date(2019, 4, 30))
    assert len(own.special_days_of(2019)) == 4


@given(st.dates(date(1990, 1, 1), date(2200, 12, 31)), st.sampled_from(DayShift))
def test_shifted_day_is_worked_and_no_worked_day_is_passed(day, shift):
    moved = CALENDAR.shifted(day, shift)
    if shift is DayShift.NONE:
        assert moved == day
        return
    assert CALENDAR.is_working(moved)
    low, high = sorted((day, moved))
    between = (date.fromordinal(n) for n in range(low.toordinal(), high.toordinal() + 1))
    assert [each for each in between if CALENDAR.is_working(each)] == [moved]


def test_calendar_without_a_working_day_ends_the_search():
    days = (date(2026, 1, 1) + timedelta(days=n) for n in range(900))
    never = WorkingCalendar({d: SpecialDay(d, is_working=False, name="Nghỉ") for d in days})
    assert never.shifted(date(2026, 1, 1), DayShift.NEXT) == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"yearly": [{"day": "31/2", "name": "x"}]}, "yearly 1: not a day of the year: 31/2"),
        ({"yearly": [{"day": "Tết", "name": "x"}]}, "yearly 1: not a day of the year: Tết"),
        (damaged(source=" "), "year 1: source is not a text"),
        (damaged(holiday=[]), "year 1: unknown key: holiday"),
        (
            {"year": damaged()["year"] * 2},
            "year 2: year given twice: 2025",
        ),
        (
            damaged(holidays=[{"first_day": date(2025, 1, 2), "last_day": date(2025, 1, 1)}]),
            "year 1, holidays 1: name is not a text",
        ),
        (
            damaged(
                holidays=[
                    {"first_day": date(2025, 1, 2), "last_day": date(2025, 1, 1), "name": "x"}
                ]
            ),
            "year 1, holidays 1: last_day is before first_day",
        ),
        (
            damaged(working=[{"day": date(2026, 1, 4), "name": "x"}]),
            "year 1, working 1: a day of another year: 2026-01-04",
        ),
        (
            damaged(working=[{"day": date(2025, 1, 1), "name": "x"}]),
            "year 1, working 1: day given twice: 2025-01-01",
        ),
        (damaged(working=[{"name": "x"}]), "year 1, working 1: day is not a day"),
    ],
)
def test_damaged_days_are_refused_with_the_place(data, reason):
    with pytest.raises(CatalogueDamaged) as caught:
        parse_days_off(data, "days-off.toml")
    assert caught.value.params == {"file": "days-off.toml", "reason": reason}
