"""A cited document dated after the plan itself.

Example: "Công văn số 4625/BNV-CCHC ngày 02/7/2026" in a letter of December 2025.
Source: nothing can rest on what does not exist yet; seen in real papers.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.citations import citations
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield citations with a date after the last day the plan can know."""
    last = context.last_day_known
    for cell in context.cells:
        for cited in citations(cell.text):
            if cited.issued_on and cited.issued_on > last:
                yield cell_hit(cell, cited.span, day=cited.day_words, last_day=f"{last:%d/%m/%Y}")


CHECK = Check(
    "citation_future", FindingSeverity.ERROR, "Thông lệ: chỉ viện dẫn văn bản đã ban hành", find
)
