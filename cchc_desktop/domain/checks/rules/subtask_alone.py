"""A sub-task a) without a b).

Example: "4. Tiếp tục thực hiện phân cấp" with only "a) Triển khai Đề án" below it.
Source: practice; points a), b) part a clause (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I,
mục II.6.đ), and one part is no parting.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, row_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan_rows import RowKind


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield sub-tasks that are the only one of their task."""
    for row in context.rows:
        if row.key.kind is RowKind.SUBTASK and row.parent and len(row.parent.subtasks) == 1:
            yield row_hit(row)


CHECK = Check(
    "subtask_alone", FindingSeverity.WARNING, "Thông lệ: đã chia điểm a) thì phải có điểm b)", find
)
