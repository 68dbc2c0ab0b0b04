"""Recipients of which only the file copy is written, or one written twice.

Example: "Nơi nhận" with nothing but "Lưu: VT, NV."; "Phòng Nội vụ" in two lines.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9.a: who carries it out, who is informed,
who files it.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity, PlanDetail
from cchc_desktop.domain.vietnamese import comparison_key


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the file line that stands alone, and each line that is there already."""
    cell = next((c for c in context.cells if c.field is PlanDetail.RECIPIENTS), None)
    if cell is None:
        return
    lines = cell.text.split("\n")
    if all(line.startswith("Lưu") for line in lines):
        yield cell_hit(cell, (0, len(cell.text)))
    seen: set[str] = set()
    start = 0
    for line in lines:
        key = comparison_key(line.strip(" ;,."))
        if key and key in seen:
            yield cell_hit(cell, (start, start + len(line)))
        seen.add(key)
        start += len(line) + 1


CHECK = Check(
    "recipients_missing",
    FindingSeverity.WARNING,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.9.a",
    find,
)
