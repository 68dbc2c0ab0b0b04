"""One abbreviation in two spellings.

Example: "DDCI" in one cell and "DCCI" in another.
Source: practice; seen in a real plan.  Two that are both common, or both explained, are two.
"""

from collections import Counter
from collections.abc import Iterator

from cchc_desktop.domain.checks.abbreviation_words import abbreviations, explained, known_words
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_FEWEST_LETTERS = 4


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the less trusted spelling of each pair, where it first stands."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[Cell, Span]] = {}
    for cell, span, word in abbreviations(context):
        counts[word] += 1
        first.setdefault(word, (cell, span))
    trusted = known_words(context) | explained(context)
    words = sorted(counts, key=lambda word: (word not in trusted, -counts[word], word))
    for index, word in enumerate(words):
        if word in trusted:
            continue
        usual = next((other for other in words[:index] if _is_slip(word, other)), None)
        if usual:
            cell, span = first[word]
            yield cell_hit(cell, span, name=word, usual=usual)


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two spellings have the same letters and differ at one place."""
    if len(one) != len(other) or len(one) < _FEWEST_LETTERS or set(one) != set(other):
        return False
    places = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(places) == 1:
        return True
    is_swapped = len(places) == 2 and places[1] == places[0] + 1
    return is_swapped and one[places[0]] == other[places[1]] and one[places[1]] == other[places[0]]


CHECK = Check(
    "abbreviation_spellings",
    FindingSeverity.WARNING,
    "Thông lệ: mỗi chữ viết tắt viết một cách",
    find,
)
