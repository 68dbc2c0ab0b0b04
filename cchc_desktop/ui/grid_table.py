"""A table to be written in as in Excel: keys, selection, editing, rows as tall as their text."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cchc_desktop.ui.cell_editor import AfterEdit
from cchc_desktop.ui.cell_layouts import CellLayouts
from cchc_desktop.ui.grid_delegate import GridDelegate
from cchc_desktop.ui.grid_header import GridColumn, GridHeader
from cchc_desktop.ui.grid_model import GridModel, Key, Row
from cchc_desktop.ui.grid_row_heights import RowHeights
from cchc_desktop.ui.grid_selection import Column, GridSelection

_WIDEST_FIT = 40
"""A column fitted to its words grows to this many letters; longer words wrap."""
_MOST_FITTED = 500
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class GridTable(GridSelection[Row, Key, Column]):
    """Shows and edits a ``GridModel``; a subclass brings the delegate and the heading.

    Attributes:
        layouts: Where the words of cells are measured and laid out.
        title_room: What a column needs beside its title when it is fitted.
        words_room: What a column needs beside its words and their margins when it is fitted.

    Signals:
        clear_asked(): Delete was pressed over cells.
        menu_asked(QPoint): A menu is wanted at this place of the screen.
    """

    clear_asked = Signal()
    menu_asked = Signal(object)

    delegate: GridDelegate[Any]
    title_room = 12
    words_room = 6

    def __init__(
        self,
        model: GridModel[Row, Key],
        columns: Sequence[GridColumn[Column]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, columns, parent)
        self._anchor: tuple[Key, Column] | None = None
        self.layouts = CellLayouts(self.font())
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)

    def take_parts(self, delegate: GridDelegate[Any], header: GridHeader) -> None:
        """Take what draws the cells and the heading; called once, before anything is shown."""
        self.delegate = delegate
        delegate.moved_on.connect(self._on_moved_on)
        delegate.editor_grown.connect(self._on_editor_grown)
        self.setItemDelegate(delegate)
        self.columns = header
        delegate.section_band = header.section_band
        self.setHorizontalHeader(header)
        self.setModel(self.rows)
        header.restore()
        self._heights = RowHeights(self, self.rows, self.row_height)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._heights.measure_visible)
        header.widths_settled.connect(self._settle.start)
        header.fit_asked.connect(self.fit_column)
        self.rows.modelAboutToBeReset.connect(self._on_about_to_reset)
        self.rows.modelReset.connect(self._on_reset)

    def scroll_by_pixels(self) -> None:
        """Scroll smoothly; called once all parts are there, since it scrolls."""
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def first_cell(self) -> QModelIndex:
        """Return the cell to stand on when other rows are shown."""
        return self.rows.index(0, 0)

    @property
    def is_editing(self) -> bool:
        """Whether a cell's editor is open."""
        return self.delegate.editor is not None

    def go_to(self, key: Key, column: Column | None = None) -> bool:
        """Make a cell the current one and show it; False where the row is not shown."""
        place = self.rows.place_of(key)
        if place < 0:
            return False
        index = self.rows.index(place, self._places[column or self.current_column])
        self._heights.measure_rows(place, place)
        self.stand_on(index)
        self.scrollTo(index)
        return True

    def commit_editing(self) -> None:
        """Keep what is being typed and close the editor."""
        self.delegate.commit()

    def row_height(self, row: Row) -> int:
        """Return how tall a row must be to show all its words."""
        if self.is_band(row):
            content = self.delegate.text_height(row, self._columns[1], self.columns.band_width)
        else:
            content = max(
                self.delegate.text_height(row, column, self.columnWidth(place))
                for place, column in enumerate(self._columns)
                if not self.isColumnHidden(place)
            )
        return 2 * self.delegate.margins.y() + 1 + content

    @Slot(int)
    def fit_column(self, place: int) -> None:
        """Make a column as wide as its words need, within reason."""
        metrics = self.fontMetrics()
        widest = _WIDEST_FIT * metrics.averageCharWidth()
        beside = 2 * self.delegate.margins.x() + self.words_room
        need = metrics.horizontalAdvance(self._columns[place].title) + self.title_room
        for row in self.rows.shown_rows[:_MOST_FITTED]:
            if place and self.is_band(row):
                continue
            for line in self.rows.words_of(row, place).split("\n"):
                need = max(need, metrics.horizontalAdvance(line) + beside)
            if need >= widest:
                break
        self.columns.resizeSection(place, min(need, widest))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QTableView.keyPressEvent: Enter, Delete and typing as in Excel."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ENTER and modifiers in (_NONE, _SHIFT):
            self._on_moved_on(AfterEdit.UP if modifiers == _SHIFT else AfterEdit.DOWN)
        elif key == Qt.Key.Key_Delete and modifiers == _NONE:
            self.clear_asked.emit()
        elif key == Qt.Key.Key_Space and modifiers == _SHIFT:
            self.select_rows([row.key for row in self.selected_rows()])
        else:
            self.take_other_key(event)

    def take_other_key(self, event: QKeyEvent) -> None:
        """Answer a key that means the same in every table; letters replace a cell's words."""
        self.delegate.starts_empty = bool(event.text()) and event.text().isprintable()
        super().keyPressEvent(event)
        self.delegate.starts_empty = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Override QTableView.inputMethodEvent: composing replaces, as typing does."""
        self.delegate.starts_empty = True
        super().inputMethodEvent(event)
        self.delegate.starts_empty = False

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

    @Slot(object)
    def _on_moved_on(self, where: AfterEdit) -> None:
        down, right = where.value
        index = self.currentIndex()
        shown = self.shown_places()
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
            self.stand_on(self.first_cell())
            self.scrollToTop()
        self._heights.measure_visible()
        self.current_row_changed.emit()
