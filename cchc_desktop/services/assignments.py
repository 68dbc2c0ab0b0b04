"""The table of tasks and agencies, its changes as wordings, and handing tasks over."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from cchc_desktop.domain.agency import AgencyCatalogue, AgencyId, AgencyReading, Role
from cchc_desktop.domain.agency_load import AgencyLoad, agency_loads
from cchc_desktop.domain.assignment_matrix import AssignmentMatrix, assignment_matrix
from cchc_desktop.domain.assignment_wording import AssignmentWriter
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.errors import EditConflict, RecordMissing
from cchc_desktop.domain.name_forms import name_forms
from cchc_desktop.domain.plan import Plan, PlanTask, TaskId
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.tracking import current_agency
from cchc_desktop.services.agencies import AgencyService
from cchc_desktop.services.assignment_changes import (
    COLUMNS,
    AssignmentChange,
    HandedTask,
    SuccessionPreview,
    TaskProposal,
    WordingEdit,
    mark_changes,
)
from cchc_desktop.services.plan_editing import CellEdit, write_cell
from cchc_desktop.services.plans import PlanService
from cchc_desktop.services.succession import (
    check_succession,
    groups_to_join,
    hand_over_agency,
)
from cchc_desktop.services.understanding import understanding_for
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.unit_of_work import UnitOfWork


class AssignmentService:
    """What a person can do with who does what ("phân công nhiệm vụ").

    The wording of the annex is all that is kept: the table follows from it.
    """

    def __init__(
        self, file: OfficeFile, clock: Clock, plans: PlanService, agencies: AgencyService
    ) -> None:
        self._file = file
        self._clock = clock
        self._plans = plans
        self._agencies = agencies

    def matrix(self, year: int, day: date | None = None) -> AssignmentMatrix:
        """Return the table of a year's plan.

        Args:
            year: The plan's year.
            day: On which members of groups and successors are looked up; by default today,
                or the nearest day of the plan's year.

        Raises:
            PlanMissing: There is no plan of the year.
        """
        plan = self._plans.load_year(year)
        return assignment_matrix(plan, self._agencies.catalogue(), day or self._usual_day(year))

    def load(self, year: int, day: date | None = None) -> tuple[AgencyLoad, ...]:
        """Return how much each agency has to do; arguments and errors as ``matrix``."""
        return agency_loads(self.matrix(year, day))

    def propose(
        self, year: int, changes: Sequence[AssignmentChange], day: date | None = None
    ) -> tuple[TaskProposal, ...]:
        """Propose the wordings that bring changes of the table about, in printed order.

        Several changes of one role of a task become one wording.  Nothing is written.

        Raises:
            PlanMissing: There is no plan of the year.
            RecordMissing: A task is not in the plan (any more).
        """
        matrix = self.matrix(year, day)
        merged: dict[tuple[TaskId, Role], AssignmentChange] = {}
        for change in changes:
            if matrix.row(change.task_id) is None:
                raise RecordMissing(kind="task", id=change.task_id)
            key = (change.task_id, change.role)
            known = merged.get(key, AssignmentChange(*key))
            merged[key] = replace(
                known, add=known.add | change.add, remove=known.remove | change.remove
            )
        catalogue = self._agencies.catalogue()
        writer = _writer(matrix.plan, catalogue, matrix.day)
        order = {agency.id: place for place, agency in enumerate(catalogue.agencies)}
        found = []
        for row in matrix.rows:
            for role in Role:
                wanted = merged.get((row.task.id, role))
                if wanted is not None:
                    add = sorted(wanted.add, key=lambda a: order.get(a, len(order)))
                    proposal = writer.propose(row.task.assignment(role), add, wanted.remove)
                    found.append(TaskProposal(row.task, row.place, role, proposal))
        return tuple(found)

    def propose_role(
        self,
        year: int,
        task_ids: Sequence[TaskId],
        agency_id: AgencyId,
        role: Role | None,
        day: date | None = None,
    ) -> tuple[TaskProposal, ...]:
        """Propose the wordings that give an agency one role in tasks, and no other.

        With None it has no part any more; a monitor stays one.  Who is to lead stays a member
        of a group that co-operates: "các phòng, ban, ngành" beside a leading department means
        the others.  Raises as ``propose``.
        """
        return self.propose(year, self.role_changes(year, task_ids, agency_id, role, day), day)

    def role_changes(
        self,
        year: int,
        task_ids: Sequence[TaskId],
        agency_id: AgencyId,
        role: Role | None,
        day: date | None = None,
    ) -> tuple[AssignmentChange, ...]:
        """Return the changes of the table that ``propose_role`` makes; raises likewise."""
        matrix = self.matrix(year, day)
        changes: list[AssignmentChange] = []
        for task_id in task_ids:
            row = matrix.row(task_id)
            if row is None:
                raise RecordMissing(kind="task", id=task_id)
            changes += mark_changes(row, agency_id, role)
        return tuple(changes)

    def reading(self, year: int, text: RichText) -> AgencyReading:
        """Return whom words would name in the plan of a year: for words being written."""
        understanding = understanding_for(self._agencies.catalogue(), year)
        return understanding.agencies(text.text)

    def apply(self, edits: Sequence[WordingEdit]) -> ChangeSet:
        """Write wordings in one step.

        Raises:
            EditConflict: A wording is no longer the one that was seen; nothing is written.
            RecordMissing: A task was deleted meanwhile.
        """
        with self._file.transaction("assign_agencies", count=str(len(edits))) as step:
            self._write(step.unit, edits)
        return step.change_set

    def preview_succession(
        self,
        agency_id: AgencyId,
        successor_id: AgencyId,
        from_day: date,
        years: Sequence[int] | None = None,
    ) -> SuccessionPreview:
        """Return what handing an agency's tasks over would change; nothing is written.

        Args:
            agency_id: Who ends the day before ``from_day``.
            successor_id: Who takes over.
            from_day: The first day of the successor.
            years: The plans to look at; by default that of ``from_day`` and all later ones.

        Raises:
            InvalidValue: The one cannot succeed the other on that day.
            RecordMissing: One of the two does not exist.
            PlanMissing: A year has no plan.
        """
        catalogue = self._agencies.catalogue()
        check_succession(catalogue, agency_id, successor_id, from_day)
        agency, successor = catalogue.agency(agency_id), catalogue.agency(successor_id)
        if agency is None or successor is None:
            raise RecordMissing(kind="agency", id=agency_id)
        if years is None:
            years = [
                plan.year
                for plan in self._plans.list()
                if plan.last_year is None and plan.year >= from_day.year
            ]
        tasks = [
            task
            for year in sorted(years)
            for task in _handed(
                self._plans.load_year(year), catalogue, agency_id, successor_id, from_day
            )
        ]
        groups = groups_to_join(catalogue, agency_id, successor_id)
        return SuccessionPreview(agency, successor, from_day, groups, tuple(tasks))

    def succeed(
        self,
        agency_id: AgencyId,
        successor_id: AgencyId,
        from_day: date,
        edits: Sequence[WordingEdit] = (),
    ) -> ChangeSet:
        """Hand all tasks of an agency over from a day, in one step.

        The agency ends the day before.  Wordings change only as ``edits`` say; what is left
        as printed is followed to the successor.  What was recorded before stays recorded
        under the old agency.

        Raises:
            InvalidValue: The one cannot succeed the other on that day.
            EditConflict: A wording is no longer the one that was seen; nothing is written.
            RecordMissing: An agency or a task does not exist (any more).
        """
        names = {agency.id: agency.name for agency in self._agencies.catalogue().agencies}
        with self._file.transaction(
            "hand_over_tasks", name=names.get(agency_id, ""), successor=names.get(successor_id, "")
        ) as step:
            hand_over_agency(step.unit, self._file, agency_id, successor_id, from_day)
            self._write(step.unit, edits)
        return step.change_set

    def _write(self, unit: UnitOfWork, edits: Sequence[WordingEdit]) -> None:
        for edit in edits:
            column = COLUMNS[edit.role]
            if unit.get("task", edit.task_id)[edit.role.value] != edit.before.markup:
                raise EditConflict(kind="task", id=edit.task_id)
            cell = CellEdit(RowKey(RowKind.TASK, edit.task_id), column, edit.after)
            write_cell(unit, self._file, cell)

    def _usual_day(self, year: int) -> date:
        return min(max(today(self._clock), date(year, 1, 1)), date(year, 12, 31))


def _writer(plan: Plan, catalogue: AgencyCatalogue, day: date) -> AssignmentWriter:
    read = understanding_for(catalogue, plan.year).agencies
    return AssignmentWriter(catalogue, day, name_forms(plan, catalogue, read))


def _handed(
    plan: Plan,
    catalogue: AgencyCatalogue,
    agency_id: AgencyId,
    successor_id: AgencyId,
    from_day: date,
) -> Iterator[HandedTask]:
    eve = from_day - timedelta(days=1)
    writer = _writer(plan, catalogue, from_day)
    ended = AgencyCatalogue(
        tuple(replace(a, valid_to=eve) if a.id == agency_id else a for a in catalogue.agencies),
        catalogue.groups,
    )
    read_later = understanding_for(ended, plan.year).agencies
    for row in assignment_matrix(plan, catalogue, eve).rows:
        for mark in row.cell(agency_id).marks:
            # The wording may still name one whose work came to the agency earlier.
            if mark.named_id is None:
                continue
            assignment = row.task.assignment(mark.role)
            old = [
                a
                for a in assignment.reading.agency_ids
                if current_agency(catalogue, a, eve) == agency_id
            ]
            if mark.named_id != old[0]:
                continue
            proposal = writer.replace(assignment, old, successor_id)
            stays = assignment.is_set_by_hand or set(old) <= set(
                read_later(assignment.text.text).agency_ids
            )
            proposed = TaskProposal(row.task, row.place, mark.role, proposal)
            yield HandedTask(plan.year, proposed, _is_past(row.task, from_day), stays)


def _is_past(task: PlanTask, day: date) -> bool:
    """Tell whether all that is due of a task was due before ``day``."""
    tasks = (task,) if task.is_leaf else task.subtasks
    deadlines = [d.deadline.reading for t in tasks for d in t.deliverables]
    return bool(deadlines) and all(
        d.kind is DeadlineKind.DATED and d.due is not None and d.due < day for d in deadlines
    )
