"""The days at which a deadline is looked at: its last days, or the turns of its rhythm."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from cchc_desktop.domain.deadline import DeadlineKind, DeadlineReading, Recurrence
from cchc_desktop.domain.progress import Occurrence

_MONTHS_APART = {
    Recurrence.MONTHLY: 1,
    Recurrence.QUARTERLY: 3,
    Recurrence.HALF_YEARLY: 6,
    Recurrence.YEARLY: 12,
    Recurrence.CONTINUOUS: 12,
}


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One day by which something is expected ("mốc kiểm tra").

    Attributes:
        due: The last day on which it is in time.
        start: The day its stretch begins, if known.
    """

    due: date
    start: date | None = None


def checkpoints(
    deadline: DeadlineReading, plan_year: int, occurrence: Occurrence | None = None
) -> tuple[Checkpoint, ...]:
    """Return the checkpoints of a deadline in order; none while it sets no day.

    A continuous deadline ("thường xuyên") has the year's end as its only one.  "Trước
    ngày 05 của tháng liền kề" is due in the month after the one it reports on.
    """
    match deadline.kind:
        case DeadlineKind.DATED:
            return tuple(Checkpoint(m.due, m.start) for m in deadline.milestones)
        case DeadlineKind.RECURRING:
            return _turns(deadline, plan_year)
        case DeadlineKind.EVENT:
            due = event_due(deadline, occurrence)
            return (Checkpoint(due),) if due else ()
        case DeadlineKind.UNRECOGNISED:
            return ()


def happened_on(deadline: DeadlineReading, occurrence: Occurrence | None) -> date | None:
    """Return the day the awaited event happened, or None while it has not."""
    return occurrence.happened_on if occurrence else deadline.event_date


def event_due(deadline: DeadlineReading, occurrence: Occurrence | None) -> date | None:
    """Return the last day that an event set, or None when there is none (yet).

    The day recorded with the event wins over the delay that the words give.
    """
    if occurrence and occurrence.due:
        return occurrence.due
    start = happened_on(deadline, occurrence)
    if start is None or not (deadline.delay_months or deadline.delay_days):
        return None
    return add_months(start, deadline.delay_months) + timedelta(days=deadline.delay_days)


def add_months(day: date, months: int) -> date:
    """Return the same day ``months`` later, or that month's last day if it is shorter.

    Bộ luật Dân sự 2015, Điều 147 and 148: a term in months ends on the corresponding day,
    failing that on the month's last.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _turns(deadline: DeadlineReading, year: int) -> tuple[Checkpoint, ...]:
    step = _MONTHS_APART[deadline.recurrence or Recurrence.YEARLY]
    found = []
    for first_month in range(1, 13, step):
        start = date(year, first_month, 1)
        last_month = first_month + step - 1
        end = date(year, last_month, monthrange(year, last_month)[1])
        if deadline.day_of_month:
            after = end + timedelta(days=1)
            day = min(deadline.day_of_month, monthrange(after.year, after.month)[1])
            end = after.replace(day=day)
        found.append(Checkpoint(end, start))
    return tuple(found)
