"""The plan's table: rows that are moved by their numbers, titles that run across."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan_rows import PlanRow, RowKey
from cchc_desktop.ui.grid_table import GridTable
from cchc_desktop.ui.plan_cell_delegate import PlanCellDelegate
from cchc_desktop.ui.plan_columns import TABLE_COLUMNS, place_of
from cchc_desktop.ui.plan_header import PlanHeader
from cchc_desktop.ui.plan_model import PlanTableModel
from cchc_desktop.ui.plan_row_drag import RowDrag
from cchc_desktop.ui.settings import Settings


class PlanTable(GridTable[PlanRow, RowKey, AnnexColumn]):
    """Shows and edits a ``PlanTableModel``.

    Signals:
        cancel_asked(): Escape was pressed over cells.
        rows_dropped(tuple, RowKey): These rows are to be put behind this one.
    """

    cancel_asked = Signal()
    rows_dropped = Signal(object, object)

    rows: PlanTableModel
    delegate: PlanCellDelegate
    columns: PlanHeader

    def __init__(
        self, model: PlanTableModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, TABLE_COLUMNS, parent)
        self.setAccessibleName("Bảng nhiệm vụ của kế hoạch")
        self.take_parts(PlanCellDelegate(model, self.layouts, self), PlanHeader(settings, self))
        self.scroll_by_pixels()
        self._drag = RowDrag(self)
        self.columns.sectionMoved.connect(self.viewport().update)

    def is_band(self, row: PlanRow) -> bool:
        """Tell whether a row's title runs across all its cells but the first."""
        return row.task is None

    def first_cell(self) -> QModelIndex:
        """Return the cell to stand on when another plan is shown."""
        return self.rows.index(0, place_of(AnnexColumn.CONTENT))

    def has_whole_rows(self) -> bool:
        """Tell whether the selection consists of whole rows."""
        places = self.selected_places()
        rows = {row for row, _ in places}
        return bool(rows) and len(places) == len(rows) * len(self.shown_columns())

    def edit_cell(self, key: RowKey, column: AnnexColumn) -> None:
        """Open the editor in a cell, with what stands there selected."""
        if self.go_to(key, column):
            self.setFocus()
            self.edit(self.currentIndex())
            if self.delegate.editor is not None:
                self.delegate.editor.selectAll()

    def keyboardSearch(self, search: str) -> None:
        """Override QAbstractItemView.keyboardSearch: what is typed never leads elsewhere."""
        if not self.rows.is_locked:
            super().keyboardSearch(search)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override GridTable.keyPressEvent: Escape gives up what was begun."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel_asked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QTableView.mousePressEvent: chosen rows are dragged by their numbers only."""
        index = self.indexAt(event.position().toPoint())
        is_chosen = index.column() == 0 and self.selectionModel().isSelected(index)
        self.setDragEnabled(is_chosen and self.has_whole_rows())
        super().mousePressEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Override QTableView.startDrag: only whole rows, in the plan's order, can go."""
        if self.has_whole_rows() and self.rows.sorting is None:
            self._drag.start([row.key for row in self.selected_rows()])
