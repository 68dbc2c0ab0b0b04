"""A table of a paper as rows of a sheet, each with a height that shows all its text."""

from typing import Any

from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter

from cchc_desktop.documents.blocks import Align, PageSetup, RowKind, Table
from cchc_desktop.documents.excel_cells import Edges, Look
from cchc_desktop.documents.excel_pen import SheetPen
from cchc_desktop.documents.excel_rows import SheetRow, SheetRows
from cchc_desktop.documents.row_flow import MM
from cchc_desktop.documents.text_measure import BOLD, REGULAR
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run

_ROW_SLACK = 12.0


def write_table(
    pen: SheetPen, table: Table, spans: list[int], page: PageSetup, tail: float = 0.0
) -> None:
    """Write the header and all rows of ``table``.

    Args:
        pen: Writes the rows.
        table: What is written.
        spans: The grid column in which each column begins, and where the last one ends.
        page: Where the sheet is printed; no row is higher than it.
        tail: The height of what should stand on one page with the last two rows.
    """
    _TableWriter(pen, table, spans).write(page, tail)


def write_counts(pen: SheetPen, table: Table, spans: list[int], page: PageSetup) -> None:
    """Write a table whose columns after the first hold numbers, for a chart to draw."""
    _CountsWriter(pen, table, spans).write(page)


class _TableWriter:
    def __init__(self, pen: SheetPen, table: Table, spans: list[int]) -> None:
        self._pen, self._table, self._spans = pen, table, spans

    def write(self, page: PageSetup, tail: float = 0.0) -> None:
        """Write the header and the rows."""
        pen, table = self._pen, self._table
        rows = SheetRows(table, pen.measure, 0.0)
        heights = rows.header_heights()
        body = (page.height_mm - page.top_mm - page.bottom_mm) * MM - sum(heights) - _ROW_SLACK
        rows = SheetRows(table, pen.measure, body)
        looks = [
            Look(table.size, Align.CENTER, BOLD, Edges(), is_upright=column.is_vertical)
            for column in table.columns
        ]
        for headings, height in zip(table.headings, heights, strict=True):
            texts = [RichText((Run(heading),)) for heading in headings]
            self._append(texts, looks, height)
        made = rows.rows()
        row, after = next(made, None), next(made, None)
        if row is not None and after is None:
            pen.keep(row.height + tail)
        number_top = pen.row + 1
        while row is not None:
            beyond = next(made, None)
            if after is not None and beyond is None:
                pen.keep(row.height + after.height + tail)
            elif after is not None and row.kind is RowKind.SECTION:
                pen.keep(row.height + after.height)
            self._row(row, after.goes_on if after else frozenset())
            if after is None or not after.is_further_product:
                if pen.row > number_top and not pen.is_trying:
                    self._merge_numbers(number_top)
                number_top = pen.row + 1
            row, after = after, beyond

    def _merge_numbers(self, top: int) -> None:
        last = get_column_letter(max(self._spans[1], 1))
        areas = self._pen.sheet.merged_cells
        if last != "A":
            # The number stands in one merged area, not in one for each row.
            for row in range(top, self._pen.row + 1):
                areas.discard(f"A{row}:{last}{row}")
        areas.add(f"A{top}:{last}{self._pen.row}")

    def _row(self, row: SheetRow, goes_on_below: frozenset[int]) -> None:
        table = self._table
        looks = []
        is_section = row.kind is RowKind.SECTION
        last = len(table.columns) - 1
        for index, column in enumerate(table.columns):
            align = column.align
            if is_section:
                align = Align.LEFT if index else Align.CENTER
            edges = Edges(
                above=index not in row.goes_on,
                below=index not in goes_on_below,
                left=not row.is_wide or index <= 1,
                right=not row.is_wide or index in (0, last),
            )
            face = BOLD if is_section else REGULAR
            looks.append(
                Look(
                    table.size, align, face, edges,
                    is_wrapped=not row.is_wide, is_at_top=row.is_cut,
                )
            )  # fmt: skip
        self._append(row.cells, looks, row.height, is_wide=row.is_wide)

    def _append(
        self, texts: list[RichText], looks: list[Look], height: float, *, is_wide: bool = False
    ) -> None:
        """Write one row; a column that spans several of the grid is merged over them."""
        pen, spans = self._pen, self._spans
        cells: list[Any] = []
        for index, (text, look) in enumerate(zip(texts, looks, strict=True)):
            for place in range(spans[index], spans[index + 1]):
                own = text if place == spans[index] else EMPTY
                cells.append(self._cell(own, look, place))
        pen.append(cells, height)
        if not is_wide:
            for index in range(len(texts)):
                pen.merge(spans[index], spans[index + 1] - 1)

    def _cell(self, text: RichText, look: Look, place: int) -> Cell:
        return self._pen.cells.make(text, look, place)


class _CountsWriter(_TableWriter):
    def _cell(self, text: RichText, look: Look, place: int) -> Cell:
        if place and text.text.isdecimal():
            return self._pen.cells.number(int(text.text), look, place)
        return super()._cell(text, look, place)
