"""What the progress screen shows while there is nothing to follow, or nothing is found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyProgress(QWidget):
    """Says in a sentence why nothing is shown, and offers the one action that helps.

    Signals:
        action_asked(): The action offered is to be carried out.
    """

    action_asked = Signal()

    def __init__(self, action: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._sentence = QLabel(self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(action, self)
        self.button.setProperty("primary", True)
        self.button.clicked.connect(self.action_asked)
        self.setFocusProxy(self.button)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.button)
        row.addStretch()
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addSpacing(12)
        column.addLayout(row)
        column.addStretch(3)

    @property
    def sentence(self) -> str:
        """What is said."""
        return self._sentence.text()

    def say(self, sentence: str) -> None:
        """Say another sentence."""
        self._sentence.setText(sentence)
