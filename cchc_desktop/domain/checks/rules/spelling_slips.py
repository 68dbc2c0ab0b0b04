"""A slip of typing that is never right.

Example: "chuyên đổi số" for "chuyển đổi số", "tinh giảm biên chế" for "tinh giản biên chế".
Source: ``resources/catalogues/common-words.toml``; seen in real plans.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the slips; one listed with a capital is a slip only so written."""
    slips = context.reference.words.slips
    sought = {slip.lower(): _pattern(slip) for slip in slips}
    for cell in context.cells:
        words = cell.text.lower()
        # Looking for plain words first is ten times faster than one pattern of all of them.
        for slip in [slip for slip in sought if slip in words]:
            for match in sought[slip].finditer(cell.text):
                right = _right(match[0], slips)
                if right:
                    yield cell_hit(cell, match.span(), right=right)


@lru_cache(maxsize=512)
def _pattern(slip: str) -> re.Pattern[str]:
    return re.compile(rf"\b{re.escape(slip)}\b", re.IGNORECASE)


def _right(written: str, slips: Mapping[str, str]) -> str:
    if written in slips:
        return slips[written]
    right = slips.get(written.lower(), "")
    return right[:1].upper() + right[1:] if written[0].isupper() else right


CHECK = Check("spelling_slips", FindingSeverity.WARNING, "Chính tả; danh mục từ hay viết sai", find)
