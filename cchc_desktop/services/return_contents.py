"""What goes into each agency's workbook, from the plan and the record as they stand."""

from collections.abc import Iterable

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.agency_return import (
    CooperationLine,
    PieceRef,
    ReturnLine,
    ReturnValue,
    recorded_values,
)
from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.plan import Assignment, PlanTask, Section, TaskNumbering
from cchc_desktop.domain.progress import Progress
from cchc_desktop.domain.return_catalogue import ReturnCatalogue
from cchc_desktop.domain.return_comparison import CurrentPiece
from cchc_desktop.domain.tracking import TrackedItem, TrackedState, leading_agencies
from cchc_desktop.services.progress_board import ProgressBoard

_LONGEST_CELL = 32_000
"""Excel silently cuts a text after 32,767 characters."""


def leaders(item: TrackedItem) -> tuple[AgencyId, ...]:
    """Return who reports on a piece of work."""
    return item.leads if item.agency_id is None else (item.agency_id,)


def piece_ref(item: TrackedItem) -> PieceRef:
    """Return the name of a piece of work in a workbook."""
    deliverable_id = item.deliverable.id if item.deliverable else None
    return PieceRef(item.task.id, deliverable_id, item.agency_id)


def row_number(board: ProgressBoard, item: TrackedItem) -> str:
    """Return a number that is unique in the plan: "II.3.a"."""
    return _number(board, item.section, item.counted_task, item.parent and item.task)


def _number(
    board: ProgressBoard, section: Section, task: PlanTask, subtask: PlanTask | None
) -> str:
    is_continuous = board.plan.task_numbering is TaskNumbering.CONTINUOUS
    parts = ["" if is_continuous else section.number, task.number.rstrip(".)")]
    if subtask is not None:
        parts.append(subtask.number.rstrip(".)"))
    return ".".join(part for part in parts if part)


def current_piece(board: ProgressBoard, state: TrackedState) -> CurrentPiece:
    """Return a piece of work as returned rows are compared with it."""
    item = state.item
    return CurrentPiece(
        piece_ref(item),
        row_number(board, item),
        item.task.content.text,
        frozenset(leaders(item)),
        recorded_values(own_record(state, board.period)),
    )


def own_record(state: TrackedState, period: ReportingPeriod) -> Progress | None:
    """Return the record that a return would write to: not that of a predecessor's."""
    record = state.record
    if record is None or record.key != state.item.key(period.key):
        return None
    return record


def return_lines(
    board: ProgressBoard, states: Iterable[TrackedState], catalogue: ReturnCatalogue
) -> tuple[ReturnLine, ...]:
    """Return the rows of an agency's workbook, in the plan's order."""
    return tuple(_line(board, state, catalogue) for state in states)


def _line(board: ProgressBoard, state: TrackedState, catalogue: ReturnCatalogue) -> ReturnLine:
    item = state.item
    content = item.task.content.text
    if item.parent is not None:
        content = f"{item.parent.content.text}\n{item.task.number} {content}"
    deliverable = item.deliverable
    values = recorded_values(own_record(state, board.period))
    return ReturnLine(
        piece=piece_ref(item),
        number=row_number(board, item),
        content=_fitting(content),
        product=_fitting(deliverable.product.text) if deliverable else "",
        deadline=_fitting(deliverable.deadline.text.text) if deliverable else "",
        before=_fitting(_before(board, state.previous, catalogue)),
        values={of: _fitting_value(value) for of, value in values.items()},
    )


def _before(board: ProgressBoard, record: Progress | None, catalogue: ReturnCatalogue) -> str:
    """Return in words what was reported last: when, how it stood, and what was done."""
    if record is None:
        return ""
    period = next((p for p in board.periods if p.key == record.key.period), None)
    said = [f"({period.title})" if period else ""]
    if record.statement is not None:
        said.append(catalogue.statements[record.statement])
    if record.percent is not None:
        said.append(f"{record.percent}%")
    if record.done_on is not None:
        said.append(f"ngày {record.done_on:%d/%m/%Y}")
    lines = [" ".join(part for part in said if part), record.result]
    return "\n".join(line for line in lines if line)


def cooperation_lines(board: ProgressBoard) -> dict[AgencyId, list[CooperationLine]]:
    """Return, for each agency, the tasks on which it co-operates without leading them."""
    found: dict[AgencyId, list[CooperationLine]] = {}
    for section in board.plan.sections:
        for top in section.tasks:
            for task in (top, *top.subtasks):
                if not task.is_leaf:
                    continue
                lines = tuple(_cooperation(board, section, top, task))
                leading = set(_named(board, task.lead))
                for agency_id in _named(board, task.cooperating):
                    if agency_id not in leading:
                        found.setdefault(agency_id, []).extend(lines)
    return found


def _named(board: ProgressBoard, assignment: Assignment) -> tuple[AgencyId, ...]:
    return leading_agencies(assignment.reading, board.catalogue, board.day)


def _cooperation(
    board: ProgressBoard, section: Section, top: PlanTask, task: PlanTask
) -> Iterable[CooperationLine]:
    is_sub = task is not top
    content = task.content.text
    if is_sub:
        content = f"{top.content.text}\n{task.number} {content}"
    number = _number(board, section, top, task if is_sub else None)
    lead = task.lead.text.text or top.lead.text.text
    for deliverable in task.deliverables or (None,):
        yield CooperationLine(
            number,
            content,
            deliverable.product.text if deliverable else "",
            deliverable.deadline.text.text if deliverable else "",
            lead,
        )


def _fitting_value(value: ReturnValue) -> ReturnValue:
    # A statement is a text of its own kind, and short.
    return _fitting(value) if type(value) is str else value


def _fitting(text: str) -> str:
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"
