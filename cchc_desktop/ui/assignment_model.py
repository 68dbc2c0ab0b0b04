"""The matrix of tasks against agencies as a Qt model.

What is proposed and not yet written is shown over what is saved.
"""

from collections.abc import Collection, Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyId, AgencyKind, Role
from cchc_desktop.domain.assignment_matrix import (
    LETTERS,
    NO_PART,
    AssignmentMatrix,
    MatrixCell,
)
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.plan_rows import RowKey
from cchc_desktop.domain.vietnamese import SearchQuery
from cchc_desktop.ui.assignment_columns import GridColumn, grid_columns
from cchc_desktop.ui.assignment_grid import (
    GridFilter,
    GridRow,
    found_agencies,
    grid_rows,
    shown_rows,
)
from cchc_desktop.ui.assignment_look import (
    EMPTY_LOOK,
    NO_LOOK,
    SECTION_LOOK,
    Look,
    LookKind,
)
from cchc_desktop.ui.assignment_words import cell_words

Index = QModelIndex | QPersistentModelIndex
Spot = tuple[TaskId, AgencyId]
"""One cell: a task and an agency."""

_ROOT = QModelIndex()
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_BY_NAME = {Role.LEAD: LookKind.LEAD, Role.COOPERATING: LookKind.COOPERATING}


