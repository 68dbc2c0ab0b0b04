"""A sentence cut in two by the end of a page.

Example: a paragraph that ends with "trên cơ" and the next that begins with "sở ứng dụng mạnh mẽ".
Source: practice; seen in real plans after copying from a PDF.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.sentence_ends import is_broken


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield paragraphs whose sentence goes on in the next."""
    for tree in context.outlines:
        for node in tree.nodes:
            after = node.following
            if after is not None and is_broken(node.passage, after):
                words = node.text.split()
                begun, goes_on = " ".join(words[-3:]), " ".join(after.text.text.split()[:3])
                start = len(node.text.rstrip()) - len(begun)
                span = (start, len(node.text.rstrip())) if begun in node.text else None
                yield node_hit(node, span, words=begun, rest=goes_on)


CHECK = Check(
    "text_broken", FindingSeverity.ERROR, "Thông lệ: một câu không bị ngắt giữa hai đoạn", find
)
