"""Items of one list, some ended by ";" and some by ".".

Example: "a) Lập kế hoạch.", "b) Kiểm tra các xã;", "c) Báo cáo huyện.", "d) …".  The last item ends
the list; an item of several sentences ends as sentences do.
Source: typists' rule; Nghị định 30/2020/NĐ-CP itself ends points alike.
"""

from collections import Counter
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.outline import OutlineNode

_FEWEST = 3


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the first item that ends otherwise than most of its list."""
    for tree in context.papers:
        for nodes in tree.lists():
            ends = [(node, _end(node)) for node in nodes[:-1] if node.passage.is_heading]
            plain = [(node, end) for node, end in ends if end]
            counts = Counter(end for _, end in plain)
            if len(plain) < _FEWEST or len(counts) < 2:
                continue
            usual, count = counts.most_common(1)[0]
            if count > len(plain) - count:
                node, end = next((node, end) for node, end in plain if end != usual)
                last = len(node.text.rstrip())
                yield node_hit(node, (last - 1, last), words=end, usual=usual)


def _end(node: OutlineNode) -> str:
    text = node.text.rstrip()
    if node.children or text[-1:] not in (".", ";"):
        return ""
    return "" if text.endswith("./.") or ". " in text else text[-1]


CHECK = Check(
    "list_ends_mixed",
    FindingSeverity.HINT,
    "Quy tắc đánh máy: các ý của một danh sách kết giống nhau",
    find,
)
