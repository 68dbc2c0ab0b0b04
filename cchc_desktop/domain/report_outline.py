"""What a periodic report consists of, as dated data that ships with the program.

The outline gives the parts, the fixed words and, per item, which facts it is drafted from;
how facts become sentences is the business of the drafting service.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cchc_desktop.domain.data_file import Table
from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.office import OfficeLevel
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.report_facts import NextPeriod


class ItemContent(StrEnum):
    """Which facts an item of the outline is drafted from ("nội dung của mục")."""

    DIRECTION = "direction"
    """Documents issued, and the work of the sections on direction."""
    COMPLETION = "completion"
    """How far the plan is, what is late, who reported."""
    MATCHING = "matching"
    """The work on direction whose words match the item's."""
    NONE = "none"
    """Nothing in the data file tells of it; the officer writes it."""
    SECTIONS = "sections"
    """Not one item but one for each section of the plan."""
    STRENGTHS = "strengths"
    WEAKNESSES = "weaknesses"
    OVERDUE = "overdue"
    DUE_NEXT = "due_next"
    RECURRING = "recurring"
    WAITING = "waiting"
    PROPOSALS = "proposals"


@dataclass(frozen=True, slots=True)
class OutlineItem:
    """An item of a part ("mục của đề cương"): "2. Tiến độ thực hiện Kế hoạch".

    Attributes:
        title: Its heading; empty for an item without one.
        nothing: What it says when nothing is recorded; empty where it is then left out.
        words: For MATCHING, words of which a task must have one.
    """

    code: str
    title: str
    content: ItemContent
    nothing: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """A part of a report ("phần của đề cương"): "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH"."""

    code: str
    title: str
    items: tuple[OutlineItem, ...]


@dataclass(frozen=True, slots=True)
class ReportOutline:
    """What a report consists of ("đề cương báo cáo").

    Attributes:
        title: Blanks: period, next.
        guidance: The document that asks for the report, as the first sentence cites it.
        opening: Blanks: guidance, office, period, next.
        opening_without_guidance: Blanks: office, period, next.
        closing: Blanks: office, period, recipient.
        direction_words: A section whose title has all of these is about direction and is
            told in the first part instead of among the fields of reform.
        source: Where the outline comes from.
    """

    id: str
    levels: frozenset[OfficeLevel]
    title: str
    guidance: str
    opening: str
    opening_without_guidance: str
    closing: str
    direction_words: tuple[str, ...]
    parts: tuple[OutlinePart, ...]
    source: str
    valid_from: date | None = None
    valid_to: date | None = None

    def is_used(self, level: OfficeLevel, day: date) -> bool:
        """Tell whether offices of ``level`` report by it on ``day``."""
        return (
            level in self.levels
            and (self.valid_from is None or self.valid_from <= day)
            and (self.valid_to is None or day <= self.valid_to)
        )


@dataclass(frozen=True)
class ReportOutlines:
    """All outlines, and what follows each period ("bộ đề cương báo cáo").

    Attributes:
        following: By period code: the name, its last day as (day, month), whether both
            belong to the next year.
    """

    outlines: tuple[ReportOutline, ...]
    following: Mapping[str, tuple[str, tuple[int, int], bool]]
    source: str

    def find(self, level: OfficeLevel, day: date) -> ReportOutline:
        """Return the outline of a level on a day.

        Raises:
            CatalogueDamaged: The data file has none.
        """
        for outline in self.outlines:
            if outline.is_used(level, day):
                return outline
        raise CatalogueDamaged(file=self.source, reason=f"no outline on {day.isoformat()}")

    def next_period(self, key: PeriodKey, last_day: date) -> NextPeriod:
        """Return what follows a period that ends on ``last_day``."""
        if key.code not in self.following:
            return NextPeriod("kỳ tiếp theo", date(last_day.year, 12, 31))
        name, (day, month), is_next_year = self.following[key.code]
        year = key.year + is_next_year
        joint = " " if name == "năm" or name.endswith(" năm") else " năm "
        return NextPeriod(f"{name}{joint}{year}", date(year, month, day))


def parse_report_outlines(data: Mapping[str, object], source: str) -> ReportOutlines:
    """Return the outlines that a data file holds; ``source`` names the file in errors.

    Raises:
        CatalogueDamaged: Something in it does not hold: an unknown content, a code given
            twice, a blank that nothing fills.
    """
    file = Table(data, source)
    file.allow("outline", "following")
    following = {}
    for entry in file.tables("following"):
        entry.allow("period", "name", "last_day", "is_next_year")
        following[entry.text("period")] = (
            entry.text("name"),
            _day_and_month(entry),
            entry.flag("is_next_year"),
        )
    outlines = tuple(_outline(entry) for entry in file.tables("outline"))
    return ReportOutlines(outlines, following, source)


def _day_and_month(entry: Table) -> tuple[int, int]:
    day, _, month = entry.text("last_day").partition("/")
    try:
        found = date(2023, int(month), int(day))
    except ValueError:
        entry.refuse("last_day is no day")
    return found.day, found.month


def _outline(entry: Table) -> ReportOutline:
    entry.allow(
        "id", "levels", "valid_from", "valid_to", "source", "title", "guidance", "opening",
        "opening_without_guidance", "closing", "direction_words", "part",
    )  # fmt: skip
    parts = tuple(_part(part) for part in entry.tables("part"))
    codes = [part.code for part in parts] + [i.code for part in parts for i in part.items]
    if len(set(codes)) < len(codes):
        entry.refuse("code given twice")
    return ReportOutline(
        id=entry.text("id"),
        levels=frozenset(entry.choices("levels", OfficeLevel)),
        title=_sentence(entry, "title", "period", "next"),
        guidance=entry.text("guidance", ""),
        opening=_sentence(entry, "opening", "guidance", "office", "period", "next"),
        opening_without_guidance=_sentence(
            entry, "opening_without_guidance", "office", "period", "next"
        ),
        closing=_sentence(entry, "closing", "office", "period", "recipient"),
        direction_words=entry.texts("direction_words"),
        parts=parts,
        source=entry.text("source"),
        valid_from=entry.day("valid_from"),
        valid_to=entry.day("valid_to"),
    )


def _sentence(entry: Table, key: str, *blanks: str, default: str | None = None) -> str:
    text = entry.text(key, default)
    try:
        text.format(**dict.fromkeys(blanks, ""))
    except (KeyError, IndexError, ValueError):
        entry.refuse(f"{key} has a blank that nothing fills")
    return text


def _part(entry: Table) -> OutlinePart:
    entry.allow("code", "title", "item")
    items = tuple(_item(item) for item in entry.tables("item"))
    return OutlinePart(entry.text("code"), _sentence(entry, "title", "period", "next"), items)


def _item(entry: Table) -> OutlineItem:
    entry.allow("code", "title", "content", "nothing", "words")
    return OutlineItem(
        entry.text("code"),
        _sentence(entry, "title", "period", "next", default=""),
        entry.choice("content", ItemContent),
        _sentence(entry, "nothing", "period", "next", default=""),
        entry.texts("words"),
    )
