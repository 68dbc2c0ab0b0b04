"""The part of the details that says what a deadline was understood to mean, and corrects it."""

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.deadline import Deadline, DeadlineReading
from cchc_desktop.domain.plan import Deliverable
from cchc_desktop.ui.marks import Mark, deadline_mark, draw_mark, mark_size
from cchc_desktop.ui.plan_deadline_form import DeadlineForm
from cchc_desktop.ui.plan_wording import explanation


class DeadlinePanel(QWidget):
    """Shows one deadline: the wording, what was understood, and the form to correct it.

    Signals:
        meaning_set(int, object): This deliverable's deadline means this reading; None lets
            its words decide again.
    """

    meaning_set = Signal(int, object)

    def __init__(self, deliverable: Deliverable, parent: QWidget) -> None:
        super().__init__(parent)
        self._deliverable = deliverable
        deadline = deliverable.deadline
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        words = QLabel(f"“{deadline.text.text}”" if deadline.text else "Chưa ghi thời gian", self)
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(words)
        mark = deadline_mark(deadline)
        if mark:
            column.addWidget(MarkLabel(mark, self), 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._meaning(deadline))
        column.addLayout(self._buttons(deadline))
        self.form: DeadlineForm | None = None

    @Slot()
    def open_form(self) -> None:
        """Let the officer set what the words mean."""
        if self.form is None:
            self.form = DeadlineForm(self._deliverable.deadline.reading, self)
            self.form.accepted.connect(self._on_accepted)
            self.form.rejected.connect(self._on_rejected)
            self._column.addWidget(self.form)
        self.edit_button.setEnabled(False)
        self.form.show()
        self.form.kind.setFocus()

    def commit_editing(self) -> None:
        """Save what stands in the open form, if it can be understood."""
        if self.form is not None and self.form.isVisible():
            self.form.submit()

    def _meaning(self, deadline: Deadline) -> QLabel:
        label = QLabel(explanation(deadline.reading) if deadline.text else "", self)
        label.setObjectName("muted")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setVisible(bool(label.text()))
        return label

    def _buttons(self, deadline: Deadline) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self.edit_button = _link("Sửa cách hiểu", "editDeadline", self)
        self.edit_button.clicked.connect(self.open_form)
        row.addWidget(self.edit_button)
        self.reset_button = _link("Theo lời văn", "resetDeadline", self)
        self.reset_button.setToolTip("Bỏ cách hiểu đặt bằng tay; để lời văn quyết định")
        self.reset_button.setVisible(deadline.is_set_by_hand)
        self.reset_button.clicked.connect(self._on_reset)
        row.addWidget(self.reset_button)
        row.addStretch()
        return row

    @Slot(object)
    def _on_accepted(self, reading: DeadlineReading) -> None:
        if self.form is not None:
            self.form.hide()
        if reading != self._deliverable.deadline.reading:
            self.meaning_set.emit(self._deliverable.id, reading)
        else:
            self._on_rejected()

    @Slot()
    def _on_rejected(self) -> None:
        if self.form is not None:
            self.form.hide()
        self.edit_button.setEnabled(True)
        self.edit_button.setFocus()

    @Slot()
    def _on_reset(self) -> None:
        self.meaning_set.emit(self._deliverable.id, None)


class MarkLabel(QWidget):
    """The mark of a deadline as a widget of its own."""

    def __init__(self, mark: Mark, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = mark
        self.setAccessibleName(mark.text)

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        return mark_size(self._mark, self.font())

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        painter = QPainter(self)
        draw_mark(painter, self._mark, QPointF(0, 0), self.width(), self.font())
        painter.end()


def _link(text: str, name: str, parent: QWidget) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setProperty("link", True)
    return button
