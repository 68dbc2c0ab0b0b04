"""A plan, a decision or a further annex without a title.

Example: "KẾ HOẠCH" and right below it "Thực hiện Chỉ thị số …", with nothing that says what it is
on.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5.a (subject) and III.1.b (annexes,
where the title is "nếu có").
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingPlace, FindingSeverity, PlanDetail


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the papers that have passages and no title."""
    for tree in context.papers:
        if tree.nodes and not tree.part.title.text.strip():
            yield Hit(FindingPlace(None, PlanDetail.TEXT_TITLE, part=tree.part.id))


CHECK = Check(
    "text_title_missing",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.5.a",
    find,
)
