"""A document as PDF, to be signed: real text, embedded fonts, the same bytes each time."""

from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from cchc_desktop.documents.atomic_file import replacing
from cchc_desktop.documents.blocks import (
    Addressee,
    Align,
    Block,
    BodyHeading,
    BodyText,
    Chart,
    Document,
    Heading,
    Letterhead,
    OfficialHead,
    Paper,
    Paragraph,
    SignatureBlock,
    Table,
    Title,
)
from cchc_desktop.documents.pdf_body import (
    body_height,
    body_lines,
    draw_body,
    least_body_height,
)
from cchc_desktop.documents.pdf_chart import ChartDrawing
from cchc_desktop.documents.pdf_head import (
    draw_addressee,
    draw_letterhead,
    draw_official_head,
    draw_signature,
    draw_title,
    signature_height,
)
from cchc_desktop.documents.pdf_sheet import PdfSheet, longest_line
from cchc_desktop.documents.pdf_table import draw_table_page
from cchc_desktop.documents.row_flow import LEADING, MM
from cchc_desktop.documents.rules import PARAGRAPH_GAP, RULE_SHARE
from cchc_desktop.documents.table_layout import TableLayout
from cchc_desktop.documents.text_measure import Line, TextMeasure
from cchc_desktop.domain.font_files import FontFiles
from cchc_desktop.domain.rich_text import RichText, Run

# Binary streams: reportlab's own default writes them as text, a quarter longer and slower.
rl_config.useA85 = 0


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
    canvas = _canvas(document, content)
    sheet = PdfSheet(canvas, measure, document.page)
    for index, paper in enumerate(document.papers):
        if index:
            sheet.begin_paper(paper.page, goes_on=paper.goes_on)
        _Press(sheet, paper).print()
    canvas.save()
    with replacing(target) as stream:
        stream.write(content.getbuffer())


def _canvas(document: Document, content: BytesIO) -> Canvas:
    page, about = document.page, document.metadata
    size = (page.width_mm * MM, page.height_mm * MM)
    canvas = Canvas(content, pagesize=size, invariant=1, pageCompression=1, lang=about.language)
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setCreator("cchc_desktop")
    made_on = f"D:{about.made_on:%Y%m%d}000000+07'00'"
    canvas.setDateFormatter(lambda *_: made_on)
    return canvas


class _Press:
    """Draws the blocks of one paper from top to bottom, page after page."""

    def __init__(self, sheet: PdfSheet, paper: Paper) -> None:
        self._sheet = sheet
        self._blocks = paper.blocks
        self._body: dict[int, list[Line]] = {}

    def print(self) -> None:
        """Draw the whole paper."""
        sheet = self._sheet
        for index, block in enumerate(self._blocks):
            match block:
                case Letterhead():
                    draw_letterhead(sheet, block)
                case OfficialHead():
                    draw_official_head(sheet, block)
                case Title():
                    draw_title(sheet, block)
                case Addressee():
                    draw_addressee(sheet, block)
                case Heading():
                    text = RichText((Run(block.text, bold=True),))
                    self._paragraph(Paragraph(text, block.size, Align.CENTER))
                case Paragraph():
                    self._paragraph(block)
                case BodyHeading():
                    if not sheet.is_fresh and sheet.room < self._least(index):
                        sheet.next_page()
                    draw_body(sheet, block, self._lines(index, block))
                case BodyText():
                    draw_body(sheet, block, self._lines(index, block), self._tail(index))
                case Chart():
                    ChartDrawing(sheet, block).draw(self._tail(index))
                case Table():
                    if index and isinstance(self._blocks[index - 1], BodyHeading | BodyText):
                        sheet.y -= PARAGRAPH_GAP
                    self._table(block, self._tail(index))
                case SignatureBlock():
                    draw_signature(sheet, block)

    def _lines(self, index: int, block: BodyText | BodyHeading) -> list[Line]:
        """Return the lines of a block of text, broken once."""
        if index not in self._body:
            self._body[index] = body_lines(self._sheet, block)
        return self._body[index]

    def _after(self, index: int) -> Block | None:
        return self._blocks[index + 1] if index + 1 < len(self._blocks) else None

    def _tail(self, index: int) -> float:
        """Return the height of what must stand with the last lines of a block.

        A heading takes the beginning of what follows.  A signature takes two lines of
        text with it; a last paragraph of one line is not enough.
        """
        block = self._blocks[index]
        if isinstance(block, BodyText) and block.keeps_next and self._after(index):
            return self._least(index + 1)
        match self._after(index):
            case SignatureBlock() as signature:
                return signature_height(self._sheet, signature)
            case BodyText() as text:
                lines, last = self._lines(index + 1, text), self._after(index + 1)
                if len(lines) > 1 or not isinstance(last, SignatureBlock):
                    return 0.0
                return body_height(text, lines) + signature_height(self._sheet, last)
            case _:
                return 0.0

    def _least(self, index: int) -> float:
        """Return the height that must be free for a block to begin on a page."""
        sheet = self._sheet
        match self._blocks[index]:
            case BodyHeading() as heading:
                own = body_height(heading, self._lines(index, heading))
                rest = self._least(index + 1) if self._after(index) else 0.0
                least = own + rest
            case BodyText() as text:
                least = least_body_height(text, self._lines(index, text), self._tail(index))
            case Table() as table:
                layout = TableLayout(table, sheet.measure)
                least = PARAGRAPH_GAP + layout.least_height(sheet.page_room, self._tail(index))
            case Chart() as chart:
                least = ChartDrawing(sheet, chart).least_height
            case SignatureBlock() as signature:
                least = signature_height(sheet, signature)
            case _:
                least = 0.0
        return min(least, sheet.page_room)

    def _paragraph(self, paragraph: Paragraph) -> None:
        sheet, size = self._sheet, paragraph.size
        lines = sheet.measure.lines(paragraph.text, sheet.width, size)
        for line in lines:
            if sheet.y - size * LEADING < sheet.bottom:
                sheet.next_page()
            sheet.y = sheet.write(
                [line], sheet.left, sheet.width, size, paragraph.align, top=sheet.y
            )
        if paragraph.has_rule:
            sheet.y -= 4
            length = min(longest_line(lines, size), sheet.width) * RULE_SHARE
            sheet.rule(sheet.left + sheet.width / 2, length, sheet.y)
            sheet.y -= 10
        if paragraph.has_gap:
            sheet.y -= PARAGRAPH_GAP

    def _table(self, table: Table, tail: float) -> None:
        sheet = self._sheet
        layout = TableLayout(table, sheet.measure)
        for index, page in enumerate(layout.pages(sheet.room, sheet.page_room, tail)):
            if index:
                sheet.next_page()
            draw_table_page(sheet.canvas, layout, page, sheet.left, sheet.y)
            sheet.y -= page.height
