"""What copying puts on the clipboard, and what pasting a block would write.

Word and Excel take the table with its bold and italic; other programs the tabbed text.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QMimeData

from cchc_desktop.domain.annex_draft import AnnexColumn, DraftDeliverable, DraftTask
from cchc_desktop.domain.plan_rows import PlanRow
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.services.plan_editing import CellEdit

CELLS_MIME = "application/x-cchc-plan-cells"
Grid = tuple[tuple[RichText, ...], ...]

_NOWHERE = Place(file="", part="")


@dataclass(frozen=True, slots=True)
class PastePlan:
    """What pasting a block would do ("kết quả dán dự kiến").

    Attributes:
        edits: The cells to be written.
        overflow: The rows of the block below the last row of the table.
        refused: Filled cells of the block that meet a cell nobody can write in.
    """

    edits: tuple[CellEdit, ...]
    overflow: Grid
    refused: int


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


def plan_paste(
    grid: Grid, rows: Sequence[PlanRow], columns: Sequence[AnnexColumn], row: int, column: int
) -> PastePlan:
    """Return what pasting ``grid`` with its corner at a place of the table would do.

    Numbers are the program's, so what meets the number column is passed over.

    Args:
        grid: The block.
        rows: The rows shown.
        columns: The columns shown, from left to right.
        row: The row of the corner.
        column: The column of the corner, counted in ``columns``.
    """
    edits: list[CellEdit] = []
    refused = 0
    for offset, cells in enumerate(grid[: len(rows) - row]):
        target = rows[row + offset]
        for place, cell in enumerate(cells, column):
            into = columns[place] if place < len(columns) else None
            if into is AnnexColumn.NUMBER:
                continue
            if into is None or not target.accepts(into):
                refused += bool(cell)
            else:
                edits.append(CellEdit(target.key, into, cell))
    return PastePlan(tuple(edits), grid[len(rows) - row :], refused)


def overflow_tasks(
    grid: Grid, columns: Sequence[AnnexColumn], column: int
) -> tuple[DraftTask, ...]:
    """Return rows of a block as new tasks; empty rows are none."""
    tasks = []
    for cells in grid:
        named = dict(zip(columns[column:], cells, strict=False))
        if any(cell for into, cell in named.items() if into is not AnnexColumn.NUMBER):
            tasks.append(_task(named))
    return tuple(tasks)


def _task(cells: dict[AnnexColumn, RichText]) -> DraftTask:
    product = cells.get(AnnexColumn.PRODUCT, EMPTY)
    deadline = cells.get(AnnexColumn.DEADLINE, EMPTY)
    return DraftTask(
        source_number="",
        content=cells.get(AnnexColumn.CONTENT, EMPTY),
        place=_NOWHERE,
        deliverables=(
            (DraftDeliverable(product, deadline, _NOWHERE),) if product or deadline else ()
        ),
        lead=cells.get(AnnexColumn.LEAD, EMPTY),
        cooperating=cells.get(AnnexColumn.COOPERATING, EMPTY),
        monitor=cells.get(AnnexColumn.MONITOR, EMPTY),
        note=cells.get(AnnexColumn.NOTE, EMPTY),
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
