"""The dialog in which a table that stands in a plan's text is edited, cell by cell."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QTableWidgetSelectionRange,
    QWidget,
)

from cchc_desktop.domain.plan_text import TextTable
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.text_table_paste import copied_cells

_CELL = int(Qt.ItemDataRole.UserRole)
_NEW_ROWS, _NEW_COLUMNS = 3, 3
_MOST_ROWS, _MOST_COLUMNS = 500, 20
"""What a page of text can still hold; a whole sheet copied by mistake is not pasted."""


def empty_table() -> TextTable:
    """Return a small table to begin with."""
    return TextTable(((EMPTY,) * _NEW_COLUMNS,) * _NEW_ROWS)


class _Grid(QTableWidget):
    """A grid in which Enter edits a cell, and once more goes down; it does not end the dialog."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            # The Enter that ends the typing in a cell arrives here, too.
            if self.state() is not QTableWidget.State.EditingState:
                self.edit(self.currentIndex())
        elif event.key() == Qt.Key.Key_Delete:
            for index in self.selectedIndexes():
                self.model().setData(index, "")
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self.setCurrentCell(
                min(self.currentRow() + 1, self.rowCount() - 1), self.currentColumn()
            )


class TextTableDialog(FormDialog):
    """Edits the cells of a table; bold and italic of a cell that is not changed stay.

    Attributes:
        table: The table as it stands, set when the dialog is accepted.
    """

    def __init__(self, table: TextTable, parent: QWidget) -> None:
        super().__init__(parent, "Bảng trong phần lời", "Ghi bảng")
        self.setMinimumSize(720, 420)
        self.table = table
        self.grid = _Grid(len(table.rows), len(table.rows[0]), self)
        self.grid.setObjectName("framed")
        self.grid.setAccessibleName("Các ô của bảng")
        self.grid.setWordWrap(True)
        self.grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.grid.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell.text)
                item.setData(_CELL, cell.markup)
                self.grid.setItem(row, column, item)
        paste = make_action(
            self.grid, "Dán từ ô đang chọn", self.paste, QKeySequence.StandardKey.Paste
        )
        # Within a cell that is being typed in, pasting is the field's own.
        paste.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.grid.addAction(paste)
        self.grid.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.header_rows = QSpinBox(self)
        self.header_rows.setRange(0, len(table.rows))
        self.header_rows.setValue(table.header_rows)
        self.header_rows.setFixedWidth(self.fontMetrics().averageCharWidth() * 12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for words, slot in (
            ("Thêm &hàng", self.add_row),
            ("Xóa hàn&g", self.remove_row),
            ("Thêm &cột", self.add_column),
            ("Xóa cộ&t", self.remove_column),
        ):
            button = QPushButton(words, self)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        buttons.addStretch()
        self.form.addRow(self.grid)
        self.form.addRow(buttons)
        self.form.addRow("Số hàng &đầu bảng", self.header_rows)
        self.grid.setCurrentCell(0, 0)
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        # A cell that is being typed in is written when it is left.
        self.yes_button.setFocus(Qt.FocusReason.OtherFocusReason)
        rows = tuple(
            tuple(self._cell(row, column) for column in range(self.grid.columnCount()))
            for row in range(self.grid.rowCount())
        )
        self.table = TextTable(rows, min(self.header_rows.value(), len(rows)))
        self.accept()

    @Slot()
    def add_row(self) -> None:
        """Put an empty row below the current one."""
        self.grid.insertRow(self.grid.currentRow() + 1)
        self.header_rows.setMaximum(self.grid.rowCount())

    @Slot()
    def remove_row(self) -> None:
        """Take the current row out; one always stays."""
        if self.grid.rowCount() > 1:
            self.grid.removeRow(max(self.grid.currentRow(), 0))
            self.header_rows.setMaximum(self.grid.rowCount())

    @Slot()
    def add_column(self) -> None:
        """Put an empty column behind the current one."""
        self.grid.insertColumn(self.grid.currentColumn() + 1)

    @Slot()
    def remove_column(self) -> None:
        """Take the current column out; one always stays."""
        if self.grid.columnCount() > 1:
            self.grid.removeColumn(max(self.grid.currentColumn(), 0))

    @Slot()
    def paste(self) -> None:
        """Put the copied block in from the current cell on; the table grows to hold it."""
        cells = copied_cells(QGuiApplication.clipboard().mimeData())
        if not cells:
            return
        top, left = max(self.grid.currentRow(), 0), max(self.grid.currentColumn(), 0)
        bottom, right = top + len(cells), left + max(map(len, cells))
        if bottom > _MOST_ROWS or right > _MOST_COLUMNS:
            self.show_problem(
                f"Chưa dán: bảng sẽ có {bottom} hàng, {right} cột; bảng trong phần lời có "
                f"nhiều nhất {_MOST_ROWS} hàng, {_MOST_COLUMNS} cột.",
                self.grid,
            )
            return
        self.grid.setRowCount(max(self.grid.rowCount(), bottom))
        self.grid.setColumnCount(max(self.grid.columnCount(), right))
        self.header_rows.setMaximum(self.grid.rowCount())
        for row, line in enumerate(cells, top):
            for column, cell in enumerate(line, left):
                item = QTableWidgetItem(cell.text)
                item.setData(_CELL, cell.markup)
                self.grid.setItem(row, column, item)
        self.grid.clearSelection()
        self.grid.setRangeSelected(
            QTableWidgetSelectionRange(top, left, bottom - 1, right - 1), True
        )

    def _cell(self, row: int, column: int) -> RichText:
        item = self.grid.item(row, column)
        if item is None:
            return EMPTY
        before = RichText.from_markup(str(item.data(_CELL) or ""))
        return before if item.text() == before.text else RichText.plain(item.text())
