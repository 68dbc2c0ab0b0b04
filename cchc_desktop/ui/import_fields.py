"""Small fields that the import and the preview share."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QIntValidator, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QWidget


class NumberField(QLineEdit):
    """A whole number, typed or stepped with the arrow keys; may be empty.

    Signals:
        chosen(int): The officer settled on another number.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._letters = 11
        super().__init__(parent)
        self._number: int | None = None
        self._least, self._most = 0, 9999
        self.setValidator(QIntValidator(0, 99999, self))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.set_letters(self._letters)
        self.editingFinished.connect(self._on_finished)

    @property
    def number(self) -> int | None:
        """The number settled on, or None."""
        return self._number

    def set_letters(self, letters: int) -> None:
        """Be so many letters wide, at every size of the font."""
        self._letters = letters
        self.setFixedWidth(self.fontMetrics().averageCharWidth() * letters)

    def changeEvent(self, event: QEvent) -> None:
        """Override QLineEdit.changeEvent."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.set_letters(self._letters)

    def set_range(self, least: int, most: int) -> None:
        """Take numbers from ``least`` to ``most`` only."""
        self._least, self._most = least, most

    def set_number(self, number: int | None) -> None:
        """Show a number without saying so."""
        self._number = number
        self.setText("" if number is None else str(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit.keyPressEvent: the arrow keys step."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None or self._number is None:
            super().keyPressEvent(event)
        else:
            self._choose(self._number + step)

    @Slot()
    def _on_finished(self) -> None:
        text = self.text()
        if text.isdecimal() and int(text) >= self._least:
            self._choose(int(text))
        else:
            self.set_number(self._number)

    def _choose(self, number: int) -> None:
        number = min(max(number, self._least), self._most)
        is_new = number != self._number
        self.set_number(number)
        if is_new:
            self.chosen.emit(number)


class QuietComboBox(QComboBox):
    """A drop-down that the mouse wheel does not change in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Override QComboBox.wheelEvent."""
        event.ignore()


class ElidedLabel(QLabel):
    """One line of text, shortened at its end where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.full_text = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setMinimumWidth(40)

    def set_text(self, text: str) -> None:
        """Show ``text``."""
        self.full_text = " ".join(text.split())
        self.setAccessibleName(self.full_text)
        self.setToolTip(self.full_text)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QLabel.resizeEvent."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        width = max(self.width(), self.minimumWidth())
        mode = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self.full_text, mode, width))
