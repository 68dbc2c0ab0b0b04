"""One paper as a sheet: its blocks from top to bottom, on one grid of columns."""

from typing import Any

from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from cchc_desktop.documents.blocks import (
    Addressee,
    Align,
    BodyHeading,
    BodyText,
    Chart,
    Heading,
    Letterhead,
    OfficialHead,
    Paper,
    Paragraph,
    SignatureBlock,
    Table,
    Title,
)
from cchc_desktop.documents.excel_cells import Look
from cchc_desktop.documents.excel_chart import chart_height_mm, data_table, native_chart
from cchc_desktop.documents.excel_grid import Grid
from cchc_desktop.documents.excel_head import (
    signature_height,
    write_addressee,
    write_letterhead,
    write_official_head,
    write_signature,
    write_title,
)
from cchc_desktop.documents.excel_pen import SheetPen
from cchc_desktop.documents.excel_rows import SheetRows
from cchc_desktop.documents.excel_table import write_counts, write_table
from cchc_desktop.documents.row_flow import MM
from cchc_desktop.documents.text_measure import BOLD, REGULAR, TextMeasure
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run

_CHART_ROW = 18.0
_LEAST_ROOM = 60.0
_ANNEX_PADDING_PX = 5
"""A sheet of one table keeps the slightly narrower columns it has had from the beginning."""


class PaperSheet:
    """Fills one sheet from top to bottom."""

    def __init__(self, paper: Paper, sheet: WriteOnlyWorksheet, measure: TextMeasure) -> None:
        self._paper = paper
        # types-openpyxl knows only the ordinary sheet, whose interface this one shares.
        self._sheet: Any = sheet
        self._grid = Grid(paper)
        self._pen = SheetPen(sheet, measure, self._grid.widths)

    def write(self) -> None:
        """Write the whole paper."""
        self._pen.set_page(self._paper.page)
        # Widths and frozen rows stand before the rows in the file, so they are set first.
        self._pen.set_widths(_ANNEX_PADDING_PX if self._grid.is_one_table else 0)
        if not self._grid.is_one_table:
            self._pen.plan_pages(self._paper.page)
        header_row = self._header_row()
        if header_row:
            table = next(b for b in self._paper.blocks if isinstance(b, Table))
            heights = SheetRows(table, self._pen.measure, 0.0).header_heights()
            last = header_row + len(heights) - 1
            self._sheet.freeze_panes = f"A{last + 1}"
            self._sheet.print_title_rows = f"{header_row}:{last}"
            self._pen.repeat(sum(heights))
        for index in range(len(self._paper.blocks)):
            self._write_block(index)

    def _header_row(self) -> int:
        """Return the row of the table's header; 0 where the sheet is more than one table.

        A header repeated above text or above another table would be wrong.
        """
        blocks = self._paper.blocks
        tables = [i for i, block in enumerate(blocks) if isinstance(block, Table)]
        is_headless = any(isinstance(block, Table) and not block.headings for block in blocks)
        others = (BodyText, BodyHeading, Chart)
        if is_headless or len(tables) != 1 or any(isinstance(block, others) for block in blocks):
            return 0
        pen = self._pen
        pen.is_trying = True
        for index in range(tables[0]):
            self._write_block(index)
        row = pen.row + 1 + (pen.row > 0)
        pen.row, pen.is_trying = 0, False
        return row

    def _write_block(self, index: int) -> None:
        pen, block = self._pen, self._paper.blocks[index]
        match block:
            case Letterhead():
                write_letterhead(pen, block)
            case OfficialHead():
                write_official_head(pen, block)
            case Title():
                write_title(pen, block)
            case Addressee():
                write_addressee(pen, block)
            case Heading():
                pen.line(RichText((Run(block.text),)), Look(block.size, Align.CENTER, BOLD))
            case Paragraph():
                pen.line(block.text, Look(block.size, block.align))
            case BodyHeading():
                face = BOLD if block.level < 3 else REGULAR
                pen.keep(self._least(index))
                text = RichText((Run(block.text),))
                pen.flow(text, Look(block.size, Align.LEFT, face, indent=block.level))
            case BodyText():
                pen.keep(self._least(index) + self._signature_after(index))
                pen.flow(block.text, Look(block.size, block.align, is_at_top=True))
            case Chart():
                self._chart(block)
            case Table():
                if pen.row:
                    pen.append([], 6.0)
                spans, tail = self._grid.spans(block.columns), self._signature_after(index)
                write_table(pen, block, spans, self._paper.page, tail)
                if isinstance(self._next(index), BodyText | BodyHeading):
                    pen.append([], 6.0)
            case SignatureBlock():
                pen.keep(signature_height(block))
                write_signature(pen, block)

    def _least(self, index: int) -> float:
        """Return the height in which a block of text may begin on a printed page."""
        pen = self._pen
        match self._next(index - 1):
            case BodyHeading() as heading:
                look = Look(heading.size, Align.LEFT, BOLD)
                own = pen.flow_height(RichText((Run(heading.text),)), look)
                return own + self._least(index + 1)
            case BodyText() as text:
                own = pen.flow_height(text.text, Look(text.size, text.align))
                return own + self._least(index + 1) if text.keeps_next else own
            case _:
                return _LEAST_ROOM

    def _signature_after(self, index: int) -> float:
        """Return the height of the signature that follows a block; 0 if none does."""
        after = self._next(index)
        return signature_height(after) if isinstance(after, SignatureBlock) else 0.0

    def _next(self, index: int) -> object:
        blocks = self._paper.blocks
        return blocks[index + 1] if index + 1 < len(blocks) else None

    def _chart(self, block: Chart) -> None:
        """Write the counts, and below them the chart over empty rows."""
        pen, page = self._pen, self._paper.page
        pen.keep(2 * chart_height_mm(block) * MM)
        table = data_table(block, page.text_width_mm)
        spans = self._grid.spans(table.columns)
        pen.line(RichText((Run(block.chart.title),)), Look(block.size, Align.CENTER, BOLD))
        header_row = pen.row + 1
        write_counts(pen, table, spans, page)
        pen.append([], 6.0)
        top = pen.row + 1
        for _ in range(int(chart_height_mm(block) * MM / _CHART_ROW) + 1):
            pen.append([pen.cells.make(EMPTY, Look(block.size, Align.LEFT), 0)], _CHART_ROW)
        if not pen.is_trying and block.chart.bars:
            drawing = native_chart(block, self._sheet, spans, header_row, page.text_width_mm)
            self._sheet.add_chart(drawing, f"A{top}")
