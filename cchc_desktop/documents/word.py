"""A document as .docx, to be edited: the same page, with a real table and real styles."""

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from cchc_desktop.documents import word_xml as xml
from cchc_desktop.documents.atomic_file import replacing
from cchc_desktop.documents.blocks import (
    Document,
    Heading,
    Letterhead,
    Paragraph,
    SignatureBlock,
    Table,
)
from cchc_desktop.documents.row_flow import PADDING_X, PADDING_Y
from cchc_desktop.documents.rules import (
    ISSUER_RULE_SHARE,
    LETTERHEAD_LEFT_SHARE,
    RULE_SHARE,
    SIGNATURE_GAP_LINES,
    SIGNATURE_LEFT_SHARE,
)
from cchc_desktop.documents.stamped_zip import StampedZip
from cchc_desktop.documents.times_metrics import text_width_mm
from cchc_desktop.documents.word_table import (
    BODY_STYLE,
    HEADING_STYLE,
    TABLE_STYLE,
    table_xml,
)

_FONT = "Times New Roman"
_PLAIN_TABLE = "CchcPlainTable"
_BODY_SIZE = 13.0


def write_word(document: Document, target: Path) -> None:
    """Write ``document`` to ``target``; an older file stays whole until this one is.

    Raises:
        TargetBusy: Another program has the target open.
        TargetDiskFull: There is no room.
        TargetNotWritable: The folder is missing or may not be written.
    """
    made = _Writer(document).write()
    with replacing(target) as stream, ZipFile(made) as source, StampedZip(stream, "w") as package:
        for part in source.infolist():
            package.writestr(part.filename, source.read(part))


class _Writer:
    def __init__(self, document: Document) -> None:
        self._document = document
        self._word: WordDocument = docx.Document()
        self._width_mm = document.page.text_width_mm

    def write(self) -> BytesIO:
        """Return the finished package."""
        table_size = next(
            (block.size for block in self._document.blocks if isinstance(block, Table)), _BODY_SIZE
        )
        _define_styles(self._word, self._document, table_size)
        self._set_page()
        self._set_properties()
        blocks = self._document.blocks
        for index, block in enumerate(blocks):
            match block:
                case Letterhead():
                    self._letterhead(block)
                case Heading():
                    self._heading(block)
                case Paragraph():
                    self._paragraph(block)
                case Table():
                    after = blocks[index + 1] if index + 1 < len(blocks) else None
                    is_signed = isinstance(after, SignatureBlock)
                    self._append(table_xml(block, keeps_end=is_signed))
                case SignatureBlock():
                    self._signature(block)
        if blocks and isinstance(blocks[-1], Table | SignatureBlock):
            # Word wants a paragraph after a table at the end; this one takes no room.
            self._append(xml.standalone(xml.paragraph("", "CchcRule")))
        made = BytesIO()
        self._word.save(made)
        return made

    def _append(self, element: str) -> None:
        self._word.element.body.insert_element_before(parse_xml(element), "w:sectPr")

    def _set_page(self) -> None:
        page, section = self._document.page, self._word.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if page.is_landscape else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = Mm(page.width_mm), Mm(page.height_mm)
        section.top_margin, section.bottom_margin = Mm(page.top_mm), Mm(page.bottom_mm)
        section.left_margin, section.right_margin = Mm(page.left_mm), Mm(page.right_mm)
        section.header_distance = Mm(page.page_number_mm)
        section.footer_distance = Mm(page.page_number_mm)
        section.different_first_page_header_footer = True
        header = section.header
        header.is_linked_to_previous = False
        number = header.paragraphs[0]
        number.alignment = WD_ALIGN_PARAGRAPH.CENTER
        for fragment in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>2</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        ):
            number._p.append(  # noqa: SLF001 - python-docx has no call for fields
                parse_xml(f'<w:r xmlns:w="{xml.NAMESPACE}">{fragment}</w:r>')
            )

    def _set_properties(self) -> None:
        about, properties = self._document.metadata, self._word.core_properties
        day = about.made_on
        moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - Word keeps no zone
        properties.title, properties.author = about.title[:255], about.author[:255]
        properties.last_modified_by, properties.language = about.author[:255], about.language
        properties.created = properties.modified = moment
        properties.comments = ""
        properties.revision = 1

    def _letterhead(self, head: Letterhead) -> None:
        left_mm = self._width_mm * LETTERHEAD_LEFT_SHARE
        right_mm = self._width_mm - left_mm
        issuer_mm = min(text_width_mm(head.issuer, head.size), left_mm)
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
        row = xml.row(xml.cell(left_mm, left) + xml.cell(right_mm, right), "<w:cantSplit/>")
        self._append(xml.table([left_mm, right_mm], row, _PLAIN_TABLE))
        self._append(xml.standalone(xml.paragraph("", "CchcRule")))

    def _heading(self, heading: Heading) -> None:
        made = self._word.add_paragraph(heading.text, style=f"Heading {heading.level}")
        for run in made.runs:
            run.font.size = Pt(heading.size)

    def _paragraph(self, paragraph: Paragraph) -> None:
        half_points = round(paragraph.size * 2)
        content = xml.runs(paragraph.text)
        made = parse_xml(
            xml.standalone(xml.paragraph(content, "Normal", xml.aligned(paragraph.align)))
        )
        for properties in made.iter(qn("w:rPr")):
            for name in ("w:sz", "w:szCs"):
                size = properties.makeelement(qn(name), {qn("w:val"): str(half_points)})
                properties.append(size)
        self._word.element.body.insert_element_before(made, "w:sectPr")
        if paragraph.has_rule:
            length = min(text_width_mm(paragraph.text.text, paragraph.size), self._width_mm)
            self._append(xml.standalone(xml.rule(self._width_mm, length * RULE_SHARE)))

    def _signature(self, block: SignatureBlock) -> None:
        left_mm = self._width_mm * SIGNATURE_LEFT_SHARE
        right_mm = self._width_mm - left_mm
        label = xml.run(block.recipients_label, bold=True, italic=True)
        left = xml.paragraph(label if block.recipients else "", "CchcRecipientsLabel")
        left += "".join(xml.paragraph(xml.run(r), "CchcRecipient") for r in block.recipients)
        lines = [*block.title_lines, *[""] * SIGNATURE_GAP_LINES, block.name]
        right = "".join(xml.paragraph(xml.run(line), "CchcSigner") for line in lines)
        row = xml.row(xml.cell(left_mm, left) + xml.cell(right_mm, right), "<w:cantSplit/>")
        self._append(xml.standalone(xml.paragraph("", "CchcRule", "<w:keepNext/>")))
        self._append(xml.table([left_mm, right_mm], row, _PLAIN_TABLE))


