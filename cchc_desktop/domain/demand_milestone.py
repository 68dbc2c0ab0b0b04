"""By when a document asks for something: the years that its words and headings name.

"Đến năm 2025:", "b) Đến năm 2030: …", "2. Mục tiêu cụ thể đến năm 2025", "giai đoạn 2026 - 2030".
A year inside the name of another document ("Chương trình … giai đoạn 2020 - 2025") names that
document and nothing else.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.plan_text import TextPart

_YEAR = r"(?<!\d)(20\d\d)(?![\d/])"
_TERM = re.compile(rf"giai\s+đoạn\s+{_YEAR}\s*[-–]\s*(?:năm\s+)?{_YEAR}", re.IGNORECASE)
_LEAD = re.compile(
    rf"^\W*(?:phấn\s+đấu\s+|duy\s+trì\s+và\s+phấn\s+đấu\s+)?"
    rf"(?:đến|tới|trong|hết|vào)?\s*(?:hết\s+|cuối\s+)?năm\s+{_YEAR}"
    rf"(?:[\s,]*(?:phấn\s+đấu))?\s*(?P<sign>[:,;.]|$)\s*",
    re.IGNORECASE,
)
_TERM_LEAD = re.compile(
    rf"^\W*(?:trong\s+)?giai\s+đoạn\s+{_YEAR}\s*[-–]\s*{_YEAR}\s*(?P<sign>[:,;.]|$)\s*",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:đến|tới|trước|vào|trong|hết|cuối)\s+(?:hết\s+|cuối\s+)?năm\s+{_YEAR}"
    rf"|(?:^|[.;]\s+)(?:trong\s+)?năm\s+{_YEAR}\s*,",
    re.IGNORECASE,
)
_TERM_CLAUSE = re.compile(
    rf"(?:^|[.;]\s+)(?:trong\s+)?giai\s+đoạn\s+{_YEAR}\s*[-–]\s*{_YEAR}\s*,", re.IGNORECASE
)
_NAMED_WORK = re.compile(
    r"(?:chương trình|đề án|kế hoạch|chiến lược|nghị quyết|quyết định|chỉ thị|dự án|luật)"
    r"(?=\s+\w)[^.;:()\n]*?(?:(?:giai đoạn|đến(?: năm)?)\s+20\d\d(?:\s*[-–]\s*20\d\d)?"
    r"(?:,?\s+(?:định hướng|tầm nhìn)\s+đến(?:\s+năm)?\s+20\d\d)?)",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"\b(?:vào|trước|hết|trong)\s+năm\s+20\d\d", re.IGNORECASE)
_ONE_YEAR = re.compile(rf"\bnăm\s+{_YEAR}", re.IGNORECASE)


def heading_milestone(words: str) -> int | None:
    """Return the year by which all below a heading is to be done, or None."""
    if lead := _LEAD.match(words) or _TERM_LEAD.match(words):
        return _last_year(lead)
    head = words.partition(":")[0]
    if term := list(_TERM.finditer(head)):
        return _last_year(term[-1])
    years = [_last_year(match) for match in _BY.finditer(without_names(head))]
    return max(years) if years else None


def own_milestones(words: str) -> tuple[int, ...]:
    """Return the years by which a sentence itself says it is to be met, in order of time."""
    plain = without_names(words)
    found = [*_BY.finditer(plain), *_TERM_CLAUSE.finditer(plain)]
    return tuple(sorted({_last_year(match) for match in found}))


def document_milestone(title: str) -> int | None:
    """Return the last year a document is for by its title, or None where it names none."""
    if terms := list(_TERM.finditer(title)):
        return _last_year(terms[-1])
    years = _ONE_YEAR.findall(title)
    return int(years[-1]) if years else None


def without_lead(words: str) -> str:
    """Return what follows "Đến năm 2030:" at the head of a passage; all where no such head is."""
    lead = _LEAD.match(words) or _TERM_LEAD.match(words)
    return words[lead.end() :] if lead and lead["sign"] in (":", "") else words


def without_names(words: str) -> str:
    """Return ``words`` with the names of documents and programmes blanked out up to their years."""
    return _NAMED_WORK.sub(_blank, words)


def milestones(part: TextPart, default: int | None = None) -> Iterator[int | None]:
    """Yield for each passage of a paper the year of the nearest heading above, or its own."""
    above: list[tuple[int, int | None]] = []
    for place, passage in enumerate(part.passages):
        rank = passage.kind.rank
        limit = rank or passage.level + 1
        while above and above[-1][0] >= limit:
            above.pop()
        inherited = next((year for _, year in reversed(above) if year is not None), default)
        words = passage.text.text
        own = heading_milestone(words) if rank and part.has_children(place) else None
        if own is None and (_LEAD.match(words) or _TERM_LEAD.match(words)):
            own = heading_milestone(words)
        if rank:
            above.append((rank, own))
        yield own if own is not None else inherited


def _last_year(match: re.Match[str]) -> int:
    return max(int(year) for year in match.groups() if year and year.isdecimal())


def _blank(match: re.Match[str]) -> str:
    kept = _NOT_A_NAME.search(match[0])
    end = kept.start() if kept else len(match[0])
    return "·" * end + match[0][end:]
