"""Bringing a whole document in: its lines as recognised, the result beside them, one button.

Reading, comparing and writing run away from the window; nothing is written before the
officer has seen all of it.
"""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.document_draft import LineChoice
from cchc_desktop.domain.errors import Cancelled
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.services.plan_import_preview import proposed_key
from cchc_desktop.services.sentences import describe_error
from cchc_desktop.services.session import Session
from cchc_desktop.ui.file_choice import documents_folder
from cchc_desktop.ui.import_source import dropped_file
from cchc_desktop.ui.jobs import BUSY_AFTER_MS
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.plan_import_notice import PlanImportNotice
from cchc_desktop.ui.plan_import_reading import PlanImportReading
from cchc_desktop.ui.plan_import_work import PlanImportWork
from cchc_desktop.ui.workspace import Workspace

FILE_FILTERS = ";;".join(
    (
        "Văn bản kế hoạch (*.docx *.txt *.htm *.html)",
        "Word (*.docx)",
        "Văn bản (*.txt)",
        "Mọi tệp (*)",
    )
)


class PlanImportScreen(QWidget):
    """Shows what a whole document would bring into a plan, and writes it in one step.

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
        self.reading = PlanImportReading(workspace, self)
        self.reading.draft_read.connect(self._on_draft_read)
        self.reading.rejected.connect(self._on_rejected)
        self.reading.previewed.connect(self._on_previewed)
        self.reading.preview_failed.connect(self._on_preview_failed)
        self.reading.asked.connect(self._refresh_foot)
        self.notice = PlanImportNotice(self)
        self.notice.choose_button.clicked.connect(self.choose_file)
        self.notice.leave_button.clicked.connect(self.give_up)
        self.notice.stop_button.clicked.connect(self._start_over)
        self.work = PlanImportWork(self)
        self.work.bar.choose_button.clicked.connect(self.choose_file)
        self.work.bar.key_changed.connect(self._ask_preview)
        self.work.bar.parts_changed.connect(self._refresh_foot)
        self.work.choice_made.connect(self._on_choice_made)
        self.work.other_year_wanted.connect(self._on_other_year_wanted)
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
            self._start(path)

    @Slot()
    def choose_file(self) -> None:
        """Let the officer choose a document."""
        dialog = QFileDialog(self, "Chọn tệp văn bản kế hoạch", str(self._folder), FILE_FILTERS)
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
        """Write what was chosen of the document, in one step."""
        preview = self.reading.preview
        if preview is None or not self.work.write_button.isEnabled():
            return
        parts = self.work.bar.parts
        self._is_writing = True
        self._refresh_foot()

        def step(session: Session) -> ChangeSet:
            return session.plan_imports.write(preview, parts)

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
            self._start(path)

    def _start(self, path: Path) -> None:
        self._start_over()
        self._folder = path.parent
        self._busy_timer.start()
        self.reading.start(path)

    @Slot()
    def _start_over(self) -> None:
        """Forget the document and say what belongs here."""
        self._busy_timer.stop()
        self.reading.forget()
        self.work.show_view(0)
        self.notice.show_start()
        self._pages.setCurrentWidget(self.notice)

    @Slot()
    def _on_long_reading(self) -> None:
        if self.reading.is_first_reading and self.reading.path is not None:
            self.notice.show_reading(self.reading.path.name)

    @Slot(bool)
    def _on_draft_read(self, is_first: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._busy_timer.stop()
        draft = self.reading.draft
        if draft is None:
            return
        if is_first:
            key = proposed_key(draft)
            has_annex = draft.annex is not None
            self.work.bar.show_document(draft.source_name, key, has_annex=has_annex)
        self._ask_preview()

    @Slot(object)
    def _on_rejected(self, error: BaseException) -> None:
        self._start_over()
        if not isinstance(error, Cancelled):
            self.notice.show_error(describe_error(error))
            self.notice.choose_button.setFocus()

    @Slot(object)
    def _on_other_year_wanted(self, key: PlanKey) -> None:
        self.work.bar.set_key(key)
        self._ask_preview()

    @Slot()
    def _ask_preview(self) -> None:
        key = self.work.bar.key
        self.reading.ask_preview(key)
        if key is None and self.reading.draft is not None:
            is_new_page = self._pages.currentWidget() is not self.work
            self._show_work()
            if is_new_page:
                self.work.bar.focus_term()

    @Slot()
    def _on_previewed(self) -> None:
        if self.reading.preview is None:
            return
        is_new_page = self._pages.currentWidget() is not self.work
        self._show_work()
        if is_new_page:
            self.work.line_list.setFocus()

    @Slot(object)
    def _on_preview_failed(self, error: BaseException) -> None:
        self._messages.error(error)
        self._refresh_foot()

    @Slot(object)
    def _on_workspace_changed(self) -> None:
        if not self._is_writing and self.reading.draft is not None:
            self._ask_preview()

    def _show_work(self) -> None:
        draft = self.reading.draft
        if draft is not None:
            self.work.show_document(draft, self.reading.choices, self.reading.preview)
            self._pages.setCurrentWidget(self.work)
            self._refresh_foot()

    @Slot()
    def _refresh_foot(self) -> None:
        if self._is_writing:
            self.work.say_waiting("", "Đang ghi…", may_leave=False)
        elif self.reading.is_busy:
            self.work.say_waiting("Đang đọc lại theo lựa chọn mới…", "Đang đọc…")
        elif self.reading.preview is not None:
            self.work.say_ready(self.reading.preview)
        else:
            words = "Chưa rõ kế hoạch của năm nào: hãy gõ năm hoặc giai đoạn ở phía trên."
            self.work.say_waiting(words, "Chọn năm trước")

    @Slot(object, object)
    def _on_choice_made(self, lines: tuple[int, ...], choice: LineChoice | None) -> None:
        self.reading.choose(lines, choice)

    def _on_written(self, change_set: ChangeSet) -> None:
        preview = self.reading.preview
        self._is_writing = False
        self._start_over()
        if preview is not None:
            self._messages.inform(
                f"Đã ghi văn bản vào kế hoạch {preview.key.term}. Ctrl+Z để hoàn tác."
            )
            self._choose_plan(preview.key)
        self.finished.emit(bool(change_set))
        self.closed.emit()

    def _choose_plan(self, key: PlanKey) -> None:
        written = next((plan for plan in self._workspace.state.plans if plan.key == key), None)
        shown = self._workspace.plan
        if written is not None and (shown is None or shown.id != written.id):
            self._workspace.choose_plan(written.id)

    def _on_write_failed(self, error: BaseException) -> None:
        self._is_writing = False
        self._messages.error(error)
        self._ask_preview()

    @Slot(str)
    def _on_file_chosen(self, path: str) -> None:
        self.start_with_file(Path(path))
