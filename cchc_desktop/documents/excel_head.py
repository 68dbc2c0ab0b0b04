"""The parts around a sheet's table or text: its head, its title, who signs."""

from cchc_desktop.documents.blocks import (
    Addressee,
    Align,
    Letterhead,
    OfficialHead,
    SignatureBlock,
    Title,
)
from cchc_desktop.documents.excel_cells import Look
from cchc_desktop.documents.excel_pen import SheetPen
from cchc_desktop.documents.excel_rows import LINE, cell_width
from cchc_desktop.documents.rules import (
    ISSUER_RULE_SHARE,
    LETTERHEAD_LEFT_SHARE,
    SIGNATURE_GAP_LINES,
    SIGNATURE_LEFT_SHARE,
    SUBJECT_RULE_SHARE,
)
from cchc_desktop.documents.text_measure import BOLD, ITALIC, REGULAR
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run

_RULE_SIZE = 7.0
"""The font size of the low dashes that stand for short lines."""

_NAME_INDENT = 9


def _head_split(pen: SheetPen, head: Letterhead) -> int:
    """Return the column where the right half begins: the national name stands on one line."""
    split = pen.split(LETTERHEAD_LEFT_SHARE)
    needed = pen.measure.width(head.nation, head.size, BOLD)
    while split > 1 and cell_width(sum(pen.widths[split:])) < needed:
        split -= 1
    return split


def write_letterhead(pen: SheetPen, head: Letterhead) -> None:
    """Write the two columns in three rows."""
    split = _head_split(pen, head)
    superior = RichText((Run(head.superior),)) if head.superior else RichText()
    issuer, motto = RichText((Run(head.issuer),)), RichText((Run(head.motto),))
    nation = RichText((Run(head.nation),))
    plain = Look(head.size, Align.CENTER)
    bold = Look(head.size, Align.CENTER, BOLD)
    pen.halves(superior, plain, nation, bold, split)
    motto_look = Look(head.motto_size, Align.CENTER, BOLD)
    pen.halves(issuer, bold, motto, motto_look, split)
    # A sheet has no short lines: a row of low dashes, measured, stands for them.
    thin = Look(_RULE_SIZE, Align.CENTER, is_at_top=True)
    issuer_width = max(pen.measure.width(line, head.size, BOLD) for line in head.issuer.split("\n"))
    motto_width = pen.measure.width(head.motto, head.motto_size, BOLD)
    pen.halves(
        _dashes(pen, issuer_width * ISSUER_RULE_SHARE),
        thin,
        _dashes(pen, motto_width),
        thin,
        split,
    )


def write_official_head(pen: SheetPen, head: OfficialHead) -> None:
    """Write the two columns, and below them the number, the place and the day."""
    write_letterhead(pen, head.letterhead)
    split = _head_split(pen, head.letterhead)
    pen.halves(
        RichText((Run(head.number),)),
        Look(head.number_size, Align.CENTER),
        RichText((Run(head.place_and_day),)),
        Look(head.place_size, Align.CENTER, ITALIC),
        split,
    )
    if head.about:
        look = Look(head.about_size, Align.CENTER)
        pen.halves(RichText((Run(head.about),)), look, EMPTY, look, split)
    pen.append([], 10.0)


def write_title(pen: SheetPen, title: Title) -> None:
    """Write the paper's type, its subject and the short line under it."""
    bold = Look(title.size, Align.CENTER, BOLD)
    for text in filter(None, (title.type_name, title.subject)):
        pen.line(RichText((Run(text),)), bold)
    last = (title.subject or title.type_name).split("\n")
    width = max(pen.measure.width(line, title.size, BOLD) for line in last)
    if title.attachment:
        line = RichText((Run(title.attachment, italic=True),))
        pen.line(line, Look(title.size, Align.CENTER))
    dashes = _dashes(pen, min(width, sum(pen.widths)) * SUBJECT_RULE_SHARE)
    pen.line(dashes, Look(_RULE_SIZE, Align.CENTER, is_at_top=True))


def write_addressee(pen: SheetPen, addressee: Addressee) -> None:
    """Write one name on the label's line, or several below it."""
    names = addressee.names
    if len(names) == 1:
        text = RichText((Run(f"{addressee.label} {names[0]}"),))
        pen.line(text, Look(addressee.size, Align.CENTER))
    else:
        left = Look(addressee.size, Align.LEFT, indent=_NAME_INDENT - 3)
        pen.line(RichText((Run(addressee.label),)), left)
        for name in names:
            text = RichText((Run(f"- {name}"),))
            pen.line(text, Look(addressee.size, Align.LEFT, indent=_NAME_INDENT))
    pen.append([], 6.0)


def write_signature(pen: SheetPen, block: SignatureBlock) -> None:
    """Write who signs on the right and whom the paper goes to on the left."""
    split = pen.split(SIGNATURE_LEFT_SHARE)
    pen.append([], 12.0)
    signer = [*block.title_lines, *[""] * SIGNATURE_GAP_LINES, block.name]
    receivers = [block.recipients_label, *block.recipients] if block.recipients else []
    bold = Look(block.size, Align.CENTER, BOLD)
    for index in range(max(len(signer), len(receivers))):
        left = receivers[index] if index < len(receivers) else ""
        right = signer[index] if index < len(signer) else ""
        left_look = Look(11.0 if index else 12.0, Align.LEFT, REGULAR if index else BOLD)
        pen.halves(
            RichText((Run(left, italic=not index),)) if left else RichText(),
            left_look,
            RichText((Run(right),)) if right else RichText(),
            bold,
            split,
        )


def signature_height(block: SignatureBlock) -> float:
    """Return the height of the signature's rows."""
    signer = len(block.title_lines) + SIGNATURE_GAP_LINES + 1
    receivers = len(block.recipients) + 1 if block.recipients else 0
    return 12.0 + max(signer, receivers) * (block.size * LINE + 2)


def _dashes(pen: SheetPen, width: float) -> RichText:
    """Return a row of low dashes about ``width`` points long in the size of rules."""
    count = round(width / pen.measure.width("_", _RULE_SIZE, REGULAR))
    return RichText((Run("_" * max(count, 1)),))
