"""The date of the plan's own document is of another year.

Example: the plan of 2024 dated 28/12/2022.  A plan is issued in its year, or in the last months
of the year before.
Source: practice; Ninh Sơn asks for the year's plan before 10 December of the year before.
"""

from collections.abc import Iterator
from datetime import date

from cchc_desktop.domain.checks.check import Check, Hit, detail_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield a date before July of the year before, or after the plan's year."""
    issued_on, year = context.plan.parent_document.issued_on, context.plan.year
    if issued_on and not date(year - 1, 7, 1) <= issued_on <= date(context.last_year, 12, 31):
        day = f"{issued_on:%d/%m/%Y}"
        yield detail_hit(context.plan, PlanDetail.PARENT_DATE, words=day, term=context.plan.term)


CHECK = Check(
    "parent_date",
    FindingSeverity.ERROR,
    "Thông lệ: kế hoạch ban hành cuối năm trước hoặc trong năm",
    find,
)
