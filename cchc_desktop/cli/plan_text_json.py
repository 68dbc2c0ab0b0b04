"""The text of a plan as JSON: every passage with its number, kind and words."""

from cchc_desktop.domain.plan_fields import LiveField
from cchc_desktop.domain.plan_text import Passage, PlanDocument, PlanText, TextPart

Json = dict[str, object]


def plan_text_json(year: str, text: PlanText, document: PlanDocument) -> Json:
    """Return a plan's text and how its paper begins and ends."""
    signer = document.signer
    return {
        "year": year,
        "type_name": document.type_name,
        "recipients": list(document.recipients),
        "signing": list(signer.title_lines) if signer else [],
        "signer": signer.name if signer else "",
        "parts": [_part(part) for part in text.parts],
    }


def field_json(field: LiveField) -> Json:
    """Return a live field."""
    return {"code": field.code, "words": field.words, "subject": field.subject}


def _part(part: TextPart) -> Json:
    return {
        "id": part.id,
        "kind": part.kind.value,
        "title": part.title.text,
        "landscape": part.is_landscape,
        "passages": [_passage(passage) for passage in part.passages],
    }


def _passage(passage: Passage) -> Json:
    made: Json = {
        "id": passage.id,
        "kind": passage.kind.value,
        "level": passage.level,
        "number": passage.number,
        "own_number": passage.own_number,
        "text": passage.text.text,
        "markup": passage.text.words.markup,
        "fields": [
            {"code": mark.code, "start": mark.start, "end": mark.end} for mark in passage.text.marks
        ],
    }
    if passage.table:
        made["header_rows"] = passage.table.header_rows
        made["rows"] = [[cell.text for cell in row] for row in passage.table.rows]
    return made
