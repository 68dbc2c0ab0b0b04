"""Painting the cells of the plain tables: wrapped, never cut, a hairline below each row."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cchc_desktop.ui.theme import current_tokens

_SIDE, _ABOVE = 8, 5
_WRAP = int(Qt.TextFlag.TextWordWrap)


class RowDelegate(QStyledItemDelegate):
    """Gives each cell the height that its words need in the column's width.

    Padding from a style sheet is left out of account when Qt measures wrapped text, and the
    last words are then cut; so the padding is here.
    """

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Override QStyledItemDelegate.paint."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        tokens = current_tokens()
        painter.save()
        if cell.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell.rect, tokens.accent_soft)
        painter.setPen(QPen(tokens.line))
        painter.drawLine(cell.rect.bottomLeft(), cell.rect.bottomRight())
        painter.setFont(cell.font)
        painter.setPen(QPen(cell.palette.text().color()))
        area, words, flags = _words_area(cell.rect), cell.text, int(cell.displayAlignment)
        if cell.features & QStyleOptionViewItem.ViewItemFeature.WrapText:
            flags |= _WRAP
        else:
            words = cell.fontMetrics.elidedText(words, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, flags, words)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Override QStyledItemDelegate.sizeHint."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        metrics = QFontMetrics(cell.font)
        if cell.rect.width() <= 2 * _SIDE:
            return QSize(
                metrics.horizontalAdvance(cell.text) + 2 * _SIDE + 2,
                metrics.lineSpacing() + 2 * _ABOVE + 1,
            )
        area = _words_area(QRect(0, 0, cell.rect.width(), 1 << 16))
        used = metrics.boundingRect(area, _WRAP, cell.text or " ")
        return QSize(used.width() + 2 * _SIDE, used.height() + 2 * _ABOVE + 1)


def _words_area(cell: QRect) -> QRect:
    return cell.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
