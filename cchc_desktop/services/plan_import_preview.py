"""What writing a whole document would do, worked out before anything is written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from cchc_desktop.domain.document_draft import DocumentDraft
from cchc_desktop.domain.office import Letterhead
from cchc_desktop.domain.plan import ParentDocument, Plan, PlanKey
from cchc_desktop.domain.plan_text import Passage, PlanText, TextPart, TextPartKind
from cchc_desktop.domain.vietnamese import comparison_key
from cchc_desktop.services.imports import ImportPreview, UnknownName

_TERM = re.compile(r"(?:giai đoạn|thời kỳ)\s+(\d{4})\s*[-–—]\s*(\d{4})", re.IGNORECASE)
_YEARS = re.compile(r"\b(20\d{2})\s*[-–—]\s*(20\d{2})\b")
_YEAR = re.compile(r"\bnăm\s+(20\d{2})\b", re.IGNORECASE)
_MILESTONE = re.compile(r"\bđến\s+(?:hết\s+)?năm\s+(20\d{2})\b", re.IGNORECASE)
_LATE_MONTH = 11


class ChangeKind(StrEnum):
    """What becomes of a passage."""

    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class PassageChange:
    """A passage that the document words otherwise.

    Attributes:
        part: Which part it stands in.
        number: Its number in the document, or in the plan where it goes.
        before: With its number; "" for a new one.
        after: With its number; "" for one that goes.
    """

    kind: ChangeKind
    part: TextPartKind
    number: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class LetterheadDifference:
    """A detail of the office that the document writes otherwise.

    Attributes:
        field: "parent", "name" or "place".
    """

    field: str
    of_office: str
    of_document: str


@dataclass(frozen=True, slots=True)
class PlanImportPreview:
    """What writing a document into the plan of ``key`` would do.

    Attributes:
        plan: The plan that is there already, or None.
        is_frozen: Whether that plan was issued, so that nothing can be written.
        had_text: Whether it has a text, which would be replaced.
        is_text_new: Whether the text would be another than it is.
        changes: How the text would differ from it; empty where there is none.
        parent: Number, symbol and day that the plan would have.
        are_details_new: Whether they, the recipients or the signer would change.
        annex: What writing the task annex would do; None without one.
        letterhead: Where the document's head differs from the office's details.
        unknown_names: Agencies that the catalogue does not have.
        milestones: For a plan of several years: the years its text sets targets for.
    """

    draft: DocumentDraft
    key: PlanKey
    plan: Plan | None
    is_frozen: bool
    had_text: bool
    is_text_new: bool
    changes: tuple[PassageChange, ...]
    parent: ParentDocument
    are_details_new: bool
    annex: ImportPreview | None
    letterhead: tuple[LetterheadDifference, ...]
    unknown_names: tuple[UnknownName, ...]
    milestones: tuple[int, ...] = ()

    @property
    def passage_count(self) -> int:
        """How many passages the document has."""
        return sum(len(part.passages) for part in self.draft.text.parts)

    @property
    def other_key(self) -> PlanKey | None:
        """The year or years its titles name, where they are not those it is written into."""
        named = named_key(self.draft)
        return named if named != self.key else None

    @property
    def changes_nothing(self) -> bool:
        """Whether the plan already says the same."""
        return (
            self.plan is not None
            and not self.is_text_new
            and not self.are_details_new
            and (self.annex is None or self.annex.changes_nothing)
        )


def proposed_key(draft: DocumentDraft) -> PlanKey | None:
    """Return the year or years that a document is for, by its titles, or None.

    A plan that names no year and is dated at the end of one is for the next.
    """
    named = named_key(draft)
    if named is not None:
        return named
    issued = draft.head.issued_on
    if issued is None:
        return None
    return PlanKey(issued.year + (issued.month >= _LATE_MONTH))


def named_key(draft: DocumentDraft) -> PlanKey | None:
    """Return the year or years that the titles of a document name, or None."""
    titles = [part.title.text.replace("\n", " ") for part in draft.text.parts]
    if draft.annex is not None:
        titles.append(draft.annex.title)
    for title in titles:
        match = _TERM.search(title) or _YEARS.search(title)
        if match and 1 < int(match[2]) - int(match[1]) + 1 <= 20:
            return PlanKey(int(match[1]), int(match[2]))
        if match := _YEAR.search(title):
            return PlanKey(int(match[1]))
    return None


def milestones_of(draft: DocumentDraft, key: PlanKey) -> tuple[int, ...]:
    """Return the years by whose end a plan for several years sets targets."""
    if key.last_year is None:
        return ()
    headings = (passage.text.text for _, passage in draft.text.passages() if passage.is_heading)
    named = {int(year) for words in headings for year in _MILESTONE.findall(words[:80])}
    return tuple(sorted(year for year in named if key.year <= year <= key.last_year))


def letterhead_differences(
    draft: DocumentDraft, letterhead: Letterhead
) -> tuple[LetterheadDifference, ...]:
    """Return where the head of a document differs from the office's details."""
    head = draft.head
    pairs = (
        ("parent", letterhead.parent, head.superior),
        ("name", letterhead.name, head.issuer),
        ("place", letterhead.place, head.place),
    )
    return tuple(
        LetterheadDifference(field, of_office, of_document)
        for field, of_office, of_document in pairs
        if of_document and _name_key(of_office) != _name_key(of_document)
    )


