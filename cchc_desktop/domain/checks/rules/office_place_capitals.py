"""The place before the date written otherwise than in the office's name.

Example: "Yên châu, ngày 02 tháng 4 năm 2021" on a paper of Ủy ban nhân dân huyện Yên Châu.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4.a, and Phụ lục II, mục III.1.a.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, detail_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail
from cchc_desktop.domain.vietnamese import search_key


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the place where only its capitals differ from the office's name."""
    place, name = context.letterhead.place.strip(), context.letterhead.name
    key = search_key(place)
    if key and search_key(name).endswith(f" {key}") and not name.isupper():
        right = name[-len(place) :]
        if right != place and search_key(right) == key:
            yield detail_hit(context.plan, PlanDetail.OFFICE_PLACE, words=place, right=right)


CHECK = Check(
    "office_place_capitals",
    FindingSeverity.WARNING,
    "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1.a",
    find,
)
