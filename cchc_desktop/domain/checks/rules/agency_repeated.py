"""One name written twice in one cell.

Example: "Phòng Nội vụ; Phòng Tư pháp; Phòng Nội vụ".
Source: practice.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.agency_cells import assignment_cells
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.vietnamese import comparison_key


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield names that stand in their cell already."""
    for cell, assignment in assignment_cells(context):
        seen: set[str] = set()
        for mention in assignment.reading.mentions:
            key = comparison_key(mention.text)
            if key in seen and not mention.is_unknown:
                yield cell_hit(cell, (mention.start, mention.end), name=mention.text)
            seen.add(key)


CHECK = Check("agency_repeated", FindingSeverity.WARNING, "Thông lệ: mỗi cơ quan ghi một lần", find)
