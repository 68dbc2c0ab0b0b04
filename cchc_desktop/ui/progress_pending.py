"""What was typed in the progress table and is not saved yet, or not read anew yet."""

from collections.abc import Collection
from dataclasses import dataclass, field

from cchc_desktop.domain.progress import ProgressField
from cchc_desktop.services.progress import FieldValue
from cchc_desktop.ui.progress_rows import RowKey

Cell = tuple[RowKey, ProgressField]


@dataclass(frozen=True, slots=True)
class CellValue:
    """A value for one cell of the progress table."""

    row: RowKey
    field: ProgressField
    value: FieldValue

    @property
    def cell(self) -> Cell:
        """Where it stands."""
        return self.row, self.field

    @property
    def kept(self) -> FieldValue:
        """The value as it is saved: nothing for no words."""
        return None if self.value == "" else self.value


@dataclass(slots=True)
class PendingValues:
    """The values that stand in cells in place of those that a board tells."""

    _values: dict[Cell, FieldValue] = field(default_factory=dict)
    _saved: set[Cell] = field(default_factory=set)

    def holds(self, cell: Cell) -> bool:
        """Tell whether something typed stands in a cell."""
        return cell in self._values

    def value(self, cell: Cell) -> FieldValue:
        """Return what was typed in a cell that ``holds`` something."""
        return self._values[cell]

    def put(self, typed: CellValue) -> None:
        """Let a value stand in its cell until it is saved or forgotten."""
        self._values[typed.cell] = typed.kept
        self._saved.discard(typed.cell)

    def mark_saved(self, cells: Collection[CellValue]) -> None:
        """Let the next board say what stands in these cells, unless they were rewritten."""
        self._saved |= {typed.cell for typed in cells if self._stands(typed)}

    def forget(self, typed: CellValue) -> bool:
        """Forget a value, unless its cell was rewritten meanwhile; tell whether it stood there."""
        if not self._stands(typed):
            return False
        del self._values[typed.cell]
        return True

    def take_board(self, *, is_same: bool) -> None:
        """Forget what is saved; of another plan or period forget everything."""
        for cell in self._saved:
            self._values.pop(cell, None)
        self._saved.clear()
        if not is_same:
            self._values.clear()

    def _stands(self, typed: CellValue) -> bool:
        return typed.cell in self._values and self._values[typed.cell] == typed.kept
