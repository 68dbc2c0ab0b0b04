"""The text does not point to its annex.

Example: a plan with a task annex whose text nowhere says "Phụ lục kèm theo".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.a.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingPlace, FindingSeverity, PlanDetail


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the body of a plan with tasks if it names no annex."""
    body = context.body
    if body is None or not body.nodes or not context.plan.task_count:
        return
    if not any("phụ lục" in node.text.lower() for node in body.nodes):
        yield Hit(FindingPlace(None, PlanDetail.TEXT_TITLE, part=body.part.id))


CHECK = Check(
    "annex_not_mentioned",
    FindingSeverity.WARNING,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.a",
    find,
)
