"""A document as .xlsx, to be sent: text only, no formulas, heights that show every line."""

from datetime import datetime
from pathlib import Path
from typing import Any

from lxml.etree import LxmlError
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from cchc_desktop.documents.atomic_file import replacing
from cchc_desktop.documents.blocks import (
    Align,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    RowKind,
    SignatureBlock,
    Table,
    TableColumn,
)
from cchc_desktop.documents.excel_cells import DIGIT_PX, Cells, Edges, Look, set_default_font
from cchc_desktop.documents.excel_rows import LINE, SheetRow, SheetRows, cell_width
from cchc_desktop.documents.row_flow import MM
from cchc_desktop.documents.rules import (
    ISSUER_RULE_SHARE,
    LETTERHEAD_LEFT_SHARE,
    SIGNATURE_GAP_LINES,
    SIGNATURE_LEFT_SHARE,
)
from cchc_desktop.documents.stamped_zip import StampedZip
from cchc_desktop.documents.text_measure import BOLD, REGULAR, TextMeasure
from cchc_desktop.domain.errors import TargetDiskFull
from cchc_desktop.domain.font_files import FontFiles
from cchc_desktop.domain.rich_text import RichText, Run

SHEET_NAME = "Phụ lục"
_PIXELS_PER_MM = 96 / 25.4
_CELL_PADDING_PX = 5
_ROW_SLACK = 12.0


def write_excel(document: Document, target: Path, fonts: FontFiles) -> None:
    """Write ``document`` to ``target``; an older file stays whole until this one is.

    Raises:
        FontMissing: A face of the font cannot be read.
        TargetBusy: Another program has the target open.
        TargetDiskFull: There is no room.
        TargetNotWritable: The folder is missing or may not be written.
    """
    measure = TextMeasure(fonts)
    with replacing(target) as stream:
        try:
            book = _Sheet(document, measure).write()
            ExcelWriter(book, StampedZip(stream, "w")).save()
        except LxmlError as error:
            # openpyxl streams the sheet to a temporary file through lxml, which
            # names no reason when that cannot be written.
            raise TargetDiskFull(file=str(target)) from error


_RULE_SIZE = 7.0
"""The font size of the low dashes that stand for short lines."""


