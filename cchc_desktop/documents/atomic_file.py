"""Writing a file so that the old one stays whole until the new one is complete."""

import errno
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from cchc_desktop.domain.errors import (
    EnvironmentProblem,
    TargetBusy,
    TargetDiskFull,
    TargetNotWritable,
)

# EFBIG is what a file-size quota gives, EDQUOT a disk quota: to an officer the disk is full.
_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """Yield a file that takes the place of ``target`` once everything is on the disk.

    When anything fails, the old file is untouched and nothing is left beside it.

    Raises:
        TargetBusy: Another program has the target open.
        TargetDiskFull: There is no room.
        TargetNotWritable: The folder is missing or may not be written.
    """
    # In the same folder: os.replace is atomic only within one file system.
    partial = target.with_name(f".{target.name[:80]}.{uuid.uuid4().hex[:8]}.tmp")
    try:
        with _open_new(partial) as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _take_place(partial, target)
    except OSError as error:
        raise problem_of(error, target) from error
    finally:
        with suppress(OSError):
            partial.unlink()


def problem_of(error: OSError, target: Path) -> EnvironmentProblem:
    """Return the error that tells an officer why ``target`` could not be written."""
    if error.errno in _FULL:
        return TargetDiskFull(file=str(target))
    return TargetNotWritable(file=str(target), reason=_reason(error))


def _open_new(path: Path) -> BinaryIO:
    # Unlike tempfile, this leaves the file's permissions to the user's own settings.
    return path.open("xb")


def _take_place(partial: Path, target: Path) -> None:
    try:
        partial.replace(target)
    except PermissionError as error:
        # Windows refuses to replace a file that Excel, Word or a PDF reader holds open.
        raise TargetBusy(file=str(target)) from error


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "folder_missing"
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return "not_permitted"
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return "is_folder"
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return "bad_name"
    return "failed"
