"""Reading a document and comparing it with the plan, away from the window; newest wins."""

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.annex_draft import AnnexDraft
from cchc_desktop.services.imports import ImportPreview
from cchc_desktop.ui.import_source import Columns, Source
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.workspace import Workspace


class ImportReading(QObject):
    """Holds the document being imported, what was read of it, and what writing it would do.

    An answer that was overtaken by a newer question is dropped.

    Signals:
        draft_read(bool): The document was read; True for the first time.
        rejected(object): The document cannot be read, for this reason.
        previewed(): What writing would do is known.
        preview_failed(object): It could not be found out, for this reason.
        asked(): Work began; the answer is not there yet.
    """

    draft_read = Signal(bool)
    rejected = Signal(object)
    previewed = Signal()
    preview_failed = Signal(object)
    asked = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._reading: Job | None = None
        self._previewing: Job | None = None
        self.source: Source | None = None
        self.draft: AnnexDraft | None = None
        self.preview: ImportPreview | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._reading is not None or self._previewing is not None

    @property
    def is_first_reading(self) -> bool:
        """Whether a document is being read of which nothing is known yet."""
        return self._reading is not None and self.draft is None

    def start(self, source: Source) -> None:
        """Read another document."""
        self.forget()
        self.source = source
        self.read(None, None)

    def read(self, table_index: int | None, columns: Columns | None) -> None:
        """Read the document, or read it anew with another table or other columns."""
        source = self.source
        if source is None:
            return
        self._stop()
        self._reading = self._workspace.work_on_files(
            lambda session: source.read(session, table_index, columns),
            self._on_read,
            self._on_rejected,
        )
        self.asked.emit()

    def ask_preview(self, year: int | None) -> None:
        """Find out what writing the document into the plan of ``year`` would do."""
        draft = self.draft
        if self._previewing is not None:
            self._previewing.cancel()
            self._previewing = None
        if draft is None or year is None:
            self.preview = None
            return
        self._previewing = self._workspace.query(
            lambda session: session.imports.preview(draft, year),
            self._on_previewed,
            self._on_preview_failed,
        )
        self.asked.emit()

    def forget(self) -> None:
        """Drop the document and all answers awaited."""
        self._stop()
        self.source = self.draft = self.preview = None

    def _stop(self) -> None:
        for job in (self._reading, self._previewing):
            if job is not None:
                job.cancel()
        self._reading = self._previewing = None

    def _on_read(self, draft: AnnexDraft) -> None:
        self._reading = None
        is_first = self.draft is None
        self.draft = draft
        self.draft_read.emit(is_first)

    def _on_rejected(self, error: BaseException) -> None:
        self.forget()
        self.rejected.emit(error)

    def _on_previewed(self, preview: ImportPreview) -> None:
        self._previewing = None
        self.preview = preview
        self.previewed.emit()

    def _on_preview_failed(self, error: BaseException) -> None:
        self._previewing = None
        self.preview_failed.emit(error)
