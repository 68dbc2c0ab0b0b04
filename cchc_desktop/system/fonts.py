"""Finding the font of official papers on this computer.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.4 wants Times New Roman.  Where it is not
installed, or has no Vietnamese letters, its metric twin ships with the program: every line
breaks at the same word.
"""

import os
import struct
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from cchc_desktop.domain.errors import FontMissing
from cchc_desktop.domain.font_files import FontFiles

_TIMES = "Times New Roman"
_TWIN = "Liberation Serif"
_FACES = (
    ("times.ttf", "Times_New_Roman.ttf", "Times New Roman.ttf"),
    ("timesbd.ttf", "Times_New_Roman_Bold.ttf", "Times New Roman Bold.ttf"),
    ("timesi.ttf", "Times_New_Roman_Italic.ttf", "Times New Roman Italic.ttf"),
    ("timesbi.ttf", "Times_New_Roman_Bold_Italic.ttf", "Times New Roman Bold Italic.ttf"),
)
_TWIN_FACES = tuple(f"LiberationSerif-{x}.ttf" for x in ("Regular", "Bold", "Italic", "BoldItalic"))
# Old copies of Times New Roman lack these.
_PROBE = (
    "ĂăÂâĐđÊêÔôƠơƯưẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặẸẹẾếỀềỂểỄễỆệỊịỌọỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợỤụỨứỪừỬửỮữỰựỲỳỴỵỶỷỸỹ"
)


def find_fonts(bundled: Path, folders: Iterable[Path] | None = None) -> FontFiles:
    """Return Times New Roman with all four faces, else the twin in ``bundled``.

    Args:
        bundled: The program's own font folder.
        folders: Where to look for Times New Roman; None for this system's font folders.

    Raises:
        FontMissing: Neither is there.
    """
    for folder in _system_folders() if folders is None else folders:
        faces = _times_in(folder)
        if faces and all(covers(face, _PROBE) for face in faces):
            return FontFiles(_TIMES, *faces)
    twins = [bundled / name for name in _TWIN_FACES]
    missing = [face.name for face in twins if not face.is_file()]
    if missing:
        raise FontMissing(names=", ".join(missing))
    return FontFiles(_TWIN, *twins)


def covers(font: Path, text: str) -> bool:
    """Tell whether a TrueType font has a glyph for every character of ``text``."""
    try:
        characters = _characters(font.read_bytes())
    except (OSError, struct.error, ValueError):
        return False
    return all(ord(char) in characters for char in text)


def _system_folders() -> Iterator[Path]:
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        local = os.environ.get("LOCALAPPDATA")
        if local:
            # Fonts that a user without administrator rights installed.
            yield Path(local) / "Microsoft" / "Windows" / "Fonts"
    elif sys.platform == "darwin":
        yield Path("/System/Library/Fonts/Supplemental")
        yield Path("/Library/Fonts")
        yield Path.home() / "Library" / "Fonts"
    else:
        for root in (Path("/usr/share/fonts"), Path("/usr/local/share/fonts")):
            yield root / "truetype" / "msttcorefonts"
            yield root / "msttcorefonts"
            yield root / "msttcore"
        yield Path.home() / ".local" / "share" / "fonts"
        yield Path.home() / ".fonts"


def _times_in(folder: Path) -> tuple[Path, Path, Path, Path] | None:
    try:
        present = {entry.name.lower(): entry for entry in folder.iterdir()}
    except OSError:
        return None
    found = [
        next((present[name.lower()] for name in names if name.lower() in present), None)
        for names in _FACES
    ]
    regular, bold, italic, bold_italic = found
    if regular and bold and italic and bold_italic:
        return (regular, bold, italic, bold_italic)
    return None


def _characters(data: bytes) -> set[int]:
    """Return the code points of a font's character map (formats 4 and 12)."""
    (count,) = struct.unpack_from(">H", data, 4)
    tables = (struct.unpack_from(">4s3L", data, 12 + 16 * i) for i in range(count))
    start = next((offset for tag, _, offset, _ in tables if tag == b"cmap"), None)
    if start is None:
        message = "no character map"
        raise ValueError(message)
    found: set[int] = set()
    (subtables,) = struct.unpack_from(">H", data, start + 2)
    for i in range(subtables):
        platform, _, offset = struct.unpack_from(">HHL", data, start + 4 + 8 * i)
        if platform in (0, 3):
            found |= _subtable(data, start + offset)
    return found


def _subtable(data: bytes, start: int) -> set[int]:
    (kind,) = struct.unpack_from(">H", data, start)
    if kind == 12:
        (groups,) = struct.unpack_from(">L", data, start + 12)
        ranges = (struct.unpack_from(">3L", data, start + 16 + 12 * i) for i in range(groups))
        return {code for first, last, _ in ranges for code in range(first, last + 1)}
    if kind != 4:
        return set()
    (doubled,) = struct.unpack_from(">H", data, start + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", data, start + 14)
    firsts_at = start + 16 + doubled
    firsts = struct.unpack_from(f">{count}H", data, firsts_at)
    deltas = struct.unpack_from(f">{count}H", data, firsts_at + doubled)
    offsets_at = firsts_at + 2 * doubled
    offsets = struct.unpack_from(f">{count}H", data, offsets_at)
    found = set()
    for i in range(count):
        for code in range(firsts[i], min(ends[i], 0xFFFE) + 1):
            glyph = code
            if offsets[i]:
                place = offsets_at + 2 * i + offsets[i] + 2 * (code - firsts[i])
                (glyph,) = struct.unpack_from(">H", data, place)
                if glyph == 0:
                    continue
            if (glyph + deltas[i]) & 0xFFFF:
                found.add(code)
    return found
