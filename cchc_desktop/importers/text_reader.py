"""Reads tab- or comma-separated text, whatever encoding it was saved in."""

import codecs
import re
import unicodedata
from collections import Counter

from cchc_desktop.domain.errors import SourceKindUnknown
from cchc_desktop.importers.legacy_fonts import LegacyEncoding, convert
from cchc_desktop.importers.raw_table import RawCell, RawRow, RawRun, RawSource, RawTable
from cchc_desktop.importers.syllables import is_syllable

# A quoted cell may hold the delimiter, line breaks and doubled quotes.  Its length is
# bounded so that stray quotes cannot make reading quadratic.
_QUOTED = r'"((?:[^"]|""){0,65536}+)"'
_DELIMITERS = "\t;,|"
_WORD = re.compile(r"[^\W\d_]+")


def read_text(file: str, data: bytes) -> RawSource:
    """Return the table in a text file."""
    return text_source(file, decode(file, data))


def text_source(file: str, text: str) -> RawSource:
    """Return the table in ``text``; the lines before it are the words above it."""
    rows = split_rows(text)
    first = next((index for index, (_, cells) in enumerate(rows) if len(cells) > 1), None)
    if first is None:
        table = RawTable(0, "", tuple(_raw_row(line, cells) for line, cells in rows))
        return RawSource(file, (table,) if rows else ())
    above = tuple(cells[0].strip() for _, cells in rows[:first] if cells[0].strip())
    table = RawTable(0, "", tuple(_raw_row(line, cells) for line, cells in rows[first:]), above)
    return RawSource(file, (table,))


def split_rows(text: str) -> list[tuple[int, tuple[str, ...]]]:
    """Return the rows of delimited text, each with the line it begins on, from 1.

    Blank lines are left out.  Lines and cells are parted as Excel does it.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    best: list[tuple[int, tuple[str, ...]]] = []
    best_score = -1
    for delimiter in _DELIMITERS:
        if delimiter not in text:
            continue
        rows = _parse(text, delimiter)
        score = _evenness(rows) * (2 if delimiter == "\t" else 1)
        if score > best_score:
            best, best_score = rows, score
    if best_score <= 0 and "\t" not in text:
        best = _parse(text, "\t")
    return best


def decode(file: str, data: bytes) -> str:
    """Return the text in ``data``: UTF-8, UTF-16, or an old Vietnamese code page."""
    if data.startswith(codecs.BOM_UTF8):
        return data[3:].decode("utf-8", errors="replace")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    if 0 in data[:4096]:
        encoding = "utf-16-le" if data[1:4096:2].count(0) > data[:4096:2].count(0) else "utf-16-be"
        return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.end >= len(data) - 3 and error.reason == "unexpected end of data":
            return data.decode("utf-8", errors="replace")
    text = _decode_legacy(data)
    if text is None:
        raise SourceKindUnknown(file=file, kind="text")
    return text


def _decode_legacy(data: bytes) -> str | None:
    """Choose the code page under which most words are Vietnamese syllables.

    Excel on a Vietnamese Windows saves CSV in code page 1258, with tones as combining marks.
    """
    latin = data.decode("latin-1")
    candidates = [
        unicodedata.normalize("NFC", data.decode("cp1258", errors="replace")),
        *(convert(latin, encoding) for encoding in LegacyEncoding),
    ]
    best = max(candidates, key=_syllable_share)
    return best if _syllable_share(best) > 0.5 else data.decode("cp1252", errors="replace")


def _syllable_share(text: str) -> float:
    words = [word for word in _WORD.findall(text[:200_000]) if not word.isascii()]
    return sum(map(is_syllable, words)) / len(words) if words else 0.0


def _parse(text: str, delimiter: str) -> list[tuple[int, tuple[str, ...]]]:
    quoted = re.compile(rf"{_QUOTED}(?=[ ]*(?:{re.escape(delimiter)}|\n|\Z))")
    plain = re.compile(rf"[^{re.escape(delimiter)}\n]*")
    rows: list[tuple[int, tuple[str, ...]]] = []
    cells: list[str] = []
    position, line, first_line = 0, 1, 1
    while position <= len(text):
        match = quoted.match(text, position) if text.startswith('"', position) else None
        if match and (delimiter != "\t" or _needs_quotes(match[1])):
            cells.append(match[1].replace('""', '"'))
            line += match[0].count("\n")
        else:
            match = plain.match(text, position)
            cells.append(match[0] if match else "")
        position = match.end() if match else position + 1
        while text.startswith(" ", position):
            position += 1
        if position < len(text) and text[position] == delimiter:
            position += 1
            continue
        if any(cell.strip() for cell in cells):
            rows.append((first_line, tuple(cells)))
        cells = []
        position += 1
        line += 1
        first_line = line
    return rows


def _needs_quotes(cell: str) -> bool:
    """Excel quotes a copied cell only where it must; other quotes are the officer's."""
    return "\n" in cell or "\t" in cell or '""' in cell


def _evenness(rows: list[tuple[int, tuple[str, ...]]]) -> int:
    """Count the rows that have the most usual number of cells, three or more."""
    widths = Counter(len(cells) for _, cells in rows if len(cells) >= 3)
    return widths.most_common(1)[0][1] if widths else 0


def _raw_row(line: int, cells: tuple[str, ...]) -> RawRow:
    return RawRow(
        line,
        tuple(
            RawCell(column, (RawRun(cell),) if cell.strip() else ())
            for column, cell in enumerate(cells)
        ),
    )
