"""A number of the text that skips, repeats, or belongs to another item.

Example: "9. Phòng Giáo dục và Đào tạo" followed by "11. Đối với các cơ quan ngành dọc"; "2.1."
under item 3; "2." among "I.", "III."; no defect is a list that begins anew under another heading.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.đ; the gap is real, in a district's
plan for 2021-2025.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.outline import OutlineNode
from cchc_desktop.domain.plan_text import PassageKind
from cchc_desktop.domain.plan_text_numbering import counted

_ABOVE = re.compile(r"(\d+(?:\.\d+)*)\.\d+")
_DIGITS = re.compile(r"[\da-zđ]+")
_CARRYING = (PassageKind.SUBITEM, PassageKind.MINOR)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield passages whose number does not follow from the one before, or from the one above."""
    for tree in context.outlines:
        for nodes in tree.lists():
            lists: dict[tuple[PassageKind, str], list[OutlineNode]] = {}
            for node in nodes:
                lists.setdefault((node.kind, _form(node)), []).append(node)
            for same in lists.values():
                for before, node in pairwise(same):
                    if node.passage.own_number and not _follows(before, node):
                        yield node_hit(node, before=before.passage.number)
        for node in tree.nodes:
            if node.kind in _CARRYING and node.passage.own_number and not _is_at_home(node):
                above = node.parent.passage.number if node.parent else ""
                yield node_hit(node, before=above)


def _form(node: OutlineNode) -> str:
    """Return how a number is written: "(1)" and "1." are of two lists; "I." and "2." are not."""
    if node.kind is PassageKind.PART:
        return ""
    return _DIGITS.sub("", node.passage.number)


def _follows(before: OutlineNode, node: OutlineNode) -> bool:
    one = counted(before.kind, before.passage.number)
    two = counted(node.kind, node.passage.number)
    if one is None or two is None:
        return True
    is_mixed = node.kind is PassageKind.PART and (
        before.passage.number[:1].isdecimal() != node.passage.number[:1].isdecimal()
    )
    return two == one + 1 and not is_mixed


def _is_at_home(node: OutlineNode) -> bool:
    """Tell whether the digits before the last one are those of the heading above."""
    written = _ABOVE.match(node.passage.number)
    above = next((x for x in node.above if x.passage.number[:1].isdecimal()), None)
    if written is None or above is None:
        return True
    return written[1] == above.passage.number.strip(" .")


CHECK = Check(
    "text_numbering_jumps",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.đ",
    find,
)