class AssignmentModel(QAbstractTableModel):
    """Rows are sections and tasks, columns are agencies; never edited through ``setData``.

    Attributes:
        kind_ends: The columns after which another kind begins.

    Signals:
        shown_changed(): Other rows or columns are shown than before.
    """

    shown_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matrix: AssignmentMatrix | None = None
        self.catalogue = AgencyCatalogue()
        self.filter = GridFilter()
        self.closed: frozenset[AgencyKind] = frozenset()
        self.with_others = False
        self.rows: tuple[GridRow, ...] = ()
        self.columns: tuple[GridColumn, ...] = ()
        self.hit_count = 0
        self.found: frozenset[AgencyId] = frozenset()
        self._all_rows: tuple[GridRow, ...] = ()
        self._proposed: dict[Spot, Role | None] = {}
        self._row_places: dict[RowKey, int] = {}
        self._looks: dict[tuple[int, int], Look] = {}
        self.kind_ends: frozenset[int] = frozenset()

    @property
    def all_rows(self) -> tuple[GridRow, ...]:
        """The rows without any filter."""
        return self._all_rows

    @property
    def proposed(self) -> Mapping[Spot, Role | None]:
        """The marks shown that are not written yet; None takes a mark away."""
        return self._proposed

    def set_matrix(self, matrix: AssignmentMatrix | None, catalogue: AgencyCatalogue) -> None:
        """Show another state of the plan; rows and columns that stay keep their place."""
        self.matrix, self.catalogue = matrix, catalogue
        self._all_rows = grid_rows(matrix) if matrix else ()
        self._arrange()

    def set_filter(self, wanted: GridFilter) -> None:
        """Show only what ``wanted`` leaves."""
        if wanted != self.filter:
            self.filter = wanted
            self._arrange()

    def set_columns(self, closed: Collection[AgencyKind], *, with_others: bool) -> None:
        """Choose the kinds that are closed, and whether agencies without tasks are shown."""
        self.closed, self.with_others = frozenset(closed), with_others
        self._arrange()

    def set_proposed(self, proposed: Mapping[Spot, Role | None]) -> None:
        """Show marks that are not written yet."""
        if proposed != self._proposed:
            self._proposed = dict(proposed)
            self._tell_all()

    def row_at(self, place: int) -> GridRow | None:
        """Return the row shown at ``place``, or None."""
        return self.rows[place] if 0 <= place < len(self.rows) else None

    def column_at(self, place: int) -> GridColumn | None:
        """Return the column shown at ``place``, or None."""
        return self.columns[place] if 0 <= place < len(self.columns) else None

    def place_of_row(self, key: RowKey) -> int:
        """Return where a row is shown, or -1."""
        return self._row_places.get(key, -1)

    def place_of_agency(self, agency_id: AgencyId) -> int:
        """Return the column of an agency, its kind's closed one if need be, or -1."""
        for place, column in enumerate(self.columns):
            if any(agency.id == agency_id for agency in column.agencies):
                return place
        return -1

    def spot_at(self, row: int, column: int) -> tuple[GridRow, Agency] | None:
        """Return the task's row and the agency of a cell that can be marked, or None."""
        found, heading = self.row_at(row), self.column_at(column)
        if found is None or found.task is None or heading is None or heading.agency is None:
            return None
        return found, heading.agency

    def cell_at(self, row: int, column: int) -> MatrixCell:
        """Return what is saved in a cell."""
        spot = self.spot_at(row, column)
        return (spot[0].cell(spot[1].id) or NO_PART) if spot else NO_PART

    def role_at(self, row: int, column: int) -> Role | None:
        """Return the role that a cell shows: the proposed one, else the saved one."""
        spot = self.spot_at(row, column)
        if spot is None or spot[0].task is None:
            return None
        key = (spot[0].task.id, spot[1].id)
        if key in self._proposed:
            return self._proposed[key]
        return self.cell_at(row, column).role

    def look_at(self, row: int, column: int) -> Look:
        """Return how a cell is drawn; kept until anything changes."""
        look = self._looks.get((row, column))
        if look is None:
            look = self._looks[row, column] = self._look(row, column)
        return look

    def is_proposed(self, row: int, column: int) -> bool:
        """Tell whether a cell shows something that is not written yet."""
        spot = self.spot_at(row, column)
        if spot is None or spot[0].task is None:
            return False
        return (spot[0].task.id, spot[1].id) in self._proposed

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Override QAbstractTableModel.columnCount."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractTableModel.flags: never editable, so no input method opens."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _FLAGS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Override QAbstractTableModel.data."""
        row, column = self.row_at(index.row()), self.column_at(index.column())
        if not index.isValid() or row is None or column is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text_at(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell_words(self, row, column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = cell_words(self, row, column) or f"{row.place}, {column.name}: không phân công"
            return words.replace("\n", ", ")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Override QAbstractTableModel.headerData."""
        shown = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is Qt.Orientation.Horizontal:
            column = self.column_at(section)
            if column is not None and (shown or role == Qt.ItemDataRole.ToolTipRole):
                return column.name
            return None
        row = self.row_at(section)
        if row is None:
            return None
        if shown:
            return f"{row.place} {row.words}".strip()
        return row_words(row) if role == Qt.ItemDataRole.ToolTipRole else None

    def text_at(self, row: int, column: int) -> str:
        """Return the letters of a cell; of a closed kind how many lead and co-operate."""
        found, heading = self.row_at(row), self.column_at(column)
        if found is None or found.task is None or heading is None:
            return ""
        if heading.is_closed:
            counts = heading.counts(found)
            return " ".join(f"{n}{LETTERS[r]}" for r, n in counts.items() if n)
        role = self.role_at(row, column)
        return LETTERS[role] if role else ""

    def _look(self, row: int, column: int) -> Look:
        found, heading = self.row_at(row), self.column_at(column)
        if found is None or heading is None:
            return NO_LOOK
        if found.task is None:
            return SECTION_LOOK
        text = self.text_at(row, column)
        if heading.is_closed:
            return Look(LookKind.COUNT, text)
        cell, role = self.cell_at(row, column), self.role_at(row, column)
        if self.is_proposed(row, column):
            return Look(LookKind.PROPOSED, text) if text else Look(LookKind.GOING, cell.letter)
        if role is None:
            return EMPTY_LOOK
        kind = _BY_NAME.get(role, LookKind.LIGHT) if cell.is_by_name(role) else LookKind.LIGHT
        return Look(kind, text)

    def _arrange(self) -> None:
        """Show the rows and columns that are to be shown now."""
        rows, hits = shown_rows(self._all_rows, self.filter, self.catalogue)
        columns: tuple[GridColumn, ...] = ()
        if self.matrix is not None:
            columns = grid_columns(
                self.matrix, self.catalogue, self.closed, with_others=self.with_others
            )
        self.hit_count = hits
        self._looks.clear()
        self.found = found_agencies(SearchQuery(self.filter.words), self.catalogue)
        stays = [r.key for r in rows] == [r.key for r in self.rows] and [
            c.key for c in columns
        ] == [c.key for c in self.columns]
        if stays:
            self.rows, self.columns = rows, columns
            self._tell_all()
            if rows:
                self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(rows) - 1)
            if columns:
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(columns) - 1)
        else:
            self.beginResetModel()
            self.rows, self.columns = rows, columns
            self._row_places = {row.key: place for place, row in enumerate(rows)}
            self.kind_ends = frozenset(
                place
                for place, (one, other) in enumerate(pairwise(columns))
                if one.kind is not other.kind
            )
            self.endResetModel()
        self.shown_changed.emit()

    def _tell_all(self) -> None:
        self._looks.clear()
        if self.rows and self.columns:
            last = self.index(len(self.rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)


def row_words(row: GridRow) -> str:
    """Return a row in full: its content, and what is missing in it."""
    lines = [f"{row.place}  {row.words}".strip()]
    if row.has_no_lead:
        lines.append("Chưa có cơ quan chủ trì")
    if row.unknown:
        lines.append("Tên chưa có trong danh mục: " + "; ".join(row.unknown))
    return "\n".join(lines)
