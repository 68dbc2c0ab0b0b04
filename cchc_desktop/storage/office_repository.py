"""Reads and writes the office and its letterheads."""

from datetime import date

from sqlite_utils import Database

from cchc_desktop.domain.changes import Row, Value
from cchc_desktop.domain.iso_days import to_iso
from cchc_desktop.domain.office import (
    Letterhead,
    LetterheadId,
    Office,
    OfficeLevel,
    Signer,
    SigningAuthority,
)


def load_office(db: Database) -> Office | None:
    """Return the office, or None in a file that was not set up yet."""
    for row in db.query("SELECT level FROM office WHERE id = 1"):
        letterheads = db.query("SELECT * FROM letterhead ORDER BY valid_from, id")
        return Office(OfficeLevel(row["level"]), tuple(_letterhead(x) for x in letterheads))
    return None


def letterhead_row(letterhead: Letterhead) -> Row:
    """Return the letterhead as a row, without its id."""
    return {
        "parent": letterhead.parent,
        "name": letterhead.name,
        "place": letterhead.place,
        "symbol": letterhead.symbol,
        "standing_agency": letterhead.standing_agency,
        "standing_symbol": letterhead.standing_symbol,
        "signer_authority": letterhead.signer.authority.value,
        "signer_body": letterhead.signer.body,
        "signer_head_position": letterhead.signer.head_position,
        "signer_position": letterhead.signer.position,
        "signer_name": letterhead.signer.name,
        "valid_from": to_iso(letterhead.valid_from),
        "valid_to": to_iso(letterhead.valid_to),
    }


def _letterhead(row: dict[str, Value]) -> Letterhead:
    text = {name: str(value) for name, value in row.items() if value is not None}
    return Letterhead(
        id=LetterheadId(int(text["id"])),
        parent=text["parent"],
        name=text["name"],
        place=text["place"],
        symbol=text["symbol"],
        standing_agency=text["standing_agency"],
        standing_symbol=text["standing_symbol"],
        signer=Signer(
            authority=SigningAuthority(text["signer_authority"]),
            body=text["signer_body"],
            position=text["signer_position"],
            name=text["signer_name"],
            head_position=text["signer_head_position"],
        ),
        valid_from=date.fromisoformat(text["valid_from"]) if "valid_from" in text else None,
        valid_to=date.fromisoformat(text["valid_to"]) if "valid_to" in text else None,
    )
