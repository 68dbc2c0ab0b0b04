"""A document as PDF, to be signed: real text, embedded fonts, the same bytes each time."""

from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from cchc_desktop.documents.atomic_file import replacing
from cchc_desktop.documents.blocks import (
    Align,
    Document,
    Heading,
    Letterhead,
    Paragraph,
    SignatureBlock,
    Table,
)
from cchc_desktop.documents.pdf_table import TextPen, draw_table_page
from cchc_desktop.documents.row_flow import LEADING, MM
from cchc_desktop.documents.rules import (
    ISSUER_RULE_SHARE,
    LETTERHEAD_LEFT_SHARE,
    RULE_SHARE,
    SIGNATURE_GAP_LINES,
    SIGNATURE_LEFT_SHARE,
)
from cchc_desktop.documents.table_layout import TableLayout
from cchc_desktop.documents.text_measure import BOLD, ITALIC, REGULAR, Line, TextMeasure
from cchc_desktop.domain.font_files import FontFiles
from cchc_desktop.domain.rich_text import RichText, Run

# Binary streams: reportlab's own default writes them as text, a quarter longer and slower.
rl_config.useA85 = 0

_RULE_WIDTH = 0.75
_BASELINE = 0.9125
_LABEL_SIZE = 12
_RECIPIENT_SIZE = 11


def write_pdf(document: Document, target: Path, fonts: FontFiles) -> None:
    """Write ``document`` to ``target``; an older file stays whole until this one is.

    Raises:
        FontMissing: A face of the font cannot be read.
        TargetBusy: Another program has the target open.
        TargetDiskFull: There is no room.
        TargetNotWritable: The folder is missing or may not be written.
    """
    measure = TextMeasure(fonts)
    # Drawn in memory first: reportlab writes only at the end, and an error in drawing
    # must not be taken for one of the disk.
    content = BytesIO()
    _Press(document, measure, content).print()
    with replacing(target) as stream:
        stream.write(content.getbuffer())


