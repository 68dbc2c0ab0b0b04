"""The order of rows among their siblings, and what hangs below a row."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from cchc_desktop.domain.errors import PeriodClosed
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan_rows import RowKind
from cchc_desktop.storage.period_repository import is_closed
from cchc_desktop.storage.unit_of_work import UnitOfWork

PASSAGE = "passage"
"""How an accepted finding says that its row is a passage of the text."""

_OF_A_PLAN = ("check_exception", "demand_answer", "plan_document", "plan_standing", "plan_term")


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
        delete_deliverable(unit, db, deliverable_id)
    delete_referring(unit, db, "task_following", "task_id", task_id)
    delete_referring(unit, db, "demand_answer", "task_id", task_id)
    delete_referring(unit, db, "task_origin", "task_id", task_id)
    _delete_exceptions(unit, db, (RowKind.TASK, RowKind.SUBTASK), task_id)
    unit.delete("task", task_id)


def delete_deliverable(unit: UnitOfWork, db: Database, deliverable_id: int) -> None:
    """Delete a product with all that was recorded of the work on it.

    Raises:
        PeriodClosed: Something was recorded of it in a period that is closed.
    """
    sql = "SELECT DISTINCT year, period FROM progress WHERE deliverable_id = ? ORDER BY 1, 2"
    for row in db.query(sql, [deliverable_id]):
        key = PeriodKey(row["year"], row["period"])
        if is_closed(db, key):
            raise PeriodClosed(period=key.code, year=key.year)
    for progress_id in referring_ids(db, "progress", "deliverable_id", deliverable_id):
        delete_referring(unit, db, "evidence", "progress_id", progress_id)
        unit.delete("progress", progress_id)
    delete_referring(unit, db, "occurrence", "deliverable_id", deliverable_id)
    _delete_exceptions(unit, db, (RowKind.DELIVERABLE,), deliverable_id)
    unit.delete("deliverable", deliverable_id)


def delete_referring(unit: UnitOfWork, db: Database, table: str, field: str, row_id: int) -> None:
    """Delete the rows of ``table`` whose ``field`` refers to a row."""
    for referring_id in referring_ids(db, table, field, row_id):
        unit.delete(table, referring_id)


def referring_ids(db: Database, table: str, field: str, row_id: int) -> list[int]:
    """Return the rows of ``table`` whose ``field`` refers to a row."""
    sql = f"SELECT id FROM [{table}] WHERE [{field}] = ? ORDER BY id"  # noqa: S608 - names are ours
    return [row[0] for row in db.execute(sql, [row_id])]


def delete_section(unit: UnitOfWork, db: Database, section_id: int) -> None:
    """Delete a section with all its tasks."""
    for task_id in task_ids(db, TaskPlace(section_id)):
        delete_task(unit, db, task_id)
    _delete_exceptions(unit, db, (RowKind.SECTION,), section_id)
    unit.delete("section", section_id)


def delete_text_part(unit: UnitOfWork, db: Database, part_id: int) -> None:
    """Delete a part of a plan's text with all its passages."""
    for passage_id in referring_ids(db, "passage", "part_id", part_id):
        delete_passage(unit, db, passage_id)
    unit.delete("text_part", part_id)


def delete_passage(unit: UnitOfWork, db: Database, passage_id: int) -> None:
    """Delete a passage with what refers to it."""
    delete_referring(unit, db, "demand_answer", "passage_id", passage_id)
    _delete_exceptions(unit, db, (PASSAGE,), passage_id)
    unit.delete("passage", passage_id)


def delete_plan(unit: UnitOfWork, db: Database, plan_id: int) -> None:
    """Delete a plan that was never issued, with all that belongs to it."""
    for section_id in section_ids(db, plan_id):
        delete_section(unit, db, section_id)
    for part_id in referring_ids(db, "text_part", "plan_id", plan_id):
        delete_text_part(unit, db, part_id)
    for table in _OF_A_PLAN:
        delete_referring(unit, db, table, "plan_id", plan_id)
    unit.delete("plan", plan_id)


def _delete_exceptions(unit: UnitOfWork, db: Database, kinds: Sequence[str], row_id: int) -> None:
    """Delete what was accepted of a row: ids are used again, acceptances must not be."""
    blanks = ", ".join("?" * len(kinds))
    sql = f"SELECT id FROM check_exception WHERE row_kind IN ({blanks}) AND row_id = ?"  # noqa: S608
    for row in list(db.execute(sql, [*kinds, row_id])):
        unit.delete("check_exception", int(row[0]))
