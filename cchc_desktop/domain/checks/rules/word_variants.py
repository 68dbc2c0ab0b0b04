"""Two accepted spellings of one word in one annex.

Example: "hàng năm" in six cells and "hằng năm" in one.
Source: ``resources/catalogues/common-words.toml``; a document keeps to one spelling.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.mixed_words import Use, rarer_ways


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the rarer spelling of each pair, where it first stands."""
    lowered = list(_lowered(context))
    for pair in context.reference.words.variants:
        sought = [(word, re.compile(rf"\b{re.escape(word)}\b")) for word in pair]
        uses: list[Use] = [
            (word, cell, match.span())
            for cell, words in lowered
            for word, pattern in sought
            if word in words
            for match in pattern.finditer(words)
        ]
        yield from rarer_ways(uses, preferred=pair[0])


def _lowered(context: CheckContext) -> Iterator[tuple[Cell, str]]:
    """Yield the cells in small letters, each letter in its place."""
    for cell in context.cells:
        words = cell.text.lower()
        if len(words) == len(cell.text):
            yield cell, words


CHECK = Check(
    "word_variants", FindingSeverity.HINT, "Thông lệ: mỗi từ viết một cách trong văn bản", find
)
