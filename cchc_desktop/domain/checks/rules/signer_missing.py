"""Nothing says who signs the plan.

Example: a plan whose signing lines and the letterhead's are both empty.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7.  The name is written when it is
signed.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.signing import signer_hit, signer_of


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the signing block where it has no position."""
    signer = signer_of(context)
    if signer is not None and context.body and context.body.nodes and not signer.title_lines:
        yield signer_hit(signer)


CHECK = Check(
    "signer_missing",
    FindingSeverity.WARNING,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7",
    find,
)
