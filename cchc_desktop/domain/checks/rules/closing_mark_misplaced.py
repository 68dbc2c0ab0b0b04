"""The mark "./." twice in one paper, or before its last words.

Example: "… các cơ quan hành chính nhà nước./." followed by "(Kèm theo Phụ lục khung kế hoạch …)".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1 to 1.5: the mark says that nothing follows.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.closing_marks import closing_marks, last_words
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the marks after which words of the same paper follow."""
    for tree in context.papers:
        last = last_words(tree)
        for node in tree.nodes:
            for span in closing_marks(node.text):
                if node is not last or node.text[span[1] :].strip(" )”"):
                    yield node_hit(node, span)


CHECK = Check(
    "closing_mark_misplaced",
    FindingSeverity.WARNING,
    "Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1 đến 1.5",
    find,
)
