"""Reads and writes the life of plans: where each stands, its issued versions, given numbers."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from cchc_desktop.domain.changes import Row, RowChange
from cchc_desktop.domain.number_register import (
    GENERAL_REGISTER,
    IssuedNumber,
    IssuedNumberId,
    same_number,
)
from cchc_desktop.domain.plan import PlanId, TaskId
from cchc_desktop.domain.plan_version import (
    PlanStanding,
    PlanState,
    PlanVersion,
    VersionId,
    VersionSignature,
    VersionState,
)
from cchc_desktop.domain.progress import StoredFileId
from cchc_desktop.storage import history
from cchc_desktop.storage.unit_of_work import UnitOfWork

_VERSIONS = """
SELECT plan_version.*, version_state.state, stored_file.sha256, stored_file.size
FROM plan_version
JOIN stored_file ON stored_file.id = plan_version.pdf_id
LEFT JOIN version_state ON version_state.version_id = plan_version.id
"""

_SIGNATURES = """
SELECT version_signature.*, stored_file.sha256
FROM version_signature JOIN stored_file ON stored_file.id = version_signature.file_id
WHERE version_signature.version_id = ?
ORDER BY version_signature.id
"""

_SENT_NUMBERS = "SELECT number FROM sent_paper WHERE substr(sent_on, 1, 4) = ?"


def load_standing(db: Database, plan_id: PlanId) -> PlanStanding:
    """Return where a plan stands; a draft while nothing was said."""
    sql = "SELECT count(*) FROM plan_version WHERE plan_id = ?"
    issued = int(next(iter(db.execute(sql, [plan_id])))[0])
    for row in db.query("SELECT * FROM plan_standing WHERE plan_id = ?", [plan_id]):
        return PlanStanding(
            plan_id,
            PlanState(row["state"]),
            datetime.fromisoformat(row["since"]),
            issued + 1,
            row["reason"],
        )
    return PlanStanding(plan_id, next_version=issued + 1)


def save_standing(unit: UnitOfWork, db: Database, standing: PlanStanding) -> None:
    """Write where a plan stands, inside a step."""
    row: Row = {
        "plan_id": standing.plan_id,
        "state": standing.state.value,
        "since": standing.since.isoformat(timespec="seconds") if standing.since else "",
        "reason": standing.reason,
    }
    sql = "SELECT id FROM plan_standing WHERE plan_id = ?"
    known = next(iter(db.execute(sql, [standing.plan_id])), None)
    if known is None:
        unit.insert("plan_standing", row)
    else:
        unit.update("plan_standing", known[0], row)


def list_versions(db: Database, plan_id: PlanId) -> tuple[PlanVersion, ...]:
    """Return the issued versions of a plan, the first one first."""
    sql = f"{_VERSIONS} WHERE plan_version.plan_id = ? ORDER BY plan_version.number"
    return tuple(_version(db, row) for row in db.query(sql, [plan_id]))


def find_version(db: Database, version_id: VersionId) -> PlanVersion | None:
    """Return the version of an id, or None."""
    rows = db.query(f"{_VERSIONS} WHERE plan_version.id = ?", [version_id])
    return next((_version(db, row) for row in rows), None)


def insert_version(unit: UnitOfWork, version: PlanVersion) -> VersionId:
    """Write an issued version, inside a step, and return its id."""
    values: Row = {
        "plan_id": version.plan_id,
        "number": version.number,
        "document_number": version.document_number,
        "symbol": version.symbol,
        "issued_on": version.issued_on.isoformat(),
        "issuer": version.issuer,
        "signing": "\n".join(version.signing),
        "signer": version.signer,
        "reason": version.reason,
        "made_at": version.made_at.isoformat(timespec="seconds"),
        "made_by": version.made_by,
        "content_id": version.content_id,
        "pdf_id": version.pdf_id,
    }
    return VersionId(unit.insert("plan_version", values))


def end_version(unit: UnitOfWork, version_id: VersionId, state: VersionState, day: date) -> None:
    """Say that a version in force is so no longer, inside a step."""
    unit.insert(
        "version_state",
        {"version_id": version_id, "state": state.value, "since": day.isoformat()},
    )


def insert_signature(unit: UnitOfWork, version_id: VersionId, signature: VersionSignature) -> None:
    """Write that a version has a signed copy, inside a step."""
    unit.insert(
        "version_signature",
        {
            "version_id": version_id,
            "file_id": signature.file_id,
            "signer": signature.signer,
            "signed_at": signature.signed_at.isoformat(timespec="seconds"),
        },
    )


def list_numbers(db: Database, year: int) -> tuple[IssuedNumber, ...]:
    """Return the numbers given in a year, by register and in their order of issue."""
    sql = "SELECT * FROM issued_number WHERE year = ? ORDER BY register, issued_on, id"
    return tuple(_number(row) for row in db.query(sql, [year]))


def find_number(db: Database, register: str, year: int, number: str) -> IssuedNumber | None:
    """Return who has a number in a register, or None."""
    for known in list_numbers(db, year):
        if known.register == register and same_number(known.number, number):
            return known
    return None


def number_row(number: IssuedNumber) -> Row:
    """Return a given number as a row, without its id."""
    return {
        "register": number.register,
        "year": number.year,
        "number": number.number,
        "symbol": number.symbol,
        "issued_on": number.issued_on.isoformat(),
        "subject": number.subject,
        "version_id": number.version_id,
    }


def known_numbers(db: Database, register: str, year: int) -> tuple[str, ...]:
    """Return all numbers known of a year's register; the general one counts sent papers too."""
    numbers = [known.number for known in list_numbers(db, year) if known.register == register]
    if register == GENERAL_REGISTER:
        numbers += (row[0] for row in db.execute(_SENT_NUMBERS, [str(year)]))
    return tuple(numbers)


