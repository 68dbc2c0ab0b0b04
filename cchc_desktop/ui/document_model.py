"""The register of documents as a table."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.vietnamese import Searchable, SearchQuery
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.document_words import validity_tone, validity_words
from cchc_desktop.ui.import_cells import Cell, Index, Mark, Tone
from cchc_desktop.ui.import_list import CellModel

SHARES = (22, 18, 0.28, 0.72, 26, 18)
"""The widths of the columns, for ``ImportList``."""


class DocumentModel(CellModel):
    """The documents that the search lets through, the latest first."""

    headings = ("Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Tên, trích yếu", "Hiệu lực", "Theo dõi")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[RegisteredDocument, ...] = ()
        self._shown: list[RegisteredDocument] = []
        self._names: dict[DocumentId, str] = {}
        self._query = SearchQuery("")
        self._day = date.min

    def show_documents(self, documents: Sequence[RegisteredDocument], day: date) -> None:
        """Show another register, as things stand on ``day``."""
        self._all = tuple(sorted(documents, key=_order, reverse=True))
        self._names = {d.id: d.short_citation for d in documents if d.id is not None}
        self._day = day
        self._filter()

    def search(self, words: str) -> None:
        """Show what all words occur in; nothing to look for shows all."""
        self._query = SearchQuery(words)
        self._filter()

    def document(self, row: int) -> RegisteredDocument:
        """Return the document in a row."""
        return self._shown[row]

    def row_of(self, document_id: DocumentId | None) -> int | None:
        """Return the row of a document, or None."""
        rows = (n for n, document in enumerate(self._shown) if document.id == document_id)
        return next(rows, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._shown)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        document = self._shown[row]
        match column:
            case 0:
                return Cell(RichText.plain(document.full_symbol))
            case 1:
                return Cell(RichText.plain(format_day(document.issued_on)))
            case 2:
                return Cell(RichText.plain(document.issuer))
            case 3:
                subject = f"{document.type_name} {document.subject}".strip()
                return Cell(RichText.plain(subject))
            case 4:
                name = self._names.get(document.replaced_by or DocumentId(0), "")
                words, _, rest = validity_words(document, name, self._day).partition("\n")
                mark = Mark(words, validity_tone(document, self._day)) if words else None
                return Cell(RichText.plain(rest), mark=mark)
            case _:
                binding = Mark("Có yêu cầu", Tone.ACCENT) if document.is_binding else None
                return Cell(EMPTY, mark=binding)

    def _filter(self) -> None:
        self.beginResetModel()
        self._shown = [d for d in self._all if self._query.matches(Searchable(d.full_citation))]
        self.endResetModel()


def _order(document: RegisteredDocument) -> tuple[date, int]:
    return document.issued_on or date.min, document.id or 0
