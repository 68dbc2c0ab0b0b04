"""Adding, deleting and moving the rows of a plan; the numbers follow by themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.annex_draft import DraftSection, DraftTask
from cchc_desktop.domain.changes import ChangeSet, Value
from cchc_desktop.domain.errors import InvalidValue, MoveNotPossible
from cchc_desktop.domain.plan import PlanId, SectionId, TaskId
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.services.plan_editing import CellEdit, write_cell
from cchc_desktop.storage.draft_rows import insert_section, insert_task
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_order import (
    TaskPlace,
    delete_deliverable,
    delete_section,
    delete_task,
    deliverable_ids,
    section_ids,
    task_ids,
    write_order,
)
from cchc_desktop.storage.row_places import RowPlaces, table_of
from cchc_desktop.storage.unit_of_work import UnitOfWork

_NOWHERE = Place(file="", part="")
_EMPTY_TASK = DraftTask("", EMPTY, _NOWHERE)


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a row changed, and which row it is."""

    change_set: ChangeSet
    row: RowKey


class PlanStructureService:
    """What a person can do with the rows of a plan's table."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file
        self._places = RowPlaces(file.db)

    def add_section(self, plan_id: PlanId, title: RichText, after: SectionId | None) -> Added:
        """Add a section behind ``after``, or as the last one.

        Raises:
            InvalidValue: The title is empty.
        """
        if not title:
            raise InvalidValue(field="section_title", value="")
        with self._file.transaction("add_section", title=title.text) as step:
            ids = section_ids(self._file.db, plan_id)
            new = insert_section(
                step.unit, plan_id, len(ids) + 1, DraftSection("", title, _NOWHERE)
            )
            _insert_behind(ids, after, new)
            write_order(step.unit, "section", ids)
        return Added(step.change_set, RowKey(RowKind.SECTION, new))

    def add_task(self, plan_id: PlanId, after: RowKey | None) -> Added:
        """Add an empty task behind a row, on that row's own level.

        Behind a section's row it becomes the first task of the section; in a plan
        without sections an untitled one is made to hold it.
        """
        with self._file.transaction("add_task") as step:
            place, sibling = self._places.behind(step.unit, plan_id, after)
            new = self._insert_tasks(step.unit, place, sibling, (_EMPTY_TASK,))[0]
        kind = RowKind.TASK if place.parent_id is None else RowKind.SUBTASK
        return Added(step.change_set, RowKey(kind, new))

    def add_subtask(self, task_id: TaskId) -> Added:
        """Add an empty sub-task as the last one of a task.

        Raises:
            MoveNotPossible: The task is a sub-task itself.
        """
        with self._file.transaction("add_subtask") as step:
            row = step.unit.get("task", task_id)
            if row["parent_id"] is not None:
                raise MoveNotPossible(reason="too_deep")
            place = TaskPlace(int(row["section_id"] or 0), task_id)
            new = insert_task(
                step.unit,
                place.section_id,
                task_id,
                len(task_ids(self._file.db, place)) + 1,
                _EMPTY_TASK,
            )
        return Added(step.change_set, RowKey(RowKind.SUBTASK, new))

    def add_deliverable(self, task_id: TaskId) -> Added:
        """Add a further product to a task; a task without any gets its first."""
        with self._file.transaction("add_deliverable") as step:
            step.unit.get("task", task_id)
            position = len(deliverable_ids(self._file.db, task_id)) + 1
            values: dict[str, Value] = {"task_id": task_id, "position": position}
            values |= {"product": "", "deadline": "", "deadline_by_hand": None}
            new = step.unit.insert("deliverable", values)
        return Added(step.change_set, RowKey(RowKind.DELIVERABLE, new))

    def insert_drafts(
        self, plan_id: PlanId, after: RowKey | None, sections: Sequence[DraftSection]
    ) -> ChangeSet:
        """Insert pasted rows behind a row: tasks on its level, then whole titled sections."""
        loose = [task for section in sections if not section.title for task in section.tasks]
        titled = [section for section in sections if section.title]
        count = len(loose) + sum(1 + len(section.tasks) for section in titled)
        with self._file.transaction("paste_rows", count=str(count)) as step:
            if loose:
                place, sibling = self._places.behind(step.unit, plan_id, after)
                self._insert_tasks(step.unit, place, sibling, loose)
            behind = self._places.section_of(step.unit, after) if after else None
            ids = section_ids(self._file.db, plan_id)
            for section in titled:
                new = insert_section(step.unit, plan_id, len(ids) + 1, section)
                _insert_behind(ids, behind, new)
                behind = new
            write_order(step.unit, "section", ids)
        return step.change_set

    def paste_block(
        self,
        plan_id: PlanId,
        edits: Sequence[CellEdit],
        after: RowKey | None,
        tasks: Sequence[DraftTask],
    ) -> ChangeSet:
        """Write a block's cells, and its rows beyond the table as tasks behind ``after``.

        Raises:
            InvalidValue: A row has no such cell, or a section would lose its title.
            RecordMissing: A row was deleted meanwhile.
        """
        counts = {"count": str(len(edits)), "tasks": str(len(tasks))}
        with self._file.transaction("paste_block", **counts) as step:
            for edit in edits:
                write_cell(step.unit, self._file, edit)
            place, sibling = self._places.behind(step.unit, plan_id, after)
            self._insert_tasks(step.unit, place, sibling, tasks)
        return step.change_set

    def delete_rows(self, rows: Sequence[RowKey]) -> ChangeSet:
        """Delete rows with all that hangs below them; rows already gone are passed over."""
        with self._file.transaction("delete_rows", count=str(len(rows))) as step:
            for row in rows:
                table = table_of(row)
                if step.unit.find(table, row.id) is None:
                    continue
                match row.kind:
                    case RowKind.SECTION:
                        delete_section(step.unit, self._file.db, row.id)
                    case RowKind.DELIVERABLE:
                        delete_deliverable(step.unit, self._file.db, row.id)
                    case _:
                        delete_task(step.unit, self._file.db, row.id)
        return step.change_set

    def move_rows(self, rows: Sequence[RowKey], offset: int) -> ChangeSet:
        """Move sibling rows one place up (-1) or down (+1).

        At the edge of its section a task goes over into the neighbouring one.

        Raises:
            MoveNotPossible: The rows are not siblings, or there is no place further on.
        """
        with self._file.transaction("move_rows", count=str(len(rows))) as step:
            siblings, table = self._places.siblings(step.unit, rows)
            moving = [i for i in siblings if i in {row.id for row in rows}]
            rest = [i for i in siblings if i not in moving]
            first = siblings.index(moving[0]) + offset
            if 0 <= first <= len(rest):
                write_order(step.unit, table, [*rest[:first], *moving, *rest[first:]])
            else:
                self._move_to_next_section(step.unit, rows, moving, offset)
        return step.change_set

    def place_rows(self, rows: Sequence[RowKey], after: RowKey) -> ChangeSet:
        """Move rows behind another row, on that row's level (drag and drop, cut and paste).

        Raises:
            MoveNotPossible: A row would go below itself, or the kinds do not fit.
        """
        ids = [row.id for row in rows]
        with self._file.transaction("move_rows", count=str(len(rows))) as step:
            if any(row.kind is RowKind.SECTION for row in rows):
                target = self._places.section_of(step.unit, after)
                if any(row.kind is not RowKind.SECTION for row in rows):
                    raise MoveNotPossible(reason="mixed_rows")
                plan_id = int(step.unit.get("section", target)["plan_id"] or 0)
                order = [i for i in section_ids(self._file.db, plan_id) if i not in ids]
                where = order.index(target) + 1 if target in order else len(order)
                write_order(step.unit, "section", [*order[:where], *ids, *order[where:]])
            else:
                self._place_tasks(step.unit, rows, after)
        return step.change_set

    def indent(self, task_ids: Sequence[TaskId]) -> ChangeSet:
        """Make tasks, in their order, the last sub-tasks of the task before them.

        Their own sub-tasks follow them.

        Raises:
            MoveNotPossible: There is no task before one, or it is a sub-task already.
        """
        with self._file.transaction("indent_rows", count=str(len(task_ids))) as step:
            for task_id in task_ids:
                self._indent(step.unit, task_id)
        return step.change_set

    def outdent(self, task_ids: Sequence[TaskId]) -> ChangeSet:
        """Make sub-tasks tasks of their own, in their order right behind the task they left.

        Raises:
            MoveNotPossible: One is no sub-task.
        """
        with self._file.transaction("outdent_rows", count=str(len(task_ids))) as step:
            # Each goes right behind its old task, so the last one has to go first.
            for task_id in reversed(task_ids):
                self._outdent(step.unit, task_id)
        return step.change_set

    def _indent(self, unit: UnitOfWork, task_id: TaskId) -> None:
        row = unit.get("task", task_id)
        if row["parent_id"] is not None:
            raise MoveNotPossible(reason="too_deep")
        place = TaskPlace(int(row["section_id"] or 0))
        siblings = task_ids(self._file.db, place)
        index = siblings.index(task_id)
        if index == 0:
            raise MoveNotPossible(reason="no_task_before")
        below = TaskPlace(place.section_id, siblings[index - 1])
        own = task_ids(self._file.db, TaskPlace(place.section_id, task_id))
        order = [*task_ids(self._file.db, below), task_id, *own]
        for moved in (task_id, *own):
            unit.update("task", moved, {"parent_id": below.parent_id})
        write_order(unit, "task", order)
        write_order(unit, "task", [i for i in siblings if i != task_id])

    def _outdent(self, unit: UnitOfWork, task_id: TaskId) -> None:
        row = unit.get("task", task_id)
        if row["parent_id"] is None:
            raise MoveNotPossible(reason="not_a_subtask")
        siblings = task_ids(self._file.db, TaskPlace(int(row["section_id"] or 0)))
        unit.update("task", task_id, {"parent_id": None})
        _insert_behind(siblings, int(row["parent_id"]), task_id)
        write_order(unit, "task", siblings)

    def _insert_tasks(
        self,
        unit: UnitOfWork,
        place: TaskPlace,
        sibling: int | None,
        drafts: Sequence[DraftTask],
    ) -> list[int]:
        """Insert tasks behind ``sibling``, or first where it is None."""
        siblings = task_ids(self._file.db, place)
        if place.parent_id is not None:
            drafts = [flat for draft in drafts for flat in _flattened(draft)]
        new = [
            insert_task(unit, place.section_id, place.parent_id, len(siblings) + 1, draft)
            for draft in drafts
        ]
        where = siblings.index(sibling) + 1 if sibling in siblings else 0
        write_order(unit, "task", [*siblings[:where], *new, *siblings[where:]])
        return new

    def _move_to_next_section(
        self, unit: UnitOfWork, rows: Sequence[RowKey], moving: Sequence[int], offset: int
    ) -> None:
        if rows[0].kind is not RowKind.TASK:
            raise MoveNotPossible(reason="at_the_edge")
        section_id = self._places.section_of(unit, rows[0])
        plan_id = int(unit.get("section", section_id)["plan_id"] or 0)
        sections = section_ids(self._file.db, plan_id)
        target = sections.index(section_id) + offset
        if not 0 <= target < len(sections):
            raise MoveNotPossible(reason="at_the_edge")
        there = task_ids(self._file.db, TaskPlace(sections[target]))
        for task_id in moving:
            self._places.hang(unit, task_id, TaskPlace(sections[target]))
        write_order(unit, "task", [*there, *moving] if offset < 0 else [*moving, *there])

    def _place_tasks(self, unit: UnitOfWork, rows: Sequence[RowKey], after: RowKey) -> None:
        if any(row.kind is RowKind.DELIVERABLE for row in rows):
            raise MoveNotPossible(reason="mixed_rows")
        ids = [row.id for row in rows]
        plan_id = int(unit.get("section", self._places.section_of(unit, after))["plan_id"] or 0)
        place, sibling = self._places.behind(unit, PlanId(plan_id), after)
        if place.parent_id in ids or sibling in ids:
            raise MoveNotPossible(reason="below_itself")
        if place.parent_id is not None and any(
            task_ids(self._file.db, TaskPlace(self._places.section_of(unit, row), row.id))
            for row in rows
        ):
            raise MoveNotPossible(reason="too_deep")
        siblings = [i for i in task_ids(self._file.db, place) if i not in ids]
        for task_id in ids:
            self._places.hang(unit, task_id, place)
        where = siblings.index(sibling) + 1 if sibling in siblings else 0
        write_order(unit, "task", [*siblings[:where], *ids, *siblings[where:]])


def _insert_behind(ids: list[int], after: int | None, new: int) -> None:
    if new in ids:
        ids.remove(new)
    ids.insert(ids.index(after) + 1 if after in ids else len(ids), new)


def _flattened(draft: DraftTask) -> list[DraftTask]:
    """Return a task and its sub-tasks side by side, for a place that allows no deeper level."""
    return [replace(draft, subtasks=()), *draft.subtasks]
