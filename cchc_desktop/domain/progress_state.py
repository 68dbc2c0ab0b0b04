"""Says how a piece of work stands on a day, and why.

The officer or the agency says what was done (``Statement``); whether that was in time and
whether open work is late follows from the deadline.  A deadline that waits for an event,
comes back, or is not understood never makes work late before its time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.checkpoints import Checkpoint, checkpoints, event_due, happened_on
from cchc_desktop.domain.deadline import DeadlineKind, DeadlineReading
from cchc_desktop.domain.period import PeriodKey, PeriodKind, ReportingPeriod
from cchc_desktop.domain.progress import Occurrence, Progress, Statement

_LAST_MONTH = "month-12"


class ProgressState(StrEnum):
    """How work stands ("trạng thái tiến độ")."""

    NOT_DUE = "not_due"
    IN_PROGRESS = "in_progress"
    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    OVERDUE = "overdue"
    NOT_ARISEN = "not_arisen"
    DROPPED = "dropped"

    @property
    def is_done(self) -> bool:
        """Whether the work is finished."""
        return self in (ProgressState.DONE_ON_TIME, ProgressState.DONE_LATE)


class Why(StrEnum):
    """Why work is said to stand so ("căn cứ xác định trạng thái")."""

    STATED_DROPPED = "stated_dropped"
    DONE_BY_DUE = "done_by_due"
    DONE_AFTER_DUE = "done_after_due"
    DONE_DAY_UNKNOWN_DUE_IN_PERIOD = "done_day_unknown_due_in_period"
    """No day is recorded; the due day lies in or after the period, so it counts as in time."""
    DONE_DAY_UNKNOWN_DUE_BEFORE = "done_day_unknown_due_before"
    """No day is recorded; it was due before the period in which it is first said to be done."""
    DONE_WITHOUT_DUE = "done_without_due"
    ALL_TURNS_DONE = "all_turns_done"
    TURN_DONE = "turn_done"
    """This period's turn is done, others follow."""
    UNDER_WAY = "under_way"
    DUE_LATER = "due_later"
    NO_DUE_DAY = "no_due_day"
    """The deadline's words were not understood."""
    DUE_PASSED = "due_passed"
    EVENT_AWAITED = "event_awaited"
    EVENT_WITHOUT_DUE = "event_without_due"
    """The event happened and sets no last day."""
    STATED_NOT_ARISEN = "stated_not_arisen"
    COMBINED = "combined"
    """Put together from the parts of a task."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """How work stands, and why ("kết luận tiến độ").

    Attributes:
        due: The day that decides: the next open checkpoint, or the one that was judged by.
        done_on: The day it was done, if recorded.
        days_late: Days from ``due`` to the day it was done, or to the day looked at.
    """

    state: ProgressState
    why: Why
    due: date | None = None
    done_on: date | None = None
    days_late: int = 0

    @property
    def is_assumed(self) -> bool:
        """Whether the day of completion is missing, so that timeliness is assumed."""
        return self.why in (
            Why.DONE_DAY_UNKNOWN_DUE_IN_PERIOD,
            Why.DONE_DAY_UNKNOWN_DUE_BEFORE,
        )


@dataclass(frozen=True, slots=True)
class Case:
    """What there is to judge a piece of work by ("hồ sơ xét tiến độ").

    Attributes:
        deadline: What its deadline means.
        plan_year: The plan's year.
        day: The day looked at: a period's cut-off, or today.
        records: What was recorded with its period, up to the period looked at, in order.
        occurrence: The awaited event, if it happened.
    """

    deadline: DeadlineReading
    plan_year: int
    day: date
    records: Sequence[tuple[ReportingPeriod, Progress]] = ()
    occurrence: Occurrence | None = None


def judge(case: Case) -> Verdict:
    """Return how the work stands on the day of the case."""
    said = _last_said(case)
    if said and said[1].statement is Statement.DROPPED:
        return Verdict(ProgressState.DROPPED, Why.STATED_DROPPED)
    match case.deadline.kind:
        case DeadlineKind.DATED:
            return _judge_dated(case, said)
        case DeadlineKind.RECURRING:
            return _judge_recurring(case, said)
        case DeadlineKind.EVENT:
            return _judge_event(case, said)
        case DeadlineKind.UNRECOGNISED:
            return _judge_without_due(case, said, Why.NO_DUE_DAY)


_Said = tuple[ReportingPeriod, Progress]


def _last_said(case: Case) -> _Said | None:
    """Return the latest record that says how the work stands and holds on the day."""
    for period, record in reversed(case.records):
        if record.statement is Statement.DONE and record.done_on and record.done_on > case.day:
            continue
        if record.statement is not None:
            return period, record
    return None


def _is_under_way(case: Case, said: _Said | None) -> bool:
    if said and said[1].statement in (Statement.NOT_STARTED, Statement.NOT_ARISEN):
        return False
    return any(
        r.statement in (Statement.IN_PROGRESS, Statement.DONE)
        or r.result
        or r.percent
        or r.milestones_met
        for _, r in case.records
    )


def _done_day(record: Progress, until: date) -> date | None:
    """Return the day recorded, failing that the latest day on a document that proves it.

    A document issued after ``until``, the day looked at, proves nothing on it.
    """
    proofs = (e.issued_on for e in record.evidence if e.issued_on and e.issued_on <= until)
    return record.done_on or max(proofs, default=None)


def _done(case: Case, said: _Said, due: date | None) -> Verdict:
    period, record = _first_done(case, said)
    day = _done_day(record, case.day)
    if due is None:
        return Verdict(ProgressState.DONE_ON_TIME, Why.DONE_WITHOUT_DUE, None, day)
    if day is None:
        if due < period.first_day:
            late = (period.first_day - due).days
            return Verdict(
                ProgressState.DONE_LATE, Why.DONE_DAY_UNKNOWN_DUE_BEFORE, due, None, late
            )
        return Verdict(ProgressState.DONE_ON_TIME, Why.DONE_DAY_UNKNOWN_DUE_IN_PERIOD, due)
    if day <= due:
        return Verdict(ProgressState.DONE_ON_TIME, Why.DONE_BY_DUE, due, day)
    return Verdict(ProgressState.DONE_LATE, Why.DONE_AFTER_DUE, due, day, (day - due).days)


def _first_done(case: Case, said: _Said) -> _Said:
    """Return the first of the records that say "done" without a break until ``said``."""
    first = said
    for period, record in reversed(case.records):
        if record.statement is Statement.DONE:
            first = (period, record)
        elif record.statement is not None:
            break
    # A day recorded later, when the same work was reported again, is still the day.
    return first if _done_day(first[1], case.day) else (first[0], said[1])


def _judge_dated(case: Case, said: _Said | None) -> Verdict:
    points = checkpoints(case.deadline, case.plan_year)
    due = case.deadline.due
    counted = [pair for pair in case.records if pair[1].milestones_met is not None]
    met = (counted[-1][1].milestones_met or 0) if counted else 0
    if said and said[1].statement is Statement.DONE:
        return _done(case, said, due)
    if met >= len(points) > 1:
        return _done(case, _first_all_met(counted, len(points)), due)
    next_due = points[min(met, len(points) - 1)].due if points else due
    if next_due and case.day > next_due:
        late = (case.day - next_due).days
        return Verdict(ProgressState.OVERDUE, Why.DUE_PASSED, next_due, days_late=late)
    if said and said[1].statement is Statement.NOT_ARISEN:
        return Verdict(ProgressState.NOT_ARISEN, Why.STATED_NOT_ARISEN, next_due)
    if _is_under_way(case, said):
        return Verdict(ProgressState.IN_PROGRESS, Why.UNDER_WAY, next_due)
    return Verdict(ProgressState.NOT_DUE, Why.DUE_LATER, next_due)


def _first_all_met(counted: Sequence[_Said], count: int) -> _Said:
    """Return the record from which on every count said that all days are met."""
    first = counted[-1]
    for pair in reversed(counted):
        if (pair[1].milestones_met or 0) < count:
            break
        first = pair
    return first


def _judge_recurring(case: Case, said: _Said | None) -> Verdict:
    points = checkpoints(case.deadline, case.plan_year)
    last = points[-1]
    current = next((p for p in points if case.day <= p.due), last)
    if said and said[1].statement is Statement.DONE:
        if _covers_last_turn(said[0], last):
            day = _done_day(said[1], case.day)
            if day and day > last.due:
                late = (day - last.due).days
                return Verdict(ProgressState.DONE_LATE, Why.DONE_AFTER_DUE, last.due, day, late)
            return Verdict(ProgressState.DONE_ON_TIME, Why.ALL_TURNS_DONE, last.due, day)
        is_of_this_turn = current.start is None or said[0].last_day >= current.start
        if case.day <= last.due and is_of_this_turn:
            following = next((p for p in points if p.due > current.due), last)
            return Verdict(ProgressState.IN_PROGRESS, Why.TURN_DONE, following.due)
    if case.day > last.due:
        late = (case.day - last.due).days
        return Verdict(ProgressState.OVERDUE, Why.DUE_PASSED, last.due, days_late=late)
    if said and said[1].statement is Statement.NOT_ARISEN:
        return Verdict(ProgressState.NOT_ARISEN, Why.STATED_NOT_ARISEN, current.due)
    if _is_under_way(case, said):
        return Verdict(ProgressState.IN_PROGRESS, Why.UNDER_WAY, current.due)
    return Verdict(ProgressState.NOT_DUE, Why.DUE_LATER, current.due)


def _covers_last_turn(period: ReportingPeriod, last: Checkpoint) -> bool:
    """Tell whether a period's report is the last on a year: the year's own or its last month's.

    They are cut off (usually on 14/12) before the last turn is over, and no other follows.
    """
    is_final = period.kind is PeriodKind.YEAR or period.key.code == _LAST_MONTH
    return is_final or period.last_day >= last.due


def _judge_event(case: Case, said: _Said | None) -> Verdict:
    happened = happened_on(case.deadline, case.occurrence)
    has_happened = happened is not None and happened <= case.day
    due = event_due(case.deadline, case.occurrence) if has_happened else None
    if said and said[1].statement is Statement.DONE:
        return _done(case, said, due)
    if not has_happened:
        if _is_under_way(case, said):
            return Verdict(ProgressState.IN_PROGRESS, Why.UNDER_WAY)
        return Verdict(ProgressState.NOT_ARISEN, Why.EVENT_AWAITED)
    if due is None:
        return _judge_without_due(case, said, Why.EVENT_WITHOUT_DUE)
    if case.day > due:
        late = (case.day - due).days
        return Verdict(ProgressState.OVERDUE, Why.DUE_PASSED, due, days_late=late)
    if _is_under_way(case, said):
        return Verdict(ProgressState.IN_PROGRESS, Why.UNDER_WAY, due)
    return Verdict(ProgressState.NOT_DUE, Why.DUE_LATER, due)


def _judge_without_due(case: Case, said: _Said | None, why: Why) -> Verdict:
    if said and said[1].statement is Statement.DONE:
        return _done(case, said, None)
    if said and said[1].statement is Statement.NOT_ARISEN:
        return Verdict(ProgressState.NOT_ARISEN, Why.STATED_NOT_ARISEN)
    if _is_under_way(case, said):
        return Verdict(ProgressState.IN_PROGRESS, Why.UNDER_WAY)
    state = ProgressState.IN_PROGRESS if why is Why.EVENT_WITHOUT_DUE else ProgressState.NOT_DUE
    return Verdict(state, why)


def combine(verdicts: Sequence[Verdict]) -> Verdict:
    """Return how a whole stands whose parts stand so; parts dropped count for nothing.

    Late if any part is; done when every part is (late if any was late); not due, waiting
    or dropped when all that is left is; else under way.
    """
    left = [v for v in verdicts if v.state is not ProgressState.DROPPED]
    if not verdicts:
        return Verdict(ProgressState.NOT_DUE, Why.NO_DUE_DAY)
    if len(verdicts) == 1:
        return verdicts[0]
    if not left:
        return Verdict(ProgressState.DROPPED, Why.COMBINED)
    states = {v.state for v in left}
    open_due = min((v.due for v in left if v.due and not v.state.is_done), default=None)
    if ProgressState.OVERDUE in states:
        worst = max((v for v in left if v.state is ProgressState.OVERDUE), key=_days_late)
        return Verdict(ProgressState.OVERDUE, Why.COMBINED, worst.due, days_late=worst.days_late)
    if all(state.is_done for state in states):
        late = max(left, key=_days_late)
        state = ProgressState.DONE_LATE if late.days_late else ProgressState.DONE_ON_TIME
        if ProgressState.DONE_LATE in states:
            state = ProgressState.DONE_LATE
        done_on = max((v.done_on for v in left if v.done_on), default=None)
        return Verdict(state, Why.COMBINED, late.due, done_on, late.days_late)
    if states == {ProgressState.NOT_ARISEN}:
        return Verdict(ProgressState.NOT_ARISEN, Why.COMBINED, open_due)
    if states <= {ProgressState.NOT_DUE, ProgressState.NOT_ARISEN}:
        return Verdict(ProgressState.NOT_DUE, Why.COMBINED, open_due)
    return Verdict(ProgressState.IN_PROGRESS, Why.COMBINED, open_due)


def _days_late(verdict: Verdict) -> int:
    return verdict.days_late


def is_reported(records: Sequence[tuple[ReportingPeriod, Progress]], period: PeriodKey) -> bool:
    """Tell whether anything was recorded for the period itself."""
    return any(p.key == period and not record.is_blank for p, record in records)
