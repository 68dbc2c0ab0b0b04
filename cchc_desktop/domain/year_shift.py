"""Finds the years in a wording that move when a plan is carried to another year.

What belongs to the plan's year moves with it: "năm 2024", "Quý I/2024", "trước ngày
10/12/2023".  What names something else stays: cited documents and laws, spans ("giai đoạn
2021-2025"), milestones ("đến năm 2025"), standards ("ISO 9001:2015").  Where the words leave
it open the shift is offered with the reason for doubt, and the officer decides.
"""

import re
from calendar import isleap
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from cchc_desktop.domain.checks.citations import TYPES, without_citations
from cchc_desktop.domain.rich_text import RichText, Run


class ShiftReason(StrEnum):
    """Why a year moves, or why that is not certain ("lý do đổi năm")."""

    PLAN_YEAR = "plan_year"
    """It is the plan's year."""
    DUE = "due"
    """It is a day, month or quarter around the plan's year by which something is due."""
    SCHOOL_YEAR = "school_year"
    """It is half of a school year that the plan's year lies in."""
    NEXT_PLAN = "next_plan"
    """It is the year that the plan or budget to be made is for."""
    PREVIOUS_YEAR = "previous_year"
    """In doubt: the year before, which words may look back on."""
    NEXT_YEAR = "next_year"
    """In doubt: the year after."""
    SINCE = "since"
    """In doubt: something counts from this year on, or until it."""
    DOCUMENT_DAY = "document_day"
    """In doubt: it may be the date of a document."""
    OF_LAW = "of_law"
    """In doubt: it may be the year of a law."""
    BARE = "bare"
    """In doubt: a number that only looks like a year."""
    OTHER_YEAR = "other_year"
    """In doubt: a due day far from the plan's year."""
    WHOLE_PERIOD = "whole_period"
    """In doubt: a deadline for all years of a plan becomes one for the year."""

    @property
    def is_sure(self) -> bool:
        """Whether it is proposed without doubt."""
        return self in _SURE


_SURE = (
    ShiftReason.PLAN_YEAR,
    ShiftReason.DUE,
    ShiftReason.SCHOOL_YEAR,
    ShiftReason.NEXT_PLAN,
)


@dataclass(frozen=True, slots=True)
class YearShift:
    """One year that moves ("năm cần đổi").

    Attributes:
        start: Its first character in the wording.
        end: One past its last.
    """

    start: int
    end: int
    before: str
    after: str
    reason: ShiftReason


