"""Gives the rows on the screen the height of their words, and the others in idle moments.

A row that was never on the screen has an estimated height.  When rows above the screen
turn out taller or lower than estimated, the rows on the screen stay where they are.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QTimer, Slot
from PySide6.QtWidgets import QTableView

from cchc_desktop.ui.grid_model import GridModel

_ROWS_AT_ONCE = 25
_IDLE_LIMIT = 2500
"""Tables with more rows are measured only where they are looked at."""
_ESTIMATED_LINES = 3
_MOST_ROUNDS = 6


class RowHeights(QObject):
    """Keeps the heights of a table's rows true where an officer looks.

    Args:
        table: The table.
        model: Its model.
        height_of: Returns how tall one of the model's rows must be.
    """

    def __init__(
        self,
        table: QTableView,
        model: GridModel[Any, Any],
        height_of: Callable[[Any], int],
    ) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self._height_of = height_of
        self._header = table.verticalHeader()
        self._is_measuring = False
        self._top = 0
        self._next = 0
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._on_idle)
        table.verticalScrollBar().valueChanged.connect(self.measure_visible)
        model.dataChanged.connect(self._on_data_changed)
        model.rowsInserted.connect(self._on_rows_changed)
        model.rowsRemoved.connect(self._on_rows_changed)
        model.layoutChanged.connect(self._on_rows_changed)

    def measure_anew(self) -> None:
        """Forget all heights; used when all rows, or the font, changed.

        The rows on the screen are measured when the table says where it stands.
        """
        self._header.setDefaultSectionSize(
            round(_ESTIMATED_LINES * self._table.fontMetrics().height() * 1.2)
        )
        self._top = 0
        self._start_idle()
        self._table.updateGeometries()

    @Slot()
    def measure_visible(self) -> None:
        """Give the rows on the screen their heights."""
        if self._is_measuring or not self._model.rowCount():
            return
        self._is_measuring = True
        anchor = self._anchor()
        for _ in range(_MOST_ROUNDS):
            # Other heights may bring other rows onto the screen.
            if not self._measure_screen():
                break
            self._keep_in_place(anchor)
        self._top = max(0, self._table.rowAt(0))
        self._is_measuring = False

    def measure_rows(self, first: int, last: int) -> bool:
        """Give some rows their heights; tell whether any had another one."""
        self._is_measuring = True
        anchor = self._anchor()
        changes = [self._set(row) for row in range(first, last + 1)]
        if any(changes):
            self._keep_in_place(anchor)
        self._is_measuring = False
        return any(changes)

    def stretch(self, row: int, height: int) -> None:
        """Make a row taller than its saved words need, while it is being written in."""
        self._header.resizeSection(row, height)

    def _measure_screen(self) -> bool:
        first = self._table.rowAt(0)
        if first < 0:
            return False
        room = self._table.viewport().height()
        y = self._table.rowViewportPosition(first)
        row, is_changed = first, False
        while row < self._model.rowCount() and y < room:
            is_changed = self._set(row) or is_changed
            y += self._header.sectionSize(row)
            row += 1
        return is_changed

    def _set(self, place: int) -> bool:
        """Give one row its height and tell whether it had another one."""
        row = self._model.row_at(place)
        if row is None:
            return False
        height = self._height_of(row)
        if self._header.sectionSize(place) == height:
            return False
        self._header.resizeSection(place, height)
        return True

    def _anchor(self) -> tuple[int, int]:
        """Return a row on the screen that an officer looks at, and where it stands."""
        room = self._table.viewport().height()
        for row in (self._table.currentIndex().row(), self._top):
            if 0 <= row < self._model.rowCount():
                y = self._table.rowViewportPosition(row)
                if -self._header.sectionSize(row) < y < room:
                    return row, y
        first = self._table.rowAt(0)
        return first, self._table.rowViewportPosition(first) if first >= 0 else 0

    def _keep_in_place(self, anchor: tuple[int, int]) -> None:
        """Scroll so that the row looked at stands where it stood."""
        self._table.updateGeometries()
        row, y = anchor
        if row >= 0:
            bar = self._table.verticalScrollBar()
            bar.setValue(bar.value() + self._table.rowViewportPosition(row) - y)

    def _start_idle(self) -> None:
        self._next = 0
        if 0 < self._model.rowCount() <= _IDLE_LIMIT:
            self._idle.start()
        else:
            self._idle.stop()

    @Slot()
    def _on_idle(self) -> None:
        end = min(self._next + _ROWS_AT_ONCE, self._model.rowCount())
        self.measure_rows(self._next, end - 1)
        self._next = end
        if end >= self._model.rowCount():
            self._idle.stop()

    @Slot(QModelIndex, QModelIndex)
    def _on_data_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if last.row() - first.row() > _ROWS_AT_ONCE:
            self._start_idle()
        else:
            self.measure_rows(first.row(), last.row())
        self.measure_visible()

    @Slot()
    def _on_rows_changed(self) -> None:
        self._start_idle()
        self.measure_visible()
