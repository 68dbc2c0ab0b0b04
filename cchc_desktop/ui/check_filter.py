"""The filter beside a check's findings: by gravity or part, with how many there are of each."""

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.services.checks import CheckReport
from cchc_desktop.ui.check_words import FindingFilter, filter_mark, filtered
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.import_cells import Index
from cchc_desktop.ui.theme import current_tokens

_CHOICE = int(Qt.ItemDataRole.UserRole) + 1
_COUNT = int(Qt.ItemDataRole.UserRole) + 2
_SIDE, _ABOVE, _BETWEEN = 12, 7, 7


class CheckFilter(QListView):
    """Lists the choices; the chosen one is in force at once.

    Signals:
        chosen(): Another choice is in force.
        left(): Enter was pressed: the officer wants to go on to the findings.
    """

    chosen = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Lọc theo mức độ hoặc theo phần")
        self.setItemDelegate(_ChoiceDelegate(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        model = QStandardItemModel(self)
        for choice in FindingFilter:
            item = QStandardItem(filter_mark(choice).text)
            item.setData(choice.value, _CHOICE)
            item.setData(0, _COUNT)
            model.appendRow(item)
        self.setModel(model)
        self._items = model
        self.choose(FindingFilter.OPEN)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)

    @property
    def choice(self) -> FindingFilter:
        """The choice in force."""
        return FindingFilter(self.currentIndex().data(_CHOICE))

    def choose(self, choice: FindingFilter) -> None:
        """Put a choice in force."""
        index = self._items.index(list(FindingFilter).index(choice), 0)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def count(self, choice: FindingFilter) -> int:
        """Return how many findings a choice shows."""
        return int(self._items.item(list(FindingFilter).index(choice)).data(_COUNT))

    def show_report(self, report: CheckReport | None) -> None:
        """Show the counts of another report."""
        for row, choice in enumerate(FindingFilter):
            item = self._items.item(row)
            count = len(filtered(report, choice)) if report else 0
            item.setData(count, _COUNT)
            item.setAccessibleText(f"{item.text()}: {count}")

    def sizeHint(self) -> QSize:
        """Override QListView.sizeHint: as wide as the longest choice and its count."""
        return QSize(self.sizeHintForColumn(0), super().sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        """Override QListView.changeEvent: another font needs another width."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit()

    @Slot(QModelIndex)
    def _on_activated(self, _index: QModelIndex) -> None:
        self.left.emit()


class _ChoiceDelegate(QStyledItemDelegate):
    """Paints a choice: its sign, its words, and how many at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        tokens = current_tokens()
        row, font = option.rect, QFont(option.font)
        mark = filter_mark(FindingFilter(index.data(_CHOICE)))
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if is_chosen:
            painter.fillRect(row, tokens.accent_soft)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(tokens.accent, 1))
            painter.drawRect(row.adjusted(0, 0, -1, -1))
        font.setBold(is_chosen)
        metrics = QFontMetrics(font)
        side = metrics.ascent()
        top = row.top() + (row.height() - side) // 2
        icon(mark.sign, mark.colour).paint(painter, QRect(row.left() + _SIDE, top, side, side))
        painter.setFont(font)
        words = row.adjusted(_SIDE + side + _BETWEEN, 0, -_SIDE, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(tokens.text)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, mark.text)
        painter.setPen(tokens.text if is_chosen else tokens.muted)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, str(index.data(_COUNT)))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate.sizeHint."""
        font = QFont(option.font)
        font.setBold(True)
        metrics = QFontMetrics(font)
        words = metrics.horizontalAdvance(f"{index.data()}   0000")
        width = 2 * _SIDE + metrics.ascent() + _BETWEEN + words
        return QSize(width, metrics.height() + 2 * _ABOVE)
