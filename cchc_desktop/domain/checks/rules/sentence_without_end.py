"""A paragraph that no sign ends.

Example: "Phối hợp với Phòng Nội vụ ứng dụng công nghệ thông tin trong cải cách hành chính của tỉnh"
as a whole item, without a full stop.  Headings have none.
Source: typists' rule; a sentence cut by a page is another check's.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.outline import OutlineNode
from cchc_desktop.domain.checks.sentence_ends import is_broken, is_finished
from cchc_desktop.domain.plan_text import PassageKind

# Shorter ones may be titles.
_FEWEST_WORDS = 12
_KINDS = frozenset(PassageKind) - {PassageKind.BASIS, PassageKind.PART, PassageKind.TABLE}


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield long passages without children that end with a letter or a figure."""
    for tree in context.papers:
        for node in tree.nodes:
            if node.kind in _KINDS and not node.children and _lacks_end(node):
                yield node_hit(node, _last_word(node.text))


def _lacks_end(node: OutlineNode) -> bool:
    text = node.text.strip()
    if len(text.split()) < _FEWEST_WORDS or text.isupper() or is_finished(text):
        return False
    # "(Kèm theo Phụ lục …)" is a note and no sentence.
    if text.startswith("(") and text.endswith(")"):
        return False
    after = node.following
    return after is None or not is_broken(node.passage, after)


def _last_word(text: str) -> tuple[int, int]:
    end = len(text.rstrip())
    return text.rfind(" ", 0, end) + 1, end


CHECK = Check(
    "sentence_without_end", FindingSeverity.HINT, "Quy tắc chính tả: hết câu có dấu chấm", find
)
