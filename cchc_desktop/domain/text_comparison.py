"""Comparing the texts of two versions, passage by passage."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from cchc_desktop.domain.alignment import aligned
from cchc_desktop.domain.compared_row import ComparedPart, ComparedRow, ComparisonKind
from cchc_desktop.domain.plan_text import Passage, PlanText, TextPart, TextPartKind
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.text_places import passage_places
from cchc_desktop.domain.word_difference import same_words

_PARTS = {
    TextPartKind.DECISION: ComparedPart.DECISION,
    TextPartKind.BODY: ComparedPart.BODY,
    TextPartKind.ANNEX: ComparedPart.ANNEX,
}


def compare_texts(left: PlanText, right: PlanText) -> Iterator[ComparedRow]:
    """Yield what became of every title and passage, in the order of the right text."""
    for kind in TextPartKind:
        olds = [part for part in left.parts if part.kind is kind]
        news = [part for part in right.parts if part.kind is kind]
        for old, new in _pairs(olds, news):
            yield from _compare_parts(_PARTS[kind], old, new)


def passage_words(passage: Passage) -> RichText:
    """Return all words of a passage; a table's cells are parted by strokes, its rows by lines."""
    if passage.table is None:
        return passage.text.words
    lines = (" | ".join(cell.text for cell in row) for row in passage.table.rows)
    words = "\n".join(lines)
    return RichText((Run(words),)) if words else EMPTY


def _pairs(
    olds: Sequence[TextPart], news: Sequence[TextPart]
) -> Iterator[tuple[TextPart | None, TextPart | None]]:
    if len(olds) == len(news):
        yield from zip(olds, news, strict=True)
    elif len(olds) <= 1 and len(news) <= 1:
        yield from zip_longest(olds, news)
    else:
        for pair in aligned([_all_words(p) for p in olds], [_all_words(p) for p in news]):
            yield (
                None if pair.old is None else olds[pair.old],
                None if pair.new is None else news[pair.new],
            )


def _all_words(part: TextPart) -> str:
    return "\n".join((part.title.text, *(passage_words(p).text for p in part.passages)))


def _compare_parts(
    part: ComparedPart, old: TextPart | None, new: TextPart | None
) -> Iterator[ComparedRow]:
    shown = new or old
    title = shown.title.text if shown is not None and part is ComparedPart.ANNEX else ""
    before = old.title.words if old else EMPTY
    after = new.title.words if new else EMPTY
    if before or after:
        yield ComparedRow(part, _kind(before, after), before, after, part_title=title)
    olds, news = old.passages if old else (), new.passages if new else ()
    old_places = passage_places(old) if old else ()
    new_places = passage_places(new) if new else ()
    pairs = aligned([_key(p) for p in olds], [_key(p) for p in news])
    for pair in pairs:
        was = None if pair.old is None else olds[pair.old]
        now = None if pair.new is None else news[pair.new]
        before = passage_words(was) if was else EMPTY
        after = passage_words(now) if now else EMPTY
        if not before and not after:
            continue
        kind = _kind(before, after)
        if kind is ComparisonKind.KEPT and pair.is_moved:
            kind = ComparisonKind.MOVED
        elif kind is ComparisonKind.KEPT and was and now and _label(was) != _label(now):
            kind = ComparisonKind.RENUMBERED
        yield ComparedRow(
            part,
            kind,
            before,
            after,
            "" if pair.old is None else old_places[pair.old],
            "" if pair.new is None else new_places[pair.new],
            title,
        )


def _key(passage: Passage) -> str:
    return " ".join(passage_words(passage).text.split())


def _label(passage: Passage) -> tuple[str, str]:
    return passage.kind.value, passage.number


def _kind(before: RichText, after: RichText) -> ComparisonKind:
    if not before:
        return ComparisonKind.ADDED
    if not after:
        return ComparisonKind.REMOVED
    is_same = same_words(before.text, after.text)
    return ComparisonKind.KEPT if is_same else ComparisonKind.CHANGED
