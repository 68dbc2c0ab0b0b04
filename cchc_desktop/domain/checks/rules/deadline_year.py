"""A deadline outside the plan's year or years.

Example: "Quý IV/2023" in the plan of 2024, left from last year's.  No defect are "Trước 10/12 năm
trước" and "Trước 31/01 năm liền kề" (the words mean the other year), a span that holds the plan's
year ("Giai đoạn 2024-2026", "đến năm 2025"), a plan to be made in November or December before, and
a day in January after, when the year is reported on.
Source: practice; the real deadlines in DOMAIN, section 3.5.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.deadline import DeadlineKind, Milestone
from cchc_desktop.domain.plan_rows import PlanRow

_OTHER_YEAR = re.compile(r"\bnăm (?:trước|sau|liền|kế|tiếp|tới)\b|giai đoạn|đến (?:hết )?năm \d")


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield deadlines whose last days are all of another year."""
    for cell in context.cells:
        row = cell.row
        if cell.field is not AnnexColumn.DEADLINE or row is None or row.deliverable is None:
            continue
        deadline = row.deliverable.deadline
        reading = deadline.reading
        if deadline.is_set_by_hand or reading.kind is not DeadlineKind.DATED:
            continue
        if _OTHER_YEAR.search(cell.text.lower()):
            continue
        years = context.plan.year, context.last_year
        wrong = [m for m in reading.milestones if not _fits(m, years, row)]
        if wrong:
            due = f"{wrong[0].due:%d/%m/%Y}"
            yield cell_hit(cell, due=due, term=context.plan.term, words=cell.text)


def _fits(milestone: Milestone, years: tuple[int, int], row: PlanRow) -> bool:
    due, (first, last) = milestone.due, years
    if (milestone.start or due).year <= last and first <= due.year:
        return True
    if due.year == last + 1:
        return due.month == 1
    return due.year == first - 1 and due.month >= 11 and _is_planning(row)


def _is_planning(row: PlanRow) -> bool:
    product = row.deliverable.product.text if row.deliverable else ""
    content = row.task.content.text if row.task else ""
    return "kế hoạch" in f"{product} {content}".lower()


CHECK = Check(
    "deadline_year", FindingSeverity.WARNING, "Thông lệ: thời hạn nằm trong năm của kế hoạch", find
)
