"""The order of rows among their siblings, and what hangs below a row."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from cchc_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class TaskPlace:
    """Where a task hangs: in a section, and below another task if it is a sub-task."""

    section_id: int
    parent_id: int | None = None


def section_ids(db: Database, plan_id: int) -> list[int]:
    """Return the sections of a plan in order."""
    sql = "SELECT id FROM section WHERE plan_id = ? ORDER BY position, id"
    return [row[0] for row in db.execute(sql, [plan_id])]


def task_ids(db: Database, place: TaskPlace) -> list[int]:
    """Return the tasks that hang at ``place`` in order."""
    sql = "SELECT id FROM task WHERE section_id = ? AND parent_id IS ? ORDER BY position, id"
    return [row[0] for row in db.execute(sql, [place.section_id, place.parent_id])]


def deliverable_ids(db: Database, task_id: int) -> list[int]:
    """Return the deliverables of a task in order."""
    sql = "SELECT id FROM deliverable WHERE task_id = ? ORDER BY position, id"
    return [row[0] for row in db.execute(sql, [task_id])]


def write_order(unit: UnitOfWork, table: str, ids: Sequence[int]) -> None:
    """Number the rows 1, 2, … in this order; rows already so numbered are not touched."""
    for position, row_id in enumerate(ids, 1):
        unit.update(table, row_id, {"position": position})


def delete_task(unit: UnitOfWork, db: Database, task_id: int) -> None:
    """Delete a task with its sub-tasks and all their deliverables."""
    row = unit.get("task", task_id)
    for subtask_id in task_ids(db, TaskPlace(int(row["section_id"] or 0), task_id)):
        delete_task(unit, db, subtask_id)
    for deliverable_id in deliverable_ids(db, task_id):
        unit.delete("deliverable", deliverable_id)
    unit.delete("task", task_id)


def delete_section(unit: UnitOfWork, db: Database, section_id: int) -> None:
    """Delete a section with all its tasks."""
    for task_id in task_ids(db, TaskPlace(section_id)):
        delete_task(unit, db, task_id)
    unit.delete("section", section_id)
