"""The actions of the progress table, and when each can be carried out."""

from PySide6.QtCore import QObject, Slot

from cchc_desktop.ui.grid_actions import ActionEntry, GridActions
from cchc_desktop.ui.progress_cell_commands import ProgressCellCommands
from cchc_desktop.ui.progress_details import ProgressDetails
from cchc_desktop.ui.progress_table import ProgressTable

_CELL_ENTRIES = (
    ActionEntry("cut", "Cắt", ("Ctrl+X",), "scissors"),
    ActionEntry("copy", "Sao chép", ("Ctrl+C",), "copy"),
    ActionEntry("paste", "Dán vào các ô", ("Ctrl+V",), "clipboard-paste"),
    ActionEntry("fill_down", "Điền xuống", ("Ctrl+D",)),
    ActionEntry("clear", "Xóa nội dung ô\tDelete", (), "eraser"),
)
_DETAIL_ENTRIES = (
    ActionEntry("add_evidence", "Thêm tài liệu kiểm chứng…", ("Ctrl+Shift+A",), "paperclip"),
    ActionEntry("record_occurrence", "Ghi sự việc phát sinh…", (), "hourglass"),
)
_ROW_ENTRIES = (
    ActionEntry("open_members", "Mở các đơn vị", ("Alt+Right",), "chevron-right"),
    ActionEntry("close_members", "Thu gọn các đơn vị", ("Alt+Left",), "chevron-down"),
)


class ProgressActions(GridActions):
    """The actions of the progress table; ``by_name`` finds each by its command's name."""

    def __init__(
        self,
        table: ProgressTable,
        cells: ProgressCellCommands,
        details: ProgressDetails,
        parent: QObject,
    ) -> None:
        lists = ((_CELL_ENTRIES, cells), (_DETAIL_ENTRIES, details), (_ROW_ENTRIES, table))
        super().__init__(table, lists, parent)
        self._table = table
        self._details = details
        self.refresh()

    @Slot()
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
