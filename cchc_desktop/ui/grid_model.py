"""The rows of a snapshot as a table's rows: where each is shown, and what is told of it."""

from collections.abc import Hashable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NAMES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class GridRow(Protocol):
    """What a table asks of its rows, whatever they show."""

    @property
    def key(self) -> Any:  # noqa: ANN401 - each model has keys of its own
        """Names the row across reloads."""

    @property
    def place_name(self) -> str:
        """The row as an officer would name it."""


Row = TypeVar("Row", bound=GridRow)
Key = TypeVar("Key", bound=Hashable)


class GridModel(QAbstractTableModel, Generic[Row, Key]):
    """Shows a list of rows that subclasses choose; each row is found again by its key.

    Args:
        titles: The titles of the columns.
        parent: Owns the model.

    Signals:
        shown_changed(): Other rows are shown than before, or in another order.
    """

    shown_changed = Signal()

    def __init__(self, titles: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._shown: list[Row] = []
        self._places: dict[Key, int] | None = None

    @property
    def shown_rows(self) -> Sequence[Row]:
        """The rows shown, in order."""
        return self._shown

    def row_at(self, place: int) -> Row | None:
        """Return the row shown at ``place``, or None."""
        return self._shown[place] if 0 <= place < len(self._shown) else None

    def place_of(self, key: Key) -> int:
        """Return where the row of ``key`` is shown, or -1."""
        if self._places is None:
            self._places = {row.key: place for place, row in enumerate(self._shown)}
        return self._places.get(key, -1)

    def rows_moved(self) -> None:
        """Forget where rows were shown; called after each change of the list of rows."""
        self._places = None

    def is_writable(self, row: Row, place: int) -> bool:  # noqa: ARG002 - asked of subclasses
        """Tell whether a row's cell in the column at ``place`` can be written in."""
        return False

    def words_of(self, row: Row, place: int) -> str:
        """Return the words of a row's cell in the column at ``place``."""
        raise NotImplementedError

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Override QAbstractTableModel.columnCount."""
        return 0 if parent.isValid() else len(self._titles)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractTableModel.flags."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.is_writable(row, index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Override QAbstractTableModel.headerData: titles, and rows by their names."""
        if orientation is Qt.Orientation.Horizontal:
            return self._titles[section] if role == Qt.ItemDataRole.DisplayRole else None
        row = self.row_at(section)
        return row.place_name if row and role in _NAMES else None

    def _replace(self, new: list[Row]) -> None:
        """Show other rows; views begin anew."""
        self.beginResetModel()
        self._shown = new
        self.rows_moved()
        self.endResetModel()

    def _emit_row(self, key: Key) -> None:
        """Let views draw a row anew, where it is shown."""
        place = self.place_of(key)
        if place >= 0:
            self._emit_rows(place, place)

    def _emit_rows(self, first: int, last: int) -> None:
        """Let views draw some rows anew."""
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
