"""A deadline that is over on the day the plan is issued.

Example: "Tháng 01/2024" in a plan issued on 15/3/2024.
Source: practice; nobody can be told in March to deliver in January.
"""

from collections.abc import Iterator

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.deadline import DeadlineKind


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield deadlines of the plan's year whose last day is before the plan's date."""
    issued_on = context.plan.parent_document.issued_on
    if issued_on is None:
        return
    for cell in context.cells:
        if cell.field is not AnnexColumn.DEADLINE or not cell.row or not cell.row.deliverable:
            continue
        reading = cell.row.deliverable.deadline.reading
        due = reading.due
        if reading.kind is not DeadlineKind.DATED or due is None:
            continue
        if context.plan.covers(due.year) and due < issued_on:
            yield cell_hit(
                cell, due=f"{due:%d/%m/%Y}", issued_on=f"{issued_on:%d/%m/%Y}", words=cell.text
            )


CHECK = Check(
    "deadline_before_plan",
    FindingSeverity.WARNING,
    "Thông lệ: thời hạn không trước ngày ban hành",
    find,
)
