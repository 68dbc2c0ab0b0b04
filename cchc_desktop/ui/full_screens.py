"""The screens that cover the places while something is decided: import, preview, returns, check."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.office_places import OfficePlaces
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace

if TYPE_CHECKING:
    from cchc_desktop.ui.carry_over_screen import CarryOverScreen
    from cchc_desktop.ui.check_screen import CheckScreen
    from cchc_desktop.ui.import_screen import ImportScreen
    from cchc_desktop.ui.plan_import_screen import PlanImportScreen
    from cchc_desktop.ui.preview_screen import PreviewScreen
    from cchc_desktop.ui.return_screen import ReturnsScreen


class FullScreens(QObject):
    """Makes each screen when it is first needed, covers the places with it, and uncovers them.

    Signals:
        covering(): A screen is about to cover what is shown: what is being typed must be saved.
        uncovered(): The places are in view again.
        place_wanted(str): A screen is done and leads to the place of this key.
        row_wanted(object): A screen leads to a row and column of the plan.
        details_wanted(): A screen leads to the plan's own details.
    """

    covering = Signal()
    uncovered = Signal()
    place_wanted = Signal(str)
    row_wanted = Signal(object)
    details_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        settings: Settings,
        messages: Messages,
        places: OfficePlaces,
        pages: QStackedWidget,
    ) -> None:
        """Make the covers; the first page of ``pages`` is what they cover."""
        super().__init__(pages)
        self._workspace = workspace
        self._clock = clock
        self._settings = settings
        self._messages = messages
        self._places = places
        self._pages = pages
        self._beneath: QWidget | None = None

    @property
    def is_covering(self) -> bool:
        """Whether a screen covers the places."""
        return self._pages.currentIndex() != 0

    def import_file(self, path: Path | None) -> None:
        """Bring in ``path``, or a document to be chosen."""
        self._cover_with(self._imports)
        self._imports.start_with_file(path)

    def import_plan(self, path: Path | None) -> None:
        """Bring in a whole plan from ``path``, or from a document to be chosen."""
        self._cover_with(self._plan_imports)
        self._plan_imports.start_with_file(path)

    @Slot(object, object)
    def carry_over(self, source: PlanKey, target: PlanKey) -> None:
        """Make a plan from the one before it."""
        self._cover_with(self._carry_over)
        self._carry_over.start(source, target)

    def import_clipboard(self) -> None:
        """Bring in the block copied from Word or Excel."""
        self._cover_with(self._imports)
        self._imports.start_with_clipboard()

    @Slot(object)
    def show_paper(self, request: PaperRequest) -> None:
        """Show the pages of a form as they will be printed."""
        self._cover_with(self._preview)
        self._preview.open_paper(request)

    @Slot()
    def show_sending(self) -> None:
        """Make workbooks for the agencies, and see who has sent theirs back."""
        self._cover_with(self._returns)
        self._returns.show_sending()

    @Slot()
    def show_collecting(self) -> None:
        """Collect agencies' workbooks."""
        self._cover_with(self._returns)
        self._returns.show_collecting()

    def check_plan(self, key: PlanKey) -> None:
        """Read a plan as a strict colleague would."""
        self._cover_with(self._check)
        self._check.start_plan(key)

    @Slot()
    def uncover(self) -> None:
        """Go back to what the screen covered: the places, or another screen."""
        beneath, self._beneath = self._beneath, None
        if beneath is None or self._pages.indexOf(beneath) == 0:
            self._pages.setCurrentIndex(0)
            self.uncovered.emit()
        else:
            self._pages.setCurrentWidget(beneath)
            beneath.setFocus()

    @cached_property
    def _imports(self) -> "ImportScreen":
        from cchc_desktop.ui.import_screen import ImportScreen

        made = ImportScreen(self._workspace, self._messages, self._pages)
        made.closed.connect(self.uncover)
        made.finished.connect(self._on_import_finished)
        self._pages.addWidget(made)
        return made

    @cached_property
    def _plan_imports(self) -> "PlanImportScreen":
        from cchc_desktop.ui.plan_import_screen import PlanImportScreen

        made = PlanImportScreen(self._workspace, self._messages, self._pages)
        made.closed.connect(self.uncover)
        made.finished.connect(self._on_plan_import_finished)
        self._pages.addWidget(made)
        return made

    @cached_property
    def _carry_over(self) -> "CarryOverScreen":
        from cchc_desktop.ui.carry_over_screen import CarryOverScreen

        made = CarryOverScreen(self._workspace, self._messages, self._pages)
        made.closed.connect(self.uncover)
        made.finished.connect(self._on_import_finished)
        self._pages.addWidget(made)
        return made

    @cached_property
    def _preview(self) -> "PreviewScreen":
        from cchc_desktop.ui.preview_screen import PreviewScreen

        made = PreviewScreen(self._workspace, self._messages, self._pages)
        made.closed.connect(self.uncover)
        self._pages.addWidget(made)
        return made

    @cached_property
    def _returns(self) -> "ReturnsScreen":
        from cchc_desktop.ui.return_screen import ReturnsScreen

        made = ReturnsScreen(
            self._workspace,
            self._places.feed,
            self._clock,
            self._settings,
            self._messages,
            self._pages,
        )
        made.closed.connect(self.uncover)
        made.finished.connect(self._on_returns_finished)
        made.print_requested.connect(self.show_paper)
        self._pages.addWidget(made)
        return made

    @cached_property
    def _check(self) -> "CheckScreen":
        from cchc_desktop.ui.check_screen import CheckScreen

        made = CheckScreen(self._workspace, self._messages, self._pages)
        made.closed.connect(self.uncover)
        made.row_requested.connect(self._on_row_requested)
        made.details_requested.connect(self._on_details_requested)
        made.passage_requested.connect(self._places.show_passage)
        made.text_detail_requested.connect(self._places.show_text_detail)
        self._pages.addWidget(made)
        return made

    def _cover_with(self, screen: QWidget) -> None:
        self.covering.emit()
        beneath = self._pages.currentWidget()
        if beneath is not screen:
            self._beneath = beneath
        self._pages.setCurrentWidget(screen)
        screen.setFocus()

    @Slot(bool)
    def _on_import_finished(self, is_written: bool) -> None:  # noqa: FBT001 - a signal's argument
        if is_written:
            self.place_wanted.emit("plan")
        else:
            self.uncover()

    @Slot(bool)
    def _on_plan_import_finished(self, is_written: bool) -> None:  # noqa: FBT001 - a signal's argument
        if is_written:
            self.place_wanted.emit("text")
        else:
            self.uncover()

    @Slot(bool)
    def _on_returns_finished(self, is_written: bool) -> None:  # noqa: FBT001 - a signal's argument
        if is_written:
            self.place_wanted.emit("progress")
        else:
            self.uncover()

    @Slot(object)
    def _on_row_requested(self, place: object) -> None:
        self.place_wanted.emit("plan")
        self.row_wanted.emit(place)

    @Slot()
    def _on_details_requested(self) -> None:
        self.place_wanted.emit("plan")
        self.details_wanted.emit()
