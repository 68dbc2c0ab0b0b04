"""Sending a finished PDF to a printer: page by page, at the printer's own sharpness.

Pages are rendered away from the window and painted one at a time, so that a long
document neither freezes the window nor fills the memory.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from cchc_desktop.domain.errors import TargetNotWritable
from cchc_desktop.system.pdf_pages import RenderedPage, render_page
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.preview_paper import PaperFile, to_image
from cchc_desktop.ui.workspace import Workspace

MAX_DPI = 300
"""Sharper than this no eye sees on text, and a page would take more than 35 MB."""

_MM_PER_INCH = 25.4


def new_printer(paper: PaperFile, title: str) -> QPrinter:
    """Return the default printer, set to the size and direction of the paper's first page."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setFullPage(True)
    width, height = paper.sizes_mm[0]
    size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Millimeter)
    printer.setPageLayout(QPageLayout(size, _direction(width, height), QMarginsF()))
    printer.setFromTo(1, len(paper.sizes_mm))
    return printer


def ask_printer(parent: QWidget, printer: QPrinter, page_count: int) -> bool:
    """Let the officer set up ``printer``; tell whether to print."""
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("In phụ lục")
    option = QAbstractPrintDialog.PrintDialogOption
    dialog.setOption(option.PrintPageRange)
    dialog.setOption(option.PrintCurrentPage)
    dialog.setMinMax(1, page_count)
    is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_accepted


def pages_to_print(printer: QPrinter, page_count: int, current: int) -> tuple[int, ...]:
    """Return the pages, from 0, in the order in which the printer is to get them.

    Copies are repeated here only for printers that cannot do it themselves.
    """
    match printer.printRange():
        case QPrinter.PrintRange.PageRange:
            first, last = max(printer.fromPage(), 1), min(printer.toPage(), page_count)
            pages = list(range(first - 1, last))
        case QPrinter.PrintRange.CurrentPage:
            pages = [current]
        case _:
            pages = list(range(page_count))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return tuple(pages * copies)
    return tuple(page for page in pages for _ in range(copies))


class PrintRun(QObject):
    """Prints pages one after another; ``cancel`` stops after the page under way.

    Signals:
        progressed(int, int): So many of so many pages are with the printer.
        ended(): All pages are with the printer, or the run was cancelled.
        failed(object): Printing stopped for this reason.
    """

    progressed = Signal(int, int)
    ended = Signal()
    failed = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        paper: PaperFile,
        printer: QPrinter,
        pages: Sequence[int],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._paper = paper
        self._printer = printer
        self._pages = tuple(pages)
        self._done = 0
        self._painter = QPainter()
        self._job: Job | None = None

    @property
    def is_running(self) -> bool:
        """Whether pages are on their way to the printer."""
        return self._painter.isActive()

    def start(self) -> None:
        """Begin to print."""
        if not self._pages:
            self.ended.emit()
            return
        if not self._painter.begin(self._printer):
            name = self._printer.outputFileName() or self._printer.printerName()
            self.failed.emit(TargetNotWritable(file=name, reason="printer"))
            return
        self._print_next()

    def cancel(self) -> None:
        """Stop; pages that the printer has are printed."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self._painter.isActive():
            self._painter.end()
            self._printer.abort()
            self.ended.emit()

    def _print_next(self) -> None:
        page = self._pages[self._done]
        path: Path = self._paper.path
        dpi = min(self._printer.resolution(), MAX_DPI)
        width = round(self._paper.sizes_mm[page][0] / _MM_PER_INCH * dpi)
        self._job = self._workspace.work_on_files(
            lambda _: render_page(path, page, width), self._on_rendered, self._on_failed
        )

    def _on_rendered(self, rendered: RenderedPage) -> None:
        self._job = None
        width, height = self._paper.sizes_mm[self._pages[self._done]]
        if self._done:
            self._printer.setPageOrientation(_direction(width, height))
            if not self._printer.newPage():
                self._on_failed(
                    TargetNotWritable(file=self._printer.printerName(), reason="printer")
                )
                return
        dots = self._printer.resolution() / _MM_PER_INCH
        area = QRectF(0, 0, width * dots, height * dots)
        self._painter.drawImage(area, to_image(rendered))
        self._done += 1
        self.progressed.emit(self._done, len(self._pages))
        if self._done < len(self._pages):
            self._print_next()
            return
        self._painter.end()
        self.ended.emit()

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self._painter.end()
        self._printer.abort()
        self.failed.emit(error)


def _direction(width: float, height: float) -> QPageLayout.Orientation:
    landscape, portrait = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
    return landscape if width > height else portrait
