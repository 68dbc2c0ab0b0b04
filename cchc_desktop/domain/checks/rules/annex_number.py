"""An annex numbered otherwise than in Roman numerals.

Example: "Phụ lục 1", "Phụ lục A".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.a.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, detail_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail
from cchc_desktop.domain.numbering import parse_roman, roman

_ARABIC = frozenset(str(number) for number in range(1, 100))


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the annex's number if it is not Roman."""
    number = context.plan.annex_number.strip()
    if number and parse_roman(number) is None:
        right = roman(int(number)) if number in _ARABIC else "I, II, …"
        yield detail_hit(context.plan, PlanDetail.ANNEX_NUMBER, words=number, right=right)


CHECK = Check(
    "annex_number",
    FindingSeverity.HINT,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.a",
    find,
)
