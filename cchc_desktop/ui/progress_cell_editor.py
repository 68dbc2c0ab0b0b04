"""The editors of progress cells: plain words, and the list from which a statement is taken."""

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.progress_sentences import STATEMENTS
from cchc_desktop.ui.cell_editor import RichCellEditor
from cchc_desktop.ui.progress_values import matching_statements

_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_STYLING = (Qt.Key.Key_B, Qt.Key.Key_I)


class PlainCellEditor(RichCellEditor):
    """Edits the words of a cell without any styles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)

    @property
    def words(self) -> str:
        """The words as they stand."""
        return self.rich_text.text

    def set_words(self, words: str) -> None:
        """Put words in, with the cursor at their end."""
        self.set_rich_text(RichText.plain(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override RichCellEditor.keyPressEvent: there is nothing to style."""
        if event.key() in _STYLING and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Override RichCellEditor.insertFromMimeData: words only."""
        if source.hasText():
            self.textCursor().insertText(source.text().strip("\r\n"))
            self.ensureCursorVisible()


class StatementChoice(QObject):
    """Shows the statements that fit what is typed; the marked one is what is meant.

    The list never takes the keyboard: Up and Down go through it, Enter and Tab take the
    marked one, and an empty cell is emptied.
    """

    def __init__(self, editor: PlainCellEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self._list = QListWidget(editor)
        self._list.setObjectName("framed")
        self._list.setWindowFlags(
            Qt.WindowType.ToolTip
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName("Tình hình thực hiện")
        self._list.itemClicked.connect(self._on_clicked)
        self._is_moved = False
        editor.installEventFilter(self)
        editor.textChanged.connect(self._on_text_changed)

    @property
    def offered(self) -> tuple[str, ...]:
        """What is offered at the moment, the marked one first."""
        return tuple(self._list.item(row).text() for row in range(self._list.count()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject.eventFilter."""
        if event.type() is QEvent.Type.FocusIn:
            self._show()
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._list.hide()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    @Slot()
    def _on_text_changed(self) -> None:
        self._is_moved = False
        self._show()

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._take(item.text())
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
        self._editor.keyPressEvent(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self._list.currentRow()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list.count():
            step = 1 if key == Qt.Key.Key_Down else -1
            self._list.setCurrentRow((row + step) % self._list.count())
            self._is_moved = True
            return True
        if key in _TAKING and row >= 0 and (self._editor.words.strip() or self._is_moved):
            self._take(self._list.item(row).text())
        return False

    def _take(self, name: str) -> None:
        self._editor.textChanged.disconnect(self._on_text_changed)
        cursor = self._editor.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(name)
        self._list.hide()

    def _show(self) -> None:
        if not self._editor.hasFocus():
            return
        words = self._editor.words
        exact = [s for s in matching_statements("") if STATEMENTS[s] == words]
        found = matching_statements("" if exact else words)
        self._list.clear()
        for statement in found:
            self._list.addItem(QListWidgetItem(STATEMENTS[statement]))
        if not found:
            self._list.hide()
            return
        self._list.setCurrentRow(found.index(exact[0]) if exact else 0)
        self._place()
        self._list.show()

    def _place(self) -> None:
        width = max(self._list.sizeHintForColumn(0) + 28, self._editor.width())
        row_height = self._list.sizeHintForRow(0)
        self._list.resize(width, self._list.count() * row_height + 6)
        view = self._editor.viewport()
        place = view.mapToGlobal(view.rect().bottomLeft())
        screen = self._editor.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - width)))
        if place.y() + self._list.height() > screen.bottom():
            place.setY(view.mapToGlobal(view.rect().topLeft()).y() - self._list.height() - 4)
        self._list.move(place)
