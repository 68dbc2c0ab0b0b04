"""What returned workbooks would change, cell by cell, and what has to be decided.

A cell has three values: what the workbook was made from, what came back, and what is
recorded by now.  What the agency did not touch changes nothing; what it changed is taken
unless the record was changed meanwhile too, to something else.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.agency_return import (
    PieceRef,
    ReturnedRow,
    ReturnedWorkbook,
    ReturnField,
    ReturnValue,
    ReturnValues,
    state_fingerprint,
)
from cchc_desktop.domain.errors import CchcError, ConflictsUndecided
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.return_problems import ReturnProblem


class ReturnChangeKind(StrEnum):
    """How a returned cell relates to what is recorded ("loại thay đổi của biểu")."""

    NEW = "new"
    """Nothing was recorded, or what is recorded is what the workbook was made from."""
    SAME = "same"
    """The agency says what is recorded already."""
    CONFLICT = "conflict"
    """Something else was recorded meanwhile, or another file says something else."""
    CLEARED = "cleared"
    """The agency emptied a cell that the workbook came with; the record is kept by itself."""


class ReturnDecision(StrEnum):
    """Which of two values holds ("lựa chọn khi nhận biểu")."""

    KEEP = "recorded"
    TAKE = "returned"


class ReturnFileStatus(StrEnum):
    """What a file brings ("kết quả đọc biểu")."""

    NEW = "new"
    SAME = "same"
    CONFLICTS = "conflicts"
    UNTOUCHED = "untouched"
    """Nothing was filled in: it does not count as received."""
    REPEATED = "repeated"
    """The same file stands among the chosen ones before."""
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class CurrentPiece:
    """A piece of work as the plan and the record have it now ("việc hiện hành").

    Attributes:
        ref: Its name by now.
        number: "II.3.a".
        leads: Who may report on it.
        values: What is recorded.
    """

    ref: PieceRef
    number: str
    content: str
    leads: frozenset[AgencyId]
    values: ReturnValues


@dataclass(frozen=True, slots=True)
class ReturnChangeKey:
    """Names a returned cell among all files ("khóa ô gửi về")."""

    file: int
    piece: PieceRef
    field: ReturnField


@dataclass(frozen=True, slots=True)
class ReturnChange:
    """A returned cell that says something ("thay đổi của biểu").

    Attributes:
        made_from: What the workbook was made from; None also where it no longer tells.
        rivals: The other files that say something else of the same cell.
    """

    key: ReturnChangeKey
    kind: ReturnChangeKind
    number: str
    content: str
    recorded: ReturnValue
    returned: ReturnValue
    made_from: ReturnValue
    place: Place
    rivals: tuple[int, ...] = ()


@dataclass(frozen=True)
class ReturnFilePreview:
    """What one file would change ("xem trước một biểu").

    Attributes:
        path: The file as it was chosen.
        agency_id: Whose it is by now, or None for a file that was refused.
        agency_name: For a refused file what the file itself says, or "".
        error: Why it was refused, or None.
        same_agency: The other files of the same agency.
    """

    index: int
    path: str
    name: str
    status: ReturnFileStatus
    agency_id: AgencyId | None = None
    agency_name: str = ""
    sha256: str = ""
    changes: tuple[ReturnChange, ...] = ()
    problems: tuple[Problem, ...] = ()
    error: CchcError | None = None
    same_agency: tuple[int, ...] = ()

    @property
    def counts_as_received(self) -> bool:
        """Whether the agency has sent its report with it."""
        return self.status in (
            ReturnFileStatus.NEW, ReturnFileStatus.SAME, ReturnFileStatus.CONFLICTS,
        )  # fmt: skip


@dataclass(frozen=True)
class CollectionPreview:
    """What collecting files would change ("xem trước việc nhận biểu")."""

    period: PeriodKey
    files: tuple[ReturnFilePreview, ...] = field(default_factory=tuple)

    @property
    def changes(self) -> tuple[ReturnChange, ...]:
        """The changes of all files in their order."""
        return tuple(change for file in self.files for change in file.changes)

    @property
    def conflicts(self) -> tuple[ReturnChange, ...]:
        """What must be decided before anything is written."""
        return tuple(c for c in self.changes if c.kind is ReturnChangeKind.CONFLICT)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems of all files in their order."""
        return tuple(problem for file in self.files for problem in file.problems)


Decisions = Mapping[ReturnChangeKey, ReturnDecision]


def accepted_changes(preview: CollectionPreview, decisions: Decisions) -> tuple[ReturnChange, ...]:
    """Return the changes to be written: what is new, and what was decided to be taken.

    Raises:
        ConflictsUndecided: A conflict is not decided, or two files' values were both taken.
    """
    accepted, undecided = [], 0
    taken: dict[tuple[PieceRef, ReturnField], ReturnValue] = {}
    for change in preview.changes:
        if change.kind is ReturnChangeKind.SAME:
            continue
        decision = decisions.get(change.key)
        if decision is None and change.kind is ReturnChangeKind.CONFLICT:
            undecided += 1
        elif decision is ReturnDecision.TAKE or (
            decision is None and change.kind is ReturnChangeKind.NEW
        ):
            cell = (change.key.piece, change.key.field)
            if taken.setdefault(cell, change.returned) != change.returned:
                undecided += 1
            accepted.append(change)
    if undecided:
        raise ConflictsUndecided(count=undecided)
    return tuple(accepted)


