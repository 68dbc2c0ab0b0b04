"""The progress table: rows as tall as their text, and keys as in Excel."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cchc_desktop.ui.plan_cell_editor import AfterEdit
from cchc_desktop.ui.plan_cell_text import CellLayouts
from cchc_desktop.ui.plan_row_heights import RowHeights
from cchc_desktop.ui.progress_cell_delegate import MARGIN_X, MARGIN_Y, ProgressCellDelegate
from cchc_desktop.ui.progress_columns import (
    FIXED_COLUMNS,
    TABLE_COLUMNS,
    ProgressColumn,
    place_of,
)
from cchc_desktop.ui.progress_frozen import FrozenColumns
from cchc_desktop.ui.progress_header import ProgressHeader
from cchc_desktop.ui.progress_model import ProgressTableModel
from cchc_desktop.ui.progress_rows import ProgressRow, RowKey, RowKind
from cchc_desktop.ui.settings import Settings

Index = QModelIndex | QPersistentModelIndex

_WIDEST_FIT = 40
"""A column fitted to its words grows to this many letters; longer words wrap."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class ProgressTable(QTableView):
    """Shows and edits a ``ProgressTableModel``.

    Signals:
        clear_asked(): Delete was pressed over cells.
        menu_asked(QPoint): A menu is wanted at this place of the screen.
        current_row_changed(): Another row is the current one.
        lock_touched(): The officer wants to write in a closed period.
    """

    clear_asked = Signal()
    menu_asked = Signal(object)
    current_row_changed = Signal()
    lock_touched = Signal()

    def __init__(
        self, model: ProgressTableModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.rows = model
        self._anchor: tuple[RowKey, ProgressColumn] | None = None
        self.setAccessibleName("Bảng tiến độ")
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)
        self.layouts = CellLayouts(self.font())
        self.delegate = ProgressCellDelegate(model, self.layouts, self)
        self.delegate.moved_on.connect(self._on_moved_on)
        self.delegate.editor_grown.connect(self._on_editor_grown)
        self.setItemDelegate(self.delegate)
        self.columns = ProgressHeader(settings, self)
        self.delegate.section_band = self.columns.section_band
        self.setHorizontalHeader(self.columns)
        self.setModel(model)
        self.columns.restore()
        self._heights = RowHeights(self, model, self.row_height)
        self.frozen = FrozenColumns(self)
        # Setting these scrolls, which asks what the fixed columns cover.
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._heights.measure_visible)
        self.columns.widths_settled.connect(self._settle.start)
        self.columns.fit_asked.connect(self.fit_column)
        model.modelAboutToBeReset.connect(self._on_about_to_reset)
        model.modelReset.connect(self._on_reset)

    @property
    def is_editing(self) -> bool:
        """Whether a cell's editor is open."""
        return self.delegate.editor is not None

    @property
    def current_row(self) -> ProgressRow | None:
        """The row of the current cell, or None."""
        return self.rows.row_at(self.currentIndex().row())

    @property
    def current_column(self) -> ProgressColumn:
        """The column of the current cell."""
        return TABLE_COLUMNS[max(self.currentIndex().column(), 0)].column

    def selected_places(self) -> list[tuple[int, int]]:
        """Return row and column of each selected cell that is shown, in order."""
        return sorted(
            (index.row(), index.column())
            for index in self.selectedIndexes()
            if not self.isColumnHidden(index.column())
        )

    def selected_rows(self) -> list[ProgressRow]:
        """Return the rows with a selected cell, else the current one, in order."""
        places = sorted({row for row, _ in self.selected_places()})
        if not places and self.currentIndex().isValid():
            places = [self.currentIndex().row()]
        return [row for place in places if (row := self.rows.row_at(place))]

    def shown_columns(self) -> list[ProgressColumn]:
        """Return the columns shown, from left to right."""
        return [
            column.column
            for place, column in enumerate(TABLE_COLUMNS)
            if not self.isColumnHidden(place)
        ]

    def go_to(self, key: RowKey, column: ProgressColumn | None = None) -> bool:
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
        last = self.rows.columnCount() - 1
        for place in places:
            selection.select(self.rows.index(place, 0), self.rows.index(place, last))
        model = self.selectionModel()
        flags = QItemSelectionModel.SelectionFlag
        model.setCurrentIndex(self.rows.index(places[0], column), flags.NoUpdate)
        model.select(selection, flags.ClearAndSelect)

    def commit_editing(self) -> None:
        """Keep what is being typed and close the editor."""
        self.delegate.commit()

    def row_height(self, row: ProgressRow) -> int:
        """Return how tall a row must be to show all its words."""
        if row.kind is RowKind.SECTION:
            content = self.delegate.text_height(row, TABLE_COLUMNS[1], self.columns.band_width)
        else:
            content = max(
                self.delegate.text_height(row, column, self.columnWidth(place))
                for place, column in enumerate(TABLE_COLUMNS)
                if not self.isColumnHidden(place)
            )
        return 2 * MARGIN_Y + 1 + content

    @Slot(int)
    def fit_column(self, place: int) -> None:
        """Make a column as wide as its words need, within reason."""
        metrics = self.fontMetrics()
        widest = _WIDEST_FIT * metrics.averageCharWidth()
        need = metrics.horizontalAdvance(TABLE_COLUMNS[place].title) + 24
        for row in self.rows.shown_rows[:500]:
            if row.kind is RowKind.SECTION and place:
                continue
            for line in self.rows.text_of(row, TABLE_COLUMNS[place].column).split("\n"):
                need = max(need, metrics.horizontalAdvance(line) + 2 * MARGIN_X + 24)
            if need >= widest:
                break
        self.columns.resizeSection(place, min(need, widest))

    @Slot()
    def open_members(self) -> None:
        """Show the members below the chosen rows."""
        self._set_open(is_open=True)

    @Slot()
    def close_members(self) -> None:
        """Hide the members below the chosen rows, or those that a chosen member is among."""
        self._set_open(is_open=False)

    @Slot()
    def toggle_members(self) -> None:
        """Show the members below the current row, or hide them."""
        row = self.current_row
        if row is not None:
            self._set_open(is_open=not (row.is_member or self.rows.is_open(row)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QTableView.keyPressEvent: Enter, Delete and typing as in Excel."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row = self.current_row
        if key in _ENTER and modifiers in (_NONE, _SHIFT):
            self._on_moved_on(AfterEdit.UP if modifiers == _SHIFT else AfterEdit.DOWN)
        elif key == Qt.Key.Key_Delete and modifiers == _NONE:
            self.clear_asked.emit()
        elif key == Qt.Key.Key_Space and modifiers == _SHIFT:
            self.select_rows([row.key for row in self.selected_rows()])
        elif key == Qt.Key.Key_Space and modifiers == _NONE and row and row.has_members:
            self.toggle_members()
        else:
            is_typing = bool(event.text()) and event.text().isprintable()
            if self._is_locked_cell() and (is_typing or key == Qt.Key.Key_F2):
                self.lock_touched.emit()
                return
            self.delegate.starts_empty = is_typing
            super().keyPressEvent(event)
            self.delegate.starts_empty = False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QTableView.mousePressEvent: the sign beside a task opens its members."""
        key = self._chevron_at(event.position().toPoint())
        super().mousePressEvent(event)
        if key is not None and event.button() == Qt.MouseButton.LeftButton:
            self.toggle_members()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Override QTableView.mouseDoubleClickEvent."""
        row = self.rows.row_at(self.indexAt(event.position().toPoint()).row())
        super().mouseDoubleClickEvent(event)
        if self._is_locked_cell():
            self.lock_touched.emit()
        elif (
            row is not None
            and row.has_members
            and self._chevron_at(event.position().toPoint()) is None
        ):
            self.toggle_members()

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
            if row is not None and row.kind is RowKind.SECTION:
                # A section's title is drawn across the whole row.
                self.viewport().update()
        if current.row() != previous.row() or not current.isValid():
            self.current_row_changed.emit()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Override QTableView.scrollTo: what the fixed columns would cover is brought out."""
        bar = self.horizontalScrollBar()
        before, was_frozen = bar.value(), self.frozen.isVisible()
        super().scrollTo(index, hint)
        if TABLE_COLUMNS[max(index.column(), 0)].column in FIXED_COLUMNS:
            if was_frozen:
                bar.setValue(before)
        elif self.frozen.isVisible():
            covered = self.frozen.width() - self.visualRect(index).left()
            if covered > 0:
                bar.setValue(bar.value() - covered)

    def take_click(self, index: QModelIndex, *, is_range: bool) -> None:
        """Choose a cell that was clicked in the fixed columns; a range up to it with Shift."""
        self.commit_editing()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        row, current = self.rows.row_at(index.row()), self.currentIndex()
        if is_range and current.isValid():
            flags = QItemSelectionModel.SelectionFlag
            first, last = sorted((current.row(), index.row()))
            left, right = sorted((current.column(), index.column()))
            block = QItemSelection(self.rows.index(first, left), self.rows.index(last, right))
            self.selectionModel().select(block, flags.ClearAndSelect)
        elif index.column() == 0 and row is not None:
            self.stand_on(index)
            self.select_rows([row.key])
        else:
            self.stand_on(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTableView.resizeEvent."""
        super().resizeEvent(event)
        self.columns.fit()
        self.frozen.place()
        self._heights.measure_visible()

    def changeEvent(self, event: QEvent) -> None:
        """Override QTableView.changeEvent: another font means other heights."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_heights"):
            self.layouts.set_font(self.font())
            self.columns.fit()
            self._heights.measure_anew()
            self._heights.measure_visible()
            self.frozen.place()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Override QTableView.contextMenuEvent."""
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            rect = self.visualRect(self.currentIndex())
            place = self.viewport().mapToGlobal(rect.bottomLeft())
        self.menu_asked.emit(place)

    def _set_open(self, *, is_open: bool) -> None:
        self.commit_editing()
        keys = []
        for row in self.selected_rows():
            owner = self.rows.all_rows[row.above] if row.is_member else row
            if owner.has_members:
                keys.append(owner.key)
        current = self.current_row
        self.rows.set_open(dict.fromkeys(keys), is_open=is_open)
        if current is not None and self.rows.place_of(current.key) < 0 and keys:
            self.go_to(keys[0])

    def _chevron_at(self, place: QPoint) -> RowKey | None:
        index = self.indexAt(place)
        row = self.rows.row_at(index.row())
        if row is None or not row.has_members or index.column() != place_of(ProgressColumn.WORK):
            return None
        rect: QRect = self.delegate.chevron_rect(row, self.visualRect(index))
        return row.key if rect.contains(place) else None

    def _is_locked_cell(self) -> bool:
        row, index = self.current_row, self.currentIndex()
        has_field = TABLE_COLUMNS[max(index.column(), 0)].field is not None
        return bool(self.rows.is_closed and row and row.state is not None and has_field)

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
            self.stand_on(self._first_cell())
            self.scrollToTop()
        self._heights.measure_visible()
        self.current_row_changed.emit()

    def _first_cell(self) -> QModelIndex:
        """Return where writing begins: the statement of the first piece of work."""
        column = place_of(ProgressColumn.STATEMENT)
        for place, row in enumerate(self.rows.shown_rows):
            if row.state is not None:
                return self.rows.index(place, column)
        return self.rows.index(0, place_of(ProgressColumn.WORK))


_MOUSE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseMove,
)
