"""What is said above a report of a period in which nothing was recorded."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from cchc_desktop.ui.icons import icon

_SENTENCE = (
    "Chưa ghi tiến độ nào trong kỳ này; các số lấy theo thời hạn và những gì đã ghi ở kỳ trước."
)


class UntouchedNotice(QFrame):
    """Says that nothing is recorded in the period, and offers to record it.

    Signals:
        action_asked(): Progress is to be recorded.
    """

    action_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        sign = QLabel(self)
        side = self.fontMetrics().height()
        sign.setPixmap(icon("info", "accent").pixmap(side, side))
        words = QLabel(_SENTENCE, self)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton("&Ghi tiến độ", self)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.action_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.addWidget(sign)
        row.addWidget(words, 1)
        row.addWidget(self.button)
        self.hide()
