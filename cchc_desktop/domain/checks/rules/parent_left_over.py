"""The plan carries the date, or the number together with the date, of last year's plan.

Example: the plan of 2025 still says "số 395/KH-UBND ngày 29/12/2023".
Source: practice; a number and date name one document.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, detail_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the date that two plans share."""
    if context.previous is None:
        return
    own, other = context.plan.parent_document, context.previous.parent_document
    if own.issued_on and own.issued_on == other.issued_on:
        day = f"{own.issued_on:%d/%m/%Y}"
        year = str(context.previous.year)
        yield detail_hit(context.plan, PlanDetail.PARENT_DATE, words=day, year=year)


CHECK = Check(
    "parent_left_over", FindingSeverity.ERROR, "Thông lệ: mỗi kế hoạch có số và ngày riêng", find
)
