"""What the overview says while there is no plan, or nothing recorded on it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.plan import Plan
from cchc_desktop.ui.icons import icon, put_beside_text
from cchc_desktop.ui.period_words import no_annual_plan


class EmptyOverview(QWidget):
    """Says what belongs here and offers the one action that brings it.

    Signals:
        action_asked(): The action was chosen.
    """

    action_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.sentence = QLabel(self)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence.setWordWrap(True)
        self.button = QPushButton("Đến Kế hoạch", self)
        self.button.setAutoDefault(True)
        self.button.setProperty("primary", True)
        put_beside_text(self.button, icon("list-checks", "on_accent"))
        self.button.clicked.connect(self.action_asked)
        self.setFocusProxy(self.button)
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addWidget(self.sentence)
        column.addSpacing(12)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_no_plan(self, chosen: Plan | None) -> None:
        """Speak of an office without any plan, or of a plan for several years."""
        self.sentence.setText(
            "Đây là nơi xem việc nào đã xong, việc nào quá hạn, kỳ báo cáo đến đâu. "
            f"{no_annual_plan(chosen)}"
        )

    def show_no_tasks(self, year: int) -> None:
        """Speak of a plan without any task."""
        self.sentence.setText(
            f"Kế hoạch năm {year} chưa có nhiệm vụ nào nên chưa có gì để theo dõi: "
            "nhập phụ lục đã có hoặc gõ nhiệm vụ vào bảng."
        )


class NothingRecorded(QFrame):
    """Says above the figures that they come from deadlines alone.

    Signals:
        action_asked(): Progress is to be recorded.
    """

    action_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        sentence = QLabel(
            "Chưa ghi tiến độ nào của kế hoạch này; các số dưới đây chỉ tính theo thời hạn.", self
        )
        sentence.setWordWrap(True)
        self.button = QPushButton("&Ghi tiến độ", self)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self._on_clicked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 10, 6)
        layout.addWidget(sentence, 1)
        layout.addWidget(self.button)

    @Slot()
    def _on_clicked(self) -> None:
        self.action_asked.emit()
