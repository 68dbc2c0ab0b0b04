"""Reads and writes the findings that an officer accepted."""

from datetime import date

from sqlite_utils import Database

from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.checks.exception import CheckException, ExceptionId
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.plan_text import PassageId
from cchc_desktop.storage.plan_order import PASSAGE


def load_exceptions(db: Database, plan_id: PlanId) -> tuple[CheckException, ...]:
    """Return the exceptions of a plan, lapsed ones too, the oldest first."""
    rows = db.query("SELECT * FROM check_exception WHERE plan_id = ? ORDER BY id", [plan_id])
    return tuple(
        CheckException(
            ExceptionId(row["id"]),
            PlanId(row["plan_id"]),
            row["code"],
            _row_key(row["row_kind"], row["row_id"]),
            row["fingerprint"],
            row["reason"],
            date.fromisoformat(row["made_on"]),
            row["made_by"],
            PassageId(row["row_id"]) if row["row_kind"] == PASSAGE else None,
        )
        for row in rows
    )


def exception_row(exception: CheckException) -> Row:
    """Return an exception as a row, without its id."""
    kind, row_id = "", 0
    if exception.row is not None:
        kind, row_id = exception.row.kind.value, exception.row.id
    elif exception.passage is not None:
        kind, row_id = PASSAGE, exception.passage
    return {
        "plan_id": exception.plan_id,
        "code": exception.code,
        "row_kind": kind,
        "row_id": row_id,
        "fingerprint": exception.fingerprint,
        "reason": exception.reason,
        "made_on": exception.made_on.isoformat(),
        "made_by": exception.made_by,
    }


def _row_key(kind: str, row_id: int) -> RowKey | None:
    return RowKey(RowKind(kind), row_id) if kind and kind != PASSAGE else None
