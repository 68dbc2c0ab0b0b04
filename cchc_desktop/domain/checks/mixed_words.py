"""Two ways of writing one thing in one annex: which is rarer, and where it first stands."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from cchc_desktop.domain.checks.check import Hit, cell_hit
from cchc_desktop.domain.checks.context import Cell
from cchc_desktop.domain.text_finding import Span

Use = tuple[Hashable, Cell, Span]
"""A way of writing, and where it was used."""


def rarer_ways(uses: Iterable[Use], preferred: Hashable = None) -> Iterator[Hit]:
    """Yield each way but the usual one, where it first stands.

    Of equally frequent ways the ``preferred`` one is the usual, else the first used.
    """
    kept = list(uses)
    counts = Counter(way for way, _, _ in kept)
    if len(counts) > 1:
        usual = max(counts, key=lambda way: (counts[way], way == preferred))
        yield from other_ways(kept, usual)


def other_ways(uses: Iterable[Use], usual: Hashable) -> Iterator[Hit]:
    """Yield each way but ``usual``, where it first stands; ``usual`` must be one of them."""
    counts: Counter[Hashable] = Counter()
    first: dict[Hashable, tuple[Cell, Span]] = {}
    for way, cell, span in uses:
        counts[way] += 1
        first.setdefault(way, (cell, span))
    usual_cell, (start, end) = first[usual]
    for way, (cell, span) in first.items():
        if way != usual:
            yield cell_hit(
                cell,
                span,
                count=str(counts[way]),
                usual=usual_cell.text[start:end],
                usual_count=str(counts[usual]),
            )
