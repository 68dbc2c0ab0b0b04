"""Bringing a plan back to what it was when it was issued, when an amendment is given up.

Rows that still are there are written over, those that are gone come back under their old id,
so that what refers to them still does; what was recorded of them comes back with them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from cchc_desktop.domain.agency import Role
from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.plan import Deliverable, Plan, PlanTask
from cchc_desktop.domain.plan_snapshot import PlanSnapshot
from cchc_desktop.domain.plan_text import PlanText, TextPart, TextPartId
from cchc_desktop.storage.by_hand import pack_agencies, pack_deadline
from cchc_desktop.storage.plan_order import (
    TaskPlace,
    delete_deliverable,
    delete_passage,
    delete_section,
    delete_task,
    delete_text_part,
    deliverable_ids,
    referring_ids,
    section_ids,
    task_ids,
)
from cchc_desktop.storage.plan_repository import plan_row, term_row
from cchc_desktop.storage.plan_text_repository import (
    part_row,
    passage_row,
    save_plan_document,
)
from cchc_desktop.storage.unit_of_work import UnitOfWork
from cchc_desktop.storage.version_repository import deleted_since, latest_amendment

_DEPENDENT = (
    ("task_following", "task", "task_id"),
    ("task_origin", "task", "task_id"),
    ("demand_answer", "task", "task_id"),
    ("demand_answer", "passage", "passage_id"),
    ("occurrence", "deliverable", "deliverable_id"),
    ("progress", "deliverable", "deliverable_id"),
    ("evidence", "progress", "progress_id"),
)
"""What goes with a row that is deleted: its table, and which row it is of.  In order of need."""

_REUSED = ("task", "deliverable")


@dataclass
class Restoring:
    """Writes a snapshot over the plan it is of, inside a step.

    Attributes:
        came_back: By the table: the rows that were gone, and their ids now.
    """

    unit: UnitOfWork
    db: Database
    came_back: dict[str, dict[int, int]] = field(default_factory=dict)

    def restore(self, snapshot: PlanSnapshot) -> None:
        """Make the plan say what ``snapshot`` says, with what was recorded of it."""
        plan = snapshot.plan
        self.unit.update("plan", plan.id, plan_row(plan))
        for term in referring_ids(self.db, "plan_term", "plan_id", plan.id):
            self.unit.update("plan_term", term, term_row(plan))
        save_plan_document(self.unit, self.db, snapshot.document)
        self._clear_reused(plan)
        self._restore_tasks(plan)
        self._restore_text(plan, snapshot.text)
        self._restore_dependents(plan)

    def _clear_reused(self, plan: Plan) -> None:
        """Delete the rows that came since and got the id of one that was deleted.

        SQLite gives the highest id again once its row is gone; what such a row is must not
        pass for the old one, whose records come back with it.
        """
        began = latest_amendment(self.db, plan.id)
        if began is None:
            return
        gone = {(c.table, c.row_id) for _, c in deleted_since(self.db, began, _REUSED)}
        tasks, products = self._owned(set(section_ids(self.db, plan.id)))
        self._delete_tasks(sorted(task for task in tasks if ("task", task) in gone))
        for product in sorted(products):
            is_there = self.unit.find("deliverable", product) is not None
            if is_there and ("deliverable", product) in gone:
                delete_deliverable(self.unit, self.db, product)

    def _restore_tasks(self, plan: Plan) -> None:
        owned = set(section_ids(self.db, plan.id))
        owned_tasks, owned_products = self._owned(owned)
        kept_sections: set[int] = set()
        kept_tasks: set[int] = set()
        kept_products: set[int] = set()

        def put_task(task: PlanTask, place: TaskPlace, position: int) -> None:
            row = {**_task_row(task), "section_id": place.section_id,
                   "parent_id": place.parent_id, "position": position}  # fmt: skip
            row_id = self._put("task", task.id, row, owned_tasks, _assignments_by_hand(task))
            kept_tasks.add(row_id)
            for order, item in enumerate(task.deliverables, 1):
                values = {**_product_row(item), "task_id": row_id, "position": order}
                by_hand = {"deadline": ("deadline_by_hand", _deadline_by_hand(item))}
                kept_products.add(
                    self._put("deliverable", item.id, values, owned_products, by_hand)
                )
            for order, sub in enumerate(task.subtasks, 1):
                put_task(sub, TaskPlace(place.section_id, row_id), order)

        for position, section in enumerate(plan.sections, 1):
            row: Row = {"plan_id": plan.id, "position": position, "title": section.title.markup}
            section_id = self._put("section", section.id, row, owned, {})
            kept_sections.add(section_id)
            for order, task in enumerate(section.tasks, 1):
                put_task(task, TaskPlace(section_id), order)
        for product in sorted(owned_products - kept_products):
            delete_deliverable(self.unit, self.db, product)
        self._delete_tasks(sorted(owned_tasks - kept_tasks))
        for section_id in sorted(owned - kept_sections):
            delete_section(self.unit, self.db, section_id)

    def _delete_tasks(self, ids: Sequence[int]) -> None:
        for task_id in ids:
            # A sub-task goes with the task above it.
            if self.unit.find("task", task_id) is not None:
                delete_task(self.unit, self.db, task_id)

    def _owned(self, sections: set[int]) -> tuple[set[int], set[int]]:
        tasks: set[int] = set()
        for section_id in sections:
            tops = task_ids(self.db, TaskPlace(section_id))
            tasks.update(tops)
            for top in tops:
                tasks.update(task_ids(self.db, TaskPlace(section_id, top)))
        products = {product for task in tasks for product in deliverable_ids(self.db, task)}
        return tasks, products

    def _restore_text(self, plan: Plan, text: PlanText) -> None:
        owned = set(referring_ids(self.db, "text_part", "plan_id", plan.id))
        passages = {
            passage
            for part in owned
            for passage in referring_ids(self.db, "passage", "part_id", part)
        }
        kept_parts: set[int] = set()
        kept: set[int] = set()
        for position, part in enumerate(text.parts, 1):
            row = part_row(part, plan.id, position)
            part_id = self._put("text_part", part.id, row, owned, {})
            kept_parts.add(part_id)
            kept |= self._restore_passages(part, TextPartId(part_id), passages)
        for passage in sorted(passages - kept):
            delete_passage(self.unit, self.db, passage)
        for gone in sorted(owned - kept_parts):
            delete_text_part(self.unit, self.db, gone)

    def _restore_passages(self, part: TextPart, part_id: TextPartId, owned: set[int]) -> set[int]:
        return {
            self._put("passage", passage.id, passage_row(passage, part_id, place), owned, {})
            for place, passage in enumerate(part.passages, 1)
        }

    def _put(
        self,
        table: str,
        row_id: int | None,
        values: Row,
        owned: set[int],
        by_hand: Mapping[str, tuple[str, str | None]],
    ) -> int:
        """Write a row over the one of its id, or bring it back, and return its id.

        Args:
            table: The table.
            row_id: The id it had.
            values: Its fields.
            owned: The ids that are this plan's: a row that came since may have an old id.
            by_hand: By the field of a wording: where its meaning is kept, and what it was.
                It is written with the wording; a meaning set since then stays.
        """
        if row_id is not None and row_id in owned:
            now = self.unit.get(table, row_id)
            meanings = {
                kept: meaning for name, (kept, meaning) in by_hand.items()
                if now[name] != values[name]
            }  # fmt: skip
            self.unit.update(table, row_id, {**values, **meanings})
            return row_id
        meanings = dict(by_hand.values())
        if row_id is not None and self.unit.find(table, row_id) is None:
            new_id = self.unit.insert(table, {"id": row_id, **values, **meanings})
        else:
            new_id = self.unit.insert(table, {**values, **meanings})
        if row_id is not None:
            self.came_back.setdefault(table, {})[row_id] = new_id
        return new_id

    def _restore_dependents(self, plan: Plan) -> None:
        """Bring back what was recorded of rows that the amendment had deleted."""
        began = latest_amendment(self.db, plan.id)
        if began is None or not self.came_back:
            return
        tables = {table for names in _DEPENDENT for table in names[:2]}
        gone = list(deleted_since(self.db, began, tables))
        # The first deletion is that of the issued row, whatever got its id afterwards.
        steps = {(change.table, change.row_id): step for step, change in gone}
        for table, above, name in _DEPENDENT:
            for step, change in gone:
                row = dict(change.before or {})
                above_id = int(row.get(name) or 0) if change.table == table else 0
                parent = self.came_back.get(above, {}).get(above_id)
                # What was cleared before its row went stays cleared.
                if parent is None or steps.get((above, above_id)) != step:
                    continue
                old_id = int(row.pop("id") or 0)
                row[name] = parent
                is_free = self.unit.find(table, old_id) is None
                new_id = self.unit.insert(table, {"id": old_id, **row} if is_free else row)
                self.came_back.setdefault(table, {})[old_id] = new_id
                steps[table, old_id] = step


def _task_row(task: PlanTask) -> Row:
    return {
        "content": task.content.markup,
        "lead": task.lead.text.markup,
        "cooperating": task.cooperating.text.markup,
        "monitor": task.monitor.text.markup,
        "note": task.note.markup,
    }


def _product_row(item: Deliverable) -> Row:
    return {"product": item.product.markup, "deadline": item.deadline.text.markup}


def _assignments_by_hand(task: PlanTask) -> dict[str, tuple[str, str | None]]:
    found: dict[str, tuple[str, str | None]] = {}
    for role in Role:
        assignment = task.assignment(role)
        packed = pack_agencies(assignment.reading) if assignment.is_set_by_hand else None
        found[role.value] = (f"{role.value}_by_hand", packed)
    return found


def _deadline_by_hand(item: Deliverable) -> str | None:
    return pack_deadline(item.deadline.reading) if item.deadline.is_set_by_hand else None
