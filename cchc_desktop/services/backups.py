"""Safety copies of the data file."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.errors import TargetNotWritable
from cchc_desktop.storage import backup
from cchc_desktop.storage.office_file import OfficeFile

_MIN_AGE = timedelta(minutes=30)


class BackupService:
    """What a person can do with safety copies ("bản sao lưu")."""

    def __init__(self, file: OfficeFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self._seen_changes = file.db.conn.total_changes

    def latest(self) -> tuple[datetime, Path] | None:
        """Return when the newest copy was made and where it lies, or None."""
        copies = backup.list_backups(self._file.path)
        return copies[0] if copies else None

    def list(self) -> tuple[tuple[datetime, Path], ...]:
        """Return all copies, newest first."""
        return backup.list_backups(self._file.path)

    def make(self, reason: str) -> Path:
        """Make a checked copy now, thin the old ones, and return it."""
        copy = backup.back_up(self._file.path, self._clock.now(), reason)
        backup.thin_backups(self._file.path, self._clock.now())
        self._seen_changes = self._file.db.conn.total_changes
        return copy

    def make_if_due(self) -> Path | None:
        """Make a copy if something changed and the newest copy is half an hour old."""
        if self._file.db.conn.total_changes == self._seen_changes:
            return None
        latest = self.latest()
        if latest is not None and self._clock.now() - latest[0] < _MIN_AGE:
            return None
        return self.make("auto")


def backups_of(path: Path) -> tuple[tuple[datetime, Path], ...]:
    """Return the copies of a data file that need not open, newest first."""
    return backup.list_backups(path)


def recover_from(copy: Path, damaged: Path) -> Path:
    """Put a safety copy beside the file it replaces, under a name of its own; return it.

    The damaged file and the safety copy both stay as they are.

    Raises:
        TargetNotWritable: It cannot be written there.
    """
    target = damaged.with_name(f"{damaged.stem} (khôi phục).cchc")
    number = 1
    while target.exists():
        number += 1
        target = damaged.with_name(f"{damaged.stem} (khôi phục {number}).cchc")
    partial = target.with_suffix(".part")
    try:
        shutil.copyfile(copy, partial)
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise TargetNotWritable(file=str(target), reason=str(error)) from error
    return target
