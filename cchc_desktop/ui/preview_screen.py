"""Seeing a form on paper before it is signed: the very PDF, and what can be done with it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QDir, Qt, QTemporaryDir, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.errors import Cancelled
from cchc_desktop.services.printing import CHOICES, PaperFormat, PaperRequest, PreparedPaper
from cchc_desktop.services.sentences import describe_error
from cchc_desktop.system.opening import open_with_default_program
from cchc_desktop.ui.file_choice import documents_folder
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.preview_bar import PreviewBar
from cchc_desktop.ui.preview_export import PROGRAMS, PaperExport, default_name
from cchc_desktop.ui.preview_pages import Fit, PageView
from cchc_desktop.ui.preview_paper import PaperFile, write_paper
from cchc_desktop.ui.printing import PrintRun, ask_printer, new_printer, pages_to_print
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

# An upright page as wide as the window shows a few lines only.
_UPRIGHT_PERCENT = 125
_OF_A_PLAN = {"plan": "Cả văn bản", "plan-annex": "Phụ lục nhiệm vụ"}


class PreviewScreen(QWidget):
    """Shows a form as it will be printed; prints it, saves it, opens it elsewhere.

    Signals:
        closed(): The officer is done looking.
    """

    closed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        messages: Messages,
        parent: QWidget | None = None,
        *,
        open_file: Callable[[Path], None] = open_with_default_program,
        ask_printer: Callable[[QWidget, QPrinter, int], bool] = ask_printer,
        folder: Path | None = None,
    ) -> None:
        """Make the screen.

        Args:
            workspace: The open data file.
            messages: The one door for what is said and asked.
            parent: The owner.
            open_file: What opens a finished file as a double click would.
            ask_printer: What lets the officer choose printer, pages and copies.
            folder: Where files for Word and Excel are put; None takes the officer's documents.
        """
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._open_file = open_file
        self._ask_printer = ask_printer
        self._folder = folder
        self._request: PaperRequest | None = None
        self._is_new = False
        self._prepared: PreparedPaper | None = None
        self._paper: PaperFile | None = None
        self._job: Job | None = None
        self._run: PrintRun | None = None
        self._serial = 0
        self._temporary = QTemporaryDir(str(Path(QDir.tempPath()) / "cchc-xem-in-XXXXXX"))
        self._export = PaperExport(workspace, messages, self)
        self._export.written.connect(self._on_written)
        self._build()
        self.setFocusProxy(self.pages)
        workspace.changed.connect(self._on_workspace_changed)

    def open_paper(self, request: PaperRequest) -> None:
        """Show the form that is wanted from its first page."""
        self._request = request
        self._is_new = True
        self.bar.set_title("Xem và in")
        self.bar.show_warning("")
        self.bar.offer(CHOICES.get(request.form, frozenset()))
        self.bar.offer_forms(request.form, _OF_A_PLAN if request.form in _OF_A_PLAN else {})
        self._show_paper(None)
        self._make_paper()
        self.pages.go_to(0)
        self.pages.setFocus()

    @Slot(str)
    def show_form(self, form: str) -> None:
        """Show another form of the plan that is being looked at."""
        if self._request is not None and form != self._request.form:
            self.open_paper(replace(self._request, form=form))

    @Slot()
    def close_preview(self) -> None:
        """Leave the preview; printing that is under way goes on."""
        self._drop_work()
        self._request = self._prepared = None
        self._show_paper(None)
        self.closed.emit()

    @Slot()
    def choose_printer(self) -> None:
        """Let the officer choose the printer, the pages and the copies, or stop printing."""
        if self._run is not None:
            self._run.cancel()
            return
        if self._paper is None or self._prepared is None:
            return
        printer = new_printer(self._paper, default_name(self._prepared, PaperFormat.PDF))
        if self._ask_printer(self, printer, self.pages.page_count):
            self.print_with(printer)

    def print_with(self, printer: QPrinter) -> None:
        """Print the pages that ``printer`` is set to."""
        if self._paper is None or self._run is not None:
            return
        pages = pages_to_print(printer, self.pages.page_count, self.pages.page)
        run = PrintRun(self._workspace, self._paper, printer, pages, self)
        run.progressed.connect(self._on_print_progressed)
        run.ended.connect(self._on_print_ended)
        run.failed.connect(self._on_print_failed)
        self._run = run
        self._on_print_progressed(0, len(pages))
        run.start()

    @Slot()
    def save_pdf(self) -> None:
        """Let the officer choose where to save the PDF."""
        if self._prepared is None:
            return
        name = default_name(self._prepared, PaperFormat.PDF)
        dialog = QFileDialog(self, "Lưu PDF", str(self._target_folder()), "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(name)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Lưu")
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, "Thôi")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_pdf_target_chosen)
        dialog.open()

    @Slot()
    def open_in_word(self) -> None:
        """Write the paper as a Word document and open it."""
        self._write_and_open(PaperFormat.WORD)

    @Slot()
    def open_in_excel(self) -> None:
        """Write the paper as a workbook and open it."""
        self._write_and_open(PaperFormat.EXCEL)

    def hideEvent(self, event: QHideEvent) -> None:
        """Override QWidget.hideEvent: a preview out of sight needs no work."""
        super().hideEvent(event)
        if self._request is None:
            self._drop_work()

    @Slot()
    def _make_paper(self) -> None:
        request, options = self._request, self.bar.options
        if request is None:
            return
        self._drop_work()
        self.bar.show_ready(is_ready=False)
        self._job = self._workspace.query(
            lambda session: session.printing.prepare(request, options),
            self._on_prepared,
            self._on_failed,
        )

    def _on_prepared(self, prepared: PreparedPaper) -> None:
        self._prepared = prepared
        self.bar.set_title(f"Xem và in: {prepared.title}")
        self.bar.show_warning(prepared.warning)
        self._serial += 1
        target = Path(self._temporary.filePath(f"{self._serial}.pdf"))

        self._job = self._workspace.work_on_files(
            lambda _: write_paper(prepared, target), self._on_paper_made, self._on_failed
        )

    def _on_paper_made(self, paper: PaperFile) -> None:
        self._job = None
        self._show_paper(paper)
        if self._is_new:
            self._is_new = False
            self._show_comfortably(paper)

    def _show_comfortably(self, paper: PaperFile) -> None:
        """Show a wide page as wide as the window, an upright one as a reader holds it."""
        width, height = paper.sizes_mm[0] if paper.sizes_mm else (1.0, 0.0)
        if height > width:
            self.pages.set_percent(_UPRIGHT_PERCENT)
        else:
            self.pages.set_fit(Fit.WIDTH)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        if isinstance(error, Cancelled):
            self.close_preview()
            return
        text = describe_error(error)
        self._error.setText("\n".join(p for p in (text.what, text.where, text.remedy) if p))
        self._pages_stack.setCurrentWidget(self._error_page)
        self._retry.setFocus()

    def _show_paper(self, paper: PaperFile | None) -> None:
        old, self._paper = self._paper, paper
        self.pages.show_paper(paper)
        self.bar.show_ready(is_ready=paper is not None)
        self._pages_stack.setCurrentWidget(self.pages)
        is_printing = self._run is not None
        if old is not None and old is not paper and not is_printing:
            old.path.unlink(missing_ok=True)

    def _drop_work(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    @Slot(object)
    def _on_workspace_changed(self, change: WorkspaceChange) -> None:
        if self._request is not None and change.change_set:
            self._make_paper()

    def _target_folder(self) -> Path:
        return self._folder or documents_folder()

    def _write_and_open(self, paper: PaperFormat) -> None:
        if self._prepared is None:
            return
        target = self._target_folder() / default_name(self._prepared, paper)
        self._export.write(self._prepared, paper, target, lambda path: self._open(path, paper))

    def _open(self, path: Path, paper: PaperFormat) -> None:
        self._workspace.work_on_files(
            lambda _: self._open_file(path),
            lambda _: self._messages.inform(f"Đang mở {path} bằng {PROGRAMS[paper]}."),
            self._messages.error,
        )

    @Slot(str)
    def _on_pdf_target_chosen(self, name: str) -> None:
        if self._prepared is not None:
            self._export.write(
                self._prepared, PaperFormat.PDF, Path(name), None, may_overwrite=True
            )

    @Slot(object)
    def _on_written(self, path: Path) -> None:
        self._messages.inform(f"Đã ghi {path}.")

    @Slot(int, int)
    def _on_print_progressed(self, done: int, total: int) -> None:
        self.bar.show_printing(f"Đang in {done}/{total} trang…")

    @Slot()
    def _on_print_ended(self) -> None:
        self._end_run()

    @Slot(object)
    def _on_print_failed(self, error: BaseException) -> None:
        self._end_run()
        self._messages.error(error)

    def _end_run(self) -> None:
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        self.bar.show_printing("")

    def _build(self) -> None:
        self.pages = PageView(self._workspace, self)
        self.pages.failed.connect(self._on_failed)
        self.bar = PreviewBar(self.pages, self)
        self.bar.options_changed.connect(self._make_paper)
        self.bar.form_chosen.connect(self.show_form)
        self.bar.close_button.clicked.connect(self.close_preview)
        self.bar.word_button.clicked.connect(self.open_in_word)
        self.bar.excel_button.clicked.connect(self.open_in_excel)
        self.bar.save_button.clicked.connect(self.save_pdf)
        self.bar.print_button.clicked.connect(self.choose_printer)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setMaximumHeight(3)
        self._progress.setTextVisible(False)
        self._progress.hide()
        self._workspace.jobs.busy_changed.connect(self._progress.setVisible)
        self._error = QLabel(self)
        self._error.setWordWrap(True)
        self._error.setTextFormat(Qt.TextFormat.PlainText)
        self._error.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._retry = QPushButton("&Làm lại", self)
        self._retry.clicked.connect(self._make_paper)
        self._error_page = QWidget(self)
        inner = QVBoxLayout(self._error_page)
        inner.addStretch(1)
        inner.addWidget(self._error)
        inner.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addStretch(2)
        self._pages_stack = QStackedWidget(self)
        self._pages_stack.addWidget(self.pages)
        self._pages_stack.addWidget(self._error_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._progress)
        layout.addWidget(self._pages_stack, 1)
        for key, slot in (
            (QKeySequence(Qt.Key.Key_Escape), self.close_preview),
            (QKeySequence(QKeySequence.StandardKey.Print), self.choose_printer),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
