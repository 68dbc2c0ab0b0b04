"""A further product without its own deadline, or a deadline without its product.

Example: a task's second row names "Báo cáo kết quả rà soát" and leaves the time empty,
while the first row has a time; the reader cannot tell whether it is the same.
Source: practice; each product is followed by its own deadline (DESIGN, section 3).
"""

from collections.abc import Iterator

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.check import Check, Hit, row_hit
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan_rows import RowKind


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the empty halves of further product rows."""
    for row in context.rows:
        if row.key.kind is not RowKind.DELIVERABLE or row.deliverable is None:
            continue
        product, deadline = row.deliverable.product, row.deliverable.deadline.text
        if product and not deadline and context.is_filled(AnnexColumn.DEADLINE):
            yield row_hit(row, Cell(row, AnnexColumn.DEADLINE, product.text))
        elif deadline and not product and context.is_filled(AnnexColumn.PRODUCT):
            yield row_hit(row, Cell(row, AnnexColumn.PRODUCT, deadline.text))


CHECK = Check(
    "deliverable_incomplete",
    FindingSeverity.WARNING,
    "Thông lệ: mỗi sản phẩm đi với một thời gian",
    find,
)
