"""Percentages with a space before the sign beside others without.

Example: "100 % số lãnh đạo" in one place and "100%" elsewhere.
Source: practice; a document keeps to one way, and the real plans write "100%".
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.mixed_words import Use, rarer_ways

_PERCENT = re.compile(r"\d( ?)%")


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the rarer way, where it first stands."""
    uses: list[Use] = [
        (match[1], cell, _whole(cell.text, match))
        for cell in context.cells
        if "%" in cell.text
        for match in _PERCENT.finditer(cell.text)
    ]
    yield from rarer_ways(uses, preferred="")


def _whole(text: str, match: re.Match[str]) -> tuple[int, int]:
    start = match.start()
    while start > 0 and text[start - 1] in "0123456789,.":
        start -= 1
    return start, match.end()


CHECK = Check(
    "percent_spacing", FindingSeverity.HINT, "Thông lệ: viết liền “100%” trong cả văn bản", find
)
