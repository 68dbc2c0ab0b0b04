"""What is read of a whole document, as JSON."""

from collections.abc import Mapping

from cchc_desktop.cli.plan_json import preview_json
from cchc_desktop.domain.document_draft import DocumentDraft
from cchc_desktop.domain.iso_days import to_iso
from cchc_desktop.domain.plan_text import Passage, TextPart
from cchc_desktop.domain.problem import Problem
from cchc_desktop.services.plan_import_preview import PlanImportPreview
from cchc_desktop.services.sentences import describe_place, describe_problem

Json = Mapping[str, object]


def plan_import_json(preview: PlanImportPreview, *, is_written: bool) -> Json:
    """Return what a document holds and what writing it does."""
    draft = preview.draft
    return {
        "year": preview.key.year,
        "last_year": preview.key.last_year,
        "other_year": str(preview.other_key) if preview.other_key else None,
        "is_written": is_written and not preview.changes_nothing,
        "is_new_plan": preview.plan is None,
        "head": _head_json(draft),
        "recipients": list(draft.recipients),
        "signer": _signer_json(draft),
        "parts": [_part_json(part) for part in draft.text.parts],
        "annex": preview_json(preview.annex, is_written=is_written) if preview.annex else None,
        "letterhead": [
            {"field": d.field, "office": d.of_office, "document": d.of_document}
            for d in preview.letterhead
        ],
        "unknown_names": [
            {"text": name.text, "count": name.count} for name in preview.unknown_names
        ],
        "changes": [
            {"kind": c.kind.value, "part": c.part.value, "before": c.before, "after": c.after}
            for c in preview.changes
        ],
        "milestones": list(preview.milestones),
        "lines": [
            {"line": line.line, "role": line.role.value, "part": line.part,
             "passage": line.passage, "text": line.text}
            for line in draft.lines
        ],
        "problems": [_problem_json(problem) for problem in draft.problems],
    }  # fmt: skip


def _head_json(draft: DocumentDraft) -> Json:
    head = draft.head
    return {
        "superior": head.superior,
        "issuer": head.issuer,
        "number": head.number,
        "symbol": head.symbol,
        "place": head.place,
        "issued_on": to_iso(head.issued_on),
        "type": head.type_name,
        "title": head.title,
    }


def _signer_json(draft: DocumentDraft) -> Json | None:
    signer = draft.signer
    if signer is None:
        return None
    return {
        "authority": signer.authority.value,
        "titles": list(signer.title_lines),
        "name": signer.name,
    }


def _part_json(part: TextPart) -> Json:
    return {
        "kind": part.kind.value,
        "title": part.title.text,
        "passages": [_passage_json(passage) for passage in part.passages],
    }


def _passage_json(passage: Passage) -> Json:
    return {
        "kind": passage.kind.value,
        "level": passage.level,
        "number": passage.number,
        "own_number": passage.own_number,
        "text": passage.text.text,
        "table": [[cell.text for cell in row] for row in passage.table.rows]
        if passage.table
        else None,
    }


def _problem_json(problem: Problem) -> Json:
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": describe_problem(problem),
        "place": describe_place(problem.place),
        "row": problem.place.row,
        "text": problem.text,
    }
