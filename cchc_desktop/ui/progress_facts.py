"""What the details of a piece of work say: what it is judged by, its checkpoints, its year."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.domain.checkpoints import checkpoints
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.progress import Occurrence, Progress, ProgressBook
from cchc_desktop.domain.progress_state import ProgressState, Verdict, combine
from cchc_desktop.domain.reporting_calendar import REPORT_CODES
from cchc_desktop.domain.tracking import TrackedItem, Tracker
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.progress_sentences import STATEMENTS, STATES
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.progress_rows import ProgressRow

Reported = tuple[ReportingPeriod, Progress]


@dataclass(frozen=True, slots=True)
class PeriodState:
    """How work stands in one of the year's periods.

    Attributes:
        verdict: None while the period has not begun.
        day: The day looked at.
    """

    period: ReportingPeriod
    verdict: Verdict | None
    day: date


def reports_of(board: ProgressBoard, row: ProgressRow) -> tuple[Reported, ...]:
    """Return all records of a piece of work with their periods, in order."""
    if row.state is None or row.deliverable is None:
        return ()
    agency_id = row.state.item.agency_id
    known = {period.key: period for period in board.periods}
    found = [
        (known[key.period], record)
        for key, record in board.book.records.items()
        if key.deliverable_id == row.deliverable.id
        and key.agency_id == agency_id
        and key.period in known
        and not record.is_blank
    ]
    return tuple(sorted(found, key=lambda pair: pair[0].order))


def grounds(board: ProgressBoard, row: ProgressRow) -> str:
    """Return in words which record and which day the state is judged by."""
    looked_at = f"Xét đến ngày {format_day(board.day)}."
    if row.state is None:
        return looked_at
    record = row.state.record or row.state.previous
    if record is None:
        return f"{looked_at} Chưa có ghi nhận nào đến hết kỳ này."
    period = next((p for p in board.periods if p.key == record.key.period), board.period)
    said = STATEMENTS[record.statement] if record.statement else "chưa ghi tình hình"
    if record.done_on:
        said = f"{said}, ngày {format_day(record.done_on)}"
    return f"{looked_at} Theo ghi nhận kỳ {period.title}: {said}."


def checkpoint_lines(board: ProgressBoard, row: ProgressRow) -> tuple[str, ...]:
    """Return each checkpoint of a deadline that has several, with what was reported by then."""
    if row.deliverable is None or row.state is None:
        return ()
    reading = row.deliverable.deadline.reading
    occurrence = board.book.occurrences.get(row.deliverable.id)
    points = checkpoints(reading, board.plan.year, occurrence)
    if len(points) < 2:
        return ()
    reports = reports_of(board, row)
    lines = []
    for number, point in enumerate(points, 1):
        covering = [(p, r) for p, r in reports if p.first_day <= point.due <= p.last_day]
        if covering:
            period, record = covering[0]
            said = STATEMENTS[record.statement] if record.statement else "có ghi kết quả"
            what = f"{period.name}: {said}"
        elif point.due > board.day:
            what = "chưa đến"
        else:
            what = "chưa báo cáo"
        lines.append(f"{number}. {format_day(point.due)} – {what}")
    return tuple(lines)


def milestone_count(row: ProgressRow) -> int:
    """Return how many last days a dated deadline has, 0 where there is but one."""
    if row.deliverable is None or row.state is None:
        return 0
    reading = row.deliverable.deadline.reading
    many = reading.kind is DeadlineKind.DATED and len(reading.milestones) > 1
    return len(reading.milestones) if many else 0


def year_states(board: ProgressBoard, row: ProgressRow, today: date) -> tuple[PeriodState, ...]:
    """Return how a task or a piece of it stands in each of the four periods of the year."""
    if row.counted is None or not row.states:
        return ()
    section = replace(row.section, tasks=(row.counted,))
    plan = replace(board.plan, sections=(section,))
    products = {s.item.deliverable.id for s in row.states if s.item.deliverable}
    records = {k: r for k, r in board.book.records.items() if k.deliverable_id in products}
    book = ProgressBook(records, board.book.occurrences, board.book.follow_modes)
    tracker = Tracker(plan, board.catalogue, book, board.periods)
    wanted = {_name(s.item) for s in row.states}
    found = []
    by_code = {period.key.code: period for period in board.periods}
    for code in REPORT_CODES:
        period = by_code.get(code)
        if period is None:
            continue
        day = min(period.last_day, max(today, period.first_day))
        if period.key == board.period.key:
            day = board.day
        if period.first_day > today and not any(k.period == period.key for k in records):
            found.append(PeriodState(period, None, day))
            continue
        states = [s for s in tracker.states(period, day) if _name(s.item) in wanted]
        verdict = combine([s.verdict for s in states]) if states else None
        found.append(PeriodState(period, verdict, day))
    return tuple(found)


def _name(item: TrackedItem) -> tuple[int, int, int]:
    product = item.deliverable.id if item.deliverable else 0
    return item.task.id, product, item.agency_id or 0


def event_words(occurrence: Occurrence) -> str:
    """Return in words the event that a deadline waited for, and when the work is due now."""
    document = f" – {occurrence.document}" if occurrence.document else ""
    due = f"; hạn {format_day(occurrence.due)}" if occurrence.due else ""
    return f"Sự việc phát sinh ngày {format_day(occurrence.happened_on)}{document}{due}"


def part_lines(row: ProgressRow) -> list[str]:
    """Return how many of the parts below a row stand in each state."""
    counts = Counter(state.verdict.state for state in row.states)
    lines = [row.counts_text] if row.counts_text else []
    return lines + [f"{STATES[s]}: {counts[s]}" for s in ProgressState if s in counts]


def unfinished_members(rows: Sequence[ProgressRow], row: ProgressRow) -> list[str]:
    """Return the members below a row that still have something to do."""
    if not row.has_members:
        return []
    return [
        child.title
        for child in rows
        if child.is_member
        and rows[child.above].key == row.key
        and child.verdict
        and not child.verdict.state.is_done
        and child.verdict.state is not ProgressState.DROPPED
    ]
