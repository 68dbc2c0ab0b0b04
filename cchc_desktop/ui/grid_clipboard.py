"""A block of cells on the clipboard: what copying puts there and what pasting finds.

Word and Excel take the table with its bold and italic; other programs the tabbed text.
"""

import json
from collections.abc import Callable
from html import escape
from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.ui.grid_model import Key, Row
from cchc_desktop.ui.grid_selection import Column, GridSelection
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.workspace import Workspace

CELLS_MIME = "application/x-cchc-plan-cells"
Grid = tuple[tuple[RichText, ...], ...]


def selected_block(
    table: GridSelection[Row, Key, Column], text_of: Callable[[Row, int], RichText]
) -> Grid:
    """Return the smallest block that holds the selection; cells left out are empty."""
    chosen = set(table.selected_places())
    used = {place for _, place in chosen}
    shown = table.shown_places()
    spots = [spot for spot, place in enumerate(shown) if place in used]
    if not spots:
        return ()
    between = shown[spots[0] : spots[-1] + 1]
    return tuple(
        tuple(text_of(row, place) if (number, place) in chosen else EMPTY for place in between)
        for number in sorted({number for number, _ in chosen})
        if (row := table.rows.row_at(number))
    )


def clipboard_data(grid: Grid) -> QMimeData:
    """Return a block of cells as Word, Excel and other programs take it."""
    data = QMimeData()
    data.setText(tabbed_text(grid))
    data.setHtml(html_table(grid))
    cells = [[cell.markup for cell in row] for row in grid]
    data.setData(CELLS_MIME, json.dumps(cells, ensure_ascii=False).encode())
    return data


def own_cells(data: QMimeData) -> Grid | None:
    """Return the block that this program copied, or None when it is another's."""
    if not data.hasFormat(CELLS_MIME):
        return None
    try:
        rows = json.loads(bytes(data.data(CELLS_MIME).data()))
        return tuple(tuple(RichText.from_markup(cell) for cell in row) for row in rows)
    except (ValueError, TypeError):
        return None


def tabbed_text(grid: Grid) -> str:
    """Return a block as Excel writes text: tabs, and quotes where a cell needs them."""
    return "".join("\t".join(_quoted(cell.text) for cell in row) + "\r\n" for row in grid)


def html_table(grid: Grid) -> str:
    """Return a block as an HTML table that Word and Excel take with its styles."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{_html(cell)}</td>" for cell in row) + "</tr>" for row in grid
    )
    style = "br{mso-data-placement:same-cell} td{vertical-align:top;mso-number-format:'\\@'}"
    return (
        f"<html><head><meta charset='utf-8'><style>{style}</style></head>"
        f"<body><table border='1' cellspacing='0'>{rows}</table></body></html>"
    )


def read_block(workspace: Workspace, messages: Messages, take: Callable[[Grid], Any]) -> None:
    """Hand the block on the clipboard to ``take``, at once where this program copied it."""
    data = QGuiApplication.clipboard().mimeData()
    grid = own_cells(data)
    if grid is not None:
        take(grid)
    elif data.hasText() or data.hasHtml():
        text, html = data.text(), data.html() if data.hasHtml() else None
        workspace.work_on_files(
            lambda s: s.imports.read_pasted_cells(text, html), take, messages.error
        )


def _quoted(text: str) -> str:
    if any(char in text for char in '\t\n\r"'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _html(cell: RichText) -> str:
    parts = []
    for run in cell.runs:
        text = escape(run.text, quote=False).replace("\n", "<br>")
        text = f"<i>{text}</i>" if run.italic else text
        parts.append(f"<b>{text}</b>" if run.bold else text)
    return "".join(parts)
