"""The pages of a PDF while they are drawn: where the next line goes, and its pen."""

from reportlab.pdfgen.canvas import Canvas

from cchc_desktop.documents.blocks import Align, PageSetup
from cchc_desktop.documents.pdf_table import TextPen, justified_gap
from cchc_desktop.documents.row_flow import LEADING, MM
from cchc_desktop.documents.text_measure import Line, TextMeasure
from cchc_desktop.domain.rich_text import RichText, Run

_RULE_WIDTH = 0.75
_BASELINE = 0.9125


class PdfSheet:
    """The page being drawn; all lengths are points, measured from the sheet's foot.

    Attributes:
        left: The left edge of the text.
        width: The width between the margins.
        top: Where the text of a page begins.
        bottom: Where it must end.
        y: Where the next line begins.
    """

    def __init__(self, canvas: Canvas, measure: TextMeasure, page: PageSetup) -> None:
        self.canvas = canvas
        self.measure = measure
        self._number = 1
        self._take(page)

    @property
    def room(self) -> float:
        """The height that is left on this page."""
        return self.y - self.bottom

    @property
    def page_room(self) -> float:
        """The height of a whole page."""
        return self.top - self.bottom

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on this page yet."""
        return self.y >= self.top

    def begin_paper(self, page: PageSetup, *, goes_on: bool) -> None:
        """Begin a new page of this size; its number is hidden unless counting goes on."""
        self.canvas.showPage()
        self.canvas.setPageSize((page.width_mm * MM, page.height_mm * MM))
        self._take(page)
        self._number = self._number + 1 if goes_on else 1
        if goes_on:
            self._write_number()

    def next_page(self) -> None:
        """Begin the next page of this paper, with its number in the top margin."""
        self.canvas.showPage()
        self._number += 1
        self.y = self.top
        self._write_number()

    def lines(self, text: str, width: float, size: float, face: int) -> list[Line]:
        """Return ``text`` of one face broken into lines."""
        return self.measure.lines(RichText((Run(text),)), width, size, face)

    def write(
        self,
        lines: list[Line],
        left: float,
        width: float,
        size: float,
        align: Align,
        *,
        top: float,
        indent: float = 0.0,
    ) -> float:
        """Write lines from ``top`` down; return where the next line would begin.

        The first of them begins ``indent`` further right.
        """
        text = self.canvas.beginText()
        pen = TextPen(text, self.measure)
        for line in lines:
            free = width - indent - line.width * size / 1000
            x = left + indent + (free / 2 if align is Align.CENTER else 0.0)
            is_spread = align is Align.JUSTIFY and line.after == " "
            gap = justified_gap(line, free, size) if is_spread else 0.0
            pen.write(line, x, top - _BASELINE * size, size, gap)
            top -= size * LEADING
            indent = 0.0
        self.canvas.drawText(text)
        return top

    def rule(self, center: float, length: float, y: float) -> None:
        """Draw a line around ``center``."""
        self.canvas.setLineWidth(_RULE_WIDTH)
        self.canvas.line(center - length / 2, y, center + length / 2, y)

    def _take(self, page: PageSetup) -> None:
        self._page = page
        self.left = page.left_mm * MM
        self.width = page.text_width_mm * MM
        self.top = (page.height_mm - page.top_mm) * MM
        self.bottom = page.bottom_mm * MM
        self.y = self.top

    def _write_number(self) -> None:
        size = self._page.page_number_size
        number = self.measure.lines(RichText.plain(str(self._number)), self.width, size)
        top = (self._page.height_mm - self._page.page_number_mm) * MM
        self.write(number, self.left, self.width, size, Align.CENTER, top=top)


def longest_line(lines: list[Line], size: float) -> float:
    """Return the length of the longest line in points."""
    return max((line.width for line in lines), default=0.0) * size / 1000
