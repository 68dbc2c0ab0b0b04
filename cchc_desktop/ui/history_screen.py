"""The place of the history (nhật ký): what was done, when, by whom, and what it changed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QAction, QFont, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSplitter,
    QTableView,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.changes import ChangeSet, HistoryEntry
from cchc_desktop.domain.clock import Clock
from cchc_desktop.services.sentences import describe_step
from cchc_desktop.services.session import Session
from cchc_desktop.ui.history_details import details_html
from cchc_desktop.ui.place_header import PlaceHeader
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.row_delegate import RowDelegate
from cchc_desktop.ui.status_line import day_and_time
from cchc_desktop.ui.theme import current_tokens
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_LIMIT = 500
_HEADINGS = ("Lúc", "Việc đã làm", "Người làm", "Số dòng", "Tình trạng")
_STEP, _ROWS = 1, 3

Index = QModelIndex | QPersistentModelIndex


class HistoryModel(QAbstractTableModel):
    """The latest steps, newest first."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._entries: tuple[HistoryEntry, ...] = ()

    def show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, row: int) -> HistoryEntry:
        """Return the entry in a row."""
        return self._entries[row]

    def row_of(self, entry_id: int) -> int | None:
        """Return the row of an entry, or None."""
        rows = (row for row, entry in enumerate(self._entries) if entry.id == entry_id)
        return next(rows, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Override QAbstractItemModel.rowCount."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Override QAbstractItemModel.columnCount."""
        return 0 if parent.isValid() else len(_HEADINGS)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Override QAbstractItemModel.headerData."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _HEADINGS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractItemModel.data."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._cells(entry)[index.column()]
            case Qt.ItemDataRole.TextAlignmentRole if index.column() == _ROWS:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            case Qt.ItemDataRole.ForegroundRole if entry.is_undone:
                return current_tokens().muted
            case Qt.ItemDataRole.FontRole if entry.is_undone and index.column() == _STEP:
                font = QFont()
                font.setStrikeOut(True)
                return font
        return None

    def _cells(self, entry: HistoryEntry) -> tuple[str, ...]:
        return (
            day_and_time(entry.made_at, self._clock),
            describe_step(entry.label, entry.params),
            entry.made_by,
            str(entry.row_count),
            "đã hoàn tác" if entry.is_undone else "",
        )


class HistoryScreen(PlaceScreen):
    """Lists the steps; beside them what the chosen one changed, field by field.

    Steps are read when the place is shown, not while the officer works elsewhere.
    """

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        undo_action: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._is_stale = True
        self.model = HistoryModel(clock, self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(RowDelegate(self.table))
        self.table.setAccessibleName("Nhật ký các việc đã làm")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        # A row is one line high; what has no room there is in its tip and beside the list.
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_STEP, QHeaderView.ResizeMode.Stretch)
        self.details = QTextBrowser(self)
        self.details.setObjectName("details")
        self.details.setAccessibleName("Nội dung đã thay đổi")
        self.details.setOpenLinks(False)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([720, 400])
        splitter.setHandleWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(PlaceHeader("Nhật ký", (undo_action,), self))
        layout.addWidget(splitter, 1)
        self.setFocusProxy(self.table)
        self.table.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        workspace.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget.showEvent."""
        super().showEvent(event)
        if self._is_stale:
            self._load()

    def _load(self) -> None:
        self._is_stale = False
        self._workspace.query(_entries, self._show_entries)

    def _show_entries(self, entries: tuple[HistoryEntry, ...]) -> None:
        current = self.table.currentIndex()
        chosen = self.model.entry(current.row()).id if current.isValid() else None
        self.model.show_entries(entries)
        row = self.model.row_of(chosen) if chosen is not None else None
        if entries:
            self.table.selectRow(row or 0)
        else:
            self.details.clear()

    def _show_changes(self, change_set: ChangeSet | None) -> None:
        if change_set is not None:
            agencies = self._workspace.state.catalogue.agencies
            names = {int(agency.id): agency.name for agency in agencies}
            self.details.setHtml(details_html(change_set, names))

    @Slot(QModelIndex, QModelIndex)
    def _on_row_chosen(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            entry_id = self.model.entry(current.row()).id
            self._workspace.query(
                lambda session: session.history.changes_of(entry_id), self._show_changes
            )

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        if change.change_set:
            self._is_stale = True
            if self.isVisible():
                self._load()


def _entries(session: Session) -> tuple[HistoryEntry, ...]:
    return session.history.entries(_LIMIT)
