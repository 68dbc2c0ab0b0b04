"""Turns the calendar words of one clause into last days, or says that they set none.

The year of a word that has none is that of its neighbours in the clause
("Quý I, Quý III/2024"), failing that the plan's.  A day that does not exist, a
two-digit year far from the plan and vague words ("đầu quý II") give no date.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.deadline import Milestone
from cchc_desktop.domain.deadline_expression import Expression, Grain, find_expressions

_FARTHEST_SHORT_YEAR = 5
_RANGE_LINK = re.compile(
    r"\s*(?:-|(?:cho\s+)?(?:đến|tới))\s*(?:hết\s+|cuối\s+|trước\s+)?(?:ngày\s+|tháng\s+|quý\s+|quí\s+)?"
)
_OPENS_AFTER = re.compile(r"(?:\bsau|\bkể\s+từ|\btính\s+từ)\s*$")
_OPENS_FROM = re.compile(r"(?:\btừ|\bbắt\s+đầu)\s*(?:đầu\s*)?$")
_VAGUE = re.compile(
    r"(?:\bđầu|\bgiữa|\bnửa\s+(?:đầu|cuối)|\b(?:thượng|trung|hạ)\s+tuần|"
    r"\btuần\s+(?:thứ\s+)?\w+)(?:\s+của)?(?:\s+tháng)?\s*$"
)
_CLOSES = re.compile(r"(?:\bcuối|\bhết|\bđến|\btới)\s*$")
_BEFORE = re.compile(r"(?<!năm\s)\btrước\s*$")
_FIRM = re.compile(r"\b(?:trước|chậm\s+nhất|muộn\s+nhất|hoàn\s+thành|xong|hết)(?:\s+là)?\s*$")
_ABOUT_SOMETHING = re.compile(
    r"\b(?:báo\s+cáo|kế\s+hoạch|chương\s+trình|kết\s+quả|công\s+tác|số\s+liệu|chỉ\s+số|dự\s+toán|"
    r"nhiệm\s+vụ|tổng\s+hợp|tổng\s+kết|sơ\s+kết|đánh\s+giá)\s*$|\($"
)
_GOVERNS_YEAR = re.compile(
    r"(?:^|[,;:(\-+]|\d|\b(?:trong|đến|tới|hết|trước|cuối|đầu|từ|cả|sau|và|hoặc|thành|xong|hiện|khai|"
    r"xuyên|năm|tục|suốt|quý|quí|tháng|vào))\s*$"
)
_PERIOD_WORDS = re.compile(r"(?:\bgiai\s+đoạn|\bnhiệm\s+kỳ|\bcác\s+năm|\bnăm)\s*$")
_WHOLE_YEAR = re.compile(r"(?:\bcả|\bcuối|\bhết)\s*$")
_DAY_WORD = re.compile(r"\bngày\s*$")


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """The last days that a clause names ("các mốc trong câu").

    Attributes:
        milestones: In order, without repetition.
        is_frame: Whether they only frame the year or years in which work goes on.
        is_open: Whether the words name a beginning without an end ("từ tháng 3").
        is_doubtful: Whether some words cannot be turned into a date.
        rest: The clause with the calendar words blanked out.
    """

    milestones: tuple[Milestone, ...]
    is_frame: bool
    is_open: bool
    is_doubtful: bool
    rest: str


@dataclass(frozen=True, slots=True)
class _Dated:
    expression: Expression
    before: str
    year: int
    first: date | None
    last: date | None


def read_calendar(clause: str, plan_year: int) -> CalendarReading:
    """Return the last days named in ``clause`` (lower case, one line)."""
    expressions = _without_topics(clause, find_expressions(clause))
    rest = _blanked(clause, expressions)
    dated = _dated(clause, expressions, plan_year)
    milestones: list[tuple[Milestone, Grain, str]] = []
    is_frame, is_open, is_doubtful = True, False, False
    index = 0
    while index < len(dated):
        item = dated[index]
        follower = dated[index + 1] if index + 1 < len(dated) else None
        if follower and _RANGE_LINK.fullmatch(
            clause, item.expression.end, follower.expression.start
        ):
            milestone = _range(item, follower, clause)
            index += 2
            is_doubtful |= milestone is None
        else:
            milestone = _single(item)
            index += 1
            if milestone is None:
                opens = _OPENS_FROM.search(item.before) is not None and None not in (
                    item.first,
                    item.last,
                )
                is_open |= opens
                is_doubtful |= not opens
            else:
                is_frame &= item.expression.grain >= Grain.YEAR
        if milestone:
            milestones.append((milestone, item.expression.grain, item.before))
    kept = {m for m, grain, before in milestones if _adds(m, grain, before, milestones)}
    ordered = sorted(kept, key=lambda m: (m.due, m.start or date.min))
    return CalendarReading(tuple(ordered), is_frame, is_open, is_doubtful, rest)


def _without_topics(clause: str, expressions: list[Expression]) -> list[Expression]:
    """Leave out words that say what the work is about: "Báo cáo quý I trước ngày 10/4"."""
    before = {e: _before(clause, e) for e in expressions}
    is_firm = any(_FIRM.search(words) for words in before.values())
    kept = []
    for expression, words in before.items():
        if expression.grain >= Grain.YEAR:
            is_topic = not _GOVERNS_YEAR.search(_PERIOD_WORDS.sub("", words).rstrip())
        else:
            is_topic = is_firm and _ABOUT_SOMETHING.search(words) is not None
        if not is_topic:
            kept.append(expression)
    return kept


def _before(clause: str, expression: Expression) -> str:
    return _DAY_WORD.sub("", clause[: expression.start].rstrip()).rstrip()


def _blanked(clause: str, expressions: list[Expression]) -> str:
    for expression in expressions:
        gap = " " * (expression.end - expression.start)
        clause = clause[: expression.start] + gap + clause[expression.end :]
    return clause


def _dated(clause: str, expressions: list[Expression], plan_year: int) -> list[_Dated]:
    """Give each calendar word its year, from right to left, then from left to right."""
    years: list[int | None] = [_own_year(e, plan_year) for e in expressions]
    for index in range(len(expressions) - 2, -1, -1):
        if years[index] is None and expressions[index + 1].grain < Grain.YEAR:
            years[index] = _year_before(expressions, years, index, plan_year)
    absolute: int | None = None
    dated = []
    for expression, known in zip(expressions, years, strict=True):
        year = known if known is not None else absolute or plan_year
        absolute = expression.year or absolute
        first, last = _span(expression, year, plan_year)
        dated.append(_Dated(expression, _before(clause, expression), year, first, last))
    return dated


def _own_year(expression: Expression, plan_year: int) -> int | None:
    if expression.year is not None:
        return expression.year
    return None if expression.year_offset is None else plan_year + expression.year_offset


def _year_before(
    expressions: list[Expression], years: list[int | None], index: int, plan_year: int
) -> int | None:
    """Return the year of the next word, or the plan's where that would run backwards."""
    year = years[index + 1]
    here, after = expressions[index], expressions[index + 1]
    if year is not None and plan_year < year and _position(here) > _position(after):
        return plan_year
    return year


