"""What the checks look at: a plan beside what it must agree with, cut into cells once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from cchc_desktop.domain.agency import AgencyCatalogue, Role
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.finding import PlanDetail
from cchc_desktop.domain.checks.reference import NO_REFERENCE, CheckReference
from cchc_desktop.domain.office import Letterhead
from cchc_desktop.domain.plan import Plan, PlanTask
from cchc_desktop.domain.plan_rows import PlanRow, RowKind, plan_rows

ROLE_COLUMNS = {
    Role.LEAD: AnnexColumn.LEAD,
    Role.COOPERATING: AnnexColumn.COOPERATING,
    Role.MONITOR: AnnexColumn.MONITOR,
}
_COLUMNS = tuple(column for column in AnnexColumn if column is not AnnexColumn.NUMBER)


@dataclass(frozen=True, slots=True)
class Cell:
    """Words with their place ("ô"): a cell of the table, or a detail of the plan.

    Attributes:
        row: The row, or None for a detail of the plan.
    """

    row: PlanRow | None
    field: AnnexColumn | PlanDetail
    text: str


@dataclass(frozen=True)
class CheckContext:
    """A plan and what it is read against ("bối cảnh kiểm tra").

    Attributes:
        letterhead: The office's details on the plan's day.
        day: The day on which the plan is read.
        previous: The plan of the year before, or None.
        reference: The lists of abbreviations and document types.
    """

    plan: Plan
    catalogue: AgencyCatalogue
    letterhead: Letterhead
    day: date
    previous: Plan | None = None
    reference: CheckReference = field(default=NO_REFERENCE)

    @cached_property
    def rows(self) -> tuple[PlanRow, ...]:
        """The rows of the plan's table."""
        return plan_rows(self.plan)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell that holds words, in printed order; the annex's title first."""
        return tuple(self._cells())

    @cached_property
    def work_rows(self) -> tuple[PlanRow, ...]:
        """The first rows of tasks and sub-tasks that are work and not a heading over work."""
        return tuple(
            row
            for row in self.rows
            if row.task is not None
            and row.key.kind in (RowKind.TASK, RowKind.SUBTASK)
            and row.task.is_leaf
        )

    @property
    def plan_day(self) -> date:
        """The day from which the plan counts: when it was issued, else 1 January."""
        return self.plan.parent_document.issued_on or date(self.plan.year, 1, 1)

    @property
    def last_day_known(self) -> date:
        """The last day of which the plan can speak as past."""
        issued_on = self.plan.parent_document.issued_on
        return issued_on or min(self.day, date(self.plan.year, 12, 31))

    def is_filled(self, column: AnnexColumn) -> bool:
        """Tell whether any task has words in ``column``."""
        return column in self._filled

    @cached_property
    def _filled(self) -> frozenset[AnnexColumn | PlanDetail]:
        return frozenset(cell.field for cell in self.cells if cell.row and cell.row.task)

    def _cells(self) -> Iterator[Cell]:
        if self.plan.title:
            yield Cell(None, PlanDetail.TITLE, self.plan.title)
        for row in self.rows:
            for column in _COLUMNS:
                text = row.cell(column).text
                if text:
                    yield Cell(row, column, text)


def is_bare(task: PlanTask) -> bool:
    """Tell whether a task says nothing but its content: a heading without work under it."""
    return not (
        task.subtasks
        or task.lead.text
        or task.cooperating.text
        or any(d.product or d.deadline.text for d in task.deliverables)
    )
