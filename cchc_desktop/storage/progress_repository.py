"""Reads and writes what is recorded of the work on a plan."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlite_utils import Database

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.iso_days import from_iso, to_iso
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import DeliverableId, PlanId, TaskId
from cchc_desktop.domain.progress import (
    Evidence,
    EvidenceId,
    FollowMode,
    Occurrence,
    Progress,
    ProgressBook,
    ProgressId,
    ProgressKey,
    Statement,
    StoredFileId,
)

_OF_PLAN = """
    JOIN deliverable ON deliverable.id = {table}.deliverable_id
    JOIN task ON task.id = deliverable.task_id
    JOIN section ON section.id = task.section_id
    WHERE section.plan_id = ?
"""


def load_book(db: Database, plan_id: PlanId) -> ProgressBook:
    """Return all that is recorded on a plan."""
    evidence: dict[int, list[Evidence]] = {}
    of_plan = _OF_PLAN.format(table="progress")
    for row in db.query(
        "SELECT evidence.* FROM evidence JOIN progress ON progress.id = evidence.progress_id"  # noqa: S608
        f"{of_plan} ORDER BY evidence.position, evidence.id",
        [plan_id],
    ):
        evidence.setdefault(row["progress_id"], []).append(evidence_of(row))
    records = {}
    for row in db.query(f"SELECT progress.* FROM progress {of_plan}", [plan_id]):  # noqa: S608
        record = progress_of(row, tuple(evidence.get(row["id"], ())))
        records[record.key] = record
    occurrences = {
        DeliverableId(row["deliverable_id"]): _occurrence(row)
        for row in db.query(
            f"SELECT occurrence.* FROM occurrence {_OF_PLAN.format(table='occurrence')}",  # noqa: S608
            [plan_id],
        )
    }
    modes = {
        TaskId(row["task_id"]): FollowMode(row["mode"])
        for row in db.query(
            "SELECT task_following.* FROM task_following JOIN task ON task.id = task_id"
            " JOIN section ON section.id = task.section_id WHERE section.plan_id = ?",
            [plan_id],
        )
    }
    return ProgressBook(records, occurrences, modes)


def find_progress(db: Database, key: ProgressKey) -> Progress | None:
    """Return the record of a key, or None."""
    row = next(
        iter(
            db.query(
                "SELECT * FROM progress WHERE deliverable_id = ? AND agency_id IS ?"
                " AND year = ? AND period = ?",
                [key.deliverable_id, key.agency_id, key.period.year, key.period.code],
            )
        ),
        None,
    )
    if row is None:
        return None
    found = db.query(
        "SELECT * FROM evidence WHERE progress_id = ? ORDER BY position, id", [row["id"]]
    )
    return progress_of(row, tuple(evidence_of(item) for item in found))


def progress_row(record: Progress) -> Row:
    """Return a record as a row, without id and evidence."""
    return {
        "deliverable_id": record.key.deliverable_id,
        "agency_id": record.key.agency_id,
        "year": record.key.period.year,
        "period": record.key.period.code,
        "statement": record.statement.value if record.statement else None,
        "done_on": to_iso(record.done_on),
        "percent": record.percent,
        "milestones_met": record.milestones_met,
        "result": record.result,
        "difficulties": record.difficulties,
        "proposals": record.proposals,
    }


def evidence_row(evidence: Evidence, progress_id: int, position: int) -> Row:
    """Return a document as a row, without id."""
    return {
        "progress_id": progress_id,
        "position": position,
        "number": evidence.number,
        "issued_on": to_iso(evidence.issued_on),
        "issuer": evidence.issuer,
        "subject": evidence.subject,
        "file_name": evidence.file_name,
        "link": evidence.link,
        "stored_file_id": evidence.file_id,
    }


def occurrence_row(occurrence: Occurrence) -> Row:
    """Return an event that happened as a row, without id."""
    return {
        "deliverable_id": occurrence.deliverable_id,
        "happened_on": occurrence.happened_on.isoformat(),
        "due": to_iso(occurrence.due),
        "document": occurrence.document,
    }


def find_row_id(db: Database, table: str, field: str, value: int) -> int | None:
    """Return the id of the one row of ``table`` whose ``field`` has a value, or None."""
    rows = db.execute(f"SELECT id FROM [{table}] WHERE [{field}] = ?", [value])  # noqa: S608
    return next((int(row[0]) for row in rows), None)


def progress_of(row: Mapping[str, Any], evidence: tuple[Evidence, ...] = ()) -> Progress:
    """Return a row as a record."""
    agency_id = row["agency_id"]
    return Progress(
        key=ProgressKey(
            DeliverableId(row["deliverable_id"]),
            None if agency_id is None else AgencyId(agency_id),
            PeriodKey(row["year"], row["period"]),
        ),
        id=ProgressId(row["id"]),
        statement=Statement(row["statement"]) if row["statement"] else None,
        done_on=from_iso(row["done_on"]),
        percent=row["percent"],
        milestones_met=row["milestones_met"],
        result=row["result"],
        difficulties=row["difficulties"],
        proposals=row["proposals"],
        evidence=evidence,
    )


def evidence_of(row: Mapping[str, Any]) -> Evidence:
    """Return a row as a document."""
    file_id = row["stored_file_id"]
    return Evidence(
        id=EvidenceId(row["id"]),
        number=row["number"],
        issued_on=from_iso(row["issued_on"]),
        issuer=row["issuer"],
        subject=row["subject"],
        file_name=row["file_name"],
        link=row["link"],
        file_id=None if file_id is None else StoredFileId(file_id),
    )


def _occurrence(row: Mapping[str, Any]) -> Occurrence:
    return Occurrence(
        DeliverableId(row["deliverable_id"]),
        date.fromisoformat(row["happened_on"]),
        from_iso(row["due"]),
        row["document"],
    )
