"""The cells that came back, each with what is recorded, what was sent, and which of them holds."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.agency_return import PieceRef, ReturnField
from cchc_desktop.domain.return_comparison import (
    CollectionPreview,
    ReturnChange,
    ReturnChangeKey,
    ReturnChangeKind,
    ReturnDecision,
)
from cchc_desktop.domain.rich_text import EMPTY
from cchc_desktop.ui.import_cells import Cell, Index
from cchc_desktop.ui.import_list import CellModel
from cchc_desktop.ui.return_change_cells import (
    DECISION_MARKS,
    OUTDONE_MARK,
    group_of,
    heading_cell,
    name_cell,
    ordered,
    recorded_cell,
    returned_cell,
)

SHARES = (10, 17, 0.5, 0.5, 18)
"""The widths of the columns, for ``ImportList``."""

DECISION_COLUMN = 4

_CELL_WORDS = {None: "Chưa chọn", ReturnDecision.TAKE: "Lấy", ReturnDecision.KEEP: "Giữ"}
_USUAL: dict[ReturnChangeKind, ReturnDecision] = {
    ReturnChangeKind.NEW: ReturnDecision.TAKE,
    ReturnChangeKind.CLEARED: ReturnDecision.KEEP,
}
_Known = tuple[str, PieceRef, ReturnField, object, object]
_HEADING = True


class ReturnChangeModel(CellModel):
    """Cells under the heading of their task, those to be decided first.

    What is new is taken and what an agency emptied is kept unless the officer decides
    otherwise; where two values stand against each other there is no decision before his.

    Signals:
        decided(): A decision was made, or other cells are shown.
    """

    headings = ("STT", "Nhiệm vụ, ô", "Đang ghi", "Biểu gửi về", "Chọn")
    decided = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: CollectionPreview | None = None
        self._names: Mapping[ReturnField, str] = {}
        self._all: list[ReturnChange] = []
        self._decisions: dict[int, ReturnDecision] = {}
        self._by_hand: set[int] = set()
        self._same_cell: dict[tuple[PieceRef, ReturnField], list[int]] = {}
        self._rows: list[tuple[bool, int]] = []
        self._file: int | None = None

    @property
    def decisions(self) -> dict[ReturnChangeKey, ReturnDecision]:
        """Every decision, also where it is the usual one."""
        return {self._all[number].key: made for number, made in self._decisions.items()}

    @property
    def undecided_count(self) -> int:
        """How many cells still wait for a decision."""
        return len(self._all) - len(self._decisions)

    @property
    def taken(self) -> tuple[ReturnChange, ...]:
        """The changes that will be written."""
        return tuple(
            self._all[number]
            for number, made in self._decisions.items()
            if made is ReturnDecision.TAKE
        )

    @property
    def taken_cell_count(self) -> int:
        """How many cells will be written; what two files say alike is one."""
        return len({(change.key.piece, change.key.field) for change in self.taken})

    @property
    def count_by_hand(self) -> int:
        """How many decisions the officer made himself."""
        return len(self._by_hand)

    def show_preview(
        self, preview: CollectionPreview | None, names: Mapping[ReturnField, str]
    ) -> None:
        """Show another preview; what the officer decided on the same cells stays.

        Args:
            preview: What collecting would change.
            names: What the workbook's columns are called.
        """
        before = {self._known(n): self._decisions[n] for n in self._by_hand if n in self._decisions}
        self.beginResetModel()
        self._preview, self._names = preview, names
        changes = preview.changes if preview else ()
        self._all = ordered(changes)
        self._decisions, self._by_hand, self._same_cell, self._file = {}, set(), {}, None
        for number, change in enumerate(self._all):
            self._same_cell.setdefault((change.key.piece, change.key.field), []).append(number)
            made = before.get(self._known(number))
            if made is not None:
                self._by_hand.add(number)
            usual = made or _USUAL.get(change.kind)
            if usual is not None:
                self._decisions[number] = usual
        self._fill_rows()
        self.endResetModel()
        self.decided.emit()

    def count(self, kind: ReturnChangeKind) -> int:
        """Return how many cells are of this kind, in all files."""
        return sum(change.kind is kind for change in self._all)

    def forget_decisions(self) -> None:
        """Start anew: what comes next has nothing to do with what was decided."""
        self._by_hand.clear()

    def show_file(self, index: int | None) -> None:
        """Show the cells of one file only, or of all."""
        self.beginResetModel()
        self._file = index
        self._fill_rows()
        self.endResetModel()

    def decide(self, rows: Iterable[int], decision: ReturnDecision) -> None:
        """Decide the cells of these rows; a heading stands for all below it."""
        self._decide(self._numbers(rows), decision)

    def toggle(self, rows: Iterable[int]) -> None:
        """Take what was sent where any of these rows does not; else keep what is recorded."""
        numbers = self._numbers(rows)
        takes = all(self._decisions.get(n) is ReturnDecision.TAKE for n in numbers)
        self._decide(numbers, ReturnDecision.KEEP if takes else ReturnDecision.TAKE)

    def decide_shown(self, decision: ReturnDecision) -> None:
        """Decide all cells in sight.

        What an agency emptied is never taken this way, nor, among all files, a cell on which
        two files differ: "all from the returns" names neither of the two.
        """
        numbers = [number for is_heading, number in self._rows if not is_heading]
        if decision is ReturnDecision.TAKE:
            numbers = [
                number
                for number in numbers
                if self._all[number].kind is not ReturnChangeKind.CLEARED
                and (self._file is not None or not self._all[number].rivals)
            ]
        self._decide(numbers, decision)

    def next_undecided(self, row: int) -> int | None:
        """Return the first row after ``row``, from the top again, that waits for a decision."""
        count = len(self._rows)
        for step in range(1, count + 1):
            place = (row + step) % count
            is_heading, number = self._rows[place]
            if not is_heading and number not in self._decisions:
                return place
        return None

    def heading_row(self, row: int) -> int:
        """Return the row of the heading under which a row stands."""
        while row > 0 and not self._rows[row][0]:
            row -= 1
        return row

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def wide_rows(self) -> list[int]:
        """Override CellModel.wide_rows."""
        return [row for row, (is_heading, _) in enumerate(self._rows) if is_heading]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override CellModel.data: read aloud, a cell says its decision too."""
        if index.isValid() and role == Qt.ItemDataRole.AccessibleTextRole:
            is_heading, number = self._rows[index.row()]
            if not is_heading and index.column() == 1:
                words = _CELL_WORDS[self._decisions.get(number)]
                return f"{self._name(self._all[number])}: {words}"
        return super().data(index, role)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        is_heading, number = self._rows[row]
        change = self._all[number]
        if is_heading:
            return heading_cell(change, self._agency(change.key.file), column)
        made, is_outdone = self._decisions.get(number), self._is_outdone(number)
        match column:
            case 1:
                return name_cell(change, self._name(change))
            case 2:
                is_replaced = made is ReturnDecision.TAKE or is_outdone
                return recorded_cell(change, is_muted=is_replaced)
            case 3:
                is_muted = made is ReturnDecision.KEEP
                return returned_cell(change, self._file_name(change), is_muted=is_muted)
            case 4:
                return Cell(EMPTY, mark=OUTDONE_MARK if is_outdone else DECISION_MARKS[made])
            case _:
                return Cell(EMPTY)

    def _decide(self, numbers: Sequence[int], decision: ReturnDecision) -> None:
        if not numbers:
            return
        for number in numbers:
            change = self._all[number]
            self._decisions[number] = decision
            self._by_hand.add(number)
            if decision is ReturnDecision.TAKE and change.rivals:
                self._keep_rivals(number)
        last = self.index(len(self._rows) - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self.decided.emit()

    def _keep_rivals(self, number: int) -> None:
        """Where two files differ on a cell, taking one of them settles the other."""
        change = self._all[number]
        for other in self._same_cell[change.key.piece, change.key.field]:
            if self._all[other].returned != change.returned:
                self._decisions[other] = ReturnDecision.KEEP

    def _is_outdone(self, number: int) -> bool:
        """Tell whether another file's value is taken for the same cell."""
        change = self._all[number]
        return bool(change.rivals) and any(
            self._decisions.get(other) is ReturnDecision.TAKE
            for other in self._same_cell[change.key.piece, change.key.field]
            if self._all[other].returned != change.returned
        )

    def _numbers(self, rows: Iterable[int]) -> list[int]:
        """Return the cells that rows stand for, each once."""
        found: dict[int, None] = {}
        for row in rows:
            is_heading, number = self._rows[row]
            if not is_heading:
                found[number] = None
                continue
            for below in range(row + 1, len(self._rows)):
                is_next, other = self._rows[below]
                if is_next:
                    break
                found[other] = None
        return list(found)

    def _fill_rows(self) -> None:
        shown = (
            number
            for number, change in enumerate(self._all)
            if self._file is None or change.key.file == self._file
        )
        self._rows = []
        for _, group in groupby(shown, lambda number: group_of(self._all[number])):
            numbers = list(group)
            self._rows.append((_HEADING, numbers[0]))
            self._rows += [(not _HEADING, number) for number in numbers]

    def _name(self, change: ReturnChange) -> str:
        return self._names.get(change.key.field, change.key.field.value)

    def _agency(self, file: int) -> str:
        return self._preview.files[file].agency_name if self._preview else ""

    def _file_name(self, change: ReturnChange) -> str:
        return self._preview.files[change.key.file].name if self._preview else ""

    def _known(self, number: int) -> _Known:
        change = self._all[number]
        path = self._preview.files[change.key.file].path if self._preview else ""
        return path, change.key.piece, change.key.field, change.recorded, change.returned
