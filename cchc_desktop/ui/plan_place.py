"""The place of the plan: the bar on top, and the plan's table below it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.plan import PlanId, PlanKey, PlanSummary, TaskId
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.plan_version import PlanStanding, PlanState
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.frozen_bar import FrozenBar
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.plan_screen import PlanScreen
from cchc_desktop.ui.plan_state_label import PlanStateLabel
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange


class PlanPlace(PlaceScreen):
    """Chooses a plan, creates and deletes plans, and holds the chosen one's table.

    Signals:
        carry_over_requested(PlanKey, PlanKey): A plan is to be made from an earlier one.
        amendment_requested(): The chosen plan was issued and is to be changed.

    Args:
        workspace: The open file.
        year: The year for which a first plan is proposed.
        import_action: Brings a document in.
        print_action: Shows the pages to be printed.
        settings: The officer's own choices.
        messages: Tells and asks.
        parent: Owns the widget.
    """

    carry_over_requested = Signal(object, object)
    amendment_requested = Signal()

    def __init__(
        self,
        workspace: Workspace,
        year: int,
        import_action: QAction,
        print_action: QAction,
        settings: Settings,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._year = year
        self._messages = messages
        self._print_action = print_action
        self.plan_screen = PlanScreen(workspace, settings, messages, self)
        self.create_action = make_action(
            self, "Lập kế hoạch mới…", self.create_plan, "Ctrl+Shift+N", "plus"
        )
        self.details_action = make_action(
            self, "Sửa thông tin kế hoạch…", self.edit_details, "Ctrl+E", "pencil"
        )
        self.carry_over_action = make_action(
            self, "Chuyển tiếp sang năm sau…", self.carry_over, (), "redo-2"
        )
        self.delete_action = make_action(self, "Xóa kế hoạch", self.delete_plan, (), "trash-2")
        self.addActions(
            [self.create_action, self.details_action, self.carry_over_action, self.delete_action]
        )
        self.state_label = PlanStateLabel(workspace, self)
        self.frozen_bar = FrozenBar(self)
        self.frozen_bar.amend_asked.connect(self.amendment_requested)
        self.state_label.standing_read.connect(self._on_standing_read)
        self._wanted: tuple[PlanId, TaskId] | None = None
        self.plan_screen.details.task_asked.connect(self._on_task_asked)
        self._chooser = QComboBox(self)
        self._chooser.setAccessibleName("Kế hoạch đang xem")
        self._chooser.setToolTip("Chọn kế hoạch theo năm")
        self._chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._chooser.activated.connect(self._on_plan_chosen)
        self.plan_screen.import_requested.connect(import_action.trigger)
        self.plan_screen.create_plan_requested.connect(self.create_plan)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar(import_action, print_action))
        layout.addWidget(self.frozen_bar)
        layout.addWidget(self.plan_screen, 1)
        self.setFocusProxy(self.plan_screen)
        self._show_plans()
        workspace.changed.connect(self._on_changed)

    def offer(self, action: QAction) -> None:
        """Put a command of the window beside those of the plan."""
        self._menu.insertAction(self._separator, action)

    def commit_editing(self) -> None:
        """Save what is being typed."""
        self.plan_screen.commit_editing()

    def focus_search(self) -> None:
        """Go to the search field."""
        self.plan_screen.focus_search()

    def apply_settings(self) -> None:
        """Fit everything to the settings in force."""
        self.plan_screen.apply_settings()

    @Slot()
    def create_plan(self) -> None:
        """Ask for a new plan's year and create it."""
        from cchc_desktop.ui.plan_dialogs import NewPlanDialog

        self.commit_editing()
        years = [p.year for p in self._workspace.state.plans if p.last_year is None]
        year = max(years) + 1 if years else self._year
        dialog = NewPlanDialog(self._workspace, year, self)
        dialog.carry_over_requested.connect(self.carry_over_requested)
        dialog.open()

    @Slot()
    def carry_over(self) -> None:
        """Make the plan of the next year from the chosen one."""
        self.commit_editing()
        plan = self._workspace.annual_plan
        if plan is not None:
            self.carry_over_requested.emit(plan.key, PlanKey(plan.year + 1))

    @Slot()
    def edit_details(self) -> None:
        """Show the chosen plan's own details."""
        from cchc_desktop.ui.plan_dialogs import PlanDetailsDialog

        self.commit_editing()
        if self._workspace.plan is not None:
            PlanDetailsDialog(self._workspace, self._workspace.plan, self).open()

    @Slot()
    def delete_plan(self) -> None:
        """Delete the chosen plan if the officer confirms it; undo brings it back."""
        self.commit_editing()
        plan = self._workspace.plan
        if plan is None:
            return
        question = (
            f"Xóa kế hoạch {plan.term} với {plan.task_count} nhiệm vụ?\n"
            "Có thể lấy lại bằng Hoàn tác (Ctrl+Z)."
        )
        if self._messages.ask(question, "Xóa kế hoạch", "Không xóa"):
            self._workspace.mutate(lambda session: session.plans.delete(plan.id))

    def _bar(self, import_action: QAction, print_action: QAction) -> QFrame:
        bar = QFrame(self)
        bar.setObjectName("topBar")
        menu = QMenu(bar)
        menu.addActions([self.create_action, self.details_action, self.carry_over_action])
        self._separator = menu.addSeparator()
        menu.addAction(self.delete_action)
        self._menu = menu
        more = QToolButton(bar)
        more.setIcon(icon("ellipsis-vertical"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(menu)
        more.setToolTip("Lập, sửa, xóa kế hoạch")
        more.setAccessibleName("Lập, sửa, xóa kế hoạch")
        more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plan_screen.search_field.setMinimumWidth(160)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(8)
        layout.addWidget(self._chooser)
        layout.addWidget(more)
        layout.addWidget(self.state_label)
        layout.addWidget(self.plan_screen.search_field, 1)
        layout.addWidget(ActionButton(import_action, bar))
        layout.addWidget(ActionButton(print_action, bar, is_primary=True))
        return bar

    def _show_plans(self) -> None:
        state = self._workspace.state
        self._chooser.clear()
        for summary in state.plans:
            self._chooser.addItem(plan_label(summary), summary.id)
        has_plan = state.plan is not None
        if state.plan is not None:
            self._chooser.setCurrentIndex(self._chooser.findData(state.plan.id))
        self._chooser.setVisible(has_plan)
        self.plan_screen.search_field.setEnabled(has_plan)
        for action in (self.details_action, self.delete_action, self._print_action):
            action.setEnabled(has_plan)
        self.carry_over_action.setEnabled(state.annual_plan is not None)
        self.state_label.setVisible(has_plan)

    @Slot(object)
    def _on_standing_read(self, standing: PlanStanding | None) -> None:
        self.frozen_bar.show_state(standing.state if standing else PlanState.DRAFT)
        self.plan_screen.set_locked(is_locked=standing is not None and standing.is_frozen)

    @Slot(int)
    def _on_plan_chosen(self, index: int) -> None:
        chosen = self._chooser.itemData(index)
        if self._workspace.plan is None or chosen != self._workspace.plan.id:
            self.commit_editing()
            self._workspace.choose_plan(chosen)

    @Slot(object, object)
    def _on_task_asked(self, plan_id: PlanId, task_id: TaskId) -> None:
        """Go to a task of another year's plan."""
        self._wanted = (plan_id, task_id)
        self._workspace.choose_plan(plan_id)

    @Slot(object)
    def _on_changed(self, _change: WorkspaceChange) -> None:
        self._show_plans()
        plan = self._workspace.plan
        if self._wanted and plan is not None and plan.id == self._wanted[0]:
            _, task_id = self._wanted
            self._wanted = None
            kinds = {sub.id: RowKind.SUBTASK for task in plan.tasks() for sub in task.subtasks}
            self.plan_screen.show_row(RowKey(kinds.get(task_id, RowKind.TASK), task_id))


def plan_label(summary: PlanSummary) -> str:
    """Return how a plan is named where plans are chosen."""
    return f"Kế hoạch {summary.term}"
