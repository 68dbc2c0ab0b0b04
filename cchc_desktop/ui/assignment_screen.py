"""The place "Phân công": tasks against agencies, and how much each agency has to do."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from cchc_desktop.domain.agency import AgencyId, AgencyKind, Role
from cchc_desktop.domain.agency_load import agency_loads
from cchc_desktop.domain.assignment_matrix import AssignmentMatrix, assignment_matrix
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.ui.assignment_actions import AssignmentActions, Entry
from cchc_desktop.ui.assignment_filters import AssignmentFilterBar
from cchc_desktop.ui.assignment_grid import GridFilter
from cchc_desktop.ui.assignment_layout import AssignmentLayout
from cchc_desktop.ui.assignment_load_view import LoadTable
from cchc_desktop.ui.assignment_marking import AssignmentMarking
from cchc_desktop.ui.assignment_model import AssignmentModel
from cchc_desktop.ui.assignment_table import AssignmentTable
from cchc_desktop.ui.assignment_wording_control import WordingControl
from cchc_desktop.ui.assignment_wording_panel import WordingPanel
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_TABLES = frozenset(
    {"plan", "section", "task", "deliverable", "agency", "agency_group", "group_member"}
)


class AssignmentScreen(PlaceScreen):
    """Sets who leads and who co-operates, and leads to the papers that say so.

    The wording of the annex is what is kept: marks are set by changing it.

    Signals:
        print_requested(PaperRequest): A paper about the assignments is wanted.
        tasks_requested(frozenset): These tasks are to be shown in the place of progress.
        import_requested(): An officer wants to bring in a document.
        plan_requested(): An officer wants to go to the plan, to write its tasks.
    """

    print_requested = Signal(object)
    tasks_requested = Signal(object)
    import_requested = Signal()
    plan_requested = Signal()

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
        self._clock = clock
        self._messages = messages
        self._is_load_stale = True
        self.model = AssignmentModel(self)
        self.table = AssignmentTable(self.model, settings, self)
        self.load_table = LoadTable(settings, self)
        self.marking = AssignmentMarking(workspace, messages, self.table, self)
        self.filters = AssignmentFilterBar(self.model, settings, self)
        self.panel = WordingPanel(self)
        self.wordings = WordingControl(self.table, self.marking, self.panel, settings, self)
        self.actions_of_table = AssignmentActions(self, self._entries())
        for name in ("copy", "paste", "fill"):
            # Their keys mean something else, or nothing, outside the matrix.
            self.removeAction(self.actions_of_table[name])
            self.table.addAction(self.actions_of_table[name])
        self.layout_parts = AssignmentLayout(self, settings)
        self._connect()
        self._show_state()

    @property
    def search_field(self) -> QWidget:
        """Where words to look for are typed."""
        return self.layout_parts.search_field

    @property
    def has_unwritten(self) -> bool:
        """Whether marks are set whose words are not written yet."""
        return self.has_proposals

    @property
    def has_proposals(self) -> bool:
        """Whether marks were set whose wording is not written yet."""
        return self.marking.is_pending

    @property
    def is_load_shown(self) -> bool:
        """Whether the load of the agencies is shown rather than the matrix."""
        return self.layout_parts.is_load_shown

    def actions_for_menu(self) -> list[QAction]:
        """Return the commands of this place."""
        return self.actions_of_table.all()

    def commit_editing(self) -> None:
        """Save words that were typed for a task; marks that are only proposed stay proposed."""
        self.wordings.commit_editing()

    def apply_settings(self) -> None:
        """Follow a change of the font or the theme."""
        self.table.viewport().update()
        self.load_table.viewport().update()

    def show_agency(self, agency_id: AgencyId, task_ids: frozenset[TaskId] | None = None) -> None:
        """Show the tasks of an agency in the matrix, or some of them."""
        self.layout_parts.search_field.clear()
        self.show_matrix()
        self.filters.set_filter(GridFilter(agency_id=agency_id, task_ids=task_ids))
        self.table.go_to_agency(agency_id)
        self.table.setFocus()

    @Slot()
    def focus_search(self) -> None:
        """Go to the search field and choose what stands in it."""
        self.layout_parts.focus_search()

    @Slot()
    def show_matrix(self) -> None:
        """Show the matrix."""
        self.layout_parts.show_page(is_load=False)

    @Slot()
    def show_load(self) -> None:
        """Show how much each agency has to do."""
        self.layout_parts.show_page(is_load=True)
        self._show_load()

    @Slot()
    def toggle_load(self) -> None:
        """Go to the other of the two views."""
        if self.is_load_shown:
            self.show_matrix()
        else:
            self.show_load()

    @Slot()
    def edit_wording(self) -> None:
        """Go into the wording of the current task."""
        if not self.is_load_shown:
            self.wordings.edit()

    @Slot()
    def mark_lead(self) -> None:
        """Let the selected agencies lead the selected tasks."""
        self.wordings.mark(Role.LEAD)

    @Slot()
    def mark_cooperating(self) -> None:
        """Let the selected agencies co-operate in the selected tasks."""
        self.wordings.mark(Role.COOPERATING)

    @Slot()
    def clear_marks(self) -> None:
        """Let the selected agencies have no part in the selected tasks."""
        self.wordings.mark(None)

    @Slot()
    def print_table(self) -> None:
        """Ask for the whole matrix on paper."""
        self._print("assignment-table", ())

    @Slot()
    def print_notices(self) -> None:
        """Ask for the notices of the selected agencies."""
        self._print("assignment-notice", tuple(self._selected_ids()))

    @Slot()
    def print_all_notices(self) -> None:
        """Ask for the notices of all agencies that have tasks."""
        self._print("assignment-notice", ())

    @Slot()
    def hand_over(self) -> None:
        """Hand the tasks of an agency over to another."""
        from cchc_desktop.ui.assignment_succession_dialog import SuccessionDialog

        self.commit_editing()
        selected = self._selected_ids()
        agency_id = selected[0] if selected else None
        SuccessionDialog(self._workspace, agency_id, today(self._clock), self).open()

    @Slot()
    def show_progress(self) -> None:
        """Go to the selected tasks in the place of progress."""
        rows = self.table.selected_rows()
        tasks = frozenset(row.task.id for row in rows if row.task is not None)
        if tasks:
            self.tasks_requested.emit(tasks)

    def _entries(self) -> tuple[Entry, ...]:
        marking = self.marking
        return (
            ("lead", "Đặt chủ trì\tC", "", "", self.mark_lead),
            ("cooperate", "Đặt phối hợp\tP", "", "", self.mark_cooperating),
            ("clear", "Bỏ phân công\tDel", "", "eraser", self.clear_marks),
            ("copy", "Sao chép dấu", "Ctrl+C", "copy", marking.copy),
            ("paste", "Dán dấu", "Ctrl+V", "clipboard-paste", marking.paste),
            ("fill", "Chép dấu xuống", "Ctrl+D", "", marking.fill_down),
            ("wording", "Sửa lời văn", "F2", "pencil", self.edit_wording),
            ("panel", "Khung lời văn", "F4", "panel-right", self.wordings.toggle_panel),
            ("load", "Khối lượng", "Ctrl+L", "", self.toggle_load),
            ("progress", "Xem tiến độ của nhiệm vụ", "", "list-checks", self.show_progress),
            ("print-table", "In bảng phân công", "", "printer", self.print_table),
            ("print-notices", "In phiếu giao nhiệm vụ", "", "printer", self.print_notices),
            (
                "print-all",
                "In phiếu giao nhiệm vụ của mọi cơ quan",
                "",
                "printer",
                self.print_all_notices,
            ),
            ("hand-over", "Bàn giao nhiệm vụ…", "", "arrow-right-left", self.hand_over),
        )

    def _connect(self) -> None:
        self._workspace.changed.connect(self._on_changed)
        parts = self.layout_parts
        parts.search_field.textChanged.connect(self._on_words_changed)
        parts.search_field.returnPressed.connect(self._on_search_entered)
        self.filters.cleared.connect(parts.search_field.clear)
        self.table.kind_toggled.connect(self._on_kind_toggled)
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.table.menu_asked.connect(self._on_menu_asked)
        self.load_table.tasks_asked.connect(self._on_tasks_asked)
        self.load_table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        parts.empty.import_asked.connect(self.import_requested)
        parts.empty.plan_asked.connect(self.plan_requested)

    def _show_state(self) -> None:
        state = self._workspace.state
        matrix: AssignmentMatrix | None = None
        plan = state.annual_plan
        if plan is not None:
            matrix = assignment_matrix(
                plan, state.catalogue, usual_day(plan.year, today(self._clock))
            )
        old = self.model.matrix
        is_other = (matrix.plan.id if matrix else None) != (old.plan.id if old else None)
        if is_other:
            self.marking.forget()
        self.panel.set_catalogue(state.catalogue)
        self.model.set_matrix(matrix, state.catalogue)
        self.marking.rebase()
        self._is_load_stale = True
        if self.is_load_shown:
            self._show_load()
        has_tasks = matrix is not None and bool(matrix.rows)
        self.layout_parts.show_emptiness(
            state.plan, has_plan=matrix is not None, has_tasks=has_tasks
        )
        for action in self.actions_for_menu():
            action.setEnabled(has_tasks)
        self.actions_of_table["hand-over"].setEnabled(bool(state.catalogue.agencies))
        self._name_notices()
        self.wordings.refresh()

    def _show_load(self) -> None:
        if self._is_load_stale:
            self._is_load_stale = False
            matrix = self.model.matrix
            self.load_table.set_loads(agency_loads(matrix) if matrix else ())

    def _selected_ids(self) -> list[AgencyId]:
        if self.is_load_shown:
            return self.load_table.selected_ids()
        return [agency.id for agency in self.table.selected_agencies()]

    def _print(self, form: str, agency_ids: tuple[AgencyId, ...]) -> None:
        self.commit_editing()
        plan = self._workspace.annual_plan
        if plan is not None:
            self.print_requested.emit(PaperRequest(form, plan.year, None, agency_ids))

    def _name_notices(self) -> None:
        """Say on the command whose notices it prints."""
        action = self.actions_of_table["print-notices"]
        selected = self._selected_ids()
        catalogue = self._workspace.state.catalogue
        agency = catalogue.agency(selected[0]) if len(selected) == 1 else None
        whose = agency.name if agency else f"{len(selected)} cơ quan đang chọn"
        action.setText(f"In phiếu giao nhiệm vụ của {whose}".replace("&", "&&"))
        action.setEnabled(bool(selected) and self._workspace.annual_plan is not None)

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        touched = {row.table for row in change.change_set.changes}
        plan = change.state.annual_plan
        matrix = self.model.matrix
        is_other = (plan.id if plan else None) != (matrix.plan.id if matrix else None)
        if is_other or touched & _TABLES:
            self._show_state()

    @Slot(str)
    def _on_words_changed(self, words: str) -> None:
        self.load_table.proxy.set_query(words)
        self.filters.set_words(words)
        found = self.model.found
        if found and not self.is_load_shown:
            columns = [self.model.place_of_agency(agency_id) for agency_id in found]
            shown = [column for column in columns if column >= 0]
            row = self.table.currentIndex().row()
            if shown and row >= 0:
                self.table.stand_on(row, min(shown))

    @Slot()
    def _on_search_entered(self) -> None:
        (self.load_table if self.is_load_shown else self.table).setFocus()

    @Slot(object)
    def _on_kind_toggled(self, kind: AgencyKind) -> None:
        self.filters.toggle_kind(kind)

    @Slot()
    def _on_selection_changed(self) -> None:
        self._name_notices()

    @Slot(object, object)
    def _on_tasks_asked(self, agency_id: AgencyId, task_ids: frozenset[TaskId] | None) -> None:
        held = QGuiApplication.keyboardModifiers()
        if not held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self.show_agency(agency_id, task_ids)

    @Slot(object)
    def _on_menu_asked(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        groups = (
            ("lead", "cooperate", "clear"),
            ("copy", "paste", "fill"),
            ("wording", "progress"),
            ("print-notices", "hand-over"),
        )
        for names in groups:
            menu.addActions([self.actions_of_table[name] for name in names])
            menu.addSeparator()
        menu.popup(place)


def usual_day(year: int, day: date) -> date:
    """Return ``day``, or the nearest day of ``year``; as the service of assignments does."""
    return min(max(day, date(year, 1, 1)), date(year, 12, 31))
