"""Writing in the cells of a plan's table, and setting what its words mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.agency import AgencyReading, Role
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.changes import ChangeSet, Value
from cchc_desktop.domain.deadline import DeadlineReading
from cchc_desktop.domain.errors import InvalidValue
from cchc_desktop.domain.plan import DeliverableId, TaskId
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.storage.by_hand import pack_agencies, pack_deadline
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.unit_of_work import UnitOfWork

_TASK_FIELDS = {
    AnnexColumn.CONTENT: "content",
    AnnexColumn.LEAD: "lead",
    AnnexColumn.COOPERATING: "cooperating",
    AnnexColumn.MONITOR: "monitor",
    AnnexColumn.NOTE: "note",
}
_DELIVERABLE_FIELDS = {AnnexColumn.PRODUCT: "product", AnnexColumn.DEADLINE: "deadline"}


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A wording to be written into a cell."""

    row: RowKey
    column: AnnexColumn
    text: RichText


class PlanEditingService:
    """What a person can do in the cells of a plan's table."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def set_cell(self, row: RowKey, column: AnnexColumn, text: RichText) -> ChangeSet:
        """Write one cell.

        What was set by hand for the cell's meaning is kept while the words stay, and
        gives way to the new words' meaning when they change.

        Raises:
            InvalidValue: The row has no such cell, or a section would lose its title.
            RecordMissing: The row was deleted meanwhile.
        """
        return self.set_cells([CellEdit(row, column, text)], label="edit_cell")

    def set_cells(self, edits: Sequence[CellEdit], label: str = "edit_cells") -> ChangeSet:
        """Write several cells in one step (paste, fill, replace); raises as ``set_cell``."""
        with self._file.transaction(label, count=str(len(edits))) as step:
            for edit in edits:
                write_cell(step.unit, self._file, edit)
        return step.change_set

    def set_deadline_meaning(
        self, deliverable_id: DeliverableId, reading: DeadlineReading | None
    ) -> ChangeSet:
        """Set what a deadline means, or with None let its words decide again."""
        packed = pack_deadline(reading) if reading else None
        with self._file.transaction("set_deadline_meaning") as step:
            step.unit.update("deliverable", deliverable_id, {"deadline_by_hand": packed})
        return step.change_set

    def set_assigned_agencies(
        self, task_id: TaskId, role: Role, reading: AgencyReading | None
    ) -> ChangeSet:
        """Set whom a wording names, or with None let its words decide again."""
        packed = pack_agencies(reading) if reading else None
        with self._file.transaction("set_assigned_agencies") as step:
            step.unit.update("task", task_id, {f"{role.value}_by_hand": packed})
        return step.change_set


def write_cell(unit: UnitOfWork, file: OfficeFile, edit: CellEdit) -> None:
    """Write one cell inside a step; raises as ``PlanEditingService.set_cell``."""
    markup = edit.text.markup
    match edit.row.kind:
        case RowKind.SECTION:
            if edit.column is not AnnexColumn.CONTENT or not markup:
                raise InvalidValue(field="section_title", value=edit.text.text)
            unit.update("section", edit.row.id, {"title": markup})
        case RowKind.DELIVERABLE:
            if edit.column not in _DELIVERABLE_FIELDS:
                raise InvalidValue(field="cell", value=edit.text.text)
            _write_deliverable(unit, edit.row.id, edit.column, markup)
        case RowKind.TASK | RowKind.SUBTASK:
            if edit.column in _TASK_FIELDS:
                _write_task(unit, edit.row.id, edit.column, markup)
            elif edit.column in _DELIVERABLE_FIELDS:
                _write_first_deliverable(unit, file, edit, markup)
            else:
                raise InvalidValue(field="cell", value=edit.text.text)


def _write_task(unit: UnitOfWork, task_id: int, column: AnnexColumn, markup: str) -> None:
    field = _TASK_FIELDS[column]
    before = unit.get("task", task_id)
    values: dict[str, Value] = {field: markup}
    if f"{field}_by_hand" in before and before[field] != markup:
        values[f"{field}_by_hand"] = None
    unit.update("task", task_id, values)


def _write_deliverable(unit: UnitOfWork, row_id: int, column: AnnexColumn, markup: str) -> None:
    before = unit.get("deliverable", row_id)
    field = _DELIVERABLE_FIELDS[column]
    values: dict[str, Value] = {field: markup}
    if field == "deadline" and before["deadline"] != markup:
        values["deadline_by_hand"] = None
    if not any((before | values)[name] for name in ("product", "deadline")):
        unit.delete("deliverable", row_id)
        return
    unit.update("deliverable", row_id, values)


def _write_first_deliverable(
    unit: UnitOfWork, file: OfficeFile, edit: CellEdit, markup: str
) -> None:
    """Write the product or deadline on a task's own row, which may have neither yet."""
    unit.get("task", edit.row.id)
    rows = file.db.query(
        "SELECT id FROM deliverable WHERE task_id = ? ORDER BY position, id LIMIT 1",
        [edit.row.id],
    )
    for row in rows:
        _write_deliverable(unit, row["id"], edit.column, markup)
        return
    if not markup:
        return
    values: dict[str, Value] = {"task_id": edit.row.id, "position": 1, "deadline_by_hand": None}
    values |= {"product": "", "deadline": "", _DELIVERABLE_FIELDS[edit.column]: markup}
    unit.insert("deliverable", values)
