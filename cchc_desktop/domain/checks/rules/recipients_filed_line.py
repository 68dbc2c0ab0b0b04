"""The line "Lưu: VT, …" that is not last, or holds other things than abbreviations of units.

Example: "Lưu: VT, NV, Quỳnh (.b)" with a person's name; "Lưu VT" without a colon.  Where no such
line is written the program prints it.  The Party files its papers otherwise.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9.d: "Lưu:", "VT", the abbreviation of
the unit that wrote the paper, and the number of copies.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail
from cchc_desktop.domain.checks.letters import pattern

_FILED = re.compile(r"Lưu\b")
_RIGHT = pattern(
    r"Lưu: VT(?:, (?:[{U}][{U}\d&.-]*(?:,\d+)*|[{U}]{1,4}[{L}]{1,2}[{U}]*)(?: ?\(?\d+b\)?)?)*"
    r"(?:,? ?\(?\d+b?\)?)?[.;]?"
)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the line that is not as the decree has it, or stands before others."""
    document = context.document
    if document is None or context.is_of_the_party:
        return
    cell = next((c for c in context.cells if c.field is PlanDetail.RECIPIENTS), None)
    start = 0
    for place, line in enumerate(document.recipients):
        is_last = place == len(document.recipients) - 1
        if cell and _FILED.match(line) and not (_RIGHT.fullmatch(line.strip()) and is_last):
            yield cell_hit(cell, (start, start + len(line)))
        start += len(line) + 1


CHECK = Check(
    "recipients_filed_line",
    FindingSeverity.WARNING,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9.d",
    find,
)
