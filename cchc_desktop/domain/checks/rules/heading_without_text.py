"""A heading of the text with nothing under it, or a number without words.

Example: "IV. TỔ CHỨC THỰC HIỆN" followed by "V. KINH PHÍ"; "5. Phòng Tư pháp:" followed by "6. …".
A heading that sends the reader to an annex ("(Theo phụ lục đính kèm)") says enough.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.d: a heading names what stands below.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.outline import OutlineNode
from cchc_desktop.domain.plan_text import PassageKind


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield headings that nothing follows."""
    for tree in context.outlines:
        for node in tree.nodes:
            if node.passage.is_heading and not node.children and _asks_for_more(node):
                yield node_hit(node)


def _asks_for_more(node: OutlineNode) -> bool:
    text = node.text.strip()
    if not text:
        return True
    if text.endswith(":"):
        after = node.following
        # Typists put a list of dashes under a dash.
        return node.kind is not PassageKind.DASH or after is None or after.kind is not node.kind
    return node.kind is PassageKind.PART and text.isupper() and "PHỤ LỤC" not in text


CHECK = Check(
    "heading_without_text",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.d",
    find,
)
