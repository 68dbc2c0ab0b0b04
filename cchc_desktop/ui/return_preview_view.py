"""What collecting would change: the files, the cells to be decided, the problems, one button."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.return_comparison import ReturnDecision
from cchc_desktop.ui import return_file_model, return_problem_model
from cchc_desktop.ui.date_field import DateField
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.return_change_list import ReturnChangeList
from cchc_desktop.ui.return_change_model import ReturnChangeModel
from cchc_desktop.ui.return_file_model import FileModel
from cchc_desktop.ui.return_problem_model import ReturnProblemModel
from cchc_desktop.ui.return_reading import ReturnReading
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.theme import current_tokens

_FILES_WIDTH = "returns/files-width"
_PROBLEMS_HEIGHT = "returns/problems-height"
_FILES_LETTERS = 46
_FILES_SHARE = 0.28
_LEAST_FILES_WIDTH = 260
_SAVE_AFTER_MS = 400
_KEYS = "Phím cách: đổi lựa chọn. ←: giữ đang ghi. →: lấy từ biểu. F8: ô chưa chọn tiếp theo."


class ReturnPreviewView(QWidget):
    """The lists and the buttons; what they do is told by signals.

    Attributes:
        files: The files; the current one narrows the other lists.
        changes: The cells with their decisions.
        problems: What is wrong in the files.
        received_on: The day on which the files came.

    Signals:
        day_changed(): The files came on another day.
        removal_asked(str): The file of this path is to be left out.
    """

    day_changed = Signal()
    removal_asked = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._is_done = False
        self.files = FileModel(self)
        self.file_list = ImportList(return_file_model.SHARES, self)
        self.file_list.setModel(self.files)
        self.file_list.setMinimumWidth(_LEAST_FILES_WIDTH)
        self.file_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.file_list.setAccessibleName("Các tệp đã chọn")
        self.changes = ReturnChangeModel(self)
        self.change_list = ReturnChangeList(self.changes, self)
        self.problems = ReturnProblemModel(self)
        self.problem_list = ImportList(return_problem_model.SHARES, self)
        self.problem_list.setModel(self.problems)
        self.problem_list.setAccessibleName("Những chỗ cần xem trong các tệp")
        self.file_list.selectionModel().currentRowChanged.connect(self._on_file_chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._build_bar())
        layout.addWidget(self._build_middle(), 1)
        layout.addWidget(self._build_foot())
        self._save_timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._save_timer.timeout.connect(self._save_sizes)
        for splitter in (self._across, self._down):
            splitter.splitterMoved.connect(self._on_splitter_moved)

    def show_reading(self, reading: ReturnReading) -> None:
        """Show what files would change."""
        shown = self.files.file(self.file_list.currentIndex().row())
        self._is_done = False
        self.files.show_preview(reading.preview)
        self.changes.show_preview(reading.preview, reading.headings)
        self.problems.show_preview(reading.preview)
        row = self.files.row_of(shown.path) if shown else 0
        self.file_list.setCurrentIndex(self.files.index(row, 0))
        self._show_file(row)
        self.change_list.select_first()

    def forget(self) -> None:
        """Show nothing any more."""
        self.changes.forget_decisions()
        self.files.show_preview(None)
        self.changes.show_preview(None, {})
        self.problems.show_preview(None)

    def show_state(self, counts: str, *, is_warning: bool) -> None:
        """Say above the cells how many wait for a decision."""
        self.counts.setText(counts)
        role = QPalette.ColorRole.WindowText
        palette = self.counts.palette()
        palette.setColor(role, current_tokens().late if is_warning else current_tokens().text)
        self.counts.setPalette(palette)
        self.next_button.setVisible(is_warning)

    def show_done(self) -> None:
        """Show that all was written; the files with errors may still go back."""
        self._is_done = True
        self.changes.show_preview(None, {})
        self._on_file_chosen()

    def show_button(self, label: str, *, is_ready: bool) -> None:
        """Say what the one button does, and whether it can."""
        self.write_button.setText(label)
        self.write_button.setEnabled(is_ready)
        self.hint.setVisible(self.changes.rowCount() > 0)

    def set_busy(self, *, is_busy: bool) -> None:
        """Let nothing be changed while the files are read or written."""
        for widget in (
            self.add_button, self.folder_button, self.received_on, self.next_button,
            self.change_list, self.leave_button,
        ):  # fmt: skip
            widget.setEnabled(not is_busy)
        for button in (self.take_button, self.keep_button):
            button.setEnabled(not is_busy and not self._is_done)

    @Slot()
    def take_all(self) -> None:
        """Take what was sent in all cells in sight."""
        self.changes.decide_shown(ReturnDecision.TAKE)

    @Slot()
    def keep_all(self) -> None:
        """Keep what is recorded in all cells in sight that differ from it."""
        self.changes.decide_shown(ReturnDecision.KEEP)

    @Slot()
    def remove_file(self) -> None:
        """Leave the current file out."""
        file = self.files.file(self.file_list.currentIndex().row())
        if file is not None:
            self.removal_asked.emit(file.path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent: the files take their share until it is chosen."""
        super().resizeEvent(event)
        if not self._has_own_width:
            usual = _FILES_LETTERS * self.fontMetrics().averageCharWidth()
            share = min(usual, int(self.width() * _FILES_SHARE))
            self._across.setSizes([share, self.width() - share])

    def _build_bar(self) -> QHBoxLayout:
        self.add_button = QPushButton("Thêm &tệp…", self)
        self.folder_button = QPushButton("Thêm thư mụ&c…", self)
        self.received_on = DateField(None, self)
        self.received_on.setMaximumWidth(self.fontMetrics().horizontalAdvance("00/00/00000000"))
        self.received_on.setAccessibleName("Ngày nhận")
        self.received_on.editingFinished.connect(self.day_changed)
        day = QLabel("Ngày &nhận", self)
        day.setBuddy(self.received_on)
        self.take_button = QPushButton("&Lấy tất cả từ biểu", self)
        self.take_button.setToolTip(
            "Lấy nội dung đơn vị gửi cho mọi ô đang thấy, trừ ô đơn vị xóa trắng"
            " và ô mà hai tệp ghi khác nhau"
        )
        self.take_button.clicked.connect(self.take_all)
        self.keep_button = QPushButton("&Giữ tất cả đang ghi", self)
        self.keep_button.setToolTip("Giữ nội dung đang ghi cho mọi ô đang thấy, kể cả ô mới")
        self.keep_button.clicked.connect(self.keep_all)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        for widget in (self.add_button, self.folder_button, day, self.received_on):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.take_button)
        row.addWidget(self.keep_button)
        return row

    def _build_middle(self) -> QSplitter:
        self.counts = QLabel(self)
        self.counts.setWordWrap(True)
        self.next_button = QPushButton("Ô chưa chọn tiế&p theo", self)
        self.next_button.setProperty("link", "true")
        policy = self.next_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.next_button.setSizePolicy(policy)
        self.next_button.setToolTip("Tới ô chưa chọn tiếp theo (F8)")
        self.next_button.clicked.connect(self.change_list.go_to_next_undecided)
        heading = QHBoxLayout()
        heading.setContentsMargins(8, 4, 8, 4)
        heading.addWidget(self.counts, 1)
        heading.addWidget(self.next_button)
        cells = QWidget(self)
        column = QVBoxLayout(cells)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(heading)
        column.addWidget(self.change_list, 1)
        self._down = QSplitter(Qt.Orientation.Vertical, self)
        self._down.addWidget(cells)
        self._down.addWidget(self.problem_list)
        self._across = QSplitter(Qt.Orientation.Horizontal, self)
        self._across.addWidget(self.file_list)
        self._across.addWidget(self._down)
        for splitter in (self._down, self._across):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(1)
        self._across.setStretchFactor(1, 1)
        self._down.setStretchFactor(0, 1)
        width = self._settings.number(_FILES_WIDTH, 0)
        height = self._settings.number(_PROBLEMS_HEIGHT, 170)
        self._has_own_width = width > 0
        self._across.setSizes([width, 1000])
        self._down.setSizes([1000, height])
        return self._across

    def _build_foot(self) -> QFrame:
        foot = QFrame(self)
        self.hint = QLabel(_KEYS, foot)
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.annotate_button = QPushButton("Lưu bản ghi lỗi để gửi lạ&i…", foot)
        self.annotate_button.setToolTip(
            "Ghi vào một thư mục bản sao của các tệp có lỗi, lỗi được đánh dấu ngay tại ô"
        )
        self.leave_button = QPushButton("&Không ghi", foot)
        self.write_button = QPushButton(foot)
        self.write_button.setProperty("primary", "true")
        self.write_button.setToolTip("Ghi (Ctrl+Enter)")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(self.hint, 1)
        row.addStretch()
        for button in (self.annotate_button, self.leave_button, self.write_button):
            row.addWidget(button)
        return foot

    def _on_file_chosen(self) -> None:
        self._show_file(self.file_list.currentIndex().row())

    def _show_file(self, row: int) -> None:
        file = self.files.file(row)
        index = file.index if file else None
        self.changes.show_file(index)
        self.problems.show_file(index)
        self.problem_list.setVisible(self.problems.rowCount() > 0)
        what = "Tệp này" if file else "Các tệp này"
        self.change_list.set_empty_sentence(
            "Đã ghi. Mở tệp khác để thu tiếp."
            if self._is_done
            else f"{what} không có ô nào khác với nội dung đang ghi."
        )

    @Slot(int, int)
    def _on_splitter_moved(self, _position: int, _index: int) -> None:
        self._has_own_width = self._has_own_width or self.sender() is self._across
        self._save_timer.start()

    @Slot()
    def _save_sizes(self) -> None:
        if self._has_own_width:
            self._settings.set_number(_FILES_WIDTH, self._across.sizes()[0])
        if self.problem_list.isVisible():
            self._settings.set_number(_PROBLEMS_HEIGHT, self._down.sizes()[1])
