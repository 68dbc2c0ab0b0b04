"""The running text of a Word paper: paragraphs, headings that Word knows, what stays together."""

from collections.abc import Sequence

from cchc_desktop.documents import word_xml as xml
from cchc_desktop.documents.blocks import Align, Block, BodyText, SignatureBlock

TEXT_STYLE = "CchcText"
OUTLINE_STYLE = "CchcOutline"
"""The style of a heading; its level follows."""

_KEEP_NEXT = "<w:keepNext/>"
_ONE_LINE = 75
"""A paragraph of fewer characters may be a single line: alone it must not hold a signature."""


def text_xml(block: BodyText, *, is_kept: bool) -> str:
    """Return a paragraph; with ``is_kept`` it stays with the one after it."""
    style = f"{OUTLINE_STYLE}{block.outline}" if block.outline else TEXT_STYLE
    properties = _KEEP_NEXT if is_kept or block.keeps_next else ""
    if block.align is Align.CENTER:
        properties += '<w:ind w:firstLine="0"/>'
    if block.align is not Align.JUSTIFY:
        properties += xml.aligned(block.align)
    return xml.paragraph(xml.runs(block.text), style, properties)


def stands_with_signature(blocks: Sequence[Block], index: int) -> bool:
    """Tell whether a block stays on the page of the signature that follows it.

    So does the one before a last paragraph that may be a single line.
    """
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    if isinstance(after, SignatureBlock):
        return True
    if not isinstance(after, BodyText) or len(after.text.text) >= _ONE_LINE:
        return False
    return index + 2 < len(blocks) and isinstance(blocks[index + 2], SignatureBlock)
