"""Pairing the items of two lists of wordings: which one became which, and which stand elsewhere."""

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from cchc_desktop.domain.word_difference import likeness

_ALIKE = 0.4
"""The likeness from which two wordings between the same neighbours are one."""

_ALIKE_ELSEWHERE = 0.65
"""The same where one stands at another place."""

_MOST_COMPARED = 10_000
"""Above this product of lengths wordings are no longer compared each with each."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An item of the old list and the one it became ("cặp đoạn tương ứng").

    Attributes:
        old: Its place in the old list, or None for a new item.
        new: Its place in the new list, or None for one that is gone.
        is_moved: Whether it stands elsewhere among the others.
    """

    old: int | None
    new: int | None
    is_moved: bool = False


def aligned(
    old: Sequence[str], new: Sequence[str], known: Mapping[int, int] | None = None
) -> tuple[Pair, ...]:
    """Pair two lists of wordings; every item of both is in exactly one pair.

    Equal wordings are paired first, wherever they stand; between them those that are alike,
    in order; last those that are very much alike.  Pairs come in the order of the new list,
    an item that is gone behind the one it stood behind.

    Args:
        old: The wordings of the old list.
        new: The wordings of the new list.
        known: By the place in the new list: pairs that are certain.
    """
    partner = dict(known or {})
    _pair_equal(old, new, partner)
    _pair_alike_between(old, new, partner)
    _pair_alike_elsewhere(old, new, partner)
    moved = moved_places(partner)
    return tuple(_in_order(len(old), len(new), partner, moved))


def moved_places(partner: Mapping[int, int]) -> frozenset[int]:
    """Return the fewest places of the new list whose items must have moved.

    Args:
        partner: By the place in the new list: the place in the old one.
    """
    places = sorted(partner)
    tops: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(tops, partner[place])
        before[place] = ends[at - 1] if at else None
        tops[at : at + 1] = [partner[place]]
        ends[at : at + 1] = [place]
    stays: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        stays.add(last)
        last = before[last]
    return frozenset(places) - stays


def _pair_equal(old: Sequence[str], new: Sequence[str], partner: dict[int, int]) -> None:
    taken = set(partner.values())
    left = [i for i in range(len(old)) if i not in taken]
    right = [i for i in range(len(new)) if i not in partner]
    matcher = SequenceMatcher(None, [old[i] for i in left], [new[i] for i in right], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            partner[right[block.b + step]] = left[block.a + step]
    taken = set(partner.values())
    free: defaultdict[str, deque[int]] = defaultdict(deque)
    for i in left:
        if i not in taken:
            free[old[i]].append(i)
    for i in right:
        if i not in partner and free[new[i]]:
            partner[i] = free[new[i]].popleft()


def _pair_alike_between(old: Sequence[str], new: Sequence[str], partner: dict[int, int]) -> None:
    moved = moved_places(partner)
    anchors = [(partner[i], i) for i in sorted(partner) if i not in moved]
    taken = set(partner.values())
    last_old = last_new = -1
    for next_old, next_new in [*anchors, (len(old), len(new))]:
        left = [i for i in range(last_old + 1, next_old) if i not in taken]
        right = [i for i in range(last_new + 1, next_new) if i not in partner]
        partner |= {j: i for i, j in _best_in_order(old, new, left, right)}
        last_old, last_new = next_old, next_new


def _best_in_order(
    old: Sequence[str], new: Sequence[str], left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Yield pairs that keep the order and are alike most of all taken together."""
    if not left or not right or len(left) * len(right) > _MOST_COMPARED:
        return
    scores = [[_score(old[i], new[j]) for j in right] for i in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for a in range(len(left) - 1, -1, -1):
        for b in range(len(right) - 1, -1, -1):
            paired = scores[a][b] + best[a + 1][b + 1] if scores[a][b] else 0.0
            best[a][b] = max(best[a + 1][b], best[a][b + 1], paired)
    a = b = 0
    while a < len(left) and b < len(right):
        if scores[a][b] and best[a][b] == scores[a][b] + best[a + 1][b + 1]:
            yield left[a], right[b]
            a, b = a + 1, b + 1
        elif best[a][b] == best[a + 1][b]:
            a += 1
        else:
            b += 1


def _score(before: str, after: str) -> float:
    share = likeness(before, after)
    return share if share >= _ALIKE else 0.0


def _pair_alike_elsewhere(old: Sequence[str], new: Sequence[str], partner: dict[int, int]) -> None:
    taken = set(partner.values())
    left = [i for i in range(len(old)) if i not in taken]
    right = [i for i in range(len(new)) if i not in partner]
    if len(left) * len(right) > _MOST_COMPARED:
        return
    found = sorted(((likeness(old[i], new[j]), -i, -j) for i in left for j in right), reverse=True)
    for share, i, j in found:
        if share >= _ALIKE_ELSEWHERE and -i not in taken and -j not in partner:
            partner[-j] = -i
            taken.add(-i)


def _in_order(
    old_count: int, new_count: int, partner: Mapping[int, int], moved: frozenset[int]
) -> Iterator[Pair]:
    taken = set(partner.values())
    gone = deque(i for i in range(old_count) if i not in taken)
    for place in range(new_count):
        match = partner.get(place)
        if match is not None and place not in moved:
            while gone and gone[0] < match:
                yield Pair(gone.popleft(), None)
        yield Pair(match, place, place in moved)
    for left in gone:
        yield Pair(left, None)
