"""Reads and writes the findings that an officer accepted."""

from datetime import date

from sqlite_utils import Database

from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.checks.exception import CheckException, ExceptionId
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_rows import RowKey, RowKind


def load_exceptions(db: Database, plan_id: PlanId) -> tuple[CheckException, ...]:
    """Return the exceptions of a plan, lapsed ones too, the oldest first."""
    rows = db.query("SELECT * FROM check_exception WHERE plan_id = ? ORDER BY id", [plan_id])
    return tuple(
        CheckException(
            ExceptionId(row["id"]),
            PlanId(row["plan_id"]),
            row["code"],
            RowKey(RowKind(row["row_kind"]), row["row_id"]) if row["row_kind"] else None,
            row["fingerprint"],
            row["reason"],
            date.fromisoformat(row["made_on"]),
            row["made_by"],
        )
        for row in rows
    )


def exception_row(exception: CheckException) -> Row:
    """Return an exception as a row, without its id."""
    return {
        "plan_id": exception.plan_id,
        "code": exception.code,
        "row_kind": exception.row.kind.value if exception.row else "",
        "row_id": exception.row.id if exception.row else 0,
        "fingerprint": exception.fingerprint,
        "reason": exception.reason,
        "made_on": exception.made_on.isoformat(),
        "made_by": exception.made_by,
    }
