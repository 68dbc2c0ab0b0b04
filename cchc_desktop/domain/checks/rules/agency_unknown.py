"""A name in an assignment that the catalogue does not have.

Example: "Phòng Nội dụ" (a slip), "Tổ công tác" (a body that nobody entered).
Source: practice; whom the program does not know it cannot send an assignment.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.agency_cells import assignment_cells, ended_agency
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield unknown names; a name that ended is another check's.

    "Theo phân công tại Quyết định số …" refers to a paper that names the agencies.
    """
    for cell, assignment in assignment_cells(context):
        for mention in assignment.reading.mentions:
            is_reference = mention.text.lower().startswith("theo ")
            if not mention.is_unknown or is_reference:
                continue
            if not ended_agency(context.catalogue, mention.text, context.plan_day):
                yield cell_hit(cell, (mention.start, mention.end), name=mention.text)


CHECK = Check(
    "agency_unknown",
    FindingSeverity.WARNING,
    "Thông lệ: cơ quan được giao việc phải có trong danh mục",
    find,
)
