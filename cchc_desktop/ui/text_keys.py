"""The keys of the sheet: which of them are steps, and what words make way for."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from cchc_desktop.domain.plan_text import PassageKind
from cchc_desktop.ui.text_blocks import field_code, kind_of, without_field
from cchc_desktop.ui.text_editing import SheetEditing
from cchc_desktop.ui.text_typing import SheetTyping

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier


class SheetKeys(QObject):
    """Answers the keys that are more than words."""

    def __init__(self, sheet: QTextEdit, editing: SheetEditing) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._editing = editing
        self._typing = SheetTyping(sheet, editing)

    @property
    def is_in_table(self) -> bool:
        """Whether the cursor stands on a table, which takes no words."""
        return kind_of(self._sheet.textCursor().block()) is PassageKind.TABLE

    def press(self, event: QKeyEvent) -> bool:
        """Carry out a key that means a step; tell whether it is done with."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self._answer(event, modifiers):
            self._sheet.ensureCursorVisible()
            return True
        if event.text() and event.text().isprintable() and not _is_command(modifiers):
            self.before_words()
            return self.is_in_table or (event.text() == " " and self._typing.recognise())
        return False

    def before_words(self) -> None:
        """Make way for words: what is selected goes, and none of them belong to a field."""
        self._editing.remove_selection()
        style = self._sheet.currentCharFormat()
        if field_code(style):
            self._sheet.setCurrentCharFormat(without_field(style))

    @Slot()
    def toggle_bold(self) -> None:
        """Make the selected words bold, or no longer so."""
        style = QTextCharFormat()
        is_bold = self._style().fontWeight() >= QFont.Weight.DemiBold
        style.setFontWeight(QFont.Weight.Normal if is_bold else QFont.Weight.Bold)
        self._sheet.mergeCurrentCharFormat(style)

    @Slot()
    def toggle_italic(self) -> None:
        """Make the selected words italic, or no longer so."""
        style = QTextCharFormat()
        style.setFontItalic(not self._style().fontItalic())
        self._sheet.mergeCurrentCharFormat(style)

    def _answer(self, event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
        key = event.key()
        if key in _ENTER and modifiers == _PLAIN:
            self._typing.enter()
        elif key in _ENTER and modifiers in (_SHIFT, _ALT):
            self.before_words()
            if not self.is_in_table:
                self._sheet.textCursor().insertText("\u2028")
        elif key == Qt.Key.Key_Tab and modifiers == _PLAIN:
            self._editing.indent()
        elif key == Qt.Key.Key_Backtab:
            self._editing.outdent()
        elif key == Qt.Key.Key_Backspace and modifiers in (_PLAIN, _SHIFT, _CTRL):
            return self._typing.backspace()
        elif key == Qt.Key.Key_Delete and modifiers in (_PLAIN, _CTRL):
            return self._typing.delete_forward()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self._sheet.cut()
        else:
            return False
        return True

    def _style(self) -> QTextCharFormat:
        cursor = self._sheet.textCursor()
        if cursor.hasSelection():
            probe = QTextCursor(cursor)
            probe.setPosition(cursor.selectionStart() + 1)
            return probe.charFormat()
        return self._sheet.currentCharFormat()


def _is_command(modifiers: Qt.KeyboardModifier) -> bool:
    # AltGr, by which some keyboards write signs, comes as both at once.
    return bool(modifiers & _CTRL) is not bool(modifiers & _ALT)
