"""The plan as the rows of a table: a snapshot, replaced or patched when a step is committed."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from cchc_desktop.domain.agency import AgencyCatalogue
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_filter import EVERYTHING, FilterResult, PlanFilter, PlanSearch
from cchc_desktop.domain.plan_rows import PlanRow, RowKey, plan_rows
from cchc_desktop.domain.plan_sorting import sorted_rows
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.plan_editing import CellEdit
from cchc_desktop.ui.grid_model import GridModel, Index
from cchc_desktop.ui.plan_cell_roles import CELL_ROLES
from cchc_desktop.ui.plan_columns import TABLE_COLUMNS
from cchc_desktop.ui.plan_row_patch import apply_patch, touched_rows

_FEW_LOOKS = 3
_DESCENDING = Qt.SortOrder.DescendingOrder


class PlanTableModel(GridModel[PlanRow, RowKey]):
    """Shows the rows of a plan that a filter leaves, in the plan's order or a column's.

    Attributes:
        search: What is asked of the rows; set through ``set_filter``.
        sorting: The column and direction of an order that is not the plan's, or None.
        is_locked: Whether the plan was issued, so that nothing can be written in it.

    Signals:
        edited(tuple): The officer wrote in cells; each is a ``CellEdit`` to be carried out.
    """

    edited = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([column.title for column in TABLE_COLUMNS], parent)
        self.filter = EVERYTHING
        self.is_locked = False
        self.sorting: tuple[AnnexColumn, Qt.SortOrder] | None = None
        self._plan: Plan | None = None
        self._catalogue = AgencyCatalogue()
        self._all: tuple[PlanRow, ...] = ()
        self._looks = 0
        self._result = FilterResult((), (), 0)
        self._kept: set[RowKey] = set()
        self._pending: dict[tuple[RowKey, AnnexColumn], RichText] = {}
        self._search = PlanSearch()

    @property
    def plan(self) -> Plan | None:
        """The plan shown, or None."""
        return self._plan

    @property
    def catalogue(self) -> AgencyCatalogue:
        """The agencies by which the plan is understood."""
        return self._catalogue

    @property
    def all_rows(self) -> tuple[PlanRow, ...]:
        """Every row of the plan, filtered away or not."""
        return self._all

    @property
    def hit_count(self) -> int:
        """How many tasks, counted by STT, have a row that the filter finds."""
        return self._result.task_count

    def place_of(self, key: RowKey) -> int:
        """Return where the row of ``key`` is shown, or -1."""
        if self._places is None:
            # Looking through a few times costs less than a table of all places.
            self._looks += 1
            if self._looks <= _FEW_LOOKS:
                kind, number = key.kind, key.id
                places = (
                    place
                    for place, row in enumerate(self._shown)
                    if row.key.id == number and row.key.kind is kind
                )
                return next(places, -1)
        return super().place_of(key)

    def rows_moved(self) -> None:
        """Forget where rows were shown; called after each change of the list of rows."""
        super().rows_moved()
        self._looks = 0

    def is_writable(self, row: PlanRow, place: int) -> bool:
        """Tell whether a row's cell in the column at ``place`` can be written in."""
        return not self.is_locked and row.accepts(TABLE_COLUMNS[place].column)

    def text_of(self, row: PlanRow, column: AnnexColumn) -> RichText:
        """Return the wording of a cell, with what was typed and is being saved."""
        if self._pending and (row.key, column) in self._pending:
            return self._pending[row.key, column]
        if column is AnnexColumn.NUMBER and self.sorting and row.number:
            return RichText.plain(row.place_name)
        return row.cell(column)

    def words_of(self, row: PlanRow, place: int) -> str:
        """Return the words of a row's cell in the column at ``place``."""
        return self.text_of(row, TABLE_COLUMNS[place].column).text

    def is_pending(self, row: PlanRow, column: AnnexColumn) -> bool:
        """Tell whether a cell's words are newer than what was understood of them."""
        return (row.key, column) in self._pending

    def set_plan(
        self, plan: Plan | None, catalogue: AgencyCatalogue, change: ChangeSet | None = None
    ) -> None:
        """Show ``plan``; with ``change`` only the rows that it names are drawn anew."""
        same_plan = bool(plan and self._plan and plan.id == self._plan.id and change)
        touched = touched_rows(change) if same_plan and change else None
        self._plan, self._catalogue = plan, catalogue
        self._all = plan_rows(plan) if plan else ()
        self._search.set_rows(self._all, plan.year if plan else 0, catalogue, touched)
        if not same_plan:
            self._kept.clear()
            self._pending.clear()
            self._reset()
            return
        new = self._wanted_rows()
        apply_patch(self, self._shown, new, touched)
        self.shown_changed.emit()

    def set_filter(self, wanted: PlanFilter) -> None:
        """Show only what ``wanted`` leaves."""
        if wanted != self.filter:
            self.filter = wanted
            self._kept.clear()
            self._reset()

    def set_sorting(self, sorting: tuple[AnnexColumn, Qt.SortOrder] | None) -> None:
        """Show the rows by a column, or with None in the plan's order."""
        if sorting != self.sorting:
            self.sorting = sorting
            self._reset()

    def keep_shown(self, key: RowKey) -> None:
        """Let a row stay although the filter would hide it, until the filter changes."""
        self._kept.add(key)

    def prepare_search(self, start: int, count: int) -> int:
        """Prepare some rows for searching in an idle moment; return where to go on."""
        return self._search.prepare(start, count)

    def forget_pending(self, edits: Collection[CellEdit]) -> None:
        """Show again what is saved in these cells, unless they were rewritten meanwhile."""
        for edit in edits:
            if self._pending.get((edit.row, edit.column)) is edit.text:
                del self._pending[edit.row, edit.column]
                self._emit_row(edit.row)

    def write(self, edits: Sequence[CellEdit], *, is_silent: bool = False) -> tuple[CellEdit, ...]:
        """Show new wordings at once and ask for them to be saved.

        Returns the edits that change something; with ``is_silent`` the caller saves them.
        """
        shown = {row.key: row for row in self._all}
        changed = tuple(
            edit
            for edit in edits
            if (row := shown.get(edit.row))
            and row.accepts(edit.column)
            and self.text_of(row, edit.column) != edit.text
        )
        for edit in changed:
            self._pending[edit.row, edit.column] = edit.text
        for key in dict.fromkeys(edit.row for edit in changed):
            self._emit_row(key)
        if changed and not is_silent:
            self.edited.emit(changed)
        return changed

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractTableModel.data."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        getter = CELL_ROLES.get(role)
        return getter(self, row, index.column()) if getter else None

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - Qt's own signature
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Override QAbstractTableModel.setData."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        text = value if isinstance(value, RichText) else RichText.plain(str(value or ""))
        edit = CellEdit(row.key, TABLE_COLUMNS[index.column()].column, text)
        return bool(self.write([edit]))

    def _wanted_rows(self) -> list[PlanRow]:
        self._result = self._search.run(self.filter, self._kept)
        if self.sorting is None:
            return list(self._result.rows)
        owners = {row.task.id for row in self._result.hits if row.task}
        rows = [
            row
            for row in self._result.rows
            if row.task and (row.task.id in owners or row.key in self._kept)
        ]
        column, order = self.sorting
        return list(sorted_rows(rows, column, is_descending=order is _DESCENDING))

    def _reset(self) -> None:
        self._replace(self._wanted_rows())
        self.shown_changed.emit()
