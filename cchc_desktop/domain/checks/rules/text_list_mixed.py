"""Dashes and numbers, or two kinds of numbers, in one list.

Example: under "5.1. Mục tiêu" first "- Thực hiện nghiêm túc …" and then "a) Đến năm 2025".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.c: a text is parted in one order, from
the large to the small; practice.  A list that starts late is another check's.
"""

from collections.abc import Iterator
from itertools import pairwise

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan_text_numbering import counted


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the passage where a list goes over to a higher kind of number."""
    for tree in context.outlines:
        for nodes in tree.lists():
            headings = [node for node in nodes if node.passage.is_heading]
            for before, node in pairwise(headings):
                if node.kind.rank < before.kind.rank:
                    if (counted(node.kind, node.passage.number) or 1) == 1:
                        yield node_hit(node, before=before.passage.number)
                    break


CHECK = Check(
    "text_list_mixed",
    FindingSeverity.HINT,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.c",
    find,
)
