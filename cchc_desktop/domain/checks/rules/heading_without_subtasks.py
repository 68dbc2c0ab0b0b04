"""A row that says nothing but its content and has nothing below it.

Example: "4. Tiếp tục thực hiện phân cấp quản lý nhà nước." with all other cells empty and no
a), b) under it: a heading whose work was lost, or a task not filled in yet.
Source: practice.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, row_hit
from cchc_desktop.domain.checks.context import CheckContext, is_bare
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan import PlanTask


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield bare tasks; a sub-task may have its cells in the heading row above."""
    for row in context.work_rows:
        if row.task and is_bare(row.task) and _leaves_cells(row.parent):
            yield row_hit(row)


def _leaves_cells(parent: PlanTask | None) -> bool:
    """Tell whether the row above leaves product, time and lead to this one."""
    return parent is None or not (parent.lead.text or parent.deliverables)


CHECK = Check(
    "heading_without_subtasks",
    FindingSeverity.ERROR,
    "Thông lệ: dòng đề mục phải có nhiệm vụ con",
    find,
)
