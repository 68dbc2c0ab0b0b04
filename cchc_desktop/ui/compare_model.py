"""The lines of a comparison as a table: what happened, where, what it was, what it is."""

from PySide6.QtWidgets import QAbstractItemView, QWidget

from cchc_desktop.domain.compared_row import ComparedRow, ComparisonKind
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.version_comparison import VersionComparison
from cchc_desktop.services.comparison_sentences import KINDS, describe_row_place
from cchc_desktop.ui.import_cells import Cell, Index, Mark, Tone
from cchc_desktop.ui.import_list import CellModel, ImportList

_SHARES = (20, 0.2, 0.4, 0.4)
_TONES = {
    ComparisonKind.KEPT: Tone.WAITING,
    ComparisonKind.ADDED: Tone.DONE,
    ComparisonKind.REMOVED: Tone.LATE,
    ComparisonKind.CHANGED: Tone.SOON,
    ComparisonKind.MOVED: Tone.ACCENT,
    ComparisonKind.RENUMBERED: Tone.WAITING,
}


class CompareModel(CellModel):
    """The lines of the kinds that are shown, in printed order."""

    headings = ("Điều chỉnh", "Vị trí", "Bên trái", "Bên phải")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ComparedRow, ...] = ()

    def show_rows(
        self, comparison: VersionComparison | None, kinds: frozenset[ComparisonKind]
    ) -> None:
        """Show the lines of these kinds of another comparison."""
        self.beginResetModel()
        rows = comparison.every_row if comparison else ()
        self._rows = tuple(row for row in rows if row.kind in kinds)
        self.endResetModel()

    def row(self, row: int) -> ComparedRow:
        """Return the line in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows: old words struck through, new ones on a ground."""
        line = self._rows[row]
        is_still = line.kind is ComparisonKind.KEPT
        match column:
            case 0:
                return Cell(EMPTY, mark=Mark(KINDS[line.kind], _TONES[line.kind]))
            case 1:
                return Cell(RichText.plain(describe_row_place(line)), is_muted=True)
            case 2:
                return Cell(line.before, line.changed_before, Tone.LATE, is_muted=is_still)
            case _:
                return Cell(line.after, line.changed_after, Tone.DONE, is_muted=is_still)


class CompareList(ImportList):
    """Shows the lines with all words in sight; Ctrl+C copies them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_SHARES, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAccessibleName("Các chỗ khác nhau")
