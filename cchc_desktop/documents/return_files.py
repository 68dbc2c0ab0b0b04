"""Where a workbook for an agency is put: under a name that every system takes, over no other."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cchc_desktop.documents.atomic_file import problem_of, replacing
from cchc_desktop.domain.vietnamese import nfc, one_line

LONGEST_NAME = 120
"""With its ending: folders of e-mail and USB sticks are deep, and Windows stops at 260."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class Placing(StrEnum):
    """What became of a file ("cách ghi tệp")."""

    NEW = "new"
    SAME = "same"
    """It was there already, byte for byte."""
    BESIDE = "beside"
    """Another of its name was there and was left alone; it got a number."""


@dataclass(frozen=True, slots=True)
class PlacedFile:
    """A file that lies in a folder now ("tệp đã ghi")."""

    path: Path
    placing: Placing


def safe_name(name: str, longest: int = LONGEST_NAME) -> str:
    """Return a file name that Windows takes, cut before its ending where it is too long."""
    stem, dot, ending = nfc(name).rpartition(".")
    if not dot:
        stem, ending = ending, ""
    stem = one_line(_FORBIDDEN.sub(" ", stem)).strip(" .") or "_"
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    room = longest - len(dot) - len(ending)
    return f"{stem[:room].rstrip(' .')}{dot}{ending}"


def place(data: bytes, folder: Path, name: str, taken: Collection[str] = ()) -> PlacedFile:
    """Put a file into a folder; one of other content is never written over.

    Args:
        data: Its content.
        folder: Where to put it.
        name: A safe name; a number is added while it belongs to another file.
        taken: Names, in lower case, that were given in this run.

    Raises:
        TargetNotWritable: The folder is missing or may not be written.
        TargetDiskFull: There is no room.
    """
    stem, dot, ending = name.rpartition(".")
    number = 1
    while True:
        suffix = "" if number == 1 else f" ({number})"
        target = folder / f"{stem}{suffix}{dot}{ending}"
        number += 1
        if target.name.casefold() in taken:
            continue
        try:
            if target.exists():
                if target.is_file() and target.read_bytes() == data:
                    return PlacedFile(target, Placing.SAME)
                continue
        except OSError as error:
            raise problem_of(error, target) from error
        with replacing(target) as stream:
            stream.write(data)
        return PlacedFile(target, Placing.BESIDE if suffix else Placing.NEW)
