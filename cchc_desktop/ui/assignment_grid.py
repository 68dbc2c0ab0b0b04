"""The rows of the matrix: sections and tasks, and which of them a filter leaves."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from cchc_desktop.domain.agency import AgencyCatalogue, AgencyId, Role
from cchc_desktop.domain.assignment_matrix import AssignmentMatrix, MatrixCell, MatrixRow
from cchc_desktop.domain.plan import PlanTask, Section, TaskId
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.vietnamese import Searchable, SearchQuery

COUNTED_ROLES = (Role.LEAD, Role.COOPERATING)
"""The roles that are set in the matrix."""


@dataclass(frozen=True)
class GridRow:
    """One row of the matrix on the screen.

    Attributes:
        assigned: Who does what for the task; None for a section.
    """

    section: Section
    assigned: MatrixRow | None = None

    @cached_property
    def key(self) -> RowKey:
        """Names the row across reloads."""
        if self.assigned is None:
            return RowKey(RowKind.SECTION, self.section.id)
        kind = RowKind.SUBTASK if self.assigned.parent else RowKind.TASK
        return RowKey(kind, self.assigned.task.id)

    @property
    def task(self) -> PlanTask | None:
        """The task, or None for a section."""
        return self.assigned.task if self.assigned else None

    @property
    def number(self) -> str:
        """As printed: "II", "2", "a)"."""
        return self.assigned.task.number if self.assigned else self.section.number

    @property
    def place(self) -> str:
        """As an officer names it: "II", "II.2", "II.2.a)"."""
        return self.assigned.place if self.assigned else self.section.number

    @property
    def words(self) -> str:
        """The content, or a section's title."""
        return self.assigned.task.content.text if self.assigned else self.section.title.text

    def cell(self, agency_id: AgencyId) -> MatrixCell | None:
        """Return what an agency does here; None for a section."""
        return self.assigned.cell(agency_id) if self.assigned else None

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names that the catalogue does not have."""
        if self.assigned is None:
            return ()
        names = (name for found in self.assigned.unknown.values() for name in found)
        return tuple(dict.fromkeys(names))

    @property
    def has_no_lead(self) -> bool:
        """Whether this is work that nobody is named to lead."""
        return (
            self.assigned is not None
            and not self.assigned.is_heading
            and not self.assigned.task.lead.text
            and not self.assigned.task.lead.reading.mentions
        )

    @property
    def is_led_by_group(self) -> bool:
        """Whether a group leads."""
        return self.assigned is not None and bool(self.assigned.task.lead.reading.group_ids)

    @cached_property
    def searchable(self) -> Searchable:
        """The content and the wordings, to be searched in."""
        if self.assigned is None:
            return Searchable(self.words)
        task = self.assigned.task
        wordings = (task.assignment(role).text.text for role in Role)
        return Searchable("\n".join((task.content.text, *wordings)))


@dataclass(frozen=True, slots=True)
class GridFilter:
    """What a task must be to be shown; nothing is asked for at first.

    Attributes:
        words: Stand in the task, in its wordings, or in the name of an agency named there.
        agency_id: Has a part, by name or through a group.
        task_ids: Only these tasks with their sub-tasks, where not None.
    """

    words: str = ""
    has_no_lead: bool = False
    has_unknown: bool = False
    is_led_by_group: bool = False
    agency_id: AgencyId | None = None
    task_ids: frozenset[TaskId] | None = None

    @property
    def is_active(self) -> bool:
        """Whether any row might be hidden."""
        return self != GridFilter()


def grid_rows(matrix: AssignmentMatrix) -> tuple[GridRow, ...]:
    """Return the rows in printed order; an untitled section alone has no row of its own."""
    return tuple(_rows(matrix))


def shown_rows(
    rows: tuple[GridRow, ...], wanted: GridFilter, catalogue: AgencyCatalogue
) -> tuple[tuple[GridRow, ...], int]:
    """Return the rows that a filter leaves, and how many of them it was that fit.

    The section and the task above a row that fits stay.
    """
    if not wanted.is_active:
        return rows, 0
    query = SearchQuery(wanted.words)
    named = found_agencies(query, catalogue)
    keep: set[RowKey] = set()
    hits = 0
    for row in rows:
        if row.assigned is not None and _fits(row, row.assigned, wanted, query, named):
            hits += 1
            keep |= {row.key, RowKey(RowKind.SECTION, row.section.id)}
            if row.assigned.parent is not None:
                keep.add(RowKey(RowKind.TASK, row.assigned.parent.id))
    return tuple(row for row in rows if row.key in keep), hits


def found_agencies(query: SearchQuery, catalogue: AgencyCatalogue) -> frozenset[AgencyId]:
    """Return the agencies in whose names the words stand."""
    if not query:
        return frozenset()
    return frozenset(
        agency.id
        for agency in catalogue.agencies
        if query.matches(Searchable("\n".join((agency.name, agency.short_name, *agency.aliases))))
    )


def _fits(
    row: GridRow,
    assigned: MatrixRow,
    wanted: GridFilter,
    query: SearchQuery,
    named: Collection[AgencyId],
) -> bool:
    if wanted.task_ids is not None and assigned.counted_task.id not in wanted.task_ids:
        return False
    if wanted.agency_id is not None and not assigned.cell(wanted.agency_id):
        return False
    conditions = (
        (wanted.has_no_lead, row.has_no_lead),
        (wanted.has_unknown, bool(row.unknown)),
        (wanted.is_led_by_group, row.is_led_by_group),
    )
    if any(asked and not met for asked, met in conditions):
        return False
    if not query:
        return True
    # Groups name nearly everybody, so only marks by name lead from an agency to its tasks.
    return query.matches(row.searchable) or any(
        assigned.cell(agency_id).is_by_name(role) for agency_id in named for role in Role
    )


def _rows(matrix: AssignmentMatrix) -> Iterator[GridRow]:
    by_task = {row.task.id: row for row in matrix.rows}
    for section in matrix.plan.sections:
        if section.title or len(matrix.plan.sections) > 1:
            yield GridRow(section)
        for task in section.tasks:
            for one in (task, *task.subtasks):
                yield GridRow(section, by_task[one.id])
