"""Understands the wording of a deadline as one of the four kinds of DESIGN section 4.

How mixed wordings are decided:

- An explicit day, month or quarter wins: "Thường xuyên; báo cáo trước 15/12" is dated.
- A year or a span only frames work that recurs: "Thường xuyên trong năm 2026" recurs.
- "Hằng năm" beside a date names the plan's year: "Trước 31/12 hàng năm".
- "Năm liền kề" and "năm sau" are the year after the plan's (a report on the year falls
  due in the next one), "năm trước" and "năm liền trước" the year before it.
- "Trước 31/12" lets the day itself count; "trước quý II" ends with quý I.
- A date that does not exist, or is vague ("đầu quý II"), leaves the whole unrecognised.
"""

import re
from functools import lru_cache

from cchc_desktop.domain.deadline import (
    UNRECOGNISED,
    DeadlineKind,
    DeadlineReading,
    Milestone,
    Recurrence,
)
from cchc_desktop.domain.deadline_calendar import read_calendar
from cchc_desktop.domain.deadline_event import EventSpan, find_event, mask_citations
from cchc_desktop.domain.deadline_rhythm import day_of_month, read_rhythm, reporting_cycle
from cchc_desktop.domain.vietnamese import tidy

# No deadline is that long: such a cell holds something else.
_LONGEST = 1000
# All dashes are one, and so are the Roman "\u2160" and "I".
_SIGNS = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | {"\u2160": "I", "\u2161": "II", "\u2162": "III", "\u2163": "IV", "\uff0f": "/"}
)
_STARTS = r"(?:Quý|Quí|Tháng|Trước|Ngày|Thường|Hằng|Hàng|Chậm|Năm|Từ|Khi|Sau|Theo|Định|Trong|Đến)\b"
_CLAUSE_END = re.compile(
    r"\s*;\s*"
    r"|\n\s*(?=[-+•*]\s)"
    rf"|(?<!đến)(?<!từ)(?<!và)(?<!trước)(?<!của)(?<!hoặc)(?<!theo)(?<!khi)(?<![-,/])\n(?={_STARTS})"
    r"|(?<=\w\w)\.\s+(?=[A-ZĐÂÊÔƠƯ])"
)


@lru_cache(maxsize=8192)
def understand_deadline(text: str, plan_year: int) -> DeadlineReading:
    """Return what the words of a deadline mean in the plan of ``plan_year``.

    It never fails, and never names a date that the words and the plan's year do not give.
    """
    tidied = tidy(text).translate(_SIGNS)
    if not tidied or len(tidied) > _LONGEST:
        return UNRECOGNISED
    clauses = (clause.replace("\n", " ") for clause in _CLAUSE_END.split(tidied))
    return _combined([_read_clause(c, plan_year) for c in clauses if c.strip(" -+•*.,:")])


def _combined(readings: list[DeadlineReading | None]) -> DeadlineReading:
    """Put the clauses together; None stands for one that holds an impossible date."""
    known = [reading for reading in readings if reading is not None]
    if len(known) < len(readings):
        return UNRECOGNISED
    dated = [r for r in known if r.kind is DeadlineKind.DATED]
    if dated:
        milestones = {m for reading in dated for m in reading.milestones}
        return DeadlineReading(DeadlineKind.DATED, tuple(sorted(milestones, key=_order)))
    recurring = [r for r in known if r.kind is DeadlineKind.RECURRING]
    if recurring:
        return min(recurring, key=_fineness)
    return next((r for r in known if r.kind is DeadlineKind.EVENT), UNRECOGNISED)


def _order(milestone: Milestone) -> tuple[int, int]:
    return milestone.due.toordinal(), milestone.start.toordinal() if milestone.start else 0


_FINENESS = (
    Recurrence.MONTHLY,
    Recurrence.QUARTERLY,
    Recurrence.HALF_YEARLY,
    Recurrence.CONTINUOUS,
    Recurrence.YEARLY,
)


def _fineness(reading: DeadlineReading) -> int:
    return _FINENESS.index(reading.recurrence or Recurrence.YEARLY)


def _read_clause(clause: str, plan_year: int) -> DeadlineReading | None:
    words = mask_citations(_lowered(clause))
    day = day_of_month(words)
    if day is not None:
        return _recurring(Recurrence.MONTHLY, day) if day else None
    event = find_event(words)
    free = _without(words, event)
    cycle = reporting_cycle(free)
    if cycle:
        return _recurring(cycle)
    found = read_calendar(free, plan_year)
    rhythm = read_rhythm(found.rest)
    if found.is_doubtful:
        return None
    if rhythm and found.is_frame:
        return _recurring(rhythm)
    if found.milestones:
        return DeadlineReading(DeadlineKind.DATED, found.milestones)
    if found.is_open:
        return _recurring(rhythm or Recurrence.CONTINUOUS)
    if event is None:
        return UNRECOGNISED
    return _read_event(clause, words, event)


def _read_event(clause: str, words: str, event: EventSpan) -> DeadlineReading:
    condition = words[event.start : event.end]
    rhythm = read_rhythm(condition) if event.follows_a_plan else None
    if rhythm and rhythm is not Recurrence.CONTINUOUS:
        # "Theo kế hoạch hàng năm" comes back each year.
        return _recurring(rhythm)
    awaited = clause[event.words_start : event.end].strip(" .,;:-(")
    return DeadlineReading(
        DeadlineKind.EVENT,
        event=awaited or clause.strip(),
        delay_months=event.delay_months,
        delay_days=event.delay_days,
    )


def _recurring(recurrence: Recurrence, day: int | None = None) -> DeadlineReading:
    return DeadlineReading(DeadlineKind.RECURRING, recurrence=recurrence, day_of_month=day)


def _without(words: str, event: EventSpan | None) -> str:
    if event is None:
        return words
    gap = "·" * (event.end - event.start)
    return words[: event.start] + gap + words[event.end :]


def _lowered(text: str) -> str:
    """Return ``text`` in lower case with every character in its place."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
