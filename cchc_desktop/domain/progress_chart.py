"""Progress as stacked bars: what a chart says and where its bars stand, without drawing it.

The screen and the papers draw the same description from the same places, so that they
cannot disagree.  Lengths are shares of the longest bar; heights count bars from the top.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cchc_desktop.domain.vietnamese import nfc


class ChartPart(StrEnum):
    """Into what the tasks of one bar are divided ("phần của thanh"), in drawing order."""

    DONE_ON_TIME = "done_on_time"
    DONE_LATE = "done_late"
    IN_PROGRESS = "in_progress"
    NOT_DUE = "not_due"
    OVERDUE = "overdue"
    WAITING = "waiting"


class Hatch(StrEnum):
    """How a part is told from the others in black and white ("nét gạch")."""

    SOLID = "solid"
    RISING = "rising"
    """Lines from the lower left to the upper right."""
    FALLING = "falling"
    CROSSED = "crossed"
    UPRIGHT = "upright"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class PartLook:
    """How one part is named and painted ("cách thể hiện").

    Attributes:
        words: What the legend says.
        token: The state colour of the look; its soft tone ends in "_soft".
        ink: The state colour in which the hatch and the edge are drawn.
    """

    words: str
    token: str
    ink: str
    hatch: Hatch


PART_LOOKS: Mapping[ChartPart, PartLook] = {
    ChartPart.DONE_ON_TIME: PartLook("Hoàn thành đúng hạn", "done", "done", Hatch.SOLID),
    ChartPart.DONE_LATE: PartLook("Hoàn thành quá hạn", "soon_soft", "soon", Hatch.UPRIGHT),
    ChartPart.IN_PROGRESS: PartLook("Đang thực hiện", "done_soft", "done", Hatch.RISING),
    ChartPart.NOT_DUE: PartLook("Chưa đến hạn", "waiting_soft", "waiting", Hatch.EMPTY),
    ChartPart.OVERDUE: PartLook("Quá hạn chưa xong", "late_soft", "late", Hatch.CROSSED),
    ChartPart.WAITING: PartLook("Chưa phát sinh", "waiting_soft", "waiting", Hatch.FALLING),
}


@dataclass(frozen=True)
class ChartBar:
    """One bar: a section or an agency and its tasks by part ("thanh biểu đồ").

    Counts below one are not drawn.
    """

    label: str
    parts: Mapping[ChartPart, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """The tasks of this bar."""
        return sum(count for count in self.parts.values() if count > 0)


@dataclass(frozen=True)
class ProgressChart:
    """A chart of progress ("biểu đồ tiến độ").

    Attributes:
        unit: What is counted, as it stands beside the title.
    """

    title: str
    bars: tuple[ChartBar, ...]
    unit: str = "nhiệm vụ"

    @property
    def parts(self) -> tuple[ChartPart, ...]:
        """The parts that occur in any bar, in drawing order; the legend names these."""
        return tuple(p for p in ChartPart if any(bar.parts.get(p, 0) > 0 for bar in self.bars))


@dataclass(frozen=True, slots=True)
class BarSegment:
    """One part of a bar in its place ("đoạn của thanh").

    Attributes:
        start: Where it begins, from 0 to 1 of the bars' room.
        length: Its share of the bars' room.
    """

    part: ChartPart
    count: int
    start: float
    length: float


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A bar in its place ("thanh đã xếp chỗ")."""

    label: str
    total: int
    segments: tuple[BarSegment, ...]

    @property
    def end(self) -> float:
        """Where the bar ends and its total is written, from 0 to 1 of the bars' room."""
        return sum(segment.length for segment in self.segments)


BAR_SHARE = 0.68
"""How much of a bar's line the bar itself is high; the rest is the gap below it."""


def place_bars(chart: ProgressChart) -> tuple[PlacedBar, ...]:
    """Return every bar with its segments side by side, to one scale.

    The longest bar is 1 long; a segment's length is exactly its share of the count.
    """
    longest = max((bar.total for bar in chart.bars), default=0) or 1
    placed = []
    for bar in chart.bars:
        segments = []
        before = 0
        for part in ChartPart:
            count = bar.parts.get(part, 0)
            if count > 0:
                segments.append(BarSegment(part, count, before / longest, count / longest))
                before += count
        placed.append(PlacedBar(nfc(bar.label), before, tuple(segments)))
    return tuple(placed)


def bar_words(bar: PlacedBar) -> str:
    """Return a bar in words, for those who do not see it: "5 việc: 3 hoàn thành đúng hạn, …"."""
    if not bar.segments:
        return f"{bar.label}: không có nhiệm vụ"
    parts = ", ".join(f"{s.count} {PART_LOOKS[s.part].words.lower()}" for s in bar.segments)
    return f"{bar.label}: {bar.total} nhiệm vụ ({parts})"
