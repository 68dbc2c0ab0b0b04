"""Step 3: findings of the check that an officer accepted, with the reason."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

# Rows are named without a reference: a deleted row that undo brings back has its id again.
SCHEMA = """
CREATE TABLE check_exception (
    id INTEGER PRIMARY KEY,
    plan_id INTEGER NOT NULL REFERENCES plan (id),
    code TEXT NOT NULL,
    row_kind TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> ''),
    made_on TEXT NOT NULL,
    made_by TEXT NOT NULL,
    UNIQUE (plan_id, code, row_kind, row_id, fingerprint)
) STRICT;
"""


def create_check_exceptions(db: "Database") -> None:
    """Create the table of accepted findings."""
    for statement in SCHEMA.split(";\n"):
        if statement.strip():
            db.execute(statement)
