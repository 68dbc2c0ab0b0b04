"""Writing one sheet row by row: cells, merges, heights and the page it is printed on."""

from collections.abc import Sequence
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.pagebreak import Break

from cchc_desktop.documents.blocks import PageSetup
from cchc_desktop.documents.excel_cells import DIGIT_PX, Cells, Look
from cchc_desktop.documents.excel_rows import EXCEL_TALLEST, LINE, cell_width, cut_text
from cchc_desktop.documents.row_flow import MM
from cchc_desktop.documents.text_measure import TextMeasure
from cchc_desktop.domain.rich_text import EMPTY, RichText

_PIXELS_PER_MM = 96 / 25.4
_PAGE_SAFETY = 0.97
"""Row heights are rounded to whole pixels, each program in its own way."""
_MOST_LINES = 20
"""Text of more lines goes on in a further row: a page break cuts no row that is so low."""


class SheetPen:
    """Writes rows into one sheet.

    Attributes:
        row: The number of the row written last.
        is_trying: Rows are counted but not written.
    """

    def __init__(
        self, sheet: WriteOnlyWorksheet, measure: TextMeasure, widths: Sequence[float]
    ) -> None:
        # types-openpyxl knows only the ordinary sheet, whose interface this one shares.
        self.sheet: Any = sheet
        self.measure = measure
        self.widths = widths
        self.cells = Cells(sheet)
        self.row = 0
        self.is_trying = False
        self._room = 0.0
        self._used = 0.0
        self._repeated = 0.0

    def plan_pages(self, page: PageSetup) -> None:
        """Follow where the printed pages end, so that ``keep`` can begin a new one."""
        height = (page.height_mm - page.top_mm - page.bottom_mm) * MM
        self._room = height * _PAGE_SAFETY

    def repeat(self, height: float) -> None:
        """Count on a header of this height at the top of each further page."""
        self._repeated = height

    def keep(self, height: float) -> None:
        """Begin a new page unless ``height`` is left on this one."""
        is_possible = height + self._repeated <= self._room
        if self._used + height > self._room and is_possible and not self.is_trying:
            self.sheet.row_breaks.append(Break(id=self.row))
            self._used = self._repeated

    def set_widths(self, padding_px: int) -> None:
        """Give the columns their widths; they stand before the rows in the file."""
        for index, width in enumerate(self.widths, 1):
            pixels = width * _PIXELS_PER_MM
            self.sheet.column_dimensions[get_column_letter(index)].width = (
                pixels - padding_px
            ) / DIGIT_PX

    def set_page(self, page: PageSetup) -> None:
        """Make the sheet ready to be printed on ``page``."""
        sheet = self.sheet
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

    def append(self, cells: list[Any], height: float) -> None:
        """Write the next row."""
        self.row += 1
        if self.is_trying:
            return
        self._used += height
        if self._used > self._room:
            self._used = self._repeated + height
        self.sheet.row_dimensions[self.row].height = round(height, 2)
        self.sheet.append(cells)

    def merge(self, first: int, last: int) -> None:
        """Merge cells of the row just written; columns count from 0."""
        if last > first and not self.is_trying:
            self.sheet.merged_cells.add(
                f"{get_column_letter(first + 1)}{self.row}:{get_column_letter(last + 1)}{self.row}"
            )

    def split(self, share: float) -> int:
        """Return the column (from 0) that begins nearest to this share of the width."""
        total = sum(self.widths)
        starts = [sum(self.widths[:i]) for i in range(len(self.widths))]
        candidates = range(1, len(starts)) if len(starts) > 1 else range(1)
        return min(candidates, key=lambda i: abs(starts[i] - share * total))

    def halves(
        self, left: RichText, left_look: Look, right: RichText, right_look: Look, split: int
    ) -> None:
        """Write one row with a text on the left and one on the right."""
        count = len(self.widths)
        widths = [sum(self.widths[:split]), sum(self.widths[split:])]
        heights = [
            self.height(text, look, width)
            for text, look, width in zip(
                (left, right), (left_look, right_look), widths, strict=True
            )
        ]
        cells: list[Any] = [None] * count
        cells[0] = self.cells.make(left, left_look, 0)
        cells[split] = self.cells.make(right, right_look, split)
        self.append(cells, max(heights))
        self.merge(0, split - 1)
        self.merge(split, count - 1)

    def height(self, text: RichText, look: Look, width_mm: float) -> float:
        """Return the height in which ``text`` is seen whole, as far as a row can be so high."""
        lines = self.measure.lines(text, cell_width(width_mm), look.size, look.face)
        return min(max(len(lines), 1) * look.size * LINE + 2, EXCEL_TALLEST)

    def line(self, text: RichText, look: Look) -> None:
        """Write one row that goes over all columns."""
        count = max(len(self.widths), 1)
        self.append([self.cells.make(text, look, 0)], self.height(text, look, sum(self.widths)))
        self.merge(0, count - 1)

    def flow_height(self, text: RichText, look: Look) -> float:
        """Return the height of the first row that ``flow`` would write."""
        width = cell_width(sum(self.widths))
        lines = len(self.measure.lines(text, width, look.size, look.face))
        return min(max(lines, 1), _MOST_LINES) * look.size * LINE + 2

    def flow(self, text: RichText, look: Look) -> None:
        """Write text over all columns, in as many rows as show every line of it."""
        width = cell_width(sum(self.widths))
        lines = self.measure.lines(text, width, look.size, look.face)
        pieces = cut_text(text, lines, _MOST_LINES) if len(lines) > _MOST_LINES else [text]
        for piece in pieces or [EMPTY]:
            self.line(piece, look)
