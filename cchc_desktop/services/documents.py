"""The register of documents: what plans cite, what binds the office, what was replaced."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.citation_reading import (
    read_citation,
    read_citations,
    same_document,
    unregistered,
)
from cchc_desktop.domain.demand_coverage import passage_places
from cchc_desktop.domain.errors import (
    DocumentRegistered,
    DocumentUnknown,
    InvalidValue,
    RecordInUse,
    RecordMissing,
)
from cchc_desktop.domain.legal_documents import CommonDocument, parse_legal_documents
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_fields import DOCUMENT
from cchc_desktop.domain.plan_rows import plan_rows
from cchc_desktop.domain.registered_document import (
    DocumentId,
    RegisteredDocument,
    symbol_key,
)
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.services.plans import PlanService
from cchc_desktop.storage.document_repository import (
    demand_count,
    document_row,
    load_documents,
    passages_with_field,
)
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_text_repository import load_text
from cchc_desktop.storage.unit_of_work import UnitOfWork

_FILE = "legal-documents.toml"


class DocumentService:
    """What a person can do with the register of documents ("sổ văn bản")."""

    def __init__(self, file: OfficeFile, plans: PlanService) -> None:
        self._file = file
        self._plans = plans

    def list(self) -> tuple[RegisteredDocument, ...]:
        """Return the register, in the order in which the documents were entered."""
        return load_documents(self._file.db)

    def get(self, document_id: DocumentId) -> RegisteredDocument:
        """Return a document.

        Raises:
            RecordMissing: There is no such document (any more).
        """
        for document in self.list():
            if document.id == document_id:
                return document
        raise RecordMissing(kind="registered_document", id=document_id)

    def find_symbol(
        self, full_symbol: str, issued_on: date | None = None
    ) -> RegisteredDocument | None:
        """Return the document of a number and symbol, or None.

        Spaces, leading zeros and the kind of dash do not count.  Of several the one of
        ``issued_on`` is meant, else the latest.
        """
        wanted = symbol_key(full_symbol)
        found = [d for d in self.list() if d.symbol_key and d.symbol_key == wanted]
        same_day = [d for d in found if d.issued_on == issued_on]
        found = same_day or found
        return max(found, key=lambda d: d.issued_on or date.min, default=None)

    def named(self, full_symbol: str) -> RegisteredDocument:
        """Return the document of a number and symbol.

        Raises:
            DocumentUnknown: The register has none such.
        """
        document = self.find_symbol(full_symbol)
        if document is None:
            raise DocumentUnknown(name=one_line(full_symbol))
        return document

    def read_citation(self, text: str) -> RegisteredDocument | None:
        """Return the document that a wording cites, as it can be registered, or None."""
        return read_citation(text)

    def add(self, document: RegisteredDocument) -> ChangeSet:
        """Enter a document.

        Raises:
            InvalidValue: It has no kind, or nothing to be known by.
            DocumentRegistered: It is in the register already.
        """
        return self.add_many((document,))

    def add_many(self, documents: Sequence[RegisteredDocument]) -> ChangeSet:
        """Enter several documents in one step.

        Raises:
            InvalidValue: One has no kind, or nothing to be known by.
            DocumentRegistered: One is in the register already, or twice among them.
        """
        checked = [_checked(document) for document in documents]
        params = (
            {"name": checked[0].short_citation}
            if len(checked) == 1
            else {"count": str(len(checked))}
        )
        label = "add_document" if len(checked) == 1 else "add_documents"
        with self._file.transaction(label, **params) as step:
            for document in checked:
                self._refuse_twice(document)
                step.unit.insert("registered_document", document_row(document))
        return step.change_set

    def save(self, document: RegisteredDocument) -> ChangeSet:
        """Write a document's details.

        Raises:
            InvalidValue: It has no kind, nothing to be known by, or replaces itself.
            DocumentRegistered: Another entry is of the same document.
            RecordMissing: It is not in the register (any more).
        """
        document = _checked(document)
        if document.id is None:
            raise RecordMissing(kind="registered_document", id=0)
        self._refuse_twice(document)
        if document.replaced_by is not None:
            self._refuse_circle(document.id, document.replaced_by)
        with self._file.transaction("save_document", name=document.short_citation) as step:
            step.unit.update("registered_document", document.id, document_row(document))
        return step.change_set

    def delete(self, document_id: DocumentId) -> ChangeSet:
        """Delete a document that nothing refers to.

        Raises:
            RecordInUse: Demands, a plan's text or another document refer to it.
        """
        document = self.get(document_id)
        uses = self.uses(document_id)
        if uses:
            raise RecordInUse(
                kind="registered_document", name=document.short_citation, used_by="; ".join(uses)
            )
        with self._file.transaction("delete_document", name=document.short_citation) as step:
            step.unit.delete("registered_document", document_id)
        return step.change_set

    def uses(self, document_id: DocumentId) -> tuple[str, ...]:
        """Return what refers to a document, each in words that say where."""
        found: list[str] = []
        count = demand_count(self._file.db, document_id)
        if count:
            found.append(f"{count} yêu cầu đã ghi của văn bản")
        found += (
            f"{document.short_citation} (được văn bản này thay thế)"
            for document in self.list()
            if document.replaced_by == document_id
        )
        names = {plan.id: plan.term for plan in self._plans.list()}
        for plan_id, passage_id in passages_with_field(self._file.db, f"{DOCUMENT}{document_id}"):
            place = ""
            text = load_text(self._file.db, plan_id)
            found_at = text.find(passage_id) if passage_id else None
            if found_at is not None:
                place = passage_places(found_at[0])[found_at[1]]
            where = f"mục {place}" if place else "phần mở đầu"
            found.append(f"phần lời kế hoạch {names.get(plan_id, '')}, {where}")
        return tuple(found)

    def replace(self, old: DocumentId, new: DocumentId, day: date) -> ChangeSet:
        """Record that ``new`` takes the place of ``old``, which is in force until the day before.

        Raises:
            InvalidValue: A document would replace itself, or end before it was issued.
        """
        before, after = self.get(old), self.get(new)
        self._refuse_circle(old, new)
        if before.issued_on and day <= before.issued_on:
            raise InvalidValue(field="replaced_on", value=f"{day:%d/%m/%Y}")
        ended = replace(before, replaced_by=new, ended_on=day - timedelta(days=1))
        with self._file.transaction(
            "replace_document", name=before.short_citation, by=after.short_citation
        ) as step:
            step.unit.update("registered_document", old, document_row(ended))
        return step.change_set

    def common(self) -> tuple[CommonDocument, ...]:
        """Return the documents that ship with the program as those cited most."""
        return parse_legal_documents(read_data_file("catalogues", _FILE), _FILE)

    def add_common(self, ids: Sequence[str]) -> ChangeSet:
        """Enter documents of the shipped list with those that replace them; known ones stay.

        Raises:
            RecordMissing: The list has none of that name.
        """
        common = {item.id: item for item in self.common()}
        wanted: dict[str, CommonDocument] = {}
        for item_id in ids:
            name = item_id
            while name and name not in wanted:
                if name not in common:
                    raise RecordMissing(kind="registered_document", id=name)
                wanted[name] = common[name]
                name = common[name].replaced_by
        known = self.list()
        with self._file.transaction("add_documents", count=str(len(ids))) as step:
            entered: dict[str, int] = {}
            for name, item in wanted.items():
                own = next((d for d in known if same_document(d, item.document)), None)
                entered[name] = (own.id if own else None) or step.unit.insert(
                    "registered_document", document_row(item.document)
                )
            for name, item in wanted.items():
                _link_replacement(step.unit, entered, name, item.replaced_by)
        return step.change_set

    def collect_citations(self, plan_id: PlanId) -> tuple[RegisteredDocument, ...]:
        """Return the documents that a plan's text and annex cite and the register lacks."""
        plan = self._plans.load(plan_id)
        text = load_text(self._file.db, plan_id)
        wordings = [part.title.text for part in text.parts]
        for _, passage in text.passages():
            wordings.append(passage.text.text)
            if passage.table:
                wordings += (cell.text for row in passage.table.rows for cell in row)
        for row in plan_rows(plan):
            if row.deliverable is not None:
                wordings += (row.deliverable.product.text, row.deliverable.deadline.text.text)
            if row.task is not None:
                wordings += (row.task.content.text, row.task.note.text)
        cited = tuple(d for words in dict.fromkeys(wordings) for d in read_citations(words))
        return unregistered(cited, self.list())

    def _refuse_twice(self, document: RegisteredDocument) -> None:
        for other in self.list():
            if other.id != document.id and same_document(other, document):
                raise DocumentRegistered(name=other.short_citation)

    def _refuse_circle(self, old: DocumentId, new: DocumentId) -> None:
        by_id = {document.id: document for document in self.list()}
        following: DocumentId | None = new
        while following is not None:
            if following == old:
                raise InvalidValue(field="replaced_by", value=by_id[old].short_citation)
            document = by_id.get(following)
            following = document.replaced_by if document else None


