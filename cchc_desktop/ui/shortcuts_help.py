"""The overview of all commands and their keys."""

from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

_TABLE_KEYS = (
    ("Mũi tên, Tab, Shift+Tab", "Đi giữa các ô"),
    ("Enter, F2", "Sửa ô; Enter lần nữa để ghi và xuống dòng dưới"),
    ("Alt+Enter", "Xuống dòng trong ô"),
    ("Esc", "Bỏ chữ đang gõ; đóng thông báo, màn hình nhập, màn hình in"),
)

_ASSIGNMENT_KEYS = (
    ("C, P", "Đánh dấu chủ trì, phối hợp"),
    ("Delete, phím cách", "Bỏ dấu"),
    ("F2", "Sửa lời văn phân công"),
    ("Ctrl+Enter", "Ghi lời văn đề xuất"),
)
_PROGRESS_KEYS = (
    ("Chữ cái đầu", "Chọn tình hình thực hiện"),
    ("Alt+→, Alt+←", "Mở, đóng các đơn vị của một nhiệm vụ"),
)
_REPORT_KEYS = (
    ("Ctrl+Enter", "Ghi đoạn đang sửa"),
    ("Ctrl+Shift+Enter", "Thêm đoạn ở dưới"),
    ("Alt+↑, Alt+↓", "Chuyển đoạn lên, xuống"),
    ("F8", "Đến đoạn cần xem lại tiếp theo"),
)
_TEXT_KEYS = (
    ("Enter", "Tách đoạn, thêm đoạn cùng cấp"),
    ("Shift+Enter", "Xuống dòng trong đoạn"),
    ("Tab, Shift+Tab", "Lùi, nâng một cấp cùng những gì thuộc về nó"),
    ("Backspace ở đầu đoạn", "Bỏ số của đoạn, rồi nối vào đoạn trước"),
    ("Alt+↑, Alt+↓", "Chuyển đoạn lên, xuống"),
    ("Ctrl+1 … Ctrl+7", "Thành I., 1., 1.1., a), -, +, đoạn văn"),
    ("- , + , a) , 1. rồi phím cách", "Thành cấp ấy, ở đoạn còn trống"),
    ("F2", "Sửa bảng"),
    ("Esc", "Sang đề cương"),
)
_CHECK_KEYS = (
    ("Enter", "Đến chỗ cần sửa"),
    ("Phím cách", "Chấp nhận kèm lý do, hoặc bỏ chấp nhận"),
    ("F5", "Kiểm tra lại"),
)
_DOCUMENT_KEYS = (
    ("Ctrl+Shift+1, Ctrl+Shift+2", "Xem sổ văn bản, yêu cầu cấp trên"),
    ("Enter", "Sửa văn bản, yêu cầu; ở nội dung đáp ứng: đến chỗ đó"),
    ("Phím cách", "Nối, bỏ nối nội dung đáp ứng yêu cầu"),
    ("Alt+↑, Alt+↓", "Chuyển yêu cầu lên, xuống"),
    ("Delete", "Xóa văn bản, yêu cầu đang chọn"),
)
_CARRY_OVER_KEYS = (
    ("Phím cách", "Nhận hoặc không nhận dòng đang chọn"),
    ("Ctrl+Enter", "Chuyển tiếp những gì đã nhận"),
)
_GROUPS = (
    ("Trong bảng", _TABLE_KEYS),
    ("Trong bảng phân công", _ASSIGNMENT_KEYS),
    ("Trong bảng tiến độ", _PROGRESS_KEYS),
    ("Trong báo cáo", _REPORT_KEYS),
    ("Trong phần lời", _TEXT_KEYS),
    ("Trong màn hình kiểm tra", _CHECK_KEYS),
    ("Khi chuyển tiếp kế hoạch", _CARRY_OVER_KEYS),
    ("Trong màn hình văn bản", _DOCUMENT_KEYS),
)


class ShortcutsHelp(QDialog):
    """Lists the commands with their keys, by the menu in which they stand."""

    def __init__(
        self, commands: Mapping[str, Sequence[QAction]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Các phím tắt")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = QTreeWidget(self)
        self.list.setObjectName("framed")
        self.list.setHeaderLabels(["Việc", "Phím"])
        self.list.setRootIsDecorated(False)
        self.list.setAccessibleName("Các lệnh và phím tắt")
        for title, actions in commands.items():
            rows = [(_keys(action), action.text().replace("&", "")) for action in actions]
            self._add_group(title, [row for row in rows if row[0] and row[1]])
        for title, keys in _GROUPS:
            self._add_group(title, keys)
        self.list.expandAll()
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        release = QLabel(_version(), self)
        release.setObjectName("muted")
        close = QPushButton("Đóng", self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.addWidget(self.list, 1)
        layout.addWidget(release)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(620, 620)

    def _add_group(self, title: str, rows: Sequence[tuple[str, str]]) -> None:
        if not rows:
            return
        group = QTreeWidgetItem(self.list, [title])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFirstColumnSpanned(True)
        for keys, words in rows:
            QTreeWidgetItem(group, [words, keys])


def _keys(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    # Both keys are called Enter; a translation of Qt's name would make them one key.
    keys = [key.toString(native).replace("Return", "Enter") for key in action.shortcuts()]
    return ", ".join(dict.fromkeys(keys))


def _version() -> str:
    try:
        return f"Phiên bản {version('cchc-desktop')}"
    except PackageNotFoundError:
        return "Bản chạy từ mã nguồn"
