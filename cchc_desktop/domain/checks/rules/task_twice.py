"""One task written twice.

Example: "Rà soát văn bản quy phạm pháp luật" as II.1 and again as II.5.  Sub-tasks of different
tasks may be worded alike ("Báo cáo kết quả").
Source: practice; a task counted twice falsifies every figure.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, row_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan_rows import RowKind


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield tasks whose words stand above already, at the same level."""
    seen: dict[tuple[int, str], str] = {}
    for row in context.rows:
        if row.task is None or row.key.kind is RowKind.DELIVERABLE:
            continue
        words = " ".join(row.task.content.text.casefold().split()).strip(" .,;:")
        key = (row.parent.id if row.parent else 0, words)
        if words and key in seen:
            yield row_hit(row, other=seen[key])
        seen.setdefault(key, row.place_name)


CHECK = Check("task_twice", FindingSeverity.WARNING, "Thông lệ: mỗi nhiệm vụ ghi một lần", find)
