"""A task without a deadline ("không có thời gian thực hiện").

Example: "2 | Kiểm tra | Báo cáo | (empty) | Phòng Nội vụ".
Source: practice; each annex looked at (DOMAIN, section 3.5) fills this column in for each task.
"""

from collections.abc import Iterator

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.check import Check, Hit, row_hit
from cchc_desktop.domain.checks.context import Cell, CheckContext, is_bare
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan import PlanTask


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield tasks with an empty cell; what stands in the heading row holds for its sub-tasks."""
    column = AnnexColumn.DEADLINE
    if not context.is_filled(column):
        return
    for row in context.work_rows:
        task = row.task
        if task is None or is_bare(task) or _says(task) or (row.parent and _says(row.parent)):
            continue
        yield row_hit(row, Cell(row, column, ""))


def _says(task: PlanTask) -> bool:
    return any(d.deadline.text for d in task.deliverables)


CHECK = Check(
    "deadline_missing",
    FindingSeverity.ERROR,
    "Thông lệ: phụ lục phân công rõ người, rõ việc, rõ thời gian, rõ sản phẩm",
    find,
)
