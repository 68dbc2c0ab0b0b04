"""A plan as the rows of its table, in printed order.

The window, find and replace, copying and filters all see the same rows.  A task with
several deliverables takes one row for each; the rows after the first carry only the
product and the deadline.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan import Deliverable, Plan, PlanTask, Section
from cchc_desktop.domain.rich_text import EMPTY, RichText


class RowKind(StrEnum):
    """What a row of the table stands for ("loại dòng")."""

    SECTION = "section"
    TASK = "task"
    SUBTASK = "subtask"
    DELIVERABLE = "deliverable"
    """A further product of the task above."""


@dataclass(frozen=True, slots=True)
class RowKey:
    """Names a row across reloads ("khóa dòng"): its kind, and the id in that kind's table."""

    kind: RowKind
    id: int


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One row of the table ("dòng của bảng").

    Attributes:
        task: The task the row belongs to; None for a section.
        deliverable: The product on this row; None for sections and heading rows.
        parent: The task above a sub-task's rows, else None.
    """

    key: RowKey
    number: str
    section: Section
    task: PlanTask | None = None
    deliverable: Deliverable | None = None
    parent: PlanTask | None = None

    def cell(self, column: AnnexColumn) -> RichText:
        """Return the wording in ``column``; the number column as plain text."""
        if column is AnnexColumn.NUMBER:
            return RichText.plain(self.number)
        if self.task is None:
            return self.section.title if column is AnnexColumn.CONTENT else EMPTY
        if column is AnnexColumn.PRODUCT:
            return self.deliverable.product if self.deliverable else EMPTY
        if column is AnnexColumn.DEADLINE:
            return self.deliverable.deadline.text if self.deliverable else EMPTY
        if self.key.kind is RowKind.DELIVERABLE:
            return EMPTY
        return task_cell(self.task, column)

    def accepts(self, column: AnnexColumn) -> bool:
        """Tell whether an officer can write in ``column`` of this row."""
        match self.key.kind:
            case RowKind.SECTION:
                return column is AnnexColumn.CONTENT
            case RowKind.DELIVERABLE:
                return column in (AnnexColumn.PRODUCT, AnnexColumn.DEADLINE)
            case _:
                return column is not AnnexColumn.NUMBER

    @property
    def place_name(self) -> str:
        """The row as an officer would name it: "II", "II.3", "II.3.a)"."""
        if self.task is None:
            return self.section.number
        parts = [self.section.number, self.parent.number if self.parent else "", self.task.number]
        return ".".join(part for part in parts if part)


def task_cell(task: PlanTask, column: AnnexColumn) -> RichText:
    """Return the wording of a task in a column that belongs to the task itself."""
    match column:
        case AnnexColumn.CONTENT:
            return task.content
        case AnnexColumn.LEAD:
            return task.lead.text
        case AnnexColumn.COOPERATING:
            return task.cooperating.text
        case AnnexColumn.MONITOR:
            return task.monitor.text
        case AnnexColumn.NOTE:
            return task.note
        case _:
            return EMPTY


def plan_rows(plan: Plan) -> tuple[PlanRow, ...]:
    """Return the rows of the plan's table; an untitled section has no row of its own."""
    return tuple(_rows(plan))


def _rows(plan: Plan) -> Iterator[PlanRow]:
    for section in plan.sections:
        if section.title or len(plan.sections) > 1:
            yield PlanRow(RowKey(RowKind.SECTION, section.id), section.number, section)
        for task in section.tasks:
            yield from _task_rows(section, task, None)
            for subtask in task.subtasks:
                yield from _task_rows(section, subtask, task)


def _task_rows(section: Section, task: PlanTask, parent: PlanTask | None) -> Iterator[PlanRow]:
    kind = RowKind.SUBTASK if parent else RowKind.TASK
    first = task.deliverables[0] if task.deliverables else None
    yield PlanRow(RowKey(kind, task.id), task.number, section, task, first, parent)
    for deliverable in task.deliverables[1:]:
        key = RowKey(RowKind.DELIVERABLE, deliverable.id)
        yield PlanRow(key, "", section, task, deliverable, parent)
