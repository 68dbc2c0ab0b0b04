"""The agencies' returns: sending the workbooks out, and collecting them, for one period."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.clock import Clock
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.period_chooser import PeriodChooser
from cchc_desktop.ui.progress_feed import ProgressFeed
from cchc_desktop.ui.return_closed_bar import ClosedBar
from cchc_desktop.ui.return_collecting_view import CollectingView
from cchc_desktop.ui.return_run import ReturnRun
from cchc_desktop.ui.return_sending_view import SendingView
from cchc_desktop.ui.return_source import dropped_paths
from cchc_desktop.ui.return_strip import ReturnStrip
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

SENDING, COLLECTING = 0, 1


class ReturnsScreen(QWidget):
    """Two faces of one period's returns: to be sent out, and come back.

    Signals:
        finished(bool): The officer is done; True when something was collected.
        closed(): The screen is no longer needed; follows ``finished``.
        print_requested(PaperRequest): The letter that reminds those who have not sent.
    """

    finished = Signal(bool)
    closed = Signal()
    print_requested = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        feed: ProgressFeed,
        clock: Clock,
        settings: Settings,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._feed = feed
        self._messages = messages
        self._has_written = False
        self._is_stale = True
        self.run = ReturnRun(self)
        self.strip = ReturnStrip(self)
        self.closed_bar = ClosedBar(workspace, self)
        self.sending = SendingView(workspace, clock, settings, messages, self.run, self.strip, self)
        self.collecting = CollectingView(
            workspace, clock, settings, messages, self.run, self.strip, self
        )
        self.chooser = PeriodChooser(self)
        self._faces = QStackedWidget(self)
        self._faces.addWidget(self.sending)
        self._faces.addWidget(self.collecting)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_bar())
        layout.addWidget(self.closed_bar)
        layout.addWidget(self.strip)
        layout.addWidget(self._faces, 1)
        self.setAcceptDrops(True)
        self._connect()
        feed.watch(self)

    def actions_for_menu(self) -> list[QAction]:
        """Return the commands of this screen."""
        sending = self.sending
        return [sending.make_returns_action, sending.received_action, sending.remind_action]

    def commit_editing(self) -> None:
        """Take over the day being typed."""
        field = self.collecting.work.received_on
        if field.hasFocus():
            field.editingFinished.emit()

    @Slot()
    def show_sending(self) -> None:
        """Show who is to get a workbook and who has sent it back."""
        self.face_buttons.button(SENDING).setChecked(True)
        self.setFocus()

    @Slot()
    def show_collecting(self) -> None:
        """Show what came back."""
        self.face_buttons.button(COLLECTING).setChecked(True)
        self.setFocus()

    def collect(self, paths: Sequence[Path]) -> None:
        """Read files and folders, beside those chosen already."""
        self.show_collecting()
        self.collecting.add(paths)

    @Slot()
    def give_up(self) -> None:
        """Stop the work under way; with none, leave the screen."""
        if self.run.is_running:
            self.run.stop()
            return
        if self.collecting.has_decisions and not self._messages.ask(
            "Rời màn hình mà không ghi?\nCác lựa chọn đã làm cho từng ô sẽ mất.",
            "Rời, không ghi",
            "Ở lại",
        ):
            return
        self.collecting.forget()
        self.strip.clear()
        has_written, self._has_written = self._has_written, False
        self.finished.emit(has_written)
        self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget.showEvent: what is shown is current."""
        super().showEvent(event)
        self._feed.refresh()
        if self._is_stale:
            self._show_board()

    def hideEvent(self, event: QHideEvent) -> None:
        """Override QWidget.hideEvent: nobody waits for what is not shown any more."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.run.stop()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QWidget.focusInEvent: the keyboard goes to the face shown."""
        super().focusInEvent(event)
        self._focus_face()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QWidget.dragEnterEvent: files and folders of this computer are welcome."""
        if not self.run.is_running and dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QWidget.dropEvent."""
        paths = dropped_paths(event.mimeData())
        if paths and not self.run.is_running:
            event.acceptProposedAction()
            self.collect(paths)

    def _connect(self) -> None:
        self._feed.changed.connect(self._show_board)
        self._workspace.changed.connect(self._on_changed)
        self.chooser.chosen.connect(self._feed.choose_period)
        self.run.progressed.connect(self.strip.show_progress)
        self.strip.stop_asked.connect(self.run.stop)
        self.sending.print_requested.connect(self.print_requested)
        self.sending.busy_changed.connect(self._on_busy_changed)
        self.collecting.busy_changed.connect(self._on_busy_changed)
        self.collecting.written.connect(self._on_written)
        self.collecting.left.connect(self.give_up)
        self.close_button.clicked.connect(self.give_up)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.give_up)

    @Slot()
    def _show_board(self) -> None:
        """Show the period looked at; while the screen is out of sight, nothing is read."""
        board = self._feed.board
        is_being_read = board is None and self._workspace.annual_plan is not None
        self._is_stale = not self.isVisible() or is_being_read
        if self._is_stale:
            return
        period = board.period if board else None
        self.chooser.set_periods(self._feed.periods, period)
        self.closed_bar.show_period(period)
        self.sending.show_period(period)
        self.collecting.show_period(period)

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        touched = {row.table for row in change.change_set.changes}
        if "agency_return" in touched and self._feed.board is not None:
            if self.isVisible():
                self.sending.show_period(self._feed.board.period)
            else:
                self._is_stale = True

    def _focus_face(self) -> None:
        if self._faces.currentIndex() == COLLECTING:
            self.collecting.focus_work()
        else:
            self.sending.list.setFocus()

    @Slot()
    def _on_busy_changed(self) -> None:
        # What had the keyboard may be disabled now; Esc must still stop the work.
        if self.isVisible() and (self.run.is_running or self.hasFocus()):
            self.setFocus()
            self._focus_face()
        self.chooser.setEnabled(not self.run.is_running)
        for button in self.face_buttons.buttons():
            button.setEnabled(not self.run.is_running)
        self.closed_bar.reopen_button.setEnabled(not self.run.is_running)

    @Slot()
    def _on_written(self) -> None:
        self._has_written = True

    @Slot(int, bool)
    def _on_face_chosen(self, face: int, is_chosen: bool) -> None:  # noqa: FBT001 - Qt's signal
        if is_chosen:
            self._faces.setCurrentIndex(face)

    def _build_bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setObjectName("topBar")
        title = QLabel("Biểu của đơn vị", bar)
        title.setObjectName("heading")
        self.face_buttons = QButtonGroup(self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(4)
        row.addWidget(title)
        row.addSpacing(10)
        for face, words in ((SENDING, "Gửi &biểu"), (COLLECTING, "Th&u biểu")):
            button = QToolButton(bar)
            button.setText(words)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.face_buttons.addButton(button, face)
            row.addWidget(button)
        self.face_buttons.button(SENDING).setChecked(True)
        self.face_buttons.idToggled.connect(self._on_face_chosen)
        row.addSpacing(14)
        row.addWidget(self.chooser)
        row.addStretch(1)
        self.close_button = QPushButton("Đóng", bar)
        self.close_button.setToolTip("Rời màn hình này (Esc)")
        row.addWidget(self.close_button)
        return bar
