"""What will be written, as the rows of the annex to be: sections, tasks, sub-tasks, products."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.annex_draft import AnnexColumn, AnnexDraft, DraftDeliverable, DraftTask
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.deadline_reading import understand_deadline
from cchc_desktop.domain.plan import TaskNumbering, section_number, subtask_number, task_number
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.ui.import_cells import Cell, Index, Mark, Tone
from cchc_desktop.ui.import_list import CellModel
from cchc_desktop.ui.import_words import COLUMN_NAMES, deadline_words

_SHOWN = (
    AnnexColumn.CONTENT,
    AnnexColumn.PRODUCT,
    AnnexColumn.DEADLINE,
    AnnexColumn.LEAD,
    AnnexColumn.COOPERATING,
    AnnexColumn.NOTE,
)
_TONES = {
    DeadlineKind.DATED: Tone.ACCENT,
    DeadlineKind.RECURRING: Tone.WAITING,
    DeadlineKind.EVENT: Tone.WAITING,
    DeadlineKind.UNRECOGNISED: Tone.SOON,
}

SHARES = (8, 0.31, 0.18, 0.15, 0.13, 0.14, 0.09)
"""The widths of the columns, for ``ImportList``."""


@dataclass(frozen=True, slots=True)
class _Row:
    number: str
    title: RichText = EMPTY
    task: DraftTask | None = None
    deliverable: DraftDeliverable | None = None
    is_first: bool = True


class DraftModel(CellModel):
    """The rows that a new plan will have, with the numbers the program gives them."""

    headings = ("STT", *(COLUMN_NAMES[column] for column in _SHOWN))

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[_Row, ...] = ()
        self._year = 0

    def show_draft(self, draft: AnnexDraft, year: int) -> None:
        """Show another draft, its deadlines understood in the plan of ``year``."""
        self.beginResetModel()
        self._rows = tuple(_rows(draft))
        self._year = year
        self.endResetModel()

    def wide_rows(self) -> tuple[int, ...]:
        """Return the rows of sections: their titles run across the table."""
        return tuple(i for i, row in enumerate(self._rows) if row.task is None)

    def empty_columns(self) -> tuple[int, ...]:
        """Return the columns in which no row says anything, such as notes that nobody wrote."""
        return tuple(
            column
            for column in range(1, len(self.headings))
            if self._rows
            and not any(self.cell(row, column).words for row in range(len(self._rows)))
        )

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        found = self._rows[row]
        if column == 0:
            number = RichText.plain(found.number if found.is_first else "")
            is_section = found.task is None
            return Cell(number, is_heading=is_section, is_tinted=is_section, is_centred=True)
        if found.task is None:
            title = found.title if column == 1 else EMPTY
            return Cell(title, is_heading=True, is_tinted=True)
        match _SHOWN[column - 1]:
            case AnnexColumn.PRODUCT:
                return Cell(found.deliverable.product if found.deliverable else EMPTY)
            case AnnexColumn.DEADLINE:
                return self._deadline_cell(found.deliverable)
            case wanted:
                return Cell(_task_cell(found.task, wanted) if found.is_first else EMPTY)

    def _deadline_cell(self, deliverable: DraftDeliverable | None) -> Cell:
        if deliverable is None or not deliverable.deadline:
            return Cell(EMPTY)
        reading = understand_deadline(deliverable.deadline.text, self._year)
        mark = Mark(deadline_words(reading, self._year), _TONES[reading.kind])
        return Cell(deliverable.deadline, mark=mark)


def _task_cell(task: DraftTask, column: AnnexColumn) -> RichText:
    match column:
        case AnnexColumn.CONTENT:
            return task.content
        case AnnexColumn.LEAD:
            return task.lead
        case AnnexColumn.COOPERATING:
            if not task.monitor:
                return task.cooperating
            monitor = RichText.plain(f"{COLUMN_NAMES[AnnexColumn.MONITOR]}: {task.monitor.text}")
            return task.cooperating.joined(monitor, "\n")
        case _:
            return task.note


def _rows(draft: AnnexDraft) -> Iterator[_Row]:
    position = 0
    for section_position, section in enumerate(draft.sections, 1):
        if section.title or len(draft.sections) > 1:
            yield _Row(section_number(section_position), section.title)
        if draft.task_numbering is TaskNumbering.PER_SECTION:
            position = 0
        for task in section.tasks:
            position += 1
            yield from _task_rows(task_number(position), task)
            for letter, subtask in enumerate(task.subtasks, 1):
                yield from _task_rows(subtask_number(letter), subtask)


def _task_rows(number: str, task: DraftTask) -> Iterator[_Row]:
    first = task.deliverables[0] if task.deliverables else None
    yield _Row(number, task=task, deliverable=first)
    for deliverable in task.deliverables[1:]:
        yield _Row(number, task=task, deliverable=deliverable, is_first=False)