def text_changes(before: PlanText, after: PlanText) -> tuple[PassageChange, ...]:
    """Return how two texts differ, passage by passage, part by part."""
    changes: list[PassageChange] = []
    old_parts = list(before.parts)
    for part in after.parts:
        match = next((old for old in old_parts if old.kind is part.kind), None)
        if match is not None:
            old_parts.remove(match)
        changes += _part_changes(match, part)
    for gone in old_parts:
        changes += _part_changes(gone, TextPart(gone.kind))
    return tuple(changes)


def same_text(before: PlanText, after: PlanText) -> bool:
    """Tell whether two texts are the same but for where they are kept."""
    return _bare(before) == _bare(after)


def first_day_of(draft: DocumentDraft, key: PlanKey) -> date:
    """Return the day by which the document's head is compared with the office's details."""
    return draft.head.issued_on or date(key.year, 1, 1)


def _bare(text: PlanText) -> tuple[TextPart, ...]:
    return tuple(
        replace(part, id=None, passages=tuple(replace(p, id=None) for p in part.passages))
        for part in text.parts
    )


def _part_changes(before: TextPart | None, after: TextPart) -> Iterator[PassageChange]:
    old = _lines(before)
    new = _lines(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        both = min(i2 - i1, j2 - j1)
        for offset in range(both):
            yield _change(ChangeKind.CHANGED, after.kind, old[i1 + offset], new[j1 + offset])
        for line in old[i1 + both : i2]:
            yield _change(ChangeKind.GONE, after.kind, line, ("", ""))
        for line in new[j1 + both : j2]:
            yield _change(ChangeKind.NEW, after.kind, ("", ""), line)


def _change(
    kind: ChangeKind, part: TextPartKind, before: tuple[str, str], after: tuple[str, str]
) -> PassageChange:
    return PassageChange(kind, part, after[0] or before[0], _joined(before), _joined(after))


def _joined(line: tuple[str, str]) -> str:
    return " ".join(piece for piece in line if piece)


def _lines(part: TextPart | None) -> Sequence[tuple[str, str]]:
    """Return a part's title and passages as pairs of number and words."""
    if part is None:
        return ()
    title = [("", part.title.text)] if part.title else []
    return [*title, *((passage.number, _words(passage)) for passage in part.passages)]


def _words(passage: Passage) -> str:
    if passage.table is None:
        return passage.text.markup
    return "\n".join(" | ".join(cell.text for cell in row) for row in passage.table.rows)


def _name_key(name: str) -> str:
    return re.sub(r"^ủy ban nhân dân\b", "ubnd", comparison_key(name))
