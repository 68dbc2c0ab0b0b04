"""A plan as a table of tasks against agencies: who leads, who co-operates, who watches over it.

The table is derived from the wordings and never kept: changing a wording changes it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from cchc_desktop.domain.agency import (
    Agency,
    AgencyCatalogue,
    AgencyId,
    AgencyReading,
    GroupId,
    Role,
)
from cchc_desktop.domain.plan import Plan, PlanTask, Section
from cchc_desktop.domain.tracking import current_agency

LETTERS: Mapping[Role, str] = {Role.LEAD: "C", Role.COOPERATING: "P", Role.MONITOR: "T"}
"""How a role is written in the table: "chủ trì", "phối hợp", "theo dõi"."""


@dataclass(frozen=True, slots=True)
class AssignmentMark:
    """One way in which an agency comes to a role ("dấu phân công").

    Attributes:
        group_id: The group it is a member of, or None where its own name stands.
        named_id: The agency whose name stands: itself, or whom it took over from; None
            where it comes through a group.
    """

    role: Role
    group_id: GroupId | None = None
    named_id: AgencyId | None = None

    @property
    def is_by_name(self) -> bool:
        """Whether the wording names the agency itself or its predecessor."""
        return self.group_id is None


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """What one agency does for one task ("ô phân công")."""

    marks: tuple[AssignmentMark, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.marks)

    @property
    def roles(self) -> tuple[Role, ...]:
        """All roles that the wordings give it, in the order of the columns."""
        found = {mark.role for mark in self.marks}
        return tuple(role for role in Role if role in found)

    @property
    def role(self) -> Role | None:
        """The role that counts: who leads does not co-operate with itself.

        Plans name a department as lead and "các phòng, ban, ngành" beside it; the group
        then means the others.
        """
        return next(iter(self.roles), None)

    @property
    def letter(self) -> str:
        """The role that counts, as a letter; "" for none."""
        return LETTERS[self.role] if self.role else ""

    def is_by_name(self, role: Role) -> bool:
        """Tell whether the agency has ``role`` by name, not only through a group."""
        return any(mark.role is role and mark.is_by_name for mark in self.marks)


NO_PART = MatrixCell()


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One task or sub-task of the table ("dòng phân công").

    Attributes:
        place: As an officer names it: "I.2", "IV.4.a)".
        cells: What each agency does; agencies without a part are left out.
        unknown: Per role, the names that the catalogue does not have.
    """

    section: Section
    task: PlanTask
    parent: PlanTask | None
    place: str
    cells: Mapping[AgencyId, MatrixCell]
    unknown: Mapping[Role, tuple[str, ...]]

    @property
    def is_heading(self) -> bool:
        """Whether it only stands over its sub-tasks."""
        return not self.task.is_leaf

    @property
    def counted_task(self) -> PlanTask:
        """The task that has an STT of its own and is counted."""
        return self.parent or self.task

    def cell(self, agency_id: AgencyId) -> MatrixCell:
        """Return what an agency does for the task."""
        return self.cells.get(agency_id, NO_PART)

    def agency_ids(self, role: Role) -> frozenset[AgencyId]:
        """Return all who have ``role``, by name or through a group."""
        return frozenset(a for a, cell in self.cells.items() if role in cell.roles)


@dataclass(frozen=True)
class AssignmentMatrix:
    """The table of tasks against agencies on one day ("bảng phân công").

    Attributes:
        agencies: Those with a part in any task, in catalogue order.
        others: Those of the catalogue that are valid on the day and have none.
        rows: All tasks and sub-tasks in printed order.
    """

    plan: Plan
    day: date
    agencies: tuple[Agency, ...]
    others: tuple[Agency, ...]
    rows: tuple[MatrixRow, ...]
    _by_task: Mapping[int, MatrixRow] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_task", {row.task.id: row for row in self.rows})

    def row(self, task_id: int) -> MatrixRow | None:
        """Return the row of a task, or None."""
        return self._by_task.get(task_id)

    @property
    def unknown(self) -> tuple[str, ...]:
        """All names that the catalogue does not have, without repetition."""
        found = (name for row in self.rows for names in row.unknown.values() for name in names)
        return tuple(dict.fromkeys(found))


def assignment_matrix(plan: Plan, catalogue: AgencyCatalogue, day: date) -> AssignmentMatrix:
    """Return the table of a plan with the agencies and members of groups as on ``day``."""
    rows = tuple(_rows(plan, catalogue, day))
    involved = {agency_id for row in rows for agency_id in row.cells}
    return AssignmentMatrix(
        plan,
        day,
        tuple(a for a in catalogue.agencies if a.id in involved),
        tuple(a for a in catalogue.agencies if a.id not in involved and a.is_valid_on(day)),
        rows,
    )


def named_marks(
    reading: AgencyReading, role: Role, catalogue: AgencyCatalogue, day: date
) -> Iterator[tuple[AgencyId, AssignmentMark]]:
    """Yield every agency that a wording names on ``day``, and how it comes to it.

    Groups cover their members; names that ended stand for whoever took over.
    """
    for mention in reading.mentions:
        if mention.agency_id is not None:
            if catalogue.agency(mention.agency_id):
                current = current_agency(catalogue, mention.agency_id, day)
                yield current, AssignmentMark(role, named_id=mention.agency_id)
        elif mention.group_id is not None and (group := catalogue.group(mention.group_id)):
            for member in catalogue.members(group, day):
                yield member.id, AssignmentMark(role, group_id=group.id)


def unknown_names(reading: AgencyReading, catalogue: AgencyCatalogue) -> tuple[str, ...]:
    """Return the names that the catalogue does not have (any more), without repetition."""
    found: dict[str, None] = {}
    for mention in reading.mentions:
        is_agency = mention.agency_id is not None and catalogue.agency(mention.agency_id)
        is_group = mention.group_id is not None and catalogue.group(mention.group_id)
        if not (is_agency or is_group):
            found[mention.text] = None
    return tuple(found)


def _rows(plan: Plan, catalogue: AgencyCatalogue, day: date) -> Iterator[MatrixRow]:
    for section in plan.sections:
        for top in section.tasks:
            for task in (top, *top.subtasks):
                parent = None if task is top else top
                parts = (section.number, parent.number if parent else "", task.number)
                place = ".".join(part for part in parts if part)
                yield _row(section, task, parent, place, catalogue, day)


def _row(
    section: Section,
    task: PlanTask,
    parent: PlanTask | None,
    place: str,
    catalogue: AgencyCatalogue,
    day: date,
) -> MatrixRow:
    marks: dict[AgencyId, dict[AssignmentMark, None]] = {}
    unknown: dict[Role, tuple[str, ...]] = {}
    for role in Role:
        reading = task.assignment(role).reading
        for agency_id, mark in named_marks(reading, role, catalogue, day):
            marks.setdefault(agency_id, {})[mark] = None
        if names := unknown_names(reading, catalogue):
            unknown[role] = names
    cells = {agency_id: MatrixCell(tuple(found)) for agency_id, found in marks.items()}
    return MatrixRow(section, task, parent, place, cells, unknown)
