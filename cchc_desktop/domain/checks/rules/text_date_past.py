"""A day by which the text asks for something, and which is over when the plan is issued.

Example: "gửi kế hoạch về Phòng Nội vụ trước ngày 10/12/2023" in a plan of 15/01/2024.
Source: practice; such days are left over from last year's plan.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.citations import existing_day, without_citations
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity

_BY = re.compile(
    r"\b(?:trước|chậm nhất(?: là)?|hạn cuối(?: là)?|hoàn thành(?: trong)?)(?: ngày)? "
    r"(?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?:/| năm )(?P<year>20\d\d)(?!\d)",
    re.IGNORECASE,
)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the days before the plan's own."""
    issued_on = context.plan_day
    for cell in context.passages:
        for match in _BY.finditer(without_citations(cell.text)):
            due = existing_day(int(match["year"]), int(match["month"]), int(match["day"]))
            if due is not None and due < issued_on:
                yield cell_hit(cell, match.span(), issued_on=f"{issued_on:%d/%m/%Y}")


CHECK = Check(
    "text_date_past",
    FindingSeverity.WARNING,
    "Thông lệ: hạn giao trong kế hoạch không trước ngày ban hành",
    find,
)
