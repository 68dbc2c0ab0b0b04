"""Who has sent its report for a period, when, in time or late, and who has not."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.period import PeriodKey, ReportingPeriod


class ReturnState(StrEnum):
    """How an agency stands with its report ("tình trạng gửi báo cáo")."""

    IN_TIME = "in_time"
    LATE = "late"
    AWAITED = "awaited"
    """Not sent, and not due yet."""
    MISSING = "missing"
    """Not sent, and due before the day looked at."""


@dataclass(frozen=True, slots=True)
class ReturnRecord:
    """What is recorded of one agency's report ("lượt gửi báo cáo").

    Attributes:
        made_on: The day its workbook was last made, or None.
        received_on: The day its report was first received, or None.
        file_name: "" for a report on paper.
    """

    id: int
    period: PeriodKey
    agency_id: AgencyId
    made_on: date | None = None
    received_on: date | None = None
    file_name: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class ReturnStatus:
    """One line of the register of reports ("theo dõi gửi báo cáo").

    Attributes:
        task_count: How many tasks it leads, counted by their STT.
        days_late: Days from the due day to the receipt, or to the day looked at.
    """

    agency_id: AgencyId
    agency_name: str
    task_count: int
    state: ReturnState
    due: date
    days_late: int = 0
    made_on: date | None = None
    received_on: date | None = None
    file_name: str = ""

    @property
    def is_received(self) -> bool:
        """Whether the report is there."""
        return self.received_on is not None


@dataclass(frozen=True, slots=True)
class ReminderContent:
    """Who is to be reminded of what ("nội dung đôn đốc").

    Attributes:
        day: The day looked at.
        addressees: Those whose report is not there, the most overdue work first as the
            register has them.
    """

    period: ReportingPeriod
    day: date
    addressees: tuple[ReturnStatus, ...]


def return_state(received_on: date | None, due: date, day: date) -> tuple[ReturnState, int]:
    """Return how a report stands on ``day``, and by how many days it is late."""
    late = max(((received_on or day) - due).days, 0)
    if received_on is not None:
        return (ReturnState.LATE if late else ReturnState.IN_TIME), late
    return (ReturnState.MISSING if late else ReturnState.AWAITED), late
