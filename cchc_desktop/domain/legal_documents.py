"""The documents that plans of this field cite most, as they ship with the program."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_desktop.domain.data_file import Table
from cchc_desktop.domain.registered_document import RegisteredDocument


@dataclass(frozen=True, slots=True)
class CommonDocument:
    """A document that is often cited ("văn bản thường dùng").

    Attributes:
        id: Its name in the list.
        replaced_by: The one that replaces it, by its id, or "".
        source: Where its details were read.
    """

    id: str
    document: RegisteredDocument
    replaced_by: str
    source: str


def parse_legal_documents(data: Mapping[str, object], source: str) -> tuple[CommonDocument, ...]:
    """Return the list that a data file holds; ``source`` names the file in errors.

    Raises:
        CatalogueDamaged: Something in it does not hold.
    """
    file = Table(data, source)
    file.allow("document")
    items = tuple(_parse(entry) for entry in file.tables("document"))
    by_id = {item.id: item for item in items}
    if len(by_id) < len(items):
        file.refuse("document id given twice")
    symbols = [item.document.symbol_key for item in items if item.document.symbol]
    if len(set(symbols)) < len(symbols):
        file.refuse("document given twice")
    for item in items:
        if item.replaced_by and item.replaced_by not in by_id:
            file.refuse(f"{item.id}: replaced by an unknown document: {item.replaced_by}")
        if _comes_back(item, by_id):
            file.refuse(f"{item.id}: replaced by itself in the end")
    return items


def _comes_back(item: CommonDocument, by_id: Mapping[str, CommonDocument]) -> bool:
    seen = {item.id}
    while item.replaced_by:
        if item.replaced_by in seen:
            return True
        seen.add(item.replaced_by)
        item = by_id[item.replaced_by]
    return False


def _parse(entry: Table) -> CommonDocument:
    entry.allow(
        "id", "type", "number", "symbol", "issued_on", "issuer", "subject", "ended_on",
        "replaced_by", "source",
    )  # fmt: skip
    document = RegisteredDocument(
        entry.text("type"),
        entry.text("number", ""),
        entry.text("symbol", ""),
        entry.day("issued_on"),
        entry.text("issuer", ""),
        entry.text("subject", ""),
        entry.day("ended_on"),
    )
    if not document.symbol and not document.is_named_by_name:
        entry.refuse("document has no symbol")
    if document.issued_on and document.ended_on and document.ended_on < document.issued_on:
        entry.refuse("document ends before it was issued")
    return CommonDocument(
        entry.text("id"), document, entry.text("replaced_by", ""), entry.text("source")
    )
