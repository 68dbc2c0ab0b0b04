"""Finds in a document again the words of the plan that it was printed from.

Printing makes headings capital and bold, breaks titles into lines of like length and leaves
no trace of live fields: where a document says the same, the plan keeps its own words.
"""

from collections.abc import Iterator
from dataclasses import replace
from difflib import SequenceMatcher

from cchc_desktop.domain.office import Signer
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    PlanDocument,
    PlanText,
    TextPart,
    TextPartKind,
)
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.importers.document_printed_style import without_printed_style

_ARCHIVE = "Lưu:"
_ARTICLE = "Như Điều "


def with_own_words(before: PlanText, after: PlanText) -> PlanText:
    """Return ``after`` with the plan's own passages wherever a print of them reads the same."""
    old_parts = list(before.parts)
    parts: list[TextPart] = []
    for part in after.parts:
        match = next((old for old in old_parts if old.kind is part.kind), None)
        if match is not None:
            old_parts.remove(match)
            part = _own_part(match, part)  # noqa: PLW2901 - the part as it is kept
        parts.append(part)
    return PlanText(tuple(parts))


def _own_part(before: TextPart, after: TextPart) -> TextPart:
    is_same_title = _printed_title(before) == _printed_title(after)
    return replace(
        after,
        title=before.title if is_same_title else after.title,
        passages=tuple(_own_passages(before, after)),
        is_landscape=before.is_landscape,
    )


def _printed_title(part: TextPart) -> str:
    title = one_line(part.title.text)
    return title.upper() if part.kind is TextPartKind.ANNEX else title


def _own_passages(before: TextPart, after: TextPart) -> Iterator[Passage]:
    old, new = _keys(before), _keys(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, _, j1, j2 in matcher.get_opcodes():
        for offset in range(j2 - j1):
            if tag == "equal":
                yield replace(before.passages[i1 + offset], id=None)
            else:
                yield after.passages[j1 + offset]


def _keys(part: TextPart) -> list[tuple[object, ...]]:
    """Return per passage what a print of it says; the level of a paragraph is not seen there."""
    return [
        (
            _printed_kind(passage),
            one_line(passage.number),
            _printed_words(passage),
            _printed_table(passage),
        )
        for passage in without_printed_style(part.passages)
    ]


def _printed_kind(passage: Passage) -> PassageKind:
    """Return a single ground, which ends in a stop on paper, as the ground that it is."""
    runs = passage.text.words.runs
    if passage.kind is PassageKind.TEXT and runs and all(run.italic for run in runs):
        return PassageKind.BASIS
    return passage.kind


def _printed_words(passage: Passage) -> str:
    if passage.kind is PassageKind.PART:
        return one_line(passage.text.text).upper()
    if _printed_kind(passage) is PassageKind.BASIS:
        return one_line(passage.text.text).rstrip(" .;,")
    return passage.text.words.markup


def _printed_table(passage: Passage) -> tuple[tuple[str, ...], ...]:
    """Return a table's words; those of its heading are printed bold whatever they are."""
    table = passage.table
    if table is None:
        return ()
    return tuple(
        tuple(cell.text if place < table.header_rows else cell.markup for cell in row)
        for place, row in enumerate(table.rows)
    )


def with_own_details(before: PlanDocument, after: PlanDocument, usual: Signer) -> PlanDocument:
    """Return ``after`` without what the form adds: the archive's line and the usual signer."""
    named = tuple(name for name in after.recipients if not name.startswith(_ARCHIVE))
    is_usual = not before.recipients and all(name.startswith(_ARTICLE) for name in named)
    return replace(
        after,
        recipients=before.recipients if is_usual or named == before.recipients
        else after.recipients,
        signer=None if before.signer is None and after.signer == usual else after.signer,
    )  # fmt: skip
