"""How much work a plan gives each agency, and when it falls due.

Tasks are counted by their STT: a task and all its sub-tasks are one, and an agency that
leads any of them leads one task.  Who leads a task is not counted as co-operating in it as
well, so that leads and co-operations together never exceed the tasks of the plan.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.agency import Agency, AgencyId, Role
from cchc_desktop.domain.assignment_matrix import AssignmentMatrix, MatrixRow
from cchc_desktop.domain.deadline import UNRECOGNISED, DeadlineKind, DeadlineReading
from cchc_desktop.domain.plan import TaskId


class LoadSlot(StrEnum):
    """When an agency's part of a task falls due ("thời điểm đến hạn")."""

    BEFORE_YEAR = "before_year"
    QUARTER_1 = "quarter_1"
    QUARTER_2 = "quarter_2"
    QUARTER_3 = "quarter_3"
    QUARTER_4 = "quarter_4"
    AFTER_YEAR = "after_year"
    RECURRING = "recurring"
    EVENT = "event"
    UNRECOGNISED = "unrecognised"


_QUARTERS = (LoadSlot.QUARTER_1, LoadSlot.QUARTER_2, LoadSlot.QUARTER_3, LoadSlot.QUARTER_4)
_WITHOUT_DAY = (
    (DeadlineKind.RECURRING, LoadSlot.RECURRING),
    (DeadlineKind.EVENT, LoadSlot.EVENT),
)


@dataclass(frozen=True, slots=True)
class AgencyLoad:
    """What a plan gives one agency to do ("khối lượng nhiệm vụ").

    Attributes:
        leads: The tasks it leads, by when they fall due; each task stands in one slot.
        cooperates: The tasks it co-operates in without leading them.
        monitors: The tasks it watches over without leading or co-operating.
    """

    agency: Agency
    leads: Mapping[LoadSlot, tuple[TaskId, ...]]
    cooperates: Mapping[LoadSlot, tuple[TaskId, ...]]
    monitors: Mapping[LoadSlot, tuple[TaskId, ...]]

    def tasks(self, role: Role) -> Mapping[LoadSlot, tuple[TaskId, ...]]:
        """Return the tasks in which the agency has ``role``."""
        match role:
            case Role.LEAD:
                return self.leads
            case Role.COOPERATING:
                return self.cooperates
            case Role.MONITOR:
                return self.monitors

    def count(self, role: Role) -> int:
        """Return the number of tasks in which the agency has ``role``."""
        return sum(map(len, self.tasks(role).values()))


def agency_loads(matrix: AssignmentMatrix) -> tuple[AgencyLoad, ...]:
    """Return the load of every agency with a part in the plan, in catalogue order.

    A task falls due on the last day that any of its products sets for the agency in that
    role.  Without a day it is recurring if any product recurs, else it waits for an event
    if any does, else its deadline is not understood.
    """
    parts: dict[AgencyId, dict[TaskId, dict[Role, list[MatrixRow]]]] = {}
    for row in matrix.rows:
        for agency_id, cell in row.cells.items():
            if cell.role is not None:
                task_parts = parts.setdefault(agency_id, {}).setdefault(row.counted_task.id, {})
                task_parts.setdefault(cell.role, []).append(row)
    year = matrix.plan.year
    return tuple(_load(agency, parts.get(agency.id, {}), year) for agency in matrix.agencies)


def _load(
    agency: Agency, tasks: Mapping[TaskId, Mapping[Role, list[MatrixRow]]], year: int
) -> AgencyLoad:
    found: dict[Role, dict[LoadSlot, tuple[TaskId, ...]]] = {role: {} for role in Role}
    for task_id, by_role in tasks.items():
        role = next(r for r in Role if r in by_role)
        slot = _slot(_deadlines(by_role[role]), year)
        found[role][slot] = (*found[role].get(slot, ()), task_id)
    return AgencyLoad(agency, found[Role.LEAD], found[Role.COOPERATING], found[Role.MONITOR])


def _deadlines(rows: Iterable[MatrixRow]) -> list[DeadlineReading]:
    """Return the deadlines of rows; a heading has those of its sub-tasks."""
    tasks = (
        task for row in rows for task in (row.task.subtasks if row.is_heading else (row.task,))
    )
    found = [deliverable.deadline.reading for task in tasks for deliverable in task.deliverables]
    return found or [UNRECOGNISED]


def _slot(deadlines: Sequence[DeadlineReading], year: int) -> LoadSlot:
    days = [d.due for d in deadlines if d.kind is DeadlineKind.DATED and d.due]
    if days:
        last = max(days)
        if last.year != year:
            return LoadSlot.BEFORE_YEAR if last.year < year else LoadSlot.AFTER_YEAR
        return _QUARTERS[(last.month - 1) // 3]
    kinds = {d.kind for d in deadlines}
    return next((slot for kind, slot in _WITHOUT_DAY if kind in kinds), LoadSlot.UNRECOGNISED)
