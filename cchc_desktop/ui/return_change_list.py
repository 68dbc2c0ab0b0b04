"""The table of returned cells, decided with the space bar and the arrows."""

from PySide6.QtCore import QModelIndex, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from cchc_desktop.domain.return_comparison import ReturnDecision
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.return_change_model import DECISION_COLUMN, SHARES, ReturnChangeModel

_ARROWS = {
    # The two values stand left and right.
    Qt.Key.Key_Left: ReturnDecision.KEEP,
    Qt.Key.Key_Right: ReturnDecision.TAKE,
}


class ReturnChangeList(ImportList):
    """Space changes the decision of the selected rows; left keeps, right takes."""

    def __init__(self, changes: ReturnChangeModel, parent: QWidget | None = None) -> None:
        super().__init__(SHARES, parent)
        self._changes = changes
        self.setModel(changes)
        self.setAccessibleName("Các ô đơn vị gửi về")
        self.setAccessibleDescription(
            "Phím cách đổi lựa chọn, mũi tên trái giữ nội dung đang ghi, mũi tên phải lấy từ biểu"
        )
        self.clicked.connect(self._on_cell_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override ImportList.keyPressEvent."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and event.key() == Qt.Key.Key_Space:
            self._changes.toggle(self._selected())
        elif plain and event.key() in _ARROWS:
            self._changes.decide(self._selected(), _ARROWS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @Slot()
    def go_to_next_undecided(self) -> None:
        """Select the next cell that waits for a decision."""
        row = self._changes.next_undecided(self.currentIndex().row())
        if row is not None:
            self.setCurrentIndex(self._changes.index(row, 1))
            self.selectRow(row)
            heading = self._changes.heading_row(row)
            if self.rowViewportPosition(heading) < 0:
                top = QAbstractItemView.ScrollHint.PositionAtTop
                self.scrollTo(self._changes.index(heading, 1), top)
            self.setFocus()

    def _selected(self) -> list[int]:
        return sorted({index.row() for index in self.selectionModel().selectedIndexes()})

    @Slot(QModelIndex)
    def _on_cell_clicked(self, index: QModelIndex) -> None:
        if index.column() == DECISION_COLUMN:
            self._changes.toggle([index.row()])
