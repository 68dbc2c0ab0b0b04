"""The running text of a paper in PDF: headings stay with their text, no line stays alone."""

from cchc_desktop.documents.blocks import Align, BodyHeading, BodyText
from cchc_desktop.documents.pdf_sheet import PdfSheet
from cchc_desktop.documents.row_flow import EPSILON, LEADING, MM
from cchc_desktop.documents.rules import FIRST_LINE_MM, PARAGRAPH_GAP
from cchc_desktop.documents.text_measure import BOLD, REGULAR, Line
from cchc_desktop.domain.rich_text import RichText, Run

FEWEST_LINES = 2
"""No page ends or begins with fewer lines of a paragraph than this."""

BODY_INDENT = FIRST_LINE_MM * MM


def body_lines(sheet: PdfSheet, block: BodyText | BodyHeading) -> list[Line]:
    """Return the lines of a paragraph or a heading."""
    if isinstance(block, BodyHeading):
        text, face = RichText((Run(block.text),)), heading_face(block)
    else:
        text, face = block.text, REGULAR
    return sheet.measure.lines(text, sheet.width, block.size, face, body_indent(block))


def body_indent(block: BodyText | BodyHeading) -> float:
    """Return how far the first line of a paragraph is indented (mục II.6.e)."""
    is_centred = isinstance(block, BodyText) and block.align is Align.CENTER
    return 0.0 if is_centred else BODY_INDENT


def heading_face(heading: BodyHeading) -> int:
    """Return the face of a heading: "a)" stands upright, the others bold (mục II.6.đ)."""
    return BOLD if heading.level < 3 else REGULAR


def body_height(block: BodyText | BodyHeading, lines: list[Line]) -> float:
    """Return the height of a whole paragraph with the space above it."""
    return PARAGRAPH_GAP + len(lines) * block.size * LEADING


def least_body_height(block: BodyText, lines: list[Line], tail: float) -> float:
    """Return the height that must be free for a paragraph to begin on a page.

    ``tail`` is the height of what must stand with its last lines.
    """
    count = len(lines)
    if count >= 2 * FEWEST_LINES:
        return PARAGRAPH_GAP + FEWEST_LINES * block.size * LEADING
    return PARAGRAPH_GAP + count * block.size * LEADING + tail


def draw_body(
    sheet: PdfSheet, block: BodyText | BodyHeading, lines: list[Line], tail: float = 0.0
) -> None:
    """Write a paragraph; at least two of its lines stand with the ``tail`` that follows."""
    leading = block.size * LEADING
    rest, indent = lines, body_indent(block)
    align = block.align if isinstance(block, BodyText) else Align.JUSTIFY
    while rest:
        if not sheet.is_fresh and rest is lines:
            sheet.y -= PARAGRAPH_GAP
        count = len(rest)
        fitting = max(int((sheet.room + EPSILON) / leading), 0)
        if count * leading + tail <= sheet.room + EPSILON:
            taken = count
        else:
            taken = min(fitting, count - FEWEST_LINES)
            if taken < FEWEST_LINES:
                taken = 0
        if not taken and sheet.y >= sheet.top - PARAGRAPH_GAP:
            # The page holds nothing else: what fits is written, or the text would never end.
            taken = max(min(fitting, count), 1)
        if taken:
            sheet.y = sheet.write(
                rest[:taken], sheet.left, sheet.width, block.size, align,
                top=sheet.y, indent=indent,
            )  # fmt: skip
            rest, indent = rest[taken:], 0.0
        if rest:
            sheet.next_page()
