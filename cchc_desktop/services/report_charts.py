"""The charts of progress, one description for the screen and for the printed report."""

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


def agency_chart(board: ProgressBoard) -> ProgressChart:
    """Return the tasks each agency leads by state, in catalogue order."""
    bars = []
    for agency in board.catalogue.agencies:
        counts = board.summary.by_agency.get(agency.id)
        if counts is not None and counts.applicable:
            bars.append(_bar(agency.short_name or agency.name, counts))
    return ProgressChart("Tiến độ theo cơ quan, đơn vị chủ trì", tuple(bars))


def _bar(label: str, counts: StateCounts) -> ChartBar:
    return ChartBar(label, {part: counts.count(state) for part, state in PARTS.items()})
