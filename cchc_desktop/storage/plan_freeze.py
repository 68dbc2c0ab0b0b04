"""Refuses to change the words of a plan that was issued.

Looked at below every service and below undo, so that none of them can forget it.  What the
program understands of the words (``…_by_hand``) is no part of what was issued.
"""

from collections.abc import Mapping

from sqlite_utils import Database

from cchc_desktop.domain.changes import Value
from cchc_desktop.domain.errors import PlanFrozen

_PLAN_OF = {
    "plan": "SELECT id FROM plan WHERE id = :id",
    "plan_term": "SELECT plan_id FROM plan_term WHERE id = :id",
    "plan_document": "SELECT plan_id FROM plan_document WHERE id = :id",
    "section": "SELECT plan_id FROM section WHERE id = :id",
    "task": (
        "SELECT section.plan_id FROM task JOIN section ON section.id = task.section_id "
        "WHERE task.id = :id"
    ),
    "deliverable": (
        "SELECT section.plan_id FROM deliverable JOIN task ON task.id = deliverable.task_id "
        "JOIN section ON section.id = task.section_id WHERE deliverable.id = :id"
    ),
    "text_part": "SELECT plan_id FROM text_part WHERE id = :id",
    "passage": (
        "SELECT text_part.plan_id FROM passage JOIN text_part ON text_part.id = passage.part_id "
        "WHERE passage.id = :id"
    ),
}
"""By the table: which plan a row belongs to."""

_PARENTS = {
    "plan_term": ("plan", "plan_id"),
    "plan_document": ("plan", "plan_id"),
    "section": ("plan", "plan_id"),
    "task": ("section", "section_id"),
    "deliverable": ("task", "task_id"),
    "text_part": ("plan", "plan_id"),
    "passage": ("text_part", "part_id"),
}
"""By the table: which row a new one will hang below."""

_BY_HAND = "_by_hand"

_FROZEN = """
SELECT plan_standing.plan_id, plan.year, plan_term.last_year FROM plan_standing
JOIN plan ON plan.id = plan_standing.plan_id
LEFT JOIN plan_term ON plan_term.plan_id = plan.id
WHERE plan_standing.state IN ('issued', 'expired')
"""


class FrozenPlans:
    """The plans whose words must not change, as they stood when the step began."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._terms = {
            row[0]: f"{row[1]}-{row[2]}" if row[2] else str(row[1]) for row in db.execute(_FROZEN)
        }

    def refuse_insert(self, table: str, values: Mapping[str, Value]) -> None:
        """Refuse a new row below a frozen plan.

        Raises:
            PlanFrozen: The plan was issued.
        """
        if self._terms and table in _PARENTS:
            parent, field = _PARENTS[table]
            self._refuse(parent, values.get(field))

    def refuse_update(self, table: str, row_id: int, values: Mapping[str, Value]) -> None:
        """Refuse new values in a row of a frozen plan, but for what words are understood as.

        Raises:
            PlanFrozen: The plan was issued.
        """
        if not self._terms or table not in _PLAN_OF:
            return
        if all(name.endswith(_BY_HAND) for name in values):
            return
        self._refuse(table, row_id)
        self.refuse_insert(table, values)

    def refuse_delete(self, table: str, row_id: int) -> None:
        """Refuse to delete a row of a frozen plan.

        Raises:
            PlanFrozen: The plan was issued.
        """
        if self._terms and table in _PLAN_OF:
            self._refuse(table, row_id)

    def _refuse(self, table: str, row_id: Value) -> None:
        for row in self._db.execute(_PLAN_OF[table], {"id": row_id}):
            if row[0] in self._terms:
                raise PlanFrozen(plan=self._terms[row[0]])
