"""The window while a data file is open: the places, the screen of the chosen one, the foot line."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.plan_rows import RowKey
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.services.session import Session
from cchc_desktop.ui.full_screens import FullScreens
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.office_commands import PLACES, OfficeCommands
from cchc_desktop.ui.office_places import OfficePlaces
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.plan_place import PlanPlace
from cchc_desktop.ui.rail import Rail
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.status_line import StatusLine
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_MENUS_OF_PLACES = {
    "Tổng quan": "overview",
    "Phần lời": "text",
    "Ban hành": "issue",
    "Văn bản": "documents",
    "Phân công": "assignments",
    "Tiến độ": "progress",
    "Báo cáo": "reports",
    "Danh mục": "catalogue",
}
_COMPACT_BELOW = 1100
_BACKUP_EVERY_MS = 10 * 60 * 1000


@dataclass(frozen=True)
class WindowMenus:
    """The commands that the window has whether or not a file is open."""

    file: Sequence[QAction]
    view: Sequence[QAction]
    help: Sequence[QAction]


class OfficeView(QWidget):
    """Everything that can be done with an open data file."""

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        settings: Settings,
        messages: Messages,
        menus: WindowMenus,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._clock = clock
        self._settings = settings
        self._messages = messages
        self.commands = OfficeCommands(self)
        self.plan_place = PlanPlace(
            workspace,
            clock.now().year,
            self.commands.import_action,
            self.commands.print_action,
            settings,
            messages,
            self,
        )
        self.plan_place.offer(self.commands.import_plan_action)
        self.plan_place.offer(self.commands.check_action)
        # The other places are made when they are first gone to: the window opens sooner.
        self.places = OfficePlaces(
            workspace,
            clock,
            settings,
            messages,
            self.plan_place,
            self.commands.undo_action,
            self,
        )
        self._menus = menus
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.rail = Rail(PLACES, self._menu, self)
        self.status_line = StatusLine(workspace, clock, self)
        self._lay_out()
        self.full_screens = FullScreens(
            workspace, clock, settings, messages, self.places, self._pages
        )
        self.full_screens.covering.connect(self.commit_editing)
        self.full_screens.uncovered.connect(self._on_uncovered)
        self.full_screens.place_wanted.connect(self.show_place)
        self.full_screens.row_wanted.connect(self._show_row)
        self.full_screens.details_wanted.connect(self.plan_place.edit_details)
        self.plan_place.amendment_requested.connect(self.places.show_issue)
        self.plan_place.carry_over_requested.connect(self.full_screens.carry_over)
        self.rail.place_chosen.connect(self.show_place)
        self.places.place_wanted.connect(self.show_place)
        self.places.paper_wanted.connect(self.full_screens.show_paper)
        self.places.sending_wanted.connect(self.full_screens.show_sending)
        self.places.collecting_wanted.connect(self.full_screens.show_collecting)
        self.places.import_wanted.connect(self.start_import)
        self.places.document_wanted.connect(self.start_plan_import)
        self.places.check_wanted.connect(self.check_plan)
        self.places.row_wanted.connect(self._go_to_row)
        workspace.changed.connect(self._on_changed)
        self._backup_timer = QTimer(self, interval=_BACKUP_EVERY_MS)
        self._backup_timer.timeout.connect(self._back_up_if_due)
        self._backup_timer.start()
        self._show_state()
        self.show_place("plan")

    @property
    def place(self) -> str:
        """The key of the place where the officer is."""
        return self.places.key_of(self._current_place())

    @property
    def is_in_full_screen_work(self) -> bool:
        """Whether an import or the preview covers the places."""
        return self.full_screens.is_covering

    @property
    def has_unwritten(self) -> bool:
        """Whether a place holds decisions that closing would lose."""
        return any(screen.has_unwritten for screen in self.places.made)

    def commit_editing(self) -> None:
        """Save what is being typed, wherever it is."""
        field = QApplication.focusWidget()
        if isinstance(field, QLineEdit) and self.isAncestorOf(field):
            # A field is written when it is left.
            field.clearFocus()
            field.setFocus()
        for screen in self.places.made:
            screen.commit_editing()

    @Slot()
    def undo(self) -> None:
        """Take back the latest step, which is what is being typed if anything is."""
        self.commit_editing()
        self.workspace.undo()

    @Slot()
    def redo(self) -> None:
        """Make the step last taken back again."""
        self.commit_editing()
        self.workspace.redo()

    @Slot(str)
    def show_place(self, key: str) -> None:
        """Go to a place."""
        self.commit_editing()
        screen = self.places.screen(key)
        if self._places.indexOf(screen) < 0:
            self._places.addWidget(screen)
        self._pages.setCurrentIndex(0)
        self._places.setCurrentWidget(screen)
        self.rail.show_place(key)
        screen.setFocus()

    @Slot()
    def start_import(self) -> None:
        """Bring in a document that the officer chooses."""
        self.import_file(None)

    def import_file(self, path: Path | None) -> None:
        """Bring in ``path``, or a document to be chosen."""
        self.full_screens.import_file(path)

    @Slot()
    def start_plan_import(self) -> None:
        """Bring in a whole plan that the officer chooses."""
        self.full_screens.import_plan(None)

    @Slot()
    def import_clipboard(self) -> None:
        """Bring in the block copied from Word or Excel."""
        self.full_screens.import_clipboard()

    @Slot()
    def show_preview(self) -> None:
        """Show the chosen plan's pages as they will be printed."""
        plan = self.workspace.plan
        if plan is not None:
            # Plans for several years are often all text.
            is_text = plan.last_year is not None and not plan.task_count
            form = "plan" if is_text else "plan-annex"
            request = PaperRequest(form, plan.year, last_year=plan.last_year)
            self.full_screens.show_paper(request)

    @Slot()
    def check_plan(self) -> None:
        """Read the chosen plan as a strict colleague would."""
        plan = self.workspace.plan
        if plan is not None:
            self.full_screens.check_plan(plan.key)

    @Slot()
    def back_up(self) -> None:
        """Make a safety copy now."""
        self.workspace.query(_back_up, self._on_backed_up)

    @Slot()
    def focus_search(self) -> None:
        """Go to the search field of the place shown."""
        self._current_place().focus_search()

    def apply_settings(self) -> None:
        """Fit everything to the settings in force."""
        self.rail.fit_font()
        self._fit_rail()
        for screen in self.places.made:
            screen.apply_settings()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent."""
        super().resizeEvent(event)
        self._fit_rail()

    def all_actions(self) -> dict[str, list[QAction]]:
        """Return every command by the menu in which it stands."""
        plan = self.plan_place
        commands = self.commands
        return {
            "Tệp": [*self._menus.file, commands.backup_action],
            "Sửa": [
                commands.undo_action,
                commands.redo_action,
                commands.search_action,
            ],
            "Kế hoạch": [
                commands.import_plan_action,
                commands.import_action,
                commands.paste_import_action,
                commands.print_action,
                commands.check_action,
                plan.create_action,
                plan.details_action,
                plan.carry_over_action,
                plan.delete_action,
            ],
            "Bảng nhiệm vụ": plan.plan_screen.actions_for_menu(),
            **{
                title: self.places.screen(key).actions_for_menu()
                for title, key in _MENUS_OF_PLACES.items()
            },
            "Xem": [*commands.place_actions, *self._menus.view],
            "Trợ giúp": list(self._menus.help),
        }

    def _current_place(self) -> PlaceScreen:
        current = self._places.currentWidget()
        return current if isinstance(current, PlaceScreen) else self.plan_place

    @Slot()
    def _fill_menu(self) -> None:
        if self._menu.isEmpty():
            for title, actions in self.all_actions().items():
                # A submenu made by addMenu(title) may be deleted with its Python wrapper.
                submenu = QMenu(title, self._menu)
                submenu.addActions(actions)
                submenu.setToolTipsVisible(True)
                self._menu.addMenu(submenu)

    def _lay_out(self) -> None:
        self._places = QStackedWidget(self)
        self._places.addWidget(self.plan_place)
        shell = QWidget(self)
        beside = QHBoxLayout(shell)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.rail)
        beside.addWidget(self._places, 1)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(shell)
        self._pages.currentChanged.connect(self._on_page_changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.status_line)

    def _fit_rail(self) -> None:
        scale = self._settings.font_percent / 100
        self.rail.set_compact(is_compact=self.width() < _COMPACT_BELOW * scale)

    def _show_state(self) -> None:
        state = self.workspace.state
        self.commands.show_state(state, is_covered=self.is_in_full_screen_work)
        self.rail.show_office(state.office.letterhead_on(today(self._clock)).name)

    @Slot()
    def open_menu(self) -> None:
        """Open the menu of all commands."""
        if not self.is_in_full_screen_work:
            self.rail.open_menu()

    @Slot()
    def _on_uncovered(self) -> None:
        self._current_place().setFocus()

    @Slot(object)
    def _go_to_row(self, place: tuple[RowKey, AnnexColumn | None]) -> None:
        self.show_place("plan")
        self._show_row(place)

    @Slot(object)
    def _show_row(self, place: tuple[RowKey, AnnexColumn | None]) -> None:
        """Show a row of the plan, in the column that is meant."""
        self.plan_place.plan_screen.show_row(*place)

    @Slot(int)
    def _on_page_changed(self, _index: int) -> None:
        self._show_state()

    @Slot(object)
    def _on_changed(self, _change: WorkspaceChange) -> None:
        self._show_state()

    @Slot()
    def _back_up_if_due(self) -> None:
        self.workspace.query(_back_up_if_due, self.status_line.show_backup)

    def _on_backed_up(self, made: tuple[datetime | None, Path]) -> None:
        made_at, copy = made
        self.status_line.show_backup(made_at)
        self._messages.inform(f"Đã sao lưu vào “{copy.parent.name}”, tệp “{copy.name}”.")


def _back_up(session: Session) -> tuple[datetime | None, Path]:
    copy = session.backups.make("manual")
    return _latest_backup(session), copy


def _back_up_if_due(session: Session) -> datetime | None:
    session.backups.make_if_due()
    return _latest_backup(session)


def _latest_backup(session: Session) -> datetime | None:
    latest = session.backups.latest()
    return latest[0] if latest else None
