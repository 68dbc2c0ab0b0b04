"""The charts of progress, one description for the screen and for the printed report."""

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.progress_chart import ChartBar, ChartPart, ProgressChart
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.progress_summary import StateCounts
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.report_defaults import report_data
from cchc_desktop.services.report_phrases import section_title

PARTS: dict[ChartPart, ProgressState] = {
    ChartPart.DONE_ON_TIME: ProgressState.DONE_ON_TIME,
    ChartPart.DONE_LATE: ProgressState.DONE_LATE,
    ChartPart.IN_PROGRESS: ProgressState.IN_PROGRESS,
    ChartPart.NOT_DUE: ProgressState.NOT_DUE,
    ChartPart.OVERDUE: ProgressState.OVERDUE,
    ChartPart.WAITING: ProgressState.NOT_ARISEN,
}
"""Which state each part of a bar counts; what no longer applies is in no bar."""

MOST_BARS = 15
"""A chart of agencies has no more bars: with them it stands on one page."""


def section_chart(board: ProgressBoard) -> ProgressChart:
    """Return the tasks of each section by state; sections without tasks have no bar."""
    known = report_data().known_titles
    bars = []
    for section in board.plan.sections:
        counts = board.summary.by_section[section.id]
        title = section_title(section.title.text, known)
        if counts.applicable:
            label = f"{section.number}. {title}" if title else "Kế hoạch"
            bars.append(_bar(label, counts))
    return ProgressChart("Tiến độ theo lĩnh vực", tuple(bars))


def charted_agencies(board: ProgressBoard) -> tuple[tuple[Agency, StateCounts], ...]:
    """Return the agencies that the chart shows, with their tasks, in catalogue order.

    All that lead a task, or the ``MOST_BARS`` of them that lead most: more than that fill
    whole pages, and the annex has every task with its lead.
    """
    leading = [
        (agency, counts)
        for agency in board.catalogue.agencies
        if (counts := board.summary.by_agency.get(agency.id)) is not None and counts.applicable
    ]
    if len(leading) <= MOST_BARS:
        return tuple(leading)
    busiest = sorted(leading, key=lambda pair: -pair[1].applicable)[:MOST_BARS]
    return tuple(pair for pair in leading if pair in busiest)


def agency_chart(board: ProgressBoard) -> ProgressChart:
    """Return the tasks that agencies lead by state; the title says when some are left out."""
    shown = charted_agencies(board)
    count = sum(1 for counts in board.summary.by_agency.values() if counts.applicable)
    title = "Tiến độ theo cơ quan, đơn vị chủ trì"
    if len(shown) < count:
        title += f" ({len(shown)}/{count} đơn vị chủ trì nhiều nhiệm vụ nhất)"
    bars = tuple(_bar(agency.short_name or agency.name, counts) for agency, counts in shown)
    return ProgressChart(title, bars)


def _bar(label: str, counts: StateCounts) -> ChartBar:
    return ChartBar(label, {part: counts.count(state) for part, state in PARTS.items()})
