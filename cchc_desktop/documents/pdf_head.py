"""The parts around the text of a paper in PDF: its head, its title, whom it goes to, who signs.

Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II and IV.
"""

from cchc_desktop.documents.blocks import (
    Addressee,
    Align,
    Letterhead,
    OfficialHead,
    SignatureBlock,
    Title,
)
from cchc_desktop.documents.pdf_sheet import PdfSheet, longest_line
from cchc_desktop.documents.row_flow import LEADING, MM
from cchc_desktop.documents.rules import (
    ABOUT_GAP,
    FIRST_LINE_MM,
    ISSUER_RULE_SHARE,
    LABEL_SIZE,
    LETTERHEAD_LEFT_SHARE,
    PARAGRAPH_GAP,
    RECIPIENT_SIZE,
    SIGNATURE_GAP_LINES,
    SIGNATURE_LEFT_SHARE,
    SUBJECT_RULE_SHARE,
    SUBJECT_SHARE,
)
from cchc_desktop.documents.text_measure import BOLD, ITALIC, REGULAR, Line

_AFTER_HEAD = 14.0
_NUMBER_GAP = 8.0


def draw_letterhead(sheet: PdfSheet, head: Letterhead) -> None:
    """Draw the two columns at the top of the page."""
    left_width = sheet.width * LETTERHEAD_LEFT_SHARE
    right, right_width = sheet.left + left_width, sheet.width - left_width
    size, motto_size = head.size, head.motto_size

    y = sheet.top
    if head.superior:
        lines = sheet.lines(head.superior, left_width, size, REGULAR)
        y = sheet.write(lines, sheet.left, left_width, size, Align.CENTER, top=y)
    lines = sheet.lines(head.issuer, left_width, size, BOLD)
    y = sheet.write(lines, sheet.left, left_width, size, Align.CENTER, top=y)
    y -= 3
    sheet.rule(sheet.left + left_width / 2, longest_line(lines, size) * ISSUER_RULE_SHARE, y)

    lines = sheet.lines(head.nation, right_width, size, BOLD)
    below = sheet.write(lines, right, right_width, size, Align.CENTER, top=sheet.top)
    lines = sheet.lines(head.motto, right_width, motto_size, BOLD)
    below = sheet.write(lines, right, right_width, motto_size, Align.CENTER, top=below)
    below -= 3
    sheet.rule(right + right_width / 2, longest_line(lines, motto_size), below)
    sheet.y = min(y, below) - _AFTER_HEAD


def draw_official_head(sheet: PdfSheet, head: OfficialHead) -> None:
    """Draw the two columns, and below them the number, the place and the day."""
    draw_letterhead(sheet, head.letterhead)
    left_width = sheet.width * LETTERHEAD_LEFT_SHARE
    right, right_width = sheet.left + left_width, sheet.width - left_width
    top = sheet.y + _AFTER_HEAD - _NUMBER_GAP
    lines = sheet.lines(head.number, left_width, head.number_size, REGULAR)
    y = sheet.write(lines, sheet.left, left_width, head.number_size, Align.CENTER, top=top)
    lines = sheet.lines(head.place_and_day, right_width, head.place_size, ITALIC)
    # Both stand on one base line though their sizes differ.
    level = top + (head.place_size - head.number_size) * LEADING / 2
    below = sheet.write(lines, right, right_width, head.place_size, Align.CENTER, top=level)
    if head.about:
        lines = sheet.lines(head.about, left_width, head.about_size, REGULAR)
        y = sheet.write(
            lines, sheet.left, left_width, head.about_size, Align.CENTER, top=y - ABOUT_GAP
        )
    sheet.y = min(y, below) - _AFTER_HEAD


def draw_title(sheet: PdfSheet, title: Title) -> None:
    """Draw the paper's type, its subject and the short line under it."""
    width = sheet.width * SUBJECT_SHARE
    left = sheet.left + (sheet.width - width) / 2
    lines = [
        *sheet.lines(title.type_name, width, title.size, BOLD),
        *sheet.lines(title.subject, width, title.size, BOLD),
    ]
    last = sheet.lines(title.subject or title.type_name, width, title.size, BOLD)
    if title.attachment:
        lines += sheet.lines(title.attachment, width, title.size, ITALIC)
    for line in lines:
        if sheet.room < title.size * LEADING:
            sheet.next_page()
        sheet.y = sheet.write([line], left, width, title.size, Align.CENTER, top=sheet.y)
    sheet.y -= 4
    length = longest_line(last, title.size) * SUBJECT_RULE_SHARE
    sheet.rule(sheet.left + sheet.width / 2, length, sheet.y)
    sheet.y -= 8


