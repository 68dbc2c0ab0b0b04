"""A line "(Kèm theo …)" of the text names another body than the letterhead.

Example: "(Kèm theo Kế hoạch số 120/KH-UBND … của UBND tỉnh Sơn La)" on the annex of a district's
plan.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.c; the example is real.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.attachments import attachments
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.own_body import is_own_body


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the bodies that are not the office's own."""
    for line in attachments(context):
        issuer = line.parent.issuer
        if not is_own_body(issuer, context.letterhead):
            right = context.letterhead.name
            yield cell_hit(line.cell, line.span_of(issuer), words=issuer, right=right)


CHECK = Check(
    "attachment_issuer",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.c",
    find,
)
