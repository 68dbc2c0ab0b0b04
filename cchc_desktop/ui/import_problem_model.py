"""All that the officer should look at before writing: the gravest first, with its place."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.annex_draft import AnnexDraft
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.deadline_reading import understand_deadline
from cchc_desktop.domain.problem import Place, Severity
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.sentences import describe_place, describe_problem
from cchc_desktop.ui.import_cells import Cell, Index, Mark, Tone
from cchc_desktop.ui.import_list import CellModel
from cchc_desktop.ui.import_words import draft_tasks

SHARES = (27, 0.27, 0.37, 0.36)
"""The widths of the columns, for ``ImportList``."""

_ORDER = (Severity.DROPPED, Severity.CHECK, Severity.NOTICE)
_NAMES = {
    Severity.DROPPED: Mark("Không đưa vào được", Tone.LATE),
    Severity.CHECK: Mark("Cần xem lại", Tone.SOON),
    Severity.NOTICE: Mark("Đã tự sửa", Tone.WAITING),
}
_DEADLINE_UNKNOWN = (
    "Chưa nhận ra thời hạn này. Chữ được giữ nguyên; sau khi ghi, đặt ngày hoặc kỳ hạn "
    "trong bảng kế hoạch."
)


@dataclass(frozen=True, slots=True)
class _Row:
    severity: Severity
    place: Place
    text: str
    sentence: str


class ProblemModel(CellModel):
    """The problems of a draft, and the deadlines that will have to be set by hand."""

    headings = ("Mức độ", "Vị trí", "Chữ trong tệp", "Điều cần biết")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []

    def show_draft(self, draft: AnnexDraft, year: int) -> None:
        """Show the problems of another draft, its deadlines understood in ``year``."""
        rows = [
            _Row(problem.severity, problem.place, problem.text, describe_problem(problem))
            for problem in draft.problems
        ]
        rows += _unknown_deadlines(draft, year)
        self.beginResetModel()
        self._rows = sorted(rows, key=lambda row: _ORDER.index(row.severity))
        self.endResetModel()

    def count(self, severity: Severity) -> int:
        """Return how many rows are of this gravity."""
        return sum(row.severity is severity for row in self._rows)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        found = self._rows[row]
        match column:
            case 0:
                return Cell(RichText.plain(""), mark=_NAMES[found.severity])
            case 1:
                return Cell(RichText.plain(describe_place(found.place)))
            case 2:
                return Cell(RichText.plain(found.text))
            case _:
                return Cell(RichText.plain(found.sentence))


def _unknown_deadlines(draft: AnnexDraft, year: int) -> list[_Row]:
    return [
        _Row(Severity.CHECK, deliverable.place, deliverable.deadline.text, _DEADLINE_UNKNOWN)
        for task in draft_tasks(draft)
        for deliverable in task.deliverables
        if deliverable.deadline
        and understand_deadline(deliverable.deadline.text, year).kind is DeadlineKind.UNRECOGNISED
    ]