def draw_addressee(sheet: PdfSheet, addressee: Addressee) -> None:
    """Draw one name on the label's line, or several with their dashes below the colon."""
    size, measure = addressee.size, sheet.measure
    label = addressee.label.rstrip(":")
    colon = measure.width(label, size)
    own = measure.width(f"{addressee.label} ", size)
    dash = measure.width("- ", size)
    names = addressee.names
    hang = own if len(names) == 1 else colon + dash
    longest = max((measure.width(name, size) for name in names), default=0.0)
    free = sheet.width - hang - longest
    start = max(free / 2, min(FIRST_LINE_MM * MM, max(free, 0.0)))
    left, width = sheet.left + start, sheet.width - start
    sheet.y -= PARAGRAPH_GAP
    if len(names) != 1:
        lines = sheet.lines(addressee.label, width, size, REGULAR)
        sheet.y = sheet.write(lines, left, width, size, Align.LEFT, top=sheet.y)
    for name in names:
        first = addressee.label if len(names) == 1 else "-"
        first_left = left if len(names) == 1 else left + colon
        for position, line in enumerate(sheet.lines(name, width - hang, size, REGULAR)):
            if sheet.room < size * LEADING:
                sheet.next_page()
            if not position:
                mark = sheet.lines(first, width, size, REGULAR)
                sheet.write(mark, first_left, width, size, Align.LEFT, top=sheet.y)
            sheet.y = sheet.write([line], left + hang, width - hang, size, Align.LEFT, top=sheet.y)
    sheet.y -= PARAGRAPH_GAP


def signature_height(sheet: PdfSheet, block: SignatureBlock) -> float:
    """Return the height the signature needs, which is never broken."""
    signer, recipients = _signature_lines(sheet, block)
    own = (len(signer) + SIGNATURE_GAP_LINES) * block.size * LEADING
    left = (LABEL_SIZE + len(recipients) * RECIPIENT_SIZE) * LEADING
    return 12 + max(own, left if recipients else 0.0)


def draw_signature(sheet: PdfSheet, block: SignatureBlock) -> None:
    """Draw who signs on the right and whom the paper goes to on the left, on one page."""
    if sheet.y - signature_height(sheet, block) < sheet.bottom:
        sheet.next_page()
    signer, recipients = _signature_lines(sheet, block)
    left_width = sheet.width * SIGNATURE_LEFT_SHARE
    right, right_width = sheet.left + left_width, sheet.width - left_width
    top = sheet.y - 12
    names = len(sheet.lines(block.name, right_width, block.size, BOLD))
    titles = signer[: len(signer) - names]
    below = sheet.write(titles, right, right_width, block.size, Align.CENTER, top=top)
    below -= SIGNATURE_GAP_LINES * block.size * LEADING
    name = signer[len(signer) - names :]
    below = sheet.write(name, right, right_width, block.size, Align.CENTER, top=below)
    if recipients:
        label = sheet.lines(block.recipients_label, left_width, LABEL_SIZE, BOLD + ITALIC)
        y = sheet.write(label, sheet.left, left_width, LABEL_SIZE, Align.LEFT, top=top)
        y = sheet.write(recipients, sheet.left, left_width, RECIPIENT_SIZE, Align.LEFT, top=y)
        below = min(below, y)
    sheet.y = below


def _signature_lines(sheet: PdfSheet, block: SignatureBlock) -> tuple[list[Line], list[Line]]:
    left_width = sheet.width * SIGNATURE_LEFT_SHARE
    right_width = sheet.width - left_width
    signer = [
        line
        for text in (*block.title_lines, block.name)
        for line in sheet.lines(text, right_width, block.size, BOLD)
    ]
    recipients = [
        line
        for text in block.recipients
        for line in sheet.lines(text, left_width, RECIPIENT_SIZE, REGULAR)
    ]
    return signer, recipients
