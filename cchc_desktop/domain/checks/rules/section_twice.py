"""Two sections of one title.

Example: "II CẢI CÁCH THỂ CHẾ" and again "IV CẢI CÁCH THỂ CHẾ".
Source: practice.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, row_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan_rows import RowKind
from cchc_desktop.domain.vietnamese import comparison_key


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield sections whose title stands above already."""
    seen: dict[str, str] = {}
    for row in context.rows:
        key = comparison_key(row.section.title.text)
        if row.key.kind is not RowKind.SECTION or not key:
            continue
        if key in seen:
            yield row_hit(row, other=seen[key])
        seen.setdefault(key, row.number)


CHECK = Check("section_twice", FindingSeverity.WARNING, "Thông lệ: mỗi lĩnh vực một mục", find)
