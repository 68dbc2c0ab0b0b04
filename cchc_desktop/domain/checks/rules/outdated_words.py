"""Words of a rule that was replaced before the plan.

Example: "dịch vụ công mức độ 3, 4" in a plan of 2024: since 15/8/2022 such services are "một phần"
or "toàn trình".
Source: given with the words in ``resources/catalogues/common-words.toml``.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the words that were replaced by the plan's day; each place once."""
    words = [item for item in context.reference.words.outdated if item.since <= context.plan_day]
    for cell in context.cells if words else ():
        text = cell.text.lower()
        if len(text) != len(cell.text):
            continue
        for item in words:
            start = text.find(item.words)
            if start >= 0:
                span = (start, start + len(item.words))
                yield cell_hit(cell, span, right=item.right, rule=item.source)


CHECK = Check("outdated_words", FindingSeverity.WARNING, "Văn bản mới đã thay từ ngữ này", find)
