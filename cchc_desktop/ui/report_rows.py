"""Rows of the small lists beside a report: wrapped, with signs at their end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.theme import current_tokens

SIGNS_ROLE = int(Qt.ItemDataRole.UserRole) + 1
"""The signs of a row: pairs of an icon's name and a colour's."""
INDENT_ROLE = int(Qt.ItemDataRole.UserRole) + 2
"""How many steps a row stands in."""

_STEP = 12
_BETWEEN = 3
_SIDE, _ABOVE = 8, 4
_WRAP = int(Qt.TextFlag.TextWordWrap)

Index = QModelIndex | QPersistentModelIndex


class SmallRowDelegate(QStyledItemDelegate):
    """Paints wrapped rows of a list in the list's own width."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        tokens = current_tokens()
        painter.save()
        if cell.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell.rect, tokens.accent_soft)
        if cell.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(tokens.accent, 1))
            painter.drawRect(cell.rect.adjusted(0, 0, -1, -1))
        painter.setFont(cell.font)
        painter.setPen(tokens.text)
        words = self._words_area(cell, index)
        painter.drawText(words, _WRAP, cell.text)
        side = cell.fontMetrics.ascent()
        left = words.right() + _BETWEEN
        for name, colour in index.data(SIGNS_ROLE) or ():
            top = words.top() + (cell.fontMetrics.height() - side) // 2
            icon(name, colour).paint(painter, QRect(left, top, side, side))
            left += side + _BETWEEN
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate.sizeHint."""
        cell = QStyleOptionViewItem(option)
        self.initStyleOption(cell, index)
        view = option.widget
        room = view.viewport().width() if isinstance(view, QAbstractItemView) else 200
        cell.rect = QRect(0, 0, room, 1 << 16)
        metrics = QFontMetrics(cell.font)
        used = metrics.boundingRect(self._words_area(cell, index), _WRAP, cell.text or " ")
        return QSize(room, used.height() + 2 * _ABOVE)

    def _words_area(self, cell: QStyleOptionViewItem, index: Index) -> QRect:
        signs = index.data(SIGNS_ROLE) or ()
        left = _SIDE + _STEP * int(index.data(INDENT_ROLE) or 0)
        right = _SIDE + len(signs) * (cell.fontMetrics.ascent() + _BETWEEN)
        return cell.rect.adjusted(left, _ABOVE, -right, -_ABOVE)


def small_list(name: str, parent: QWidget) -> QListView:
    """Return a list whose rows wrap."""
    view = QListView(parent)
    view.setAccessibleName(name)
    view.setItemDelegate(SmallRowDelegate(view))
    view.setResizeMode(QListView.ResizeMode.Adjust)
    # Only so are the rows measured again when the list becomes narrower.
    view.setWordWrap(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    return view
