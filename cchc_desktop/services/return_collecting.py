"""Reading files that agencies sent back, and writing what was decided about them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.agency_return import (
    PieceRef,
    ReturnedWorkbook,
    ReturnField,
    ReturnValue,
    recorded_values,
)
from cchc_desktop.domain.errors import (
    CchcError,
    EditConflict,
    FileMissing,
    ReturnOfOtherOffice,
    ReturnOfOtherPeriod,
    ReturnOfUnknownAgency,
    SourceRejected,
    StorageFailed,
)
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import DeliverableId, TaskId
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.progress import Evidence, EvidenceId, Progress
from cchc_desktop.domain.return_catalogue import ReturnCatalogue
from cchc_desktop.domain.return_comparison import (
    CurrentPiece,
    ReturnChange,
    ReturnFilePreview,
    ReturnFileStatus,
    compare_return,
)
from cchc_desktop.domain.return_problems import ReturnProblem
from cchc_desktop.domain.tracking import current_agency
from cchc_desktop.services.progress import ProgressService, WorkRef
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.return_contents import current_piece
from cchc_desktop.storage.progress_repository import evidence_row
from cchc_desktop.storage.unit_of_work import UnitOfWork

_RECORD_FIELDS = {
    ReturnField.STATEMENT: "statement",
    ReturnField.DONE_ON: "done_on",
    ReturnField.PERCENT: "percent",
    ReturnField.RESULT: "result",
    ReturnField.DIFFICULTIES: "difficulties",
    ReturnField.PROPOSALS: "proposals",
}
_TEXT_FIELDS = (ReturnField.RESULT, ReturnField.DIFFICULTIES, ReturnField.PROPOSALS)
_NO_EVIDENCE = Evidence(EvidenceId(0))


class Collector:
    """Compares returned files with the record as it stands ("bộ đối chiếu biểu").

    Attributes:
        board: The plan and the record.
        office: The fingerprint of the data file.
        received_on: No day later than this is believed.
    """

    def __init__(
        self, board: ProgressBoard, office: str, catalogue: ReturnCatalogue, received_on: date
    ) -> None:
        self.board = board
        self.office = office
        self.received_on = received_on
        self._catalogue = catalogue
        self._pieces: dict[tuple[DeliverableId | None, AgencyId | None], CurrentPiece] = {}
        self._first: dict[tuple[TaskId, AgencyId | None], CurrentPiece] = {}
        self._led: dict[AgencyId, list[CurrentPiece]] = {}
        for state in board.states:
            piece = current_piece(board, state)
            ref = piece.ref
            if ref.deliverable_id is not None:
                self._pieces[ref.deliverable_id, ref.agency_id] = piece
            self._first.setdefault((ref.task_id, ref.agency_id), piece)
            for agency_id in piece.leads:
                self._led.setdefault(agency_id, []).append(piece)

    def preview(self, index: int, path: Path, seen: dict[str, int]) -> ReturnFilePreview:
        """Return what one file would change; a file that cannot be read says why."""
        from cchc_desktop.importers.return_workbook import read_return

        refused = ReturnFilePreview(index, str(path), path.name, ReturnFileStatus.REFUSED)
        try:
            book = read_return(path, self._catalogue, self.received_on)
        except (SourceRejected, FileMissing, StorageFailed) as error:
            return replace(refused, error=error)
        refused = replace(refused, sha256=book.sha256, agency_name=book.identity.agency_name)
        if book.sha256 in seen:
            return replace(refused, status=ReturnFileStatus.REPEATED)
        seen[book.sha256] = index
        mismatch = self._mismatch(book)
        if mismatch is not None:
            return replace(refused, error=mismatch)
        agency_id = self._current(book.identity.agency_id)
        agency = self.board.catalogue.agency(agency_id)
        if agency is None:
            name = book.identity.agency_name
            return replace(refused, error=ReturnOfUnknownAgency(file=path.name, agency=name))
        changes, problems = compare_return(index, book, agency_id, agency.name, self.find)
        return ReturnFilePreview(
            index=index,
            path=str(path),
            name=path.name,
            status=ReturnFileStatus.UNTOUCHED,
            agency_id=agency_id,
            agency_name=agency.name,
            sha256=book.sha256,
            changes=changes,
            problems=(*book.problems, *problems, *self._new_pieces(book, agency_id)),
        )

    def find(self, ref: PieceRef) -> CurrentPiece | None:
        """Return a piece of work as it is now; its agency may have a successor meanwhile."""
        agency_id = ref.agency_id and self._current(ref.agency_id)
        if ref.deliverable_id is None:
            return self._first.get((ref.task_id, agency_id))
        return self._pieces.get((ref.deliverable_id, agency_id))

    def _current(self, agency_id: AgencyId) -> AgencyId:
        return current_agency(self.board.catalogue, agency_id, self.board.day)

    def _mismatch(self, book: ReturnedWorkbook) -> CchcError | None:
        identity, period = book.identity, self.board.period
        if identity.office != self.office:
            return ReturnOfOtherOffice(file=book.file, office=identity.office_name)
        if identity.period != period.key:
            title = next(
                (p.title for p in self.board.periods if p.key == identity.period),
                identity.period_title or f"{identity.period.code} {identity.period.year}",
            )
            return ReturnOfOtherPeriod(file=book.file, period=title, wanted=period.title)
        return None

    def _new_pieces(self, book: ReturnedWorkbook, agency_id: AgencyId) -> list[Problem]:
        """Name the work that the agency leads and that its workbook does not have."""
        if book.made_with is None:
            return []
        found = (self.find(ref) for ref in book.made_with)
        known = {piece.ref for piece in found if piece is not None}
        return [
            Problem(
                ReturnProblem.PIECE_NEW, Severity.NOTICE, Place(book.file, ""), piece.content,
                {"number": piece.number},
            )
            for piece in self._led.get(agency_id, ())
            if piece.ref not in known
        ]  # fmt: skip


def read_all(
    collector: Collector,
    paths: Sequence[Path],
    progress: Callable[[int, int], None],
    check_cancelled: Callable[[], None],
) -> list[ReturnFilePreview]:
    """Return the previews of all files, one by one; between two files it can be stopped."""
    files: list[ReturnFilePreview] = []
    seen: dict[str, int] = {}
    for index, path in enumerate(paths):
        check_cancelled()
        files.append(collector.preview(index, path, seen))
        progress(index + 1, len(paths))
    return files


def write_changes(
    unit: UnitOfWork,
    progress: ProgressService,
    period: PeriodKey,
    changes: Sequence[ReturnChange],
) -> None:
    """Write accepted changes inside a step.

    Raises:
        EditConflict: A cell is no longer as it was when the files were compared.
        RecordMissing: The work was deleted meanwhile.
    """
    by_piece: dict[PieceRef, list[ReturnChange]] = {}
    for change in changes:
        by_piece.setdefault(change.key.piece, []).append(change)
    for piece, of_piece in by_piece.items():
        work = WorkRef(piece.task_id, piece.deliverable_id, piece.agency_id)
        record = progress.record(unit, work, period)
        values = recorded_values(record)
        for change in of_piece:
            if values[change.key.field] != change.recorded:
                raise EditConflict(kind="progress", id=record.id or 0)
        _save(unit, progress, record, {c.key.field: c.returned for c in of_piece})


def _save(
    unit: UnitOfWork,
    progress: ProgressService,
    record: Progress,
    values: dict[ReturnField, ReturnValue],
) -> None:
    plain: dict[str, object] = {
        name: (values[of] or "") if of in _TEXT_FIELDS else values[of]
        for of, name in _RECORD_FIELDS.items()
        if of in values
    }
    evidence = record.evidence
    old = evidence[0] if evidence else _NO_EVIDENCE
    new = _document(old, values)
    if new != old:
        evidence = (*((new,) if _says_anything(new) else ()), *evidence[1:])
    changed = replace(record, **plain, evidence=evidence)  # type: ignore[arg-type]
    progress_id = progress.save(unit, changed)
    if new == old:
        return
    if old.id and not _says_anything(new):
        unit.delete("evidence", old.id)
    elif progress_id is not None:
        position = 1
        if old.id:
            position = int(unit.get("evidence", old.id)["position"] or 1)
            unit.update("evidence", old.id, evidence_row(new, progress_id, position))
        else:
            unit.insert("evidence", evidence_row(new, progress_id, position))


def _document(old: Evidence, values: dict[ReturnField, ReturnValue]) -> Evidence:
    number = values.get(ReturnField.DOCUMENT_NUMBER, old.number)
    subject = values.get(ReturnField.DOCUMENT_SUBJECT, old.subject)
    issued_on = values.get(ReturnField.DOCUMENT_DATE, old.issued_on)
    return replace(
        old,
        number=str(number or ""),
        subject=str(subject or ""),
        issued_on=issued_on if isinstance(issued_on, date) else None,
    )


def _says_anything(evidence: Evidence) -> bool:
    return evidence != replace(_NO_EVIDENCE, id=evidence.id)
