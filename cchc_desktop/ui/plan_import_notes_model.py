"""What the officer should look at before a document is written, the gravest first."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.document_draft import DocumentDraft
from cchc_desktop.domain.problem import Severity
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.plan_import_preview import PlanImportPreview
from cchc_desktop.services.sentences import describe_problem
from cchc_desktop.ui.import_cells import Cell, Index, Mark, Tone
from cchc_desktop.ui.import_list import CellModel
from cchc_desktop.ui.plan_import_words import LETTERHEAD_NAMES

SHARES = (24, 9, 0.55, 0.45)
"""The widths of the columns, for ``ImportList``."""

_ORDER = (Severity.DROPPED, Severity.CHECK, Severity.NOTICE)
_MARKS = {
    Severity.DROPPED: Mark("Không đưa vào được", Tone.LATE),
    Severity.CHECK: Mark("Cần xem lại", Tone.SOON),
    Severity.NOTICE: Mark("Đã tự xử lý", Tone.WAITING),
}


@dataclass(frozen=True, slots=True)
class _Row:
    severity: Severity
    line: int | None
    sentence: str
    text: str


class NotesModel(CellModel):
    """Problems of the reading, differences from the office's details, unknown agencies."""

    headings = ("Mức độ", "Dòng", "Điều cần biết", "Chữ trong tệp")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []

    def show_draft(self, draft: DocumentDraft | None, preview: PlanImportPreview | None) -> None:
        """Show what is to be said of another document."""
        rows = _problem_rows(draft) if draft else []
        if preview is not None:
            rows += _preview_rows(preview)
        self.beginResetModel()
        self._rows = sorted(rows, key=lambda row: _ORDER.index(row.severity))
        self.endResetModel()

    def count(self, severity: Severity) -> int:
        """Return how many rows are of this gravity."""
        return sum(row.severity is severity for row in self._rows)

    def line_of(self, row: int) -> int | None:
        """Return the line of the file that a row is about, or None."""
        return self._rows[row].line

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        found = self._rows[row]
        match column:
            case 0:
                return Cell(RichText.plain(""), mark=_MARKS[found.severity])
            case 1:
                words = str(found.line) if found.line is not None else ""
                return Cell(RichText.plain(words), is_muted=True)
            case 2:
                return Cell(RichText.plain(found.sentence))
            case _:
                return Cell(RichText.plain(found.text), is_muted=True)


def _problem_rows(draft: DocumentDraft) -> list[_Row]:
    return [
        _Row(problem.severity, problem.place.row, describe_problem(problem), problem.text)
        for problem in draft.problems
    ]


def _preview_rows(preview: PlanImportPreview) -> list[_Row]:
    rows = [
        _Row(
            Severity.CHECK,
            None,
            f"{LETTERHEAD_NAMES[difference.field]} khác với “{difference.of_office}”.",
            difference.of_document,
        )
        for difference in preview.letterhead
    ]
    rows += (
        _Row(Severity.CHECK, None, "Đơn vị này chưa có trong danh mục.", name.text)
        for name in preview.unknown_names
    )
    return rows
