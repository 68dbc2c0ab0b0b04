"""The rows of the overview's lists: late, soon due, waiting, not reported."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.plan import PlanTask, TaskId
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.progress_summary import DueWork
from cchc_desktop.domain.tracking import TrackedItem, TrackedState
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.ui.date_field import format_day

_FEW_NAMES = 2
_UNKNOWN_LEAD = "chưa rõ cơ quan chủ trì"


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A task in a list, counted by its STT.

    Attributes:
        badge: What is urgent about it: "quá 12 ngày", "còn 5 ngày".
        tone: The state colour of the badge.
        sign: The badge's icon.
        words: The task, and which part of it where not all of it is meant.
        tail: Its day and whose it is.
        days: Days from the day looked at, negative when passed; None without a day.
    """

    badge: str
    tone: str
    sign: str
    words: str
    tail: str
    tasks: frozenset[TaskId]
    days: int | None = None


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency in the list of those that have not reported; as ``WorkRow``."""

    badge: str
    tone: str
    sign: str
    words: str
    tail: str
    tasks: frozenset[TaskId]


ListRow = WorkRow | AgencyRow


def late_rows(board: ProgressBoard) -> tuple[WorkRow, ...]:
    """Return the tasks that are late, the latest first."""
    return tuple(
        _due_row(board, works, f"quá {-works[0].days_left} ngày", "late", "triangle-alert")
        for works in _by_task(board.late())
    )


def due_rows(board: ProgressBoard, days: int) -> tuple[WorkRow, ...]:
    """Return the tasks with something due within so many days, the nearest first."""
    rows = []
    for works in _by_task(board.due_within(days)):
        first = works[0]
        tone, sign = ("waiting", "repeat") if first.is_turn else ("soon", "clock")
        rows.append(_due_row(board, works, _left_words(first.days_left), tone, sign))
    return tuple(rows)


def waiting_rows(board: ProgressBoard) -> tuple[WorkRow, ...]:
    """Return the tasks with work that waits for something to happen, in printed order."""
    found: dict[TaskId, list[TrackedItem]] = {}
    for state in board.states:
        if state.verdict.state is ProgressState.NOT_ARISEN:
            found.setdefault(state.item.counted_task.id, []).append(state.item)
    rows = []
    for items in found.values():
        deliverable = items[0].deliverable
        deadline = deliverable.deadline.text.text if deliverable else ""
        tail = _joined(deadline, _whose(board, items))
        tasks = frozenset((items[0].counted_task.id,))
        rows.append(WorkRow("chờ", "waiting", "hourglass", _words(items), tail, tasks))
    return tuple(rows)


def unreported_rows(
    board: ProgressBoard, unreported: Sequence[TrackedState]
) -> tuple[AgencyRow, ...]:
    """Return the agencies with work on which nothing was recorded in the period, most first."""
    found: dict[AgencyId | None, set[TaskId]] = {}
    for state in unreported:
        item = state.item
        owners: Iterable[AgencyId | None] = (item.agency_id,)
        if item.agency_id is None:
            owners = item.leads or (None,)
        for owner in owners:
            found.setdefault(owner, set()).add(item.counted_task.id)
    rows = []
    for agency_id, tasks in sorted(found.items(), key=lambda pair: -len(pair[1])):
        agency = board.catalogue.agency(agency_id) if agency_id is not None else None
        counts = board.summary.by_agency.get(agency_id) if agency_id is not None else None
        tail = f"trong {counts.total} nhiệm vụ chủ trì" if counts else ""
        name = agency.name if agency else _capital(_UNKNOWN_LEAD)
        badge = f"{len(tasks)} nhiệm vụ"
        rows.append(AgencyRow(badge, "waiting", "file-text", name, tail, frozenset(tasks)))
    return tuple(rows)


def _by_task(works: Iterable[DueWork]) -> Iterable[list[DueWork]]:
    """Yield the works of each counted task together, in the order of their first."""
    found: dict[TaskId, list[DueWork]] = {}
    for work in works:
        found.setdefault(work.state.item.counted_task.id, []).append(work)
    return found.values()


def _due_row(
    board: ProgressBoard, works: Sequence[DueWork], badge: str, tone: str, sign: str
) -> WorkRow:
    first = works[0]
    same_day = [work.state.item for work in works if work.due == first.due]
    day = f"{'kỳ' if first.is_turn else 'hạn'} {format_day(first.due)}"
    tail = _joined(day, _whose(board, same_day))
    tasks = frozenset((first.state.item.counted_task.id,))
    return WorkRow(badge, tone, sign, _words(same_day), tail, tasks, first.days_left)


def _left_words(days: int) -> str:
    match days:
        case 0:
            return "hôm nay"
        case 1:
            return "ngày mai"
    return f"còn {days} ngày"


def _words(items: Sequence[TrackedItem]) -> str:
    """Return a task with its number, and the part that is meant where it has several."""
    task = items[0].counted_task
    number = f"{items[0].section.number}.{task.number}".strip(".")
    parts = list(dict.fromkeys(_part_words(item) for item in items))
    words = f"{number}. {task.content.text}".strip()
    if not _has_parts(task):
        return words
    return f"{words}: {'; '.join(parts)}" if len(parts) <= _FEW_NAMES else words


def _has_parts(task: PlanTask) -> bool:
    return bool(task.subtasks) or len(task.deliverables) > 1


def _part_words(item: TrackedItem) -> str:
    product = item.deliverable.product.text if item.deliverable else ""
    if item.parent is None:
        return product or item.task.content.text
    words = f"{item.task.number} {item.task.content.text}"
    return f"{words} ({product})" if len(item.task.deliverables) > 1 and product else words


def _whose(board: ProgressBoard, items: Sequence[TrackedItem]) -> str:
    """Return who answers: as the plan words it, or the members that are followed each."""
    members = list(dict.fromkeys(item.agency_id for item in items if item.agency_id is not None))
    if not members:
        return items[0].task.lead.text.text or _UNKNOWN_LEAD
    if len(members) > _FEW_NAMES:
        return f"{len(members)} đơn vị"
    agencies = (board.catalogue.agency(member) for member in members)
    return "; ".join(agency.name for agency in agencies if agency)


def _joined(*parts: str) -> str:
    return "\N{NO-BREAK SPACE}· ".join(part for part in parts if part)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