class _Sheet:
    """Fills the one sheet from top to bottom."""

    def __init__(self, document: Document, measure: TextMeasure) -> None:
        self._document = document
        self._measure = measure
        self._book = Workbook(write_only=True)
        set_default_font(self._book)
        # types-openpyxl knows only the ordinary sheet, whose interface this one shares.
        self._sheet: Any = self._book.create_sheet(SHEET_NAME)
        self._cells = Cells(self._sheet)
        self._columns = self._table_columns()
        self._row = 0

    def write(self) -> Workbook:
        """Return the filled workbook."""
        self._set_properties()
        self._set_page()
        # Widths and frozen rows stand before the rows in the file, so they are set first.
        for index, column in enumerate(self._columns, 1):
            pixels = column.width_mm * _PIXELS_PER_MM
            self._sheet.column_dimensions[get_column_letter(index)].width = (
                pixels - _CELL_PADDING_PX
            ) / DIGIT_PX
        header_row = self._header_row()
        if header_row:
            self._sheet.freeze_panes = f"A{header_row + 1}"
            self._sheet.print_title_rows = f"{header_row}:{header_row}"
        for block in self._document.blocks:
            match block:
                case Letterhead():
                    self._letterhead(block)
                case Heading():
                    text = RichText((Run(block.text),))
                    self._line(text, Look(block.size, Align.CENTER, BOLD))
                case Paragraph():
                    self._line(block.text, Look(block.size, block.align))
                case Table():
                    self._table(block)
                case SignatureBlock():
                    self._signature(block)
        return self._book

    def _table_columns(self) -> tuple[TableColumn, ...]:
        tables = (block for block in self._document.blocks if isinstance(block, Table))
        return next((table.columns for table in tables), ())

    def _header_row(self) -> int:
        """Return the sheet row of the table's header, 0 without a table."""
        row = 1
        for block in self._document.blocks:
            match block:
                case Letterhead():
                    row += 3
                case Heading():
                    row += 1
                case Paragraph():
                    row += 1
                case Table():
                    return row + (row > 1)
                case SignatureBlock():
                    pass
        return 0

    def _set_properties(self) -> None:
        about, properties = self._document.metadata, self._book.properties
        day = about.made_on
        moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - Excel keeps no zone
        properties.title, properties.creator = about.title, about.author
        properties.lastModifiedBy, properties.language = about.author, about.language
        properties.created = properties.modified = moment

    def _set_page(self) -> None:
        page, sheet = self._document.page, self._sheet
        sheet.page_setup.orientation = "landscape" if page.is_landscape else "portrait"
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        margins = sheet.page_margins
        margins.top, margins.bottom = page.top_mm / 25.4, page.bottom_mm / 25.4
        margins.left, margins.right = page.left_mm / 25.4, page.right_mm / 25.4
        margins.header = margins.footer = page.page_number_mm / 25.4
        sheet.print_options.horizontalCentered = True
        footer = sheet.HeaderFooter
        footer.differentFirst = True
        number = footer.oddHeader.center
        number.text, number.font = "&P", "Times New Roman,Regular"
        number.size = round(page.page_number_size)

    def _append(self, cells: list[Any], height: float) -> None:
        self._row += 1
        self._sheet.row_dimensions[self._row].height = round(height, 2)
        self._sheet.append(cells)

    def _merge(self, first: int, last: int) -> None:
        """Merge cells of the row just written; columns count from 0."""
        if last > first:
            self._sheet.merged_cells.add(
                f"{get_column_letter(first + 1)}{self._row}:"
                f"{get_column_letter(last + 1)}{self._row}"
            )

    def _split(self, share: float) -> int:
        """Return the column (from 0) that begins nearest to this share of the width."""
        total = sum(column.width_mm for column in self._columns)
        starts = [sum(c.width_mm for c in self._columns[:i]) for i in range(len(self._columns))]
        candidates = range(1, len(starts)) if len(starts) > 1 else range(1)
        return min(candidates, key=lambda i: abs(starts[i] - share * total))

    def _halves(
        self, left: RichText, left_look: Look, right: RichText, right_look: Look, split: int
    ) -> None:
        """Write one row with a text on the left and one on the right."""
        count = len(self._columns)
        widths = [sum(c.width_mm for c in self._columns[:split]),
                  sum(c.width_mm for c in self._columns[split:])]  # fmt: skip
        heights = [
            self._height(text, look, width)
            for text, look, width in zip(
                (left, right), (left_look, right_look), widths, strict=True
            )
        ]
        cells: list[Any] = [None] * count
        cells[0] = self._cells.make(left, left_look, 0)
        cells[split] = self._cells.make(right, right_look, split)
        self._append(cells, max(heights))
        self._merge(0, split - 1)
        self._merge(split, count - 1)

    def _height(self, text: RichText, look: Look, width_mm: float) -> float:
        lines = self._measure.lines(text, cell_width(width_mm), look.size, look.face)
        return min(max(len(lines), 1) * look.size * LINE + 2, 409.0)

    def _line(self, text: RichText, look: Look) -> None:
        """Write one row that goes over all columns."""
        count = max(len(self._columns), 1)
        width = sum(column.width_mm for column in self._columns)
        self._append([self._cells.make(text, look, 0)], self._height(text, look, width))
        self._merge(0, count - 1)

    def _letterhead(self, head: Letterhead) -> None:
        split = self._split(LETTERHEAD_LEFT_SHARE)
        superior = RichText((Run(head.superior),)) if head.superior else RichText()
        issuer, motto = RichText((Run(head.issuer),)), RichText((Run(head.motto),))
        nation = RichText((Run(head.nation),))
        plain = Look(head.size, Align.CENTER)
        bold = Look(head.size, Align.CENTER, BOLD)
        self._halves(superior, plain, nation, bold, split)
        motto_look = Look(head.motto_size, Align.CENTER, BOLD)
        self._halves(issuer, bold, motto, motto_look, split)
        # A sheet has no short lines: a row of low dashes, measured, stands for them.
        thin = Look(_RULE_SIZE, Align.CENTER, is_at_top=True)
        issuer_width = self._measure.width(head.issuer, head.size, BOLD)
        motto_width = self._measure.width(head.motto, head.motto_size, BOLD)
        self._halves(
            self._dashes(issuer_width * ISSUER_RULE_SHARE),
            thin,
            self._dashes(motto_width),
            thin,
            split,
        )

    def _dashes(self, width: float) -> RichText:
        """Return a row of low dashes about ``width`` points long in the size of rules."""
        count = round(width / self._measure.width("_", _RULE_SIZE, REGULAR))
        return RichText((Run("_" * max(count, 1)),))

    def _table(self, table: Table) -> None:
        if self._row:
            self._append([], 6.0)
        page = self._document.page
        rows = SheetRows(table, self._measure, 0.0)
        header = rows.header_height()
        body = (page.height_mm - page.top_mm - page.bottom_mm) * MM - header - _ROW_SLACK
        rows = SheetRows(table, self._measure, body)
        heading = Look(table.size, Align.CENTER, BOLD, Edges())
        self._append(
            [
                self._cells.make(RichText((Run(column.heading),)), heading, i)
                for i, column in enumerate(table.columns)
            ],
            header,
        )
        made = rows.rows()
        row = next(made, None)
        number_top = self._row + 1
        while row is not None:
            after = next(made, None)
            self._table_row(table, row, after.goes_on if after else frozenset())
            if after is None or not after.is_further_product:
                if self._row > number_top:
                    self._sheet.merged_cells.add(f"A{number_top}:A{self._row}")
                number_top = self._row + 1
            row = after

    def _table_row(self, table: Table, row: SheetRow, goes_on_below: frozenset[int]) -> None:
        cells = []
        is_section = row.kind is RowKind.SECTION
        last = len(table.columns) - 1
        for index, (column, text) in enumerate(zip(table.columns, row.cells, strict=True)):
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
            look = Look(
                table.size, align, face, edges, is_wrapped=not row.is_wide, is_at_top=row.is_cut
            )
            cells.append(self._cells.make(text, look, index))
        self._append(cells, row.height)

    def _signature(self, block: SignatureBlock) -> None:
        split = self._split(SIGNATURE_LEFT_SHARE)
        self._append([], 12.0)
        signer = [*block.title_lines, *[""] * SIGNATURE_GAP_LINES, block.name]
        receivers = [block.recipients_label, *block.recipients] if block.recipients else []
        bold = Look(block.size, Align.CENTER, BOLD)
        for index in range(max(len(signer), len(receivers))):
            left = receivers[index] if index < len(receivers) else ""
            right = signer[index] if index < len(signer) else ""
            left_look = Look(11.0 if index else 12.0, Align.LEFT, REGULAR if index else BOLD)
            self._halves(
                RichText((Run(left, italic=not index),)) if left else RichText(),
                left_look,
                RichText((Run(right),)) if right else RichText(),
                bold,
                split,
            )
