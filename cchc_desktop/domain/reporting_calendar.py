"""The reporting periods of a year, made from dated rules and the office's own days.

The rules are data (``resources/catalogues/reporting-periods.toml``) and name their
source.  A cut-off never moves: it says whose work counts, not when a paper arrives.
The days by which papers arrive move off free days.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.domain.data_file import Table
from cchc_desktop.domain.errors import InvalidValue
from cchc_desktop.domain.office import OfficeLevel
from cchc_desktop.domain.period import PeriodKey, PeriodKind, ReportingPeriod
from cchc_desktop.domain.working_days import DayShift, WorkingCalendar, month_and_day

REPORT_CODES = ("quarter-1", "half-year", "quarter-3", "year")
"""The reports that the ministry asks for: there is none for quý II and none for quý IV."""

_YEAR_BEFORE = " năm trước"
_DUE_DAYS = ("agency_due", "send_by", "agency_due_working_days", "send_by_working_days")


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day and month, of the reporting year or the year before ("ngày, tháng của kỳ")."""

    month: int
    day: int
    is_year_before: bool = False

    def in_year(self, year: int) -> date:
        """Return the day in the reporting year ``year``."""
        return date(year - self.is_year_before, self.month, self.day)


@dataclass(frozen=True, slots=True)
class WorkingDaysAfter:
    """A number of working days after the cut-off ("số ngày làm việc sau ngày chốt")."""

    count: int


DueRule = DayOfYear | WorkingDaysAfter


@dataclass(frozen=True, slots=True)
class PeriodRule:
    """How one period of each year is cut, by level and time ("quy tắc kỳ báo cáo").

    Attributes:
        source: The document that sets it.
        agency_due: When agencies send theirs.
        send_by: When the office sends its own.
        shift: Where those two go when they fall on a free day.
        valid_from: First cut-off it holds for.
        valid_to: Last such cut-off, or None while it is in force.
    """

    code: str
    kind: PeriodKind
    name: str
    first_day: DayOfYear
    last_day: DayOfYear
    agency_due: DueRule
    send_by: DueRule
    shift: DayShift
    is_cumulative: bool
    levels: frozenset[OfficeLevel]
    source: str
    valid_from: date | None = None
    valid_to: date | None = None

    def applies(self, level: OfficeLevel, year: int) -> bool:
        """Tell whether it cuts the period of ``year`` at ``level``."""
        cut_off = self.last_day.in_year(year)
        return (
            level in self.levels
            and (self.valid_from is None or self.valid_from <= cut_off)
            and (self.valid_to is None or cut_off <= self.valid_to)
        )

    def period(self, year: int, calendar: WorkingCalendar) -> ReportingPeriod:
        """Return the period of ``year``."""
        last_day = self.last_day.in_year(year)
        return ReportingPeriod(
            PeriodKey(year, self.code),
            self.kind,
            self.name,
            self.first_day.in_year(year),
            last_day,
            self._due(self.agency_due, year, last_day, calendar),
            self._due(self.send_by, year, last_day, calendar),
            self.is_cumulative,
            self.source,
        )

    def _due(self, rule: DueRule, year: int, cut_off: date, calendar: WorkingCalendar) -> date:
        if isinstance(rule, WorkingDaysAfter):
            return calendar.days_after(cut_off, rule.count)
        return calendar.shifted(rule.in_year(year), self.shift)


@dataclass(frozen=True, slots=True)
class PeriodAdjustment:
    """The days an office set for a period itself; they are taken as set ("điều chỉnh kỳ").

    Attributes:
        source: The document that asks for them, or "".
    """

    key: PeriodKey
    first_day: date
    last_day: date
    agency_due: date
    send_by: date
    source: str


def year_periods(
    rules: Iterable[PeriodRule],
    year: int,
    level: OfficeLevel,
    calendar: WorkingCalendar,
    adjustments: Iterable[PeriodAdjustment] = (),
    closed: Collection[PeriodKey] = (),
) -> tuple[ReportingPeriod, ...]:
    """Return the periods of ``year`` in their order, as the office at ``level`` has them."""
    own = {adjustment.key: adjustment for adjustment in adjustments}
    periods = []
    for rule in rules:
        if not rule.applies(level, year):
            continue
        period = rule.period(year, calendar)
        adjustment = own.get(period.key)
        if adjustment is not None:
            period = adjusted(period, adjustment)
        periods.append(replace(period, is_closed=period.key in closed))
    return tuple(sorted(periods, key=lambda period: period.order))


