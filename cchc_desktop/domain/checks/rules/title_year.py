"""The annex's title names another year than the plan's.

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
    """Yield the title if it names years and the plan's is neither among them nor between them."""
    title = next((cell for cell in context.cells if cell.field is PlanDetail.TITLE), None)
    if title is None:
        return
    matches = list(_YEAR.finditer(without_citations(title.text)))
    years = [int(match[1]) for match in matches]
    if years and not min(years) <= context.plan.year <= max(years):
        yield cell_hit(title, matches[0].span(), year=str(context.plan.year))


CHECK = Check(
    "title_year",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5",
    find,
)
