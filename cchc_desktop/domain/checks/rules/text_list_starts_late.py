"""A list of the text that begins with another number than its first.

Example: under "II. MỤC TIÊU", two dashes and then "3. Chỉ số năng lực cạnh tranh".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.đ; seen in a district's plan of 2024.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.outline import OutlineNode
from cchc_desktop.domain.plan_text import PassageKind
from cchc_desktop.domain.plan_text_numbering import counted


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the first passages of lists whose number is not the first."""
    for tree in context.outlines:
        for nodes in tree.lists():
            first: dict[PassageKind, OutlineNode] = {}
            for node in nodes:
                first.setdefault(node.kind, node)
            for kind, node in first.items():
                if node.passage.own_number and (counted(kind, node.passage.number) or 1) != 1:
                    yield node_hit(node)


CHECK = Check(
    "text_list_starts_late",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.đ",
    find,
)
