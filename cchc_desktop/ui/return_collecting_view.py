"""Collecting the workbooks that came back: all of what would happen, and one button.

Reading and writing run away from the window; nothing is written before it was seen.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.changes import ChangeSet, HistoryEntry
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.errors import Cancelled, CchcError, EditConflict
from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.return_comparison import ReturnChangeKind
from cchc_desktop.services.session import Session
from cchc_desktop.system.opening import open_with_default_program
from cchc_desktop.ui.file_choice import documents_folder
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.return_choosers import ask_files, ask_folder
from cchc_desktop.ui.return_notice import ReturnNotice
from cchc_desktop.ui.return_preview_view import ReturnPreviewView
from cchc_desktop.ui.return_reading import ReturnReading, annotate_returns, read_returns
from cchc_desktop.ui.return_run import ReturnRun
from cchc_desktop.ui.return_strip import ReturnStrip
from cchc_desktop.ui.return_words import decision_summary, sentence_case
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace


class CollectingView(QWidget):
    """Reads files, lets the officer decide, writes in one step.

    Signals:
        busy_changed(): Work on files began or ended.
        written(): Something was written.
        left(): The officer leaves without writing.
    """

    busy_changed = Signal()
    written = Signal()
    left = Signal()

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        settings: Settings,
        messages: Messages,
        run: ReturnRun,
        strip: ReturnStrip,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._clock = clock
        self._messages = messages
        self._run = run
        self._strip = strip
        self._period: ReportingPeriod | None = None
        self._folder = documents_folder()
        self._copies_in: Path | None = None
        self._is_writing = False
        self._is_done = False
        self._step: HistoryEntry | None = None
        self.reading: ReturnReading | None = None
        self.notice = ReturnNotice(self)
        self.work = ReturnPreviewView(settings, self)
        self.work.received_on.set_day(today(clock))
        self._day: date | None = today(clock)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.notice)
        self._pages.addWidget(self.work)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        for button in (self.notice.choose_button, self.work.add_button):
            button.clicked.connect(self.choose_files)
        for button in (self.notice.folder_button, self.work.folder_button):
            button.clicked.connect(self.choose_folder)
        self.work.day_changed.connect(self._on_day_changed)
        self.work.removal_asked.connect(self._on_removal_asked)
        self.work.changes.decided.connect(self._refresh)
        self.work.annotate_button.clicked.connect(self.choose_folder_for_copies)
        self.work.leave_button.clicked.connect(self.left)
        self.work.write_button.clicked.connect(self.write)
        for key, slot, owner in (
            ("Ctrl+Return", self.write, self.work),
            ("F8", self.work.change_list.go_to_next_undecided, self.work),
            ("Del", self.work.remove_file, self.work.file_list),
        ):
            shortcut = QShortcut(QKeySequence(key), owner)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self._refresh()

    def show_period(self, period: ReportingPeriod | None) -> None:
        """Collect for a period; files chosen already are compared with it anew."""
        is_first = self._period is None
        self._period = period
        if period is None:
            self.forget()
            self.notice.show_no_plan()
        elif is_first:
            self.forget()
        elif self.reading is not None and not self._is_writing and not self._is_done:
            self._read([])
        self._refresh()

    @property
    def has_decisions(self) -> bool:
        """Whether leaving would lose decisions that the officer made."""
        return self.reading is not None and self.work.changes.count_by_hand > 0

    @Slot()
    def choose_files(self) -> None:
        """Let the officer choose any number of workbooks."""
        title = "Chọn các biểu đơn vị gửi về"
        ask_files(self, title, "Đọc biểu", self._folder, self._on_files_chosen)

    @Slot()
    def choose_folder(self) -> None:
        """Let the officer choose a folder with workbooks."""
        title = "Chọn thư mục chứa các biểu"
        ask_folder(self, title, "Đọc các biểu", self._folder, self._on_folder_chosen)

    @Slot()
    def choose_folder_for_copies(self) -> None:
        """Ask where the copies with errors marked are to be put."""
        title = "Thư mục để các bản ghi lỗi"
        ask_folder(self, title, "Lưu ở đây", self._folder, self._on_copies_folder_chosen)

    def focus_work(self) -> None:
        """Go to the cells to be decided, or to where files are chosen."""
        if self._pages.currentWidget() is self.work:
            self.work.change_list.setFocus()
        else:
            self.notice.choose_button.setFocus()

    def add(self, paths: Sequence[Path]) -> None:
        """Read files and folders beside those chosen already."""
        if paths and self._period is not None and not self._run.is_running:
            self._folder = paths[0].parent
            self._read(paths)

    def forget(self) -> None:
        """Start anew with no files."""
        self.reading, self._is_done = None, False
        self.work.forget()
        self.notice.show_start()
        self._pages.setCurrentWidget(self.notice)

    def save_copies(self, folder: Path) -> None:
        """Write copies of the files with errors into a folder."""
        if self.reading is None or self._run.is_running:
            return
        files, run = self.reading.to_be_corrected, self._run

        def done(written: list[Path]) -> None:
            self._end()
            self._copies_in = folder
            self._strip.show_result(
                f"Đã lưu {len(written)} bản ghi lỗi trong thư mục “{folder.name or folder}”; "
                "sửa xong, đơn vị gửi lại chính tệp đó.",
                "Mở t&hư mục",
                self.open_copies,
            )

        self._begin(f"Đang lưu {len(files)} bản ghi lỗi")
        self._workspace.work_on_files(
            lambda session: annotate_returns(session, files, folder, run), done, self._on_failed
        )

    @Slot()
    def write(self) -> None:
        """Write what is new and what was decided, in one step."""
        reading, period = self.reading, self._period
        if reading is None or period is None or not self.work.write_button.isEnabled():
            return
        changes = self.work.changes
        decisions, day = changes.decisions, self._day
        cells = changes.taken_cell_count
        files = len({change.key.file for change in changes.taken})
        agencies = len(reading.newly_received)

        def step(session: Session) -> ChangeSet:
            return session.returns.write(reading.preview, decisions, day)

        def done(change_set: ChangeSet) -> None:
            self._is_writing = False
            self._end()
            parts = [f"Đã ghi {cells} ô từ {files} biểu vào {period.title}"] if cells else []
            if agencies:
                parts.append(f"ghi ngày nhận cho {agencies} đơn vị")
            words = "; ".join(parts) or "Không có gì thay đổi"
            self._step = self._workspace.state.undo if change_set else None
            told = f"{sentence_case(words)}." + (
                " Bấm “Hoàn tác” hoặc Ctrl+Z nếu muốn bỏ." if change_set else ""
            )
            if all(file.error is None and not file.problems for file in reading.preview.files):
                self.forget()
            else:
                # The copies for the agencies may still be wanted.
                self._is_done = True
                self.work.show_done()
                self._refresh()
            self._show_written(told)
            if change_set:
                self.written.emit()

        self._is_writing = True
        self._begin("Đang ghi")
        self._strip.stop_button.setEnabled(False)
        self._workspace.mutate(step, done, self._on_write_failed)

    @Slot()
    def open_copies(self) -> None:
        """Show the copies written last."""
        if self._copies_in is not None:
            try:
                open_with_default_program(self._copies_in)
            except CchcError as error:
                self._messages.error(error)

    def _read(self, chosen: Sequence[Path], known: Sequence[Path] | None = None) -> None:
        if self._period is None or self._run.is_running:
            return
        if known is None:
            known = self.reading.paths if self.reading and not self._is_done else ()
        key, day, run = self._period.key, self._day, self._run
        self._begin("Đang đọc biểu")
        self._workspace.query(
            lambda session: read_returns(session, chosen, known, key, day, run),
            self._on_read,
            self._on_failed,
        )

    def _on_read(self, reading: ReturnReading) -> None:
        is_new = self.reading is None
        self._end()
        if not reading.paths:
            self.forget()
            self.notice.show_nothing_found()
            return
        self.reading, self._is_done = reading, False
        self.work.show_reading(reading)
        self._pages.setCurrentWidget(self.work)
        self._refresh()
        if is_new:
            self.work.change_list.setFocus()
            self.work.change_list.go_to_next_undecided()

    def _show_written(self, words: str) -> None:
        if self._step is None:
            self._strip.show_result(words)
        else:
            self._strip.show_result(words, "&Hoàn tác", self._undo, "Ctrl+Z")

    def _undo(self) -> None:
        self._strip.clear()
        if self._workspace.state.undo == self._step:
            self._is_done = False
            self._workspace.undo()
            if self.reading is not None:
                self._read([])
        else:
            self._messages.inform("Sau lần ghi đó đã có thao tác khác; hãy hoàn tác từng bước.")

    def _on_failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._strip.show_result("Đã dừng; chưa có gì được ghi.")
        else:
            self._messages.error(error)

    def _on_write_failed(self, error: BaseException) -> None:
        self._is_writing = False
        self._end()
        if isinstance(error, EditConflict):
            self._messages.warn(
                "Số liệu vừa được sửa ở nơi khác nên chưa ghi gì. Các biểu được so lại; "
                "hãy xem lại rồi ghi."
            )
            self._read([])
        else:
            self._messages.error(error)

    def _begin(self, words: str) -> None:
        self._run.begin()
        self._strip.begin(words)
        self._refresh()
        self.busy_changed.emit()

    def _end(self) -> None:
        self._run.end()
        self._strip.clear()
        self._refresh()
        self.busy_changed.emit()

    @Slot()
    def _refresh(self) -> None:
        is_busy = self._run.is_running
        self.work.set_busy(is_busy=is_busy)
        for button in (self.notice.choose_button, self.notice.folder_button):
            button.setEnabled(not is_busy and self._period is not None)
        if self.reading is None:
            return
        changes = self.work.changes
        undecided, taken = changes.undecided_count, changes.taken_cell_count
        counts = {kind: changes.count(kind) for kind in ReturnChangeKind}
        self.work.show_state(decision_summary(counts, undecided), is_warning=undecided > 0)
        self.work.annotate_button.setEnabled(not is_busy and bool(self.reading.to_be_corrected))
        files = len({change.key.file for change in changes.taken})
        news = len(self.reading.newly_received)
        if self._is_writing:
            label, is_ready = "Đang ghi…", False
        elif self._is_done:
            label, is_ready = "Đã ghi", False
        elif self._day is None:
            label, is_ready = "Chưa có ngày nhận", False
        elif undecided:
            label, is_ready = f"Còn {undecided} ô chưa chọn", False
        elif taken:
            label, is_ready = f"Ghi {taken} ô từ {files} biểu", True
        elif news:
            label, is_ready = f"Ghi đã nhận {news} biểu", True
        else:
            label, is_ready = "Không có gì để ghi", False
        is_open = self._period is not None and not self._period.is_closed
        is_ready = is_ready and is_open and not is_busy
        self.work.leave_button.setText("Đóng" if self._is_done else "&Không ghi")
        self.work.show_button(label, is_ready=is_ready)

    @Slot()
    def _on_day_changed(self) -> None:
        day = self.work.received_on.day
        if day == self._day and not self.work.received_on.is_wrong:
            return
        self._day = day
        self._refresh()
        if day is not None and self.reading is not None:
            self._read([])

    @Slot(str)
    def _on_removal_asked(self, path: str) -> None:
        if self.reading is None or self._run.is_running:
            return
        left = [known for known in self.reading.paths if str(known) != path]
        if left:
            self._read([], left)
        else:
            self.forget()

    @Slot(str)
    def _on_folder_chosen(self, path: str) -> None:
        self.add([Path(path)])

    @Slot("QStringList")
    def _on_files_chosen(self, paths: list[str]) -> None:
        self.add([Path(path) for path in paths])

    @Slot(str)
    def _on_copies_folder_chosen(self, path: str) -> None:
        self.save_copies(Path(path))