def compare_return(
    index: int,
    book: ReturnedWorkbook,
    agency_id: AgencyId,
    agency_name: str,
    find: Callable[[PieceRef], CurrentPiece | None],
) -> tuple[tuple[ReturnChange, ...], tuple[Problem, ...]]:
    """Return what a workbook would change, and which of its rows have no work any more.

    Args:
        index: The file's place among all chosen ones.
        book: What came back.
        agency_id: Whose it is by now.
        agency_name: For messages.
        find: Returns the work that a row was made for, as it is now.
    """
    changes: list[ReturnChange] = []
    problems: list[Problem] = []
    for row in book.rows:
        piece = find(row.piece)
        if piece is not None and agency_id in piece.leads:
            changes += _row_changes(index, row, piece)
        elif piece is None:
            problems.append(
                Problem(ReturnProblem.PIECE_GONE, Severity.DROPPED, row.place, row.content)
            )
        else:
            params = {"agency": agency_name}
            code = ReturnProblem.PIECE_OF_OTHER
            problems.append(Problem(code, Severity.DROPPED, row.place, row.content, params))
    return tuple(changes), tuple(problems)


def _row_changes(index: int, row: ReturnedRow, piece: CurrentPiece) -> Iterable[ReturnChange]:
    base = row.made_from
    if base is None and row.state == state_fingerprint(piece.values):
        base = piece.values
    for of, returned in row.values.items():
        recorded = piece.values.get(of)
        kind = _kind(returned, recorded, base, of)
        if kind is None:
            continue
        yield ReturnChange(
            ReturnChangeKey(index, piece.ref, of), kind, piece.number, piece.content, recorded,
            returned, base.get(of) if base is not None else None, row.cells[of],
        )  # fmt: skip


def _kind(
    returned: ReturnValue, recorded: ReturnValue, base: ReturnValues | None, of: ReturnField
) -> ReturnChangeKind | None:
    """Return how a cell relates to the record; None when the agency says nothing in it."""
    made_from = base.get(of) if base is not None else None
    if base is not None and returned == made_from:
        return None
    if returned is None:
        is_emptied = made_from is not None and recorded is not None
        return ReturnChangeKind.CLEARED if is_emptied else None
    if returned == recorded:
        return ReturnChangeKind.SAME
    if recorded is None or (base is not None and recorded == made_from):
        return ReturnChangeKind.NEW
    return ReturnChangeKind.CONFLICT


def set_against_each_other(files: Sequence[ReturnFilePreview]) -> tuple[ReturnFilePreview, ...]:
    """Return the files with every cell on which two of them differ made a conflict."""
    says: dict[tuple[PieceRef, ReturnField], dict[int, ReturnValue]] = {}
    of_agency: dict[AgencyId, list[int]] = {}
    for file in files:
        if file.agency_id is not None and file.status is not ReturnFileStatus.REPEATED:
            of_agency.setdefault(file.agency_id, []).append(file.index)
        for change in file.changes:
            if change.kind is not ReturnChangeKind.CLEARED:
                cell = says.setdefault((change.key.piece, change.key.field), {})
                cell[file.index] = change.returned
    result = []
    for file in files:
        changes = tuple(_with_rivals(change, says) for change in file.changes)
        same = of_agency.get(file.agency_id, []) if file.agency_id is not None else []
        result.append(
            replace(
                file,
                changes=changes,
                status=_status(file.status, changes),
                same_agency=tuple(i for i in same if i != file.index),
            )
        )
    return tuple(result)


def _with_rivals(
    change: ReturnChange,
    says: Mapping[tuple[PieceRef, ReturnField], Mapping[int, ReturnValue]],
) -> ReturnChange:
    if change.kind not in (ReturnChangeKind.NEW, ReturnChangeKind.CONFLICT):
        return change
    others = says[change.key.piece, change.key.field]
    rivals = tuple(index for index, value in others.items() if value != change.returned)
    if not rivals:
        return change
    return replace(change, kind=ReturnChangeKind.CONFLICT, rivals=rivals)


def _status(before: ReturnFileStatus, changes: Sequence[ReturnChange]) -> ReturnFileStatus:
    if before in (ReturnFileStatus.REFUSED, ReturnFileStatus.REPEATED):
        return before
    kinds = {change.kind for change in changes}
    if ReturnChangeKind.CONFLICT in kinds:
        return ReturnFileStatus.CONFLICTS
    if kinds & {ReturnChangeKind.NEW, ReturnChangeKind.CLEARED}:
        return ReturnFileStatus.NEW
    return ReturnFileStatus.SAME if kinds else ReturnFileStatus.UNTOUCHED
