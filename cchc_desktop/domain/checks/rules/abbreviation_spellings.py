"""One abbreviation in two spellings.

Example: "DDCI" in one place and "DCCI" in another.
Source: practice; seen in real plans.  Two that are both common, or both explained, are two, unless
both are explained by the same words.
"""

from collections import Counter
from collections.abc import Iterator

from cchc_desktop.domain.checks.abbreviation_words import (
    abbreviations,
    explained,
    is_slip,
    known_words,
    meanings,
)
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_NONE: frozenset[str] = frozenset()


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the less trusted spelling of each pair, where it first stands."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[Cell, Span]] = {}
    for cell, span, word in abbreviations(context):
        counts[word] += 1
        first.setdefault(word, (cell, span))
    known, said = known_words(context), meanings(context)
    trusted = known | explained(context)
    words = sorted(
        counts, key=lambda word: (word not in known, word not in trusted, -counts[word], word)
    )
    for index, word in enumerate(words):
        if word in known:
            continue
        usual = next((other for other in words[:index] if is_slip(word, other)), None)
        # Two that are explained are two, unless by the same words.
        if usual and word in trusted and not said.get(word, _NONE) & said.get(usual, _NONE):
            continue
        if usual:
            cell, span = first[word]
            yield cell_hit(cell, span, name=word, usual=usual)


CHECK = Check(
    "abbreviation_spellings",
    FindingSeverity.WARNING,
    "Thông lệ: mỗi chữ viết tắt viết một cách",
    find,
)
