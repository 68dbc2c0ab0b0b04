"""Pieces of WordprocessingML as text: quick to make, and parsed once.

python-docx reaches a cell by counting all cells before it; a table of 5,000 rows built
that way takes minutes, as text it takes a moment.
"""

import re
from html import escape

from cchc_desktop.documents.blocks import Align
from cchc_desktop.domain.rich_text import RichText

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ALIGN = {Align.LEFT: "left", Align.CENTER: "center", Align.JUSTIFY: "both"}


def twips(mm: float) -> int:
    """Return millimetres in twentieths of a point."""
    return round(mm * 1440 / 25.4)


def run(
    text: str, *, bold: bool = False, italic: bool = False, size: float = 0.0, shade: str = ""
) -> str:
    """Return one run; line breaks in ``text`` become breaks of the run.

    Without a ``size`` it has its style's; ``shade`` is the colour of the ground behind it.
    """
    style = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
    if size:
        half_points = round(size * 2)
        style += f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    if shade:
        style += f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
    properties = f"<w:rPr>{style}</w:rPr>" if style else ""
    parts = (
        f'<w:t xml:space="preserve">{escape(_ILLEGAL.sub("", part), quote=False)}</w:t>'
        for part in text.split("\n")
    )
    return f"<w:r>{properties}{'<w:br/>'.join(parts)}</w:r>"


def runs(text: RichText) -> str:
    """Return the runs of ``text``."""
    return "".join(run(part.text, bold=part.bold, italic=part.italic) for part in text.runs)


def paragraph(content: str, style: str, properties: str = "") -> str:
    """Return a paragraph of the named style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def aligned(align: Align) -> str:
    """Return the paragraph property that aligns its lines."""
    return f'<w:jc w:val="{_ALIGN[align]}"/>'


def rule(width_mm: float, length_mm: float) -> str:
    """Return a paragraph that is a centred line of this length."""
    side = max(twips((width_mm - length_mm) / 2), 0)
    return paragraph(
        "",
        "CchcRule",
        '<w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>'
        f'<w:ind w:left="{side}" w:right="{side}"/>',
    )


def cell(width_mm: float, content: str, properties: str = "") -> str:
    """Return a table cell; ``content`` is its paragraphs."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width_mm)}" w:type="dxa"/>{properties}</w:tcPr>'
        f"{content}</w:tc>"
    )


def row(cells: str, properties: str = "") -> str:
    """Return a table row."""
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{cells}</w:tr>"


def table(widths_mm: list[float], rows: str, style: str) -> str:
    """Return a table whose columns keep their widths."""
    total = sum(twips(width) for width in widths_mm)
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths_mm)
    return (
        f'<w:tbl xmlns:w="{NAMESPACE}"><w:tblPr><w:tblStyle w:val="{style}"/>'
        f'<w:tblW w:w="{total}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def standalone(element: str) -> str:
    """Return a paragraph's or a table's XML with its namespace, ready to be parsed by itself."""
    return element.replace("<w:p>", f'<w:p xmlns:w="{NAMESPACE}">', 1)
