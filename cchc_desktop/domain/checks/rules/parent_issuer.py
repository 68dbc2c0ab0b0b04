"""The bracketed line under the annex's title names another body than the letterhead.

Example: "(Kèm theo Kế hoạch số …/KH-UBND … của Ủy ban nhân dân huyện Bác Ái)" in the file of
huyện Ninh Sơn.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.c.
"""

from collections.abc import Iterator

from cchc_desktop.domain.agency_names import Words, name_words
from cchc_desktop.domain.checks.check import Check, Hit, detail_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the issuer unless it is the letterhead's body, its head, or part of its name."""
    issuer = context.plan.parent_document.issuer
    letterhead = context.letterhead
    said, own = name_words(issuer), name_words(letterhead.name)
    if not said or not own or _holds(said, own) or _holds(own, said):
        return
    # A department's file may hold the plan that the committee above it issues.
    above = name_words(letterhead.parent)
    if own[:1] != ("ubnd",) and above and (_holds(said, above) or _holds(above, said)):
        return
    yield detail_hit(context.plan, PlanDetail.PARENT_ISSUER, words=issuer, right=letterhead.name)


def _holds(words: Words, part: Words) -> bool:
    size = len(part)
    return any(words[i : i + size] == part for i in range(len(words) - size + 1))


CHECK = Check(
    "parent_issuer",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.c",
    find,
)
