"""A field of reform without a task.

Example: "V CẢI CÁCH CHẾ ĐỘ CÔNG VỤ" directly followed by "VI CẢI CÁCH TÀI CHÍNH CÔNG".
Source: practice; a field without work is left out of the annex.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, row_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan_rows import RowKind


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield sections without tasks."""
    for row in context.rows:
        if row.key.kind is RowKind.SECTION and not row.section.tasks:
            yield row_hit(row)


CHECK = Check(
    "section_without_tasks",
    FindingSeverity.WARNING,
    "Thông lệ: mỗi lĩnh vực có ít nhất một nhiệm vụ",
    find,
)
