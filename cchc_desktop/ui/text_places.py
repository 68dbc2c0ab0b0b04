"""Where passages go when they move by one neighbour, and what text between headings belongs to."""

from collections.abc import Sequence

from cchc_desktop.domain import plan_text_editing as editing
from cchc_desktop.domain.plan_text import PassageKind, TextPart, belongs


def place_above(part: TextPart, places: Sequence[int]) -> int | None:
    """Return before which place passages must go to stand before their neighbour, or None."""
    start = min(places)
    rank = part.passages[start].kind.rank
    before = start - 1
    while rank and before > 0 and belongs(part.passages[before], rank):
        before -= 1
    return before if before >= 0 else None


def place_below(part: TextPart, places: Sequence[int]) -> int | None:
    """Return before which place passages must go to stand behind their neighbour, or None."""
    stop = max(editing.with_blocks(part, places)) + 1
    if stop >= len(part.passages):
        return None
    rank = part.passages[min(places)].kind.rank
    is_sibling = part.passages[stop].kind.rank == rank and rank > 0
    return part.block(stop).stop if is_sibling else stop + 1


def rank_before(part: TextPart, place: int) -> int:
    """Return the rank of the heading that text at a place belongs to."""
    if place == 0:
        return 0
    before = part.passages[place - 1]
    return before.kind.rank or (0 if before.kind is PassageKind.BASIS else before.level)
