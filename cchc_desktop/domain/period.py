"""The periods an office reports on, as values: where they begin, end, and when they are due.

Which periods a year has is data (``resources/catalogues/reporting-periods.toml``), and
an office may move the days; ``reporting_calendar`` turns that into these values.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class PeriodKind(StrEnum):
    """What stretch of the year a report covers ("loại kỳ báo cáo")."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    NINE_MONTHS = "nine-months"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class PeriodKey:
    """Names a period of a year's plan ("khóa kỳ báo cáo").

    Attributes:
        year: The year of the plan and of the report.
        code: "quarter-1", "half-year", "quarter-3", "year", "month-05", "nine-months".
    """

    year: int
    code: str


@dataclass(frozen=True, slots=True)
class ReportingPeriod:
    """A stretch of time that is reported on ("kỳ báo cáo").

    Attributes:
        name: As a title writes it, without the year: "quý I", "6 tháng đầu năm", "năm".
        first_day: The first day whose work is counted.
        last_day: The cut-off: the last day whose work is counted.
        agency_due: The last day for agencies to send theirs to the office, working-day
            shift applied.
        send_by: The last day for the office to send its own, working-day shift applied.
        is_cumulative: Whether it starts with the reporting year; a slice does not.
        source: The document that sets these days.
        is_adjusted: Whether the office set days of its own.
        is_closed: Whether what is recorded in it is locked.
    """

    key: PeriodKey
    kind: PeriodKind
    name: str
    first_day: date
    last_day: date
    agency_due: date
    send_by: date
    is_cumulative: bool
    source: str
    is_adjusted: bool = False
    is_closed: bool = False

    @property
    def order(self) -> tuple[date, int]:
        """Sorts periods by their cut-off; of those cut off on one day, the longer last."""
        return self.last_day, -self.first_day.toordinal()

    @property
    def title(self) -> str:
        """The period with its year: "quý I năm 2026", "6 tháng đầu năm 2026", "năm 2026"."""
        joint = " " if self.name.endswith("năm") else " năm "
        return f"{self.name}{joint}{self.key.year}"


class ClosingAction(StrEnum):
    """What was done with a period's lock ("thao tác khóa kỳ")."""

    CLOSED = "closed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class PeriodClosing:
    """One closing or reopening of a period, which stays on record ("lần khóa kỳ").

    Attributes:
        reason: Why it was reopened; never empty for a reopening.
        made_by: The user name of the computer's session.
    """

    key: PeriodKey
    action: ClosingAction
    made_on: date
    made_by: str
    reason: str = ""
