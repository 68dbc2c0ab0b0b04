"""Reads and writes the register of documents, and finds what refers to one of them."""

from sqlite_utils import Database

from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.iso_days import from_iso, to_iso
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_text import PassageId
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument


def load_documents(db: Database) -> tuple[RegisteredDocument, ...]:
    """Return the register in the order in which the documents were entered."""
    return tuple(
        RegisteredDocument(
            type_name=row["type_name"],
            number=row["number"],
            symbol=row["symbol"],
            issued_on=from_iso(row["issued_on"]),
            issuer=row["issuer"],
            subject=row["subject"],
            ended_on=from_iso(row["ended_on"]),
            replaced_by=DocumentId(row["replaced_by_id"]) if row["replaced_by_id"] else None,
            is_binding=bool(row["is_binding"]),
            id=DocumentId(row["id"]),
        )
        for row in db.query("SELECT * FROM registered_document ORDER BY id")
    )


def document_row(document: RegisteredDocument) -> Row:
    """Return a document as a row, without its id."""
    return {
        "type_name": document.type_name,
        "number": document.number,
        "symbol": document.symbol,
        "issued_on": to_iso(document.issued_on),
        "issuer": document.issuer,
        "subject": document.subject,
        "ended_on": to_iso(document.ended_on),
        "replaced_by_id": document.replaced_by,
        "is_binding": int(document.is_binding),
    }


def passages_with_field(db: Database, code: str) -> tuple[tuple[PlanId, PassageId | None], ...]:
    """Return where in plans' texts a live field stands: in passages, and (None) in titles."""
    mark = f'%<f code="{code}">%'
    found = db.execute(
        "SELECT text_part.plan_id, passage.id FROM passage "
        "JOIN text_part ON text_part.id = passage.part_id "
        "WHERE passage.text LIKE ? "
        "UNION ALL SELECT plan_id, NULL FROM text_part WHERE title LIKE ? ORDER BY 1, 2",
        [mark, mark],
    )
    return tuple((PlanId(plan), PassageId(passage) if passage else None) for plan, passage in found)


def demand_count(db: Database, document_id: DocumentId) -> int:
    """Return how many demands of a document are kept."""
    sql = "SELECT count(*) FROM demand WHERE document_id = ?"
    return int(db.execute(sql, [document_id]).fetchone()[0])
