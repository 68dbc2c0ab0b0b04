"""Safety copies of the data file."""

from datetime import datetime, timedelta
from pathlib import Path

from cchc_desktop.domain.clock import Clock
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