def _position(expression: Expression) -> tuple[int, int]:
    return expression.last_month, expression.day or 31


def _span(expression: Expression, year: int, plan_year: int) -> tuple[date | None, date | None]:
    """Return the first and last day meant, None where there is no such day."""
    if expression.has_short_year and abs(year - plan_year) > _FARTHEST_SHORT_YEAR:
        return None, None
    if expression.day is not None:
        last = _day(year, expression.month, expression.day)
        if expression.first_day is None:
            return last, last
        return _day(year, expression.month, expression.first_day), last
    return (
        _day(expression.first_year or year, expression.month, 1),
        _month_end(year, expression.last_month),
    )


def _day(year: int, month: int, day: int | None) -> date | None:
    try:
        return None if day is None else date(year, month, day)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date | None:
    if not (1 <= month <= 12 and date.min.year <= year <= date.max.year):
        return None
    return date(year, month, calendar.monthrange(year, month)[1])


def _range(item: _Dated, follower: _Dated, clause: str) -> Milestone | None:
    start, due = item.first, follower.last
    if start is None or due is None:
        return None
    if start > due and item.expression.year is None and item.expression.year_offset is None:
        # "Từ tháng 10 đến tháng 3/2026" begins in the year before.
        start, _ = _span(item.expression, item.year - 1, item.year)
    if start is None or start > due:
        return None
    link = clause[item.expression.end : follower.expression.start].rstrip()
    if link.endswith("trước") and follower.first and follower.expression.grain > Grain.DAY:
        due = date.fromordinal(follower.first.toordinal() - 1)
    return Milestone(due, start) if start <= due else None


def _single(item: _Dated) -> Milestone | None:
    before, first, last = item.before, item.first, item.last
    if first is None or last is None or first > last:
        return None
    if _OPENS_AFTER.search(before):
        return None
    if item.expression.grain is Grain.YEARS or item.expression.first_day is not None:
        return Milestone(last, first)
    if _OPENS_FROM.search(before):
        return None
    if item.expression.grain is Grain.DAY:
        return Milestone(last)
    if _VAGUE.search(before):
        return None
    if _BEFORE.search(before):
        # "Trước 31/12" lets the day itself count, "trước quý II" ends with quý I.
        return Milestone(date.fromordinal(first.toordinal() - 1)) if first > date.min else None
    return Milestone(last) if _CLOSES.search(before) else Milestone(last, first)


def _adds(
    milestone: Milestone, grain: Grain, before: str, all_: list[tuple[Milestone, Grain, str]]
) -> bool:
    """Tell whether a year says more than the finer words beside it."""
    if grain is not Grain.YEAR or _WHOLE_YEAR.search(before):
        return True
    return not any(
        other_grain < Grain.YEAR and other.due.year == milestone.due.year
        for other, other_grain, _ in all_
    )
