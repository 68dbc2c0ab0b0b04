"""Finds a task by the name an officer gives it: "II.3", "II.3.a)", or "5" without sections."""

from cchc_desktop.domain.errors import TaskUnknown
from cchc_desktop.domain.plan import Plan, PlanTask
from cchc_desktop.domain.plan_rows import RowKind, plan_rows


def find_task(plan: Plan, name: str) -> PlanTask:
    """Return the task or sub-task called ``name``; spaces, case and the bracket of "a)" are free.

    Raises:
        TaskUnknown: The plan has no such task.
    """
    wanted = _key(name)
    for row in plan_rows(plan):
        is_task = row.key.kind in (RowKind.TASK, RowKind.SUBTASK)
        if is_task and row.task is not None and _key(row.place_name) == wanted:
            return row.task
    raise TaskUnknown(task=name)


def _key(name: str) -> str:
    return "".join(name.split()).casefold().removesuffix(")").removesuffix(".")
