"""Reads and writes where tasks came from."""

from sqlite_utils import Database

from cchc_desktop.domain.plan import PlanId, TaskId
from cchc_desktop.domain.task_origin import OriginReason, TaskOrigin
from cchc_desktop.storage.unit_of_work import UnitOfWork

_PLAN = """
SELECT section.plan_id FROM task JOIN section ON section.id = task.section_id WHERE task.id = ?
"""


def insert_origin(unit: UnitOfWork, origin: TaskOrigin) -> None:
    """Write where a task came from, inside a step."""
    unit.insert(
        "task_origin",
        {
            "task_id": origin.task_id,
            "origin_id": origin.origin_id,
            "origin_plan": origin.origin_plan,
            "origin_place": origin.origin_place,
            "reason": origin.reason.value,
        },
    )


def find_origin(db: Database, task_id: TaskId) -> TaskOrigin | None:
    """Return where a task came from, or None."""
    return next(iter(_origins(db, "task_id", task_id)), None)


def load_followers(db: Database, task_id: TaskId) -> tuple[TaskOrigin, ...]:
    """Return the tasks that came from a task, as their origins."""
    return _origins(db, "origin_id", task_id)


def plan_of_task(db: Database, task_id: TaskId) -> PlanId | None:
    """Return the plan that a task belongs to, or None where it was deleted."""
    row = next(iter(db.execute(_PLAN, [task_id])), None)
    return None if row is None else PlanId(row[0])


def _origins(db: Database, column: str, task_id: TaskId) -> tuple[TaskOrigin, ...]:
    sql = f"SELECT * FROM task_origin WHERE [{column}] = ? ORDER BY id"  # noqa: S608 - names are ours
    return tuple(
        TaskOrigin(
            TaskId(row["task_id"]),
            TaskId(row["origin_id"]),
            row["origin_plan"],
            row["origin_place"],
            OriginReason(row["reason"]),
        )
        for row in db.query(sql, [task_id])
    )
