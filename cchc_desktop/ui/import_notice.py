"""The import screen when there is no table to show: what to do first, work under way, an error."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.services.sentences import ErrorText


class ImportNotice(QWidget):
    """Says one thing in the middle of the screen and offers what can be done about it.

    Attributes:
        choose_button: Opens the file chooser.
        paste_button: Takes what lies on the clipboard.
        stop_button: Gives up reading.
        leave_button: Goes back without importing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._where = QLabel(self)
        self._remedy = QLabel(self)
        self._remedy.setObjectName("muted")
        for label in (self._title, self._where, self._remedy):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setMaximumHeight(6)
        self.choose_button = QPushButton("&Chọn tệp…", self)
        self.choose_button.setProperty("primary", "true")
        self.paste_button = QPushButton("&Dán bảng đã sao chép", self)
        self.stop_button = QPushButton("&Dừng đọc", self)
        self.leave_button = QPushButton("&Không nhập", self)
        self.leave_button.setToolTip("Về bảng kế hoạch (Esc)")
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.paste_button)
        buttons.addWidget(self.stop_button)
        buttons.addStretch(1)
        buttons.addWidget(self.leave_button)
        card = QFrame(self)
        card.setObjectName("card")
        card.setMaximumWidth(640)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 20, 24, 20)
        inner.setSpacing(10)
        for widget in (self._title, self._where, self._remedy, self._progress):
            inner.addWidget(widget)
        inner.addSpacing(6)
        inner.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 4)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addStretch(2)
        self.show_start()

    @property
    def text(self) -> str:
        """All that is said, for tests and screen readers."""
        labels = (self._title, self._where, self._remedy)
        return "\n".join(label.text() for label in labels if label.text())

    def show_start(self) -> None:
        """Say what belongs here."""
        self._say(
            "Chọn tệp phụ lục nhiệm vụ để nhập",
            "",
            "Nhận tệp Word (.docx), Excel (.xlsx, .xls), văn bản phân cột (.tsv, .csv, .txt). "
            "Có thể kéo thả tệp vào đây, hoặc sao chép bảng trong Word, Excel rồi dán. "
            "Chưa có gì được ghi cho tới khi xem xong và bấm nút ghi.",
        )
        self._offer(is_reading=False)

    def show_reading(self, name: str) -> None:
        """Say that a document is being read."""
        self._say(f"Đang đọc “{name}”…", "", "")
        self._offer(is_reading=True)

    def show_nothing_pasted(self) -> None:
        """Say that the clipboard holds nothing that can be read."""
        self._say(
            "Chưa có bảng nào được sao chép.",
            "",
            "Trong Word hoặc Excel, chọn cả bảng nhiệm vụ, bấm Ctrl+C, rồi quay lại đây và dán.",
        )
        self._offer(is_reading=False)

    def show_error(self, error: ErrorText) -> None:
        """Say why a document could not be read."""
        self._say(error.what, error.where, error.remedy)
        self._offer(is_reading=False)
        self.choose_button.setText("&Chọn tệp khác…")

    def _say(self, what: str, where: str, remedy: str) -> None:
        for label, text in ((self._title, what), (self._where, where), (self._remedy, remedy)):
            label.setText(text)
            label.setVisible(bool(text))
        self.setAccessibleName(self.text)

    def _offer(self, *, is_reading: bool) -> None:
        self.choose_button.setText("&Chọn tệp…")
        self.choose_button.setVisible(not is_reading)
        self.paste_button.setVisible(not is_reading)
        self.leave_button.setVisible(not is_reading)
        self.stop_button.setVisible(is_reading)
        self._progress.setVisible(is_reading)
