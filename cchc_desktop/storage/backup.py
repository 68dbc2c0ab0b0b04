"""Copies of the data file that were proven to open, thinned as they grow old.

Kept: every copy of the last two days, then one a day for 12 days, one a week for 10
weeks, one a month for 9 months.  Copies are made with SQLite's backup API, which is
right even while the file is open, and are checked before they count.
"""

import errno
import os
import re
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path

from cchc_desktop.domain.errors import StorageDamaged, StorageFull, StorageReadOnly
from cchc_desktop.storage.error_translation import translated_errors

_STAMP = re.compile(r"\.(\d{8}-\d{6})(?:-\w+)?\.cchc$")
_KEEP_ALL = timedelta(days=2)
_DAYS, _WEEKS, _MONTHS = 12, 10, 9


def backup_folder(path: Path) -> Path:
    """Return the folder, beside the data file, that holds its copies."""
    return path.with_name(f"{path.stem} - sao lưu")


def back_up(path: Path, now: datetime, reason: str) -> Path:
    """Copy the data file and return the copy, checked.

    Args:
        path: The data file; it may be open in this program.
        now: Goes into the copy's name.
        reason: A short ASCII word for the copy's name, such as "import".

    Raises:
        StorageDamaged: The copy does not pass SQLite's check; it is not kept.
        EnvironmentProblem: The copy could not be written.
    """
    folder = backup_folder(path)
    target = folder / f"{path.stem}.{now:%Y%m%d-%H%M%S}-{reason}.cchc"
    partial = target.with_suffix(".part")
    try:
        with translated_errors(target):
            folder.mkdir(exist_ok=True)
            _copy(path, partial)
        partial.replace(target)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        raise (StorageFull if full else StorageReadOnly)(file=str(target)) from error
    finally:
        # Where the folder is no folder, there is nothing to take away either.
        with suppress(OSError):
            partial.unlink()
    return target


def _copy(path: Path, partial: Path) -> None:
    source = sqlite3.connect(f"file:{_uri(path)}?mode=ro", uri=True)
    try:
        partial.unlink(missing_ok=True)
        copy = sqlite3.connect(partial)
        try:
            source.backup(copy, pages=256)
            if copy.execute("PRAGMA quick_check").fetchone() != ("ok",):
                raise StorageDamaged(file=str(path))
        finally:
            copy.close()
    finally:
        source.close()
    with partial.open("rb+") as stream:
        os.fsync(stream.fileno())


def _uri(path: Path) -> str:
    return path.resolve().as_uri().removeprefix("file:").replace("?", "%3f").replace("#", "%23")


def list_backups(path: Path) -> tuple[tuple[datetime, Path], ...]:
    """Return the copies of a data file with the times in their names, newest first."""
    copies = backup_folder(path).glob("*.cchc")
    stamped = [(stamp[1], copy) for copy in copies if (stamp := _STAMP.search(copy.name))]
    return tuple(
        sorted(
            ((datetime.strptime(stamp, "%Y%m%d-%H%M%S"), copy) for stamp, copy in stamped),  # noqa: DTZ007
            reverse=True,
        )
    )


def thin_backups(path: Path, now: datetime) -> tuple[Path, ...]:
    """Delete the copies that the rule no longer keeps; return what was deleted."""
    copies = list_backups(path)
    kept = kept_times([made_at for made_at, _ in copies], now)
    gone = tuple(copy for made_at, copy in copies if made_at not in kept)
    for copy in gone:
        copy.unlink(missing_ok=True)
    return gone


def kept_times(times: Sequence[datetime], now: datetime) -> frozenset[datetime]:
    """Return which of ``times`` the rule keeps on ``now``; the newest always stays."""
    ordered = sorted(times, reverse=True)
    kept = {time for time in ordered if now - time <= _KEEP_ALL} | set(ordered[:1])
    for count, bucket_format in ((_DAYS, "%Y-%m-%d"), (_WEEKS, "%G-%V"), (_MONTHS, "%Y-%m")):
        buckets: dict[str, datetime] = {}
        for time in ordered:
            buckets.setdefault(time.strftime(bucket_format), time)
        kept.update(list(buckets.values())[:count])
    return frozenset(kept)
