"""The register of documents beside what a plan cites."""

from collections.abc import Sequence

from cchc_desktop.domain.checks.citations import Citation, citations
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.domain.vietnamese import comparison_key


class CitedRegister:
    """Registered documents, looked up as they are cited ("sổ văn bản để tra")."""

    def __init__(self, documents: Sequence[RegisteredDocument]) -> None:
        self._by_id = {x.id: x for x in documents if x.id is not None}
        self._by_name: dict[str, list[RegisteredDocument]] = {}
        for document in documents:
            for cited in citations(f"{document.type_name} số {document.full_symbol}"):
                self._by_name.setdefault(cited.name, []).append(document)

    def find(self, cited: Citation) -> RegisteredDocument | None:
        """Return the document that is cited, or None; a number starts anew each year."""
        same = self._by_name.get(cited.name, [])
        kind = comparison_key(cited.type_name)
        fitting = [
            document
            for document in same
            if (not kind or comparison_key(document.type_name).startswith(kind))
            and (
                cited.issued_on is None
                or document.issued_on is None
                or cited.issued_on.year == document.issued_on.year
            )
        ]
        return fitting[0] if len(fitting) == 1 else None

    def get(self, document_id: DocumentId | None) -> RegisteredDocument | None:
        """Return the document of an id, or None."""
        return self._by_id.get(document_id) if document_id is not None else None
