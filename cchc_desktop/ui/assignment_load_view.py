"""How much each agency has to do, as figures with bars; a row leads to its tasks."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.agency_load import AgencyLoad
from cchc_desktop.ui.assignment_load_model import (
    FIGURES,
    SHARE_ROLE,
    LoadFilter,
    LoadModel,
)
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.theme import current_tokens

Index = QModelIndex | QPersistentModelIndex

_TABLE = "assignment-load"
_NAME = "name"
_SORTED_BY, _IS_DOWN = "assignment/load-sorted-by", "assignment/load-descending"
_BAR_LETTERS = 17
_SIDE, _ABOVE = 8, 5
_SAVE_AFTER_MS = 400
_ENDLESS = 10_000
_WRAP = Qt.TextFlag.TextWordWrap.value
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LoadTable(QTableView):
    """Shows the load of agencies.

    Signals:
        tasks_asked(AgencyId, object): The tasks of this agency are to be shown: those of one
            figure, as a frozen set of ids, or with None all.
    """

    tasks_asked = Signal(object, object)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._is_own_resize = False
        self.source = LoadModel(self)
        self.proxy = LoadFilter(self)
        self.proxy.setSourceModel(self.source)
        self.setModel(self.proxy)
        self.setItemDelegate(_LoadDelegate(self))
        self.setAccessibleName("Khối lượng theo cơ quan, đơn vị")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._widths = settings.column_widths(_TABLE)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self.resizeRowsToContents)
        self._save_timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._save_timer.timeout.connect(self._save)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setStretchLastSection(False)
        # The style's own arrow stands on the titles.
        header.setSortIndicatorShown(False)
        self._sort(settings.number(_SORTED_BY, 1), is_down=settings.number(_IS_DOWN, 1) != 0)
        header.sectionClicked.connect(self._on_heading_clicked)
        header.sectionResized.connect(self._on_resized)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_activated)
        self._fit()

    def set_loads(self, loads: Sequence[AgencyLoad]) -> None:
        """Show other figures; the agency that was chosen stays so."""
        current = self.current_load
        self.source.set_loads(loads)
        wanted = current.agency.id if current else None
        rows = [self.proxy.load_at(row) for row in range(self.proxy.rowCount())]
        place = next((n for n, load in enumerate(rows) if load and load.agency.id == wanted), 0)
        if rows:
            self.selectRow(place)
        self._fit()

    @property
    def current_load(self) -> AgencyLoad | None:
        """The agency of the current row, or None."""
        return self.proxy.load_at(self.currentIndex().row())

    def selected_ids(self) -> list[AgencyId]:
        """Return the agencies chosen."""
        rows = sorted({index.row() for index in self.selectedIndexes()})
        found = (self.proxy.load_at(row) for row in rows)
        return [load.agency.id for load in found if load]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QTableView.keyPressEvent: Enter leads to the tasks."""
        if event.key() in _ENTER:
            self._on_activated(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QTableView.resizeEvent."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give the columns their widths: the remembered ones, else names take what is left."""
        self._is_own_resize = True
        metrics = self.fontMetrics()
        letter = metrics.averageCharWidth()
        bold = self.font()
        bold.setBold(True)
        titles = QFontMetrics(bold)
        taken = 0
        for place, figure in enumerate(FIGURES, 1):
            title = titles.horizontalAdvance(f"{figure.title} ↓") + 20
            is_shown = self.source.is_shown(place - 1)
            self.setColumnHidden(place, not is_shown)
            if is_shown:
                usual = max(_BAR_LETTERS * letter if figure.has_bar else 0, title)
                width = self._widths.get(figure.key, usual)
                self.setColumnWidth(place, width)
                taken += width
        room = self.viewport().width() - taken
        self.setColumnWidth(0, self._widths.get(_NAME, max(room, 28 * letter)))
        self._is_own_resize = False
        self._settle.start()

    def _sort(self, column: int, *, is_down: bool) -> None:
        column = column if 0 <= column <= len(FIGURES) else 1
        order = Qt.SortOrder.DescendingOrder if is_down else Qt.SortOrder.AscendingOrder
        self.proxy.sort(column, order)
        self.proxy.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(FIGURES))
        self._settle.start()

    @Slot(int)
    def _on_heading_clicked(self, column: int) -> None:
        """Sort by a column: figures with the largest first, names in the catalogue's order."""
        was_down = self.proxy.sortOrder() is Qt.SortOrder.DescendingOrder
        is_same = column == self.proxy.sortColumn()
        self._sort(column, is_down=not was_down if is_same else column > 0)
        self._save_timer.start()

    @Slot(int, int, int)
    def _on_resized(self, place: int, _old: int, new: int) -> None:
        if not self._is_own_resize:
            self._widths[FIGURES[place - 1].key if place else _NAME] = new
            self._save_timer.start()
            self._settle.start()

    @Slot()
    def _save(self) -> None:
        self._settings.set_column_widths(_TABLE, self._widths)
        self._settings.set_number(_SORTED_BY, self.proxy.sortColumn())
        is_down = self.proxy.sortOrder() is Qt.SortOrder.DescendingOrder
        self._settings.set_number(_IS_DOWN, int(is_down))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        """Follow a figure, which looks like a link; a name is merely chosen."""
        if index.column() > 0 and index.data(Qt.ItemDataRole.DisplayRole):
            self._on_activated(index)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        load = self.proxy.load_at(index.row())
        if load is None:
            return
        tasks = FIGURES[index.column() - 1].tasks(load) if index.column() > 0 else ()
        self.tasks_asked.emit(load.agency.id, frozenset(tasks) or None)


class _LoadDelegate(QStyledItemDelegate):
    """Draws a figure, with a bar on its left where the column has one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        tokens = current_tokens()
        rect: QRect = option.rect
        painter.save()
        painter.setClipRect(rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, tokens.accent_soft if is_selected else tokens.surface)
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        area = rect.adjusted(_SIDE, 0, -_SIDE, -1)
        share = index.data(SHARE_ROLE)
        if isinstance(share, float) and share > 0:
            figures = painter.fontMetrics().horizontalAdvance("0000")
            whole = max(area.width() - figures, 0)
            height = round(painter.fontMetrics().ascent() * 0.7)
            bar = QRect(area.left(), 0, max(round(whole * share), 2), height)
            bar.moveTop(rect.center().y() - height // 2)
            is_lead = index.column() == 1
            painter.fillRect(bar, tokens.accent if is_lead else tokens.waiting)
        painter.setFont(option.font)
        painter.setPen(tokens.text)
        right = index.column() > 0
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, (side | Qt.AlignmentFlag.AlignVCenter).value | _WRAP, text)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), tokens.accent)
            painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), tokens.accent)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate.sizeHint."""
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        metrics = QFontMetrics(option.font)
        room = max(option.rect.width() - 2 * _SIDE, 1) if option.rect.isValid() else _ENDLESS
        used = metrics.boundingRect(QRect(0, 0, room, _ENDLESS), _WRAP, text or " ")
        return QSize(used.width() + 2 * _SIDE, used.height() + 2 * _ABOVE + 5)
