"""The load of each agency as a Qt model that can be sorted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from cchc_desktop.domain.agency import Role
from cchc_desktop.domain.agency_load import AgencyLoad, LoadSlot
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.vietnamese import Searchable, SearchQuery

Index = QModelIndex | QPersistentModelIndex

SORT_ROLE = Qt.ItemDataRole.UserRole
SHARE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The part of the column's largest figure, for a bar; None where there is no bar."""

_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class LoadColumn:
    """One figure of an agency.

    Attributes:
        tasks: The tasks that it counts.
        has_bar: Whether a bar stands beside the figure.
        is_optional: Whether it is shown only where there is anything to show.
    """

    key: str
    title: str
    explained: str
    tasks: Callable[[AgencyLoad], tuple[TaskId, ...]]
    has_bar: bool = False
    is_optional: bool = False


def _all_of(role: Role) -> Callable[[AgencyLoad], tuple[TaskId, ...]]:
    return lambda load: tuple(task for tasks in load.tasks(role).values() for task in tasks)


def _slot(slot: LoadSlot) -> Callable[[AgencyLoad], tuple[TaskId, ...]]:
    return lambda load: load.leads.get(slot, ())


def _slot_column(slot: LoadSlot, title: str, explained: str) -> LoadColumn:
    is_optional = slot in (LoadSlot.BEFORE_YEAR, LoadSlot.AFTER_YEAR)
    return LoadColumn(slot.value, title, explained, _slot(slot), is_optional=is_optional)


FIGURES = (
    LoadColumn("leads", "Chủ trì", "Nhiệm vụ chủ trì", _all_of(Role.LEAD), has_bar=True),
    LoadColumn(
        "cooperates", "Phối hợp", "Nhiệm vụ phối hợp", _all_of(Role.COOPERATING), has_bar=True
    ),
    _slot_column(LoadSlot.BEFORE_YEAR, "Trước năm", "Chủ trì, đến hạn trước năm kế hoạch"),
    _slot_column(LoadSlot.QUARTER_1, "Quý I", "Chủ trì, đến hạn trong quý I"),
    _slot_column(LoadSlot.QUARTER_2, "Quý II", "Chủ trì, đến hạn trong quý II"),
    _slot_column(LoadSlot.QUARTER_3, "Quý III", "Chủ trì, đến hạn trong quý III"),
    _slot_column(LoadSlot.QUARTER_4, "Quý IV", "Chủ trì, đến hạn trong quý IV"),
    _slot_column(LoadSlot.AFTER_YEAR, "Sau năm", "Chủ trì, đến hạn sau năm kế hoạch"),
    _slot_column(LoadSlot.RECURRING, "Theo kỳ", "Chủ trì, thường xuyên hoặc định kỳ"),
    _slot_column(LoadSlot.EVENT, "Chờ sự việc", "Chủ trì, chờ sự việc"),
    _slot_column(LoadSlot.UNRECOGNISED, "Chưa rõ hạn", "Chủ trì, thời hạn chưa nhận ra"),
)
"""The figures of an agency, in order; the column before them is its name."""


class LoadModel(QAbstractTableModel):
    """One row for each agency."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.loads: tuple[AgencyLoad, ...] = ()
        self._most = 0
        self._is_used = [False] * len(FIGURES)

    def set_loads(self, loads: Sequence[AgencyLoad]) -> None:
        """Show other figures."""
        self.beginResetModel()
        self.loads = tuple(loads)
        bars = [figure for figure in FIGURES if figure.has_bar]
        self._most = max((len(f.tasks(load)) for load in loads for f in bars), default=0)
        self._is_used = [any(figure.tasks(load) for load in loads) for figure in FIGURES]
        self.endResetModel()

    def is_shown(self, figure: int) -> bool:
        """Tell whether a figure is worth a column."""
        return self._is_used[figure] or not FIGURES[figure].is_optional

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self.loads)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Override QAbstractTableModel.columnCount."""
        return 0 if parent.isValid() else len(FIGURES) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Override QAbstractTableModel.data."""
        if not index.isValid() or not 0 <= index.row() < len(self.loads):
            return None
        load, place = self.loads[index.row()], index.column() - 1
        if place < 0:
            match role:
                case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                    return load.agency.name
                case _ if role == SORT_ROLE:
                    return index.row()
            return None
        figure = FIGURES[place]
        value = len(figure.tasks(load))
        if role == Qt.ItemDataRole.DisplayRole:
            return str(value) if value else ""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{load.agency.name}: {figure.explained.lower()} {value}"
        if role == SORT_ROLE:
            return value
        if role == SHARE_ROLE and figure.has_bar:
            return value / max(self._most, 1)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Override QAbstractTableModel.headerData."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section <= len(FIGURES):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return FIGURES[section - 1].title if section else "Cơ quan, đơn vị"
        if role == Qt.ItemDataRole.ToolTipRole and section:
            return FIGURES[section - 1].explained
        return None


class LoadFilter(QSortFilterProxyModel):
    """Sorts the load, and leaves the agencies whose names are searched for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._query = SearchQuery("")
        self.setSortRole(SORT_ROLE)

    def set_query(self, words: str) -> None:
        """Leave the agencies in whose names ``words`` stand."""
        self.beginFilterChange()
        self._query = SearchQuery(words)
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Override QSortFilterProxyModel.filterAcceptsRow."""
        source = self.sourceModel()
        if not self._query or not isinstance(source, LoadModel):
            return True
        return self._query.matches(Searchable(source.loads[row].agency.name))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Override QSortFilterProxyModel.headerData: an arrow beside the title sorted by."""
        found = super().headerData(section, orientation, role)
        is_title = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        if is_title and section == self.sortColumn():
            is_down = self.sortOrder() is Qt.SortOrder.DescendingOrder
            return f"{found} {'↓' if is_down else '↑'}"
        return found

    def load_at(self, row: int) -> AgencyLoad | None:
        """Return the load shown at ``row``, or None."""
        source = self.sourceModel()
        index = self.mapToSource(self.index(row, 0))
        if not index.isValid() or not isinstance(source, LoadModel):
            return None
        return source.loads[index.row()]
