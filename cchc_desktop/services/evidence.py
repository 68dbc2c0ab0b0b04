"""The documents that prove results: recorded, kept inside the data file, or linked."""

from dataclasses import replace
from pathlib import Path

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.errors import (
    FileMissing,
    InvalidValue,
    SourceTooLarge,
    StorageFailed,
)
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.progress import Evidence, EvidenceId, ProgressId, StoredFileId
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.progress import ProgressService, WorkRef
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.progress_repository import evidence_row, find_progress, progress_of
from cchc_desktop.storage.stored_files import read_file, store_file
from cchc_desktop.storage.unit_of_work import UnitOfWork

LARGEST_FILE_MB = 50
"""A scan larger than this belongs beside the data file, linked."""


class EvidenceService:
    """What a person can do with documents that prove results ("tài liệu kiểm chứng")."""

    def __init__(self, file: OfficeFile, progress: ProgressService) -> None:
        self._file = file
        self._progress = progress

    def add(
        self, work: WorkRef, period_key: PeriodKey, evidence: Evidence, keep: Path | None = None
    ) -> ChangeSet:
        """Record a document as proof of a piece of work.

        Args:
            work: The piece of work.
            period_key: The period it is reported in.
            evidence: What is known of the document; its id is given by the file.
            keep: A file whose content is put into the data file.

        Raises:
            InvalidValue: Nothing is said of the document and no file is given.
            PeriodClosed: The period is locked.
            FileMissing: There is no such file.
            SourceTooLarge: The file is larger than ``LARGEST_FILE_MB``.
        """
        period = self._progress.open_period(period_key)
        content = _content(keep) if keep else None
        evidence = _tidied(evidence, keep)
        with self._file.transaction("add_evidence", name=_name(evidence)) as step:
            record = self._progress.record(step.unit, work, period.key)
            # With a document a record is not blank, so there is one to hang it on.
            progress_id = self._progress.save(
                step.unit, replace(record, evidence=(*record.evidence, evidence))
            )
            if content is not None:
                evidence = replace(evidence, file_id=store_file(self._file.db, content))
            row = evidence_row(evidence, progress_id or 0, len(record.evidence) + 1)
            step.unit.insert("evidence", row)
        return step.change_set

    def save(self, evidence: Evidence, keep: Path | None = None) -> ChangeSet:
        """Write a changed document over the one of the same id; raises as ``add``."""
        content = _content(keep) if keep else None
        evidence = _tidied(evidence, keep)
        with self._file.transaction("save_evidence", name=_name(evidence)) as step:
            row = step.unit.get("evidence", evidence.id)
            self._check_open(step.unit, int(row["progress_id"] or 0))
            if content is not None:
                evidence = replace(evidence, file_id=store_file(self._file.db, content))
            position, progress_id = int(row["position"] or 0), int(row["progress_id"] or 0)
            step.unit.update("evidence", evidence.id, evidence_row(evidence, progress_id, position))
        return step.change_set

    def delete(self, evidence_id: EvidenceId) -> ChangeSet:
        """Take a document off; a record left without any content goes with it.

        Raises:
            PeriodClosed: The period is locked.
            RecordMissing: There is no such document (any more).
        """
        with self._file.transaction("delete_evidence") as step:
            progress_id = int(step.unit.get("evidence", evidence_id)["progress_id"] or 0)
            self._check_open(step.unit, progress_id)
            step.unit.delete("evidence", evidence_id)
            key = progress_of(step.unit.get("progress", progress_id)).key
            left = find_progress(self._file.db, key)
            if left is not None:
                self._progress.save(step.unit, left)
        return step.change_set

    def content(self, file_id: StoredFileId) -> bytes:
        """Return a kept file; raises ``RecordMissing`` when there is none."""
        return read_file(self._file.db, file_id)

    def _check_open(self, unit: UnitOfWork, progress_id: int) -> None:
        record = progress_of(unit.get("progress", ProgressId(progress_id)))
        self._progress.open_period(record.key.period)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE_MB * 1024 * 1024:
            raise SourceTooLarge(file=path.name, limit_mb=LARGEST_FILE_MB)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileMissing(file=str(path)) from error
    except OSError as error:
        raise StorageFailed(file=str(path)) from error


def _tidied(evidence: Evidence, keep: Path | None) -> Evidence:
    name = keep.name if keep else evidence.file_name
    evidence = replace(
        evidence,
        number=one_line(evidence.number),
        issuer=one_line(evidence.issuer),
        subject=one_line(evidence.subject),
        file_name=one_line(name),
    )
    if not (evidence.number or evidence.subject or evidence.file_name or evidence.link):
        raise InvalidValue(field="evidence", value="")
    return evidence


def _name(evidence: Evidence) -> str:
    return evidence.number or evidence.subject or evidence.file_name
