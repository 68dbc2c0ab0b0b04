"""Says that a period is locked, and offers to open it again."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.period_dialogs import ReopenPeriodDialog
from cchc_desktop.ui.workspace import Workspace


class ClosedBar(QFrame):
    """Shown only while the period looked at is locked."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setProperty("tone", "soon")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._workspace = workspace
        self._period: ReportingPeriod | None = None
        sign = QLabel(self)
        side = self.fontMetrics().height()
        sign.setPixmap(icon("lock", "soon").pixmap(side, side))
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self.reopen_button = QPushButton("&Mở lại kỳ…", self)
        self.reopen_button.clicked.connect(self.reopen)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(sign)
        row.addWidget(self._label, 1)
        row.addWidget(self.reopen_button)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, or "" while the period is open."""
        return "" if self.isHidden() else self._label.text()

    def show_period(self, period: ReportingPeriod | None) -> None:
        """Say so if the period is locked."""
        self._period = period
        is_closed = period is not None and period.is_closed
        if period is not None and is_closed:
            self._label.setText(
                f"Kỳ {period.title} đã khóa: xem được các biểu nhưng không lập biểu, không ghi "
                "được. Cần ghi thêm thì mở lại kỳ và ghi lý do."
            )
        self.setVisible(is_closed)

    @Slot()
    def reopen(self) -> None:
        """Ask why the period is to be opened again."""
        if self._period is not None:
            ReopenPeriodDialog(self._workspace, self._period, self).open()
