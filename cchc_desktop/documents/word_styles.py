"""The styles of a Word document: the officer changes a style and the paper follows."""

from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from cchc_desktop.documents import word_xml as xml
from cchc_desktop.documents.blocks import (
    Addressee,
    Block,
    BodyHeading,
    BodyText,
    Chart,
    Document,
    Letterhead,
    OfficialHead,
    SignatureBlock,
    Table,
    Title,
)
from cchc_desktop.documents.row_flow import PADDING_X, PADDING_Y
from cchc_desktop.documents.rules import ABOUT_GAP, FIRST_LINE_MM, PARAGRAPH_GAP
from cchc_desktop.documents.word_table import BODY_STYLE, HEADING_STYLE, TABLE_STYLE
from cchc_desktop.documents.word_text import OUTLINE_STYLE, TEXT_STYLE

FONT = "Times New Roman"
PLAIN_TABLE = "CchcPlainTable"
BODY_SIZE = 13.0


def define_styles(word: WordDocument, document: Document) -> None:
    """Give ``word`` the styles its blocks need; sizes are those of the first of each kind."""
    blocks = tuple(block for paper in document.papers for block in paper.blocks)
    table_size = next((b.size for b in blocks if isinstance(b, Table)), BODY_SIZE)
    official = next((b for b in blocks if isinstance(b, OfficialHead)), None)
    head = next((b for b in blocks if isinstance(b, Letterhead)), None)
    head = official.letterhead if official else head
    signer = next((b for b in blocks if isinstance(b, SignatureBlock)), None)
    size = head.size if head else BODY_SIZE
    motto = head.motto_size if head else BODY_SIZE
    center = WD_ALIGN_PARAGRAPH.CENTER

    normal = word.styles["Normal"]
    _set_font(normal, BODY_SIZE)
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
    signer_size = signer.size if signer else BODY_SIZE
    _add_style(word, "CchcSigner", "Người ký", signer_size, center, bold=True)
    _add_style(word, "CchcRecipientsLabel", "Nơi nhận", 12.0, None)
    _add_style(word, "CchcRecipient", "Danh sách nơi nhận", 11.0, None)
    rule = _add_style(word, "CchcRule", "Đường kẻ", 4.0, center)
    rule.paragraph_format.space_before = Pt(3)
    rule.paragraph_format.space_after = Pt(3)
    if official:
        _add_style(word, "CchcNumber", "Số, ký hiệu", official.number_size, center)
        _add_style(word, "CchcPlace", "Địa danh, ngày tháng", official.place_size, center)
        about = _add_style(word, "CchcAbout", "Trích yếu công văn", official.about_size, center)
        about.paragraph_format.space_before = Pt(ABOUT_GAP)
    _add_text_styles(word, blocks)
    _add_table_style(word, TABLE_STYLE, "Bảng phụ lục", has_rules=True)
    _add_table_style(word, PLAIN_TABLE, "Khung không kẻ", has_rules=False)


def _add_text_styles(word: WordDocument, blocks: tuple[Block, ...]) -> None:
    """Add the styles of a paper's text, as far as it has such parts."""
    title = next((b for b in blocks if isinstance(b, Title)), None)
    if title:
        style = _add_style(
            word, "CchcTitle", "Tên loại, trích yếu", title.size, WD_ALIGN_PARAGRAPH.CENTER,
            bold=True,
        )  # fmt: skip
        style.paragraph_format.keep_with_next = True
    attached = next((b for b in blocks if isinstance(b, Title) and b.attachment), None)
    if attached:
        style = _add_style(
            word, "CchcAttachment", "Kèm theo văn bản", attached.size, WD_ALIGN_PARAGRAPH.CENTER
        )
        style.paragraph_format.keep_with_next = True
    addressee = next((b for b in blocks if isinstance(b, Addressee)), None)
    if addressee:
        _add_style(word, "CchcAddressee", "Kính gửi", addressee.size, None)
    text = next((b for b in blocks if isinstance(b, BodyText | BodyHeading)), None)
    if text:
        body = _add_style(word, TEXT_STYLE, "Lời văn", text.size, WD_ALIGN_PARAGRAPH.JUSTIFY)
        _set_text_format(body)
    levels = {b.level: b.size for b in blocks if isinstance(b, BodyHeading)}
    for level, size in sorted(levels.items()):
        style = _add_style(
            word, f"CchcHeading{level}", f"Đề mục {level}", size, WD_ALIGN_PARAGRAPH.JUSTIFY,
            bold=level < 3,
        )  # fmt: skip
        _set_text_format(style)
        _set_outline(style, level)
    outlines = {b.outline: b.size for b in blocks if isinstance(b, BodyText) and b.outline}
    for level, size in sorted(outlines.items()):
        style = _add_style(
            word, f"{OUTLINE_STYLE}{level}", f"Đề mục kế hoạch {level}", size,
            WD_ALIGN_PARAGRAPH.JUSTIFY,
        )  # fmt: skip
        _set_text_format(style)
        _set_outline(style, level)
    chart = next((b for b in blocks if isinstance(b, Chart)), None)
    if chart:
        _add_style(word, "CchcChart", "Biểu đồ", chart.size, None)
        tight = _add_style(word, "CchcChartGap", "Khoảng trống biểu đồ", 2.0, None)
        tight.paragraph_format.keep_with_next = True


def _set_text_format(style: ParagraphStyle) -> None:
    layout = style.paragraph_format
    layout.first_line_indent = Mm(FIRST_LINE_MM)
    layout.space_before = Pt(PARAGRAPH_GAP)
    layout.widow_control = True


def _set_outline(style: ParagraphStyle, level: int) -> None:
    """Let Word's navigation pane list the paragraphs, and keep them with what they head."""
    style.paragraph_format.keep_with_next = True
    properties = style.element.get_or_add_pPr()
    properties.append(properties.makeelement(qn("w:outlineLvl"), {qn("w:val"): str(level - 1)}))


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
    style.font.name = FONT
    style.font.size = Pt(size)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for name in list(fonts.attrib):
        # A theme font would win over the name.
        del fonts.attrib[name]
    for name in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(name), FONT)


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
