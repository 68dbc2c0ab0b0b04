"""The actions of the plan's table, and when each can be carried out."""

from PySide6.QtCore import QObject, Slot

from cchc_desktop.domain.plan_rows import RowKind
from cchc_desktop.ui.grid_actions import SEPARATOR, ActionEntry, GridActions
from cchc_desktop.ui.plan_cell_commands import CellCommands
from cchc_desktop.ui.plan_row_commands import RowCommands
from cchc_desktop.ui.plan_table import PlanTable

# Ctrl+- makes the letters smaller in the whole program, so deleting rows is Ctrl+Delete.
_ROW_ENTRIES = (
    ActionEntry("add_task", "Thêm nhiệm vụ bên dưới", ("Ctrl+Enter", "Ctrl+Return", "Ins"), "plus"),
    ActionEntry(
        "add_subtask", "Thêm nhiệm vụ con", ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"), "list-plus"
    ),
    ActionEntry("add_deliverable", "Thêm kết quả, sản phẩm", ("Ctrl+Shift+K",)),
    ActionEntry("add_section", "Thêm lĩnh vực", ("Ctrl+Shift+L",)),
    ActionEntry("delete_rows", "Xóa dòng", ("Ctrl+Del",), "trash-2"),
    SEPARATOR,
    ActionEntry("move_up", "Chuyển lên", ("Alt+Up",), "arrow-up"),
    ActionEntry("move_down", "Chuyển xuống", ("Alt+Down",), "arrow-down"),
    ActionEntry("indent", "Thành nhiệm vụ con", ("Alt+Right",), "list-indent-increase"),
    ActionEntry("outdent", "Thành nhiệm vụ chính", ("Alt+Left",), "list-indent-decrease"),
)
_CELL_ENTRIES = (
    ActionEntry("cut", "Cắt", ("Ctrl+X",), "scissors"),
    ActionEntry("copy", "Sao chép", ("Ctrl+C",), "copy"),
    ActionEntry("paste", "Dán vào các ô", ("Ctrl+V",), "clipboard-paste"),
    ActionEntry("paste_as_tasks", "Dán thành nhiệm vụ mới", ("Ctrl+Shift+V",)),
    ActionEntry("fill_down", "Điền xuống", ("Ctrl+D",)),
    ActionEntry("clear", "Xóa nội dung ô\tDelete", (), "eraser"),
    SEPARATOR,
    ActionEntry("toggle_bold", "Chữ đậm", ("Ctrl+B",), "bold"),
    ActionEntry("toggle_italic", "Chữ nghiêng", ("Ctrl+I",), "italic"),
)
_ORDER_BOUND = ("move_up", "move_down", "indent", "outdent")


class PlanActions(GridActions):
    """The actions of the plan's table; ``by_name`` finds each by its command's name."""

    def __init__(
        self, table: PlanTable, rows: RowCommands, cells: CellCommands, parent: QObject
    ) -> None:
        super().__init__(table, ((_ROW_ENTRIES, rows), (_CELL_ENTRIES, cells)), parent)
        self._table = table
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Let only those actions be chosen that can be carried out now."""
        has_plan = self._table.rows.plan is not None
        row = self._table.current_row
        kind = row.key.kind if row else None
        in_order = self._table.rows.sorting is None and not self._table.rows.filter.is_active
        for name, action in self.by_name.items():
            action.setEnabled(has_plan and row is not None)
            if name in _ORDER_BOUND:
                action.setEnabled(row is not None and in_order)
        for name in ("add_task", "add_section", "paste_as_tasks"):
            self.by_name[name].setEnabled(has_plan)
        for name in ("add_subtask", "add_deliverable"):
            self.by_name[name].setEnabled(row is not None and row.task is not None)
        if in_order:
            self.by_name["indent"].setEnabled(kind is RowKind.TASK)
            self.by_name["outdent"].setEnabled(kind is RowKind.SUBTASK)
        if self._table.rows.is_locked:
            for name in self.by_name.keys() - {"copy"}:
                self.by_name[name].setEnabled(False)
