"""Where the rows of a plan hang: in a section, below a task, among siblings."""

from collections.abc import Sequence

from sqlite_utils import Database

from cchc_desktop.domain.annex_draft import DraftSection
from cchc_desktop.domain.errors import MoveNotPossible
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.rich_text import EMPTY
from cchc_desktop.storage.draft_rows import insert_section
from cchc_desktop.storage.plan_order import TaskPlace, deliverable_ids, section_ids, task_ids
from cchc_desktop.storage.unit_of_work import UnitOfWork

_UNTITLED = DraftSection("", EMPTY, Place(file="", part=""))


class RowPlaces:
    """Finds the place of a row inside a step."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def behind(
        self, unit: UnitOfWork, plan_id: PlanId, after: RowKey | None
    ) -> tuple[TaskPlace, int | None]:
        """Return where a task behind ``after`` hangs, and behind which sibling."""
        if after is None:
            sections = section_ids(self._db, plan_id)
            if not sections:
                sections = [insert_section(unit, plan_id, 1, _UNTITLED)]
            place = TaskPlace(sections[-1])
            siblings = task_ids(self._db, place)
            return place, siblings[-1] if siblings else None
        if after.kind is RowKind.SECTION:
            unit.get("section", after.id)
            return TaskPlace(after.id), None
        row = unit.get("task", self.task_of(unit, after))
        parent_id = None if row["parent_id"] is None else int(row["parent_id"])
        return TaskPlace(int(row["section_id"] or 0), parent_id), int(row["id"] or 0)

    def task_of(self, unit: UnitOfWork, row: RowKey) -> int:
        """Return the task that a row of a task or of a further product belongs to."""
        if row.kind is RowKind.DELIVERABLE:
            return int(unit.get("deliverable", row.id)["task_id"] or 0)
        return row.id

    def section_of(self, unit: UnitOfWork, row: RowKey) -> int:
        """Return the section that a row is or stands in."""
        if row.kind is RowKind.SECTION:
            return row.id
        return int(unit.get("task", self.task_of(unit, row))["section_id"] or 0)

    def siblings(self, unit: UnitOfWork, rows: Sequence[RowKey]) -> tuple[list[int], str]:
        """Return all siblings of the rows in order, and their table.

        Raises:
            MoveNotPossible: The rows do not hang at one place.
        """
        table = table_of(rows[0])
        found = []
        for row in rows:
            values = unit.get(table_of(row), row.id)
            if table == "section":
                siblings = section_ids(self._db, int(values["plan_id"] or 0))
            elif table == "deliverable":
                siblings = deliverable_ids(self._db, int(values["task_id"] or 0))
            else:
                parent = values["parent_id"]
                place = TaskPlace(int(values["section_id"] or 0), int(parent) if parent else None)
                siblings = task_ids(self._db, place)
            found.append(siblings)
        if any(table_of(row) != table for row in rows) or any(s != found[0] for s in found):
            raise MoveNotPossible(reason="mixed_rows")
        return found[0], table

    def hang(self, unit: UnitOfWork, task_id: int, place: TaskPlace) -> None:
        """Hang a task at ``place``; its sub-tasks go to the same section."""
        old = unit.get("task", task_id)
        own = task_ids(self._db, TaskPlace(int(old["section_id"] or 0), task_id))
        unit.update("task", task_id, {"section_id": place.section_id, "parent_id": place.parent_id})
        for subtask_id in own:
            unit.update("task", subtask_id, {"section_id": place.section_id})


def table_of(row: RowKey) -> str:
    """Return the table in which a row's id counts."""
    match row.kind:
        case RowKind.SECTION:
            return "section"
        case RowKind.DELIVERABLE:
            return "deliverable"
        case _:
            return "task"
