"""The actions of the progress table: one list for the menus and the shortcuts."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.progress_cell_commands import ProgressCellCommands
from cchc_desktop.ui.progress_details import ProgressDetails
from cchc_desktop.ui.progress_table import ProgressTable


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    text: str
    keys: tuple[str, ...] = ()
    picture: str = ""


_CELL_ENTRIES = (
    _Entry("cut", "Cắt", ("Ctrl+X",), "scissors"),
    _Entry("copy", "Sao chép", ("Ctrl+C",), "copy"),
    _Entry("paste", "Dán vào các ô", ("Ctrl+V",), "clipboard-paste"),
    _Entry("fill_down", "Điền xuống", ("Ctrl+D",)),
    _Entry("clear", "Xóa nội dung ô\tDelete", (), "eraser"),
)
_DETAIL_ENTRIES = (
    _Entry("add_evidence", "Thêm tài liệu kiểm chứng…", ("Ctrl+Shift+A",), "paperclip"),
    _Entry("record_occurrence", "Ghi sự việc phát sinh…", (), "hourglass"),
)
_ROW_ENTRIES = (
    _Entry("open_members", "Mở các đơn vị", ("Alt+Right",), "chevron-right"),
    _Entry("close_members", "Thu gọn các đơn vị", ("Alt+Left",), "chevron-down"),
)


class ProgressActions(QObject):
    """All actions of the table; the shortcuts work wherever the table has the keyboard.

    Attributes:
        by_name: The actions by the name of the command they carry out.
    """

    def __init__(
        self,
        table: ProgressTable,
        cells: ProgressCellCommands,
        details: ProgressDetails,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._table = table
        self._details = details
        self.by_name: dict[str, QAction] = {}
        self._menu: list[QAction] = []
        lists = ((_CELL_ENTRIES, cells), (_DETAIL_ENTRIES, details), (_ROW_ENTRIES, table))
        for entries, owner in lists:
            if self._menu:
                self._menu.append(self._separator())
            for entry in entries:
                self._menu.append(self._action(entry, getattr(owner, entry.name)))
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
        row = self._table.current_row
        is_work = row is not None and row.state is not None
        is_open = not self._table.rows.is_closed
        self.by_name["copy"].setEnabled(row is not None)
        # A closed period says why it takes nothing, so these stay in reach.
        for name in ("cut", "paste", "fill_down", "clear"):
            self.by_name[name].setEnabled(row is not None)
        self.by_name["add_evidence"].setEnabled(is_work and is_open)
        self.by_name["record_occurrence"].setEnabled(self._details.awaits_event)
        has_members = row is not None and (row.has_members or row.is_member)
        for name in ("open_members", "close_members"):
            self.by_name[name].setEnabled(has_members)

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
