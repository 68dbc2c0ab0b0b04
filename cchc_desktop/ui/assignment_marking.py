"""What an officer does with the marks (set, clear, copy, fill), and what is proposed for it."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from cchc_desktop.domain.agency import AgencyId, Role
from cchc_desktop.domain.assignment_matrix import AssignmentMatrix, MatrixRow
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.services.assignment_changes import (
    AssignmentChange,
    TaskProposal,
    WordingEdit,
    mark_changes,
)
from cchc_desktop.ui.assignment_clipboard import Block, block_text, read_block
from cchc_desktop.ui.assignment_grid import COUNTED_ROLES
from cchc_desktop.ui.assignment_model import AssignmentModel, Spot
from cchc_desktop.ui.assignment_table import AssignmentTable
from cchc_desktop.ui.assignment_wording_card import Wording
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.workspace import Workspace

_CLOSED_COLUMN = "Mở nhóm cột (phím +) để đánh dấu từng cơ quan."


class AssignmentMarking(QObject):
    """Gathers the marks that are wanted and asks for the wordings they need.

    Attributes:
        writes_at_once: Whether wordings are written without asking where all can be proposed.

    Signals:
        proposed(tuple): These ``Wording`` are proposed; none means nothing is wanted any more.
    """

    proposed = Signal(object)

    def __init__(
        self, workspace: Workspace, messages: Messages, table: AssignmentTable, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._table = table
        self._grid: AssignmentModel = table.grid
        self._wanted: dict[Spot, Role | None] = {}
        self._job: Job | None = None
        self._is_to_write = False
        self.writes_at_once = False
        self.wordings: tuple[Wording, ...] = ()

    @property
    def is_asking(self) -> bool:
        """Whether the wordings for what is wanted are not known yet."""
        return self._job is not None

    @property
    def is_pending(self) -> bool:
        """Whether marks are wanted that are not written."""
        return bool(self._wanted)

    @Slot(object)
    def mark(self, role: Role | None) -> None:
        """Want ``role`` in the selected cells; None for no part."""
        places = self._table.selected_places()
        if places and all(self._is_closed(column) for _, column in places):
            self._messages.inform(_CLOSED_COLUMN)
            return
        self.want({spot: role for place in places if (spot := self._spot(*place))})

    def want(self, marks: Mapping[Spot, Role | None]) -> None:
        """Want marks in cells besides those wanted already."""
        if marks:
            self._set_wanted(self._wanted | dict(marks))

    @Slot()
    def forget(self) -> None:
        """Want nothing any more."""
        self._set_wanted({})

    @Slot()
    def copy(self) -> None:
        """Put the block of marks that the selection spans on the clipboard."""
        places = self._table.selected_places()
        if places:
            rows = range(min(r for r, _ in places), max(r for r, _ in places) + 1)
            columns = range(min(c for _, c in places), max(c for _, c in places) + 1)
            block = tuple(tuple(self._counted(r, c) for c in columns) for r in rows)
            QGuiApplication.clipboard().setText(block_text(block))

    @Slot()
    def paste(self) -> None:
        """Want the marks on the clipboard, from the selection's corner; one mark fills it."""
        places = self._table.selected_places()
        block, unread = read_block(QGuiApplication.clipboard().text())
        if not places or not block:
            return
        if unread:
            self._messages.warn(
                f"{unread} ô trên bảng tạm không phải C, P hay ô trống, nên không dán."
            )
            return
        if len(block) == 1 and len(block[0]) == 1:
            self.mark(block[0][0])
            return
        top, left = min(r for r, _ in places), min(c for _, c in places)
        marks: dict[Spot, Role | None] = {}
        refused = 0
        for row, line in enumerate(block, top):
            for column, role in enumerate(line, left):
                spot = self._spot(row, column)
                if spot is not None:
                    marks[spot] = role
                else:
                    refused += role is not None
        self._select_pasted(block, top, left)
        self.want(marks)
        if refused:
            self._messages.warn(f"{refused} dấu không có ô tương ứng trong bảng, nên không dán.")

    @Slot()
    def fill_down(self) -> None:
        """Want the marks of the selection's top row below; one row takes the row above."""
        places = self._table.selected_places()
        if not places:
            return
        top = min(row for row, _ in places)
        if all(row == top for row, _ in places):
            top -= 1
        source = self._grid.row_at(top)
        if source is None or source.task is None:
            return
        marks = {
            spot: self._counted(top, column)
            for row, column in places
            if row != top and (spot := self._spot(row, column))
        }
        self.want(marks)

    def write(self, edits: Sequence[WordingEdit], left: Sequence[TaskId] = ()) -> None:
        """Write wordings in one step.

        Args:
            edits: The wordings.
            left: Tasks whose marks are still wanted afterwards, as nobody worded them yet.
        """
        if not edits:
            return
        kept = {spot: role for spot, role in self._wanted.items() if spot[0] in set(left)}

        def done(_change: ChangeSet) -> None:
            self._set_wanted(kept)

        self._workspace.mutate(
            lambda s: s.assignments.apply(tuple(edits)), done, self._messages.error
        )

    def write_when_proposed(self) -> None:
        """Write what is being asked for once it is known, where all can be proposed."""
        self._is_to_write = self.is_asking

    def rebase(self) -> None:
        """Look at what is wanted again, now that the plan is another."""
        if self._wanted:
            self._set_wanted(self._wanted)

    def _set_wanted(self, wanted: Mapping[Spot, Role | None]) -> None:
        matrix = self._grid.matrix
        self._wanted = {
            spot: role
            for spot, role in wanted.items()
            if matrix is not None
            and (row := matrix.row(spot[0])) is not None
            and _saved_role(row, spot[1]) is not role
        }
        self._is_to_write = False
        self._grid.set_proposed(self._wanted)
        if self._job is not None:
            self._job.cancel()
            self._job = None
        changes = tuple(_changes(matrix, self._wanted)) if matrix else ()
        if matrix is None or not changes:
            self._tell(())
            return
        year = matrix.plan.year
        self._job = self._workspace.query(
            lambda s: s.assignments.propose(year, changes), self._on_proposed, self._on_refused
        )

    def _on_proposed(self, proposals: tuple[TaskProposal, ...]) -> None:
        self._job = None
        wanted = [p for p in proposals if p.proposal.is_change or p.proposal.obstacle]
        is_to_write = self.writes_at_once or self._is_to_write
        if not wanted:
            self.forget()
        elif is_to_write and not any(p.proposal.obstacle for p in wanted):
            self.write([proposal.edit for proposal in wanted])
        else:
            self._tell(tuple(_wording(proposal, self._grid.matrix) for proposal in wanted))

    def _on_refused(self, error: BaseException) -> None:
        self.forget()
        self._messages.error(error)

    def _tell(self, wordings: tuple[Wording, ...]) -> None:
        if wordings or self.wordings:
            self.wordings = wordings
            self.proposed.emit(wordings)

    def _spot(self, row: int, column: int) -> Spot | None:
        found = self._grid.spot_at(row, column)
        if found is None or found[0].task is None:
            return None
        return found[0].task.id, found[1].id

    def _counted(self, row: int, column: int) -> Role | None:
        role = self._grid.role_at(row, column)
        return role if role in COUNTED_ROLES else None

    def _is_closed(self, column: int) -> bool:
        heading = self._grid.column_at(column)
        return heading is not None and heading.is_closed

    def _select_pasted(self, block: Block, top: int, left: int) -> None:
        bottom = min(top + len(block), self._grid.rowCount()) - 1
        right = min(left + max(map(len, block)), self._grid.columnCount()) - 1
        self._table.select_block(top, left, bottom, right)


def _saved_role(row: MatrixRow, agency_id: AgencyId) -> Role | None:
    role = row.cell(agency_id).role
    return role if role in COUNTED_ROLES else None


def _changes(
    matrix: AssignmentMatrix, wanted: Mapping[Spot, Role | None]
) -> Iterator[AssignmentChange]:
    """Yield what brings the marks about."""
    for (task_id, agency_id), role in wanted.items():
        row = matrix.row(task_id)
        if row is not None:
            yield from mark_changes(row, agency_id, role)


def _wording(proposed: TaskProposal, matrix: AssignmentMatrix | None) -> Wording:
    row = matrix.row(proposed.task.id) if matrix else None
    kind = RowKind.SUBTASK if row and row.parent else RowKind.TASK
    proposal = proposed.proposal
    return Wording(
        RowKey(kind, proposed.task.id),
        proposed.role,
        proposed.place,
        proposal.before,
        proposal.after,
        proposal.obstacle,
    )
