"""The paper's last words are not closed by "./.".

Example: "… trình Ủy ban nhân dân huyện xem xét, quyết định." as the last words of a plan.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1 to 1.5: the text ends with "./.".  The Party's
papers end otherwise.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.closing_marks import closing_marks, last_words
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the last passage of the decision and of the plan where none has the mark."""
    if context.is_of_the_party:
        return
    for tree in context.papers:
        last = last_words(tree)
        if last is not None and not any(closing_marks(node.text) for node in tree.nodes):
            yield node_hit(last)


CHECK = Check(
    "closing_mark_missing",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1 đến 1.5",
    find,
)
