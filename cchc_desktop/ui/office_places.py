"""The places of an open data file: each made when it is first gone to, and how they lead on."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.checks.finding import PlanDetail
from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.plan_text import PassageId, TextPartId
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.plan_place import PlanPlace
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from cchc_desktop.ui.assignment_screen import AssignmentScreen
    from cchc_desktop.ui.catalogue_screen import CatalogueScreen
    from cchc_desktop.ui.document_screen import DocumentScreen
    from cchc_desktop.ui.history_screen import HistoryScreen
    from cchc_desktop.ui.issue_screen import IssueScreen
    from cchc_desktop.ui.office_screen import OfficeScreen
    from cchc_desktop.ui.overview_screen import OverviewScreen
    from cchc_desktop.ui.progress_feed import ProgressFeed
    from cchc_desktop.ui.progress_screen import ProgressScreen
    from cchc_desktop.ui.report_screen import ReportScreen
    from cchc_desktop.ui.text_screen import TextScreen


class OfficePlaces(QObject):
    """Makes the screens of the places and connects what one asks of another.

    Signals:
        place_wanted(str): A screen leads to the place of this key.
        paper_wanted(PaperRequest): A screen asks to see a form on paper.
        sending_wanted(): Workbooks are to be made for the agencies.
        collecting_wanted(): Agencies' workbooks are to be collected.
        import_wanted(): A task annex is to be brought in.
        document_wanted(): A whole plan is to be brought in.
        check_wanted(): The chosen plan is to be checked.
        row_wanted(object): A screen leads to a row and column of the plan.
    """

    place_wanted = Signal(str)
    paper_wanted = Signal(object)
    sending_wanted = Signal()
    collecting_wanted = Signal()
    import_wanted = Signal()
    document_wanted = Signal()
    check_wanted = Signal()
    row_wanted = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        settings: Settings,
        messages: Messages,
        plan_place: PlanPlace,
        undo_action: QAction,
        owner: QWidget,
    ) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._clock = clock
        self._settings = settings
        self._messages = messages
        self._undo_action = undo_action
        self._owner = owner
        self._screens: dict[str, PlaceScreen] = {"plan": plan_place}
        self._makers: dict[str, Callable[[], PlaceScreen]] = {
            "overview": self._make_overview,
            "text": self._make_text,
            "issue": self._make_issue,
            "documents": self._make_documents,
            "assignments": self._make_assignments,
            "progress": self._make_progress,
            "reports": self._make_reports,
            "catalogue": self._make_catalogue,
            "office": self._make_office,
            "history": self._make_history,
        }

    @cached_property
    def feed(self) -> "ProgressFeed":
        """How the chosen plan stands, for all places that show it."""
        from cchc_desktop.ui.progress_feed import ProgressFeed

        return ProgressFeed(self._workspace, self)

    def screen(self, key: str) -> PlaceScreen:
        """Return the screen of a place, made if it was not there yet."""
        if key not in self._screens:
            self._screens[key] = self._makers[key]()
        return self._screens[key]

    def key_of(self, screen: PlaceScreen) -> str:
        """Return the key of the place that ``screen`` is."""
        return next(key for key, known in self._screens.items() if known is screen)

    @property
    def made(self) -> tuple[PlaceScreen, ...]:
        """The screens that were gone to so far."""
        return tuple(self._screens.values())

    @Slot(object)
    def show_tasks(self, tasks: frozenset[TaskId]) -> None:
        """Go to the rows of some tasks in the place of progress."""
        from cchc_desktop.ui.progress_screen import ProgressScreen

        screen = self.screen("progress")
        self.place_wanted.emit("progress")
        if isinstance(screen, ProgressScreen):
            screen.show_tasks(tasks)

    @Slot(object)
    def show_passage(self, passage_id: PassageId) -> None:
        """Go to a passage of the chosen plan's text."""
        from cchc_desktop.ui.text_screen import TextScreen

        screen = self.screen("text")
        self.place_wanted.emit("text")
        if isinstance(screen, TextScreen):
            screen.show_passage(passage_id)

    @Slot(object)
    def show_text_detail(self, place: tuple[PlanDetail, TextPartId | None]) -> None:
        """Go to what stands around the chosen plan's text."""
        from cchc_desktop.ui.text_screen import TextScreen

        screen = self.screen("text")
        self.place_wanted.emit("text")
        if isinstance(screen, TextScreen):
            screen.show_detail(*place)

    @Slot()
    def show_plan(self) -> None:
        """Go to the plan."""
        self.place_wanted.emit("plan")

    @Slot(str)
    def _on_go_to(self, key: str) -> None:
        if key == "returns":
            self.sending_wanted.emit()
        else:
            self.place_wanted.emit(key)

    @Slot()
    def _show_progress(self) -> None:
        self.place_wanted.emit("progress")

    @Slot()
    def show_issue(self) -> None:
        """Go to the place of issuing."""
        self.place_wanted.emit("issue")

    @Slot()
    def _show_documents(self) -> None:
        self.place_wanted.emit("documents")

    @Slot(object)
    def _on_task(self, task_id: TaskId) -> None:
        self.row_wanted.emit((RowKey(RowKind.TASK, task_id), None))

    @Slot(str)
    def _on_sending(self, _period: str) -> None:
        self.sending_wanted.emit()

    @Slot(str)
    def _on_collecting(self, _period: str) -> None:
        self.collecting_wanted.emit()

    def _make_overview(self) -> "OverviewScreen":
        from cchc_desktop.ui.overview_screen import OverviewScreen
        from cchc_desktop.ui.period_standing import standing_of

        made = OverviewScreen(
            self._workspace, self.feed, self._clock, self._settings, self._messages, self._owner
        )
        made.set_standing_provider(standing_of)
        made.tasks_requested.connect(self.show_tasks)
        made.go_to.connect(self._on_go_to)
        return made

    def _make_text(self) -> "TextScreen":
        from cchc_desktop.ui.text_screen import TextScreen

        made = TextScreen(self._workspace, self._clock, self._settings, self._messages, self._owner)
        made.print_requested.connect(self.paper_wanted)
        made.check_requested.connect(self.check_wanted)
        made.import_requested.connect(self.document_wanted)
        made.issue_requested.connect(self.show_issue)
        made.document_requested.connect(self._show_documents)
        made.plan_requested.connect(self.show_plan)
        return made

    def _make_issue(self) -> "IssueScreen":
        from cchc_desktop.ui.issue_screen import IssueScreen

        made = IssueScreen(
            self._workspace, self._clock, self._settings, self._messages, self._owner
        )
        made.plan_requested.connect(self.show_plan)
        made.check_requested.connect(self.check_wanted)
        made.print_requested.connect(self.paper_wanted)
        return made

    def _make_documents(self) -> "DocumentScreen":
        from cchc_desktop.ui.document_screen import DocumentScreen

        made = DocumentScreen(
            self._workspace, self._clock, self._settings, self._messages, self._owner
        )
        made.print_requested.connect(self.paper_wanted)
        made.task_requested.connect(self._on_task)
        made.passage_requested.connect(self.show_passage)
        return made

    def _make_assignments(self) -> "AssignmentScreen":
        from cchc_desktop.ui.assignment_screen import AssignmentScreen

        made = AssignmentScreen(
            self._workspace, self._clock, self._settings, self._messages, self._owner
        )
        made.print_requested.connect(self.paper_wanted)
        made.tasks_requested.connect(self.show_tasks)
        made.import_requested.connect(self.import_wanted)
        made.plan_requested.connect(self.show_plan)
        return made

    def _make_progress(self) -> "ProgressScreen":
        from cchc_desktop.ui.progress_screen import ProgressScreen

        made = ProgressScreen(
            self._workspace, self.feed, self._clock, self._settings, self._messages, self._owner
        )
        made.plan_requested.connect(self.show_plan)
        made.collect_requested.connect(self._on_collecting)
        made.returns_requested.connect(self._on_sending)
        made.print_requested.connect(self.paper_wanted)
        return made

    def _make_reports(self) -> "ReportScreen":
        from cchc_desktop.ui.report_screen import ReportScreen

        made = ReportScreen(
            self._workspace, self.feed, self._clock, self._settings, self._messages, self._owner
        )
        made.tasks_requested.connect(self.show_tasks)
        made.plan_requested.connect(self.show_plan)
        made.progress_requested.connect(self._show_progress)
        made.print_requested.connect(self.paper_wanted)
        return made

    def _make_catalogue(self) -> "CatalogueScreen":
        from cchc_desktop.ui.catalogue_screen import CatalogueScreen

        return CatalogueScreen(
            self._workspace, self._clock, self._settings, self._messages, self._owner
        )

    def _make_office(self) -> "OfficeScreen":
        from cchc_desktop.ui.office_screen import OfficeScreen

        return OfficeScreen(self._workspace, self._clock, self._messages, self._owner)

    def _make_history(self) -> "HistoryScreen":
        from cchc_desktop.ui.history_screen import HistoryScreen

        return HistoryScreen(self._workspace, self._clock, self._undo_action, self._owner)
