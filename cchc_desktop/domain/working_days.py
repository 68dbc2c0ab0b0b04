"""Which days are worked, and where a day that is due moves when it is not.

Saturdays and Sundays are free everywhere (state offices work five days a week).  The
holidays of each year are data (``resources/catalogues/days-off.toml``), because the
days of Tết and of Quốc khánh are decided year by year (Bộ luật Lao động 2019, Điều 112
khoản 3).  An office adds days of its own, which win over both.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from cchc_desktop.domain.data_file import Table

_SATURDAY = 5
_DAY_AND_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})")
_ONE_DAY = timedelta(days=1)
# No row of free days is this long; a search that goes farther would never end.
_LONGEST_SEARCH = 400


class DayShift(StrEnum):
    """Where a due day goes that falls on a free day ("cách dời hạn")."""

    NEXT = "next"
    """To the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5)."""
    PREVIOUS = "previous"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day that is free or worked against the rule of the week ("ngày nghỉ, ngày làm bù").

    Attributes:
        is_working: Whether it is worked, as a Saturday that makes up for another day.
        name: What day it is: "Giỗ Tổ Hùng Vương".
        is_own: Whether the office set it for itself.
    """

    day: date
    is_working: bool
    name: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Tells working days from free ones ("lịch làm việc").

    Attributes:
        special_days: The days that differ from the rule of the week.
        yearly: Month and day of the holidays that each year has, with their names; they
            count in years that ``years`` does not have.
        years: The years whose days are known, and whether they were announced.
    """

    special_days: Mapping[date, SpecialDay] = field(default_factory=dict)
    yearly: Mapping[tuple[int, int], str] = field(default_factory=dict)
    years: Mapping[int, bool] = field(default_factory=dict)

    def with_days(self, days: Iterable[SpecialDay]) -> "WorkingCalendar":
        """Return the calendar with an office's own days, which win over the country's."""
        merged = {**self.special_days, **{item.day: item for item in days}}
        return WorkingCalendar(merged, self.yearly, self.years)

    def is_announced(self, year: int) -> bool:
        """Tell whether the government has announced the free days of ``year``."""
        return self.years.get(year, False)

    def is_working(self, day: date) -> bool:
        """Tell whether ``day`` is worked."""
        special = self._special(day)
        return special.is_working if special else day.weekday() < _SATURDAY

    def special_days_of(self, year: int) -> tuple[SpecialDay, ...]:
        """Return the days of ``year`` that differ from the rule of the week, in order."""
        found = [item for item in self.special_days.values() if item.day.year == year]
        taken = {item.day for item in found}
        if year not in self.years:
            yearly = (
                SpecialDay(date(year, *day), is_working=False, name=name)
                for day, name in self.yearly.items()
            )
            found += [item for item in yearly if item.day not in taken]
        return tuple(sorted(found, key=lambda item: item.day))

    def shifted(self, day: date, shift: DayShift) -> date:
        """Return ``day``, or the working day it moves to when it is free."""
        if shift is DayShift.NONE or self.is_working(day):
            return day
        step = _ONE_DAY if shift is DayShift.NEXT else -_ONE_DAY
        return self._search(day, step, 1)

    def days_after(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after ``day``, which itself does not count.

        Bộ luật Dân sự 2015, Điều 147 khoản 2: the day an event happens on is not counted.
        """
        return self._search(day, _ONE_DAY, count)

    def _special(self, day: date) -> SpecialDay | None:
        special = self.special_days.get(day)
        if special is None and day.year not in self.years:
            name = self.yearly.get((day.month, day.day))
            return None if name is None else SpecialDay(day, is_working=False, name=name)
        return special

    def _search(self, day: date, step: timedelta, count: int) -> date:
        start = day
        for _ in range(_LONGEST_SEARCH):
            if count <= 0:
                return day
            day += step
            count -= self.is_working(day)
        return start


def parse_days_off(data: Mapping[str, object], source: str) -> WorkingCalendar:
    """Return the calendar that a data file holds; ``source`` names the file in errors.

    Raises:
        CatalogueDamaged: Something in it does not hold.
    """
    file = Table(data, source)
    file.allow("yearly", "year")
    yearly: dict[tuple[int, int], str] = {}
    for entry in file.tables("yearly"):
        entry.allow("day", "name")
        yearly[month_and_day(entry, entry.text("day"))] = entry.text("name")
    years: dict[int, bool] = {}
    special_days: dict[date, SpecialDay] = {}
    for entry in file.tables("year"):
        entry.allow("year", "is_announced", "source", "holidays", "working")
        entry.text("source")
        year = entry.number("year")
        if year in years:
            entry.refuse(f"year given twice: {year}")
        years[year] = entry.flag("is_announced")
        for item, day in _days_of(entry):
            if day.day.year != year:
                item.refuse(f"a day of another year: {day.day.isoformat()}")
            if day.day in special_days:
                item.refuse(f"day given twice: {day.day.isoformat()}")
            special_days[day.day] = day
    return WorkingCalendar(special_days, yearly, years)


def month_and_day(entry: Table, text: str) -> tuple[int, int]:
    """Return the month and day of "20/3"; refuse what is no day of every year."""
    found = _DAY_AND_MONTH.fullmatch(text)
    day, month = (int(found[1]), int(found[2])) if found else (0, 0)
    try:
        # Any year without a 29 February will do.
        date(2023, month, day)
    except ValueError:
        entry.refuse(f"not a day of the year: {text}")
    return month, day


def _days_of(year: Table) -> Iterable[tuple[Table, SpecialDay]]:
    for item in year.tables("holidays"):
        item.allow("first_day", "last_day", "name")
        name = item.text("name")
        first, last = _day(item, "first_day"), _day(item, "last_day")
        if first > last:
            item.refuse("last_day is before first_day")
        for ordinal in range(first.toordinal(), last.toordinal() + 1):
            yield item, SpecialDay(date.fromordinal(ordinal), is_working=False, name=name)
    for item in year.tables("working"):
        item.allow("day", "name")
        yield item, SpecialDay(_day(item, "day"), is_working=True, name=item.text("name"))


def _day(item: Table, key: str) -> date:
    day = item.day(key)
    if day is None:
        item.refuse(f"{key} is not a day")
    return day