_FARTHEST = 5
_FULL = re.compile(r"(?<![\d.,:])(?:19|20)\d\d(?!\d|[.,]\d)")
_SHORT = re.compile(
    r"(?:(?<![\d/])\d{1,2}/\d{1,2}|\b(?:quý|quí|q\.?)\s*(?:iv|i{1,3}|[1-4]))"
    r"\s*/\s*(?P<year>\d\d)(?![\d/])",
    re.IGNORECASE,
)
_DOTTED = re.compile(
    r"(?<![\d.])(?:\d{1,2}\.\d{1,2}|\bt\d{1,2})\.(?P<year>20\d\d)(?!\d|[.,]\d)", re.IGNORECASE
)
_LEAP_DAY = re.compile(
    r"(?<!\d)29(?P<month>\s*[/.\-]\s*0?2\s*[/.\-]\s*|\s+tháng\s+0?2,?\s+năm\s+)$", re.IGNORECASE
)
_SPAN = re.compile(
    r"(?<![\d/.\-])(?P<first>20\d\d)\s*(?:[-–—]|đến|tới)\s*(?:hết\s+)?(?:năm\s+)?(?P<last>20\d\d)(?!\d)",
    re.IGNORECASE,
)
_WHOLE_PERIOD = re.compile(
    r"(?:trong\s+)?(?:cả\s+)?(?:giai\s+đoạn|các\s+năm|từ\s+năm|năm)\s+20\d\d\s*(?:[-–—]|đến|tới)"
    r"\s*(?:hết\s+)?(?:năm\s+)?20\d\d\.?",
    re.IGNORECASE,
)
_SCHOOL = re.compile(r"năm\s+học\s+$", re.IGNORECASE)
_FULL_DAY = re.compile(
    r"\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*$|ngày\s+\d{1,2}\s+tháng\s+\d{1,2},?\s+năm\s+$",
    re.IGNORECASE,
)
_PART_OF_YEAR = re.compile(
    r"(?:tháng\s+|\bt\.?\s*|(?<!\d))\d{1,2}\s*/\s*$|\btháng\s+\d{1,2},?\s*(?:của\s+)?năm\s+$"
    r"|(?:\b(?:quý|quí|q\.)\s*(?:(?:[il]v|[il]{1,3}|0?[1-4])\s*(?:,|;|-|–|và)\s*){0,3}"
    r"(?:và\s+|[,;]\s*)?)(?:[il]v|[il]{1,3}|0?[1-4])\s*"
    r"(?:[/\-,]|,?\s*(?:của\s+)?năm)\s*$"
    r"|(?:tháng\s+)?(?:đầu|cuối|giữa)\s+năm\s+$|\d\s+tháng\s+năm\s+$|\d\s+tháng\s+(?:đầu|cuối)\s+$",
    re.IGNORECASE,
)
_DUE_WORDS = re.compile(
    r"(?:trước|chậm\s+nhất|muộn\s+nhất|hạn|hoàn\s+thành|xong|hết|đến|từ|vào|trong|là|trong\s+vòng)"
    r"[\s:]*(?:ngày\s+)?[^\w;.]*[\d\s/.\-]*$",
    re.IGNORECASE,
)
_OF_DOCUMENT = re.compile(rf"\b(?:{TYPES})\b[^;.\n]{{0,100}}ngày\s[^;.\n]{{0,20}}$", re.IGNORECASE)
_LAW = re.compile(r"\b(?:luật|hiến\s+pháp|pháp\s+lệnh)\b[^;.\n]{0,90}$", re.IGNORECASE)
_MILESTONE = re.compile(r"(?:đến|tới)\s+(?:đầu\s+)?năm\s+$", re.IGNORECASE)
_END_OF_YEAR = re.compile(r"(?:đến|tới)\s+(?:hết|cuối)\s+năm\s+$", re.IGNORECASE)
_TERM = re.compile(r"(?:giai\s+đoạn|nhiệm\s+kỳ|khóa|tầm\s+nhìn|định\s+hướng)\s+(?:năm\s+)?$", re.I)
_SINCE = re.compile(r"(?:kể\s+từ|\btừ|\bsau|\btrước|so\s+với|mốc)\s+(?:đầu\s+)?năm\s+$", re.I)
_NAMED = re.compile(r"\bnăm\s+(?:20\d\d\s*(?:,|;|&|và)\s*(?:năm\s+)?)*$", re.IGNORECASE)
_PLAN_MADE = re.compile(r"(?:kế\s+hoạch|dự\s+toán|chương\s+trình)\b[^.;:]{0,80}năm\s+$", re.I)
_IN_YEAR = re.compile(r"(?:^|\b(?:trong|hết|cả))\s*$", re.IGNORECASE)


def year_shifts(text: str, year: int, delta: int) -> tuple[YearShift, ...]:
    """Return the years in a text that move by ``delta`` when the plan of ``year`` does."""
    return tuple(_shifts(text, year, delta, _in_words))


def deadline_shifts(text: str, year: int, delta: int) -> tuple[YearShift, ...]:
    """Return the years that move in a deadline's wording, where every day is a due day."""
    return tuple(_shifts(text, year, delta, _in_deadline))


def term_shifts(
    text: str, term: tuple[int, int], target: tuple[int, int], reason: ShiftReason
) -> tuple[YearShift, ...]:
    """Return where a text names the years of a plan for several, to become ``target``."""
    found = []
    for match in _SPAN.finditer(without_citations(text)):
        if (int(match["first"]), int(match["last"])) == term:
            start, end = match.span()
            between = text[match.end("first") : match.start("last")]
            after = f"{target[0]}{between}{target[1]}"
            found.append(YearShift(start, end, text[start:end], after, reason))
    return tuple(found)


def shifted(text: RichText, shifts: Iterable[YearShift]) -> RichText:
    """Return a wording with years moved; styles and all other characters stay."""
    letters = list(text.text)
    for shift in shifts:
        letters[shift.start : shift.end] = [shift.after, *[""] * (shift.end - shift.start - 1)]
    runs = []
    position = 0
    for run in text.runs:
        end = position + len(run.text)
        runs.append(Run("".join(letters[position:end]), run.bold, run.italic))
        position = end
    return RichText.from_runs(runs)


