"""The parts around the text of a Word paper: its head, its title, whom it goes to, who signs."""

from cchc_desktop.documents import word_xml as xml
from cchc_desktop.documents.blocks import (
    Addressee,
    Letterhead,
    OfficialHead,
    SignatureBlock,
    Title,
)
from cchc_desktop.documents.rules import (
    FIRST_LINE_MM,
    ISSUER_RULE_SHARE,
    LETTERHEAD_LEFT_SHARE,
    SIGNATURE_GAP_LINES,
    SIGNATURE_LEFT_SHARE,
    SUBJECT_RULE_SHARE,
    SUBJECT_SHARE,
)
from cchc_desktop.documents.times_metrics import text_width_mm
from cchc_desktop.documents.word_styles import PLAIN_TABLE

_REGULAR = "Times-Roman"
_GAP = "CchcRule"


def letterhead_xml(head: Letterhead, width_mm: float) -> tuple[str, ...]:
    """Return the two columns, and a low paragraph after them."""
    left_mm = width_mm * LETTERHEAD_LEFT_SHARE
    left, right = _columns(head, left_mm, width_mm - left_mm)
    return _two_cells(left_mm, left, width_mm - left_mm, right)


def official_head_xml(head: OfficialHead, width_mm: float) -> tuple[str, ...]:
    """Return the two columns with the number, the place and the day in a row of their own."""
    left_mm = width_mm * LETTERHEAD_LEFT_SHARE
    right_mm = width_mm - left_mm
    left, right = _columns(head.letterhead, left_mm, right_mm)
    number = xml.paragraph(xml.run(head.number), "CchcNumber")
    if head.about:
        number += xml.paragraph(xml.run(head.about), "CchcAbout")
    place = xml.paragraph(xml.run(head.place_and_day, italic=True), "CchcPlace")
    rows = "".join(
        xml.row(xml.cell(left_mm, a) + xml.cell(right_mm, b), "<w:cantSplit/>")
        for a, b in ((left, right), (number, place))
    )
    return (
        xml.table([left_mm, right_mm], rows, PLAIN_TABLE),
        xml.paragraph("", _GAP),
    )


def title_xml(title: Title, width_mm: float) -> tuple[str, ...]:
    """Return the paper's type, its subject and the short line under it."""
    side = xml.twips(width_mm * (1 - SUBJECT_SHARE) / 2)
    narrow = f'<w:ind w:left="{side}" w:right="{side}"/>'
    last = (title.subject or title.type_name).split("\n")
    longest = max(text_width_mm(line, title.size) for line in last)
    length = min(longest, width_mm * SUBJECT_SHARE)
    lines = [xml.paragraph(xml.run(title.type_name), "CchcTitle", '<w:spacing w:before="120"/>')]
    if title.subject:
        lines.append(xml.paragraph(xml.run(title.subject), "CchcTitle", narrow))
    if title.attachment:
        lines.append(
            xml.paragraph(xml.run(title.attachment, italic=True), "CchcAttachment", narrow)
        )
    return (*lines, xml.rule(width_mm, length * SUBJECT_RULE_SHARE))


def addressee_xml(addressee: Addressee, width_mm: float) -> tuple[str, ...]:
    """Return one name on the label's line, or several with their dashes below the colon."""
    size, names = addressee.size, addressee.names
    colon = text_width_mm(addressee.label.rstrip(":"), size, _REGULAR)
    own = text_width_mm(f"{addressee.label} ", size, _REGULAR)
    dash = text_width_mm("- ", size, _REGULAR)
    longest = max((text_width_mm(name, size, _REGULAR) for name in names), default=0.0)
    hang = own if len(names) == 1 else colon + dash
    free = width_mm - hang - longest
    start = max(free / 2, min(FIRST_LINE_MM, max(free, 0.0)))
    before, after = '<w:spacing w:before="120"/>', '<w:spacing w:after="120"/>'
    if len(names) == 1:
        content = xml.run(f"{addressee.label}\u00a0{names[0]}")
        both = '<w:spacing w:before="120" w:after="120"/>'
        return (xml.paragraph(content, "CchcAddressee", both + _hanging(start + own, own)),)
    label = xml.paragraph(xml.run(addressee.label), "CchcAddressee", before + _hanging(start, 0))
    listed = [
        xml.paragraph(
            xml.run(f"-\u00a0{name}"),
            "CchcAddressee",
            (after if name is names[-1] else "") + _hanging(start + hang, dash),
        )
        for name in names
    ]
    return (label, *listed)


def signature_xml(block: SignatureBlock, width_mm: float) -> tuple[str, ...]:
    """Return who signs on the right and whom the paper goes to on the left, in one row."""
    left_mm = width_mm * SIGNATURE_LEFT_SHARE
    right_mm = width_mm - left_mm
    label = xml.run(block.recipients_label, bold=True, italic=True)
    left = xml.paragraph(label if block.recipients else "", "CchcRecipientsLabel")
    left += "".join(xml.paragraph(xml.run(r), "CchcRecipient") for r in block.recipients)
    lines = [*block.title_lines, *[""] * SIGNATURE_GAP_LINES, block.name]
    right = "".join(xml.paragraph(xml.run(line), "CchcSigner") for line in lines)
    row = xml.row(xml.cell(left_mm, left) + xml.cell(right_mm, right), "<w:cantSplit/>")
    return (
        xml.paragraph("", _GAP, "<w:keepNext/>"),
        xml.table([left_mm, right_mm], row, PLAIN_TABLE),
    )


def _columns(head: Letterhead, left_mm: float, right_mm: float) -> tuple[str, str]:
    longest = max(text_width_mm(line, head.size) for line in head.issuer.split("\n"))
    issuer_mm = min(longest, left_mm)
    motto_mm = min(text_width_mm(head.motto, head.motto_size), right_mm)
    left = (
        xml.paragraph(xml.run(head.superior), "CchcSuperior") if head.superior else ""
    ) + xml.paragraph(xml.run(head.issuer, bold=True), "CchcSuperior")
    left += xml.rule(left_mm, issuer_mm * ISSUER_RULE_SHARE)
    right = (
        xml.paragraph(xml.run(head.nation, bold=True), "CchcSuperior")
        + xml.paragraph(xml.run(head.motto, bold=True), "CchcMotto")
        + xml.rule(right_mm, motto_mm)
    )
    return left, right


def _two_cells(left_mm: float, left: str, right_mm: float, right: str) -> tuple[str, ...]:
    row = xml.row(xml.cell(left_mm, left) + xml.cell(right_mm, right), "<w:cantSplit/>")
    return (xml.table([left_mm, right_mm], row, PLAIN_TABLE), xml.paragraph("", _GAP))


def _hanging(left_mm: float, hanging_mm: float) -> str:
    return f'<w:ind w:left="{xml.twips(left_mm)}" w:hanging="{xml.twips(hanging_mm)}"/>'