def adjusted(period: ReportingPeriod, adjustment: PeriodAdjustment) -> ReportingPeriod:
    """Return the period with the days an office set for it."""
    return replace(
        period,
        first_day=adjustment.first_day,
        last_day=adjustment.last_day,
        agency_due=adjustment.agency_due,
        send_by=adjustment.send_by,
        source=adjustment.source,
        is_adjusted=True,
    )


def checked_adjustment(adjustment: PeriodAdjustment) -> PeriodAdjustment:
    """Return the adjustment if its days fit each other and the year.

    Agencies and the office may have to send before the cut-off; a superior body often
    asks for the report of a year before the year is out.

    Raises:
        InvalidValue: A day does not fit; ``field`` says which.
    """
    year = adjustment.key.year
    near = range(year - 1, year + 2)
    checks = (
        ("first_day", adjustment.first_day, adjustment.first_day.year in (year - 1, year)),
        ("last_day", adjustment.last_day, adjustment.first_day <= adjustment.last_day),
        ("last_day", adjustment.last_day, adjustment.last_day.year in near),
        ("send_by", adjustment.send_by, adjustment.first_day <= adjustment.send_by),
        ("send_by", adjustment.send_by, adjustment.send_by.year in near),
        ("agency_due", adjustment.agency_due, adjustment.first_day <= adjustment.agency_due),
        ("agency_due", adjustment.agency_due, adjustment.agency_due <= adjustment.send_by),
    )
    for field, day, holds in checks:
        if not holds:
            raise InvalidValue(field=field, value=f"{day:%d/%m/%Y}")
    return adjustment


def parse_reporting_periods(data: Mapping[str, object], source: str) -> tuple[PeriodRule, ...]:
    """Return the rules that a data file holds; ``source`` names the file in errors.

    Raises:
        CatalogueDamaged: Something in it does not hold.
    """
    file = Table(data, source)
    file.allow("rules")
    rules: list[PeriodRule] = []
    for group in file.tables("rules"):
        group.allow("levels", "source", "valid_from", "valid_to", "shift", "periods", *_DUE_DAYS)
        levels = frozenset(group.choices("levels", OfficeLevel))
        if not levels:
            group.refuse("rules have no levels")
        for entry in group.tables("periods"):
            rule = _parse_rule(entry, group, levels)
            if any(_overlap(rule, other) for other in rules):
                entry.refuse(f"period given twice for one level and time: {rule.code}")
            rules.append(rule)
    for level in OfficeLevel:
        missing = set(REPORT_CODES) - {rule.code for rule in rules if level in rule.levels}
        if missing:
            file.refuse(f"level {level.value} has no {', '.join(sorted(missing))}")
    return tuple(rules)


def _parse_rule(entry: Table, group: Table, levels: frozenset[OfficeLevel]) -> PeriodRule:
    entry.allow(
        "code", "kind", "name", "first_day", "last_day", "is_cumulative", *_DUE_DAYS
    )  # fmt: skip
    rule = PeriodRule(
        entry.text("code"),
        entry.choice("kind", PeriodKind),
        entry.text("name"),
        _day_of_year(entry, "first_day"),
        _day_of_year(entry, "last_day"),
        _due_rule(entry, group, "agency_due"),
        _due_rule(entry, group, "send_by"),
        group.choice("shift", DayShift),
        entry.flag("is_cumulative"),
        levels,
        group.text("source"),
        group.day("valid_from"),
        group.day("valid_to"),
    )
    # Any year will do: every year has the same order of months and days.
    if rule.first_day.in_year(2023) > rule.last_day.in_year(2023):
        entry.refuse("last_day is before first_day")
    return rule


def _day_of_year(entry: Table, key: str) -> DayOfYear:
    text = entry.text(key)
    month, day = month_and_day(entry, text.removesuffix(_YEAR_BEFORE))
    return DayOfYear(month, day, text.endswith(_YEAR_BEFORE))


def _due_rule(entry: Table, group: Table, key: str) -> DueRule:
    """Read a due day from the period's own table, failing that from its group's."""
    count_key = f"{key}_working_days"
    table = entry if entry.has(key) or entry.has(count_key) else group
    if table.has(key):
        return _day_of_year(table, key)
    if not table.has(count_key):
        entry.refuse(f"{key} is missing")
    count = table.number(count_key)
    if count < 0:
        table.refuse(f"{count_key} is negative")
    return WorkingDaysAfter(count)


def _overlap(one: PeriodRule, other: PeriodRule) -> bool:
    return (
        one.code == other.code
        and bool(one.levels & other.levels)
        and (one.valid_from or date.min) <= (other.valid_to or date.max)
        and (other.valid_from or date.min) <= (one.valid_to or date.max)
    )
