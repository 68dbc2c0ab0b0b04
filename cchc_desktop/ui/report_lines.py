"""What stands in the report's place from top to bottom: paragraphs, charts, what is proposed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum

from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.progress_chart import ChartPart, ProgressChart
from cchc_desktop.domain.progress_summary import StateCounts
from cchc_desktop.domain.report import ReportParagraph
from cchc_desktop.domain.report_changes import OutOfDate
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.report_charts import PARTS, agency_chart, charted_agencies, section_chart
from cchc_desktop.services.report_paper import CHARTS_AFTER
from cchc_desktop.services.reports import ReportCheck

NEW_CODE = "new"
"""The code of the line in which a paragraph is being written that is not kept yet."""


class LineKind(Enum):
    """What a line of the report's place is."""

    PARAGRAPH = "paragraph"
    PROPOSED = "proposed"
    """What would be drafted now and is not in the report."""
    CHART = "chart"
    BLANK = "blank"
    """A paragraph that the officer is about to write."""


@dataclass(frozen=True)
class ChartView:
    """A chart as it is printed, and the tasks behind each of its parts."""

    chart: ProgressChart
    counts: tuple[StateCounts, ...]

    @property
    def end_words(self) -> tuple[str, ...]:
        """What is written behind each bar: how many of its tasks are done."""
        return tuple(f"{c.done}/{c.applicable}" for c in self.counts)

    def tasks(self, bar: int, part: ChartPart | None) -> frozenset[TaskId]:
        """Return the tasks of a bar's part; of None all that the bar shows."""
        states = [PARTS[one] for one in PARTS if part in (None, one)]
        return frozenset(t for s in states for t in self.counts[bar].tasks.get(s, ()))


@dataclass(frozen=True)
class ReportLine:
    """One line of the report's place.

    Attributes:
        code: The paragraph's code; of charts one of their own.
        paragraph: What it shows; of a chart it has no words.
        news: Why it calls for another look, or None.
        chart: The chart, of a line that is one.
    """

    kind: LineKind
    code: str
    paragraph: ReportParagraph
    news: OutOfDate | None = None
    chart: ChartView | None = None

    @property
    def text(self) -> LiveText:
        """The words shown."""
        if self.kind is LineKind.PROPOSED and self.news is not None:
            return self.news.draft
        return self.paragraph.text

    @property
    def is_in_report(self) -> bool:
        """Whether it is a paragraph that is kept, or would be."""
        return self.kind is LineKind.PARAGRAPH


def report_lines(check: ReportCheck) -> tuple[ReportLine, ...]:
    """Return all lines of a report in their order."""
    report = check.report
    news = {item.paragraph.code: item for item in check.out_of_date}
    known = {paragraph.code for paragraph in report.every_paragraph}
    lines: list[ReportLine] = []
    for paragraph in report.paragraphs:
        code = paragraph.code
        lines.append(ReportLine(LineKind.PARAGRAPH, code, paragraph, news.get(code)))
    before = ""
    for drafted in check.draft:
        if drafted.code not in known and drafted.code in news:
            place = 1 + next((n for n, line in enumerate(lines) if line.code == before), -1)
            lines.insert(
                place, ReportLine(LineKind.PROPOSED, drafted.code, drafted, news[drafted.code])
            )
        if any(line.code == drafted.code for line in lines):
            before = drafted.code
    charts = next((n + 1 for n, line in enumerate(lines) if line.code == CHARTS_AFTER), None)
    if charts is not None:
        lines[charts:charts] = _charts(check.board)
    return tuple(lines)


def blank_line() -> ReportLine:
    """Return the line for a paragraph that the officer is about to write."""
    return ReportLine(LineKind.BLANK, NEW_CODE, _no_words(NEW_CODE))


def with_words(line: ReportLine, text: LiveText) -> ReportLine:
    """Return a line that shows other words, as long as they are on their way to the file."""
    return replace(line, paragraph=replace(line.paragraph, text=text))


def _charts(board: ProgressBoard) -> list[ReportLine]:
    summary = board.summary
    by_section = (summary.by_section[section.id] for section in board.plan.sections)
    by_agency = (counts for _, counts in charted_agencies(board))
    views = (
        ChartView(section_chart(board), _shown(by_section)),
        ChartView(agency_chart(board), _shown(by_agency)),
    )
    return [
        ReportLine(LineKind.CHART, code, _no_words(code), chart=view)
        for code, view in zip(("chart.sections", "chart.agencies"), views, strict=True)
        if view.chart.bars
    ]


def _shown(counts: Iterable[StateCounts]) -> tuple[StateCounts, ...]:
    return tuple(c for c in counts if c.applicable)


def _no_words(code: str) -> ReportParagraph:
    return ReportParagraph(code, 0, LiveText(), LiveText())
