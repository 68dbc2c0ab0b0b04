"""The sheet on which a plan's text is written: as in Word, one passage below the other."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QToolTip, QWidget

from cchc_desktop.domain.plan_text import Passage, PassageId, PassageKind
from cchc_desktop.ui.text_blocks import (
    TABLE_OBJECT,
    field_code,
    key_of,
    kind_of,
)
from cchc_desktop.ui.text_clipboard import between, clipboard_data
from cchc_desktop.ui.text_contents import SheetContents
from cchc_desktop.ui.text_dragging import SheetDragging
from cchc_desktop.ui.text_editing import SheetEditing
from cchc_desktop.ui.text_keys import SheetKeys
from cchc_desktop.ui.text_look import SheetLook
from cchc_desktop.ui.text_sheet_paint import SheetPaint
from cchc_desktop.ui.text_table_object import TableObject

_SAVE_AFTER_MS = 1200


class TextSheet(QTextEdit):
    """Shows the passages of one part and lets the officer write in them.

    Nothing is completed inside the words: a Vietnamese keyboard takes letters back and writes
    them anew, and would fight with it.

    Signals:
        stood_elsewhere(): The keyboard stands in another passage.
        words_paused(): The officer rests from typing, or has left the sheet.
        pasted(QMimeData): Something of another program is to be pasted.
        table_opened(int): The table in this place is to be edited.
        title_asked(): The title above the text was clicked.
        menu_asked(QPoint): The menu of the passage is wanted there.
        left(): The keyboard is to leave the text.

    Attributes:
        contents: The passages.
        editing: The steps on them.
        keys: Answers the keys.
        field_tip: Says what a field follows on which the mouse rests.
    """

    stood_elsewhere = Signal()
    words_paused = Signal()
    pasted = Signal(object)
    table_opened = Signal(int)
    title_asked = Signal()
    menu_asked = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("textSheet")
        self.setAccessibleName("Phần lời của kế hoạch")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.field_tip: Callable[[str], str] = lambda _: ""
        self._is_composing = False
        self._current = PassageId(0)
        self.contents = SheetContents(self.document(), SheetLook(self.font()), self)
        self._table_object = TableObject(self.contents)
        self.document().documentLayout().registerHandler(TABLE_OBJECT, self._table_object)
        self.editing = SheetEditing(self, self.contents)
        self.keys = SheetKeys(self, self.editing)
        self.head = SheetPaint(self, self.contents)
        self._dragging = SheetDragging(self, self.contents, self.editing)
        self._pause = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._pause.timeout.connect(self.words_paused)
        self.contents.typed.connect(self.await_rest)
        self.contents.order_changed.connect(self._on_order_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    @property
    def is_composing(self) -> bool:
        """Whether an input method is in the middle of a word."""
        return self._is_composing

    @property
    def place(self) -> int:
        """The place of the passage in which the keyboard stands."""
        return self.textCursor().blockNumber()

    @property
    def passage(self) -> Passage:
        """The passage in which the keyboard stands."""
        return self.contents.passages[self.place]

    @Slot()
    def await_rest(self) -> None:
        """Let what is on the sheet be kept once the officer rests."""
        self._pause.start()

    def show_passage(self, key: PassageId, offset: int = 0) -> bool:
        """Stand in a passage and show it; tell whether it is here."""
        block = self.contents.block_of(key)
        if block is None:
            return False
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(max(offset, 0), block.length() - 1))
        self.setTextCursor(cursor)
        rect = self.cursorRect()
        if not self.viewport().rect().contains(rect):
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - self.viewport().height() // 5)
        return True

    def select_words(self, key: PassageId, start: int, end: int) -> None:
        """Select some words of a passage and show them."""
        if self.show_passage(key, start):
            cursor = self.textCursor()
            length = cursor.block().length() - 1
            cursor.setPosition(
                cursor.block().position() + min(end, length), QTextCursor.MoveMode.KeepAnchor
            )
            self.setTextCursor(cursor)

    def set_locked(self, *, is_locked: bool) -> None:
        """Let the text be read and copied only, still with the keyboard."""
        flags = Qt.TextInteractionFlag
        readable = flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        self.setTextInteractionFlags(readable if is_locked else flags.TextEditorInteraction)

    def apply_settings(self) -> None:
        """Follow a change of the font or the theme."""
        self.head.forget()
        self.contents.restyle(SheetLook(self.font()))
        self._fit_sides()
        self.viewport().update()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Override QTextEdit.event: undo and redo are the window's."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            keys = QKeySequence.StandardKey
            if event.matches(keys.Undo) or event.matches(keys.Redo):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QTextEdit.keyPressEvent."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
        elif event.key() == Qt.Key.Key_F2 and self.keys.is_in_table:
            self.table_opened.emit(self.place)
        elif self.isReadOnly() or not self.keys.press(event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Override QTextEdit.inputMethodEvent: words in the making are left to the keyboard."""
        if not self.isReadOnly() and (event.preeditString() or event.commitString()):
            if not self._is_composing:
                self.keys.before_words()
            if self.keys.is_in_table:
                return
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override QTextEdit.focusOutEvent: what is typed is kept."""
        super().focusOutEvent(event)
        self._is_composing = False
        self.words_paused.emit()

    # The clipboard

    def createMimeDataFromSelection(self) -> QMimeData:
        """Override QTextEdit.createMimeDataFromSelection: passages with their numbers."""
        cursor = self.textCursor()
        left = self.editing.spot(cursor.selectionStart())
        right = self.editing.spot(cursor.selectionEnd())
        passages, is_inline = between(self.contents.passages, left, right)
        return clipboard_data(passages, is_inline=is_inline)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Override QTextEdit.canInsertFromMimeData."""
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Override QTextEdit.insertFromMimeData."""
        self.pasted.emit(source)

    @Slot()
    def cut(self) -> None:
        """Override QTextEdit.cut: passages that are cut whole leave no empty one behind."""
        if self.textCursor().hasSelection() and not self.isReadOnly():
            self.copy()
            if not self.editing.remove_selection(keeps_one=False):
                self.textCursor().removeSelectedText()
                self.words_paused.emit()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Override QTextEdit.loadResource: nothing pasted is ever fetched."""
        return None

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QTextEdit.mousePressEvent."""
        if event.button() is Qt.MouseButton.LeftButton:
            if self.head.is_title(event.position()):
                self.title_asked.emit()
                return
            if self._dragging.press(event):
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override QTextEdit.mouseMoveEvent."""
        if not self._dragging.move(event):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override QTextEdit.mouseReleaseEvent."""
        if not self._dragging.release(event):
            super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Override QTextEdit.mouseDoubleClickEvent: a table is opened."""
        block = self.cursorForPosition(event.position().toPoint()).block()
        if kind_of(block) is PassageKind.TABLE:
            self.table_opened.emit(block.blockNumber())
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Override QTextEdit.contextMenuEvent."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
        elif not self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.pos()))
        self.menu_asked.emit(place)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QTextEdit.dragEnterEvent."""
        self._dragging.hover(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Override QTextEdit.dragMoveEvent."""
        self._dragging.hover(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Override QTextEdit.dragLeaveEvent."""
        self._dragging.forget()
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QTextEdit.dropEvent."""
        self._dragging.drop(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Override QTextEdit.viewportEvent: tell what a field under the mouse follows."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, point: QPoint) -> str:
        """Return what a field at a point of the view follows, or ""."""
        cursor = self.cursorForPosition(point)
        if abs(self.cursorRect(cursor).center().y() - point.y()) > self.cursorRect(cursor).height():
            return ""
        for step in (0, 1):
            probe = QTextCursor(cursor)
            probe.movePosition(QTextCursor.MoveOperation.NextCharacter, n=step)
            code = field_code(probe.charFormat())
            if code:
                return self.field_tip(code)
        return ""

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QTextEdit.paintEvent."""
        self.head.paint_below(event)
        super().paintEvent(event)
        self.head.paint_above(event, self._dragging.line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTextEdit.resizeEvent."""
        self._fit_sides()
        super().resizeEvent(event)

    def fit_head(self) -> None:
        """Make room for other words above the text."""
        self.head.forget()
        self._fit_sides()
        self.viewport().update()

    def origin(self) -> QPointF:
        """Return where the document's upper left corner stands in the view."""
        return QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _fit_sides(self) -> None:
        width = self.viewport().width()
        side = self.contents.look.sides(width)
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        top = self.head.height(round(width - 2 * side))
        if (shape.leftMargin(), shape.topMargin()) != (side, top):
            shape.setLeftMargin(side)
            shape.setRightMargin(side)
            shape.setTopMargin(top)
            shape.setBottomMargin(80)
            with self.contents.unwritten():
                frame.setFrameFormat(shape)

    def _on_escape(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)
        else:
            self.left.emit()

    @Slot()
    def _on_order_changed(self) -> None:
        self._current = PassageId(0)
        self._on_cursor_moved()
        self.viewport().update()

    @Slot()
    def _on_cursor_moved(self) -> None:
        key = key_of(self.textCursor().block())
        if key != self._current:
            self._current = key
            self.viewport().update()
            self.stood_elsewhere.emit()
