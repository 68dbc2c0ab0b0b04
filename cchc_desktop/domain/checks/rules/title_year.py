"""The title of the plan or of its annex names another year than the plan's.

Example: "CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2023" over the plan of 2024.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5: the title says what the paper is on.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.citations import without_citations
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield titles that name years of which none is in the plan's time, nor the time in theirs."""
    plan = context.plan
    for title in context.cells:
        if title.field not in (PlanDetail.TITLE, PlanDetail.TEXT_TITLE):
            continue
        matches = list(_YEAR.finditer(without_citations(title.text)))
        years = [int(match[1]) for match in matches]
        if years and not (min(years) <= context.last_year and plan.year <= max(years)):
            yield cell_hit(title, matches[0].span(), term=plan.term)


CHECK = Check(
    "title_year",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5",
    find,
)
