"""The editor of one paragraph of a report: Enter writes a new line, Ctrl+Enter keeps."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.cell_editor import RichCellEditor
from cchc_desktop.ui.report_layout import LINE_GAP
from cchc_desktop.ui.theme import current_tokens

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONG = 30
"""Who has typed more than this is asked to press Esc twice."""


class ParagraphEditor(RichCellEditor):
    """Edits the words of a paragraph; the figures in it stay underlined while it is typed in.

    Args:
        has_lines: Whether Enter writes a new line; in a heading it keeps the words.
        parent: What it lies in.

    Signals:
        leaving_asked(): Esc was pressed on many words; a second time they are forgotten.
    """

    leaving_asked = Signal()

    def __init__(self, parent: QWidget, *, has_lines: bool) -> None:
        super().__init__(parent)
        self._has_lines = has_lines
        self._before = RichText()
        self._is_leaving = False
        self.setViewportMargins(4, 3, 4, 3)

    def set_text(self, text: LiveText, indent: float) -> None:
        """Put a paragraph in, with its figures underlined."""
        self.set_rich_text(text.words)
        self._before = text.words
        block = QTextBlockFormat()
        block.setTextIndent(indent)
        block.setBottomMargin(LINE_GAP)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        self.document().setUndoRedoEnabled(False)
        cursor.mergeBlockFormat(block)
        self.document().setUndoRedoEnabled(True)
        self._underline(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override RichCellEditor.keyPressEvent."""
        is_leaving, self._is_leaving = self._is_leaving, False
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() == Qt.Key.Key_Escape and not is_leaving and self._is_much_changed():
            self._is_leaving = True
            self.leaving_asked.emit()
        elif (
            self._has_lines
            and event.key() in _ENTER
            and modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)
        ):
            self.textCursor().insertText("\n")
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def _is_much_changed(self) -> bool:
        now = self.rich_text
        if now == self._before:
            return False
        old, new = self._before.text, now.text
        same = 0
        for a, b in zip(old, new, strict=False):
            if a != b:
                break
            same += 1
        while len(old) > same and len(new) > same and old[-1] == new[-1]:
            old, new = old[:-1], new[:-1]
        return max(len(old), len(new)) - same > _LONG

    def _underline(self, text: LiveText) -> None:
        """Show which words are figures; the marks move along with what is typed."""
        style = QTextCharFormat()
        style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        style.setUnderlineColor(current_tokens().accent)
        selections = []
        for mark in text.marks:
            cursor = QTextCursor(self.document())
            cursor.setPosition(mark.start)
            cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            selection.format = style
            selections.append(selection)
        self.setExtraSelections(selections)
