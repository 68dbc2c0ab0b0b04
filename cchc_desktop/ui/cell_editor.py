"""The editor of one cell: several lines, bold and italic, keys as in Excel.

Nothing is ever completed inside the words: a Vietnamese keyboard (Telex, VNI) takes
letters back and writes them anew, and would fight with it.
"""

from enum import Enum

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QKeySequence,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from cchc_desktop.domain.rich_text import RichText, Run

_LONGEST_PASTE = 200_000


class AfterEdit(Enum):
    """Where the officer wants to go when a cell is done."""

    STAY = (0, 0)
    DOWN = (1, 0)
    UP = (-1, 0)
    RIGHT = (0, 1)
    LEFT = (0, -1)


_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class RichCellEditor(QTextEdit):
    """Edits the wording of a cell; ``rich_text`` is what it holds.

    Signals:
        finished(AfterEdit): The words are done; they are to be kept.
        abandoned(): The words are to be forgotten.
        grown(): The words need another height than before.
    """

    finished = Signal(object)
    abandoned = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line_height = self.fontMetrics().lineSpacing()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAcceptRichText(True)
        self.setTabChangesFocus(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)

    @property
    def rich_text(self) -> RichText:
        """The words as they stand, tidied."""
        return rich_text_of(self.document())

    def set_rich_text(self, text: RichText) -> None:
        """Put ``text`` in, with the cursor at its end; this is where undo ends."""
        self.document().setUndoRedoEnabled(False)
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        insert_runs(cursor, text)
        self.setTextCursor(cursor)
        self._space_lines()
        self.document().setUndoRedoEnabled(True)

    def set_line_height(self, height: int) -> None:
        """Let lines stand as far apart as they do in the table."""
        self._line_height = height
        self._space_lines()

    @property
    def needed_height(self) -> int:
        """How tall it must be to show all its words."""
        margins = self.viewportMargins()
        return round(self.document().size().height()) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        """Override QTextEdit.sizeHint."""
        return QSize(super().sizeHint().width(), self.needed_height)

    def event(self, event: QEvent) -> bool:
        """Override QTextEdit.event: keys that mean something here are no shortcuts."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self._belongs_to_window(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QTextEdit.keyPressEvent."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER:
            self._on_enter(modifiers)
        elif key == Qt.Key.Key_Tab and modifiers == _PLAIN:
            self.finished.emit(AfterEdit.RIGHT)
        elif key == Qt.Key.Key_Backtab:
            self.finished.emit(AfterEdit.LEFT)
        elif key == Qt.Key.Key_Escape:
            self.abandoned.emit()
        elif key == Qt.Key.Key_B and modifiers == _CTRL:
            self.toggle_bold()
        elif key == Qt.Key.Key_I and modifiers == _CTRL:
            self.toggle_italic()
        else:
            super().keyPressEvent(event)

    @Slot()
    def toggle_bold(self) -> None:
        """Make the selected words bold, or no longer so."""
        style = QTextCharFormat()
        is_bold = self.textCursor().charFormat().fontWeight() >= QFont.Weight.Bold
        style.setFontWeight(QFont.Weight.Normal if is_bold else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(style)

    @Slot()
    def toggle_italic(self) -> None:
        """Make the selected words italic, or no longer so."""
        style = QTextCharFormat()
        style.setFontItalic(not self.textCursor().charFormat().fontItalic())
        self.mergeCurrentCharFormat(style)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Override QTextEdit.insertFromMimeData: words, bold and italic; nothing else."""
        if source.hasHtml() and len(source.html()) <= _LONGEST_PASTE:
            insert_runs(self.textCursor(), rich_text_from_html(source.html()))
        elif source.hasText():
            insert_runs(self.textCursor(), RichText.plain(source.text()))
        self.ensureCursorVisible()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Override QTextEdit.loadResource: nothing pasted is ever fetched."""
        return None

    def _space_lines(self) -> None:
        spacing = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.FixedHeight
        spacing.setLineHeight(self._line_height, kind.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)

    @Slot()
    def _on_size_changed(self) -> None:
        self.grown.emit()

    def _on_enter(self, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers == _ALT:
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        elif modifiers == _SHIFT:
            self.finished.emit(AfterEdit.UP)
        elif modifiers == _PLAIN:
            self.finished.emit(AfterEdit.DOWN)
        else:
            self.finished.emit(AfterEdit.STAY)

    def _belongs_to_window(self, event: QKeyEvent) -> bool:
        """Tell whether a key is one that the window answers while a cell is edited."""
        if event.matches(QKeySequence.StandardKey.Save) or event.matches(
            QKeySequence.StandardKey.Find
        ):
            return True
        is_function_key = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        is_zoom = event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal)
        return is_function_key or (is_zoom and bool(event.modifiers() & _CTRL))


def insert_runs(cursor: QTextCursor, text: RichText) -> None:
    """Write ``text`` at ``cursor`` in place of what is selected."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for run in text.runs:
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
        style.setFontItalic(run.italic)
        cursor.insertText(run.text, style)
    cursor.endEditBlock()


def rich_text_of(document: QTextDocument) -> RichText:
    """Return the words of a document with their bold and italic."""
    runs: list[Run] = []
    block = document.begin()
    while block.isValid():
        if runs:
            runs.append(Run("\n"))
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            style = fragment.charFormat()
            words = fragment.text().replace("\u2028", "\n").replace("\ufffc", "")
            is_bold = style.fontWeight() >= QFont.Weight.DemiBold
            runs.append(Run(words, is_bold, style.fontItalic()))
            iterator += 1
        block = block.next()
    return RichText.from_runs(runs)


def rich_text_from_html(html: str) -> RichText:
    """Return the words of pasted HTML with their bold and italic; nothing is fetched."""
    document = _PastedDocument()
    document.setHtml(html)
    return rich_text_of(document)


class _PastedDocument(QTextDocument):
    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return None
