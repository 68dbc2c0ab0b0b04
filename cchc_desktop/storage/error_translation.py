"""SQLite's errors in this program's words.

The world's faults (disk full, locked, read-only, damaged) become typed errors that
an officer can act on; any other error is a bug of ours and passes through.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cchc_desktop.domain.errors import (
    EnvironmentProblem,
    NotAnOfficeFile,
    StorageBusy,
    StorageDamaged,
    StorageFailed,
    StorageFull,
    StorageReadOnly,
)

KNOWN: dict[int, type[EnvironmentProblem]] = {
    sqlite3.SQLITE_BUSY: StorageBusy,
    sqlite3.SQLITE_LOCKED: StorageBusy,
    sqlite3.SQLITE_READONLY: StorageReadOnly,
    sqlite3.SQLITE_PERM: StorageReadOnly,
    sqlite3.SQLITE_CANTOPEN: StorageReadOnly,
    sqlite3.SQLITE_FULL: StorageFull,
    sqlite3.SQLITE_CORRUPT: StorageDamaged,
    sqlite3.SQLITE_NOTADB: NotAnOfficeFile,
    sqlite3.SQLITE_IOERR: StorageFailed,
    sqlite3.SQLITE_PROTOCOL: StorageBusy,
}
"""Primary result codes (https://www.sqlite.org/rescode.html) that are not our fault."""


@contextmanager
def translated_errors(path: Path) -> Iterator[None]:
    """Turn SQLite errors about ``path`` into typed ones; let bugs through unchanged."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        known = KNOWN.get(code & 0xFF) if code is not None else None
        if known is None:
            raise
        raise known(file=str(path)) from error
