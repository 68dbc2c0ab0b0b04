"""All that is wrong, or to be known, of the files that came: the gravest first."""

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.problem import Severity
from cchc_desktop.domain.return_comparison import CollectionPreview, ReturnFilePreview
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.services.sentences import describe_error, describe_problem
from cchc_desktop.ui.import_cells import Cell, Index, Mark, Tone
from cchc_desktop.ui.import_list import CellModel
from cchc_desktop.ui.return_words import cell_place

SHARES = (23, 0.2, 0.2, 0.21, 0.39)
"""The widths of the columns, for ``ImportList``."""

_REFUSED = 0
_RANKS = {Severity.DROPPED: 1, Severity.CHECK: 2, Severity.NOTICE: 3}
_MARKS = {
    _REFUSED: Mark("Cả tệp không nhận", Tone.LATE),
    1: Mark("Không lấy được", Tone.LATE),
    2: Mark("Cần xem lại", Tone.SOON),
    3: Mark("Để biết", Tone.WAITING),
}
_FILE_COLUMN = 1


@dataclass(frozen=True, slots=True)
class _Row:
    rank: int
    file: int
    name: str
    place: str
    text: str
    sentence: str


class ReturnProblemModel(CellModel):
    """The problems of all files, or of one."""

    headings = ("Mức độ", "Tệp", "Vị trí", "Trong tệp", "Điều cần biết")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[_Row] = []
        self._rows: list[_Row] = []
        self._file: int | None = None

    def show_preview(self, preview: CollectionPreview | None) -> None:
        """Show the problems of another preview, of all its files."""
        rows = [row for file in (preview.files if preview else ()) for row in _rows_of(file)]
        self._all = sorted(rows, key=lambda row: row.rank)
        self.show_file(None)

    def show_file(self, index: int | None) -> None:
        """Show the problems of one file only, or of all."""
        self.beginResetModel()
        self._file = index
        self._rows = [row for row in self._all if index is None or row.file == index]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def empty_columns(self) -> tuple[int, ...]:
        """Override CellModel.empty_columns: of one file its name is known."""
        return () if self._file is None else (_FILE_COLUMN,)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        found = self._rows[row]
        match column:
            case 0:
                return Cell(EMPTY, mark=_MARKS[found.rank])
            case 1:
                # A column out of sight must not make its row taller.
                return Cell(RichText.plain(found.name if self._file is None else ""))
            case 2:
                return Cell(RichText.plain(found.place))
            case 3:
                return Cell(RichText.plain(found.text))
            case _:
                return Cell(RichText.plain(found.sentence))


def _rows_of(file: ReturnFilePreview) -> list[_Row]:
    rows = [
        _Row(
            _RANKS[problem.severity], file.index, file.name, cell_place(problem.place),
            problem.text, describe_problem(problem),
        )
        for problem in file.problems
    ]  # fmt: skip
    if file.error is not None:
        text = describe_error(file.error)
        sentence = f"{text.what} {text.remedy}".rstrip()
        rows.insert(0, _Row(_REFUSED, file.index, file.name, "Cả tệp", "", sentence))
    return rows
