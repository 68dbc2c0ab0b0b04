"""The plan's table: rows as tall as their text, and keys as in Excel."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan_rows import PlanRow, RowKey
from cchc_desktop.ui.plan_cell_delegate import MARGIN_X, MARGIN_Y, PlanCellDelegate
from cchc_desktop.ui.plan_cell_editor import AfterEdit
from cchc_desktop.ui.plan_cell_text import CellLayouts
from cchc_desktop.ui.plan_columns import TABLE_COLUMNS, place_of
from cchc_desktop.ui.plan_header import PlanHeader
from cchc_desktop.ui.plan_model import PlanTableModel
from cchc_desktop.ui.plan_row_drag import RowDrag
from cchc_desktop.ui.plan_row_heights import RowHeights
from cchc_desktop.ui.settings import Settings

Index = QModelIndex | QPersistentModelIndex

_WIDEST_FIT = 40
"""A column fitted to its words grows to this many letters; longer words wrap."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CTRL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class PlanTable(QTableView):
    """Shows and edits a ``PlanTableModel``.

    A cell of the number column stands for its row: choosing it chooses the whole row.

    Signals:
        clear_asked(): Delete was pressed over cells.
        cancel_asked(): Escape was pressed over cells.
        menu_asked(QPoint): A menu is wanted at this place of the screen.
        current_row_changed(): Another row is the current one.
        rows_dropped(tuple, RowKey): These rows are to be put behind this one.
    """

    clear_asked = Signal()
    cancel_asked = Signal()
    menu_asked = Signal(object)
    current_row_changed = Signal()
    rows_dropped = Signal(object, object)

    def __init__(
        self, model: PlanTableModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self._anchor: tuple[RowKey, AnnexColumn] | None = None
        self.setAccessibleName("Bảng nhiệm vụ của kế hoạch")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.layouts = CellLayouts(self.font())
        self.delegate = PlanCellDelegate(model, self.layouts, self)
        self.delegate.moved_on.connect(self._on_moved_on)
        self.delegate.editor_grown.connect(self._on_editor_grown)
        self.setItemDelegate(self.delegate)
        self.columns = PlanHeader(settings, self)
        self.delegate.section_band = self.columns.section_band
        self.setHorizontalHeader(self.columns)
        self.setModel(model)
        self.columns.restore()
        self._heights = RowHeights(self, model, self.row_height)
        self._drag = RowDrag(self)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._heights.measure_visible)
        self.columns.widths_settled.connect(self._settle.start)
        self.columns.fit_asked.connect(self.fit_column)
        self.columns.sectionMoved.connect(self.viewport().update)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)

    @property
    def is_editing(self) -> bool:
        """Whether a cell's editor is open."""
        return self.delegate.editor is not None

    @property
    def current_row(self) -> PlanRow | None:
        """The row of the current cell, or None."""
        return self.rows.row_at(self.currentIndex().row())

    @property
    def current_column(self) -> AnnexColumn:
        """The column of the current cell."""
        return TABLE_COLUMNS[max(self.currentIndex().column(), 0)].column

    def selected_places(self) -> list[tuple[int, int]]:
        """Return row and column of each selected cell that is shown, in order."""
        places = [
            (index.row(), self.columns.visualIndex(index.column()))
            for index in self.selectedIndexes()
            if not self.isColumnHidden(index.column())
        ]
        return [(row, self.columns.logicalIndex(column)) for row, column in sorted(places)]

    def selected_rows(self) -> list[PlanRow]:
        """Return the rows with a selected cell, else the current one, in order."""
        places = sorted({row for row, _ in self.selected_places()})
        if not places and self.currentIndex().isValid():
            places = [self.currentIndex().row()]
        return [row for place in places if (row := self.rows.row_at(place))]

    def has_whole_rows(self) -> bool:
        """Tell whether the selection consists of whole rows."""
        places = self.selected_places()
        rows = {row for row, _ in places}
        shown = sum(not self.isColumnHidden(place) for place in range(len(TABLE_COLUMNS)))
        return bool(rows) and len(places) == len(rows) * shown

    def shown_columns(self) -> list[AnnexColumn]:
        """Return the columns shown, from left to right."""
        places = (self.columns.logicalIndex(visual) for visual in range(self.columns.count()))
        return [TABLE_COLUMNS[p].column for p in places if not self.isColumnHidden(p)]

    def go_to(self, key: RowKey, column: AnnexColumn | None = None) -> bool:
        """Make a cell the current one and show it; False where the row is not shown."""
        place = self.rows.place_of(key)
        if place < 0:
            return False
        index = self.rows.index(place, place_of(column or self.current_column))
        self._heights.measure_rows(place, place)
        self.stand_on(index)
        self.scrollTo(index)
        return True

    def stand_on(self, index: QModelIndex) -> None:
        """Make a cell the current one and the only one selected, whatever keys are held."""
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)

    def select_rows(self, keys: Sequence[RowKey]) -> None:
        """Choose whole rows; the first becomes the current one, in the column it was in."""
        places = [place for key in keys if (place := self.rows.place_of(key)) >= 0]
        if not places:
            return
        column = max(self.currentIndex().column(), 0)
        selection = QItemSelection()
        for place in places:
            last = self.rows.columnCount() - 1
            selection.select(self.rows.index(place, 0), self.rows.index(place, last))
        model = self.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        model.setCurrentIndex(self.rows.index(places[0], column), flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect)
        self.scrollTo(self.currentIndex())

    def edit_cell(self, key: RowKey, column: AnnexColumn) -> None:
        """Open the editor in a cell, with what stands there selected."""
        if self.go_to(key, column):
            self.setFocus()
            self.edit(self.currentIndex())
            if self.delegate.editor is not None:
                self.delegate.editor.selectAll()

    def commit_editing(self) -> None:
        """Keep what is being typed and close the editor."""
        self.delegate.commit()

    def row_height(self, row: PlanRow) -> int:
        """Return how tall a row must be to show all its words."""
        return 2 * MARGIN_Y + 1 + self._content_height(row)

    def fit_column(self, place: int) -> None:
        """Make a column as wide as its words need, within reason."""
        metrics = self.fontMetrics()
        widest = _WIDEST_FIT * metrics.averageCharWidth()
        column = TABLE_COLUMNS[place].column
        need = metrics.horizontalAdvance(TABLE_COLUMNS[place].title) + 12
        for row in self.rows.shown_rows[:500]:
            if row.task is None and column is not AnnexColumn.NUMBER:
                continue
            for line in self.rows.text_of(row, column).text.split("\n"):
                need = max(need, metrics.horizontalAdvance(line) + 2 * MARGIN_X + 6)
            if need >= widest:
                break
        self.columns.resizeSection(place, min(need, widest))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QTableView.keyPressEvent: Enter, Delete and typing as in Excel."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and modifiers in (Qt.KeyboardModifier.NoModifier, _SHIFT):
            self._on_moved_on(AfterEdit.UP if modifiers == _SHIFT else AfterEdit.DOWN)
        elif key == Qt.Key.Key_Delete and modifiers == Qt.KeyboardModifier.NoModifier:
            self.clear_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.cancel_asked.emit()
        elif key == Qt.Key.Key_Space and modifiers == _SHIFT:
            self.select_rows([row.key for row in self.selected_rows()])
        else:
            self.delegate.starts_empty = bool(event.text()) and event.text().isprintable()
            super().keyPressEvent(event)
            self.delegate.starts_empty = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QTableView.mousePressEvent: chosen rows are dragged by their numbers only."""
        index = self.indexAt(event.position().toPoint())
        is_chosen = index.column() == 0 and self.selectionModel().isSelected(index)
        self.setDragEnabled(is_chosen and self.has_whole_rows())
        super().mousePressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Override QTableView.inputMethodEvent: composing replaces, as typing does."""
        self.delegate.starts_empty = True
        super().inputMethodEvent(event)
        self.delegate.starts_empty = False

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Override QTableView.selectionCommand: the number stands for the row."""
        command = super().selectionCommand(index, event)
        is_mouse = event is not None and isinstance(event, QEvent) and event.type() in _MOUSE
        if is_mouse and index.isValid() and index.column() == 0:
            command |= QItemSelectionModel.SelectionFlag.Rows
        return command

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Override QTableView.currentChanged."""
        super().currentChanged(current, previous)
        for index in (current, previous):
            row = self.rows.row_at(index.row())
            if row is not None and row.task is None:
                # A section's title is drawn across the whole row.
                self.viewport().update()
        if current.row() != previous.row() or not current.isValid():
            self.current_row_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTableView.resizeEvent."""
        super().resizeEvent(event)
        self.columns.fit()
        self._heights.measure_visible()

    def changeEvent(self, event: QEvent) -> None:
        """Override QTableView.changeEvent: another font means other heights."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_heights"):
            self.layouts.set_font(self.font())
            self.columns.fit()
            self._heights.measure_anew()
            self._heights.measure_visible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Override QTableView.contextMenuEvent."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.bottomLeft())
        self.menu_asked.emit(place)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Override QTableView.startDrag: only whole rows, in the plan's order, can go."""
        if self.has_whole_rows() and self.rows.sorting is None:
            self._drag.start([row.key for row in self.selected_rows()])

    def _content_height(self, row: PlanRow) -> int:
        if row.task is None:
            return self.delegate.text_height(row, TABLE_COLUMNS[1], self.columns.band_width)
        return max(
            self.delegate.text_height(row, column, self.columnWidth(place))
            for place, column in enumerate(TABLE_COLUMNS)
            if not self.isColumnHidden(place)
        )

    @Slot(object)
    def _on_moved_on(self, where: AfterEdit) -> None:
        down, right = where.value
        index = self.currentIndex()
        shown = [place_of(column) for column in self.shown_columns()]
        if index.column() not in shown:
            return
        column = shown.index(index.column()) + right
        row = index.row() + down
        if not 0 <= column < len(shown):
            row += 1 if column > 0 else -1
            column = 0 if column > 0 else len(shown) - 1
        if 0 <= row < self.rows.rowCount():
            self.stand_on(self.rows.index(row, shown[column]))
        self.setFocus()

    @Slot(int)
    def _on_editor_grown(self, height: int) -> None:
        row = self.currentIndex().row()
        if row >= 0 and height > self.rowHeight(row):
            self._heights.stretch(row, height)
        self.updateEditorGeometries()

    @Slot()
    def _on_about_to_reset(self) -> None:
        self.commit_editing()
        row = self.current_row
        self._anchor = (row.key, self.current_column) if row else None

    @Slot()
    def _on_reset(self) -> None:
        self._heights.measure_anew()
        if not self.rows.rowCount():
            self.current_row_changed.emit()
            return
        if self._anchor is None or not self.go_to(*self._anchor):
            column = place_of(AnnexColumn.CONTENT)
            self.stand_on(self.rows.index(0, column))
            self.scrollToTop()
        self._heights.measure_visible()
        self.current_row_changed.emit()


_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
)
