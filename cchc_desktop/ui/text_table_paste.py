"""Reads a block of cells that was copied in Excel, or in this program, for a table of a text."""

import re

from PySide6.QtCore import QMimeData

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.grid_clipboard import Grid, own_cells

# Excel puts a cell in quotes where it holds a tab or a line break, and doubles those within;
# a cell that merely begins with a quoted word it writes as it stands.
_CELL = re.compile(r'"((?:[^"]|"")*+)"(?=\t|\n|\Z)|([^\t\n]*)')


def copied_cells(data: QMimeData) -> Grid:
    """Return the block on the clipboard, row by row; () where there are no words.

    Bold and italic come along from this program's own cells only.
    """
    own = own_cells(data)
    return tabbed_cells(data.text()) if own is None else own


def tabbed_cells(text: str) -> Grid:
    """Return lines of tabbed text as rows of cells; empty rows and cells keep their places."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not text:
        return ()
    rows: list[list[RichText]] = [[]]
    position = 0
    while match := _CELL.match(text, position):
        words = match[2] if match[1] is None else match[1].replace('""', '"')
        rows[-1].append(RichText.plain(words))
        position = match.end() + 1
        if match.end() == len(text):
            break
        if text[match.end()] == "\n":
            rows.append([])
    return tuple(map(tuple, rows))
