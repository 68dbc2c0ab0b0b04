"""Bringing a task annex in: the whole of what would happen on one screen, and one button.

Reading, comparing and writing run away from the window; nothing is written before the
officer has seen all of it.
"""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.errors import Cancelled, UserCorrectable
from cchc_desktop.services.agencies import NameSettlement
from cchc_desktop.services.sentences import describe_error
from cchc_desktop.services.session import Session
from cchc_desktop.ui.file_choice import documents_folder
from cchc_desktop.ui.import_notice import ImportNotice
from cchc_desktop.ui.import_reading import ImportReading
from cchc_desktop.ui.import_source import (
    FILE_FILTERS,
    Columns,
    FileSource,
    Source,
    clipboard_source,
    dropped_file,
)
from cchc_desktop.ui.import_words import guess_year
from cchc_desktop.ui.import_work import ImportWork
from cchc_desktop.ui.jobs import BUSY_AFTER_MS
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.workspace import Workspace


class ImportScreen(QWidget):
    """Shows what a document would bring into the plan, and writes it in one step.

    Signals:
        finished(bool): The officer is done; True when something was written.
        closed(): The screen is no longer needed; follows ``finished``.
    """

    finished = Signal(bool)
    closed = Signal()

    def __init__(
        self, workspace: Workspace, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._is_writing = False
        self._folder = documents_folder()
        self.reading = ImportReading(workspace, self)
        self.reading.draft_read.connect(self._on_draft_read)
        self.reading.rejected.connect(self._on_rejected)
        self.reading.previewed.connect(self._on_previewed)
        self.reading.preview_failed.connect(self._on_preview_failed)
        self.reading.asked.connect(self._refresh_foot)
        self.notice = ImportNotice(self)
        self.notice.choose_button.clicked.connect(self.choose_file)
        self.notice.paste_button.clicked.connect(self.start_with_clipboard)
        self.notice.leave_button.clicked.connect(self.give_up)
        self.notice.stop_button.clicked.connect(self._start_over)
        self.work = ImportWork(self)
        self.work.bar.choose_button.clicked.connect(self.choose_file)
        self.work.bar.year_changed.connect(self._ask_preview)
        self.work.bar.table_chosen.connect(self._on_table_chosen)
        self.work.bar.columns_chosen.connect(self._on_columns_chosen)
        self.work.plan_view.accepted_changed.connect(self._refresh_foot)
        self.work.names_view.settled.connect(self._on_names_settled)
        self.work.leave_button.clicked.connect(self.give_up)
        self.work.write_button.clicked.connect(self.write)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.notice)
        self._pages.addWidget(self.work)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        self.setAcceptDrops(True)
        self._busy_timer = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._busy_timer.timeout.connect(self._on_long_reading)
        # A button's own shortcut is lost when its words change.
        for key, slot in (("Esc", self.give_up), ("Ctrl+Return", self.write)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        workspace.changed.connect(self._on_workspace_changed)

    def start_with_file(self, path: Path | None) -> None:
        """Read a document, or ask for one first."""
        if path is None:
            self._start_over()
            self.choose_file()
        else:
            self._start(FileSource(path))

    @Slot()
    def start_with_clipboard(self) -> None:
        """Read what was copied in Word or Excel."""
        source = clipboard_source(QGuiApplication.clipboard().mimeData())
        if source is None:
            self._start_over()
            self.notice.show_nothing_pasted()
        else:
            self._start(source)

    @Slot()
    def choose_file(self) -> None:
        """Let the officer choose a document."""
        dialog = QFileDialog(self, "Chọn tệp phụ lục nhiệm vụ", str(self._folder), FILE_FILTERS)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Đọc tệp")
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, "Thôi")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_file_chosen)
        dialog.open()

    @Slot()
    def give_up(self) -> None:
        """Leave without writing."""
        if not self._is_writing:
            self._start_over()
            self.finished.emit(False)
            self.closed.emit()

    @Slot()
    def write(self) -> None:
        """Write what was accepted, in one step."""
        preview = self.reading.preview
        if preview is None or not self.work.write_button.isEnabled():
            return
        accepted = self.work.plan_view.accepted if preview.plan is not None else None
        self._is_writing = True
        self._refresh_foot()

        def step(session: Session) -> ChangeSet:
            return session.imports.write(preview, accepted)

        self._workspace.mutate(step, self._on_written, self._on_write_failed)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QWidget.dragEnterEvent: one file of this computer is welcome."""
        if not self._is_writing and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QWidget.dropEvent."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self._start(FileSource(path))

    def _start(self, source: Source) -> None:
        self._start_over()
        if isinstance(source, FileSource):
            self._folder = source.path.parent
        self._busy_timer.start()
        self.reading.start(source)

    @Slot()
    def _start_over(self) -> None:
        """Forget the document and say what belongs here."""
        self._busy_timer.stop()
        self.reading.forget()
        self.work.plan_view.forget_decisions()
        self.work.show_view(0)
        self.notice.show_start()
        self._pages.setCurrentWidget(self.notice)

    @Slot()
    def _on_long_reading(self) -> None:
        if self.reading.is_first_reading and self.reading.source is not None:
            self.notice.show_reading(self.reading.source.name)

    @Slot(bool)
    def _on_draft_read(self, is_first: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._busy_timer.stop()
        draft, source = self.reading.draft, self.reading.source
        if draft is None or source is None:
            return
        if is_first:
            self.work.bar.set_year(guess_year(draft))
        self.work.bar.show_draft(source.name, draft)
        self._ask_preview()

    @Slot(object)
    def _on_rejected(self, error: BaseException) -> None:
        self._start_over()
        if not isinstance(error, Cancelled):
            self.notice.show_error(describe_error(error))
            self.notice.choose_button.setFocus()

    @Slot()
    def _ask_preview(self) -> None:
        year = self.work.bar.year
        self.reading.ask_preview(year)
        if year is None and self.reading.draft is not None:
            self.work.show_without_year(self.reading.draft)
            self._pages.setCurrentWidget(self.work)
            self._refresh_foot()
            self.work.bar.focus_year()

    @Slot()
    def _on_previewed(self) -> None:
        if self.reading.preview is None:
            return
        is_new_page = self._pages.currentWidget() is not self.work
        self.work.show_preview(self.reading.preview, self._workspace.state.catalogue)
        self._pages.setCurrentWidget(self.work)
        self._refresh_foot()
        if is_new_page:
            self.work.write_button.setFocus()

    @Slot(object)
    def _on_preview_failed(self, error: BaseException) -> None:
        self._messages.error(error)
        self._refresh_foot()

    @Slot(object)
    def _on_workspace_changed(self) -> None:
        if not self._is_writing and self.reading.draft is not None:
            self._ask_preview()

    @Slot()
    def _refresh_foot(self) -> None:
        if self._is_writing:
            self.work.say_waiting("", "Đang ghi…", may_leave=False)
        elif self.reading.is_busy:
            self.work.say_waiting("Đang đọc lại theo lựa chọn mới…", "Đang đọc…")
        elif self.reading.preview is not None:
            self.work.say_ready(self.reading.preview)
        else:
            words = "Chưa rõ phụ lục của năm nào: hãy chọn năm kế hoạch."
            self.work.say_waiting(words, "Chọn năm trước")

    def _on_written(self, change_set: ChangeSet) -> None:
        preview = self.reading.preview
        self._is_writing = False
        self._start_over()
        if preview is not None:
            self._messages.inform(f"Đã ghi vào kế hoạch năm {preview.year}. Ctrl+Z để hoàn tác.")
            shown = self._workspace.plan
            if preview.plan is not None and (shown is None or shown.id != preview.plan.id):
                self._workspace.choose_plan(preview.plan.id)
        self.finished.emit(bool(change_set))
        self.closed.emit()

    def _on_write_failed(self, error: BaseException) -> None:
        self._is_writing = False
        self._messages.error(error)
        self._ask_preview()

    @Slot(object)
    def _on_names_settled(self, settlement: NameSettlement) -> None:
        refused: list[UserCorrectable] = []

        def step(session: Session) -> ChangeSet:
            settled = session.agencies.settle_names(settlement)
            refused.extend(settled.refused)
            return settled.change_set

        def tell(_: ChangeSet) -> None:
            for error in refused:
                self._messages.error(error)

        self._workspace.mutate(step, tell, self._messages.error)

    @Slot(int)
    def _on_table_chosen(self, table_index: int) -> None:
        self.reading.read(table_index, None)

    @Slot(object)
    def _on_columns_chosen(self, columns: Columns) -> None:
        tables = self.reading.draft.tables if self.reading.draft else ()
        chosen = next((table.index for table in tables if table.is_chosen), None)
        self.reading.read(chosen, columns)

    @Slot(str)
    def _on_file_chosen(self, path: str) -> None:
        self.start_with_file(Path(path))
