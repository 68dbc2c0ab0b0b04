"""The choices above the overview: the plan, the period, and the day looked at."""

from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.reporting_calendar import REPORT_CODES
from cchc_desktop.ui.date_field import DateField, format_day
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.plan_place import plan_label
from cchc_desktop.ui.progress_feed import ProgressFeed
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_WIDEST_DAY = "00/00/0000"
_SIDES = 28


class OverviewHeader(QWidget):
    """Chooses what the overview, and the other screens of progress, look at.

    Signals:
        day_chosen(object): The officer asked for this day, or with None for the usual one.
    """

    day_chosen = Signal(object)

    def __init__(
        self, workspace: Workspace, feed: ProgressFeed, messages: Messages, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._feed = feed
        self._messages = messages
        self._is_compact = False
        self.plan_chooser = self._chooser("Kế hoạch đang xem")
        self.period_chooser = self._chooser("Kỳ báo cáo đang xem")
        self.day_field = _DayField(None, self)
        self.day_field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.day_field.setAccessibleName("Tính đến ngày")
        self.day_field.setToolTip("Tính đến ngày")
        self.usual_day_button = QToolButton(self)
        self.usual_day_button.setIcon(icon("rotate-ccw"))
        self.usual_day_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tip = "Về ngày thường dùng: hôm nay, hoặc ngày chốt số liệu của kỳ đã qua"
        self.usual_day_button.setToolTip(tip)
        self.usual_day_button.setAccessibleName(tip)
        self._day_label = QLabel("Tính đến ngày", self)
        self._day_label.setBuddy(self.day_field)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (
            self.plan_chooser,
            self.period_chooser,
            self._day_label,
            self.day_field,
            self.usual_day_button,
        ):
            layout.addWidget(widget)
        self.plan_chooser.activated.connect(self._on_plan_chosen)
        self.period_chooser.activated.connect(self._on_period_chosen)
        self.day_field.editingFinished.connect(self.commit_day)
        self.usual_day_button.clicked.connect(self._on_usual_day)
        workspace.changed.connect(self._on_changed)
        feed.changed.connect(self.show_feed)
        self._show_plans()
        self.show_feed()

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is in one of the choices."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def set_compact(self, *, is_compact: bool) -> None:
        """Leave out the words before the day where there is little room."""
        self._is_compact = is_compact
        self._day_label.setVisible(self._feed.board is not None and not is_compact)

    @Slot()
    def commit_day(self) -> None:
        """Look at the day that was typed; what is no day is said and put back."""
        board, field = self._feed.board, self.day_field
        if board is None or field.text().strip() == format_day(board.day):
            return
        if field.is_wrong:
            written = field.text().strip()
            field.set_day(board.day)
            self._messages.warn(
                f"“{written}” không phải là ngày. Ghi theo ngày/tháng/năm, ví dụ 15/03/2024."
            )
        elif field.day != board.day:
            self.day_chosen.emit(field.day)

    @Slot()
    def show_feed(self) -> None:
        """Show the period and the day of the board."""
        board = self._feed.board
        for widget in (self.period_chooser, self.day_field, self.usual_day_button):
            widget.setVisible(board is not None)
        self.set_compact(is_compact=self._is_compact)
        self.period_chooser.clear()
        if board is None:
            return
        reports = [p for p in board.periods if p.key.code in REPORT_CODES]
        others = [p for p in board.periods if p.key.code not in REPORT_CODES]
        for period in (*reports, *others):
            if period is others[0] if others else False:
                self.period_chooser.insertSeparator(self.period_chooser.count())
            self.period_chooser.addItem(_period_label(period), period.key.code)
        self.period_chooser.setCurrentIndex(self.period_chooser.findData(board.period.key.code))
        self.day_field.set_day(board.day)
        self.day_field.known_day = board.day

    def _chooser(self, name: str) -> QComboBox:
        chooser = QComboBox(self)
        chooser.setAccessibleName(name)
        chooser.setToolTip(name)
        chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        chooser.setMaxVisibleItems(20)
        return chooser

    def _show_plans(self) -> None:
        state = self._workspace.state
        self.plan_chooser.clear()
        for summary in state.plans:
            self.plan_chooser.addItem(plan_label(summary), summary.id)
        if state.plan is not None:
            self.plan_chooser.setCurrentIndex(self.plan_chooser.findData(state.plan.id))
        self.plan_chooser.setVisible(state.plan is not None)

    @Slot(int)
    def _on_plan_chosen(self, place: int) -> None:
        chosen = self.plan_chooser.itemData(place)
        if self._workspace.plan is None or chosen != self._workspace.plan.id:
            self._workspace.choose_plan(chosen)

    @Slot(int)
    def _on_period_chosen(self, place: int) -> None:
        code = self.period_chooser.itemData(place)
        if self._feed.board is None or code != self._feed.board.period.key.code:
            self._feed.choose_period(code)

    @Slot()
    def _on_usual_day(self) -> None:
        self.day_chosen.emit(None)

    @Slot(object)
    def _on_changed(self, _change: WorkspaceChange) -> None:
        self._show_plans()


class _DayField(DateField):
    """Keeps no wider than a day; Escape puts the day back that is looked at."""

    known_day: date | None = None

    def sizeHint(self) -> QSize:
        """Override QLineEdit.sizeHint."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(_WIDEST_DAY) + _SIDES, hint.height())

    def minimumSizeHint(self) -> QSize:
        """Override QLineEdit.minimumSizeHint."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QLineEdit.keyPressEvent."""
        if event.key() == Qt.Key.Key_Escape:
            self.set_day(self.known_day)
            return
        super().keyPressEvent(event)


def _period_label(period: ReportingPeriod) -> str:
    title = period.title[:1].upper() + period.title[1:]
    return f"{title} (đã khóa)" if period.is_closed else title
