"""The place of documents: the register of what is cited, and what the documents above ask."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.demand import DemandAnswer
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.demand_view import DemandView
from cchc_desktop.ui.document_register_view import RegisterView
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.place_header import PlaceHeader
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

FORM = "demand-coverage"
_REGISTER, _DEMANDS = 0, 1
_OF_REGISTER = frozenset({"registered_document"})
_OF_DEMANDS = frozenset(
    {
        "registered_document", "demand", "demand_answer", "plan", "plan_term", "section", "task",
        "deliverable", "text_part", "passage",
    }
)  # fmt: skip


class DocumentScreen(PlaceScreen):
    """Two faces: the register of documents, and the demands of those that bind the office.

    Signals:
        print_requested(PaperRequest): The table of what is covered is to be printed.
        task_requested(TaskId): A task of the chosen plan is to be shown.
        passage_requested(PassageId): A passage of its text is to be shown.
    """

    print_requested = Signal(object)
    task_requested = Signal(object)
    passage_requested = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        settings: Settings,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings
        self._stale = {_REGISTER, _DEMANDS}
        self.print_action = make_action(self, "In bản&g đối chiếu…", self._on_print)
        self.register = RegisterView(workspace, clock, messages, self)
        self.demands = DemandView(workspace, clock, messages, self.print_action, self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.register)
        self.pages.addWidget(self.demands)
        self.register_tab = self._tab("Sổ văn bản", "Ctrl+Shift+1")
        self.demands_tab = self._tab("Yêu cầu cấp trên", "Ctrl+Shift+2")
        self._tabs = QButtonGroup(self)
        self._tabs.addButton(self.register_tab, _REGISTER)
        self._tabs.addButton(self.demands_tab, _DEMANDS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        header = PlaceHeader("Văn bản", (), self, middle=(self.register_tab, self.demands_tab))
        layout.addWidget(header)
        layout.addWidget(self.pages, 1)
        self._tabs.idClicked.connect(self.show_page)
        self.demands.answer_requested.connect(self._on_answer_requested)
        workspace.changed.connect(self._on_changed)
        self.show_page(_REGISTER)
        self._offer_print()

    def actions_for_menu(self) -> list[QAction]:
        """Override PlaceScreen.actions_for_menu."""
        return [
            *self.register.actions_of_view,
            *self.demands.actions_of_view,
            self.demands.panel.choose_action,
            self.demands.panel.met_action,
            self.print_action,
        ]

    def focus_search(self) -> None:
        """Override PlaceScreen.focus_search."""
        self.show_page(_REGISTER)
        self.register.search.setFocus()
        self.register.search.selectAll()

    @Slot()
    def show_demands(self) -> None:
        """Show what the documents above ask."""
        self.show_page(_DEMANDS)

    @Slot(int)
    def show_page(self, page: int) -> None:
        """Show the register (0) or the demands (1)."""
        button = self._tabs.button(page)
        button.setChecked(True)
        self.setFocusProxy(self.register if page == _REGISTER else self.demands)
        self.pages.setCurrentIndex(page)
        self._load_shown()
        self.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget.showEvent: what is shown is current."""
        super().showEvent(event)
        self._load_shown()

    def _load_shown(self) -> None:
        page = self.pages.currentIndex()
        if not self.isVisible() or page not in self._stale:
            return
        self._stale.discard(page)
        if page == _REGISTER:
            self.register.reload()
        else:
            self.demands.reload()

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        touched = {row.table for row in change.change_set.changes}
        if touched & _OF_REGISTER:
            self._stale.add(_REGISTER)
        # Another plan was chosen where nothing was changed.
        if touched & _OF_DEMANDS or not touched:
            self._stale.add(_DEMANDS)
        self._offer_print()
        self._load_shown()

    def _offer_print(self) -> None:
        self.print_action.setEnabled(self._workspace.plan is not None)

    @Slot()
    def _on_print(self) -> None:
        plan = self._workspace.plan
        if plan is not None:
            self.print_requested.emit(PaperRequest(FORM, plan.year, last_year=plan.last_year))

    @Slot(object)
    def _on_answer_requested(self, answer: DemandAnswer) -> None:
        if answer.task_id is not None:
            self.task_requested.emit(answer.task_id)
        elif answer.passage_id is not None:
            self.passage_requested.emit(answer.passage_id)

    def _tab(self, text: str, key: str) -> QToolButton:
        tab = QToolButton(self)
        tab.setText(text)
        tab.setCheckable(True)
        tab.setShortcut(key)
        tab.setToolTip(f"{text} ({key})")
        return tab
