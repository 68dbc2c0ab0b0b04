"""Reading a whole document and finding out what writing it would do, away from the window."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.document_draft import DocumentDraft, LineChoice
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.services.plan_import_preview import PlanImportPreview
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.workspace import Workspace


class PlanImportReading(QObject):
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
        self.path: Path | None = None
        self.choices: dict[int, LineChoice] = {}
        self.draft: DocumentDraft | None = None
        self.preview: PlanImportPreview | None = None

    @property
    def is_busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._reading is not None or self._previewing is not None

    @property
    def is_first_reading(self) -> bool:
        """Whether a document is being read of which nothing is known yet."""
        return self._reading is not None and self.draft is None

    def start(self, path: Path) -> None:
        """Read another document."""
        self.forget()
        self.path = path
        self._read()

    def choose(self, lines: Iterable[int], choice: LineChoice | None) -> None:
        """Take lines for something else, None for what they look like, and read anew."""
        for line in lines:
            if choice is None:
                self.choices.pop(line, None)
            else:
                self.choices[line] = choice
        self._read()

    def ask_preview(self, key: PlanKey | None) -> None:
        """Find out what writing the document into the plan of ``key`` would do."""
        draft = self.draft
        if self._previewing is not None:
            self._previewing.cancel()
            self._previewing = None
        if draft is None or key is None:
            self.preview = None
            return
        self._previewing = self._workspace.query(
            lambda session: session.plan_imports.preview(draft, key),
            self._on_previewed,
            self._on_preview_failed,
        )
        self.asked.emit()

    def forget(self) -> None:
        """Drop the document and all answers awaited."""
        self._stop()
        self.path = self.draft = self.preview = None
        self.choices = {}

    def _read(self) -> None:
        path, choices = self.path, dict(self.choices)
        if path is None:
            return
        self._stop()
        self._reading = self._workspace.work_on_files(
            lambda session: session.plan_imports.read_file(path, choices),
            self._on_read,
            self._on_rejected,
        )
        self.asked.emit()

    def _stop(self) -> None:
        for job in (self._reading, self._previewing):
            if job is not None:
                job.cancel()
        self._reading = self._previewing = None

    def _on_read(self, draft: DocumentDraft) -> None:
        self._reading = None
        is_first = self.draft is None
        self.draft = draft
        self.draft_read.emit(is_first)

    def _on_rejected(self, error: BaseException) -> None:
        self.forget()
        self.rejected.emit(error)

    def _on_previewed(self, preview: PlanImportPreview) -> None:
        self._previewing = None
        self.preview = preview
        self.previewed.emit()

    def _on_preview_failed(self, error: BaseException) -> None:
        self._previewing = None
        self.preview_failed.emit(error)