def to_year(text: str, year: int) -> tuple[YearShift, ...]:
    """Return the deadline of a year in place of one for all years of a plan, if it is such."""
    if _WHOLE_PERIOD.fullmatch(text.strip()) is None:
        return ()
    return (YearShift(0, len(text), text, f"Năm {year}", ShiftReason.WHOLE_PERIOD),)


@dataclass(frozen=True, slots=True)
class _Found:
    before: str
    distance: int
    is_day: bool


_Judge = Callable[[_Found], ShiftReason | None]


def _shifts(text: str, year: int, delta: int, judge: _Judge) -> Iterator[YearShift]:
    words = without_citations(text)
    spans = [match.span() for match in _SPAN.finditer(words)]
    found = [(m.start(), m.end(), int(m[0])) for m in _FULL.finditer(words)]
    found += [(*m.span("year"), 2000 + int(m["year"])) for m in _SHORT.finditer(words)]
    found += [(*m.span("year"), int(m["year"])) for m in _DOTTED.finditer(words)]
    for start, end, named in sorted(found):
        before = words[:start]
        span = next((s for s in spans if s[0] <= start < s[1]), None)
        if span is not None:
            reason = _of_school_year(words, span, year)
        elif _TERM.search(before):
            reason = None
        elif _LAW.search(before):
            reason = ShiftReason.OF_LAW if named == year else None
        else:
            is_day = bool(_FULL_DAY.search(before)) or end - start == len("24")
            reason = judge(_Found(before, named - year, is_day))
        if reason is not None:
            first, after = start, str(named + delta)[start - end :]
            leap = None if isleap(named + delta) else _LEAP_DAY.search(before)
            if leap is not None:
                first, after = leap.start(), f"28{leap['month']}{after}"
            yield YearShift(first, end, text[first:end], after, reason)


def _of_school_year(words: str, span: tuple[int, int], year: int) -> ShiftReason | None:
    first = int(words[span[0] : span[0] + 4])
    is_school_year = bool(_SCHOOL.search(words[: span[0]]))
    return ShiftReason.SCHOOL_YEAR if is_school_year and first in (year - 1, year) else None


def _in_words(found: _Found) -> ShiftReason | None:
    """Judge a year of an ordinary text: only the plan's year and its neighbours can move."""
    before, distance = found.before, found.distance
    if abs(distance) > 1 or _MILESTONE.search(before):
        return None
    if found.is_day or _PART_OF_YEAR.search(before):
        is_due = bool(_DUE_WORDS.search(before))
        if found.is_day and not is_due and _OF_DOCUMENT.search(before):
            return ShiftReason.DOCUMENT_DAY
        return _near(distance, ShiftReason.DUE if is_due else None)
    if _END_OF_YEAR.search(before) or _SINCE.search(before):
        return ShiftReason.SINCE if distance <= 0 else None
    if not _NAMED.search(before):
        return ShiftReason.BARE if distance == 0 else None
    is_made = distance == 1 and bool(_PLAN_MADE.search(before))
    return _near(distance, ShiftReason.NEXT_PLAN if is_made else None)


def _in_deadline(found: _Found) -> ShiftReason | None:
    """Judge a year of a deadline: a day, month or quarter in it is due by what it says."""
    before, distance = found.before, found.distance
    is_of_document = _OF_DOCUMENT.search(before) and not _DUE_WORDS.search(before)
    if found.is_day and is_of_document:
        return ShiftReason.DOCUMENT_DAY if abs(distance) <= 1 else None
    if _MILESTONE.search(before):
        return None
    is_near = abs(distance) <= 1
    if found.is_day or _PART_OF_YEAR.search(before):
        near = ShiftReason.DUE if is_near else None
        far = ShiftReason.OTHER_YEAR if abs(distance) <= _FARTHEST else None
        return _near(distance, near) if is_near else far
    if _SINCE.search(before):
        return ShiftReason.SINCE if is_near else None
    if _NAMED.search(before) or _IN_YEAR.search(before):
        return _near(distance, None) if is_near else None
    return ShiftReason.BARE if distance == 0 else None


def _near(distance: int, surely: ShiftReason | None) -> ShiftReason:
    if distance == 0:
        return ShiftReason.PLAN_YEAR
    if surely is not None:
        return surely
    return ShiftReason.PREVIOUS_YEAR if distance < 0 else ShiftReason.NEXT_YEAR
