"""Keeps the number and the work in sight while the progress table is scrolled sideways."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, Qt, Slot
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QToolTip, QWidget

from cchc_desktop.ui.progress_columns import FIXED_COLUMNS, place_of
from cchc_desktop.ui.theme import current_tokens

if TYPE_CHECKING:
    from cchc_desktop.ui.progress_table import ProgressTable

_MOST_OF_WIDTH = 0.6
"""Where the fixed columns would take more of the table than this, they scroll away."""
_PLACES = tuple(place_of(column) for column in FIXED_COLUMNS)


class FrozenColumns(QWidget):
    """Paints the fixed columns over the left edge of a table that is scrolled.

    It shows what the table's delegate draws and hands clicks on; it keeps nothing itself.
    """

    def __init__(self, table: "ProgressTable") -> None:
        super().__init__(table)
        self._table = table
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        table.horizontalScrollBar().valueChanged.connect(self.place)
        table.horizontalScrollBar().rangeChanged.connect(self.place)
        table.verticalScrollBar().valueChanged.connect(self.update)
        table.verticalHeader().sectionResized.connect(self.update)
        table.columns.sectionResized.connect(self.place)
        table.columns.geometriesChanged.connect(self.place)
        table.selectionModel().selectionChanged.connect(self.update)
        table.selectionModel().currentChanged.connect(self.update)
        model = table.rows
        for signal in (
            model.dataChanged,
            model.modelReset,
            model.rowsInserted,
            model.rowsRemoved,
        ):
            signal.connect(self.update)
        self.hide()

    @Slot()
    def place(self) -> None:
        """Cover the left edge while the table is scrolled sideways."""
        table = self._table
        width = sum(table.columnWidth(place) for place in _PLACES)
        has_room = width <= _MOST_OF_WIDTH * table.viewport().width()
        is_needed = table.horizontalScrollBar().value() > 0 and has_room
        if is_needed:
            top = table.columns.geometry().top()
            height = table.viewport().geometry().bottom() + 1 - top
            self.setGeometry(QRect(table.viewport().geometry().left(), top, width, height))
            self.raise_()
            self.update()
        self.setVisible(is_needed)
        table.columns.is_fixed = is_needed
        # Sections' titles stay where they are while the cells under them are scrolled.
        table.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        painter = QPainter(self)
        tokens = current_tokens()
        table, top = self._table, self._table.columns.height()
        painter.fillRect(self.rect(), tokens.surface)
        number = table.rowAt(0)
        while 0 <= number < table.rows.rowCount():
            y = table.rowViewportPosition(number)
            if y >= self.height() - top:
                break
            left = 0
            for place in _PLACES:
                rect = QRect(left, top + y, table.columnWidth(place), table.rowHeight(number))
                self._paint_cell(painter, rect, table.rows.index(number, place))
                left += rect.width()
            number += 1
        # Titles come last: they cover what of the first row is scrolled away.
        left = 0
        for place in _PLACES:
            width = table.columnWidth(place)
            table.columns.paint_title(painter, QRect(left, 0, width, top), place)
            left += width
        painter.fillRect(QRect(self.width() - 2, 0, 2, self.height()), tokens.line)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Override QWidget.event: what a cell explains is explained here too."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index, _ = self._cell_at(event.pos())
            words = index.data(Qt.ItemDataRole.ToolTipRole) if index.isValid() else None
            QToolTip.showText(event.globalPos(), words or "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QWidget.mousePressEvent."""
        index, rect = self._cell_at(event.position().toPoint())
        if index.isValid():
            is_range = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._table.take_click(index, is_range=is_range)
            row = self._table.rows.row_at(index.row())
            is_sign = row is not None and row.has_members and index.column() == _PLACES[-1]
            if row is not None and is_sign:
                sign = self._table.delegate.chevron_rect(row, rect)
                if sign.contains(event.position().toPoint()):
                    self._table.toggle_members()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Override QWidget.mouseDoubleClickEvent."""
        index, _ = self._cell_at(event.position().toPoint())
        row = self._table.rows.row_at(index.row())
        if row is not None and row.has_members:
            self._table.toggle_members()

    def _paint_cell(self, painter: QPainter, rect: QRect, index: QModelIndex) -> None:
        table = self._table
        option = QStyleOptionViewItem()
        option.rect = rect
        option.widget = table
        state = QStyle.StateFlag.State_Enabled
        if table.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if table.hasFocus() and table.currentIndex() == index:
            state |= QStyle.StateFlag.State_HasFocus
        option.state = state
        table.delegate.paint(painter, option, index)

    def _cell_at(self, point: QPoint) -> tuple[QModelIndex, QRect]:
        table, top = self._table, self._table.columns.height()
        number = table.rowAt(point.y() - top)
        if point.y() < top or number < 0:
            return QModelIndex(), QRect()
        left = 0
        for place in _PLACES:
            width = table.columnWidth(place)
            if left <= point.x() < left + width:
                y = top + table.rowViewportPosition(number)
                rect = QRect(left, y, width, table.rowHeight(number))
                return table.rows.index(number, place), rect
            left += width
        return QModelIndex(), QRect()
