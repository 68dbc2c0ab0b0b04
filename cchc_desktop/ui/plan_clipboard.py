"""What pasting a block of cells into the plan would write, and what becomes new tasks."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.annex_draft import AnnexColumn, DraftDeliverable, DraftTask
from cchc_desktop.domain.plan_rows import PlanRow
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.services.plan_editing import CellEdit
from cchc_desktop.ui.grid_clipboard import Grid

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
