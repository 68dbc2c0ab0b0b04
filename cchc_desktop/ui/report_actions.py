"""The commands of the report's place, with their words, keys and icons."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.report_desk import ReportSight

if TYPE_CHECKING:
    from cchc_desktop.ui.report_screen import ReportScreen

_ADD_KEYS = ("Ctrl+Shift+Return", "Ctrl+Shift+Enter")
_LONGEST = 60
"""So many letters of a paragraph tell which it is."""


class ReportActions(QObject):
    """What can be done in the report's place; here it is said when.

    Attributes:
        removed_menu: The paragraphs that were taken out, to be taken back.
    """

    def __init__(self, screen: "ReportScreen") -> None:
        super().__init__(screen)
        self._screen = screen
        text, commands = screen.text, screen.commands
        self.refresh = make_action(screen, "Soạn báo cáo", screen.update_report, (), "repeat")
        self.print = make_action(screen, "Xem và in báo cáo", screen.print_report, (), "printer")
        self.annex = make_action(
            screen, "Phụ lục tiến độ", screen.print_annex, (), "file-spreadsheet"
        )
        self.send = make_action(screen, "Ghi nhận đã gửi…", screen.record_sent, (), "send")
        self.settings = make_action(
            screen, "Căn cứ, nơi nhận…", screen.edit_settings, (), "file-text"
        )
        self.next = make_action(
            screen,
            "Đến đoạn cần xem lại tiếp theo",
            screen.go_to_next_review,
            "F8",
            "triangle-alert",
        )
        self.add = make_action(text, "Thêm đoạn bên dưới", commands.add_below, _ADD_KEYS, "plus")
        self.delete = make_action(text, "Bỏ đoạn", commands.delete, "Del", "trash-2")
        self.up = make_action(text, "Chuyển lên", commands.move_up, "Alt+Up", "arrow-up")
        self.down = make_action(text, "Chuyển xuống", commands.move_down, "Alt+Down", "arrow-down")
        self.details = make_action(
            screen, "Chi tiết đoạn đang chọn", screen.toggle_details, "F4", "panel-right"
        )
        self.removed_menu = QMenu("Lấy lại đoạn đã bỏ", screen)
        self.removed_menu.aboutToShow.connect(self._fill_removed)
        self._of_text = (self.add, self.delete, self.up, self.down)
        self._of_screen = (
            self.refresh,
            self.print,
            self.annex,
            self.send,
            self.settings,
            self.next,
            self.details,
        )
        for action in self.for_menu():
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        screen.addActions(self._of_screen)
        text.addActions(self._of_text)

    def for_menu(self) -> list[QAction]:
        """Return all actions, for the window's menu."""
        return [*self._of_screen, *self._of_text]

    def behind_button(self) -> tuple[QAction | QMenu | None, ...]:
        """Return what stands in the menu of the bar; None parts groups."""
        return (
            self.annex,
            self.send,
            self.settings,
            None,
            *self._of_text,
            self.removed_menu,
            None,
            self.next,
            self.details,
        )

    def show_sight(self, sight: ReportSight | None) -> None:
        """Allow what can be done with a report; of None nothing can."""
        is_open = sight is not None and not sight.is_closed
        for action in (self.refresh, self.settings, *self._of_text):
            action.setEnabled(is_open)
        for action in (self.print, self.annex, self.send):
            action.setEnabled(sight is not None)
        self.next.setEnabled(bool(sight and sight.check.out_of_date))
        has_removed = is_open and bool(sight and sight.check.report.removed)
        self.removed_menu.menuAction().setEnabled(has_removed)
        is_kept = sight is not None and sight.is_kept
        self.refresh.setText("Cập nhật số liệu" if is_kept else "Soạn báo cáo")
        self.refresh.setToolTip(
            "Soạn lại mọi đoạn chưa sửa tay theo số liệu hiện nay; đoạn đã sửa giữ nguyên"
            if is_kept
            else "Ghi bản dự thảo này thành báo cáo của kỳ"
        )

    @Slot()
    def _fill_removed(self) -> None:
        self.removed_menu.clear()
        sight = self._screen.desk.sight
        if sight is None:
            return
        for paragraph in sight.check.report.removed:
            words = " ".join(paragraph.drafted.text.split())
            short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
            action = self.removed_menu.addAction(short or paragraph.code)
            action.setData(paragraph.code)
            action.triggered.connect(self._on_restore)

    @Slot()
    def _on_restore(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._screen.commands.take_draft(str(action.data()))
