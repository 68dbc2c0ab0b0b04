"""The plan's screen: filters, the table, and the details of the current row."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_filter import PlanFilter
from cchc_desktop.domain.plan_rows import RowKey
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.plan_actions import PlanActions
from cchc_desktop.ui.plan_cell_commands import CellCommands
from cchc_desktop.ui.plan_columns import TABLE_COLUMNS
from cchc_desktop.ui.plan_details import PlanDetails
from cchc_desktop.ui.plan_empty import EmptyPlan
from cchc_desktop.ui.plan_filters import PlanFilterBar
from cchc_desktop.ui.plan_find import FindBar
from cchc_desktop.ui.plan_model import PlanTableModel
from cchc_desktop.ui.plan_row_commands import RowCommands
from cchc_desktop.ui.plan_table import PlanTable
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_DETAILS = "plan-details"
_DETAILS_WIDTH = 272
_PREPARED_AT_ONCE = 150


class PlanScreen(QWidget):
    """Shows the chosen plan as a table that is edited in place.

    Attributes:
        search_field: Where words to look for are typed; the frame puts it into its bar.

    Signals:
        import_requested(): An officer wants to bring in a document.
        create_plan_requested(): An officer wants to begin an empty plan.
    """

    import_requested = Signal()
    create_plan_requested = Signal()

    def __init__(
        self,
        workspace: Workspace,
        settings: Settings,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._settings = settings
        self._prepared = 0
        self.model = PlanTableModel(self)
        self.search_field = QLineEdit(self)
        self.search_field.setPlaceholderText("Tìm nhiệm vụ, cơ quan, sản phẩm…  (Ctrl+F)")
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setAccessibleName("Tìm trong kế hoạch")
        self.table = PlanTable(self.model, settings, self)
        self.row_commands = RowCommands(workspace, messages, self.table, self)
        self.cell_commands = CellCommands(workspace, messages, self.table, self.row_commands, self)
        self.actions_of_table = PlanActions(self.table, self.row_commands, self.cell_commands, self)
        self.filters = PlanFilterBar(self.model, self)
        self.find_bar = FindBar(self.table, self.cell_commands, self)
        self.details = PlanDetails(workspace, messages, self)
        self._own_actions = self._make_actions()
        self._lay_out()
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._on_idle)
        self._connect()
        self._show_state(None)

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

    def set_locked(self, *, is_locked: bool) -> None:
        """Let the cells be written in, or only read and copied."""
        if is_locked:
            self.table.commit_editing()
        self.model.is_locked = is_locked
        self.actions_of_table.refresh()

    def show_filtered(self, wanted: PlanFilter) -> None:
        """Show only what ``wanted`` leaves; for links from other screens."""
        self.search_field.setText(wanted.words)
        self.filters.set_filter(wanted)

    def show_row(self, key: RowKey, column: AnnexColumn | None = None) -> None:
        """Show one row and make its cell the current one, whatever was filtered."""
        if self.model.place_of(key) < 0:
            self.filters.clear()
        self.table.go_to(key, column or AnnexColumn.CONTENT)
        self.table.setFocus()

    def _make_actions(self) -> list[QAction]:
        entries = (
            ("Tìm và thay thế…", "Ctrl+H", "replace", self.find_bar.open),
            ("Kết quả tìm tiếp theo", "F3", "", self.find_next),
            ("Kết quả tìm trước đó", "Shift+F3", "", self.find_previous),
            ("Về thứ tự kế hoạch", "Ctrl+Shift+O", "rotate-ccw", self.filters.back_to_plan_order),
            ("Chi tiết nhiệm vụ", "F4", "panel-right", self.toggle_details),
        )
        actions = []
        for text, keys, picture, command in entries:
            action = QAction(text, self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if picture:
                action.setIcon(icon(picture))
            action.triggered.connect(command)
            self.addAction(action)
            actions.append(action)
        return actions

    def _lay_out(self) -> None:
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self.find_bar)
        column.addWidget(self.table, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        self._split.addWidget(middle)
        self._split.addWidget(self.details)
        self._split.setStretchFactor(0, 1)
        self._split.setStretchFactor(1, 0)
        self._split.setSizes([1000, self._settings.number("plan/details-width", _DETAILS_WIDTH)])
        self.details.setVisible(self._settings.is_shown(_DETAILS))
        self._stack = QStackedWidget(self)
        self._empty = EmptyPlan(self)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _connect(self) -> None:
        self._workspace.changed.connect(self._on_changed)
        self.search_field.textChanged.connect(self.filters.set_words)
        self.search_field.returnPressed.connect(self._on_search_entered)
        self.table.current_row_changed.connect(self._on_current_row_changed)
        self.table.menu_asked.connect(self._on_menu_asked)
        self.table.rows_dropped.connect(self.row_commands.place_rows)
        self.table.columns.sectionClicked.connect(self._on_heading_clicked)
        self.filters.cleared.connect(self.search_field.clear)
        self._split.splitterMoved.connect(self._on_split)
        self._empty.import_asked.connect(self.import_requested)
        self._empty.create_asked.connect(self._on_create_asked)
        self.details.row_asked.connect(self.show_row)
        self.details.closed.connect(self.toggle_details)

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        self._show_state(change)

    def _show_state(self, change: WorkspaceChange | None) -> None:
        state = self._workspace.state
        plan = state.plan
        if plan is None or self.model.plan is None or plan.id != self.model.plan.id:
            self.table.commit_editing()
        step = change.change_set if change and change.change_set else None
        self.model.set_plan(plan, state.catalogue, step)
        self.table.columns.set_used_columns(_used_columns(plan))
        is_empty = plan is None or not plan.sections
        if is_empty:
            self._empty.set_has_plan(plan is not None)
        self._show_page(self._empty if is_empty else self._split)
        self._prepared = 0
        self._idle.start()
        self.filters.refresh()
        self.details.set_row(self.table.current_row, plan, state.catalogue)

    def _show_page(self, page: QWidget) -> None:
        """Show the table or what stands for it; the keyboard goes where one works."""
        focused = self.window().focusWidget()
        has_keyboard = focused is not None and self._stack.isAncestorOf(focused)
        is_other = page is not self._stack.currentWidget()
        self._stack.setCurrentWidget(page)
        self.setFocusProxy(self._empty if page is self._empty else self.table)
        if is_other and has_keyboard:
            self.setFocus()

    @Slot()
    def _on_idle(self) -> None:
        """Prepare rows for searching, so that the first letter typed finds them ready."""
        end = self.model.prepare_search(self._prepared, _PREPARED_AT_ONCE)
        if end == self._prepared:
            self._idle.stop()
        self._prepared = end

    @Slot()
    def _on_current_row_changed(self) -> None:
        self.details.set_row(self.table.current_row, self.model.plan, self.model.catalogue)

    @Slot(int)
    def _on_heading_clicked(self, place: int) -> None:
        self.filters.cycle_sorting(TABLE_COLUMNS[place].column)

    @Slot(object)
    def _on_menu_asked(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.actions_of_table.for_menu())
        menu.popup(place)

    @Slot()
    def _on_search_entered(self) -> None:
        self.table.setFocus()

    @Slot()
    def _on_create_asked(self) -> None:
        if self.model.plan is None:
            self.create_plan_requested.emit()
        else:
            self.row_commands.add_section()

    @Slot()
    def _on_split(self) -> None:
        self._settings.set_number("plan/details-width", self.details.width())

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

    @Slot()
    def find_next(self) -> None:
        """Go to the next place that is searched for."""
        self.find_bar.go(1, self.search_field.text())

    @Slot()
    def find_previous(self) -> None:
        """Go to the previous place that is searched for."""
        self.find_bar.go(-1, self.search_field.text())


def _used_columns(plan: Plan | None) -> frozenset[AnnexColumn]:
    """Return the optional columns in which something stands."""
    used: set[AnnexColumn] = set()
    for task in plan.tasks() if plan else ():
        if task.monitor.text:
            used.add(AnnexColumn.MONITOR)
        if task.note:
            used.add(AnnexColumn.NOTE)
    return frozenset(used)
