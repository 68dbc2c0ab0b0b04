"""The bracketed line under the annex's title names another body than the letterhead.

Example: "(Kèm theo Kế hoạch số …/KH-UBND … của Ủy ban nhân dân huyện Bác Ái)" in the file of
huyện Ninh Sơn.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.c.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, detail_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail
from cchc_desktop.domain.checks.own_body import is_own_body


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the issuer unless it is the letterhead's body, its head, or part of its name."""
    issuer = context.plan.parent_document.issuer
    right = context.letterhead.name
    if not is_own_body(issuer, context.letterhead):
        yield detail_hit(context.plan, PlanDetail.PARENT_ISSUER, words=issuer, right=right)


CHECK = Check(
    "parent_issuer",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.c",
    find,
)
