"""The text of a plan as a snapshot keeps it."""

from collections.abc import Mapping
from typing import Any

from cchc_desktop.domain.plan_text import (
    Passage,
    PassageId,
    PassageKind,
    PlanText,
    TextPart,
    TextPartId,
    TextPartKind,
    TextTable,
)
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText


def pack_text(text: PlanText) -> list[dict[str, Any]]:
    """Return a text as JSON can hold it, its numbers as they were printed."""
    return [
        {
            "id": part.id,
            "kind": part.kind.value,
            "title": part.title.markup,
            "is_landscape": part.is_landscape,
            "passages": [_pack_passage(passage) for passage in part.passages],
        }
        for part in text.parts
    ]


def unpack_text(parts: list[Mapping[str, Any]]) -> PlanText:
    """Read what ``pack_text`` gave."""
    return PlanText(
        tuple(
            TextPart(
                kind=TextPartKind(part["kind"]),
                title=LiveText.from_markup(part["title"]),
                passages=tuple(_unpack_passage(row) for row in part["passages"]),
                is_landscape=part["is_landscape"],
                id=None if part["id"] is None else TextPartId(part["id"]),
            )
            for part in parts
        )
    )


def _pack_passage(passage: Passage) -> dict[str, Any]:
    table = passage.table
    return {
        "id": passage.id,
        "kind": passage.kind.value,
        "text": passage.text.markup,
        "level": passage.level,
        "own_number": passage.own_number,
        "number": passage.number,
        "table": {
            "rows": [[cell.markup for cell in row] for row in table.rows],
            "header_rows": table.header_rows,
        }
        if table
        else None,
    }


def _unpack_passage(row: Mapping[str, Any]) -> Passage:
    table = row["table"]
    return Passage(
        kind=PassageKind(row["kind"]),
        text=LiveText.from_markup(row["text"]),
        level=row["level"],
        own_number=row["own_number"],
        number=row["number"],
        table=TextTable(
            tuple(tuple(RichText.from_markup(cell) for cell in line) for line in table["rows"]),
            table["header_rows"],
        )
        if table
        else None,
        id=None if row["id"] is None else PassageId(row["id"]),
    )
