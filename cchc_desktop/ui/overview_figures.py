"""What the overview says, worked out from a board without the window: figures, bars and rows.

All of it can be made away from the window's thread; the screen only shows it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.progress_chart import ChartBar, ChartPart, ProgressChart
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.progress_summary import StateCounts
from cchc_desktop.domain.report_figures import percent_text
from cchc_desktop.domain.reporting_calendar import REPORT_CODES
from cchc_desktop.domain.tracking import TrackedState
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.report_charts import PARTS
from cchc_desktop.ui.overview_rows import (
    AgencyRow,
    WorkRow,
    due_rows,
    late_rows,
    unreported_rows,
    waiting_rows,
)

TaskIds = frozenset[TaskId]

DUE_DAYS = (7, 15, 30)
"""How far ahead the officer can look."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One of the large figures.

    Attributes:
        value: The figure as shown, "29" or "29/38".
        words: What is counted.
        note: What it is made of, or "".
        tone: The token in which it is written.
    """

    value: str
    words: str
    note: str
    tone: str
    tasks: TaskIds


@dataclass(frozen=True)
class OverviewBar:
    """A section or an agency in a chart, and its tasks."""

    label: str
    counts: StateCounts

    @property
    def end_words(self) -> str:
        """The tasks done of those that apply, as written behind the bar."""
        return f"{self.counts.done}/{self.counts.applicable}"

    @property
    def late(self) -> int:
        """The number of tasks late and not done."""
        return self.counts.count(ProgressState.OVERDUE)

    def tasks(self, part: ChartPart | None) -> TaskIds:
        """Return the tasks of a part; of None all that the bar shows."""
        states = PARTS.values() if part is None else (PARTS[part],)
        return frozenset(t for state in states for t in self.counts.tasks.get(state, ()))

    @property
    def chart_bar(self) -> ChartBar:
        """The bar as it is drawn."""
        parts = {part: self.counts.count(state) for part, state in PARTS.items()}
        return ChartBar(self.label, parts)


@dataclass(frozen=True)
class BarGroup:
    """The bars of one chart."""

    title: str
    bars: tuple[OverviewBar, ...]

    def chart(self, limit: int | None = None) -> ProgressChart:
        """Return the chart of the first ``limit`` bars."""
        return ProgressChart(self.title, tuple(bar.chart_bar for bar in self.bars[:limit]))


@dataclass(frozen=True, slots=True)
class PeriodGlance:
    """One of the year's four reports.

    Attributes:
        done: The tasks done by its cut-off; None while that is to come.
        applicable: The tasks that applied then; None as ``done``.
    """

    period: ReportingPeriod
    done: int | None = None
    applicable: int | None = None


@dataclass(frozen=True)
class OverviewFigures:
    """All that the overview shows of one board.

    Attributes:
        figures: The five large figures.
        led_by_nobody: Tasks with work whose leading agency is not recognised.
        due: What comes within the longest of ``DUE_DAYS``.
        agencies_expected: Agencies with work that calls for a report in the period.
        agencies_complete: Those of them with something recorded on all of it.
        year: The four reports; only the one looked at is counted here.
        is_untouched: Whether nothing was ever recorded on the plan.
    """

    board: ProgressBoard
    figures: tuple[Figure, ...]
    sections: BarGroup
    agencies: BarGroup
    led_by_nobody: TaskIds
    late: tuple[WorkRow, ...]
    due: tuple[WorkRow, ...]
    waiting: tuple[WorkRow, ...]
    unreported: tuple[AgencyRow, ...]
    agencies_expected: int
    agencies_complete: int
    year: tuple[PeriodGlance, ...] = field(default_factory=tuple)
    is_untouched: bool = False

    def due_within(self, days: int) -> tuple[WorkRow, ...]:
        """Return what is due within so many days, at most the longest of ``DUE_DAYS``."""
        return tuple(row for row in self.due if row.days is not None and row.days <= days)


def overview_of(board: ProgressBoard) -> OverviewFigures:
    """Return all that the overview shows of a board."""
    summary = board.summary
    unreported = board.unreported()
    expected = _owners(s for s in board.states if s.is_reported) | _owners(unreported)
    return OverviewFigures(
        board=board,
        figures=_figures(summary.whole),
        sections=BarGroup(
            "Theo lĩnh vực",
            tuple(
                OverviewBar(f"{s.number}  {s.title.text}".strip(), summary.by_section[s.id])
                for s in board.plan.sections
                if s.tasks
            ),
        ),
        agencies=BarGroup("Theo cơ quan chủ trì", _agency_bars(board)),
        led_by_nobody=frozenset(
            s.item.counted_task.id
            for s in board.states
            if s.item.agency_id is None and not s.item.leads
        ),
        late=late_rows(board),
        due=due_rows(board, max(DUE_DAYS)),
        waiting=waiting_rows(board),
        unreported=unreported_rows(board, unreported),
        agencies_expected=len(expected),
        agencies_complete=len(expected - _owners(unreported)),
        year=tuple(
            _counted(period, summary.whole) if period == board.period else PeriodGlance(period)
            for period in report_periods(board.periods)
        ),
        is_untouched=not board.book.records,
    )


def past_glance(board: ProgressBoard, period: ReportingPeriod) -> PeriodGlance:
    """Return how the plan stood at the cut-off of another period; asks for a moment's work."""
    return _counted(period, board.at(period).summary.whole)


