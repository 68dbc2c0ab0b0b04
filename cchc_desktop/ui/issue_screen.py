"""The place of issuing: where the plan stands, the next step, and every issued version."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.plan_version import PlanVersion
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.services.version_reading import VersionRef
from cchc_desktop.system.opening import open_with_default_program
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.compare_screen import CompareScreen
from cchc_desktop.ui.issue_actions import IssueActions
from cchc_desktop.ui.issue_bar import IssueBar
from cchc_desktop.ui.issue_commands import FileAsking, IssueCommands
from cchc_desktop.ui.issue_details import VersionDetails
from cchc_desktop.ui.issue_dialogs import choose_certificate
from cchc_desktop.ui.issue_feed import IssueFeed, IssueSight
from cchc_desktop.ui.issue_files import choose_target
from cchc_desktop.ui.issue_model import VersionList, VersionModel
from cchc_desktop.ui.issue_words import NO_PLAN, NO_VERSIONS
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.progress_empty import EmptyProgress
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace

_SPLIT = "issue-details-width"
_USUAL_WIDTH = 340


class IssueScreen(PlaceScreen):
    """Shows where the chosen plan stands; the next step is the primary button.

    Args:
        workspace: The open data file.
        clock: Says which day it is.
        settings: The officer's own choices.
        messages: The one door for what is said and asked.
        parent: The owner.
        open_file: What opens a kept PDF as a double click would.
        ask_target: What lets the officer choose where a PDF is written.
        ask_certificate: What lets the officer choose a certificate.

    Signals:
        plan_requested(): There is no plan; the plan's place is wanted.
        check_requested(): What the check finds is wanted.
        print_requested(PaperRequest): The pages of a form are wanted.
    """

    plan_requested = Signal()
    check_requested = Signal()
    print_requested = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        settings: Settings,
        messages: Messages,
        parent: QWidget | None = None,
        *,
        open_file: Callable[[Path], None] = open_with_default_program,
        ask_target: Callable[[QWidget, str], Path | None] = choose_target,
        ask_certificate: Callable[[QWidget], Path | None] = choose_certificate,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.feed = IssueFeed(workspace, self)
        asking = FileAsking(open_file, ask_target, ask_certificate)
        self.commands = IssueCommands(workspace, clock, messages, self.feed, asking, self)
        self.actions_here = IssueActions(self, self.commands, self.compare, self.print_comparison)
        self.bar = IssueBar(self.actions_here, self)
        self.model = VersionModel(self)
        self.list = VersionList(self)
        self.list.setModel(self.model)
        self.list.set_empty_sentence(NO_VERSIONS)
        self.details = VersionDetails(self)
        self.compare_screen = CompareScreen(workspace, messages, self)
        self.empty = EmptyProgress("Đến &Kế hoạch", self)
        self.empty.say(NO_PLAN)
        self._lay_out()
        self._connect()
        self._show_sight()

    @property
    def version(self) -> PlanVersion | None:
        """The chosen version, or None."""
        index = self.list.currentIndex()
        return self.model.version(index.row()) if index.isValid() else None

    def actions_for_menu(self) -> list[QAction]:
        """Return the actions of the screen, for the window's menu."""
        return self.actions_here.for_menu()

    def apply_settings(self) -> None:
        """Follow a change of the font or the theme."""
        self._on_version_chosen()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget.showEvent: what changed meanwhile is read."""
        super().showEvent(event)
        self.feed.refresh()

    @Slot()
    def compare(self) -> None:
        """Show what differs between two versions, first of all the chosen one and the one after."""
        sight = self.feed.sight
        if sight is None:
            return
        left, right = _usual_pair(sight, self.version)
        self.compare_screen.start(left, right)
        self._show_page(self.compare_screen)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def print_comparison(self) -> None:
        """Ask for the pages of the table of changes."""
        sight = self.feed.sight
        if sight is not None:
            self._print(*_usual_pair(sight, self.version))

    def _print(self, left: VersionRef, right: VersionRef) -> None:
        sight = self.feed.sight
        if sight is not None:
            key = sight.plan.key
            self.print_requested.emit(
                PaperRequest(
                    "plan-comparison", key.year, last_year=key.last_year, compared=(left, right)
                )
            )

    def _lay_out(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._build_tools())
        column.addWidget(self.list, 1)
        self._splitter.addWidget(left)
        self._splitter.addWidget(self.details)
        self._splitter.setStretchFactor(0, 1)
        width = self._settings.number(_SPLIT, _USUAL_WIDTH)
        self._splitter.setSizes([1366 - width, width])
        page = QWidget(self)
        below = QVBoxLayout(page)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.bar)
        below.addWidget(self._splitter, 1)
        self._page = page
        self._stack = QStackedWidget(self)
        for widget in (self.empty, page, self.compare_screen):
            self._stack.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _show_page(self, page: QWidget) -> None:
        """Show the versions, the comparison or what stands for them; the keyboard follows."""
        had_keyboard = self.isAncestorOf(self.window().focusWidget() or self)
        is_other = page is not self._stack.currentWidget()
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(self.list if page is self._page else page)
        if is_other and had_keyboard:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_tools(self) -> QFrame:
        tools = QFrame(self)
        tools.setObjectName("topBar")
        row = QHBoxLayout(tools)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        row.addWidget(QLabel("Các bản đã ban hành", tools))
        row.addStretch(1)
        actions = self.actions_here
        for action in (
            actions.open_pdf,
            actions.export,
            actions.sign,
            actions.compare,
            actions.print_comparison,
        ):
            row.addWidget(ActionButton(action, tools))
        return tools

    def _connect(self) -> None:
        self.feed.changed.connect(self._show_sight)
        self.list.selectionModel().currentRowChanged.connect(self._on_version_chosen)
        self.list.activated.connect(self.commands.open_pdf)
        self.bar.check_requested.connect(self.check_requested)
        self.empty.action_asked.connect(self.plan_requested)
        self.compare_screen.closed.connect(self._on_compare_closed)
        self.compare_screen.print_requested.connect(self._print)
        self._splitter.splitterMoved.connect(self._on_splitter_moved)

    @Slot()
    def _show_sight(self) -> None:
        sight = self.feed.sight
        chosen, count = self.version, self.model.rowCount()
        if self._stack.currentWidget() is not self.compare_screen or sight is None:
            self._show_page(self.empty if sight is None else self._page)
        self.model.show_sight(sight)
        # A version just issued is the one to look at.
        is_newer = self.model.rowCount() == count + 1
        row = self.model.row_of(chosen.number) if chosen is not None and not is_newer else None
        if self.model.rowCount():
            self.list.selectRow(row or 0)
        if sight is not None:
            self.bar.show_sight(sight)
        self._on_version_chosen()

    @Slot()
    def _on_version_chosen(self) -> None:
        sight, version = self.feed.sight, self.version
        check = sight.checks.get(version.id) if sight and version else None
        self.commands.version = version
        self.details.show_version(version, check)
        self.actions_here.offer(sight, version)

    @Slot()
    def _on_compare_closed(self) -> None:
        self._show_page(self._page if self.feed.sight else self.empty)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_splitter_moved(self) -> None:
        self._settings.set_number(_SPLIT, self._splitter.sizes()[1])


def _usual_pair(sight: IssueSight, chosen: PlanVersion | None) -> tuple[VersionRef, VersionRef]:
    """Return the chosen version and the one after it; of the last one, the one before it."""
    plan_id = sight.plan.id
    numbers = [version.number for version in sight.versions]
    now = VersionRef(plan_id)
    if chosen is None or not numbers:
        return now, now
    later = [number for number in numbers if number > chosen.number]
    if later:
        return VersionRef(plan_id, chosen.number), VersionRef(plan_id, later[0])
    if not sight.standing.is_frozen:
        return VersionRef(plan_id, chosen.number), now
    earlier = [number for number in numbers if number < chosen.number]
    left = VersionRef(plan_id, earlier[-1]) if earlier else VersionRef(plan_id, chosen.number)
    return left, VersionRef(plan_id, chosen.number)
