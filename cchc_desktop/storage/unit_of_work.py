"""The only way to write rows: each write is recorded before and after.

Tables and columns are checked against the schema, so that a wrong name is a bug
found at once and never a silent nothing.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from sqlite_utils import Database

from cchc_desktop.domain.changes import Row, RowChange, Value
from cchc_desktop.domain.errors import EditConflict, RecordMissing
from cchc_desktop.storage.plan_freeze import FrozenPlans

_NEVER_USED_AGAIN = frozenset({"section", "task", "deliverable", "passage", "demand"})
"""Tables whose rows are told apart across versions and years: the id of a deleted one is gone.

SQLite itself gives the highest id again once its row was deleted.
"""

_LAST_ID = "last-id/{table}"


class UnitOfWork:
    """Writes rows inside one transaction and remembers what changed.

    Made by ``OfficeFile.transaction`` only.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._changes: list[RowChange] = []
        self._last_ids: dict[str, int] = {}

    @property
    def changes(self) -> tuple[RowChange, ...]:
        """What was written so far, with writes that changed nothing left out."""
        return tuple(change for change in self._changes if change.before != change.after)

    def find(self, table: str, row_id: int) -> dict[str, Value] | None:
        """Return the row as it stands now, or None."""
        rows = list(self._db.query(f"SELECT * FROM [{table}] WHERE id = ?", [row_id]))  # noqa: S608
        return rows[0] if rows else None

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return all rows of a table as they stand now."""
        return list(self._db.query(f"SELECT * FROM [{table}] ORDER BY id"))  # noqa: S608

    def get(self, table: str, row_id: int) -> dict[str, Value]:
        """Return the row as it stands now.

        Raises:
            RecordMissing: There is no such row.
        """
        row = self.find(table, row_id)
        if row is None:
            raise RecordMissing(kind=table, id=row_id)
        return row

    def insert(self, table: str, values: Row) -> int:
        """Insert a row and return its id.

        Raises:
            PlanFrozen: It would be a word of an issued plan.
        """
        self._frozen.refuse_insert(table, values)
        if table in _NEVER_USED_AGAIN and "id" not in values:
            values = {"id": self._next_id(table), **values}
        names = ", ".join(f"[{name}]" for name in values)
        blanks = ", ".join("?" * len(values))
        cursor = self._db.execute(
            f"INSERT INTO [{table}] ({names}) VALUES ({blanks})",  # noqa: S608 - names are ours
            list(values.values()),
        )
        row_id = int(cursor.lastrowid or 0)
        self._heed_standing(table)
        self._changes.append(RowChange(table, row_id, None, {"id": row_id, **values}))
        return row_id

    def _next_id(self, table: str) -> int:
        """Return an id that no row of the table ever had, and remember it as taken."""
        last = self._last_ids.get(table)
        if last is None:
            highest = f"SELECT coalesce(max(id), 0) FROM [{table}]"  # noqa: S608 - names are ours
            known = "SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM setting WHERE name = ?"
            name = _LAST_ID.format(table=table)
            last = max(
                int(next(iter(self._db.execute(highest)))[0]),
                int(next(iter(self._db.execute(known, [name])))[0]),
            )
        self._last_ids[table] = last + 1
        self._db.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [_LAST_ID.format(table=table), str(last + 1)],
        )
        return last + 1

    def update(self, table: str, row_id: int, values: Row) -> None:
        """Set some fields of a row; setting what is already there is no change.

        Raises:
            RecordMissing: There is no such row.
            PlanFrozen: It would be a word of an issued plan.
        """
        before = self.get(table, row_id)
        new = {name: value for name, value in values.items() if before[name] != value}
        if not new:
            return
        self._frozen.refuse_update(table, row_id, new)
        self._write(table, row_id, values)
        self._changes.append(RowChange(table, row_id, before, {**before, **values}))

    def delete(self, table: str, row_id: int) -> None:
        """Delete a row.

        Raises:
            RecordMissing: There is no such row.
            PlanFrozen: It is a word of an issued plan.
        """
        before = self.get(table, row_id)
        self._frozen.refuse_delete(table, row_id)
        self._db.execute(f"DELETE FROM [{table}] WHERE id = ?", [row_id])  # noqa: S608
        self._changes.append(RowChange(table, row_id, before, None))

    def apply(self, changes: Iterable[RowChange]) -> None:
        """Bring rows from their ``before`` to their ``after``.

        Raises:
            EditConflict: A row is no longer as ``before`` says; nothing may be overwritten.
            PlanFrozen: It would change a word of an issued plan.
        """
        for change in changes:
            current = self.find(change.table, change.row_id)
            if current != (None if change.before is None else dict(change.before)):
                raise EditConflict(kind=change.table, id=change.row_id)
            if change.after is None:
                self._frozen.refuse_delete(change.table, change.row_id)
                self._db.execute(
                    f"DELETE FROM [{change.table}] WHERE id = ?",  # noqa: S608
                    [change.row_id],
                )
            elif change.before is None:
                self.insert(change.table, change.after)
                self._changes.pop()
            else:
                before = change.before
                new = {k: v for k, v in change.after.items() if before.get(k) != v}
                self._frozen.refuse_update(change.table, change.row_id, new)
                self._write(change.table, change.row_id, change.after)
            self._changes.append(change)

    @cached_property
    def _frozen(self) -> FrozenPlans:
        """As they stand in the transaction; read again once the standing of a plan is written."""
        return FrozenPlans(self._db)

    def _heed_standing(self, table: str) -> None:
        if table == "plan_standing":
            self.__dict__.pop("_frozen", None)

    def _write(self, table: str, row_id: int, values: Mapping[str, Value]) -> None:
        assignments = ", ".join(f"[{name}] = ?" for name in values)
        self._db.execute(
            f"UPDATE [{table}] SET {assignments} WHERE id = ?",  # noqa: S608 - names are ours
            [*values.values(), row_id],
        )
        self._heed_standing(table)
