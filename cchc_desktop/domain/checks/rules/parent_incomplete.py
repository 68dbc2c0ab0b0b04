"""The plan's own document has a number without a date, or a date without a number.

Example: "(Kèm theo Kế hoạch số 395/KH-UBND ngày … tháng … năm 2024)".
Source: Nghị định 30/2020/NĐ-CP, Điều 15: number and date are given together, on registering.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, detail_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the half that is missing."""
    parent = context.plan.parent_document
    if parent.number and parent.issued_on is None:
        yield detail_hit(context.plan, PlanDetail.PARENT_DATE)
    elif parent.issued_on and not parent.number:
        yield detail_hit(context.plan, PlanDetail.PARENT_NUMBER)


CHECK = Check(
    "parent_incomplete", FindingSeverity.WARNING, "Nghị định 30/2020/NĐ-CP, Điều 15", find
)
