"""One ``.cchc`` file: opening it safely, and the one way to write to it.

The file is an SQLite database in ``journal_mode=DELETE`` with one connection, so that
it is always one whole file that can be copied; ``synchronous=FULL``, so that what was
said to be saved survives a power cut.  Start reading at ``OfficeFile.transaction``.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.errors import (
    FileExists,
    FileMissing,
    FileTooNew,
    NotAnOfficeFile,
    NothingToRedo,
    NothingToUndo,
    StorageDamaged,
    StorageReadOnly,
)
from cchc_desktop.storage import history
from cchc_desktop.storage.backup import back_up
from cchc_desktop.storage.error_translation import translated_errors
from cchc_desktop.storage.file_lock import FileLock, user_name
from cchc_desktop.storage.migrations import LATEST_VERSION, MIGRATIONS, STEPS
from cchc_desktop.storage.unit_of_work import UnitOfWork

APPLICATION_ID = 0x43434843
"""Marks the file as ours in SQLite's header ("CCHC" in ASCII)."""

_MAGIC = b"SQLite format 3\x00"
_BUSY_TIMEOUT_MS = 5000


class OfficeFile:
    """An open data file; made by ``create_office_file`` and ``open_office_file``.

    Must be used from the thread that opened it.

    Attributes:
        path: Where the file lies.
        db: For reading by the repositories of this layer.
    """

    def __init__(self, path: Path, db: Database, lock: FileLock, clock: Clock) -> None:
        self.path = path
        self.db = db
        self._lock = lock
        self._clock = clock

    def close(self) -> None:
        """Close the file and free it for others."""
        self.db.conn.close()
        self._lock.release()

    @contextmanager
    def transaction(self, label: str, **params: str) -> Iterator["Step"]:
        """Make one step: all of it is written and recorded, or nothing is.

        Args:
            label: What the step is, a key of ``services/sentences.py``.
            **params: Fills the blanks of that sentence.

        Yields:
            The step; after the block its ``change_set`` says what changed.
        """
        step = Step(UnitOfWork(self.db))
        with self._immediate():
            yield step
            changes = step.unit.changes
            entry_id = None
            if changes:
                entry_id = history.append_entry(
                    self.db, label, params, changes, self._clock.now(), user_name()
                )
            step.change_set = ChangeSet(label, changes, params, entry_id)

    def undo(self) -> ChangeSet:
        """Take back the latest step and return what that changed.

        Raises:
            NothingToUndo: Every step was taken back already.
            EditConflict: A row is not as the step left it.
        """
        with self._immediate():
            step = history.find_change_set(self.db, history.LAST_DONE)
            if step is None or step.entry_id is None:
                raise NothingToUndo
            inverse = tuple(change.inverted() for change in reversed(step.changes))
            UnitOfWork(self.db).apply(inverse)
            history.mark(self.db, step.entry_id, "undone")
        return ChangeSet(step.label, inverse, step.params, step.entry_id)

    def redo(self) -> ChangeSet:
        """Make the step last taken back again and return what that changed.

        Raises:
            NothingToRedo: No step was taken back since the latest one.
            EditConflict: A row is not as the step found it.
        """
        with self._immediate():
            step = history.find_change_set(self.db, history.FIRST_UNDONE)
            if step is None or step.entry_id is None:
                raise NothingToRedo
            UnitOfWork(self.db).apply(step.changes)
            history.mark(self.db, step.entry_id, "done")
        return step

    @contextmanager
    def _immediate(self) -> Iterator[None]:
        """Run a block in one ``BEGIN IMMEDIATE`` transaction.

        A deferred transaction that reads before it writes fails at once when another
        program wrote in between, in spite of the busy timeout.
        """
        with translated_errors(self.path):
            self.db.execute("BEGIN IMMEDIATE")
            try:
                # Undo deletes and inserts rows in an order that refers back and forth.
                self.db.execute("PRAGMA defer_foreign_keys = ON")
                yield
                self.db.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self.db.conn.rollback()
                raise


class Step:
    """A step being made.

    Attributes:
        unit: Writes the rows.
        change_set: What the step changed, once its transaction has ended.
    """

    def __init__(self, unit: UnitOfWork) -> None:
        self.unit = unit
        self.change_set = ChangeSet("")


