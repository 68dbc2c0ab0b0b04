"""Documents cited in a wording: "Nghị quyết số 04/NQ-CP ngày 10/01/2022 của Chính phủ".

A symbol is "number/TYPE-BODY" (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3.b),
"number/year/TYPE-BODY" for legal documents, or "number-TYPE/BODY" for the Party's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.text_finding import Span

TYPES = (
    "nghị quyết liên tịch|nghị quyết|nghị định|quyết định|chỉ thị|thông tư liên tịch|thông tư|"
    "kế hoạch|chương trình hành động|chương trình|công văn|thông báo kết luận|thông báo|báo cáo|"
    "tờ trình|hướng dẫn|kết luận|đề án|quy định|quy chế|công điện|phương án|pháp lệnh|bộ luật|"
    "luật|văn bản"
)
_SYMBOL = r"[A-ZĐ][A-Za-zĐđƯưy0-9&]*(?:[-–/][A-ZĐƯ][A-Za-zĐđƯưy0-9&]*)*"
_CITATION = re.compile(
    rf"(?:(?P<type>(?i:\b(?:{TYPES})))\s+)?(?:(?i:số)[:\s]+)?"
    rf"(?<![\w/.-])(?P<number>\d{{1,5}})(?:/(?P<year>(?:19|20)\d\d))?[-/](?P<symbol>{_SYMBOL})"
)
_DATE_AFTER = re.compile(
    r"[\s,]*(?:ban hành\s+)?ngày\s+(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})"
    r"(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>\d{4})(?!\d)"
)
_ISSUER_AFTER = pattern(r"\s+của\s+(?P<issuer>[{U}][^,;:.()\n]*)")


@dataclass(frozen=True, slots=True)
class Citation:
    """A document cited in a wording ("viện dẫn").

    Attributes:
        span: Where it stands, with its kind, date and issuer.
        type_name: The kind of document named right before the number, or "".
        type_symbol: The abbreviation of the kind in its symbol, or "" where it has none.
        body: What the symbol says of who issued it: "CP", "UBTVQH13".
        symbol_year: The year in the symbol, or None.
        day_words: The date as written, or "".
        issued_on: The date, or None where none is written or it does not exist.
        issuer: What follows "của", or "".
    """

    span: Span
    type_name: str
    number: str
    symbol: str
    type_symbol: str
    body: str
    symbol_year: int | None
    day_words: str = ""
    issued_on: date | None = None
    issuer: str = ""

    @property
    def name(self) -> str:
        """Its number and symbol: the same document has the same name."""
        year = f"/{self.symbol_year}" if self.symbol_year else ""
        return f"{self.number.lstrip('0')}{year}/{self.symbol.replace('–', '-')}"


@lru_cache(maxsize=16384)
def citations(text: str) -> tuple[Citation, ...]:
    """Return the documents that ``text`` cites by number, in order."""
    return tuple(_citations(text)) if "/" in text else ()


def cited_spans(text: str) -> tuple[Span, ...]:
    """Return the stretches of ``text`` that cite documents."""
    return tuple(citation.span for citation in citations(text))


def without_citations(text: str) -> str:
    """Return ``text`` with citations blanked out, every other character in its place."""
    for start, end in cited_spans(text):
        text = text[:start] + "·" * (end - start) + text[end:]
    return text


def existing_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None when the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _citations(text: str) -> Iterator[Citation]:
    for match in _CITATION.finditer(text):
        end = match.end()
        dated = _DATE_AFTER.match(text, end)
        end = dated.end() if dated else end
        issued = _ISSUER_AFTER.match(text, end)
        parts = re.split(r"[-–/]", match["symbol"], maxsplit=1)
        kind, body = parts if len(parts) > 1 else ("", parts[0])
        yield Citation(
            (match.start(), end),
            match["type"] or "",
            match["number"],
            match["symbol"],
            kind,
            body,
            int(match["year"]) if match["year"] else None,
            dated[0].strip(" ,") if dated else "",
            existing_day(*(int(dated[x]) for x in ("year", "month", "day"))) if dated else None,
            issued["issuer"].strip() if issued else "",
        )