class _Press:
    """Draws the blocks from top to bottom, page after page."""

    def __init__(self, document: Document, measure: TextMeasure, content: BytesIO) -> None:
        page, about = document.page, document.metadata
        self._document = document
        self._measure = measure
        self._left = page.left_mm * MM
        self._width = page.text_width_mm * MM
        self._top = (page.height_mm - page.top_mm) * MM
        self._bottom = page.bottom_mm * MM
        self._page_number = 1
        size = (page.width_mm * MM, page.height_mm * MM)
        self._canvas = Canvas(
            content, pagesize=size, invariant=1, pageCompression=1, lang=about.language
        )
        self._canvas.setTitle(about.title)
        self._canvas.setAuthor(about.author)
        self._canvas.setCreator("cchc_desktop")
        made_on = f"D:{about.made_on:%Y%m%d}000000+07'00'"
        self._canvas.setDateFormatter(lambda *_: made_on)
        self._y = self._top

    def print(self) -> None:
        """Draw the whole document."""
        blocks = self._document.blocks
        for index, block in enumerate(blocks):
            match block:
                case Letterhead():
                    self._letterhead(block)
                case Heading():
                    text = RichText((Run(block.text, bold=True),))
                    self._paragraph(Paragraph(text, block.size, Align.CENTER))
                case Paragraph():
                    self._paragraph(block)
                case Table():
                    after = blocks[index + 1] if index + 1 < len(blocks) else None
                    tail = self._height(after) if isinstance(after, SignatureBlock) else 0.0
                    self._table(block, tail)
                case SignatureBlock():
                    self._signature(block)
        self._canvas.save()

    def _next_page(self) -> None:
        self._canvas.showPage()
        self._page_number += 1
        self._y = self._top
        page = self._document.page
        size = page.page_number_size
        number = self._measure.lines(RichText.plain(str(self._page_number)), self._width, size)
        top = (page.height_mm - page.page_number_mm) * MM
        self._write(number, self._left, self._width, size, Align.CENTER, top=top)

    def _write(
        self,
        lines: list[Line],
        left: float,
        width: float,
        size: float,
        align: Align,
        *,
        top: float,
    ) -> float:
        """Write lines from ``top`` down; return where the next line would begin."""
        text = self._canvas.beginText()
        pen = TextPen(text, self._measure)
        for line in lines:
            free = width - line.width * size / 1000
            x = left + (free / 2 if align is Align.CENTER else 0.0)
            spaces = line.text.count(" ")
            is_spread = align is Align.JUSTIFY and line.after == " " and spaces
            pen.write(line, x, top - _BASELINE * size, size, free / spaces if is_spread else 0.0)
            top -= size * LEADING
        self._canvas.drawText(text)
        return top

    def _rule(self, center: float, length: float, y: float) -> None:
        self._canvas.setLineWidth(_RULE_WIDTH)
        self._canvas.line(center - length / 2, y, center + length / 2, y)

    def _lines(self, text: str, width: float, size: float, face: int) -> list[Line]:
        return self._measure.lines(RichText((Run(text),)), width, size, face)

    def _letterhead(self, head: Letterhead) -> None:
        left_width = self._width * LETTERHEAD_LEFT_SHARE
        right, right_width = self._left + left_width, self._width - left_width
        size, motto_size = head.size, head.motto_size

        y = self._top
        if head.superior:
            lines = self._lines(head.superior, left_width, size, REGULAR)
            y = self._write(lines, self._left, left_width, size, Align.CENTER, top=y)
        lines = self._lines(head.issuer, left_width, size, BOLD)
        y = self._write(lines, self._left, left_width, size, Align.CENTER, top=y)
        longest = max((line.width for line in lines), default=0.0) * size / 1000
        y -= 3
        self._rule(self._left + left_width / 2, longest * ISSUER_RULE_SHARE, y)

        lines = self._lines(head.nation, right_width, size, BOLD)
        below = self._write(lines, right, right_width, size, Align.CENTER, top=self._top)
        lines = self._lines(head.motto, right_width, motto_size, BOLD)
        below = self._write(lines, right, right_width, motto_size, Align.CENTER, top=below)
        longest = max((line.width for line in lines), default=0.0) * motto_size / 1000
        below -= 3
        self._rule(right + right_width / 2, longest, below)
        self._y = min(y, below) - 14

    def _paragraph(self, paragraph: Paragraph) -> None:
        size = paragraph.size
        lines = self._measure.lines(paragraph.text, self._width, size)
        for line in lines:
            if self._y - size * LEADING < self._bottom:
                self._next_page()
            self._y = self._write(
                [line], self._left, self._width, size, paragraph.align, top=self._y
            )
        if paragraph.has_rule:
            longest = max((line.width for line in lines), default=0.0) * size / 1000
            self._y -= 4
            self._rule(
                self._left + self._width / 2, min(longest, self._width) * RULE_SHARE, self._y
            )
            self._y -= 10

    def _table(self, table: Table, tail: float) -> None:
        layout = TableLayout(table, self._measure)
        pages = layout.pages(self._y - self._bottom, self._top - self._bottom, tail)
        for index, page in enumerate(pages):
            if index:
                self._next_page()
            draw_table_page(self._canvas, layout, page, self._left, self._y)
            self._y -= page.height

    def _height(self, block: SignatureBlock) -> float:
        signer, recipients = self._signature_lines(block)
        own = (len(signer) + SIGNATURE_GAP_LINES) * block.size * LEADING
        left = (_LABEL_SIZE + len(recipients) * _RECIPIENT_SIZE) * LEADING
        return 12 + max(own, left if recipients else 0.0)

    def _signature_lines(self, block: SignatureBlock) -> tuple[list[Line], list[Line]]:
        left_width = self._width * SIGNATURE_LEFT_SHARE
        right_width = self._width - left_width
        signer = [
            line
            for text in (*block.title_lines, block.name)
            for line in self._lines(text, right_width, block.size, BOLD)
        ]
        recipients = [
            line
            for text in block.recipients
            for line in self._lines(text, left_width, _RECIPIENT_SIZE, REGULAR)
        ]
        return signer, recipients

    def _signature(self, block: SignatureBlock) -> None:
        if self._y - self._height(block) < self._bottom:
            self._next_page()
        signer, recipients = self._signature_lines(block)
        left_width = self._width * SIGNATURE_LEFT_SHARE
        right, right_width = self._left + left_width, self._width - left_width
        top = self._y - 12
        names = len(self._lines(block.name, right_width, block.size, BOLD))
        titles = signer[: len(signer) - names]
        below = self._write(titles, right, right_width, block.size, Align.CENTER, top=top)
        below -= SIGNATURE_GAP_LINES * block.size * LEADING
        name = signer[len(signer) - names :]
        below = self._write(name, right, right_width, block.size, Align.CENTER, top=below)
        if recipients:
            label = self._lines(block.recipients_label, left_width, _LABEL_SIZE, BOLD + ITALIC)
            y = self._write(label, self._left, left_width, _LABEL_SIZE, Align.LEFT, top=top)
            y = self._write(recipients, self._left, left_width, _RECIPIENT_SIZE, Align.LEFT, top=y)
            below = min(below, y)
        self._y = below
