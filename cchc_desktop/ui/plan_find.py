"""The bar of find and replace: in the selection or everywhere, styles kept, one step."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan_rows import PlanRow
from cchc_desktop.domain.text_finding import Replacement, hit_spans
from cchc_desktop.services.plan_editing import CellEdit
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.plan_cell_commands import CellCommands
from cchc_desktop.ui.plan_columns import TABLE_COLUMNS, place_of
from cchc_desktop.ui.plan_table import PlanTable

_COUNT_AFTER_MS = 150
Cell = tuple[PlanRow, AnnexColumn]


class FindBar(QWidget):
    """Finds and replaces words in the cells of a table.

    Signals:
        closed(): The officer is done with it.
    """

    closed = Signal()

    def __init__(self, table: PlanTable, commands: CellCommands, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._table = table
        self._rows = table.rows
        self._commands = commands
        self._scope: list[Cell] = []
        self.sought = QLineEdit(self)
        self.sought.setAccessibleName("Tìm")
        self.new_words = QLineEdit(self)
        self.new_words.setAccessibleName("Thay bằng")
        self.matches_case = QCheckBox("Phân biệt chữ &hoa, thường", self)
        self.whole_words = QCheckBox("Chỉ &từ trọn vẹn", self)
        self.in_selection = QCheckBox("Chỉ trong &vùng chọn", self)
        self.next_button = QPushButton("Tìm t&iếp", self)
        self.one_button = QPushButton("Tha&y", self)
        self.all_button = QPushButton("Thay tất &cả", self)
        self.count_label = QLabel(self)
        self._timer = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._timer.timeout.connect(self._count)
        self._lay_out()
        self._connect()
        self.hide()

    @Slot()
    def open(self) -> None:
        """Show the bar, ready to type what is sought."""
        self._table.commit_editing()
        self._scope = self._selected_cells()
        self.in_selection.setChecked(len(self._scope) > 1)
        self.in_selection.setEnabled(len(self._scope) > 1)
        self.show()
        self.sought.setFocus()
        self.sought.selectAll()
        self._on_sought_changed()

    @Slot()
    def close_bar(self) -> None:
        """Hide the bar and go back to the table."""
        self.hide()
        self._table.setFocus()
        self.closed.emit()

    @Slot()
    def replace_all(self) -> None:
        """Write the new words everywhere, in one step, and say in how many places."""
        replacement = self._replacement()
        edits = []
        places = 0
        for row, column in self._cells():
            text, count = replacement.apply(self._rows.text_of(row, column))
            if count:
                edits.append(CellEdit(row.key, column, text))
                places += count
        self._commands.save(edits, "replace_text")
        self.count_label.setText(f"Đã thay {places} chỗ trong {len(edits)} ô")

    @Slot()
    def replace_one(self) -> None:
        """Write the new words in the current cell, and go to the next one."""
        row = self._table.current_row
        if row is not None:
            column = self._table.current_column
            text, count = self._replacement().apply(self._rows.text_of(row, column))
            if count and row.accepts(column):
                self._commands.save([CellEdit(row.key, column, text)], "replace_text")
        self.find_next()

    @Slot()
    def find_next(self) -> None:
        """Go to the next cell with the sought words."""
        spans = self._replacement().spans
        found = [cell for cell in self._cells() if spans(self._rows.text_of(*cell).text)]
        self._go_among(found, 1)

    def go(self, way: int, words: str) -> None:
        """Go to the next (1) or previous (-1) cell where ``words`` are found by searching."""
        if self.isVisible() and self.sought.text() and way > 0:
            self.find_next()
            return
        cells = self._shown_cells()
        if words.strip():
            cells = [c for c in cells if hit_spans(words, self._rows.text_of(*c).text)]
            self._go_among(cells, way)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject.eventFilter: Enter finds, Esc closes."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is self.sought:
                self.find_next()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        close = QToolButton(self)
        close.setIcon(icon("x", "muted"))
        close.setAutoRaise(True)
        close.setToolTip("Đóng (Esc)")
        close.setAccessibleName("Đóng tìm và thay thế")
        close.clicked.connect(self.close_bar)
        find_label, new_label = QLabel("Tì&m:", self), QLabel("Thay &bằng:", self)
        find_label.setBuddy(self.sought)
        new_label.setBuddy(self.new_words)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 8, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for line, widgets in enumerate(
            (
                (find_label, self.sought, self.next_button),
                (new_label, self.new_words, self.one_button, self.all_button),
            )
        ):
            for column, widget in enumerate(widgets):
                grid.addWidget(widget, line, column)
        options = QHBoxLayout()
        options.setSpacing(14)
        for box in (self.matches_case, self.whole_words, self.in_selection):
            options.addWidget(box)
        options.addStretch()
        grid.addLayout(options, 2, 1, 1, 4)
        grid.addWidget(self.count_label, 1, 4)
        grid.addWidget(close, 0, 5, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(4, 1)

    def _connect(self) -> None:
        for field in (self.sought, self.new_words):
            field.installEventFilter(self)
        self.sought.textChanged.connect(self._on_sought_changed)
        for box in (self.matches_case, self.whole_words, self.in_selection):
            box.installEventFilter(self)
            box.toggled.connect(self._timer.start)
        self.next_button.clicked.connect(self.find_next)
        self.one_button.clicked.connect(self.replace_one)
        self.all_button.clicked.connect(self.replace_all)

    @Slot()
    def _on_sought_changed(self) -> None:
        for button in (self.next_button, self.one_button, self.all_button):
            button.setEnabled(bool(self.sought.text()))
        self._timer.start()

    @Slot()
    def _count(self) -> None:
        if not self.sought.text():
            self.count_label.clear()
        else:
            spans = self._replacement().spans
            counts = [len(spans(self._rows.text_of(*cell).text)) for cell in self._cells()]
            filled = sum(count > 0 for count in counts)
            self.count_label.setText(
                f"Có {sum(counts)} chỗ trong {filled} ô" if filled else "Không tìm thấy"
            )

    def _replacement(self) -> Replacement:
        return Replacement(
            self.sought.text(),
            self.new_words.text(),
            matches_case=self.matches_case.isChecked(),
            whole_words=self.whole_words.isChecked(),
        )

    def _cells(self) -> list[Cell]:
        """Return the cells to look into, as they are now."""
        if not self.in_selection.isChecked():
            return self._shown_cells()
        current = {row.key: row for row in self._rows.all_rows}
        return [(current[row.key], column) for row, column in self._scope if row.key in current]

    def _shown_cells(self) -> list[Cell]:
        columns = self._table.shown_columns()
        rows = self._rows.shown_rows
        return [(row, column) for row in rows for column in columns if row.accepts(column)]

    def _selected_cells(self) -> list[Cell]:
        return [
            (row, column)
            for place, number in self._table.selected_places()
            if (row := self._rows.row_at(place))
            and row.accepts(column := TABLE_COLUMNS[number].column)
        ]

    def _go_among(self, cells: list[Cell], way: int) -> None:
        """Go to the one of ``cells`` that follows the current cell, round the end."""
        if not cells:
            self.count_label.setText("Không tìm thấy")
            return
        places = [
            (self._rows.place_of(row.key), self._table.columns.visualIndex(place_of(column)))
            for row, column in cells
        ]
        index = self._table.currentIndex()
        here = (index.row(), self._table.columns.visualIndex(index.column()))
        if way > 0:
            number = next((n for n, place in enumerate(places) if place > here), 0)
        else:
            before = [n for n, place in enumerate(places) if place < here]
            number = before[-1] if before else len(places) - 1
        row, column = cells[number]
        self._table.go_to(row.key, column)
