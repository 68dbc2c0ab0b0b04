"""A single "1." or "a)" without a second.

Example: under "3. Sở Tư pháp" only "a) Chủ trì tham mưu" and no b).  A single dash is no parting,
nor is the single article of a decision.
Source: practice; points part a clause (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.đ),
and one part is no parting.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan_text import PassageKind
from cchc_desktop.domain.plan_text_numbering import counted

_KINDS = (
    PassageKind.PART,
    PassageKind.ITEM,
    PassageKind.SUBITEM,
    PassageKind.MINOR,
    PassageKind.POINT,
)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield numbered passages that are the only one of their list."""
    for tree in context.outlines:
        for nodes in tree.lists():
            numbered = [node for node in nodes if node.passage.is_heading]
            if len(numbered) != 1 or numbered[0].kind not in _KINDS:
                continue
            only = numbered[0]
            if counted(only.kind, only.passage.number) in (None, 1):
                yield node_hit(only)


CHECK = Check(
    "heading_alone",
    FindingSeverity.WARNING,
    "Thông lệ: đã chia mục 1, điểm a) thì phải có mục 2, điểm b)",
    find,
)
