"""The symbol of the plan's own document disagrees with its kind or its issuing body.

Example: "Quyết định số 12/KH-UBND" over the annex; "…/KH-PNV" from an office whose symbol is UBND.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3.b; Phụ lục III, mục I.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, detail_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail
from cchc_desktop.domain.vietnamese import comparison_key


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the symbol if its first part is another kind's, or its second another body's."""
    if context.is_of_the_party:
        return
    parent = context.plan.parent_document
    kind, _, body = parent.symbol.partition("-")
    right = context.reference.type_symbols.get(comparison_key(parent.type_name), frozenset())
    own = context.letterhead.symbol
    is_wrong_kind = bool(right) and kind in context.reference.all_symbols - right
    # A plan that the committee issues is kept in the file of the department that wrote it.
    bodies = (own, own.split("-")[0], "UBND")
    is_wrong_body = bool(body and own) and body.split("-")[0] not in bodies
    if is_wrong_kind or is_wrong_body:
        wanted = f"{sorted(right)[0] if is_wrong_kind else kind}-{own if is_wrong_body else body}"
        yield detail_hit(
            context.plan,
            PlanDetail.PARENT_SYMBOL,
            words=parent.symbol,
            type=parent.type_name,
            right=wanted.strip("-"),
        )


CHECK = Check(
    "parent_symbol",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.3.b; Phụ lục III, mục I",
    find,
)
