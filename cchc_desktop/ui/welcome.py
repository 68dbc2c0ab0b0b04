"""The start screen: go on with a recent file, or begin."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.ui.action_button import ActionButton

_PATH_ROLE = Qt.ItemDataRole.UserRole


class WelcomeScreen(QWidget):
    """Lists the data files opened lately and offers the ways to begin.

    Signals:
        file_chosen(Path): The officer wants to open this file.
        file_forgotten(Path): The officer takes this file off the list.
    """

    file_chosen = Signal(object)
    file_forgotten = Signal(object)

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        title = QLabel("Điều hành công tác cải cách hành chính", self)
        title.setObjectName("heading")
        hint = QLabel(
            "Mỗi cơ quan là một tệp dữ liệu .cchc, chứa kế hoạch của mọi năm. Chương trình làm"
            " việc hoàn toàn trên máy này, không cần mạng.",
            self,
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        buttons = QHBoxLayout()
        for position, action in enumerate(actions):
            buttons.addWidget(ActionButton(action, self, is_primary=position == 0))
        buttons.addStretch(1)
        self._recent_title = QLabel("Tệp mở gần đây", self)
        self._recent_title.setObjectName("fieldName")
        self.recent = QListWidget(self)
        self.recent.setObjectName("framed")
        self.recent.setAccessibleName("Tệp mở gần đây")
        self.recent.setSpacing(2)
        self.recent.setToolTip("Enter: mở tệp; Delete: bỏ khỏi danh sách")
        self.recent.itemActivated.connect(self._on_activated)
        forget = QAction("Bỏ khỏi danh sách", self.recent)
        forget.setShortcut("Delete")
        forget.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        forget.triggered.connect(self._on_forget)
        self.recent.addAction(forget)
        self.recent.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(title)
        column.addWidget(hint)
        column.addLayout(buttons)
        column.addSpacing(12)
        column.addWidget(self._recent_title)
        column.addWidget(self.recent, 6)
        column.addStretch(1)
        frame = QWidget(self)
        frame.setLayout(column)
        frame.setMaximumWidth(820)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(frame, 8)
        layout.addStretch(1)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Show the files opened lately; those that are gone are marked and stay."""
        self.recent.clear()
        for path in paths:
            gone = "" if path.exists() else "  (không còn ở đây)"
            item = QListWidgetItem(f"{path.stem}{gone}\n{path.parent}", self.recent)
            item.setData(_PATH_ROLE, path)
            line = self.recent.fontMetrics().height()
            item.setSizeHint(QSize(0, round(line * 2 + 12)))
        for part in (self._recent_title, self.recent):
            part.setVisible(bool(paths))
        if paths:
            self.recent.setCurrentRow(0)
            self.recent.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        self.file_chosen.emit(item.data(_PATH_ROLE))

    @Slot()
    def _on_forget(self) -> None:
        item = self.recent.currentItem()
        if item is not None:
            self.file_forgotten.emit(item.data(_PATH_ROLE))
