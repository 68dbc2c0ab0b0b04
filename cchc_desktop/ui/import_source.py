"""Where an import comes from: a file, or what lies on the clipboard."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from cchc_desktop.domain.annex_draft import AnnexColumn, AnnexDraft
from cchc_desktop.services.session import Session

Columns = Mapping[int, AnnexColumn | None]

FILE_FILTERS = ";;".join(
    (
        "Phụ lục Word, Excel, văn bản (*.docx *.xlsx *.xls *.tsv *.csv *.txt)",
        "Word (*.docx)",
        "Excel (*.xlsx *.xls)",
        "Văn bản phân cột (*.tsv *.csv *.txt)",
        "Mọi tệp (*)",
    )
)


@dataclass(frozen=True, slots=True)
class FileSource:
    """A document on the disk."""

    path: Path

    @property
    def name(self) -> str:
        """What the officer calls it."""
        return self.path.name

    def read(
        self, session: Session, table_index: int | None, columns: Columns | None
    ) -> AnnexDraft:
        """Return what the document holds; raises as ``ImportService.read_file``."""
        return session.imports.read_file(self.path, table_index, columns)


@dataclass(frozen=True, slots=True)
class PastedSource:
    """A block copied in Word or Excel."""

    text: str
    html: str | None

    @property
    def name(self) -> str:
        """What the officer calls it."""
        return "Bảng đã sao chép"

    def read(
        self, session: Session, table_index: int | None, columns: Columns | None
    ) -> AnnexDraft:
        """Return what the block holds; raises as ``ImportService.read_pasted``."""
        return session.imports.read_pasted(self.text, self.html, table_index, columns)


Source = FileSource | PastedSource


def dropped_file(data: QMimeData) -> Path | None:
    """Return the one file on this computer that ``data`` names, or None."""
    urls = data.urls() if data.hasUrls() else []
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


def clipboard_source(data: QMimeData | None) -> Source | None:
    """Return what can be imported from the clipboard: a copied file, a block, or nothing."""
    if data is None:
        return None
    path = dropped_file(data)
    if path is not None:
        return FileSource(path)
    text = data.text()
    return PastedSource(text, data.html() or None) if text.strip() else None
