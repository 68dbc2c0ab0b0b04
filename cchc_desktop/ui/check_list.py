"""The list of a check's findings: Enter or a double click goes to one, the space bar decides."""

from PySide6.QtCore import QPointF, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.ui.check_model import SEVERITY_COLUMN, SHARES, SIGN_ROLE
from cchc_desktop.ui.import_cells import Index
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.marks import Mark, draw_mark
from cchc_desktop.ui.theme import current_tokens

_PADDING_X, _PADDING_Y = 8, 6


class CheckList(ImportList):
    """Shows the findings, one chosen at a time.

    Signals:
        place_wanted(): The officer wants to go to the place of the chosen finding.
        decision_wanted(): The officer wants to accept it, or no longer to.
    """

    place_wanted = Signal()
    decision_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(SHARES, parent)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegateForColumn(SEVERITY_COLUMN, _SeverityDelegate(self))
        self.setAccessibleName("Các chỗ phát hiện khi kiểm tra")

    def choose_row(self, row: int) -> None:
        """Make a row the current one, or the last one where there are fewer."""
        last = self.model().rowCount() - 1
        if last >= 0:
            self.selectRow(min(row, last))
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override ImportList.keyPressEvent: Enter goes to the place, the space bar decides."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._ask(self.place_wanted)
            case Qt.Key.Key_Space:
                self._ask(self.decision_wanted)
            case _:
                super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Override QTableView.mouseDoubleClickEvent."""
        super().mouseDoubleClickEvent(event)
        is_left = event.button() is Qt.MouseButton.LeftButton
        if is_left and self.indexAt(event.position().toPoint()).isValid():
            self.place_wanted.emit()

    def _ask(self, wanted: SignalInstance) -> None:
        if self.currentIndex().isValid():
            wanted.emit()


class _SeverityDelegate(QStyledItemDelegate):
    """Paints how grave a finding is: a sign and a word, never a colour alone."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        tokens = current_tokens()
        area = option.rect
        painter.save()
        painter.setClipRect(area)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, tokens.accent_soft)
        painter.setPen(QPen(tokens.line, 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        mark = index.data(SIGN_ROLE)
        if isinstance(mark, Mark):
            at = QPointF(area.x() + _PADDING_X, area.y() + _PADDING_Y)
            draw_mark(painter, mark, at, area.width() - 2 * _PADDING_X, option.font)
        painter.restore()
