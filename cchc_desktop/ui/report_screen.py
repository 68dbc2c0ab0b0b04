"""The place of the report: written from the data, edited in its own words, printed and sent."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.clock import Clock
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.system.opening import open_with_default_program
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.period_bar import LockNotice
from cchc_desktop.ui.period_dialogs import ReopenPeriodDialog
from cchc_desktop.ui.period_words import no_annual_plan
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.progress_empty import EmptyProgress
from cchc_desktop.ui.progress_feed import ProgressFeed
from cchc_desktop.ui.report_actions import ReportActions
from cchc_desktop.ui.report_bar import ReportBar
from cchc_desktop.ui.report_commands import ReportCommands
from cchc_desktop.ui.report_desk import ReportDesk, ReportSight
from cchc_desktop.ui.report_details import ReportDetails
from cchc_desktop.ui.report_dialogs import ReportSettingsDialog, SendingDialog, choose_pdf
from cchc_desktop.ui.report_figures_panel import figure_tip
from cchc_desktop.ui.report_kept_paper import KeptPaperOpening
from cchc_desktop.ui.report_model import ReportModel
from cchc_desktop.ui.report_notice import UntouchedNotice
from cchc_desktop.ui.report_outline_list import ReportOutline
from cchc_desktop.ui.report_panes import ReportPanes
from cchc_desktop.ui.report_sent_list import SentPapers
from cchc_desktop.ui.report_text_view import ReportTextView
from cchc_desktop.ui.report_words import state_words
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace

_DETAILS = "report-details"


class ReportScreen(PlaceScreen):
    """Shows the report of the chosen period; every paragraph is edited where it stands.

    Args:
        workspace: The open data file.
        feed: The chosen period, shared with the other places.
        clock: Says which day it is.
        settings: The officer's own choices.
        messages: The one door for what is said and asked.
        parent: The owner.
        open_file: What opens a kept paper as a double click would.
        ask_file: What lets the officer choose the scan of a signed paper.

    Signals:
        tasks_requested(frozenset): These tasks are to be shown in the place of progress.
        plan_requested(): There is nothing to report; the plan's place is wanted.
        progress_requested(): Nothing is recorded; the place of progress is wanted.
        print_requested(PaperRequest): The pages of a form are wanted.
    """

    tasks_requested = Signal(object)
    plan_requested = Signal()
    progress_requested = Signal()
    print_requested = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        feed: ProgressFeed,
        clock: Clock,
        settings: Settings,
        messages: Messages,
        parent: QWidget | None = None,
        *,
        open_file: Callable[[Path], None] = open_with_default_program,
        ask_file: Callable[[QWidget], Path | None] = choose_pdf,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._feed = feed
        self._clock = clock
        self._settings = settings
        self._messages = messages
        self._ask_file = ask_file
        self._shown: ReportSight | None = None
        self._is_announcing = False
        self.desk = ReportDesk(workspace, feed, self)
        self.model = ReportModel(self)
        self.text = ReportTextView(self.model, self)
        self.text.figure_tip = self._figure_tip
        self.commands = ReportCommands(workspace, messages, self.model, self.text, self)
        self.outline = ReportOutline(self)
        self.sent = SentPapers(self)
        self.details = ReportDetails(self)
        self.actions_here = ReportActions(self)
        self.bar = ReportBar(
            (self.actions_here.refresh, self.actions_here.annex),
            self.actions_here.print,
            self.actions_here.behind_button(),
            self.actions_here.next,
            self,
        )
        self._opening = KeptPaperOpening(workspace, messages, open_file, self)
        self.lock_notice = LockNotice(self)
        self.untouched = UntouchedNotice(self)
        self.empty = EmptyProgress("Đến &Kế hoạch", self)
        self._lay_out()
        self._connect()
        self._show_sight(None)

    def actions_for_menu(self) -> list[QAction]:
        """Return the actions of the screen, for the window's menu."""
        return self.actions_here.for_menu()

    def commit_editing(self) -> None:
        """Save what is being typed; to be called before the window closes."""
        self.text.commit_editing()

    def apply_settings(self) -> None:
        """Follow a change of the font or the theme."""
        self.text.apply_settings()
        self.details.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget.showEvent: what changed meanwhile is read."""
        super().showEvent(event)
        self.desk.refresh()

    @Slot()
    def update_report(self) -> None:
        """Draft the report, or bring what was not edited up to the data, in one step."""
        self.commit_editing()
        sight = self.desk.sight
        if sight is None or not self.commands.can_write:
            return
        if sight.is_kept:
            self.commands.refresh(self._on_refreshed)
        else:
            self.commands.begin(self._on_begun)

    @Slot()
    def print_report(self) -> None:
        """Ask for the pages of the report."""
        self._ask_for_pages("report")

    @Slot()
    def print_annex(self) -> None:
        """Ask for the pages of the annex of results."""
        self._ask_for_pages("progress-annex")

    @Slot()
    def record_sent(self) -> None:
        """Ask what is known of the paper that was sent, and keep it."""
        self.commit_editing()
        if self.desk.sight is not None:
            # The paper is made from what is kept: words on their way get there first.
            self._workspace.query(lambda _: None, self._open_sending)

    @Slot()
    def edit_settings(self) -> None:
        """Ask which document the report cites and whom it goes to."""
        self.commit_editing()
        sight = self.desk.sight
        if sight is not None and self.commands.can_write:
            ReportSettingsDialog(self._workspace, sight.check.report, self).open()

    @Slot()
    def reopen_period(self) -> None:
        """Ask why the period is to be opened again."""
        sight = self.desk.sight
        if sight is not None and sight.is_closed:
            ReopenPeriodDialog(self._workspace, sight.check.board.period, self).open()

    @Slot()
    def go_to_next_review(self) -> None:
        """Stand on the next paragraph that calls for another look; after the last the first."""
        lines = self.model.lines
        start = self.text.currentIndex().row() + 1
        rows = [*range(start, len(lines)), *range(start)]
        row = next((row for row in rows if lines[row].news is not None), None)
        if row is not None:
            self.text.go_to(lines[row].code)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._messages.inform("Không có đoạn nào cần xem lại.")

    @Slot()
    def toggle_details(self) -> None:
        """Open or close the panel of details."""
        is_shown = self.details.isHidden()
        self.details.setVisible(is_shown)
        self._settings.set_shown(_DETAILS, is_shown=is_shown)
        if is_shown:
            self._on_line_changed()
        else:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.details.setVisible(self._settings.is_shown(_DETAILS))
        panes = ReportPanes(
            self.outline,
            self.sent,
            self.untouched,
            self.text,
            self.details,
            self._settings,
            self,
        )
        page = QWidget(self)
        below = QVBoxLayout(page)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.lock_notice)
        below.addWidget(panes, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self._stack, 1)
        self.setFocusProxy(self.text)

    def _connect(self) -> None:
        self.desk.changed.connect(self._show_if_free)
        self.commands.settled.connect(self._show_if_free)
        self.text.edit_closed.connect(self._show_if_free)
        self.text.line_changed.connect(self._on_line_changed)
        self.text.figure_chosen.connect(self.details.choose_figure)
        self.text.tasks_requested.connect(self.tasks_requested)
        self.text.lines.leaving_asked.connect(self._on_leaving_asked)
        self.model.written.connect(self.commands.save_words)
        self.model.composed.connect(self.commands.save_new)
        self.bar.chooser.chosen.connect(self._on_period_chosen)
        self.outline.heading_chosen.connect(self._on_heading_chosen)
        self.sent.open_asked.connect(self._opening.open)
        self.details.draft_taken.connect(self.commands.take_draft)
        self.details.words_kept.connect(self.commands.keep_words)
        self.details.figures_updated.connect(self.commands.update_figures)
        self.details.level_chosen.connect(self.commands.set_level)
        self.details.tasks_requested.connect(self.tasks_requested)
        self.details.closed.connect(self.toggle_details)
        self.lock_notice.reopen_asked.connect(self.reopen_period)
        self.untouched.action_asked.connect(self.progress_requested)
        self.empty.action_asked.connect(self.plan_requested)

    @Slot()
    def _show_if_free(self) -> None:
        """Show what was read last, unless the officer is writing or his words are on their way."""
        if self.text.is_editing or self.commands.is_saving or self.desk.is_reading:
            return
        self._show_sight(self.desk.sight)

    def _show_sight(self, sight: ReportSight | None) -> None:
        self._shown = sight
        plan = self._workspace.annual_plan
        board = sight.check.board if sight else None
        has_tasks = board is not None and bool(board.plan.task_count)
        self._stack.setCurrentIndex(1 if has_tasks else 0)
        if plan is None:
            self.empty.say(
                "Đây là nơi soạn báo cáo định kỳ từ tiến độ đã ghi. "
                f"{no_annual_plan(self._workspace.plan)}"
            )
        else:
            self.empty.say(
                f"Kế hoạch năm {plan.year} chưa có nhiệm vụ nào nên chưa có gì để báo cáo: "
                "nhập phụ lục đã có hoặc gõ nhiệm vụ vào bảng."
            )
        self.empty.setVisible(plan is None or sight is not None)
        self.bar.show_board(self._feed.board)
        self.lock_notice.show_board(board)
        self._show_state(sight)
        self._show_lines(sight)
        self.actions_here.show_sight(sight if has_tasks else None)
        self._announce(sight)

    def _show_state(self, sight: ReportSight | None) -> None:
        words, calls = ("", False)
        if sight is not None:
            words, calls = state_words(sight.check, sight.papers, is_kept=sight.is_kept)
        self.bar.show_state(words, calls_for_look=calls)
        self.untouched.setVisible(sight is not None and sight.is_untouched)
        periods = tuple(sight.check.board.periods) if sight else ()
        self.sent.show_papers(sight.papers if sight else (), sight.intact if sight else {}, periods)

    def _show_lines(self, sight: ReportSight | None) -> None:
        line = self.text.line
        code = self.commands.wanted or (line.code if line else "")
        self.commands.wanted = None
        top = self.text.verticalScrollBar().value()
        self.model.show_sight(sight)
        self.outline.show_lines(self.model.lines)
        if self.model.row_of(code) is None and self.model.lines:
            code = self.model.lines[0].code
        self.text.verticalScrollBar().setValue(top)
        self.text.go_to(code)
        self._on_line_changed()

    def _announce(self, sight: ReportSight | None) -> None:
        if not self._is_announcing or sight is None:
            return
        self._is_announcing = False
        left = len(sight.check.out_of_date)
        words = "Đã cập nhật các đoạn chưa sửa tay."
        if left:
            words += f" Còn {left} đoạn đã sửa tay cần xem lại (F8)."
        self._messages.inform(words)

    def _ask_for_pages(self, form: str) -> None:
        self.commit_editing()
        key = self.desk.key
        if key is not None:
            self.print_requested.emit(PaperRequest(form, key.year, key.code))

    def _open_sending(self, _answer: object) -> None:
        sight = self.desk.sight
        if sight is not None:
            SendingDialog(self._workspace, self._clock, sight, self, self._ask_file).open()

    def _figure_tip(self, code: str) -> str:
        return figure_tip(self._shown.check if self._shown else None, code)

    @Slot()
    def _on_refreshed(self) -> None:
        self._is_announcing = True

    @Slot()
    def _on_begun(self) -> None:
        self._messages.inform("Đã soạn báo cáo từ số liệu. Bấm Enter vào một đoạn để sửa lời.")

    @Slot()
    def _on_line_changed(self) -> None:
        sight, line = self._shown, self.text.line
        if line is not None:
            self.outline.show_current(line.code)
        check = sight.check if sight else None
        self.details.set_line(check, line, is_locked=sight is None or sight.is_closed)

    @Slot(str)
    def _on_heading_chosen(self, code: str) -> None:
        self.text.commit_editing()
        self.text.show_at_top(code)

    @Slot(str)
    def _on_period_chosen(self, code: str) -> None:
        self.commit_editing()
        self._feed.choose_period(code)

    @Slot()
    def _on_leaving_asked(self) -> None:
        self._messages.inform("Bấm Esc lần nữa để bỏ phần vừa gõ, hoặc Ctrl+Enter để giữ lại.")
