"""A list with a check box in each row, whose decisions outlast a new reading of the rows."""

from collections.abc import Hashable, Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.import_cells import Index
from cchc_desktop.ui.import_list import CellModel


class TickModel(CellModel):
    """Rows with a check box each; what was decided on a row stays when the rows are read anew.

    Signals:
        ticks_changed(): Another set of rows is ticked.
    """

    ticks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: list[Hashable] = []
        self._ticked: dict[Hashable, bool] = {}

    def is_ticked(self, key: Hashable) -> bool:
        """Tell whether the row of this key is ticked."""
        return self._ticked.get(key, False)

    def tick_all(self, *, is_ticked: bool) -> None:
        """Tick all rows in sight, or none of them."""
        self._ticked |= dict.fromkeys(self._keys, is_ticked)
        if self._keys:
            last = self.index(len(self._keys) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])
            self.ticks_changed.emit()

    def forget(self) -> None:
        """Start anew: the next rows are of another proposal."""
        self._ticked = {}

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._keys)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractTableModel.flags."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override CellModel.data."""
        if index.isValid() and index.column() == 0:
            is_ticked = self.is_ticked(self._keys[index.row()])
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return "Đã chọn" if is_ticked else "Không chọn"
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Override QAbstractTableModel.setData: ticks a row or unticks it."""
        if not index.isValid() or index.column() != 0 or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self._ticked[self._keys[index.row()]] = Qt.CheckState(value) is Qt.CheckState.Checked
        cell = self.index(index.row(), 0)
        self.dataChanged.emit(cell, cell, [role])
        self.ticks_changed.emit()
        return True

    def _decide(self, proposed: Iterable[tuple[Hashable, bool]]) -> None:
        """Take what is proposed of rows on which nothing was decided yet."""
        for key, is_ticked in proposed:
            self._ticked.setdefault(key, is_ticked)