def report_periods(periods: Iterable[ReportingPeriod]) -> tuple[ReportingPeriod, ...]:
    """Return those of the periods whose reports the ministry asks for."""
    return tuple(period for period in periods if period.key.code in REPORT_CODES)


def _figures(counts: StateCounts) -> tuple[Figure, ...]:
    state = ProgressState
    on_time, late_done = counts.count(state.DONE_ON_TIME), counts.count(state.DONE_LATE)
    not_due, awaiting = counts.count(state.NOT_DUE), counts.count(state.NOT_ARISEN)
    dropped = counts.count(state.DROPPED)
    percent = counts.done_percent
    share = "" if percent is None else f"{percent_text(percent)} %"
    return (
        Figure(
            str(counts.total),
            "nhiệm vụ trong kế hoạch",
            f"{dropped} không còn phù hợp" if dropped else "",
            "text",
            _tasks(counts, *state),
        ),
        Figure(
            f"{counts.done}/{counts.applicable}",
            f"đã hoàn thành ({share})" if share else "đã hoàn thành",
            f"{on_time} đúng hạn, {late_done} quá hạn" if counts.done else "",
            "done",
            _tasks(counts, state.DONE_ON_TIME, state.DONE_LATE),
        ),
        Figure(
            str(counts.count(state.IN_PROGRESS)),
            "đang thực hiện",
            "",
            "accent",
            _tasks(counts, state.IN_PROGRESS),
        ),
        Figure(
            str(counts.count(state.OVERDUE)),
            "quá hạn chưa xong",
            "",
            "late",
            _tasks(counts, state.OVERDUE),
        ),
        Figure(
            str(not_due + awaiting),
            "chưa đến hạn, chờ sự việc",
            f"{not_due} chưa đến hạn, {awaiting} chờ" if not_due and awaiting else "",
            "waiting",
            _tasks(counts, state.NOT_DUE, state.NOT_ARISEN),
        ),
    )


def _tasks(counts: StateCounts, *states: ProgressState) -> TaskIds:
    return frozenset(t for state in states for t in counts.tasks.get(state, ()))


def _agency_bars(board: ProgressBoard) -> tuple[OverviewBar, ...]:
    """Return the leading agencies, those with most late tasks first, then with most tasks."""
    bars = []
    for agency_id, counts in board.summary.by_agency.items():
        agency = board.catalogue.agency(agency_id)
        if agency is not None:
            bars.append(OverviewBar(agency.name, counts))
    return tuple(sorted(bars, key=lambda bar: (-bar.late, -bar.counts.total)))


def _owners(states: Iterable[TrackedState]) -> set[AgencyId]:
    found: set[AgencyId] = set()
    for state in states:
        found.update(state.item.leads if state.item.agency_id is None else (state.item.agency_id,))
    return found


def _counted(period: ReportingPeriod, counts: StateCounts) -> PeriodGlance:
    return PeriodGlance(period, counts.done, counts.applicable)
