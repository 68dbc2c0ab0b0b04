"""What is chosen in a grid: the current cell, selected cells and whole rows."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Signal,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from cchc_desktop.ui.grid_header import GridColumn, GridHeader
from cchc_desktop.ui.grid_model import GridModel, Key, Row

Index = QModelIndex | QPersistentModelIndex
Column = TypeVar("Column", bound=StrEnum)

_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
)


class GridSelection(QTableView, Generic[Row, Key, Column]):
    """A table in which cells and rows are chosen as in Excel.

    A cell of the number column stands for its row: choosing it chooses the whole row.

    Attributes:
        rows: The model.
        columns: The heading row; cells are counted in the order that it shows.

    Signals:
        current_row_changed(): Another row is the current one.
    """

    current_row_changed = Signal()

    columns: GridHeader

    def __init__(
        self,
        model: GridModel[Row, Key],
        columns: Sequence[GridColumn[Column]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self._columns = columns
        self._places = {column.column: place for place, column in enumerate(columns)}
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def is_band(self, row: Row) -> bool:  # noqa: ARG002 - asked of subclasses
        """Tell whether a row's title runs across all its cells but the first."""
        return False

    @property
    def current_row(self) -> Row | None:
        """The row of the current cell, or None."""
        return self.rows.row_at(self.currentIndex().row())

    @property
    def current_column(self) -> Column:
        """The column of the current cell."""
        return self._columns[max(self.currentIndex().column(), 0)].column

    def selected_places(self) -> list[tuple[int, int]]:
        """Return row and column of each selected cell that is shown, in order."""
        places = [
            (index.row(), self.columns.visualIndex(index.column()))
            for index in self.selectedIndexes()
            if not self.isColumnHidden(index.column())
        ]
        return [(row, self.columns.logicalIndex(column)) for row, column in sorted(places)]

    def selected_rows(self) -> list[Row]:
        """Return the rows with a selected cell, else the current one, in order."""
        places = sorted({row for row, _ in self.selected_places()})
        if not places and self.currentIndex().isValid():
            places = [self.currentIndex().row()]
        return [row for place in places if (row := self.rows.row_at(place))]

    def shown_places(self) -> list[int]:
        """Return where the columns shown stand in the model, from left to right."""
        places = (self.columns.logicalIndex(visual) for visual in range(self.columns.count()))
        return [place for place in places if not self.isColumnHidden(place)]

    def shown_columns(self) -> list[Column]:
        """Return the columns shown, from left to right."""
        return [self._columns[place].column for place in self.shown_places()]

    def corner(self) -> tuple[Row, Column] | None:
        """Return row and column of the selection's upper left cell, else of the current one."""
        places = self.selected_places()
        row = self.rows.row_at(places[0][0]) if places else self.current_row
        if row is None:
            return None
        chosen = [self.columns.visualIndex(place) for _, place in places]
        if not chosen:
            return row, self.current_column
        return row, self._columns[self.columns.logicalIndex(min(chosen))].column

    def stand_on(self, index: QModelIndex) -> None:
        """Make a cell the current one and the only one selected, whatever keys are held."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)

    def select_rows(self, keys: Sequence[Key]) -> None:
        """Choose whole rows; the first becomes the current one, in the column it was in."""
        places = [place for key in keys if (place := self.rows.place_of(key)) >= 0]
        if not places:
            return
        column = max(self.currentIndex().column(), 0)
        selection = QItemSelection()
        last = self.rows.columnCount() - 1
        for place in places:
            selection.select(self.rows.index(place, 0), self.rows.index(place, last))
        model = self.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        model.setCurrentIndex(self.rows.index(places[0], column), flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect)
        self.scrollTo(self.currentIndex())

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Override QTableView.selectionCommand: the number stands for the row."""
        command = super().selectionCommand(index, event)
        is_mouse = event is not None and isinstance(event, QEvent) and event.type() in _MOUSE
        if is_mouse and index.isValid() and index.column() == 0:
            command |= QItemSelectionModel.SelectionFlag.Rows
        return command

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Override QTableView.currentChanged."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            row = self.rows.row_at(index.row())
            if row is not None and self.is_band(row):
                # A section's title is drawn across the whole row.
                self.viewport().update()
        if current.row() != previous.row() or not current.isValid():
            self.current_row_changed.emit()