def load_origins(db: Database) -> dict[TaskId, TaskId]:
    """Return, by the later task, the earlier one that it carries on."""
    rows = db.execute("SELECT task_id, origin_id FROM task_origin")
    return {TaskId(row[0]): TaskId(row[1]) for row in rows}


def latest_amendment(db: Database, plan_id: PlanId) -> int | None:
    """Return the number in the history of the step that began a plan's amendment, or None."""
    sql = "SELECT id FROM history WHERE label = 'amend_plan' AND state = 'done' ORDER BY id DESC"
    for (entry_id,) in list(db.execute(sql)):
        changes = history.get_changes(db, entry_id)
        for change in changes.changes if changes else ():
            row = change.after or {}
            if change.table == "plan_standing" and row.get("plan_id") == plan_id:
                return int(entry_id)
    return None


def deleted_since(
    db: Database, entry_id: int, tables: Collection[str]
) -> Iterator[tuple[int, RowChange]]:
    """Yield the deletions from ``tables`` after a step, each with its step, the latest first.

    Steps that were taken back are left out.
    """
    sql = "SELECT id FROM history WHERE id > ? AND state = 'done' ORDER BY id DESC"
    for (later,) in list(db.execute(sql, [entry_id])):
        step = history.get_changes(db, later)
        for change in reversed(step.changes if step else ()):
            if change.table in tables and change.after is None:
                yield later, change


def _version(db: Database, row: Mapping[str, Any]) -> PlanVersion:
    return PlanVersion(
        id=VersionId(row["id"]),
        plan_id=PlanId(row["plan_id"]),
        number=row["number"],
        state=VersionState(row["state"]) if row["state"] else VersionState.IN_FORCE,
        document_number=row["document_number"],
        symbol=row["symbol"],
        issued_on=date.fromisoformat(row["issued_on"]),
        issuer=row["issuer"],
        signing=tuple(line for line in row["signing"].split("\n") if line),
        signer=row["signer"],
        reason=row["reason"],
        made_at=datetime.fromisoformat(row["made_at"]),
        made_by=row["made_by"],
        content_id=StoredFileId(row["content_id"]),
        pdf_id=StoredFileId(row["pdf_id"]),
        fingerprint=row["sha256"],
        size=row["size"],
        signatures=tuple(_signature(s) for s in db.query(_SIGNATURES, [row["id"]])),
    )


def _signature(row: Mapping[str, Any]) -> VersionSignature:
    return VersionSignature(
        StoredFileId(row["file_id"]),
        row["signer"],
        datetime.fromisoformat(row["signed_at"]),
        row["sha256"],
    )


def _number(row: Mapping[str, Any]) -> IssuedNumber:
    return IssuedNumber(
        id=IssuedNumberId(row["id"]),
        register=row["register"],
        number=row["number"],
        symbol=row["symbol"],
        issued_on=date.fromisoformat(row["issued_on"]),
        subject=row["subject"],
        version_id=None if row["version_id"] is None else VersionId(row["version_id"]),
    )
