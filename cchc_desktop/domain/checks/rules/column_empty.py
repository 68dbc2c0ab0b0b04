"""A column that no task fills in, said once instead of at every task.

Example: an annex in which no task names who leads.
Source: practice; the real annexes have product, time and lead for each task.
"""

from collections.abc import Iterator

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.check import Check, Hit
from cchc_desktop.domain.checks.context import CheckContext, is_bare
from cchc_desktop.domain.checks.finding import FindingPlace, FindingSeverity

_NEEDED = (AnnexColumn.PRODUCT, AnnexColumn.DEADLINE, AnnexColumn.LEAD)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the needed columns that are empty in all tasks."""
    if any(row.task and not is_bare(row.task) for row in context.work_rows):
        for column in _NEEDED:
            if not context.is_filled(column):
                yield Hit(FindingPlace(None, column), column.value)


CHECK = Check(
    "column_empty",
    FindingSeverity.ERROR,
    "Thông lệ: phụ lục phân công rõ người, rõ việc, rõ thời gian, rõ sản phẩm",
    find,
)