def _define_styles(word: WordDocument, document: Document, table_size: float) -> None:
    head = next((b for b in document.blocks if isinstance(b, Letterhead)), None)
    signer = next((b for b in document.blocks if isinstance(b, SignatureBlock)), None)
    size = head.size if head else _BODY_SIZE
    motto = head.motto_size if head else _BODY_SIZE
    center = WD_ALIGN_PARAGRAPH.CENTER

    normal = word.styles["Normal"]
    _set_font(normal, _BODY_SIZE)
    _set_language(normal, document.metadata.language)
    normal.paragraph_format.space_before = normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.line_spacing = 1.0
    header = word.styles["Header"]
    _set_font(header, document.page.page_number_size)
    for level in (1, 2):
        heading = word.styles[f"Heading {level}"]
        _set_font(heading, 14.0, bold=True)
        heading.paragraph_format.alignment = center
        heading.paragraph_format.space_before = Pt(6 if level == 1 else 0)
        heading.paragraph_format.space_after = Pt(0)

    _add_style(word, "CchcSuperior", "Đầu văn bản", size, center)
    _add_style(word, "CchcMotto", "Tiêu ngữ", motto, center)
    _add_style(word, BODY_STYLE, "Ô trong bảng", table_size, None)
    _add_style(word, HEADING_STYLE, "Tiêu đề trong bảng", table_size, center, bold=True)
    signer_size = signer.size if signer else _BODY_SIZE
    _add_style(word, "CchcSigner", "Người ký", signer_size, center, bold=True)
    _add_style(word, "CchcRecipientsLabel", "Nơi nhận", 12.0, None)
    _add_style(word, "CchcRecipient", "Danh sách nơi nhận", 11.0, None)
    rule = _add_style(word, "CchcRule", "Đường kẻ", 4.0, center)
    rule.paragraph_format.space_before = Pt(3)
    rule.paragraph_format.space_after = Pt(3)
    _add_table_style(word, TABLE_STYLE, "Bảng phụ lục", has_rules=True)
    _add_table_style(word, _PLAIN_TABLE, "Khung không kẻ", has_rules=False)


def _add_style(
    word: WordDocument,
    style_id: str,
    name: str,
    size: float,
    alignment: WD_ALIGN_PARAGRAPH | None,
    *,
    bold: bool = False,
) -> ParagraphStyle:
    style: ParagraphStyle = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), style_id)
    style.base_style = word.styles["Normal"]
    _set_font(style, size, bold=bold)
    if alignment is not None:
        style.paragraph_format.alignment = alignment
    return style


def _set_font(style: CharacterStyle, size: float, *, bold: bool = False) -> None:
    style.font.name = _FONT
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        # A theme font would win over the name.
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), _FONT)


def _set_language(style: CharacterStyle, language: str) -> None:
    properties = style.element.rPr
    properties.append(
        properties.makeelement(qn("w:lang"), {qn("w:val"): language, qn("w:eastAsia"): language})
    )


def _add_table_style(word: WordDocument, style_id: str, name: str, *, has_rules: bool) -> None:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    rules = "".join(f'<w:{s} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for s in sides)
    across, down = round(PADDING_X * 20), round(PADDING_Y * 20)
    if not has_rules:
        rules, across, down = "", 0, 0
    margins = (
        f'<w:top w:w="{down}" w:type="dxa"/><w:left w:w="{across}" w:type="dxa"/>'
        f'<w:bottom w:w="{down}" w:type="dxa"/><w:right w:w="{across}" w:type="dxa"/>'
    )
    align = '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>' if has_rules else ""
    word.styles.element.append(
        parse_xml(
            f'<w:style xmlns:w="{xml.NAMESPACE}" w:type="table" w:customStyle="1" '
            f'w:styleId="{style_id}"><w:name w:val="{name}"/><w:tblPr>'
            + (f"<w:tblBorders>{rules}</w:tblBorders>" if rules else "")
            + f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>{align}</w:style>"
        )
    )
