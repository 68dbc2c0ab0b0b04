"""The progress screen: the period, filters, the table, and the details of the current row."""

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.period import PeriodClosing
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.period_bar import LockNotice, PeriodBar
from cchc_desktop.ui.period_commands import PeriodCommands
from cchc_desktop.ui.period_words import no_annual_plan
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.progress_actions import ProgressActions
from cchc_desktop.ui.progress_cell_commands import ProgressCellCommands
from cchc_desktop.ui.progress_details import ProgressDetails
from cchc_desktop.ui.progress_empty import EmptyProgress
from cchc_desktop.ui.progress_feed import ProgressFeed
from cchc_desktop.ui.progress_filter import Matter, ProgressFilter
from cchc_desktop.ui.progress_filter_bar import ProgressFilterBar
from cchc_desktop.ui.progress_model import ProgressTableModel
from cchc_desktop.ui.progress_table import ProgressTable
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace

_DETAILS = "progress-details"
_DETAILS_WIDTH_KEY = "progress/details-width"
_DETAILS_WIDTH = 272
_PREPARED_AT_ONCE = 150
_FORM = "progress-annex"


class ProgressScreen(PlaceScreen):
    """Shows how the chosen plan stands in a period, as a table that is edited in place.

    Attributes:
        search_field: Where words to look for are typed.

    Signals:
        plan_requested(): There is nothing to follow; the plan's place is wanted.
        collect_requested(str): The agencies' returns of this period are to be collected.
        returns_requested(str): Returns of this period are to be made for the agencies.
        print_requested(PaperRequest): The pages of a form are wanted.
    """

    plan_requested = Signal()
    collect_requested = Signal(str)
    returns_requested = Signal(str)
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
        self._settings = settings
        self._messages = messages
        self._clock = clock
        self._prepared = 0
        self.model = ProgressTableModel(today(clock), self)
        self.table = ProgressTable(self.model, settings, self)
        self.details = ProgressDetails(workspace, messages, self.model, self)
        self.cell_commands = ProgressCellCommands(workspace, messages, self.table, self)
        self.actions_of_table = ProgressActions(self.table, self.cell_commands, self.details, self)
        self.filters = ProgressFilterBar(self.model, self)
        self.period_commands = PeriodCommands(workspace, self._count_unreported, self)
        self._make_actions()
        self.bar = PeriodBar(
            (self.copy_forward_action, self.collect_action),
            self.print_action,
            (
                self.copy_forward_action,
                self.returns_action,
                *self.period_commands.actions,
                self.details_action,
            ),
            self,
        )
        self.search_field = self.bar.search_field
        self.lock_notice = LockNotice(self)
        self.no_plan = EmptyProgress("Đến &Kế hoạch", self)
        self.no_match = EmptyProgress("Bỏ lọc", self)
        self._lay_out()
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._on_idle)
        self._connect()
        feed.watch(self)
        self._on_board()

    def actions_for_menu(self) -> list[QAction]:
        """Return the actions of the screen, for the window's menu."""
        return [*self.actions_of_table.for_menu(), *self._own_actions]

    @Slot()
    def focus_search(self) -> None:
        """Go to the search field and choose what stands in it."""
        self.search_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_field.selectAll()

    def apply_settings(self) -> None:
        """Follow a change of the font or the theme."""
        self.table.columns.fit()
        self.table.viewport().update()
        self.details.refresh()

    def commit_editing(self) -> None:
        """Save what is being typed; to be called before the window closes."""
        self.table.commit_editing()
        self.details.commit_editing()

    def show_tasks(self, tasks: frozenset[TaskId]) -> None:
        """Show only these counted tasks; for links from other screens."""
        self.show_filtered(ProgressFilter(tasks=tasks))

    def show_filtered(self, wanted: ProgressFilter) -> None:
        """Show only what ``wanted`` leaves; for links from other screens."""
        with QSignalBlocker(self.search_field):
            self.search_field.setText(wanted.words)
        self.filters.set_filter(wanted)
        self.table.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget.showEvent: what changed meanwhile is read."""
        super().showEvent(event)
        self._feed.refresh()

    @Slot()
    def copy_forward(self) -> None:
        """Carry what was said before into the blank cells of the period."""
        self.commit_editing()
        board = self.model.board
        if board is None:
            return
        chosen = self.table.selected_rows()
        rows = chosen if len(chosen) > 1 else self.model.hit_rows
        rows = [row for row in rows if row.state is not None and row.state.previous is not None]
        if not rows:
            self._messages.inform(
                "Chưa có gì để chép: các việc đang xem chưa được ghi ở kỳ nào trước kỳ này."
            )
            return
        scope = "đang chọn" if len(chosen) > 1 else "đang xem"
        if not self._messages.ask(
            f"Chép từ kỳ trước cho {len(rows)} việc {scope}?\n"
            "Chỉ điền vào ô còn trống; ô đã ghi giữ nguyên. Có thể hoàn tác (Ctrl+Z).",
            "Chép từ kỳ trước",
            "Không chép",
        ):
            return
        key = board.period.key
        works = [work for row in rows if (work := row.work)]

        def done(change: ChangeSet) -> None:
            if not change:
                self._messages.inform("Không có ô trống nào để điền; không ô nào bị sửa.")

        self._workspace.mutate(
            lambda s: s.progress.copy_forward(key, works), done, self._messages.error
        )

    @Slot()
    def toggle_details(self) -> None:
        """Open or close the panel of details."""
        is_shown = self.details.isHidden()
        self.details.setVisible(is_shown)
        self._settings.set_shown(_DETAILS, is_shown=is_shown)
        if is_shown:
            self._on_current_row_changed()
        else:
            self.table.setFocus()

    def _make_actions(self) -> None:
        self.copy_forward_action = make_action(
            self, "Chép từ kỳ trước", self.copy_forward, (), "copy"
        )
        self.copy_forward_action.setToolTip(
            "Điền ô trống của các việc đang xem (hoặc đang chọn) bằng số liệu kỳ trước"
        )
        self.collect_action = make_action(self, "Thu biểu đơn vị…", self._on_collect, (), "inbox")
        self.returns_action = make_action(
            self, "Gửi biểu cho đơn vị…", self._on_returns, (), "send"
        )
        self.print_action = make_action(self, "Xem và in", self._on_print, (), "printer")
        self.details_action = QAction("Chi tiết việc đang chọn", self)
        self.details_action.setShortcut(QKeySequence("F4"))
        self.details_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.details_action.setIcon(icon("panel-right"))
        self.details_action.triggered.connect(self.toggle_details)
        self._own_actions = [
            self.copy_forward_action,
            self.collect_action,
            self.returns_action,
            self.print_action,
            *self.period_commands.actions,
            self.details_action,
        ]
        self.addActions(self._own_actions)

    def _lay_out(self) -> None:
        self._body = QStackedWidget(self)
        self._body.addWidget(self.table)
        self._body.addWidget(self.no_match)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(self._body)
        self._split.addWidget(self.details)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setSizes([1000, self._settings.number(_DETAILS_WIDTH_KEY, _DETAILS_WIDTH)])
        self.details.setVisible(self._settings.is_shown(_DETAILS))
        self._page = QWidget(self)
        page = QVBoxLayout(self._page)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.lock_notice)
        page.addWidget(self.filters)
        page.addWidget(self._split, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.no_plan)
        self._stack.addWidget(self._page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.bar)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._feed.changed.connect(self._on_board)
        self.bar.chooser.chosen.connect(self._on_period_chosen)
        self.bar.day_asked.connect(self.period_commands.choose_day)
        self.period_commands.leaving_cells.connect(self.commit_editing)
        self.period_commands.day_chosen.connect(self._feed.choose_day)
        self.search_field.textChanged.connect(self.filters.set_words)
        self.search_field.returnPressed.connect(self._on_search_entered)
        self.filters.cleared.connect(self.search_field.clear)
        self.model.shown_changed.connect(self._on_shown_changed)
        self.table.current_row_changed.connect(self._on_current_row_changed)
        self.table.menu_asked.connect(self._on_menu_asked)
        self.lock_notice.reopen_asked.connect(self.period_commands.reopen_period)
        self.no_match.action_asked.connect(self._on_clear_asked)
        self.no_plan.action_asked.connect(self.plan_requested)
        self.details.closed.connect(self.toggle_details)
        self.details.period_asked.connect(self._on_period_chosen)
        self._split.splitterMoved.connect(self._on_split)

    @Slot()
    def _on_board(self) -> None:
        board = self._feed.board
        self.model.today = today(self._clock)
        self.model.set_board(board, self._feed.rows)
        if self.model.filter.words != one_line(self.search_field.text()):
            # Another plan begins with nothing filtered away.
            with QSignalBlocker(self.search_field):
                self.search_field.setText(self.model.filter.words)
        self.bar.show_board(board)
        self.lock_notice.show_board(board)
        has_plan = self._workspace.annual_plan is not None
        is_empty = board is None or not board.states
        if not has_plan:
            self.no_plan.say(
                "Đây là nơi theo dõi tiến độ từng nhiệm vụ theo kỳ báo cáo. "
                f"{no_annual_plan(self._workspace.plan)}"
            )
        elif board is not None:
            self.no_plan.say(
                "Kế hoạch này chưa có nhiệm vụ nào để theo dõi. Thêm nhiệm vụ ở Kế hoạch trước."
            )
        else:
            self.no_plan.say("Đang đọc tiến độ…")
        self.no_plan.button.setVisible(not has_plan or board is not None)
        self._show_page(self.no_plan if is_empty else self._page)
        self.search_field.setEnabled(not is_empty)
        is_closed = board is not None and board.period.is_closed
        for action in self._own_actions:
            action.setEnabled(board is not None)
        self.details_action.setEnabled(True)
        self.copy_forward_action.setEnabled(board is not None and not is_closed)
        self.period_commands.show_board(board)
        self._prepared = 0
        self._idle.start()
        self._on_current_row_changed()
        if board is not None and is_closed:
            key = board.period.key
            self._workspace.query(lambda s: s.periods.closings(key), self._show_trail)

    def _show_trail(self, closings: tuple[PeriodClosing, ...]) -> None:
        self.lock_notice.show_trail(closings)

    def _show_page(self, page: QWidget) -> None:
        """Show the table or what stands for it; the keyboard goes where one works."""
        focused = self.window().focusWidget()
        has_keyboard = focused is not None and self._stack.isAncestorOf(focused)
        is_other = page is not self._stack.currentWidget()
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(self.no_plan if page is self.no_plan else self.table)
        if is_other and has_keyboard:
            self.setFocus()

    @Slot()
    def _on_shown_changed(self) -> None:
        is_nothing = not self.model.rowCount() and self.model.filter.is_active
        if is_nothing:
            words = self.model.filter.words
            what = f"có “{words}”" if words else "đúng điều kiện lọc"
            self.no_match.say(f"Không có nhiệm vụ nào {what} trong kỳ này.")
        self._body.setCurrentWidget(self.no_match if is_nothing else self.table)

    @Slot()
    def _on_clear_asked(self) -> None:
        self.filters.clear()
        self.table.setFocus()

    @Slot(str)
    def _on_period_chosen(self, code: str) -> None:
        self.commit_editing()
        self._feed.choose_period(code)

    def _count_unreported(self) -> int:
        figures = self.model.figures
        return figures.count_of(Matter.UNREPORTED) if figures is not None else 0

    @Slot()
    def _on_idle(self) -> None:
        """Prepare rows for searching, so that the first letter typed finds them ready."""
        end = self.model.prepare_search(self._prepared, _PREPARED_AT_ONCE)
        if end == self._prepared:
            self._idle.stop()
        self._prepared = end

    @Slot()
    def _on_current_row_changed(self) -> None:
        self.details.set_row(self.table.current_row)
        self.actions_of_table.refresh()

    @Slot(object)
    def _on_menu_asked(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions_of_table.for_menu())
        menu.addSeparator()
        menu.addAction(self.copy_forward_action)
        menu.popup(place)

    @Slot()
    def _on_search_entered(self) -> None:
        self.table.setFocus()

    @Slot()
    def _on_split(self) -> None:
        self._settings.set_number(_DETAILS_WIDTH_KEY, self.details.width())

    @Slot()
    def _on_collect(self) -> None:
        self.commit_editing()
        if self.model.board is not None:
            self.collect_requested.emit(self.model.board.period.key.code)

    @Slot()
    def _on_returns(self) -> None:
        self.commit_editing()
        if self.model.board is not None:
            self.returns_requested.emit(self.model.board.period.key.code)

    @Slot()
    def _on_print(self) -> None:
        self.commit_editing()
        if self.model.board is not None:
            key = self.model.board.period.key
            self.print_requested.emit(PaperRequest(_FORM, key.year, key.code))
