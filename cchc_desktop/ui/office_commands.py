"""The commands that an open data file adds to the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QKeySequence

from cchc_desktop.services.sentences import describe_step
from cchc_desktop.ui.actions import describe, make_action
from cchc_desktop.ui.rail import Place
from cchc_desktop.ui.workspace import WorkspaceState

if TYPE_CHECKING:
    from cchc_desktop.ui.office_view import OfficeView

PLACES = (
    Place("overview", "&Tổng quan", "layout-dashboard", "Alt+1"),
    Place("plan", "&Kế hoạch", "list-checks", "Alt+2"),
    Place("text", "Phần &lời", "text-quote", "Alt+3"),
    Place("issue", "Ban &hành", "stamp", "Alt+4"),
    Place("documents", "&Văn bản", "library", "Alt+5"),
    Place("assignments", "&Phân công", "users", "Alt+6"),
    Place("progress", "T&iến độ", "clock", "Alt+7"),
    Place("reports", "&Báo cáo", "file-text", "Alt+8"),
    Place("catalogue", "&Danh mục", "building-2", "Alt+9"),
    Place("office", "&Cơ quan", "landmark", "Alt+0"),
    Place("history", "&Nhật ký", "history", "Alt+-"),
)

_NOTHING = {
    "Hoàn tác": "không có việc nào; việc ban hành không hoàn tác được",
    "Làm lại": "không có việc nào",
}
"""What is said where there is no step to take back or to make again."""


class OfficeCommands(QObject):
    """Importing, printing, undo, search, backup and going to places, with their keys.

    They belong to the view and carry out its methods; here it is said when they can be used.
    """

    def __init__(self, view: "OfficeView") -> None:
        super().__init__(view)
        self._view = view
        redo_keys = ("Ctrl+Y", "Ctrl+Shift+Z")
        self.import_action = make_action(
            view, "Nhập từ Word, Excel…", view.start_import, "Ctrl+Shift+I", "file-input"
        )
        self.import_plan_action = make_action(
            view,
            "Nhập cả kế hoạch từ Word…",
            view.start_plan_import,
            "Ctrl+Shift+W",
            "file-text",
        )
        self.paste_import_action = make_action(
            view, "Nhập bảng vừa sao chép", view.import_clipboard, "Ctrl+Alt+V", "clipboard-paste"
        )
        self.print_action = make_action(
            view, "Xem và in", view.show_preview, QKeySequence.StandardKey.Print, "printer"
        )
        self.check_action = make_action(
            view, "Kiểm tra kế hoạch…", view.check_plan, "F7", "list-checks"
        )
        self.undo_action = make_action(view, "Hoàn tác", view.undo, "Ctrl+Z", "undo-2")
        self.redo_action = make_action(view, "Làm lại", view.redo, redo_keys, "redo-2")
        self.search_action = make_action(view, "Tìm", view.focus_search, "Ctrl+F", "search")
        self.backup_action = make_action(view, "Sao lưu ngay", view.back_up, "Ctrl+Shift+S", "save")
        self.menu_action = make_action(view, "Mở danh sách lệnh", view.open_menu, "F10")
        self.place_actions: list[QAction] = []
        for place in PLACES:
            action = make_action(
                view,
                f"Đến {place.name.replace('&', '')}",
                self._on_place_action,
                place.shortcut,
                place.icon_name,
            )
            action.setData(place.key)
            self.place_actions.append(action)
        self._work_actions = (
            self.import_plan_action,
            self.import_action,
            self.paste_import_action,
            self.search_action,
            *self.place_actions,
        )
        view.addActions(
            [
                *self._work_actions,
                self.print_action,
                self.check_action,
                self.undo_action,
                self.redo_action,
                self.backup_action,
                self.menu_action,
            ]
        )

    def show_state(self, state: WorkspaceState, *, is_covered: bool) -> None:
        """Enable what can be done now; an import or the preview covers nearly everything."""
        for action, name, entry in (
            (self.undo_action, "Hoàn tác", state.undo),
            (self.redo_action, "Làm lại", state.redo),
        ):
            sentence = describe_step(entry.label, entry.params) if entry else ""
            action.setEnabled(entry is not None and not is_covered)
            describe(action, f"{name}: {sentence or _NOTHING[name]}")
        for action in self._work_actions:
            action.setEnabled(not is_covered)
        for action in (self.print_action, self.check_action):
            action.setEnabled(state.plan is not None and not is_covered)

    @Slot()
    def _on_place_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._view.show_place(action.data())
