"""Several dates in one deadline that do not come in order.

Example: "Tháng 8/2026; tháng 01/2026; tháng 6/2026", "Từ tháng 9 đến tháng 3/2026".
Source: practice; dates are listed as they fall due.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.deadline_reading import understand_deadline

_PART = re.compile(r"[^;\n]+")


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the first date that is earlier than the one before it."""
    for cell in context.cells:
        if cell.field is not AnnexColumn.DEADLINE or not cell.row or not cell.row.deliverable:
            continue
        reading = cell.row.deliverable.deadline.reading
        if reading.kind is not DeadlineKind.DATED:
            continue
        if any(m.start and m.start > m.due for m in reading.milestones):
            yield cell_hit(cell, words=cell.text)
            continue
        parts = [
            (match, part.due)
            for match in _PART.finditer(cell.text)
            if (part := understand_deadline(match[0], context.plan.year)).due
            and part.kind is DeadlineKind.DATED
        ]
        for (_, before), (match, after) in pairwise(parts):
            if before and after and after < before:
                yield cell_hit(cell, match.span(), words=match[0].strip())
                break


CHECK = Check(
    "milestone_order", FindingSeverity.HINT, "Thông lệ: các mốc ghi theo thứ tự thời gian", find
)
