"""A deadline that sets no day, rhythm or event that the program knows.

Example: "Ngày 31/02/2024", "đầu quý II", "Khẩn trương".
Source: DESIGN, section 4: what cannot be followed must be set by hand.
"""

from collections.abc import Iterator

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.deadline import DeadlineKind


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield cells with words that were not understood."""
    for cell in context.cells:
        if cell.field is AnnexColumn.DEADLINE and cell.row and cell.row.deliverable:
            reading = cell.row.deliverable.deadline.reading
            if reading.kind is DeadlineKind.UNRECOGNISED:
                yield cell_hit(cell, words=cell.text)


CHECK = Check(
    "deadline_not_understood",
    FindingSeverity.WARNING,
    "Thông lệ: thời hạn phải rõ để theo dõi được",
    find,
)
