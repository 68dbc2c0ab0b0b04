"""An abbreviation that the plan does not explain and that is not a common one.

Example: "Sau khi có văn bản của HU".  "UBND", "TTHC" and the others in
``resources/catalogues/abbreviations.toml``, and those in the catalogue of agencies, are common.
Source: practice; words are written in full at their first place with "(viết tắt là …)".
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.abbreviation_words import (
    abbreviations,
    explained,
    is_slip,
    known_words,
)
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield each such abbreviation once, where it first stands."""
    known = known_words(context)
    seen = set(explained(context) | known)
    for cell, span, word in abbreviations(context):
        if word not in seen:
            seen.add(word)
            # "DCCI" for "DDCI" is a slip, which another check names.
            if any(is_slip(word, other) for other in known):
                continue
            yield cell_hit(cell, span, name=word)


CHECK = Check(
    "abbreviation_unexplained",
    FindingSeverity.HINT,
    "Thông lệ: viết đầy đủ lần đầu, kèm chữ viết tắt trong ngoặc",
    find,
)
