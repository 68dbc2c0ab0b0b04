"""The commands of the text's place, with their words, keys and icons."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from cchc_desktop.domain.plan_text import PassageKind, TextPartKind
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.text_desk import TextSight

if TYPE_CHECKING:
    from cchc_desktop.ui.text_screen import TextScreen

_KINDS = (
    ("Thành phần I., II. (trong quyết định: Điều)", PassageKind.PART),
    ("Thành mục 1., 2.", PassageKind.ITEM),
    ("Thành mục con 1.1.", PassageKind.SUBITEM),
    ("Thành điểm a), b)", PassageKind.POINT),
    ("Thành gạch đầu dòng -", PassageKind.DASH),
    ("Thành dấu cộng +", PassageKind.PLUS),
    ("Thành đoạn văn không đánh số", PassageKind.TEXT),
)


class TextActions(QObject):
    """What can be done in the text's place; here it is said when."""

    def __init__(self, screen: "TextScreen") -> None:
        super().__init__(screen)
        sheet, editing, commands = screen.sheet, screen.sheet.editing, screen.commands
        self.kinds = [
            make_action(sheet, words, partial(editing.set_kind, kind), f"Ctrl+{number}")
            for number, (words, kind) in enumerate(_KINDS, 1)
        ]
        self.bold = make_action(sheet, "Chữ đậm", sheet.keys.toggle_bold, "Ctrl+B", "bold")
        self.italic = make_action(
            sheet, "Chữ nghiêng", sheet.keys.toggle_italic, "Ctrl+I", "italic"
        )
        self.indent = make_action(sheet, "Lùi một cấp", editing.indent, (), "list-indent-increase")
        self.outdent = make_action(
            sheet, "Nâng một cấp", editing.outdent, (), "list-indent-decrease"
        )
        self.indent.setToolTip("Lùi một cấp, cùng những gì thuộc về nó (Tab)")
        self.outdent.setToolTip("Nâng một cấp, cùng những gì thuộc về nó (Shift+Tab)")
        self.up = make_action(sheet, "Chuyển lên", editing.move_up, "Alt+Up", "arrow-up")
        self.down = make_action(sheet, "Chuyển xuống", editing.move_down, "Alt+Down", "arrow-down")
        self.add = make_action(
            sheet,
            "Thêm đoạn bên dưới",
            commands.add_below,
            ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
            "plus",
        )
        self.delete = make_action(
            sheet, "Xóa đoạn", editing.delete_selected, "Ctrl+Shift+Del", "trash-2"
        )
        self.renumber = make_action(sheet, "Đánh lại số cả phần", editing.renumber, (), "list-plus")
        self.cite = make_action(screen, "Viện dẫn văn bản…", commands.cite, (), "text-quote")
        self.table = make_action(screen, "Bảng", commands.insert_table, (), "columns-3")
        self.draft = make_action(
            screen, "Soạn Tổ chức thực hiện…", commands.draft_tasks, (), "users"
        )
        self.annex = make_action(
            screen, "Thêm phụ lục…", partial(commands.add_part, TextPartKind.ANNEX), (), "file-plus"
        )
        self.decision = make_action(
            screen,
            "Thêm quyết định ban hành…",
            partial(commands.add_part, TextPartKind.DECISION),
            (),
            "stamp",
        )
        self.delete_part = make_action(
            screen, "Xóa phần đang xem…", commands.delete_part, (), "trash-2"
        )
        self.paper = make_action(
            screen, "Nơi nhận, người ký…", commands.edit_paper, (), "file-text"
        )
        self.documents = make_action(
            screen, "Danh mục văn bản", screen.ask_documents, (), "book-open"
        )
        self.replace = make_action(
            screen, "Tìm và thay thế…", screen.open_find_bar, "Ctrl+H", "replace"
        )
        self.next = make_action(screen, "Kết quả tìm tiếp theo", screen.find_next, "F3")
        self.previous = make_action(
            screen, "Kết quả tìm trước đó", screen.find_previous, "Shift+F3"
        )
        self.issue = make_action(screen, "Ban hành, điều chỉnh…", screen.ask_issue, (), "stamp")
        self.check = make_action(screen, "Kiểm tra", screen.ask_check, (), "square-check")
        self.print = make_action(screen, "Xem và in", screen.print_plan, (), "printer")
        self.bring = make_action(
            screen, "Nhập cả văn bản từ Word…", screen.ask_import, (), "file-input"
        )
        self.details = make_action(
            screen, "Chi tiết đoạn và văn bản", screen.toggle_details, "F4", "panel-right"
        )
        self._of_text = (
            self.bold,
            self.italic,
            self.indent,
            self.outdent,
            self.up,
            self.down,
            self.add,
            self.delete,
            self.renumber,
            *self.kinds,
        )
        self._of_screen = (
            self.cite,
            self.table,
            self.draft,
            self.annex,
            self.decision,
            self.delete_part,
            self.paper,
            self.documents,
            self.replace,
            self.next,
            self.previous,
            self.check,
            self.print,
            self.issue,
            self.bring,
            self.details,
        )
        for action in self.for_menu():
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        screen.addActions(self._of_screen)
        sheet.addActions(self._of_text)

    def for_menu(self) -> list[QAction]:
        """Return all actions, for the window's menu."""
        return [*self._of_text, *self._of_screen]

    def of_passage(self) -> tuple[QAction | None, ...]:
        """Return what the menu of a passage offers; None parts groups."""
        return (
            *self.kinds,
            None,
            self.indent,
            self.outdent,
            self.up,
            self.down,
            None,
            self.add,
            self.delete,
            self.renumber,
            None,
            self.cite,
            self.table,
        )

    def of_bar(self) -> tuple[QAction | None, ...]:
        """Return what stands behind the button of the bar; None parts groups."""
        return (
            self.draft,
            self.annex,
            self.decision,
            self.delete_part,
            None,
            self.paper,
            self.documents,
            self.renumber,
            None,
            self.replace,
            self.bring,
            self.issue,
            None,
            self.details,
        )

    def show_sight(self, sight: TextSight | None) -> None:
        """Allow what can be done with a text; of None nothing can."""
        has_text = sight is not None and bool(sight.text)
        can_write = has_text and sight is not None and not sight.is_frozen
        writing = (self.table, self.draft, self.annex, self.decision, self.delete_part, self.paper)
        for action in (*self._of_text, *writing, self.cite):
            action.setEnabled(can_write)
        for action in (self.check, self.print, self.replace, self.next, self.previous):
            action.setEnabled(has_text)
        self.issue.setEnabled(sight is not None)
        has_decision = sight is not None and sight.text.part(TextPartKind.DECISION) is not None
        self.decision.setEnabled(can_write and not has_decision)
        self.decision.setVisible(not has_decision)
