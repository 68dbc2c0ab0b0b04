"""When a deliverable is due: the wording, and beside it what was understood of it.

The wording is the officer's and is printed as written.  What it means is one of
four kinds; a date is never invented.  ``deadline_reading`` turns words into meaning.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.rich_text import EMPTY, RichText


class DeadlineKind(StrEnum):
    """What sort of deadline the words set ("loại thời hạn")."""

    DATED = "dated"
    """A last day, on which delivery is still in time ("có hạn")."""
    RECURRING = "recurring"
    """Again and again; looked at in each reporting period ("theo kỳ")."""
    EVENT = "event"
    """Waits for something to happen; never late before it does ("chờ sự việc")."""
    UNRECOGNISED = "unrecognised"
    """Kept as written, to be set by hand ("chưa nhận ra")."""


class Recurrence(StrEnum):
    """How often a recurring deadline comes back ("chu kỳ")."""

    CONTINUOUS = "continuous"
    """All year, without a rhythm of its own ("thường xuyên")."""
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True)
class Milestone:
    """One last day named by a deadline ("mốc"), with the day its window opens, if any."""

    due: date
    start: date | None = None


@dataclass(frozen=True, slots=True)
class DeadlineReading:
    """What was understood of a deadline ("cách hiểu thời hạn").

    Attributes:
        kind: The sort of deadline.
        milestones: The last days named, in order; DATED has at least one.
        recurrence: The rhythm of a RECURRING deadline, else None.
        day_of_month: For MONTHLY, the day it is due in each month, if the words say so.
        event: For EVENT, the words that name what is waited for.
        delay_months: For EVENT, months to add to the day of the event.
        delay_days: For EVENT, days to add to the day of the event.
        event_date: For EVENT, the day it happened, once the officer recorded it.
    """

    kind: DeadlineKind
    milestones: tuple[Milestone, ...] = ()
    recurrence: Recurrence | None = None
    day_of_month: int | None = None
    event: str = ""
    delay_months: int = 0
    delay_days: int = 0
    event_date: date | None = None

    @property
    def due(self) -> date | None:
        """The last day on which delivery is in time, or None while there is none."""
        return max((m.due for m in self.milestones), default=None)

    @property
    def start(self) -> date | None:
        """The day the first window opens, or None when the words do not say."""
        return min((m.start for m in self.milestones if m.start), default=None)


UNRECOGNISED = DeadlineReading(DeadlineKind.UNRECOGNISED)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline ("thời gian thực hiện"): the wording, and what was understood of it.

    Attributes:
        text: The wording, printed as it stands.
        reading: What was understood, or what the officer set.
        is_set_by_hand: Whether the officer set the meaning; then the words do not change it.
    """

    text: RichText = EMPTY
    reading: DeadlineReading = UNRECOGNISED
    is_set_by_hand: bool = False
