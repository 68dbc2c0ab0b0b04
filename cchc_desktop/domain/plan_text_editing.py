"""What an officer does to the passages of a text: pure steps from one order to the next.

Passages are named by their places in the part, from 0.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from cchc_desktop.domain.errors import MoveNotPossible
from cchc_desktop.domain.plan_text import Passage, PassageKind, TextPart
from cchc_desktop.domain.report_text import LiveText

Passages = tuple[Passage, ...]

_DEEPER = {
    PassageKind.PART: PassageKind.ITEM,
    PassageKind.ARTICLE: PassageKind.ITEM,
    PassageKind.ITEM: PassageKind.POINT,
    PassageKind.SUBITEM: PassageKind.POINT,
    PassageKind.MINOR: PassageKind.POINT,
    PassageKind.POINT: PassageKind.DASH,
    PassageKind.DASH: PassageKind.PLUS,
}
_HIGHER = {
    PassageKind.ITEM: PassageKind.PART,
    PassageKind.SUBITEM: PassageKind.ITEM,
    PassageKind.MINOR: PassageKind.SUBITEM,
    PassageKind.POINT: PassageKind.ITEM,
    PassageKind.DASH: PassageKind.POINT,
    PassageKind.PLUS: PassageKind.DASH,
}


def inserted(part: TextPart, place: int, passages: Iterable[Passage]) -> Passages:
    """Return the passages with further ones before ``place``."""
    every = part.passages
    return (*every[:place], *passages, *every[place:])


def after_block(part: TextPart, place: int) -> int:
    """Return the place behind a passage and all that belongs to it."""
    return part.block(place).stop


def split(part: TextPart, place: int, offset: int) -> Passages:
    """Return the passages with one of them parted in two of its kind at a character.

    The words that stay with the passage's own id are those it has more of a claim to: all of
    them where it is parted before its first word.  A number of its own stays with the first.
    """
    passage = part.passages[place]
    text = passage.text
    head = text.sliced(0, offset).trimmed()
    tail = text.sliced(offset, len(text.text)).trimmed()
    if not head:
        new = replace(passage, text=LiveText(), id=None)
        return inserted(part, place, [new])
    first = replace(passage, text=head)
    second = replace(passage, text=tail, id=None, own_number="")
    every = part.passages
    return (*every[:place], first, second, *every[place + 1 :])


def merged(part: TextPart, place: int) -> Passages:
    """Return the passages with one of them joined to the end of the one before it.

    Raises:
        MoveNotPossible: Nothing stands before it, or one of the two is a table.
    """
    if place == 0:
        raise MoveNotPossible(reason="no_passage_before")
    before, passage = part.passages[place - 1 : place + 1]
    if PassageKind.TABLE in (before.kind, passage.kind):
        raise MoveNotPossible(reason="no_passage_before")
    every = part.passages
    if not before.text:
        # What was empty goes; the words keep their kind, their number and their id.
        return (*every[: place - 1], *every[place:])
    joined = replace(before, text=before.text.followed_by(passage.text, " "))
    return (*every[: place - 1], joined, *every[place + 1 :])


def deleted(part: TextPart, places: Collection[int]) -> Passages:
    """Return the passages without some of them; what belonged to them stays."""
    return tuple(p for place, p in enumerate(part.passages) if place not in places)


def moved(part: TextPart, places: Collection[int], before: int) -> Passages:
    """Return the passages with some of them, and what belongs to them, before another place.

    Raises:
        MoveNotPossible: They would go among themselves.
    """
    taken = with_blocks(part, places)
    if before in taken and before - 1 in taken:
        raise MoveNotPossible(reason="among_itself")
    every = part.passages
    head = [p for place, p in enumerate(every[:before]) if place not in taken]
    tail = [p for place, p in enumerate(every) if place >= before and place not in taken]
    return (*head, *(every[place] for place in sorted(taken)), *tail)


def with_blocks(part: TextPart, places: Iterable[int]) -> frozenset[int]:
    """Return the places together with those of all that belongs to them."""
    return frozenset(one for place in places for one in part.block(place))


def with_kind(
    part: TextPart, places: Collection[int], kind: PassageKind, level: int = 0
) -> Passages:
    """Return the passages with some of them made another kind.

    Text that belonged to one of them still does.  ``level`` is for text only: the rank of the
    heading it is to belong to.
    """
    every = list(part.passages)
    for place in sorted(places):
        _set_kind(part, every, place, kind, level)
    return tuple(every)


def indented(part: TextPart, places: Collection[int]) -> Passages:
    """Return the passages with some of them, and what belongs to them, one level deeper.

    A passage takes the kind that its new neighbours have; text goes to the heading before it.
    """
    every = list(part.passages)
    chosen = _tops(part, places)
    for place in chosen:
        passage = every[place]
        if passage.is_heading:
            kind = _kind_below(part, place)
            if kind is not None:
                _shift(part, every, place, kind)
        elif passage.kind in (PassageKind.TEXT, PassageKind.TABLE):
            every[place] = replace(passage, level=_rank_before(every, place))
    return tuple(every)


def outdented(part: TextPart, places: Collection[int]) -> Passages:
    """Return the passages with some of them one level higher; what belongs to them still does."""
    every = list(part.passages)
    for place in _tops(part, places):
        passage = every[place]
        if passage.is_heading:
            kind = _kind_above(every, place)
            if kind is not None:
                _shift(part, every, place, kind)
        elif passage.level:
            higher = [p.kind.rank for p in every[:place] if 0 < p.kind.rank < passage.level]
            every[place] = replace(passage, level=_nearest_higher(every, place, higher))
    return tuple(every)


def with_own_number(part: TextPart, place: int, written: str) -> Passages:
    """Return the passages with the number of one of them as written; "" follows the order."""
    passage = part.passages[place]
    own = written.strip() if passage.is_heading else ""
    return _replaced(part, place, replace(passage, own_number=own))


def renumbered(part: TextPart) -> Passages:
    """Return the passages with all their numbers following from the order."""
    return tuple(replace(passage, own_number="") for passage in part.passages)


def _replaced(part: TextPart, place: int, passage: Passage) -> Passages:
    every = part.passages
    return (*every[:place], passage, *every[place + 1 :])


def _tops(part: TextPart, places: Collection[int]) -> list[int]:
    """Return the places that belong to no other of them."""
    covered: set[int] = set()
    tops = []
    for place in sorted(places):
        if place not in covered:
            tops.append(place)
            covered.update(part.block(place))
    return tops


def _set_kind(
    part: TextPart, every: list[Passage], place: int, kind: PassageKind, level: int
) -> None:
    passage = every[place]
    rank = kind.rank or level
    for child in list(part.block(place))[1:]:
        if not every[child].is_heading and every[child].level == passage.kind.rank:
            every[child] = replace(every[child], level=rank)
    every[place] = replace(passage, kind=kind, level=rank, own_number="")


def _shift(
    part: TextPart,
    every: list[Passage],
    place: int,
    kind: PassageKind,
) -> None:
    """Give a heading its new kind; what belongs to it goes deeper where it has to stay below."""
    block = part.block(place)
    new_ranks = {every[place].kind.rank: kind.rank}
    every[place] = replace(every[place], kind=kind, level=kind.rank, own_number="")
    for child in block[1:]:
        passage = every[child]
        rank = passage.kind.rank or passage.level
        if not passage.is_heading:
            every[child] = replace(passage, level=_new_rank(new_ranks, rank))
            continue
        new_ranks = {old: new for old, new in new_ranks.items() if old < rank}
        above = _new_rank(new_ranks, rank)
        new = passage.kind
        while new.rank <= above and new in _DEEPER:
            new = _DEEPER[new]
        new_ranks[rank] = new.rank
        every[child] = replace(passage, kind=new, level=new.rank, own_number="")


def _new_rank(new_ranks: Mapping[int, int], rank: int) -> int:
    """Return the rank that the nearest heading of ``rank`` or higher has now."""
    return new_ranks[max(old for old in new_ranks if old <= rank)]


def _kind_below(part: TextPart, place: int) -> PassageKind | None:
    """Return the kind a heading takes one level deeper, or None where it cannot go there."""
    passage = part.passages[place]
    rank = passage.kind.rank
    sibling = next(
        (p for p in reversed(range(place)) if 0 < part.passages[p].kind.rank <= rank), None
    )
    if sibling is None or part.passages[sibling].kind.rank < rank:
        # Its parent stands right above: it can still go deeper below it, as the first there.
        return _DEEPER.get(passage.kind)
    children = [part.passages[p] for p in part.block(sibling) if part.passages[p].is_heading]
    deeper = [child.kind for child in children if child.kind.rank > rank]
    if deeper:
        return min(deeper, key=lambda kind: kind.rank)
    if passage.kind is PassageKind.ITEM and _uses(part.passages, PassageKind.SUBITEM):
        return PassageKind.SUBITEM
    return _DEEPER.get(passage.kind)


def _kind_above(every: Sequence[Passage], place: int) -> PassageKind | None:
    """Return the kind of the heading that a heading belongs to, else the usual one above."""
    rank = every[place].kind.rank
    for passage in reversed(every[:place]):
        if 0 < passage.kind.rank < rank:
            return passage.kind
    return _HIGHER.get(every[place].kind)


def _rank_before(every: Sequence[Passage], place: int) -> int:
    return next((p.kind.rank for p in reversed(every[:place]) if p.is_heading), 0)


def _nearest_higher(every: Sequence[Passage], place: int, ranks: Sequence[int]) -> int:
    """Return the rank of the nearest heading above that is one of ``ranks``, else 0."""
    for passage in reversed(every[:place]):
        if passage.kind.rank in ranks:
            return passage.kind.rank
    return 0


def _uses(passages: Iterable[Passage], kind: PassageKind) -> bool:
    return any(passage.kind is kind for passage in passages)