def create_office_file(path: Path, clock: Clock) -> OfficeFile:
    """Create an empty data file and open it.

    Raises:
        FileExists: Something lies there already.
        EnvironmentProblem: The file cannot be written there.
    """
    if path.exists():
        raise FileExists(file=str(path))
    # Made beside its place and moved there whole: a crash never leaves half a data file.
    partial = path.with_name(f"{path.name}.part")
    with translated_errors(path):
        try:
            partial.unlink(missing_ok=True)
            db = _connect(partial)
            try:
                db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                _migrate(db)
            finally:
                db.conn.close()
            partial.replace(path)
        except OSError as error:
            raise StorageReadOnly(file=str(path)) from error
        finally:
            partial.unlink(missing_ok=True)
    # A stale lock can only be of a file that lay here before and is gone.
    return open_office_file(path, clock, take_over=True)


def open_office_file(path: Path, clock: Clock, *, take_over: bool = False) -> OfficeFile:
    """Open a data file, checked, upgraded if it is older.

    Args:
        path: The data file.
        clock: For the history and the names of backups.
        take_over: Remove a stale lock that a crash left.

    Raises:
        FileMissing: There is no such file.
        NotAnOfficeFile: It is some other kind of file; it is left untouched.
        FileTooNew: A newer version of the program wrote it; it is left untouched.
        FileHeld: Another program has it open, or a crash left a stale lock.
        StorageDamaged: SQLite's check found damage.
        EnvironmentProblem: It cannot be read or written.
    """
    version = _read_version(path)
    if version > LATEST_VERSION:
        raise FileTooNew(file=str(path), version=version)
    lock = FileLock(path, clock.now(), take_over=take_over)
    try:
        with translated_errors(path):
            db = _connect(path)
            try:
                _check(db, path)
                if _has_unknown_steps(db):
                    raise FileTooNew(file=str(path), version=version)
                if version < LATEST_VERSION:
                    back_up(path, clock.now(), "upgrade")
                    _migrate(db)
            except BaseException:
                db.conn.close()
                raise
    except BaseException:
        lock.release()
        raise
    return OfficeFile(path, db, lock, clock)


def _read_version(path: Path) -> int:
    """Read the version from the header without letting SQLite touch a foreign file."""
    try:
        with path.open("rb") as stream:
            header = stream.read(100)
    except FileNotFoundError as error:
        raise FileMissing(file=str(path)) from error
    except OSError as error:
        raise StorageReadOnly(file=str(path)) from error
    application_id = int.from_bytes(header[68:72], "big")
    if len(header) < 100 or header[:16] != _MAGIC or application_id != APPLICATION_ID:
        raise NotAnOfficeFile(file=str(path))
    return int.from_bytes(header[60:64], "big")


def _connect(path: Path) -> Database:
    conn = sqlite3.connect(path, isolation_level=None, timeout=_BUSY_TIMEOUT_MS / 1000)
    for pragma in (
        "foreign_keys = ON",
        "journal_mode = DELETE",
        "synchronous = FULL",
        "trusted_schema = OFF",
    ):
        conn.execute(f"PRAGMA {pragma}")
    return Database(conn)


def _check(db: Database, path: Path) -> None:
    if next(iter(db.execute("PRAGMA quick_check(1)")))[0] != "ok":
        raise StorageDamaged(file=str(path))


def _has_unknown_steps(db: Database) -> bool:
    """Tell whether a step was applied that this version does not know.

    sqlite-utils itself would take such a file for up to date.
    """
    return any(step.name not in STEPS for step in MIGRATIONS.applied(db))


def _migrate(db: Database) -> None:
    """Apply the missing steps, with foreign keys checked after instead of during."""
    db.execute("PRAGMA foreign_keys = OFF")
    MIGRATIONS.apply(db)
    if list(db.execute("PRAGMA foreign_key_check")):
        raise StorageDamaged(file="")
    db.execute("PRAGMA foreign_keys = ON")
    db.execute(f"PRAGMA user_version = {LATEST_VERSION}")
