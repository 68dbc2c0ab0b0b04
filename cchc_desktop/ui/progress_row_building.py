"""Builds the rows of the progress table from a board, in printed order.

A task with one product that one body answers for is one row.  A task with several
products has a row above them, and where a group leads, the row above its members counts
them ("37/40 đơn vị đã xong") and keeps them closed until they are asked for.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.agency import AgencyCatalogue
from cchc_desktop.domain.plan import PlanTask, Section, TaskId
from cchc_desktop.domain.progress_state import ProgressState, combine
from cchc_desktop.domain.tracking import TrackedState
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.ui.progress_rows import ProgressRow, RowKey, RowKind


def progress_rows(board: ProgressBoard) -> tuple[ProgressRow, ...]:
    """Return the rows of a plan as it stands on a board."""
    return tuple(_Builder(board).build())


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where the rows of a task go.

    Attributes:
        counted: The task, or the one above it, that is counted by STT.
        above: The place of the row above them.
        level: How deep they stand.
    """

    section: Section
    task: PlanTask
    counted: PlanTask
    above: int
    level: int

    def below(self, place: int) -> "_Spot":
        """Return the spot of the rows below the row at ``place``."""
        return _Spot(self.section, self.task, self.counted, place, self.level + 1)


class _Builder:
    def __init__(self, board: ProgressBoard) -> None:
        self._board = board
        self._catalogue = board.catalogue
        self._rows: list[ProgressRow] = []
        self._of_task: dict[TaskId, list[TrackedState]] = {}
        for state in board.states:
            self._of_task.setdefault(state.item.task.id, []).append(state)

    def build(self) -> list[ProgressRow]:
        for section in self._board.plan.sections:
            title = section.title.text
            key = RowKey(RowKind.SECTION, section.id)
            place = self._add(
                ProgressRow(key, -1, 0, section, title, section.number, task_text=title)
            )
            for task in section.tasks:
                if task.subtasks:
                    self._add_heading(_Spot(section, task, task, place, 0))
                else:
                    self._add_task(_Spot(section, task, task, place, 0))
        return self._rows

    def _add(self, row: ProgressRow) -> int:
        self._rows.append(row)
        return len(self._rows) - 1

    def _add_heading(self, spot: _Spot) -> None:
        task = spot.task
        parts = [self._of_task.get(t.id, []) for t in (task, *task.subtasks)]
        parts = [states for states in parts if states]
        states = tuple(state for part in parts for state in part)
        place = self._add_parent(spot, states, "nhiệm vụ con", _counts_of(parts))
        for product in _by_product(self._of_task.get(task.id, [])):
            self._add_product(spot.below(place), product)
        for subtask in task.subtasks:
            self._add_task(_Spot(spot.section, subtask, task, place, spot.level + 1))

    def _add_task(self, spot: _Spot) -> None:
        states = self._of_task.get(spot.task.id, [])
        products = _by_product(states)
        if len(products) > 1:
            place = self._add_parent(spot, tuple(states), "sản phẩm", _counts_of(products))
            for product in products:
                self._add_product(spot.below(place), product)
        elif len(states) > 1:
            place = self._add_group(spot, tuple(states))
            self._add_members(spot.below(place), states)
        elif states:
            self._add_work(spot, states[0])

    def _add_parent(
        self, spot: _Spot, states: tuple[TrackedState, ...], noun: str, counts: tuple[int, int]
    ) -> int:
        task = spot.task
        content, lead = task.content.text, task.lead.text.text
        return self._add(
            ProgressRow(
                RowKey(RowKind.TASK, task.id),
                spot.above,
                spot.level,
                spot.section,
                content,
                task.number,
                agency=lead,
                task=task,
                counted=spot.counted,
                states=states,
                verdict=combine([s.verdict for s in states]),
                count_noun=noun,
                counts=counts,
                task_text=_joined(content, lead),
            )
        )

    def _add_product(self, spot: _Spot, states: Sequence[TrackedState]) -> None:
        """Add one of several products of a task."""
        deliverable = states[0].item.deliverable
        words = deliverable.product.text if deliverable else ""
        title = words or "Sản phẩm chưa ghi tên"
        if len(states) == 1:
            self._add_work(spot, states[0], title)
            return
        place = self._add_group(spot, tuple(states), title, deliverable.id if deliverable else 0)
        self._add_members(spot.below(place), states)

    def _add_group(
        self,
        spot: _Spot,
        states: tuple[TrackedState, ...],
        title: str = "",
        product_id: int = 0,
    ) -> int:
        task = spot.task
        deliverable = states[0].item.deliverable
        content, lead = task.content.text, task.lead.text.text
        product = deliverable.product.text if deliverable and not title else ""
        return self._add(
            ProgressRow(
                RowKey(RowKind.TASK, task.id, product_id),
                spot.above,
                spot.level,
                spot.section,
                title or content,
                "" if title else task.number,
                product,
                lead,
                task,
                spot.counted,
                deliverable,
                states=states,
                verdict=combine([s.verdict for s in states]),
                has_members=True,
                count_noun="đơn vị",
                counts=_counts_of([[state] for state in states]),
                task_text=_joined(content, product or title, lead),
            )
        )

    def _add_members(self, spot: _Spot, states: Sequence[TrackedState]) -> None:
        task = spot.task
        shared = self._rows[spot.above].task_text
        for state in states:
            item = state.item
            agency = self._catalogue.agency(item.agency_id) if item.agency_id is not None else None
            name = agency.name if agency else "Các đơn vị"
            product = item.deliverable.id if item.deliverable else 0
            key = RowKey(RowKind.WORK, task.id, product, item.agency_id or 0)
            self._add(
                ProgressRow(
                    key,
                    spot.above,
                    spot.level,
                    spot.section,
                    name,
                    agency=name,
                    task=task,
                    counted=spot.counted,
                    deliverable=item.deliverable,
                    state=state,
                    states=(state,),
                    verdict=state.verdict,
                    is_member=True,
                    task_text=shared,
                    own_text=_joined(name, *_record_texts(state)),
                )
            )

    def _add_work(self, spot: _Spot, state: TrackedState, title: str = "") -> None:
        task = spot.task
        deliverable = state.item.deliverable
        content = task.content.text
        product = deliverable.product.text if deliverable and not title else ""
        product_id = deliverable.id if deliverable and title else 0
        who = _answering(state, self._catalogue) or task.lead.text.text
        self._add(
            ProgressRow(
                RowKey(RowKind.WORK, task.id, product_id),
                spot.above,
                spot.level,
                spot.section,
                title or content,
                "" if title else task.number,
                product,
                who,
                task,
                spot.counted,
                deliverable,
                state,
                (state,),
                state.verdict,
                task_text=_joined(content, product or title, who),
                own_text=_joined(*_record_texts(state)),
            )
        )


def _answering(state: TrackedState, catalogue: AgencyCatalogue) -> str:
    agency_id = state.item.agency_id
    agency = catalogue.agency(agency_id) if agency_id is not None else None
    return agency.name if agency else ""


def _joined(*texts: str) -> str:
    return "\n".join(text for text in texts if text)


def _record_texts(state: TrackedState) -> Iterator[str]:
    record = state.record
    if record is not None:
        for text in (record.result, record.difficulties, record.proposals):
            if text:
                yield text


def _by_product(states: Sequence[TrackedState]) -> list[list[TrackedState]]:
    products: dict[int, list[TrackedState]] = {}
    for state in states:
        deliverable = state.item.deliverable
        products.setdefault(deliverable.id if deliverable else 0, []).append(state)
    return list(products.values())


def _counts_of(parts: Sequence[Sequence[TrackedState]]) -> tuple[int, int]:
    """Return how many parts are done, of those that still apply."""
    states = [combine([s.verdict for s in part]).state for part in parts]
    applying = [state for state in states if state is not ProgressState.DROPPED]
    return sum(state.is_done for state in applying), len(applying)
