"""Which files an officer means by what was chosen or dropped: files, and all of a folder."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

from cchc_desktop.domain.vietnamese import fold

FILE_FILTERS = "Biểu Excel (*.xlsx *.xls *.xlsm);;Mọi tệp (*)"

_ENDINGS = frozenset({".xlsx", ".xls", ".xlsm"})
_DIGITS = re.compile(r"(\d+)")
_LOCK = "~$"
"""How Excel names the file that tells that a workbook is open."""


def dropped_paths(data: QMimeData) -> list[Path]:
    """Return the files and folders of this computer that ``data`` names."""
    urls = data.urls() if data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def files_among(paths: Iterable[Path], known: Sequence[Path] = ()) -> list[Path]:
    """Return ``known`` and the files of ``paths``, each once.

    Of a folder all workbooks below it, in the order of their names; a file that was named
    itself is taken whatever its ending, so that it can be said why it is not read.
    """
    found = dict.fromkeys(known)
    for path in paths:
        if path.is_dir():
            inside = (item for item in path.rglob("*") if _is_workbook(item))
            found.update(dict.fromkeys(sorted(inside, key=_place)))
        else:
            found[path] = None
    return list(found)


def _place(path: Path) -> list[tuple[int, str]]:
    """Sort names as people do: "biểu 2" before "biểu 10"."""
    parts = _DIGITS.split(fold(str(path)))
    return [(int(part), "") if part.isdecimal() else (0, part) for part in parts]


def _is_workbook(path: Path) -> bool:
    return path.suffix.casefold() in _ENDINGS and not path.name.startswith((_LOCK, "."))
