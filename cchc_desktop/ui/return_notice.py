"""The collecting of returns before any file was chosen: what belongs here and how to begin."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

_WIDEST = 640


class ReturnNotice(QWidget):
    """Says one thing in the middle of the screen and offers how to go on.

    Attributes:
        choose_button: Opens the chooser of files.
        folder_button: Opens the chooser of a folder.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._words = QLabel(self)
        self._words.setObjectName("muted")
        for label in (self._title, self._words):
            label.setWordWrap(True)
        self.choose_button = QPushButton("Chọn &tệp…", self)
        self.choose_button.setProperty("primary", "true")
        self.folder_button = QPushButton("Chọn thư mụ&c…", self)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.folder_button)
        buttons.addStretch(1)
        card = QFrame(self)
        card.setObjectName("card")
        card.setMaximumWidth(_WIDEST)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(24, 20, 24, 20)
        inner.setSpacing(10)
        inner.addWidget(self._title)
        inner.addWidget(self._words)
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
        """All that is said."""
        return f"{self._title.text()}\n{self._words.text()}"

    def show_start(self) -> None:
        """Say what belongs here."""
        self._say(
            "Chọn các biểu đơn vị đã gửi về",
            "Chọn nhiều tệp một lần, chọn cả thư mục, hoặc kéo thả tệp và thư mục vào đây. "
            "Nhận tệp Excel (.xlsx, .xls), kể cả tệp đã đổi tên. "
            "Chưa có gì được ghi cho tới khi xem xong và bấm nút ghi.",
        )

    def show_no_plan(self) -> None:
        """Say that there is nothing to compare a return with."""
        self._say(
            "Chưa có kế hoạch năm nào.",
            "Biểu của đơn vị được so với kế hoạch của năm. Hãy nhập hoặc lập kế hoạch trước.",
        )

    def show_nothing_found(self) -> None:
        """Say that a folder held no workbook."""
        self._say(
            "Thư mục vừa chọn không có tệp Excel nào.",
            "Hãy chọn thư mục chứa các tệp .xlsx, .xls đơn vị đã gửi về, hoặc chọn từng tệp.",
        )

    def _say(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)
        self.setAccessibleName(self.text)
