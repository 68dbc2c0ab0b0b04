"""The progress table: members that open below their task, and a period that may be closed."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from cchc_desktop.ui.grid_selection import Index
from cchc_desktop.ui.grid_table import GridTable
from cchc_desktop.ui.progress_cell_delegate import ProgressCellDelegate
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

_NONE = Qt.KeyboardModifier.NoModifier


class ProgressTable(GridTable[ProgressRow, RowKey, ProgressColumn]):
    """Shows and edits a ``ProgressTableModel``.

    Signals:
        lock_touched(): The officer wants to write in a closed period.
    """

    lock_touched = Signal()

    rows: ProgressTableModel
    delegate: ProgressCellDelegate
    columns: ProgressHeader
    # A state has a ground and a sign beside its words, a task the sign of its members.
    title_room = 24
    words_room = 24

    def __init__(
        self, model: ProgressTableModel, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, TABLE_COLUMNS, parent)
        self.setAccessibleName("Bảng tiến độ")
        delegate = ProgressCellDelegate(model, self.layouts, self)
        self.take_parts(delegate, ProgressHeader(settings, self))
        self.frozen = FrozenColumns(self)
        # Scrolling asks what the fixed columns cover.
        self.scroll_by_pixels()

    def is_band(self, row: ProgressRow) -> bool:
        """Tell whether a row's title runs across all its cells but the first."""
        return row.kind is RowKind.SECTION

    def first_cell(self) -> QModelIndex:
        """Return where writing begins: the statement of the first piece of work."""
        column = place_of(ProgressColumn.STATEMENT)
        for place, row in enumerate(self.rows.shown_rows):
            if row.state is not None:
                return self.rows.index(place, column)
        return self.rows.index(0, place_of(ProgressColumn.WORK))

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

    def take_other_key(self, event: QKeyEvent) -> None:
        """Override GridTable.take_other_key: Space opens members, a lock takes no letters."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        row = self.current_row
        is_typing = bool(event.text()) and event.text().isprintable()
        if key == Qt.Key.Key_Space and modifiers == _NONE and row and row.has_members:
            self.toggle_members()
        elif self._is_locked_cell() and (is_typing or key == Qt.Key.Key_F2):
            self.lock_touched.emit()
        else:
            super().take_other_key(event)

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
        """Override GridTable.resizeEvent."""
        super().resizeEvent(event)
        self.frozen.place()

    def changeEvent(self, event: QEvent) -> None:
        """Override GridTable.changeEvent: other letters, other widths."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "frozen"):
            self.frozen.place()

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
