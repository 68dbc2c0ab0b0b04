"""A line "(Kèm theo …)" of the text with another number, symbol or date than the plan's own.

Example: "(Kèm theo Kế hoạch số 395/KH-UBND ngày 29/12/2023)" on an annex of the plan number 412 of
20/12/2024.  A line that leaves number and date blank says nothing wrong.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.c.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.attachments import attachments
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield lines in which a detail differs that both have."""
    own = context.plan.parent_document
    for line in attachments(context):
        said = line.parent
        pairs = (
            (said.number.lstrip("0"), own.number.lstrip("0")),
            (said.symbol, own.symbol),
            (_day(said.issued_on), _day(own.issued_on)),
        )
        differing = next(((a, b) for a, b in pairs if a and b and a != b), None)
        if differing:
            words, right = differing
            yield cell_hit(line.cell, line.span, words=words, right=right)


def _day(day: object) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


CHECK = Check(
    "attachment_differs",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.c",
    find,
)
