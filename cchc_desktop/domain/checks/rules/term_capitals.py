"""One term with different capitals in the middle of sentences.

Example: "công tác Cải cách hành chính" in one cell, "nhiệm vụ cải cách hành chính" in another.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục II names what takes a capital; a term cannot both take
one and not.  The terms are in ``resources/catalogues/common-words.toml``.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.domain.checks.check import Check, Hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import LOWER
from cchc_desktop.domain.checks.mixed_words import Use, other_ways

_NAMES = (
    "Chỉ đạo", "Kế hoạch", "Chương trình", "Đề án", "Nghị quyết", "Chỉ thị", "Quyết định",
    "Báo cáo", "Trung tâm", "Phòng", "Sở", "Tổ công tác", "Hội đồng",
)  # fmt: skip


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield each term with more capitals than elsewhere, where it first stands so.

    In the name of a body or of a document ("Ban Chỉ đạo Cải cách hành chính", "Kế hoạch Cải cách
    hành chính năm 2024") a capital is right (Phụ lục II, mục IV.1.a and V.6).

    Only the term right after a small letter is looked at: there no sentence begins.
    """
    terms = context.reference.words.terms
    if not terms:
        return
    uses: dict[str, list[Use]] = {term: [] for term in terms}
    sought = _pattern(terms)
    for cell in context.cells:
        words = cell.text.lower()
        if not any(term in words for term in terms):
            continue
        for match in sought.finditer(cell.text):
            term = match[0].lower()
            if term in uses and not match[0].isupper():
                uses[term].append((match[0], cell, match.span()))
    for used in uses.values():
        ways = {str(way) for way, _, _ in used}
        if len(ways) > 1:
            yield from other_ways(used, min(ways, key=_capital_count))


def _capital_count(words: str) -> tuple[int, str]:
    return sum(char.isupper() for char in words), words


@lru_cache(maxsize=4)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(map(re.escape, terms))
    names = "".join(f"(?<!{name} )" for name in _NAMES)
    return re.compile(rf"(?<=[{LOWER}] ){names}(?i:{words})\b")


CHECK = Check("term_capitals", FindingSeverity.HINT, "Nghị định 30/2020/NĐ-CP, Phụ lục II", find)
