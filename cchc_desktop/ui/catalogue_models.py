"""The catalogue of agencies and groups as tables to look through."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyGroup
from cchc_desktop.domain.vietnamese import Searchable, SearchQuery, sort_key
from cchc_desktop.ui.agency_words import KIND_NAMES, validity_words
from cchc_desktop.ui.theme import current_tokens

ITEM_ROLE = Qt.ItemDataRole.UserRole
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
SEARCH_ROLE = Qt.ItemDataRole.UserRole + 2

_ALIASES_SHOWN = 2

Item = Agency | AgencyGroup
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key, its heading, its usual width, and the words it shows of an item."""

    key: str
    title: str
    width: int
    words: Callable[[Item], str]


class CatalogueModel(QAbstractTableModel):
    """Agencies or groups, in the catalogue's order; replaced whole, as it is small."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._items: tuple[Item, ...] = ()
        self._past: frozenset[int] = frozenset()

    def show_items(self, items: Sequence[Item], day: date) -> None:
        """Show other items; an agency that does not exist on ``day`` is greyed."""
        self.beginResetModel()
        self._items = tuple(items)
        self._past = frozenset(
            row
            for row, item in enumerate(items)
            if isinstance(item, Agency) and not item.is_valid_on(day)
        )
        self.endResetModel()

    def row_of(self, item_id: int) -> int | None:
        """Return the row of the item of this id, or None."""
        return next((row for row, item in enumerate(self._items) if item.id == item_id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Override QAbstractItemModel.rowCount."""
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Override QAbstractItemModel.columnCount."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Override QAbstractItemModel.headerData."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractItemModel.data."""
        if not index.isValid():
            return None
        item = self._items[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self.columns[index.column()].words(item)
            case Qt.ItemDataRole.ForegroundRole if index.row() in self._past:
                return current_tokens().muted
        if role == ITEM_ROLE:
            return item
        if role == SEARCH_ROLE:
            cells = (column.words(item) for column in self.columns)
            return Searchable("\n".join((*cells, *item.aliases)))
        if role == SORT_ROLE:
            return sort_key(self.columns[index.column()].words(item))
        return None


class CatalogueFilter(QSortFilterProxyModel):
    """Shows the items in which all words of a query stand, and sorts as Vietnamese does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._query = SearchQuery("")

    def set_query(self, words: str) -> None:
        """Show only what ``words`` find."""
        self.beginFilterChange()
        self._query = SearchQuery(words)
        self.endFilterChange()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        """Override QSortFilterProxyModel.filterAcceptsRow."""
        model = self.sourceModel()
        words = model.index(source_row, 0, source_parent).data(SEARCH_ROLE)
        return self._query.matches(words)

    def lessThan(self, left: Index, right: Index) -> bool:
        """Override QSortFilterProxyModel.lessThan."""
        return bool(left.data(SORT_ROLE) < right.data(SORT_ROLE))


def agency_columns(catalogue: Callable[[], AgencyCatalogue], day: date) -> tuple[Column, ...]:
    """Return the columns of the table of agencies."""

    def validity(item: Item) -> str:
        if not isinstance(item, Agency):
            return ""
        successor = catalogue().agency(item.successor_id) if item.successor_id else None
        words = validity_words(item, day)
        handed = f"bàn giao cho {successor.name}" if successor else ""
        return ", ".join(part for part in (words, handed) if part)

    return (
        Column("name", "Tên", 255, lambda item: item.name),
        Column("short_name", "Tên ngắn", 125, _short_name),
        Column("kind", "Loại", 165, _kind),
        Column("validity", "Hiệu lực, bàn giao", 165, validity),
        Column("aliases", "Tên gọi khác", 190, _some_aliases),
    )


def group_columns(catalogue: Callable[[], AgencyCatalogue], day: date) -> tuple[Column, ...]:
    """Return the columns of the table of groups."""

    def count(item: Item) -> str:
        if not isinstance(item, AgencyGroup):
            return ""
        return str(len(catalogue().members(item, day)))

    return (
        Column("name", "Tên nhóm", 270, lambda item: item.name),
        Column("count", "Số đơn vị", 90, count),
        Column("kinds", "Mọi đơn vị thuộc loại", 260, _kinds),
        Column("aliases", "Tên gọi khác", 270, _some_aliases),
    )


def _short_name(item: Item) -> str:
    return item.short_name if isinstance(item, Agency) else ""


def _kind(item: Item) -> str:
    return KIND_NAMES[item.kind] if isinstance(item, Agency) else ""


def _some_aliases(item: Item) -> str:
    """Return as many aliases as keep a row low; the details beside show all."""
    shown = "; ".join(item.aliases[:_ALIASES_SHOWN])
    more = len(item.aliases) - _ALIASES_SHOWN
    return f"{shown}; và {more} tên nữa" if more > 0 else shown


def _kinds(item: Item) -> str:
    if not isinstance(item, AgencyGroup):
        return ""
    return "; ".join(words for kind, words in KIND_NAMES.items() if kind in item.kinds)
