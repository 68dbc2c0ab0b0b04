"""The table's actions: one list for the menu, the context menu and the shortcuts."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from cchc_desktop.domain.plan_rows import RowKind
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.plan_cell_commands import CellCommands
from cchc_desktop.ui.plan_row_commands import RowCommands
from cchc_desktop.ui.plan_table import PlanTable


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    text: str
    keys: tuple[str, ...] = ()
    picture: str = ""


_SEPARATOR = _Entry("", "")
# Ctrl+- makes the letters smaller in the whole program, so deleting rows is Ctrl+Delete.
_ROW_ENTRIES = (
    _Entry("add_task", "Thêm nhiệm vụ bên dưới", ("Ctrl+Enter", "Ctrl+Return", "Ins"), "plus"),
    _Entry(
        "add_subtask", "Thêm nhiệm vụ con", ("Ctrl+Shift+Enter", "Ctrl+Shift+Return"), "list-plus"
    ),
    _Entry("add_deliverable", "Thêm kết quả, sản phẩm", ("Ctrl+Shift+K",)),
    _Entry("add_section", "Thêm lĩnh vực", ("Ctrl+Shift+L",)),
    _Entry("delete_rows", "Xóa dòng", ("Ctrl+Del",), "trash-2"),
    _SEPARATOR,
    _Entry("move_up", "Chuyển lên", ("Alt+Up",), "arrow-up"),
    _Entry("move_down", "Chuyển xuống", ("Alt+Down",), "arrow-down"),
    _Entry("indent", "Thành nhiệm vụ con", ("Alt+Right",), "list-indent-increase"),
    _Entry("outdent", "Thành nhiệm vụ chính", ("Alt+Left",), "list-indent-decrease"),
)
_CELL_ENTRIES = (
    _Entry("cut", "Cắt", ("Ctrl+X",), "scissors"),
    _Entry("copy", "Sao chép", ("Ctrl+C",), "copy"),
    _Entry("paste", "Dán vào các ô", ("Ctrl+V",), "clipboard-paste"),
    _Entry("paste_as_tasks", "Dán thành nhiệm vụ mới", ("Ctrl+Shift+V",)),
    _Entry("fill_down", "Điền xuống", ("Ctrl+D",)),
    _Entry("clear", "Xóa nội dung ô\tDelete", (), "eraser"),
    _SEPARATOR,
    _Entry("toggle_bold", "Chữ đậm", ("Ctrl+B",), "bold"),
    _Entry("toggle_italic", "Chữ nghiêng", ("Ctrl+I",), "italic"),
)
_ORDER_BOUND = ("move_up", "move_down", "indent", "outdent")


class PlanActions(QObject):
    """All actions of the table; the shortcuts work wherever the table has the keyboard.

    Attributes:
        by_name: The actions by the name of the command they carry out.
    """

    def __init__(
        self, table: PlanTable, rows: RowCommands, cells: CellCommands, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._table = table
        self.by_name: dict[str, QAction] = {}
        self._menu: list[QAction] = []
        for entries, commands in ((_ROW_ENTRIES, rows), (_CELL_ENTRIES, cells)):
            if self._menu:
                self._menu.append(self._separator())
            for entry in entries:
                if entry is _SEPARATOR:
                    self._menu.append(self._separator())
                else:
                    self._menu.append(self._action(entry, getattr(commands, entry.name)))
        model = table.selectionModel()
        model.selectionChanged.connect(self.refresh)
        model.currentChanged.connect(self.refresh)
        table.rows.shown_changed.connect(self.refresh)
        self.refresh()

    def for_menu(self) -> list[QAction]:
        """Return the actions with separators, in the order of a menu."""
        return list(self._menu)

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

    def _action(self, entry: _Entry, command: Callable[[], None]) -> QAction:
        action = QAction(entry.text, self)
        action.setObjectName(entry.name)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if entry.picture:
            action.setIcon(icon(entry.picture))
        action.triggered.connect(command)
        self._table.addAction(action)
        self.by_name[entry.name] = action
        return action

    def _separator(self) -> QAction:
        action = QAction(self)
        action.setSeparator(True)
        return action
