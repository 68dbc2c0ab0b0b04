"""Finds the calendar words in a deadline: days, months, quarters, half-years, years.

It only says what stands where ("Quý III", "15/12", "năm 2026"); ``deadline_calendar``
turns that into dates and ``deadline_reading`` decides what the whole cell means.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum

# Both "quý/quí" and "hằng/hàng" are in daily use.
QUARTER_WORD = r"(?:quý|quí)"
_QUARTER_MARK = rf"(?:{QUARTER_WORD}\s*|\bq\.?\s?)"
# An OCR or a hasty typist writes "l" for "I" ("Quý l/2024", "Quý lV").
_QUARTER_NUMBER = r"(?:[il]v|[il]{1,3}|0?[1-4]|một|hai|ba|tư|bốn)(?!\w)"
_MONTH_WORDS = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "tám": 8,
    "chín": 9, "mười": 10, "mười một": 11, "mười hai": 12,
}  # fmt: skip
_QUARTER_WORDS = {"một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4}
_FULL_YEAR = r"20\d\d(?![\d/])"

_PREVIOUS_YEAR = r"năm\s+(?:trước\s+liền\s+kề|liền\s+kề\s+trước|liền\s+trước|trước(?!\s+khi))"
_NEXT_YEAR = (
    r"năm\s+(?:sau\s+liền\s+kề|liền\s+kề(?:\s+sau)?|liền\s+sau|kế\s+tiếp|kế\s+sau|tiếp\s+theo|"
    r"tới|sau(?!\s+khi))"
)
_THIS_YEAR = (
    r"(?:(?:hằng|hàng|mỗi|từng)\s+năm|(?:trong\s+|cùng\s+)?năm\s+(?:kế\s+hoạch|báo\s+cáo|nay|này))"
)
_RELATIVE_YEAR = (
    rf"(?:(?P<previous>{_PREVIOUS_YEAR})|(?P<next>{_NEXT_YEAR})|(?P<this>{_THIS_YEAR}))"
)
_YEAR_SUFFIX = re.compile(
    rf"\s*[/.\-]\s*(?P<full>{_FULL_YEAR})"
    r"|\s*/\s*(?P<short>\d\d)(?![\d/])"
    rf"|\s*[,(]?\s*(?:của\s+|trong\s+)?(?:năm\s+(?P<named>{_FULL_YEAR})|{_RELATIVE_YEAR})"
)
_LIST_LINK = r"\s*(?:,|;|và|hoặc|&|\+|-|đến|tới)\s*"
_NOT_AN_ITEM = r"(?!\s*(?:tháng|ngày|lần|tuần|%|/\s*\d{1,2}(?!\d)|\.\d))"


class Grain(IntEnum):
    """How fine a calendar word is ("độ chi tiết")."""

    DAY = 1
    MONTH = 2
    QUARTER = 3
    PART_OF_YEAR = 4
    YEAR = 5
    YEARS = 6


@dataclass(frozen=True, slots=True)
class Expression:
    """A calendar word and where it stands ("từ chỉ thời gian").

    Attributes:
        start: Its first character.
        end: One past its last character.
        year: The year written with it, or None.
        year_offset: For "năm trước" -1, for "năm sau" 1, for "hằng năm" 0, else None.
        month: First month of the span.
        last_month: Last month of the span.
        day: The day, for ``Grain.DAY`` only.
        first_day: The day a span of days opens ("15 đến 20/3"), else None.
        first_year: The year a span of years opens, else None.
        has_short_year: Whether ``year`` was written with two digits.
    """

    grain: Grain
    start: int
    end: int
    year: int | None = None
    year_offset: int | None = None
    month: int = 1
    last_month: int = 12
    day: int | None = None
    first_day: int | None = None
    first_year: int | None = None
    has_short_year: bool = False


_DAY = re.compile(
    # 15/3/2024, 15-3-2024, 15.3.2024, also with spaces around the separators
    rf"(?<![\d/.])(?P<d1>\d{{1,2}})\s*(?P<sep>[/.\-])\s*(?P<m1>\d{{1,2}})\s*(?P=sep)\s*(?P<y1>{_FULL_YEAR})"
    r"|(?<![\d/.])(?P<d2>\d{1,2})/(?P<m2>\d{1,2})/(?P<y2>\d\d)(?![\d/])"
    # ngày 15 tháng 3; "6 tháng 1 lần" is no date, so the mark is needed
    r"|(?:ngày|mùng|mồng|trước|đến|hết|vào|là)\s+(?P<d3>\d{1,2})\s*[/,]?\s*tháng\s*(?P<m3>\d{1,2})(?!\d)(?!\s*lần)"
    r"|(?<![\d/.])(?P<d4>\d{1,2})\s*/\s*(?P<m4>\d{1,2})(?![\d])(?!\s*/)"
    r"|ngày\s+(?P<d5>\d{1,2})[.\-](?P<m5>\d{1,2})(?![\d.\-])"
)
_DAY_SPAN = re.compile(
    r"(?<![\d/.])(?:ngày\s+)?(?P<first>\d{1,2})\s*(?:-|đến)\s*(?:hết\s+)?(?:ngày\s+)?"
    r"(?P<last>\d{1,2})(?:\s*/\s*|\s+tháng\s+)(?P<month>\d{1,2})(?![\d])"
)
_MONTH = re.compile(
    r"(?:(?<!\d\s)\btháng|\bt\.?)\s*(?P<m1>\d{1,2})(?![\d%])"
    rf"|(?<![\d/.\-])(?P<m2>0?[1-9]|1[0-2])\s*/\s*(?={_FULL_YEAR})"
    r"|(?<!\d\s)\btháng\s+(?P<m3>mười\s+hai|mười\s+một|mười|một|hai|ba|tư|sáu|bảy|tám|chín|"
    r"năm(?!\s*\d))(?!\w)"
)
_MONTH_ITEM = re.compile(rf"{_LIST_LINK}(?:tháng\s*)?(?P<item>\d{{1,2}})(?!\d){_NOT_AN_ITEM}")
_QUARTER = re.compile(rf"{_QUARTER_MARK}(?P<item>{_QUARTER_NUMBER})")
_QUARTER_ITEM = re.compile(
    rf"{_LIST_LINK}{_QUARTER_MARK}?(?P<item>{_QUARTER_NUMBER}){_NOT_AN_ITEM}"
)
_PART_OF_YEAR = re.compile(
    r"(?<![\d/])(?:0?(?P<count>[369])|(?P<six>sáu)|(?P<nine>chín))\s*tháng"
    r"(?:\s+(?P<end>đầu|cuối)(?:\s+(?:của\s+)?năm)?)?"
    r"(?!\s*(?:/\s*lần|(?:một|1|01|2|02)\s+lần|kể|tính|từ|sau|trước|làm|triển|thực|tiếp)|\w)"
)
_YEARS = re.compile(
    rf"(?<!học\s)(?<![\d/])(?:\bnăm\s+)?(?P<first>{_FULL_YEAR})\s*(?:-|đến|tới)\s*(?:hết\s+)?(?:năm\s+)?"
    rf"(?P<last>{_FULL_YEAR})"
)
_YEAR = re.compile(
    rf"\bnăm\s+(?P<named>{_FULL_YEAR})"
    rf"|(?:^|(?<=đến\s)|(?<=trong\s)|(?<=hết\s)|(?<=trước\s)|(?<=cuối\s)"
    rf"|(?<=20\d\d,\s)|(?<=20\d\d\svà\s))(?P<bare>{_FULL_YEAR})"
    rf"|(?:(?<=trong\s)|(?<=hết\s)|(?<=cuối\s)|(?<=cả\s)){_RELATIVE_YEAR}(?!\s+\d)"
    r"|(?:(?<=trong\s)|(?<=hết\s)|(?<=cuối\s)|(?<=cả\s))năm(?!\w)(?!\s*\d)"
)


def find_expressions(text: str) -> list[Expression]:
    """Return the calendar words of ``text`` (lower case, one line) in their order."""
    found: list[Expression] = []
    position = 0
    while position < len(text):
        batch = _next_batch(text, position)
        if not batch:
            break
        found += batch
        position = max(batch[-1].end, position + 1)
    return found


def _next_batch(text: str, position: int) -> list[Expression]:
    """Return the leftmost calendar word from ``position``, with the list it opens."""
    best: tuple[int, int] | None = None
    batch: list[Expression] = []
    # The finer reading goes first: "ngày 15 tháng 3" must not be read as "tháng 3".
    for order, (pattern, read) in enumerate(_READERS):
        match = pattern.search(text, position)
        if match and (best is None or (match.start(), order) < best):
            best = (match.start(), order)
            batch = list(read(text, match))
    return batch


def _read_day_span(text: str, match: re.Match[str]) -> Iterator[Expression]:
    month = int(match["month"])
    yield _with_year(
        text,
        match.start(),
        match.end(),
        Expression(
            Grain.DAY, 0, 0, month=month, last_month=month,
            day=int(match["last"]), first_day=int(match["first"]),
        ),
    )  # fmt: skip


def _read_day(text: str, match: re.Match[str]) -> Iterator[Expression]:
    day = next(int(match[f"d{n}"]) for n in range(1, 6) if match[f"d{n}"])
    month = next(int(match[f"m{n}"]) for n in range(1, 6) if match[f"m{n}"])
    base = Expression(Grain.DAY, match.start(), match.end(), None, None, month, month, day)
    if match["y1"]:
        yield replace(base, year=int(match["y1"]))
    elif match["y2"]:
        yield replace(base, year=2000 + int(match["y2"]), has_short_year=True)
    else:
        yield _with_year(text, match.start(), match.end(), base)


def _read_months(text: str, match: re.Match[str]) -> Iterator[Expression]:
    word = match["m1"] or match["m2"]
    first = int(word) if word else _MONTH_WORDS[re.sub(r"\s+", " ", match["m3"])]
    end = match.end("m1") if match["m1"] else match.end("m2") if match["m2"] else match.end()
    start = match.start()
    while True:
        item = None if _YEAR_SUFFIX.match(text, end) else _MONTH_ITEM.match(text, end)
        base = Expression(Grain.MONTH, start, end, month=first, last_month=first)
        if item is None:
            yield _with_year(text, start, end, base)
            return
        yield base
        first, start, end = int(item["item"]), item.start("item"), item.end()


def _read_quarters(text: str, match: re.Match[str]) -> Iterator[Expression]:
    item: re.Match[str] | None = match
    start, end = match.start(), match.end()
    while item is not None:
        last_month = 3 * _quarter(item["item"])
        base = Expression(Grain.QUARTER, start, end, month=last_month - 2, last_month=last_month)
        item = None if _YEAR_SUFFIX.match(text, end) else _QUARTER_ITEM.match(text, end)
        if item is None:
            yield _with_year(text, start, end, base)
        else:
            yield base
            start, end = item.start("item"), item.end()


def _quarter(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return _QUARTER_WORDS.get(word) or (4 if word.endswith("v") else len(word))


def _read_part_of_year(text: str, match: re.Match[str]) -> Iterator[Expression]:
    count = int(match["count"] or (6 if match["six"] else 9))
    if count == 3 and not match["end"]:
        return  # "3 tháng" alone is a length of time, no part of the calendar
    first, last = (13 - count, 12) if match["end"] == "cuối" else (1, count)
    base = Expression(Grain.PART_OF_YEAR, 0, 0, month=first, last_month=last)
    year = re.compile(rf"\s*(?P<full>{_FULL_YEAR})").match(text, match.end())
    if year and match["end"]:
        yield replace(base, start=match.start(), end=year.end(), year=int(year["full"]))
    else:
        yield _with_year(text, match.start(), match.end(), base)


def _read_years(_text: str, match: re.Match[str]) -> Iterator[Expression]:
    yield Expression(
        Grain.YEARS, match.start(), match.end(), int(match["last"]), first_year=int(match["first"])
    )


def _read_year(_text: str, match: re.Match[str]) -> Iterator[Expression]:
    word = match["named"] or match["bare"]
    year, offset = (int(word), None) if word else (None, _offset(match) or 0)
    yield Expression(Grain.YEAR, match.start(), match.end(), year, offset)


_READERS = (
    (_DAY_SPAN, _read_day_span),
    (_DAY, _read_day),
    (_YEARS, _read_years),
    (_PART_OF_YEAR, _read_part_of_year),
    (_QUARTER, _read_quarters),
    (_MONTH, _read_months),
    (_YEAR, _read_year),
)


def _with_year(text: str, start: int, end: int, base: Expression) -> Expression:
    """Return ``base`` from ``start``, taking in the year that follows it, if any."""
    suffix = _YEAR_SUFFIX.match(text, end)
    if suffix is None:
        return replace(base, start=start, end=end)
    base = replace(base, start=start, end=suffix.end())
    if word := suffix["full"] or suffix["named"]:
        return replace(base, year=int(word))
    if suffix["short"]:
        return replace(base, year=2000 + int(suffix["short"]), has_short_year=True)
    return replace(base, year_offset=_offset(suffix))


def _offset(match: re.Match[str]) -> int | None:
    if match["previous"]:
        return -1
    if match["next"]:
        return 1
    return 0 if match["this"] else None
