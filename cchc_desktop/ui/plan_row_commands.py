"""What an officer does with the rows of the plan's table: add, delete, move, indent."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.plan import Plan, SectionId, TaskId
from cchc_desktop.domain.plan_rows import PlanRow, RowKey, RowKind
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.plan_structure import Added
from cchc_desktop.services.session import Session
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.plan_model import PlanTableModel
from cchc_desktop.ui.plan_table import PlanTable
from cchc_desktop.ui.workspace import Workspace

NEW_SECTION = "LĨNH VỰC MỚI"
"""The title a new section has until it is given its own."""


class RowCommands(QObject):
    """Carries out what is asked for the rows of a table."""

    def __init__(
        self, workspace: Workspace, messages: Messages, table: PlanTable, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._table = table
        self._rows: PlanTableModel = table.rows

    @Slot()
    def add_task(self) -> None:
        """Add a task below the current row and open its first cell."""
        plan, row = self._ready()
        if plan:
            after = row.key if row else None
            self._add(lambda s: s.rows.add_task(plan.id, after), AnnexColumn.CONTENT)

    @Slot()
    def add_subtask(self) -> None:
        """Add a sub-task to the current task and open its first cell."""
        plan, row = self._ready()
        if plan and row and row.task:
            if row.parent is not None:
                self._add(lambda s: s.rows.add_task(plan.id, row.key), AnnexColumn.CONTENT)
            else:
                task_id = row.task.id
                self._add(lambda s: s.rows.add_subtask(task_id), AnnexColumn.CONTENT)

    @Slot()
    def add_section(self) -> None:
        """Add a section behind the current one and open its title."""
        plan, row = self._ready()
        if plan:
            after: SectionId | None = row.section.id if row else None
            title = RichText.plain(NEW_SECTION)
            self._add(lambda s: s.rows.add_section(plan.id, title, after), AnnexColumn.CONTENT)

    @Slot()
    def add_deliverable(self) -> None:
        """Add a further product to the current task and open its cell."""
        _, row = self._ready()
        if row and row.task:
            task_id = row.task.id
            if not row.task.deliverables:
                self._table.edit_cell(row.key, AnnexColumn.PRODUCT)
                return
            self._add(lambda s: s.rows.add_deliverable(task_id), AnnexColumn.PRODUCT)

    @Slot()
    def delete_rows(self) -> None:
        """Delete the selected rows; a section with its tasks only after asking."""
        _, row = self._ready()
        rows = self._table.selected_rows()
        if not row or not rows:
            return
        losing = sum(len(r.section.tasks) for r in rows if r.key.kind is RowKind.SECTION)
        if losing and not self._messages.ask(
            f"Xóa lĩnh vực cùng {losing} nhiệm vụ trong đó?\nCó thể hoàn tác (Ctrl+Z).",
            f"Xóa cả {losing} nhiệm vụ",
            "Không xóa",
        ):
            return
        keys = [r.key for r in topmost(rows)]
        below = self._neighbour(rows)
        self._run(lambda s: s.rows.delete_rows(keys), lambda: self._return_to(below))

    @Slot()
    def move_up(self) -> None:
        """Move the selected rows one place up."""
        self._move(-1)

    @Slot()
    def move_down(self) -> None:
        """Move the selected rows one place down."""
        self._move(1)

    @Slot()
    def indent(self) -> None:
        """Make the selected tasks sub-tasks of the task before them."""
        self._shift_level(RowKind.TASK, lambda s, tasks: s.rows.indent(tasks))

    @Slot()
    def outdent(self) -> None:
        """Make the selected sub-tasks tasks of their own."""
        self._shift_level(RowKind.SUBTASK, lambda s, tasks: s.rows.outdent(tasks))

    @Slot(object, object)
    def place_rows(self, keys: Sequence[RowKey], after: RowKey) -> None:
        """Put rows behind another row."""
        rows = [row for row in self._rows.all_rows if row.key in set(keys)]
        moved = [row.key for row in topmost(rows)]
        if moved and after not in moved:
            self._run(
                lambda s: s.rows.place_rows(moved, after), lambda: self._table.select_rows(moved)
            )

    def _ready(self) -> tuple[Plan | None, PlanRow | None]:
        self._table.commit_editing()
        return self._rows.plan, self._table.current_row

    def _move(self, offset: int) -> None:
        _, row = self._ready()
        if row is None:
            return
        if self._rows.sorting is not None or self._rows.filter.is_active:
            self._messages.inform(
                "Chỉ chuyển dòng khi bảng ở thứ tự kế hoạch và không lọc. "
                "Hãy bấm “Về thứ tự kế hoạch” hoặc “Bỏ lọc” trước."
            )
            return
        keys = [r.key for r in topmost(self._table.selected_rows())]
        self._run(lambda s: s.rows.move_rows(keys, offset), lambda: self._table.select_rows(keys))

    def _shift_level(
        self, kind: RowKind, step: Callable[[Session, list[TaskId]], ChangeSet]
    ) -> None:
        self._ready()
        rows = [r for r in self._table.selected_rows() if r.key.kind is kind and r.task]
        tasks = [r.task.id for r in rows if r.task]
        other = RowKind.SUBTASK if kind is RowKind.TASK else RowKind.TASK
        keys = [RowKey(other, r.key.id) for r in rows]
        if tasks:
            self._run(lambda s: step(s, tasks), lambda: self._table.select_rows(keys))

    def _add(self, step: Callable[[Session], Added], column: AnnexColumn) -> None:
        made: list[Added] = []

        def work(session: Session) -> ChangeSet:
            made.append(step(session))
            self._rows.keep_shown(made[0].row)
            return made[0].change_set

        def done(_: ChangeSet) -> None:
            self._table.edit_cell(made[0].row, column)

        self._workspace.mutate(work, done, self._messages.error)

    def _run(self, step: Callable[[Session], ChangeSet], then: Callable[[], None]) -> None:
        self._workspace.mutate(step, lambda _: then(), self._messages.error)

    def _neighbour(self, rows: Sequence[PlanRow]) -> tuple[RowKey, AnnexColumn] | None:
        """Return the cell to stand in once ``rows`` are gone."""
        gone = {row.key for row in rows}
        places = [place for row in rows if (place := self._rows.place_of(row.key)) >= 0]
        shown = self._rows.shown_rows
        if not places:
            return None
        order = [*range(max(places) + 1, len(shown)), *range(min(places) - 1, -1, -1)]
        key = next((shown[place].key for place in order if shown[place].key not in gone), None)
        return (key, self._table.current_column) if key else None

    def _return_to(self, cell: tuple[RowKey, AnnexColumn] | None) -> None:
        if cell:
            self._table.go_to(*cell)


def topmost(rows: Sequence[PlanRow]) -> list[PlanRow]:
    """Return the rows without those that hang below another of them."""
    sections = {row.key.id for row in rows if row.key.kind is RowKind.SECTION}
    tasks = {row.key.id for row in rows if row.key.kind in (RowKind.TASK, RowKind.SUBTASK)}
    return [row for row in rows if not _hangs_below(row, sections, tasks)]


def _hangs_below(row: PlanRow, sections: set[int], tasks: set[int]) -> bool:
    if row.key.kind is RowKind.SECTION:
        return False
    if row.section.id in sections or (row.parent is not None and row.parent.id in tasks):
        return True
    is_product = row.key.kind is RowKind.DELIVERABLE
    return is_product and row.task is not None and row.task.id in tasks
