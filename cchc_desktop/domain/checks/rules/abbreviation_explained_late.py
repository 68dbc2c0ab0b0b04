"""An abbreviation that is used before the place that explains it.

Example: "theo chỉ đạo của BCĐ" in the opening words and "Ban Chỉ đạo (BCĐ)" only in part IV.
Source: practice; words are written in full at their first place, the abbreviation in brackets.
Common abbreviations and those in the catalogue of agencies need no explaining.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.abbreviation_words import (
    abbreviations,
    first_explained,
    known_words,
)
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the first use of each abbreviation that is explained only later in print."""
    explained = first_explained(context)
    seen = set(known_words(context))
    for cell, span, word in abbreviations(context):
        if word in seen or word not in explained:
            continue
        seen.add(word)
        where, letter = explained[word]
        if cell is not where or span[0] < letter:
            yield cell_hit(cell, span, name=word)


CHECK = Check(
    "abbreviation_explained_late",
    FindingSeverity.HINT,
    "Thông lệ: giải thích chữ viết tắt ở chỗ dùng đầu tiên",
    find,
)
