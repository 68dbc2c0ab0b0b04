"""Counts how a plan stands: by state, by section, by leading agency; and what is due or late.

Tasks are counted by their STT, as official reports do: a heading with sub-tasks is one
task, a task with two products is one task.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.checkpoints import checkpoints
from cchc_desktop.domain.plan import Plan, Section, SectionId, TaskId
from cchc_desktop.domain.progress import ProgressBook
from cchc_desktop.domain.progress_state import ProgressState, Verdict, combine
from cchc_desktop.domain.tracking import TrackedState, task_verdicts


@dataclass(frozen=True, slots=True)
class StateCounts:
    """Numbers of tasks by state ("số nhiệm vụ theo trạng thái"), and which tasks they are."""

    tasks: Mapping[ProgressState, tuple[TaskId, ...]] = field(default_factory=dict)

    def count(self, *states: ProgressState) -> int:
        """Return the number of tasks in any of the states."""
        return sum(len(self.tasks.get(state, ())) for state in states)

    @property
    def total(self) -> int:
        """All tasks, those that no longer apply among them."""
        return sum(len(ids) for ids in self.tasks.values())

    @property
    def applicable(self) -> int:
        """The tasks that still apply: what completion is measured against."""
        return self.total - self.count(ProgressState.DROPPED)

    @property
    def done(self) -> int:
        """The tasks finished, in time or late."""
        return self.count(ProgressState.DONE_ON_TIME, ProgressState.DONE_LATE)

    @property
    def done_percent(self) -> Decimal | None:
        """Finished tasks of those that apply, in percent with two decimals; None of none."""
        return percent(self.done, self.applicable)


@dataclass(frozen=True)
class ProgressSummary:
    """How a plan stands in figures ("tổng hợp tiến độ").

    Attributes:
        whole: The whole plan.
        by_section: By section, in order.
        by_agency: By leading agency; a task with several leads counts for each of them.
        verdicts: How each counted task stands.
    """

    whole: StateCounts
    by_section: Mapping[SectionId, StateCounts]
    by_agency: Mapping[AgencyId, StateCounts]
    verdicts: Mapping[TaskId, Verdict]


def summarise(plan: Plan, states: Sequence[TrackedState]) -> ProgressSummary:
    """Return the figures of a plan whose pieces of work stand so."""
    verdicts = task_verdicts(states)
    of_agency: dict[AgencyId, dict[TaskId, list[Verdict]]] = {}
    for state in states:
        item = state.item
        owners = (item.agency_id,) if item.agency_id is not None else item.leads
        for agency_id in owners:
            tasks = of_agency.setdefault(agency_id, {})
            tasks.setdefault(item.counted_task.id, []).append(state.verdict)
    return ProgressSummary(
        whole=_counts(verdicts),
        by_section={s.id: _counts(_of_section(s, verdicts)) for s in plan.sections},
        by_agency={
            agency_id: _counts({task_id: combine(parts) for task_id, parts in tasks.items()})
            for agency_id, tasks in of_agency.items()
        },
        verdicts=verdicts,
    )


def _of_section(section: Section, verdicts: Mapping[TaskId, Verdict]) -> dict[TaskId, Verdict]:
    return {t.id: verdicts[t.id] for t in section.tasks if t.id in verdicts}


def _counts(verdicts: Mapping[TaskId, Verdict]) -> StateCounts:
    found: dict[ProgressState, list[TaskId]] = {}
    for task_id, verdict in verdicts.items():
        found.setdefault(verdict.state, []).append(task_id)
    return StateCounts({state: tuple(ids) for state, ids in found.items()})


def percent(part: int, whole: int) -> Decimal | None:
    """Return ``part`` of ``whole`` in percent, two decimals, halves up; None of nothing."""
    if not whole:
        return None
    return (Decimal(100 * part) / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class DueWork:
    """A piece of work with a day that comes soon or has passed ("việc đến hạn").

    Attributes:
        due: The day.
        days_left: Days from the day looked at; negative when it has passed.
        is_turn: Whether it is a turn of a recurring deadline, which is never late.
    """

    state: TrackedState
    due: date
    days_left: int
    is_turn: bool = False


def late_work(states: Iterable[TrackedState], day: date) -> tuple[DueWork, ...]:
    """Return what is late on ``day``, the longest overdue first."""
    found = [
        DueWork(state, state.verdict.due, (state.verdict.due - day).days)
        for state in states
        if state.verdict.state is ProgressState.OVERDUE and state.verdict.due
    ]
    return tuple(sorted(found, key=lambda work: work.due))


def work_due_within(
    states: Iterable[TrackedState], book: ProgressBook, plan_year: int, day: date, days: int
) -> tuple[DueWork, ...]:
    """Return the open work due from ``day`` within so many days, the nearest first."""
    last = day + timedelta(days=days)
    found = []
    for state in states:
        item = state.item
        if state.verdict.state.is_done or state.verdict.state is ProgressState.DROPPED:
            continue
        occurrence = book.occurrences.get(item.deliverable.id) if item.deliverable else None
        if occurrence and occurrence.happened_on > day:
            occurrence = None
        points = checkpoints(item.deadline, plan_year, occurrence)
        is_turn = item.deadline.recurrence is not None
        for point in points:
            # What lies before the day that decides is met already.
            is_open = state.verdict.due is None or point.due >= state.verdict.due
            if day <= point.due <= last and is_open:
                found.append(DueWork(state, point.due, (point.due - day).days, is_turn))
                break
    return tuple(sorted(found, key=lambda work: (work.due, work.is_turn)))


def unreported_work(states: Iterable[TrackedState]) -> tuple[TrackedState, ...]:
    """Return the open work on which nothing was recorded in the period.

    What is done, was dropped, waits for its event or was said not to have arisen needs none.
    """
    silent = (ProgressState.DROPPED, ProgressState.NOT_ARISEN)
    return tuple(
        state
        for state in states
        if not state.is_reported
        and not state.verdict.state.is_done
        and state.verdict.state not in silent
    )
