"""Reads and writes the text of plans: its parts, their passages, and how the paper is signed."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.office import Signer, SigningAuthority
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageId,
    PassageKind,
    PlanDocument,
    PlanText,
    TextPart,
    TextPartId,
    TextPartKind,
    TextTable,
)
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.storage.plan_order import delete_passage, delete_text_part, referring_ids
from cchc_desktop.storage.unit_of_work import UnitOfWork

_PASSAGES = """
SELECT passage.* FROM passage
JOIN text_part ON text_part.id = passage.part_id
WHERE text_part.plan_id = ?
ORDER BY passage.position, passage.id
"""


def load_text(db: Database, plan_id: PlanId) -> PlanText:
    """Return the text of a plan, numbered; live fields read as they were last written."""
    by_part: dict[int, list[Passage]] = {}
    for row in db.query(_PASSAGES, [plan_id]):
        by_part.setdefault(row["part_id"], []).append(_passage(row))
    parts = db.query("SELECT * FROM text_part WHERE plan_id = ? ORDER BY position, id", [plan_id])
    return PlanText(tuple(_part(row, by_part.get(row["id"], [])) for row in parts))


def find_plan_of_part(db: Database, part_id: TextPartId) -> PlanId | None:
    """Return the plan that a part belongs to, or None where there is no such part."""
    rows = db.execute("SELECT plan_id FROM text_part WHERE id = ?", [part_id])
    return next((PlanId(row[0]) for row in rows), None)


def find_part_of_passage(db: Database, passage_id: PassageId) -> TextPartId | None:
    """Return the part that a passage stands in, or None where there is no such passage."""
    rows = db.execute("SELECT part_id FROM passage WHERE id = ?", [passage_id])
    return next((TextPartId(row[0]) for row in rows), None)


def insert_text(unit: UnitOfWork, plan_id: PlanId, text: PlanText) -> None:
    """Write the text of a plan that has none yet, inside a step."""
    for position, part in enumerate(text.parts, 1):
        insert_part(unit, plan_id, part, position)


def insert_part(unit: UnitOfWork, plan_id: PlanId, part: TextPart, position: int) -> TextPartId:
    """Write a part with its passages, inside a step, and return its id."""
    part_id = TextPartId(unit.insert("text_part", part_row(part, plan_id, position)))
    for place, passage in enumerate(part.passages, 1):
        unit.insert("passage", passage_row(passage, part_id, place))
    return part_id


def replace_text(unit: UnitOfWork, db: Database, plan_id: PlanId, text: PlanText) -> None:
    """Put ``text`` in place of all that a plan's text was, inside a step."""
    for part_id in referring_ids(db, "text_part", "plan_id", plan_id):
        delete_text_part(unit, db, part_id)
    insert_text(unit, plan_id, text)


def save_passages(
    unit: UnitOfWork, db: Database, part: TextPart, passages: Sequence[Passage]
) -> None:
    """Make ``passages`` those of a part, inside a step; rows that stay as they are stay untouched.

    A passage of another part that is among them moves here.
    """
    part_id = part.id or TextPartId(0)
    kept = {passage.id for passage in passages}
    for passage in part.passages:
        if passage.id is not None and passage.id not in kept:
            delete_passage(unit, db, passage.id)
    for position, passage in enumerate(passages, 1):
        row = passage_row(passage, part_id, position)
        if passage.id is None:
            unit.insert("passage", row)
        else:
            unit.update("passage", passage.id, row)


def part_row(part: TextPart, plan_id: PlanId, position: int) -> Row:
    """Return a part as a row, without its id and passages."""
    return {
        "plan_id": plan_id,
        "position": position,
        "kind": part.kind.value,
        "title": part.title.markup,
        "is_landscape": int(part.is_landscape),
    }


def passage_row(passage: Passage, part_id: TextPartId, position: int) -> Row:
    """Return a passage as a row, without its id."""
    return {
        "part_id": part_id,
        "position": position,
        "kind": passage.kind.value,
        "level": passage.kind.rank or passage.level,
        "own_number": passage.own_number,
        "text": passage.text.markup,
        "cells": _pack_table(passage.table),
    }


def load_document(db: Database, plan_id: PlanId) -> PlanDocument:
    """Return how a plan's paper begins and ends; the usual way while nothing was said."""
    rows = db.query("SELECT * FROM plan_document WHERE plan_id = ?", [plan_id])
    return next((_document(row) for row in rows), PlanDocument(plan_id))


def save_plan_document(unit: UnitOfWork, db: Database, document: PlanDocument) -> None:
    """Write how a plan's paper begins and ends, inside a step."""
    signer = document.signer or Signer()
    row: Row = {
        "plan_id": document.plan_id,
        "type_name": document.type_name,
        "recipients": json.dumps(document.recipients, ensure_ascii=False),
        "has_signer": int(document.signer is not None),
        "signer_authority": signer.authority.value,
        "signer_body": signer.body,
        "signer_head_position": signer.head_position,
        "signer_position": signer.position,
        "signer_name": signer.name,
    }
    known = referring_ids(db, "plan_document", "plan_id", document.plan_id)
    if known:
        unit.update("plan_document", known[0], row)
    else:
        unit.insert("plan_document", row)


def _part(row: Mapping[str, Any], passages: Sequence[Passage]) -> TextPart:
    return TextPart(
        kind=TextPartKind(row["kind"]),
        title=LiveText.from_markup(row["title"]),
        passages=numbered(passages),
        is_landscape=bool(row["is_landscape"]),
        id=TextPartId(row["id"]),
    )


def _passage(row: Mapping[str, Any]) -> Passage:
    return Passage(
        kind=PassageKind(row["kind"]),
        text=LiveText.from_markup(row["text"]),
        level=row["level"],
        own_number=row["own_number"],
        table=_unpack_table(row["cells"]),
        id=PassageId(row["id"]),
    )


def _document(row: Mapping[str, Any]) -> PlanDocument:
    signer = Signer(
        SigningAuthority(row["signer_authority"]),
        row["signer_body"],
        row["signer_position"],
        row["signer_name"],
        row["signer_head_position"],
    )
    return PlanDocument(
        plan_id=PlanId(row["plan_id"]),
        type_name=row["type_name"],
        recipients=tuple(json.loads(row["recipients"])),
        signer=signer if row["has_signer"] else None,
    )


def _pack_table(table: TextTable | None) -> str:
    if table is None:
        return ""
    rows = [[cell.markup for cell in row] for row in table.rows]
    return json.dumps({"header_rows": table.header_rows, "rows": rows}, ensure_ascii=False)


def _unpack_table(packed: str) -> TextTable | None:
    if not packed:
        return None
    table = json.loads(packed)
    rows = tuple(tuple(RichText.from_markup(cell) for cell in row) for row in table["rows"])
    return TextTable(rows, table["header_rows"])
