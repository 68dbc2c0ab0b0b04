"""Writes the differences an officer accepted into a plan that is there already."""

from collections.abc import Collection, Sequence

from cchc_desktop.domain.annex_draft import AnnexColumn, AnnexDraft, DraftTask
from cchc_desktop.domain.changes import Value
from cchc_desktop.domain.plan import Plan, PlanTask, Section
from cchc_desktop.domain.plan_comparison import Difference, DifferenceKind, match_rows
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.services.plan_editing import CellEdit, write_cell
from cchc_desktop.storage.draft_rows import insert_section, insert_task
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_order import delete_section, delete_task, write_order
from cchc_desktop.storage.unit_of_work import UnitOfWork


def apply_differences(
    unit: UnitOfWork,
    file: OfficeFile,
    plan: Plan,
    draft: AnnexDraft,
    accepted: Collection[Difference],
) -> None:
    """Write the accepted differences between ``plan`` and ``draft``; leave the others."""
    _Merge(unit, file, plan, accepted).run(draft)


class _Merge:
    def __init__(
        self, unit: UnitOfWork, file: OfficeFile, plan: Plan, accepted: Collection[Difference]
    ) -> None:
        self._unit = unit
        self._file = file
        self._plan = plan
        self._changed = [d for d in accepted if d.kind is DifferenceKind.CHANGED]
        new = [d for d in accepted if d.kind is DifferenceKind.NEW]
        self._new_tasks = {id(d.draft_task) for d in new if d.draft_task}
        self._new_sections = {id(d.draft_section) for d in new if d.draft_section}
        missing = [d for d in accepted if d.kind is DifferenceKind.MISSING]
        self._gone_tasks = {d.task.id for d in missing if d.task}
        self._gone_sections = {d.section.id for d in missing if d.section and not d.task}
        self._moved = {
            (d.section.id if d.section else None, d.parent.id if d.parent else None)
            for d in accepted
            if d.kind is DifferenceKind.MOVED
        }
        self._new_deliverables: dict[tuple[int, int], int] = {}

    def run(self, draft: AnnexDraft) -> None:
        for difference in self._changed:
            self._write_cell(difference)
        pairs = match_rows(
            self._plan.sections, draft.sections, lambda s: s.title.text, lambda s: s.title.text
        )
        order: list[tuple[int, bool]] = []
        for section, drafted in pairs:
            if section is None:
                if id(drafted) in self._new_sections and drafted is not None:
                    order.append((insert_section(self._unit, self._plan.id, 1, drafted), True))
            elif drafted is None and section.id in self._gone_sections:
                delete_section(self._unit, self._file.db, section.id)
            else:
                order.append((section.id, False))
                if drafted is not None:
                    self._merge_tasks(section, None, section.tasks, drafted.tasks)
        existing = [s.id for s in self._plan.sections]
        self._write_order("section", order, existing, is_moved=(None, None) in self._moved)

    def _merge_tasks(
        self,
        section: Section,
        parent: PlanTask | None,
        tasks: Sequence[PlanTask],
        drafted: Sequence[DraftTask],
    ) -> None:
        parent_id = parent.id if parent else None
        order: list[tuple[int, bool]] = []
        for task, draft in match_rows(
            tasks, drafted, lambda t: t.content.text, lambda t: t.content.text
        ):
            if task is None:
                if id(draft) in self._new_tasks and draft is not None:
                    new = insert_task(self._unit, section.id, parent_id, 1, draft)
                    order.append((new, True))
            elif draft is None and task.id in self._gone_tasks:
                delete_task(self._unit, self._file.db, task.id)
            else:
                order.append((task.id, False))
                if draft is not None:
                    self._merge_tasks(section, task, task.subtasks, draft.subtasks)
        existing = [t.id for t in tasks]
        self._write_order("task", order, existing, (section.id, parent_id) in self._moved)

    def _write_order(
        self,
        table: str,
        order: Sequence[tuple[int, bool]],
        existing: Sequence[int],
        is_moved: bool,  # noqa: FBT001 - always passed by name or beside its look-up
    ) -> None:
        """Number the siblings in the file's order, or, if that was declined, in their own."""
        if is_moved:
            write_order(self._unit, table, [row_id for row_id, _ in order])
            return
        kept = {row_id for row_id, is_new in order if not is_new}
        own = iter([row_id for row_id in existing if row_id in kept])
        write_order(
            self._unit, table, [row_id if is_new else next(own) for row_id, is_new in order]
        )

    def _write_cell(self, difference: Difference) -> None:
        column, task = difference.column, difference.task
        if column is None:
            return
        if task is None:
            if difference.section is not None and difference.after:
                key = RowKey(RowKind.SECTION, difference.section.id)
                write_cell(self._unit, self._file, CellEdit(key, column, difference.after))
            return
        if column in (AnnexColumn.PRODUCT, AnnexColumn.DEADLINE):
            key = RowKey(RowKind.DELIVERABLE, self._deliverable(task, difference.index))
        else:
            key = RowKey(RowKind.TASK, task.id)
        write_cell(self._unit, self._file, CellEdit(key, column, difference.after))

    def _deliverable(self, task: PlanTask, index: int) -> int:
        if index < len(task.deliverables):
            return task.deliverables[index].id
        known = self._new_deliverables.get((task.id, index))
        if known is None:
            values: dict[str, Value] = {"task_id": task.id, "position": index + 1}
            values |= {"product": "", "deadline": "", "deadline_by_hand": None}
            known = self._unit.insert("deliverable", values)
            self._new_deliverables[task.id, index] = known
        return known
