"""One program per data file: a small lock file beside it, held by the operating system.

The lock file says who holds the data file; the operating system's own lock on it says
whether that program still runs.  A crash frees the second and leaves the first, so a
lock file that nobody holds is stale, and is offered for removal rather than trusted.
"""

import contextlib
import getpass
import json
import os
import platform
import sys
from datetime import datetime
from pathlib import Path
from typing import IO

from cchc_desktop.domain.errors import FileHeld, StorageReadOnly

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# On Windows a locked byte cannot be read by others, so the lock is taken far behind the text.
_LOCK_OFFSET = 1 << 20


def lock_path(path: Path) -> Path:
    """Return where the lock file of a data file lies."""
    return path.with_name(f"{path.name}-lock")


def user_name() -> str:
    """Return the name of the computer's user, or "" where the system does not say."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


class FileLock:
    """Holds a data file for this program until ``release``.

    Raises:
        FileHeld: Another program holds it, or a crash left a stale lock
            (``is_stale``) and ``take_over`` was not asked for.
        StorageReadOnly: The lock file cannot be written.
    """

    def __init__(self, path: Path, now: datetime, *, take_over: bool = False) -> None:
        self._path = lock_path(path)
        self._stream: IO[str] | None = None
        existed = self._path.exists()
        try:
            stream = self._path.open("a+", encoding="utf-8")
        except OSError as error:
            raise StorageReadOnly(file=str(path)) from error
        if not _try_lock(stream):
            holder = _read_holder(stream)
            stream.close()
            raise FileHeld(file=str(path), is_stale=False, **holder)
        if existed and not take_over:
            holder = _read_holder(stream)
            if holder["host"]:
                _unlock(stream)
                stream.close()
                raise FileHeld(file=str(path), is_stale=True, **holder)
        stream.seek(0)
        stream.truncate()
        json.dump(
            {
                "host": platform.node(),
                "user": user_name(),
                "pid": os.getpid(),
                "since": now.isoformat(timespec="seconds"),
            },
            stream,
        )
        stream.flush()
        self._stream = stream

    def release(self) -> None:
        """Free the data file; doing so twice does no harm."""
        if self._stream is None:
            return
        # On Windows an open file cannot be deleted; elsewhere it is deleted while still
        # held, so that nobody can take the lock of a file that is about to vanish.
        if sys.platform == "win32":
            _unlock(self._stream)
            self._stream.close()
            with contextlib.suppress(OSError):
                self._path.unlink()
        else:
            with contextlib.suppress(OSError):
                self._path.unlink()
            self._stream.close()
        self._stream = None


def _read_holder(stream: IO[str]) -> dict[str, str]:
    stream.seek(0)
    try:
        content = json.loads(stream.read() or "{}")
    except (ValueError, OSError):
        content = {}
    if not isinstance(content, dict):
        content = {}
    return {key: str(content.get(key, "")) for key in ("host", "user", "since")}


def _try_lock(stream: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            stream.seek(_LOCK_OFFSET)
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _unlock(stream: IO[str]) -> None:
    if sys.platform == "win32":
        stream.seek(_LOCK_OFFSET)
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)
    else:
        fcntl.flock(stream.fileno(), fcntl.LOCK_UN)
