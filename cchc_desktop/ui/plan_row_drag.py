"""Dragging whole rows to another place of the plan."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QRect, Qt
from PySide6.QtGui import QDrag, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFrame

from cchc_desktop.domain.plan_rows import PlanRow, RowKey, RowKind

if TYPE_CHECKING:
    from cchc_desktop.ui.plan_table import PlanTable

ROWS_MIME = "application/x-cchc-plan-rows"
_LINE = 3


class RowDrag(QObject):
    """Lets rows be dragged by their numbers and shows where they would go."""

    def __init__(self, table: "PlanTable") -> None:
        super().__init__(table)
        self._table = table
        self._keys: tuple[RowKey, ...] = ()
        self._line = QFrame(table.viewport())
        self._line.setFrameShape(QFrame.Shape.NoFrame)
        self._line.setAutoFillBackground(True)
        self._line.setBackgroundRole(table.palette().ColorRole.Link)
        self._line.hide()
        table.viewport().setAcceptDrops(True)
        table.viewport().installEventFilter(self)

    def start(self, keys: Sequence[RowKey]) -> None:
        """Drag rows until the mouse button is let go."""
        self._keys = tuple(keys)
        drag = QDrag(self._table)
        mime = QMimeData()
        mime.setData(ROWS_MIME, b"rows")
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.MoveAction)
        self._line.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject.eventFilter: the table's own dropping is not wanted."""
        kind = event.type()
        if kind in (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop):
            return self._on_drag(event)  # type: ignore[arg-type]
        if kind is QEvent.Type.DragLeave:
            self._line.hide()
            return True
        return super().eventFilter(watched, event)

    def target(self, y: int) -> tuple[RowKey, int] | None:
        """Return the row behind which rows dropped at ``y`` go, and where the line stands."""
        rows = self._table.rows.shown_rows
        place = self._table.rowAt(y)
        if place < 0:
            place = len(rows) - 1
        if not 0 <= place < len(rows):
            return None
        top, height = self._table.rowViewportPosition(place), self._table.rowHeight(place)
        is_upper = y < top + height / 2 and rows[place].key.kind is not RowKind.SECTION
        after = self._sibling_before(rows, place) if is_upper else rows[place].key
        return after, top if is_upper else top + height

    def _on_drag(self, event: QDragMoveEvent | QDropEvent) -> bool:
        is_ours = event.mimeData().hasFormat(ROWS_MIME) and event.source() is self._table
        found = self.target(round(event.position().y())) if is_ours else None
        if found is None:
            event.ignore()
            self._line.hide()
            return True
        after, y = found
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self._line.hide()
            if after not in self._keys:
                self._table.rows_dropped.emit(self._keys, after)
        else:
            width = self._table.viewport().width()
            self._line.setGeometry(QRect(0, max(0, y - _LINE // 2), width, _LINE))
            self._line.raise_()
            self._line.show()
        return True

    def _sibling_before(self, rows: Sequence[PlanRow], place: int) -> RowKey:
        """Return the row of the same level before ``place``, else the row that holds it."""
        here = rows[place]
        if here.parent is not None:
            levels = {RowKind.SUBTASK, RowKind.TASK}
        else:
            levels = {RowKind.TASK, RowKind.SECTION}
        for row in reversed(rows[:place]):
            if row.key.kind in levels:
                return row.key
        return here.key
