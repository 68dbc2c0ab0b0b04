"""The pieces of work of a board as the rows of a table, and what is being written in them."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from cchc_desktop.domain.progress import ProgressField
from cchc_desktop.services.progress import FieldValue
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.ui.grid_model import GridModel, Index
from cchc_desktop.ui.progress_cell_words import cell_problem, explanation_of, fixed_words
from cchc_desktop.ui.progress_columns import TABLE_COLUMNS, ProgressColumn, place_of
from cchc_desktop.ui.progress_filter import (
    EVERYTHING,
    BoardFigures,
    FilterAnswer,
    ProgressFilter,
    ProgressSearch,
)
from cchc_desktop.ui.progress_pending import CellValue, PendingValues
from cchc_desktop.ui.progress_row_building import progress_rows
from cchc_desktop.ui.progress_rows import ProgressRow, RowKey
from cchc_desktop.ui.progress_values import NotUnderstood, Reading, value_of, value_text

_NAMES = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class ProgressTableModel(GridModel[ProgressRow, RowKey]):
    """Shows the rows of a board that a filter leaves.

    Signals:
        edited(tuple): The officer wrote in cells; each is a ``CellValue`` to be saved.
        refused(str): What was written cannot be taken, and why.
    """

    edited = Signal(object)
    refused = Signal(str)

    def __init__(self, today: date, parent: QObject | None = None) -> None:
        super().__init__([column.title for column in TABLE_COLUMNS], parent)
        self.filter = EVERYTHING
        self.board: ProgressBoard | None = None
        self.figures: BoardFigures | None = None
        self.today = today
        self._all: tuple[ProgressRow, ...] = ()
        self._by_key: dict[RowKey, ProgressRow] | None = None
        self._answer = FilterAnswer()
        self._opened: set[RowKey] = set()
        self._kept: frozenset[RowKey] = frozenset()
        self._pending = PendingValues()
        self._search = ProgressSearch()

    @property
    def all_rows(self) -> tuple[ProgressRow, ...]:
        """Every row of the board, filtered away or not."""
        return self._all

    @property
    def hit_rows(self) -> list[ProgressRow]:
        """The pieces of work that the filter finds, those of closed rows among them."""
        return [self._all[place] for place in self._answer.hits]

    @property
    def task_count(self) -> int:
        """How many tasks, counted by STT, have work that the filter finds."""
        return self._answer.task_count

    @property
    def is_closed(self) -> bool:
        """Whether nothing can be written because the period is locked."""
        return self.board is not None and self.board.period.is_closed

    @property
    def reading(self) -> Reading | None:
        """How cells are read; None while there is no board."""
        return Reading(self.board.period, self.today) if self.board else None

    def row_of(self, key: RowKey) -> ProgressRow | None:
        """Return the row of ``key``, shown or not."""
        if self._by_key is None:
            self._by_key = {row.key: row for row in self._all}
        return self._by_key.get(key)

    def is_open(self, row: ProgressRow) -> bool:
        """Tell whether the members below a row are shown."""
        return row.has_members and (row.key in self._opened or self.filter.agency_id is not None)

    def accepts(self, row: ProgressRow, column: ProgressColumn) -> bool:
        """Tell whether a cell can be written in."""
        field = TABLE_COLUMNS[place_of(column)].field
        return field is not None and row.state is not None and not self.is_closed

    def is_writable(self, row: ProgressRow, place: int) -> bool:
        """Tell whether a row's cell in the column at ``place`` can be written in."""
        return self.accepts(row, TABLE_COLUMNS[place].column)

    def value(self, row: ProgressRow, field: ProgressField) -> FieldValue:
        """Return what stands in a field, with what was typed and is being saved."""
        cell = (row.key, field)
        if self._pending.holds(cell):
            return self._pending.value(cell)
        return value_of(row.state.record, field) if row.state else None

    def text_of(self, row: ProgressRow, column: ProgressColumn) -> str:
        """Return the words of a cell."""
        field = TABLE_COLUMNS[place_of(column)].field
        if field is not None:
            return value_text(self.value(row, field))
        return fixed_words(row, column)

    def words_of(self, row: ProgressRow, place: int) -> str:
        """Return the words of a row's cell in the column at ``place``."""
        return self.text_of(row, TABLE_COLUMNS[place].column)

    def set_board(
        self, board: ProgressBoard | None, rows: tuple[ProgressRow, ...] | None = None
    ) -> None:
        """Show a board; what a filter would now hide stays until the filter changes.

        Args:
            board: The board.
            rows: Its rows, where they were made already.
        """
        old = self.board
        is_same = (
            board is not None
            and old is not None
            and (board.plan.id, board.period.key) == (old.plan.id, old.period.key)
        )
        self._pending.take_board(is_same=is_same)
        keeps = is_same and self.filter.is_active
        self._kept = frozenset(row.key for row in self.hit_rows) if keeps else frozenset()
        if board is not None and old is not None and board.plan.id != old.plan.id:
            self._opened.clear()
            self.filter = EVERYTHING
        self.board = board
        self.figures = BoardFigures(board) if board else None
        self._all = (progress_rows(board) if rows is None else rows) if board else ()
        self._by_key = None
        self._search.set_rows(self._all, self.figures)
        self._answer = self._search.run(self.filter, self._opened, self._kept)
        new = [self._all[place] for place in self._answer.shown]
        if is_same and [row.key for row in new] == [row.key for row in self._shown]:
            self._shown = new
            if new:
                self._emit_rows(0, len(new) - 1)
        else:
            self._replace(new)
        self.shown_changed.emit()

    def set_filter(self, wanted: ProgressFilter) -> None:
        """Show only what ``wanted`` leaves."""
        if wanted != self.filter:
            self.filter = wanted
            self._kept = frozenset()
            self._answer = self._search.run(wanted, self._opened)
            self._replace([self._all[place] for place in self._answer.shown])
            self.shown_changed.emit()

    def set_open(self, keys: Collection[RowKey], *, is_open: bool) -> None:
        """Show the members below rows, or no longer; other rows stay where they are."""
        for key in keys:
            row, place = self.row_of(key), self.place_of(key)
            if row is None or not row.has_members or (key in self._opened) is is_open:
                continue
            self._opened ^= {key}
            self._answer = self._search.run(self.filter, self._opened, self._kept)
            if place < 0 or self.filter.agency_id is not None:
                continue
            if is_open:
                self._insert_members(place, key)
            else:
                self._remove_members(place, key)
            self._emit_rows(place, place)
        self.shown_changed.emit()

    def problem_of(self, index: Index, words: str) -> str:
        """Return why a cell cannot take ``words``, or ""."""
        row, column = self.row_at(index.row()), TABLE_COLUMNS[index.column()]
        if row is None or column.field is None or self.reading is None:
            return ""
        try:
            self.reading.parse(column.field, words)
        except NotUnderstood as problem:
            return cell_problem(row, column, problem)
        return ""

    def prepare_search(self, start: int, count: int) -> int:
        """Prepare some rows for searching in an idle moment; return where to go on."""
        return self._search.prepare(start, count)

    def write(self, cells: Sequence[CellValue]) -> tuple[CellValue, ...]:
        """Show new values at once; return those that change something, to be saved."""
        changed = tuple(
            cell
            for cell in cells
            if (row := self.row_of(cell.row))
            and row.state is not None
            and not self.is_closed
            and self.value(row, cell.field) != cell.kept
        )
        for cell in changed:
            self._pending.put(cell)
        for key in dict.fromkeys(cell.row for cell in changed):
            self._emit_row(key)
        return changed

    def mark_saved(self, cells: Collection[CellValue]) -> None:
        """Let the next board say what stands in these cells."""
        self._pending.mark_saved(cells)

    def forget_pending(self, cells: Collection[CellValue]) -> None:
        """Show again what is saved in these cells, unless they were rewritten meanwhile."""
        for cell in cells:
            if self._pending.forget(cell):
                self._emit_row(cell.row)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractTableModel.data."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        column = TABLE_COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return self.text_of(row, column.column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.alignment.value
            case Qt.ItemDataRole.ToolTipRole:
                return explanation_of(row, column.column)
            case Qt.ItemDataRole.AccessibleTextRole:
                words = self.text_of(row, column.column) or "trống"
                more = explanation_of(row, column.column) or ""
                return ", ".join(p for p in (row.place_name, column.name, words, more) if p)
            case _:
                return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Override GridModel.headerData: short titles are explained by the full ones."""
        if orientation is Qt.Orientation.Horizontal and role in _NAMES:
            column = TABLE_COLUMNS[section]
            return column.name if column.full_title else None
        return super().headerData(section, orientation, role)

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - Qt's own signature
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Override QAbstractTableModel.setData: ``value`` is what was written, as words."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None or role != Qt.ItemDataRole.EditRole or self.reading is None:
            return False
        column = TABLE_COLUMNS[index.column()]
        if column.field is None or not self.accepts(row, column.column):
            return False
        try:
            parsed = self.reading.parse(column.field, str(value or ""))
        except NotUnderstood as problem:
            self.refused.emit(cell_problem(row, column, problem))
            return False
        changed = self.write([CellValue(row.key, column.field, parsed)])
        if changed:
            self.edited.emit(changed)
        return bool(changed)

    def _insert_members(self, place: int, key: RowKey) -> None:
        members = self._members(key)
        if members:
            self.beginInsertRows(QModelIndex(), place + 1, place + len(members))
            self._shown[place + 1 : place + 1] = members
            self.rows_moved()
            self.endInsertRows()

    def _remove_members(self, place: int, key: RowKey) -> None:
        end = place + 1
        while end < len(self._shown) and self._shown[end].is_member:
            if self._all[self._shown[end].above].key != key:
                break
            end += 1
        if end > place + 1:
            self.beginRemoveRows(QModelIndex(), place + 1, end - 1)
            del self._shown[place + 1 : end]
            self.rows_moved()
            self.endRemoveRows()

    def _members(self, key: RowKey) -> list[ProgressRow]:
        return [
            row
            for place in self._answer.shown
            if (row := self._all[place]).is_member and self._all[row.above].key == key
        ]
