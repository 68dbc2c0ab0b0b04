"""The place of the overview (tổng quan): how the year's work stands, at a glance."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.period import PeriodKey, ReportingPeriod
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.session import Session
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.overview_empty import EmptyOverview
from cchc_desktop.ui.overview_figures import (
    OverviewFigures,
    PeriodGlance,
    overview_of,
    past_glance,
    report_periods,
)
from cchc_desktop.ui.overview_header import OverviewHeader
from cchc_desktop.ui.overview_page import PROGRESS, OverviewPage
from cchc_desktop.ui.overview_standing import PeriodStanding, StandingProvider, nothing_known
from cchc_desktop.ui.place_header import PlaceHeader
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.progress_feed import ProgressFeed
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

PLAN = "plan"
"""The place where the plan is written."""

_EMPTY, _WAITING, _CONTENT = range(3)


@dataclass(frozen=True)
class _Reading:
    """What was read for one board."""

    figures: OverviewFigures
    standings: Mapping[PeriodKey, PeriodStanding] = field(default_factory=dict)


class OverviewScreen(PlaceScreen):
    """Shows the figures, bars and lists of the period chosen; each leads to its tasks.

    Everything is worked out off the window's thread, and only while the place is in view.

    Signals:
        tasks_requested(frozenset): The progress of these tasks, by STT, is to be shown.
        go_to(str): A place was asked for: "plan", "progress", "returns" or "reports".
    """

    tasks_requested = Signal(object)
    go_to = Signal(str)

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
        self._clock = clock
        self._standing: StandingProvider = nothing_known
        self._shown_board: ProgressBoard | None = None
        self._job: Job | None = None
        self._standing_job: Job | None = None
        self._past_jobs: list[Job] = []
        self._reading: _Reading | None = None
        self._seen_on = today(clock)
        self._has_own_day = False
        self.record_action = make_action(self, "Ghi tiến độ", self._go_to_progress, (), "pencil")
        self.previous_action = make_action(
            self, "Kỳ báo cáo trước", self.show_previous_period, "Ctrl+PgUp", "chevron-left"
        )
        self.next_action = make_action(
            self, "Kỳ báo cáo sau", self.show_next_period, "Ctrl+PgDown", "chevron-right"
        )
        for action in self.actions_for_menu():
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        self.header = OverviewHeader(workspace, feed, messages, self)
        self.empty = EmptyOverview(self)
        self.page = OverviewPage(settings, self)
        self._lay_out()
        self._connect()
        feed.watch(self)
        self._show_state()

    def actions_for_menu(self) -> list[QAction]:
        """Return the commands of this place."""
        return [self.record_action, self.previous_action, self.next_action]

    def set_standing_provider(self, provider: StandingProvider) -> None:
        """Let ``provider`` say where the returns and the report of a period stand."""
        self._standing = provider
        if self.isVisible():
            self._read_standings()

    def commit_editing(self) -> None:
        """Take over the day being typed."""
        self.header.commit_day()

    @Slot()
    def show_previous_period(self) -> None:
        """Look at the report before the one looked at."""
        self._move_period(-1)

    @Slot()
    def show_next_period(self) -> None:
        """Look at the report after the one looked at."""
        self._move_period(1)

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget.showEvent."""
        super().showEvent(event)
        self._look_at_today()
        self._feed.refresh()
        self._show_state()

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget.changeEvent."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._look_at_today()

    def _lay_out(self) -> None:
        waiting = QLabel("Đang tính…", self)
        waiting.setObjectName("muted")
        waiting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        for widget in (self.empty, waiting, self.page):
            self._stack.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(
            PlaceHeader("Tổng quan", (self.record_action,), self, middle=(self.header,))
        )
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.page.tasks_requested.connect(self.tasks_requested)
        self.page.go_to.connect(self.go_to)
        self.page.period_chosen.connect(self._on_period_chosen)
        self.page.width_changed.connect(self._on_width_changed)
        self.empty.action_asked.connect(self._go_to_plan)
        self.header.day_chosen.connect(self._on_day_chosen)
        self._feed.changed.connect(self._show_state)
        self._workspace.changed.connect(self._on_changed)

    def _show_state(self) -> None:
        """Show the board of the feed, or say what is missing."""
        plan = self._workspace.annual_plan
        board = self._feed.board
        has_tasks = plan is not None and plan.task_count > 0
        for action in self.actions_for_menu():
            action.setEnabled(has_tasks)
        if plan is None or not has_tasks:
            self._drop_reading()
            if plan is None:
                self.empty.show_no_plan(self._workspace.plan)
            else:
                self.empty.show_no_tasks(plan.year)
            self._show_page(_EMPTY, self.empty)
        elif board is None or board.plan.id != plan.id:
            self._show_page(_WAITING, None)
        elif board is not self._shown_board and self.isVisible():
            self._read(board)

    def _read(self, board: ProgressBoard) -> None:
        """Work out what the board says; an answer for an older board is dropped."""
        self._drop_reading()
        provider = self._standing

        def read(session: Session) -> _Reading:
            figures = overview_of(board)
            return _Reading(figures, _standings(session, figures, provider))

        self._shown_board = board
        self._seen_on = today(self._clock)
        self._job = self._workspace.query(read, self._show_reading)

    def _drop_reading(self) -> None:
        self._shown_board = None
        for job in (self._job, self._standing_job, *self._past_jobs):
            if job is not None:
                job.cancel()

    def _show_reading(self, reading: _Reading) -> None:
        self._reading = reading
        figures = reading.figures
        self.page.show_figures(figures)
        self._show_standings(reading.standings)
        self._read_past(figures)
        self._show_page(_CONTENT, self.page.tiles[0])

    def _read_past(self, figures: OverviewFigures) -> None:
        """Count the periods cut off by now, one after the other; edits go in between."""
        board = figures.board
        self._past_jobs = [
            self._workspace.query(
                _past_question(board, glance.period), self.page.period.show_glance
            )
            for glance in figures.year
            if glance.period.key != board.period.key and glance.period.last_day <= board.day
        ]

    def _read_standings(self) -> None:
        reading = self._reading
        if reading is None or self._shown_board is None:
            return
        provider = self._standing
        self._standing_job = self._workspace.query(
            lambda session: _standings(session, reading.figures, provider), self._show_standings
        )

    def _show_standings(self, standings: Mapping[PeriodKey, PeriodStanding]) -> None:
        if self._reading is not None:
            self.page.show_standings(self._reading.figures, standings, today(self._clock))

    def _show_page(self, page: int, focus: QWidget | None) -> None:
        is_other = self._stack.currentIndex() != page
        had_focus = self.focusWidget() is not None and not self.header.has_focus
        self._stack.setCurrentIndex(page)
        if focus is not None:
            self.setFocusProxy(focus)
            if is_other and had_focus and self.isVisible():
                focus.setFocus()

    def _move_period(self, by: int) -> None:
        board = self._feed.board
        if board is None:
            return
        codes = [period.key.code for period in report_periods(board.periods)]
        code = board.period.key.code
        if code in codes:
            place = codes.index(code) + by
        else:
            before = [p.key.code for p in board.periods if p.order <= board.period.order]
            place = sum(known in before for known in codes) - (by < 0)
        if 0 <= place < len(codes):
            self._on_period_chosen(codes[place])

    def _look_at_today(self) -> None:
        """Move on to the new day after a night, unless the officer looks at one of his own."""
        board = self._feed.board
        if board is None or today(self._clock) == self._seen_on:
            return
        self._seen_on = today(self._clock)
        if not self._has_own_day:
            self._feed.choose_day(None)

    @Slot(str)
    def _on_period_chosen(self, code: str) -> None:
        self._has_own_day = False
        self._feed.choose_period(code)

    @Slot(object)
    def _on_day_chosen(self, day: date | None) -> None:
        self._has_own_day = day is not None
        self._feed.choose_day(day)

    @Slot(bool)
    def _on_width_changed(self, is_wide: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.header.set_compact(is_compact=not is_wide)

    @Slot()
    def _go_to_plan(self) -> None:
        self.go_to.emit(PLAN)

    @Slot()
    def _go_to_progress(self) -> None:
        self.go_to.emit(PROGRESS)

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        self._show_state()
        if change.change_set and self.isVisible():
            # What returns and reports changed is not in the board.
            self._read_standings()


def _past_question(
    board: ProgressBoard, period: ReportingPeriod
) -> Callable[[Session], PeriodGlance]:
    return lambda _session: past_glance(board, period)


def _standings(
    session: Session, figures: OverviewFigures, provider: StandingProvider
) -> dict[PeriodKey, PeriodStanding]:
    keys = {figures.board.period.key, *(glance.period.key for glance in figures.year)}
    return {key: provider(session, key) for key in keys}
