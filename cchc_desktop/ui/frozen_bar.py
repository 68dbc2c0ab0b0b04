"""What stands above a plan that was issued: why nothing can be written, and the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from cchc_desktop.domain.plan_version import PlanState
from cchc_desktop.ui.icons import icon


class FrozenBar(QFrame):
    """Says that the plan was issued, and offers to amend it.

    Signals:
        amend_asked(): An amendment is to be made.
    """

    amend_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        sign = QLabel(self)
        side = self.fontMetrics().height()
        sign.setPixmap(icon("lock", "accent").pixmap(side, side))
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton("Lập bản điề&u chỉnh…", self)
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.amend_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.addWidget(sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.hide()

    def show_state(self, state: PlanState) -> None:
        """Say why nothing can be written, or nothing where it can."""
        self.setVisible(state in (PlanState.ISSUED, PlanState.EXPIRED))
        self.button.setVisible(state is PlanState.ISSUED)
        self.words.setText(
            "Kế hoạch đã ban hành. Muốn sửa, lập bản điều chỉnh."
            if state is PlanState.ISSUED
            else "Kế hoạch đã hết hiệu lực: chỉ xem."
        )
