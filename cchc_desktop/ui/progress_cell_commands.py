"""What an officer does with the cells of the progress table: write, clear, copy, paste, fill."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from cchc_desktop.domain.errors import PeriodClosed
from cchc_desktop.domain.progress import ProgressField
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.progress import ProgressEdit
from cchc_desktop.ui.grid_clipboard import Grid, clipboard_data, read_block, selected_block
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.progress_cell_words import cell_problem
from cchc_desktop.ui.progress_columns import (
    TABLE_COLUMNS,
    ProgressColumn,
    TableColumn,
    place_of,
)
from cchc_desktop.ui.progress_pending import CellValue
from cchc_desktop.ui.progress_rows import ProgressRow, RowKey
from cchc_desktop.ui.progress_table import ProgressTable
from cchc_desktop.ui.progress_values import NotUnderstood, Reading
from cchc_desktop.ui.workspace import Workspace

_NAMED_PROBLEMS = 3
_PASSED_OVER = (ProgressColumn.NUMBER, ProgressColumn.STATE, ProgressColumn.EVIDENCE)
"""What the program itself says there is passed over when a block is pasted."""


@dataclass(frozen=True, slots=True)
class PastePlan:
    """What pasting a block would write, and what stands in the way of it."""

    cells: tuple[CellValue, ...]
    problems: tuple[str, ...]


class ProgressCellCommands(QObject):
    """Carries out what is asked for the cells of a progress table."""

    def __init__(
        self, workspace: Workspace, messages: Messages, table: ProgressTable, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._table = table
        self._rows = table.rows
        table.clear_asked.connect(self.clear)
        table.lock_touched.connect(self._on_lock_touched)
        table.delegate.refused.connect(self._on_refused)
        self._rows.refused.connect(self._on_refused)
        self._rows.edited.connect(self._on_edited)

    def save(self, cells: Sequence[CellValue], label: str) -> None:
        """Show values at once and save them in one step."""
        changed = self._rows.write(cells)
        if changed:
            self._run(changed, label)

    @Slot()
    def clear(self) -> None:
        """Empty the selected cells."""
        if self._refuses_lock():
            return
        cells = [CellValue(row.key, field, None) for row, field in self._writable_cells()]
        self.save(cells, "clear_progress" if len(cells) > 1 else "edit_progress")

    @Slot()
    def fill_down(self) -> None:
        """Copy the top cells of the selection to those below; one row takes the row above."""
        if self._refuses_lock():
            return
        places = [
            (place, number)
            for place, number in self._table.selected_places()
            if (row := self._rows.row_at(place)) and row.state is not None
        ]
        if not places:
            return
        top = min(place for place, _ in places)
        if all(place == top for place, _ in places):
            top = self._work_above(top)
        source = self._rows.row_at(top)
        if source is None:
            return
        cells = [
            CellValue(row.key, field, self._rows.value(source, field))
            for place, number in places
            if place != top
            and (row := self._rows.row_at(place))
            and (field := TABLE_COLUMNS[number].field)
        ]
        self.save(cells, "fill_progress")

    @Slot()
    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        grid = selected_block(self._table, self._text_at)
        if grid:
            QGuiApplication.clipboard().setMimeData(clipboard_data(grid))

    @Slot()
    def cut(self) -> None:
        """Put the selected cells on the clipboard and empty them."""
        self.copy()
        self.clear()

    @Slot()
    def paste(self) -> None:
        """Write the clipboard's block over the cells from the selection's corner on.

        Where one cell of it cannot be taken, nothing is written and the cells are named.
        """
        self._table.commit_editing()
        row = self._table.current_row
        if row is None or self._refuses_lock():
            return
        corner = self._table.corner()
        if corner is not None:
            key, column = corner[0].key, corner[1]
            read_block(
                self._workspace, self._messages, lambda grid: self._paste_grid(grid, key, column)
            )

    def _run(self, shown: Sequence[CellValue], label: str) -> None:
        """Save what is shown already; where that fails, the table shows what is saved."""
        board = self._rows.board
        if board is None:
            return
        key = board.period.key
        edits = self._edits(shown)

        def failed(error: BaseException) -> None:
            self._rows.forget_pending(shown)
            self._messages.error(error)

        # Told before the screens read the board anew, so that it replaces what was typed.
        self._workspace.mutate(
            lambda s: s.progress.write(key, edits, label),
            lambda _: self._rows.mark_saved(shown),
            failed,
        )

    def _edits(self, cells: Iterable[CellValue]) -> list[ProgressEdit]:
        return [
            ProgressEdit(work, cell.field, cell.value)
            for cell in cells
            if (row := self._rows.row_of(cell.row)) and (work := row.work)
        ]

    @Slot(object)
    def _on_edited(self, cells: tuple[CellValue, ...]) -> None:
        self._run(cells, "edit_progress")

    @Slot(str)
    def _on_refused(self, problem: str) -> None:
        self._messages.warn(problem)

    @Slot()
    def _on_lock_touched(self) -> None:
        self._refuses_lock()

    def _refuses_lock(self) -> bool:
        """Say so when the period is closed."""
        board = self._rows.board
        if board is None or not board.period.is_closed:
            return False
        self._messages.error(PeriodClosed(period=board.period.title))
        return True

    def _paste_grid(self, grid: Grid, corner: RowKey, column: ProgressColumn) -> None:
        reading, place = self._rows.reading, self._rows.place_of(corner)
        if reading is None or place < 0 or not grid:
            return
        if len(grid) == 1 and len(grid[0]) == 1:
            chosen = self._writable_cells()
            if len(chosen) > 1:
                self._carry_out(self._plan_same(grid[0][0].text, chosen, reading))
                return
        self._carry_out(self._plan_block(grid, place, column, reading))

    def _carry_out(self, planned: PastePlan) -> None:
        if planned.problems:
            named = list(planned.problems[:_NAMED_PROBLEMS])
            rest = len(planned.problems) - len(named)
            if rest:
                named.append(f"… và {rest} ô khác.")
            head = f"Chưa dán vì có {len(planned.problems)} ô không ghi được; không ô nào bị sửa."
            self._messages.warn("\n".join([head, *named]))
        else:
            self.save(planned.cells, "paste_progress")

    def _plan_same(
        self, text: str, chosen: Sequence[tuple[ProgressRow, ProgressField]], reading: Reading
    ) -> PastePlan:
        cells, problems = [], []
        for row, field in chosen:
            try:
                cells.append(CellValue(row.key, field, reading.parse(field, text)))
            except NotUnderstood as problem:
                problems.append(cell_problem(row, _column_of(field), problem))
        return PastePlan(tuple(cells), tuple(problems))

    def _plan_block(
        self, grid: Grid, place: int, column: ProgressColumn, reading: Reading
    ) -> PastePlan:
        columns = self._table.shown_columns()
        start = columns.index(column) if column in columns else 0
        cells: list[CellValue] = []
        problems: list[str] = []
        for offset, line in enumerate(grid):
            row = self._rows.row_at(place + offset)
            for number, cell in enumerate(line, start):
                into = columns[number] if number < len(columns) else None
                if into in _PASSED_OVER or (into and not _field_of(into) and row is not None):
                    continue
                if row is None or into is None or row.state is None:
                    if cell:
                        problems.append(_no_place(cell, row, into, offset))
                    continue
                known = TABLE_COLUMNS[place_of(into)]
                if known.field is None:
                    continue
                try:
                    value = reading.parse(known.field, cell.text)
                    cells.append(CellValue(row.key, known.field, value))
                except NotUnderstood as problem:
                    problems.append(cell_problem(row, known, problem))
        return PastePlan(tuple(cells), tuple(problems))

    def _writable_cells(self) -> list[tuple[ProgressRow, ProgressField]]:
        cells = []
        for place, number in self._table.selected_places():
            row, column = self._rows.row_at(place), TABLE_COLUMNS[number]
            if row is not None and column.field and self._rows.accepts(row, column.column):
                cells.append((row, column.field))
        return cells

    def _work_above(self, place: int) -> int:
        above = place - 1
        while above >= 0:
            row = self._rows.row_at(above)
            if row is not None and row.state is not None:
                return above
            above -= 1
        return -1

    def _text_at(self, row: ProgressRow, place: int) -> RichText:
        return RichText.plain(self._rows.text_of(row, TABLE_COLUMNS[place].column))


def _field_of(column: ProgressColumn) -> ProgressField | None:
    return TABLE_COLUMNS[place_of(column)].field


def _column_of(field: ProgressField) -> TableColumn:
    return next(column for column in TABLE_COLUMNS if column.field is field)


def _no_place(
    cell: RichText, row: ProgressRow | None, into: ProgressColumn | None, offset: int
) -> str:
    shown = cell.text if len(cell.text) <= 40 else f"{cell.text[:39]}…"
    if into is None:
        return f"“{shown}” ở dòng {offset + 1} của khối dán nằm ngoài cột cuối của bảng."
    if row is None:
        return f"“{shown}” ở dòng {offset + 1} của khối dán nằm dưới dòng cuối của bảng."
    return f"{row.place_name} là dòng tổng hợp, không ghi được “{shown}”."
