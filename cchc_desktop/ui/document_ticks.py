"""Lists from which some rows are taken: a tick before each, the space bar ticks the selection."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.rich_text import EMPTY
from cchc_desktop.ui.import_cells import Cell, Index
from cchc_desktop.ui.import_list import CellModel

Row = tuple[Cell, ...]


class TickModel(CellModel):
    """Rows of cells with a tick in the first column.

    Signals:
        ticked_changed(): Other rows are ticked.
    """

    ticked_changed = Signal()

    def __init__(self, headings: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.headings = ("", *headings)
        self._rows: list[Row] = []
        self._ticked: set[int] = set()

    @property
    def ticked(self) -> tuple[int, ...]:
        """The rows that are ticked, in order."""
        return tuple(sorted(self._ticked))

    def show_rows(self, rows: Sequence[Row], ticked: Sequence[int] = ()) -> None:
        """Show other rows, some of them ticked."""
        self.beginResetModel()
        self._rows = list(rows)
        self._ticked = set(ticked)
        self.endResetModel()
        self.ticked_changed.emit()

    def replace_row(self, row: int, cells: Row) -> None:
        """Show a row anew."""
        self._rows[row] = cells
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def tick_all(self, *, is_on: bool) -> None:
        """Tick every row, or none."""
        self._ticked = set(range(len(self._rows))) if is_on else set()
        if self._rows:
            last = self.index(len(self._rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractTableModel.flags."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override CellModel.data."""
        if index.isValid() and index.column() == 0:
            is_on = index.row() in self._ticked
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return "Đã chọn" if is_on else "Chưa chọn"
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Override QAbstractTableModel.setData: ticks a row, or not."""
        if not index.isValid() or index.column() != 0 or role != Qt.ItemDataRole.CheckStateRole:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(index.row())
        else:
            self._ticked.discard(index.row())
        cell = self.index(index.row(), 0)
        self.dataChanged.emit(cell, cell, [role])
        self.ticked_changed.emit()
        return True

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        return Cell(EMPTY) if column == 0 else self._rows[row][column - 1]
