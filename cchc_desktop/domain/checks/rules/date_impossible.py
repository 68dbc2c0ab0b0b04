"""A day that the calendar does not have.

Example: "ngày 31/02/2024", "ngày 31 tháng 4", "ngày 15/13/2024".
Source: the calendar.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.citations import existing_day
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity

_DAY = re.compile(
    r"(?<![\w/.-])(?<!số )(?P<d1>\d{1,2})/(?P<m1>\d{1,2})/(?P<y1>(?:19|20)\d\d)(?![\w/])"
    r"|\b[Nn]gày (?P<d2>\d{1,2}) tháng (?P<m2>\d{1,2})(?: năm (?P<y2>(?:19|20)\d\d))?(?!\w)"
    r"|\b[Nn]gày (?P<d3>\d{1,2})/(?P<m3>\d{1,2})(?![\w/-])"
)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield days that do not exist; a day without a year is taken in a leap year."""
    for cell in context.cells:
        if "/" not in cell.text and "tháng" not in cell.text:
            continue
        for match in _DAY.finditer(cell.text):
            day, month, year = (
                next((match[x + n] for n in "123" if x + n in _NAMES and match[x + n]), None)
                for x in "dmy"
            )
            if existing_day(int(year or 2024), int(month or 0), int(day or 0)) is None:
                yield cell_hit(cell, match.span())


_NAMES = frozenset(_DAY.groupindex)

CHECK = Check("date_impossible", FindingSeverity.ERROR, "Lịch: không có ngày này", find)
