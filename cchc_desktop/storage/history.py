"""The history of changes (nhật ký): what undo reverts and what an officer can read back.

Every committed step is one row.  Its state says whether it still holds ("done"), was
taken back ("undone"), or was taken back and then overtaken by a new step ("abandoned").
"""

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from cchc_desktop.domain.changes import ChangeSet, HistoryEntry, RowChange

LAST_DONE = "WHERE state = 'done' ORDER BY id DESC LIMIT 1"
"""Names the step that undo takes back next."""

FIRST_UNDONE = "WHERE state = 'undone' ORDER BY id LIMIT 1"
"""Names the step that redo makes again next."""

_ENTRY = "id, label, params, made_at, made_by, state, row_count"


def append_entry(
    db: Database,
    label: str,
    params: Mapping[str, str],
    changes: Sequence[RowChange],
    made_at: datetime,
    made_by: str,
) -> int:
    """Record a step just made; what was undone before it can no longer be redone."""
    db.execute("UPDATE history SET state = 'abandoned' WHERE state = 'undone'")
    cursor = db.execute(
        "INSERT INTO history (label, params, made_at, made_by, state, row_count, changes)"
        " VALUES (?, ?, ?, ?, 'done', ?, ?)",
        [
            label,
            json.dumps(dict(params), ensure_ascii=False),
            made_at.isoformat(timespec="seconds"),
            made_by,
            len(changes),
            _pack(changes),
        ],
    )
    return int(cursor.lastrowid or 0)


def find_change_set(db: Database, which: str) -> ChangeSet | None:
    """Return what the step that ``LAST_DONE`` or ``FIRST_UNDONE`` names changed, or None."""
    return _change_set(db, f"SELECT * FROM history {which}")  # noqa: S608 - one of ours


def find_entry(db: Database, which: str) -> HistoryEntry | None:
    """Return the step that ``LAST_DONE`` or ``FIRST_UNDONE`` names, or None."""
    rows = db.query(f"SELECT {_ENTRY} FROM history {which}")  # noqa: S608 - one of ours
    return next((_entry(row) for row in rows), None)


def mark(db: Database, entry_id: int, state: str) -> None:
    """Set a step's state to "done" or "undone"."""
    db.execute("UPDATE history SET state = ? WHERE id = ?", [state, entry_id])


def list_entries(db: Database, limit: int) -> tuple[HistoryEntry, ...]:
    """Return the latest steps, newest first."""
    rows = db.query(f"SELECT {_ENTRY} FROM history ORDER BY id DESC LIMIT ?", [limit])  # noqa: S608
    return tuple(_entry(row) for row in rows)


def get_changes(db: Database, entry_id: int) -> ChangeSet | None:
    """Return what a step changed, or None when there is no such step."""
    return _change_set(db, "SELECT * FROM history WHERE id = ?", entry_id)


def iterate_changes(db: Database, *words: str) -> Iterator[tuple[HistoryEntry, ChangeSet]]:
    """Yield the steps that hold and whose changes name one of ``words``, oldest first.

    Args:
        db: The data file.
        words: As ``value_mark`` gives them; a step whose packed changes hold
            none of them is passed over without being taken apart.
    """
    sought = [word.encode() for word in words]
    for row in db.query("SELECT * FROM history WHERE state = 'done' ORDER BY id"):
        packed = zlib.decompress(row["changes"])
        if any(word in packed for word in sought):
            changes = tuple(RowChange(*change) for change in json.loads(packed))
            entry = _entry(row)
            yield entry, ChangeSet(entry.label, changes, entry.params, entry.id)


def value_mark(field: str, value: int) -> str:
    """Return the words by which packed changes say that a field of a row has a value."""
    return f'"{field}": {value}'


def _entry(row: Mapping[str, Any]) -> HistoryEntry:
    return HistoryEntry(
        id=row["id"],
        label=row["label"],
        params=json.loads(row["params"]),
        made_at=datetime.fromisoformat(row["made_at"]),
        made_by=row["made_by"],
        is_undone=row["state"] != "done",
        row_count=row["row_count"],
    )


def _change_set(db: Database, sql: str, *values: int) -> ChangeSet | None:
    rows = list(db.query(sql, list(values)))
    if not rows:
        return None
    row = rows[0]
    return ChangeSet(row["label"], _unpack(row["changes"]), json.loads(row["params"]), row["id"])


def _pack(changes: Sequence[RowChange]) -> bytes:
    rows = [
        [c.table, c.row_id, c.before and dict(c.before), c.after and dict(c.after)] for c in changes
    ]
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode())


def _unpack(blob: bytes) -> tuple[RowChange, ...]:
    return tuple(RowChange(*row) for row in json.loads(zlib.decompress(blob)))
