"""The periods of a year: where they are cut, when they are due, what an office may change."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.errors import CatalogueDamaged, InvalidValue
from cchc_desktop.domain.office import OfficeLevel
from cchc_desktop.domain.period import PeriodKey, PeriodKind
from cchc_desktop.domain.reporting_calendar import (
    REPORT_CODES,
    PeriodAdjustment,
    checked_adjustment,
    parse_reporting_periods,
    year_periods,
)
from cchc_desktop.domain.working_days import SpecialDay, parse_days_off
from tests.domain.conftest import load

DATA = load("catalogues", "reporting-periods.toml")
RULES = parse_reporting_periods(DATA, "reporting-periods.toml")
CALENDAR = parse_days_off(load("catalogues", "days-off.toml"), "days-off.toml")

# First day, cut-off, day to send by: the 20th, or the next working day.
REPORTS = [
    (2022, "quarter-1", "2021-12-15", "2022-03-14", "2022-03-21"),
    (2022, "half-year", "2021-12-15", "2022-06-14", "2022-06-20"),
    (2022, "quarter-3", "2022-06-15", "2022-09-14", "2022-09-20"),
    (2022, "year", "2021-12-15", "2022-12-14", "2022-12-20"),
    (2023, "quarter-1", "2022-12-15", "2023-03-14", "2023-03-20"),
    (2023, "half-year", "2022-12-15", "2023-06-14", "2023-06-20"),
    (2023, "quarter-3", "2023-06-15", "2023-09-14", "2023-09-20"),
    (2023, "year", "2022-12-15", "2023-12-14", "2023-12-20"),
    (2024, "quarter-1", "2023-12-15", "2024-03-14", "2024-03-20"),
    (2024, "half-year", "2023-12-15", "2024-06-14", "2024-06-20"),
    (2024, "quarter-3", "2024-06-15", "2024-09-14", "2024-09-20"),
    (2024, "year", "2023-12-15", "2024-12-14", "2024-12-20"),
    (2025, "quarter-1", "2024-12-15", "2025-03-14", "2025-03-20"),
    (2025, "half-year", "2024-12-15", "2025-06-14", "2025-06-20"),
    (2025, "quarter-3", "2025-06-15", "2025-09-14", "2025-09-22"),
    (2025, "year", "2024-12-15", "2025-12-14", "2025-12-22"),
    (2026, "quarter-1", "2025-12-15", "2026-03-14", "2026-03-20"),
    (2026, "half-year", "2025-12-15", "2026-06-14", "2026-06-22"),
    (2026, "quarter-3", "2026-06-15", "2026-09-14", "2026-09-21"),
    (2026, "year", "2025-12-15", "2026-12-14", "2026-12-21"),
]

OTHERS_OF_2024 = {
    "month-01": ("2023-12-15", "2024-01-14", "2024-01-16"),
    "month-02": ("2024-01-15", "2024-02-14", "2024-02-16"),
    "month-03": ("2024-02-15", "2024-03-14", "2024-03-18"),
    "month-04": ("2024-03-15", "2024-04-14", "2024-04-16"),
    "month-05": ("2024-04-15", "2024-05-14", "2024-05-16"),
    "month-06": ("2024-05-15", "2024-06-14", "2024-06-18"),
    "month-07": ("2024-06-15", "2024-07-14", "2024-07-16"),
    "month-08": ("2024-07-15", "2024-08-14", "2024-08-16"),
    "month-09": ("2024-08-15", "2024-09-14", "2024-09-17"),
    "month-10": ("2024-09-15", "2024-10-14", "2024-10-16"),
    "month-11": ("2024-10-15", "2024-11-14", "2024-11-18"),
    "month-12": ("2024-11-15", "2024-12-14", "2024-12-17"),
    "nine-months": ("2023-12-15", "2024-09-14", "2024-09-17"),
}


def periods_of(year, level=OfficeLevel.DISTRICT, **changes):
    found = year_periods(RULES, year, level, changes.pop("calendar", CALENDAR), **changes)
    return {period.key.code: period for period in found}


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(("year", "code", "first", "last", "send_by"), REPORTS)
@pytest.mark.parametrize("level", list(OfficeLevel))
def test_the_four_reports_are_cut_as_the_ministry_says(year, code, first, last, send_by, level):
    period = periods_of(year, level)[code]
    assert (period.first_day, period.last_day, period.send_by) == (
        day(first), day(last), day(send_by),
    )  # fmt: skip
    assert "581/BNV-CCHC" in period.source


def test_months_and_nine_months_are_cut_as_the_decree_says_in_a_leap_year_too():
    periods = periods_of(2024)
    found = {code: periods[code] for code in periods if code not in REPORT_CODES}
    assert {
        code: (str(p.first_day), str(p.last_day), str(p.send_by)) for code, p in found.items()
    } == OTHERS_OF_2024
    assert all("09/2019/NĐ-CP" in period.source for period in found.values())
    assert (periods["month-03"].last_day - periods["month-03"].first_day).days == 28
    assert (
        periods_of(2025)["month-03"].last_day - periods_of(2025)["month-03"].first_day
    ).days == 27


def test_periods_come_in_the_order_of_their_cut_offs_the_longer_last():
    assert list(periods_of(2025)) == [
        "month-01", "month-02", "month-03", "quarter-1", "month-04", "month-05", "month-06",
        "half-year", "month-07", "month-08", "month-09", "quarter-3", "nine-months",
        "month-10", "month-11", "month-12", "year",
    ]  # fmt: skip


def test_titles_read_as_a_report_writes_them():
    titles = {code: period.title for code, period in periods_of(2026).items()}
    assert [titles[code] for code in (*REPORT_CODES, "nine-months", "month-01", "month-05")] == [
        "quý I năm 2026",
        "6 tháng đầu năm 2026",
        "quý III năm 2026",
        "năm 2026",
        "9 tháng đầu năm 2026",
        "tháng 01 năm 2026",
        "tháng 5 năm 2026",
    ]


def test_quarter_three_is_a_slice_that_six_months_and_year_do_not_repeat():
    periods = periods_of(2025)
    assert not periods["quarter-3"].is_cumulative
    assert (periods["quarter-3"].first_day - periods["half-year"].last_day).days == 1
    assert periods["year"].first_day < periods["quarter-3"].first_day
    assert periods["quarter-3"].last_day < periods["year"].last_day


@pytest.mark.parametrize("year", range(2019, 2036))
def test_cumulative_periods_are_those_that_begin_with_the_reporting_year(year):
    for period in periods_of(year).values():
        assert period.is_cumulative is (period.first_day == date(year - 1, 12, 15))


@given(st.dates(date(1990, 12, 15), date(2199, 12, 14)), st.sampled_from(OfficeLevel))
def test_every_day_belongs_to_exactly_one_month(picked, level):
    year = picked.year + (picked >= date(picked.year, 12, 15))
    found = [
        (period.key.code, of_year)
        for of_year in (year - 1, year, year + 1)
        for period in periods_of(of_year, level).values()
        if period.kind is PeriodKind.MONTH and period.first_day <= picked <= period.last_day
    ]
    assert len(found) == 1
    assert found[0][1] == year


@given(st.integers(1990, 2200), st.sampled_from(OfficeLevel))
def test_due_days_are_worked_and_follow_each_other(year, level):
    for period in periods_of(year, level).values():
        assert period.last_day < period.agency_due <= period.send_by
        assert CALENDAR.is_working(period.agency_due)
        assert CALENDAR.is_working(period.send_by)


def test_send_by_day_in_tet_moves_behind_it_and_the_cut_off_stays():
    period = periods_of(2026)["month-02"]
    assert period.last_day == date(2026, 2, 14)
    assert period.agency_due == date(2026, 2, 23)
    assert period.send_by == date(2026, 2, 24)


def test_own_day_off_moves_the_send_by_day():
    own = CALENDAR.with_days([SpecialDay(date(2025, 3, 20), is_working=False, name="Mất điện")])
    assert periods_of(2025, calendar=own)["quarter-1"].send_by == date(2025, 3, 21)


@pytest.mark.parametrize(
    ("shift", "send_by"),
    [("next", "2025-09-22"), ("previous", "2025-09-19"), ("none", "2025-09-20")],
)
def test_shift_is_a_setting_of_the_rule(shift, send_by):
    data = {"rules": [rules | {"shift": shift} for rules in DATA["rules"]]}
    rules = parse_reporting_periods(data, "x.toml")
    periods = year_periods(rules, 2025, OfficeLevel.DISTRICT, CALENDAR)
    assert {p.key.code: p.send_by for p in periods}["quarter-3"] == day(send_by)


def test_adjustment_replaces_the_days_as_they_are_and_names_its_source():
    key = PeriodKey(2025, "quarter-3")
    # A Saturday: what the office set itself does not move.
    own = PeriodAdjustment(
        key, day("2025-06-10"), day("2025-09-05"), day("2025-09-06"), day("2025-09-13"), "CV 12"
    )
    before, after = periods_of(2025), periods_of(2025, adjustments=[own])
    changed = after.pop("quarter-3")
    assert (changed.first_day, changed.last_day) == (own.first_day, own.last_day)
    assert (changed.agency_due, changed.send_by) == (own.agency_due, own.send_by)
    assert changed.source == "CV 12"
    assert changed.is_adjusted
    del before["quarter-3"]
    assert after == before
    assert not any(p.is_adjusted for p in periods_of(2026, adjustments=[own]).values())


def test_closed_periods_are_marked():
    closed = {PeriodKey(2025, "quarter-1"), PeriodKey(2024, "year")}
    periods = periods_of(2025, closed=closed)
    assert [code for code, period in periods.items() if period.is_closed] == ["quarter-1"]


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("first_day", {"first_day": "2023-12-31"}),
        ("first_day", {"first_day": "2026-01-01", "last_day": "2026-01-02"}),
        ("last_day", {"last_day": "2024-12-14"}),
        ("last_day", {"last_day": "2027-03-14", "send_by": "2027-03-20"}),
        ("send_by", {"send_by": "2024-12-14"}),
        ("send_by", {"send_by": "2052-03-20"}),
        ("agency_due", {"agency_due": "2024-12-14"}),
        ("agency_due", {"agency_due": "2025-03-21"}),
    ],
)
def test_days_that_do_not_fit_are_refused_by_name(field, changes):
    good = PeriodAdjustment(
        PeriodKey(2025, "quarter-1"),
        day("2024-12-15"), day("2025-03-14"), day("2025-03-18"), day("2025-03-20"), "",
    )  # fmt: skip
    assert checked_adjustment(good) == good
    with pytest.raises(InvalidValue) as caught:
        checked_adjustment(replace(good, **{name: day(text) for name, text in changes.items()}))
    assert caught.value.params["field"] == field


def test_rule_that_ends_hands_over_by_the_cut_off():
    old = DATA["rules"][0] | {"valid_to": date(2025, 7, 1), "source": "cũ"}
    new = DATA["rules"][0] | {"valid_from": date(2025, 7, 2), "source": "mới"}
    rules = parse_reporting_periods({"rules": [old, new]}, "x.toml")
    periods = year_periods(rules, 2025, OfficeLevel.PROVINCE, CALENDAR)
    assert [(p.key.code, p.source) for p in periods] == [
        ("quarter-1", "cũ"), ("half-year", "cũ"), ("quarter-3", "mới"), ("year", "mới"),
    ]  # fmt: skip


def test_rule_of_another_level_does_not_apply():
    own = DATA["rules"][0] | {"levels": ["commune"], "source": "xã"}
    other = DATA["rules"][0] | {"levels": ["province", "district"], "source": "tỉnh"}
    rules = parse_reporting_periods({"rules": [own, other]}, "x.toml")
    periods = year_periods(rules, 2025, OfficeLevel.COMMUNE, CALENDAR)
    assert {period.source for period in periods} == {"xã"}


def damaged(place=0, **changes):
    """The shipped rules, with one period of the first group changed."""
    group = DATA["rules"][0]
    periods = [entry | (changes if n == place else {}) for n, entry in enumerate(group["periods"])]
    return {"rules": [group | {"periods": periods}]}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({"rules": [], "rule": []}, "unknown key: rule"),
        ({"rules": []}, "level province has no half-year, quarter-1, quarter-3, year"),
        ({"rules": [DATA["rules"][0] | {"levels": []}]}, "rules 1: rules have no levels"),
        (
            {"rules": [DATA["rules"][0] | {"shift": "later"}]},
            "rules 1: shift has an unknown value: later",
        ),
        (
            {"rules": [DATA["rules"][0] | {"agency_due_working_days": -1}]},
            "rules 1: agency_due_working_days is negative",
        ),
        (
            {"rules": [DATA["rules"][0], DATA["rules"][0]]},
            "rules 2, periods 1: period given twice for one level and time: quarter-1",
        ),
        (damaged(last_day="31/2"), "rules 1, periods 1: not a day of the year: 31/2"),
        (
            damaged(last_day="14/3 năm sau"),
            "rules 1, periods 1: not a day of the year: 14/3 năm sau",
        ),
        (damaged(2, first_day="15/10"), "rules 1, periods 3: last_day is before first_day"),
        (damaged(1, kind="quý"), "rules 1, periods 2: kind has an unknown value: quý"),
        (damaged(3, name=""), "rules 1, periods 4: name is not a text"),
        (damaged(3, sendby="20/3"), "rules 1, periods 4: unknown key: sendby"),
        (
            {"rules": [{k: v for k, v in DATA["rules"][1].items() if k != "send_by_working_days"}]},
            "rules 1, periods 1: send_by is missing",
        ),
    ],
)
def test_damaged_rules_are_refused_with_the_place(data, reason):
    with pytest.raises(CatalogueDamaged) as caught:
        parse_reporting_periods(data, "reporting-periods.toml")
    assert caught.value.params == {"file": "reporting-periods.toml", "reason": reason}