def _link_replacement(unit: UnitOfWork, entered: dict[str, int], name: str, by: str) -> None:
    row = unit.get("registered_document", entered[name])
    if by and row["replaced_by_id"] is None:
        unit.update("registered_document", entered[name], {"replaced_by_id": entered[by]})


def _checked(document: RegisteredDocument) -> RegisteredDocument:
    """Return the document tidied.

    Raises:
        InvalidValue: It has no kind, or nothing to be known by.
    """
    tidied = replace(
        document,
        type_name=one_line(document.type_name),
        number=one_line(document.number),
        symbol=one_line(document.symbol),
        issuer=one_line(document.issuer),
        subject=one_line(document.subject).rstrip(" .;"),
    )
    if not tidied.type_name:
        raise InvalidValue(field="document_type", value="")
    if tidied.is_named_by_name and not tidied.subject:
        raise InvalidValue(field="document_subject", value="")
    if not tidied.is_named_by_name and not (tidied.number and tidied.symbol):
        raise InvalidValue(field="document_symbol", value=tidied.full_symbol)
    if tidied.issued_on and tidied.ended_on and tidied.ended_on < tidied.issued_on:
        raise InvalidValue(field="document_ended_on", value=f"{tidied.ended_on:%d/%m/%Y}")
    return tidied
