"""The reporting periods of a year: their days, their lock, and the office's free days."""

from dataclasses import replace
from datetime import date
from functools import cached_property

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.errors import (
    InvalidValue,
    PeriodAlreadyClosed,
    PeriodClosed,
    PeriodNotClosed,
    PeriodUnknown,
    SpecialDayMissing,
)
from cchc_desktop.domain.office import OfficeLevel
from cchc_desktop.domain.period import ClosingAction, PeriodClosing, PeriodKey, ReportingPeriod
from cchc_desktop.domain.reporting_calendar import (
    REPORT_CODES,
    PeriodAdjustment,
    PeriodRule,
    checked_adjustment,
    parse_reporting_periods,
    year_periods,
)
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.domain.working_days import SpecialDay, WorkingCalendar, parse_days_off
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.storage.file_lock import user_name
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.office_repository import load_office
from cchc_desktop.storage.period_repository import (
    adjustment_row,
    closed_keys,
    closing_row,
    find_adjustment_id,
    find_special_day_id,
    load_adjustments,
    load_closings,
    load_special_days,
    special_day_row,
)

_YEARS = range(1990, 2201)
_PERIODS_FILE = "reporting-periods.toml"
_DAYS_OFF_FILE = "days-off.toml"


class PeriodService:
    """What a person can do with reporting periods ("kỳ báo cáo")."""

    def __init__(self, file: OfficeFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock

    def of_year(self, year: int) -> tuple[ReportingPeriod, ...]:
        """Return all periods of a year in their order, with the office's own days.

        Raises:
            InvalidValue: The year is out of range.
        """
        if year not in _YEARS:
            raise InvalidValue(field="year", value=str(year))
        office = load_office(self._file.db)
        return year_periods(
            self._rules,
            year,
            office.level if office else OfficeLevel.DISTRICT,
            self.calendar(),
            load_adjustments(self._file.db, year),
            closed_keys(self._file.db, year),
        )

    def report_periods(self, year: int) -> tuple[ReportingPeriod, ...]:
        """Return the periods whose reports the ministry asks for: quý I, 6 tháng, quý III, năm."""
        return tuple(period for period in self.of_year(year) if period.key.code in REPORT_CODES)

    def get(self, key: PeriodKey) -> ReportingPeriod:
        """Return a period.

        Raises:
            PeriodUnknown: There is no such period.
        """
        for period in self.of_year(key.year):
            if period.key == key:
                return period
        raise PeriodUnknown(period=key.code)

    def current(self, year: int) -> ReportingPeriod:
        """Return the report worked on today: the first still to be sent, else the last.

        Raises:
            PeriodUnknown: No rule gives this year a report.
        """
        periods = self.report_periods(year)
        if not periods:
            raise PeriodUnknown(period=str(year))
        day = today(self._clock)
        return next((period for period in periods if period.send_by >= day), periods[-1])

    def adjust(
        self,
        key: PeriodKey,
        first_day: date,
        last_day: date,
        agency_due: date,
        send_by: date,
        source: str,
    ) -> ChangeSet:
        """Let a period have days of the office's own, taken as they are, and their source.

        Raises:
            InvalidValue: A day does not fit the others or the year; ``field`` says which.
            PeriodClosed: The period is closed.
            PeriodUnknown: There is no such period.
        """
        period = self._open(key)
        adjustment = checked_adjustment(
            PeriodAdjustment(key, first_day, last_day, agency_due, send_by, one_line(source))
        )
        row = adjustment_row(adjustment)
        with self._file.transaction("adjust_period", period=period.title) as step:
            row_id = find_adjustment_id(self._file.db, key)
            if row_id is None:
                step.unit.insert("period_adjustment", row)
            else:
                step.unit.update("period_adjustment", row_id, row)
        return step.change_set

    def restore(self, key: PeriodKey) -> ChangeSet:
        """Give a period the days of the rule back; raises as ``adjust``."""
        period = self._open(key)
        with self._file.transaction("restore_period", period=period.title) as step:
            row_id = find_adjustment_id(self._file.db, key)
            if row_id is not None:
                step.unit.delete("period_adjustment", row_id)
        return step.change_set

    def close(self, key: PeriodKey) -> ChangeSet:
        """Lock what is recorded in a period; undo does not go back behind it.

        Raises:
            PeriodAlreadyClosed: It is closed.
            PeriodUnknown: There is no such period.
        """
        period = self.get(key)
        if period.is_closed:
            raise PeriodAlreadyClosed(period=period.title)
        with self._file.transaction("close_period", period=period.title) as step:
            closing = self._closing(key, ClosingAction.CLOSED)
            step.unit.insert("period_closing", closing_row(closing))
        return step.change_set

    def reopen(self, key: PeriodKey, reason: str) -> ChangeSet:
        """Unlock a closed period; the reason stays on record.

        Raises:
            InvalidValue: There is no reason.
            PeriodNotClosed: It is not closed.
            PeriodUnknown: There is no such period.
        """
        period = self.get(key)
        if not period.is_closed:
            raise PeriodNotClosed(period=period.title)
        reason = one_line(reason)
        if not reason:
            raise InvalidValue(field="reason", value="")
        with self._file.transaction("reopen_period", period=period.title, reason=reason) as step:
            closing = replace(self._closing(key, ClosingAction.REOPENED), reason=reason)
            step.unit.insert("period_closing", closing_row(closing))
        return step.change_set

    def closings(self, key: PeriodKey) -> tuple[PeriodClosing, ...]:
        """Return all closings and reopenings of a period, the oldest first.

        Raises:
            PeriodUnknown: There is no such period.
        """
        self.get(key)
        return load_closings(self._file.db, key)

    def calendar(self) -> WorkingCalendar:
        """Return the country's working days with the office's own."""
        return self._country.with_days(load_special_days(self._file.db))

    def special_days(self, year: int) -> tuple[SpecialDay, ...]:
        """Return the free and the made-up days of a year, the office's own among them."""
        return self.calendar().special_days_of(year)

    def set_special_day(self, day: date, name: str, *, is_working: bool) -> ChangeSet:
        """Let a day be free, or worked, in this office; a day set before is set anew.

        Raises:
            InvalidValue: There is no name.
        """
        name = one_line(name)
        if not name:
            raise InvalidValue(field="special_day_name", value="")
        row = special_day_row(SpecialDay(day, is_working, name))
        label = "set_working_day" if is_working else "set_day_off"
        with self._file.transaction(label, day=f"{day:%d/%m/%Y}", name=name) as step:
            row_id = find_special_day_id(self._file.db, day)
            if row_id is None:
                step.unit.insert("special_day", row)
            else:
                step.unit.update("special_day", row_id, row)
        return step.change_set

    def remove_special_day(self, day: date) -> ChangeSet:
        """Let a day of the office's own be again what it is everywhere.

        Raises:
            SpecialDayMissing: The office did not set this day.
        """
        row_id = find_special_day_id(self._file.db, day)
        if row_id is None:
            raise SpecialDayMissing(day=f"{day:%d/%m/%Y}")
        with self._file.transaction("remove_special_day", day=f"{day:%d/%m/%Y}") as step:
            step.unit.delete("special_day", row_id)
        return step.change_set

    def _open(self, key: PeriodKey) -> ReportingPeriod:
        period = self.get(key)
        if period.is_closed:
            raise PeriodClosed(period=period.title)
        return period

    def _closing(self, key: PeriodKey, action: ClosingAction) -> PeriodClosing:
        return PeriodClosing(key, action, today(self._clock), user_name())

    @cached_property
    def _rules(self) -> tuple[PeriodRule, ...]:
        return parse_reporting_periods(read_data_file("catalogues", _PERIODS_FILE), _PERIODS_FILE)

    @cached_property
    def _country(self) -> WorkingCalendar:
        return parse_days_off(read_data_file("catalogues", _DAYS_OFF_FILE), _DAYS_OFF_FILE)
