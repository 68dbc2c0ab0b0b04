"""A row without words: a section without a title, a task that does not say what to do.

Example: "3 | | Báo cáo | Quý I/2024 | Phòng Nội vụ" has a product and nothing to bring it by.
Source: practice.
"""

from collections.abc import Iterator

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.check import Check, Hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingPlace, FindingSeverity
from cchc_desktop.domain.plan_rows import RowKind


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield sections and tasks without words."""
    for row in context.rows:
        if row.key.kind is not RowKind.DELIVERABLE and not row.cell(AnnexColumn.CONTENT):
            yield Hit(FindingPlace(row.key, AnnexColumn.CONTENT))


CHECK = Check(
    "content_missing", FindingSeverity.ERROR, "Thông lệ: mỗi dòng phải ghi rõ việc phải làm", find
)
