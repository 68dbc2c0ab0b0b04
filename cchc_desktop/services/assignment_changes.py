"""What is asked of the table of tasks and agencies, and what is proposed in answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.agency import Agency, AgencyGroup, AgencyId, Role
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.assignment_matrix import MatrixRow
from cchc_desktop.domain.plan import PlanTask, TaskId
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.wording_proposal import WordingProposal

COLUMNS: dict[Role, AnnexColumn] = {
    Role.LEAD: AnnexColumn.LEAD,
    Role.COOPERATING: AnnexColumn.COOPERATING,
    Role.MONITOR: AnnexColumn.MONITOR,
}
"""The column of the annex in which a role is written."""


@dataclass(frozen=True, slots=True)
class AssignmentChange:
    """Who is to have a role in a task besides, and who no more."""

    task_id: TaskId
    role: Role
    add: frozenset[AgencyId] = frozenset()
    remove: frozenset[AgencyId] = frozenset()


def same_change(
    task_ids: Iterable[TaskId],
    role: Role,
    *,
    add: Iterable[AgencyId] = (),
    remove: Iterable[AgencyId] = (),
) -> tuple[AssignmentChange, ...]:
    """Return one change for many tasks: "assign this agency to all these"."""
    added, removed = frozenset(add), frozenset(remove)
    return tuple(AssignmentChange(task_id, role, added, removed) for task_id in task_ids)


def mark_changes(
    row: MatrixRow, agency_id: AgencyId, wanted: Role | None
) -> Iterator[AssignmentChange]:
    """Yield what gives an agency one part in a task, to lead or to co-operate, or none.

    Who watches over the task goes on doing so.  Who is to lead stays a member of a group
    that co-operates: "các phòng, ban, ngành" beside a leading department means the others.
    """
    cell = row.cell(agency_id)
    only = frozenset((agency_id,))
    for role in (Role.LEAD, Role.COOPERATING):
        if role is wanted:
            yield AssignmentChange(row.task.id, role, add=only)
        elif role in cell.roles and (wanted is not Role.LEAD or cell.is_by_name(role)):
            yield AssignmentChange(row.task.id, role, remove=only)


@dataclass(frozen=True, slots=True)
class WordingEdit:
    """New words for one role of a task, proposed or the officer's own.

    Attributes:
        before: The words that stood there when the officer saw them.
    """

    task_id: TaskId
    role: Role
    before: RichText
    after: RichText


@dataclass(frozen=True, slots=True)
class TaskProposal:
    """New words proposed for one role of a task.

    Attributes:
        place: The task as an officer names it: "I.2".
    """

    task: PlanTask
    place: str
    role: Role
    proposal: WordingProposal

    @property
    def edit(self) -> WordingEdit:
        """The proposal as an edit; an officer's own words go in ``after``."""
        proposal = self.proposal
        return WordingEdit(self.task.id, self.role, proposal.before, proposal.after)


@dataclass(frozen=True, slots=True)
class HandedTask:
    """A task that names an agency which hands over.

    Attributes:
        year: The year of its plan.
        is_past: Whether its last day lies before the hand-over; its words are best left.
        stays_understood: Whether the old name, left as printed, is still understood in the
            plan's year and so followed to the successor.
    """

    year: int
    proposed: TaskProposal
    is_past: bool
    stays_understood: bool


@dataclass(frozen=True, slots=True)
class SuccessionPreview:
    """What a hand-over would change.

    Attributes:
        groups: The groups that name the agency one by one and get the successor besides.
        tasks: All tasks that name the agency, plan by plan in printed order.
    """

    agency: Agency
    successor: Agency
    from_day: date
    groups: tuple[AgencyGroup, ...]
    tasks: tuple[HandedTask, ...]

    @property
    def edits(self) -> tuple[WordingEdit, ...]:
        """The new words of all work that is still to come, where they can be proposed."""
        return tuple(
            task.proposed.edit
            for task in self.tasks
            if task.proposed.proposal.is_change and not task.is_past
        )
