"""Dragging passages by the room before their words, and dropping them between others."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextEdit

from cchc_desktop.domain.plan_text import PassageId
from cchc_desktop.ui.text_blocks import key_of
from cchc_desktop.ui.text_contents import SheetContents
from cchc_desktop.ui.text_editing import SheetEditing

KEYS_MIME = "application/x-cchc-passage-keys"
_SCROLL_EDGE = 28


def drag_data(keys: Sequence[PassageId]) -> QMimeData:
    """Return passages as they are dragged within the program."""
    data = QMimeData()
    data.setData(KEYS_MIME, json.dumps(list(keys)).encode())
    return data


def dragged_keys(data: QMimeData) -> tuple[PassageId, ...]:
    """Return the passages that are dragged; none where something else is."""
    if not data.hasFormat(KEYS_MIME):
        return ()
    return tuple(PassageId(key) for key in json.loads(bytes(data.data(KEYS_MIME).data())))


class SheetDragging:
    """Lets the officer drag passages on a sheet.

    Pressing on a number selects its passage; dragging it, or a selection of several passages,
    moves them with all that belongs to them.

    Attributes:
        line: Before which place a drop would put them, or None.
    """

    def __init__(self, sheet: QTextEdit, contents: SheetContents, editing: SheetEditing) -> None:
        self._sheet = sheet
        self._contents = contents
        self._editing = editing
        self._pressed: QPoint | None = None
        self._keys: tuple[PassageId, ...] = ()
        self.line: int | None = None

    def press(self, event: QMouseEvent) -> bool:
        """Take a press on a number or a selection of several passages."""
        self._pressed = None
        point = event.position().toPoint()
        cursor = self._sheet.cursorForPosition(point)
        if event.modifiers() or self._sheet.isReadOnly():
            return False
        number = self._contents.numbers.get(key_of(cursor.block()), "")
        if number and self._is_in_gutter(cursor, point):
            self._select_block(cursor)
            self._take(point)
            return True
        chosen = self._sheet.textCursor()
        if chosen.selectionStart() < cursor.position() < chosen.selectionEnd():
            if len(self._editing.selected) > 1:
                self._take(point)
                return True
            # Words are moved by cutting and pasting: a slip of the mouse must not move them.
            chosen.clearSelection()
            self._sheet.setTextCursor(chosen)
        return False

    def move(self, event: QMouseEvent) -> bool:
        """Start dragging what was pressed on, once the mouse has gone far enough."""
        if self._pressed is None:
            return False
        gone = (event.position().toPoint() - self._pressed).manhattanLength()
        if gone >= QApplication.startDragDistance():
            self._pressed = None
            drag = QDrag(self._sheet)
            drag.setMimeData(drag_data(self._keys))
            drag.exec(Qt.DropAction.MoveAction)
            self.forget()
        return True

    def release(self, event: QMouseEvent) -> bool:
        """End a press that did not become a drag."""
        if self._pressed is None:
            return False
        self._pressed = None
        point = event.position().toPoint()
        cursor = self._sheet.cursorForPosition(point)
        if not self._is_in_gutter(cursor, point):
            self._sheet.setTextCursor(cursor)
        return True

    def hover(self, event: QDropEvent) -> None:
        """Show where passages over the sheet would go."""
        if self._sheet.isReadOnly() or not dragged_keys(event.mimeData()):
            event.ignore()
            return
        self._show_line(self._place_at(event.position()))
        bar = self._sheet.verticalScrollBar()
        height = self._sheet.viewport().height()
        if event.position().y() < _SCROLL_EDGE:
            bar.setValue(bar.value() - bar.singleStep())
        elif event.position().y() > height - _SCROLL_EDGE:
            bar.setValue(bar.value() + bar.singleStep())
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def drop(self, event: QDropEvent) -> None:
        """Move the passages where they are dropped."""
        keys = dragged_keys(event.mimeData())
        self.forget()
        if self._sheet.isReadOnly() or not keys:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        self._editing.move_before(keys, self._place_at(event.position()))

    def forget(self) -> None:
        """Nothing is dragged over the sheet any more."""
        self._show_line(None)

    def _take(self, point: QPoint) -> None:
        self._pressed = point
        self._keys = self._editing.selected_keys

    def _select_block(self, cursor: QTextCursor) -> None:
        block = cursor.block()
        chosen = QTextCursor(block)
        end = block.position() + block.length() - 1
        chosen.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._sheet.setTextCursor(chosen)

    def _is_in_gutter(self, cursor: QTextCursor, point: QPoint) -> bool:
        side = self._contents.document.rootFrame().frameFormat().leftMargin()
        return point.x() < side + cursor.block().blockFormat().leftMargin() - 2

    def _place_at(self, point: QPointF) -> int:
        block = self._sheet.cursorForPosition(point.toPoint()).block()
        layout = self._contents.document.documentLayout()
        area = layout.blockBoundingRect(block)
        middle = area.center().y() - self._sheet.verticalScrollBar().value()
        return block.blockNumber() + (point.y() > middle)

    def _show_line(self, place: int | None) -> None:
        if place != self.line:
            self.line = place
            self._sheet.viewport().update()
