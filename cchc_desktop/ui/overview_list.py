"""A list of tasks or agencies on the overview: a mark, the words, and whose it is."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QFont,
    QKeyEvent,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.ui.marks import Mark, draw_mark, mark_height, mark_size
from cchc_desktop.ui.overview_rows import ListRow
from cchc_desktop.ui.theme import current_tokens

MOST_ROWS = 100
"""More is read in the table of progress; measuring the words of thousands takes long."""

_SIDE, _ABOVE, _BESIDE = 6, 4, 10
_FEW_LINES = 7
_JOINT = "  —  "
_ROW_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class OverviewListModel(QAbstractListModel):
    """The first rows of a list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListRow, ...] = ()

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows; what goes beyond ``MOST_ROWS`` is left out."""
        self.beginResetModel()
        self._rows = tuple(rows[:MOST_ROWS])
        self.endResetModel()

    def row(self, number: int) -> ListRow:
        """Return a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Override QAbstractItemModel.rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Override QAbstractItemModel.data."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == _ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (row.badge, row.words, row.tail) if part)
        return None

    @property
    def badge_sample(self) -> tuple[Mark, ...]:
        """The marks of all rows: the widest says where the words begin."""
        return tuple(_mark(row) for row in self._rows)


class OverviewList(QListView):
    """Shows rows wrapped to its width; a click or Enter opens one.

    Signals:
        opened(ListRow): A row was chosen.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = OverviewListModel(self)
        self.setModel(self.rows)
        self._delegate = _RowPainter(self)
        self.setItemDelegate(self._delegate)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows, the first chosen."""
        self.rows.show_rows(rows)
        self._delegate.fit(self.rows.badge_sample, self.font())
        if self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))

    def sizeHint(self) -> QSize:
        """Override QListView.sizeHint: a few rows, more where there is room."""
        line = self.fontMetrics().lineSpacing()
        return QSize(line * 20, line * _FEW_LINES)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QListView.keyPressEvent."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.opened.emit(self.rows.row(self.currentIndex().row()))
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Override QListView.changeEvent."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._delegate.fit(self.rows.badge_sample, self.font())
            self.scheduleDelayedItemsLayout()

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.row(index.row()))


class _RowPainter(QStyledItemDelegate):
    """Paints the mark at the left and wraps the words beside it, the tail muted."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._badge_width = 0

    def fit(self, marks: Sequence[Mark], font: QFont) -> None:
        """Give all marks the room of the widest."""
        self._badge_width = max((mark_size(mark, font).width() for mark in marks), default=0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QAbstractItemDelegate.paint."""
        row: ListRow = index.data(_ROW_ROLE)
        tokens = current_tokens()
        area = QRect(option.rect)
        state = option.state
        font = self._view.font()
        painter.save()
        has_focus = self._view.hasFocus() and state & QStyle.StateFlag.State_Selected
        if has_focus or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, tokens.accent_soft)
        if has_focus:
            painter.setPen(QPen(tokens.accent, 1))
            painter.drawRect(area.adjusted(0, 0, -1, -1))
        layout = self._layout(row, font, area.width())
        line = layout.lineAt(0).height()
        top = area.top() + _ABOVE
        badge_top = top + (line - mark_height(font)) / 2
        draw_mark(painter, _mark(row), QPointF(area.left() + _SIDE, badge_top), 1e4, font)
        painter.setPen(tokens.text)
        layout.draw(painter, QPointF(area.left() + self._indent, top))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Override QAbstractItemDelegate.sizeHint."""
        width = self._view.viewport().width()
        layout = self._layout(index.data(_ROW_ROLE), self._view.font(), width)
        height = max(round(layout.boundingRect().height()), mark_height(self._view.font()))
        return QSize(width, height + 2 * _ABOVE)

    @property
    def _indent(self) -> int:
        return _SIDE + self._badge_width + _BESIDE

    def _layout(self, row: ListRow, font: QFont, width: int) -> QTextLayout:
        tail = f"{_JOINT}{row.tail}" if row.tail else ""
        layout = QTextLayout(row.words + tail, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        muted = QTextLayout.FormatRange()
        muted.start, muted.length = len(row.words), len(tail)
        look = QTextCharFormat()
        look.setForeground(current_tokens().muted)
        muted.format = look
        layout.setFormats([muted])
        room = max(width - self._indent - _SIDE, 40)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return layout


def _mark(row: ListRow) -> Mark:
    return Mark(row.sign, row.badge, row.tone)
