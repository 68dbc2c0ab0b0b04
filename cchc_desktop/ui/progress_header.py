"""The heading row of the progress table: widths and hidden columns, remembered."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from cchc_desktop.ui.progress_columns import FIXED_COLUMNS, TABLE_COLUMNS, ProgressColumn, place_of
from cchc_desktop.ui.settings import Settings

_TABLE = "progress"
_HIDDEN = "columns/progress-hidden"
_SAVE_AFTER_MS = 400
_FLAGS = Qt.AlignmentFlag.AlignLeft.value | Qt.TextFlag.TextWordWrap.value
# A heading takes the wrapping of its title among its alignment.
_ALIGNMENT = Qt.AlignmentFlag(_FLAGS | Qt.AlignmentFlag.AlignVCenter.value)
_MARGINS = 17
"""What the style sheet leaves empty beside a title."""
_ENDLESS = 10_000


class ProgressHeader(QHeaderView):
    """Fills the table's width until an officer chooses widths; then keeps to those.

    Attributes:
        is_fixed: Whether the first columns stay in sight while the others are scrolled.

    Signals:
        fit_asked(int): The edge of this column was double-clicked.
        widths_settled(): Widths changed.
    """

    fit_asked = Signal(int)
    widths_settled = Signal()

    def __init__(self, settings: Settings, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings = settings
        self._table = parent
        self.is_fixed = False
        self._is_own_resize = False
        self._widths = settings.column_widths(_TABLE)
        self._hidden = set(settings.text(_HIDDEN).split(";")) - {""}
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setDefaultAlignment(_ALIGNMENT)
        self._timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._timer.timeout.connect(self._save)
        self._height_timer = QTimer(self, singleShot=True, interval=0)
        self._height_timer.timeout.connect(self.geometriesChanged)
        self.sectionResized.connect(self._on_resized)
        self.sectionHandleDoubleClicked.connect(self.fit_asked)

    def restore(self) -> None:
        """Show the columns as remembered; called once the table has its model."""
        self._show_columns()
        self.fit()

    def fit(self) -> None:
        """Give the columns their widths: the remembered ones, else what fills the table."""
        if self.count() < len(TABLE_COLUMNS):
            return
        self._is_own_resize = True
        for place, width in self._wanted_widths().items():
            if self.sectionSize(place) != width:
                self.resizeSection(place, width)
        self._is_own_resize = False
        self._fit_height()

    @Slot()
    def forget_widths(self) -> None:
        """Let the columns fill the table's width again."""
        self._widths = {}
        self._settings.set_column_widths(_TABLE, {})
        self.fit()
        self.widths_settled.emit()

    @property
    def band_width(self) -> int:
        """How wide a section's title may be: the whole row but for its number."""
        return self.length() - self.sectionSize(0)

    def section_band(self, rect: QRect, place: int) -> QRect:
        """Return where a section's title stands, given one cell of its row.

        While columns are fixed it stays beside the fixed number, however far the rest is scrolled.
        """
        left = self.sectionSize(0)
        if not self.is_fixed:
            left += rect.left() - self.sectionPosition(place)
        return QRect(left, rect.top(), self.band_width, rect.height())

    def paint_title(self, painter: QPainter, rect: QRect, place: int) -> None:
        """Draw the title of a column at another place than its own."""
        painter.save()
        self.paintSection(painter, rect, place)
        painter.restore()

    def column_actions(self, parent: QObject) -> list[QAction]:
        """Return what can be done with the columns."""
        actions = []
        for place, column in enumerate(TABLE_COLUMNS):
            if column.column in FIXED_COLUMNS:
                continue
            action = QAction(f"Hiện cột “{column.name}”", parent)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(place))
            action.setData(column.column.value)
            action.triggered.connect(self._on_switched)
            actions.append(action)
        fit = QAction("Vừa bề rộng bảng", parent)
        fit.triggered.connect(self.forget_widths)
        actions.append(fit)
        return actions

    def sizeHint(self) -> QSize:
        """Override QHeaderView.sizeHint: as tall as the titles need in their columns."""
        hint = super().sizeHint()
        letters = QFont(self.font())
        letters.setBold(True)
        metrics = QFontMetrics(letters)
        tallest = 0
        for place in range(self.count()):
            if not self.isSectionHidden(place):
                room = QRect(0, 0, max(self.sectionSize(place) - _MARGINS, 1), _ENDLESS)
                title = TABLE_COLUMNS[place].title
                tallest = max(tallest, metrics.boundingRect(room, _FLAGS, title).height())
        hint.setHeight(hint.height() + max(0, tallest - metrics.height()))
        return hint

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Override QHeaderView.contextMenuEvent."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self.column_actions(menu))
        menu.popup(event.globalPos())

    def changeEvent(self, event: QEvent) -> None:
        """Override QHeaderView.changeEvent."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.fit()

    @Slot()
    def _on_switched(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._hidden ^= {str(action.data())}
            self._settings.set_text(_HIDDEN, ";".join(sorted(self._hidden)))
            self._show_columns()
            self.fit()
            self.widths_settled.emit()

    @Slot(int, int, int)
    def _on_resized(self, place: int, _old: int, new: int) -> None:
        if not self._is_own_resize and new > 0:
            if not self._widths:
                self._widths = {
                    column.column.value: self.sectionSize(number)
                    for number, column in enumerate(TABLE_COLUMNS)
                    if not self.isSectionHidden(number)
                }
            self._widths[TABLE_COLUMNS[place].column.value] = new
            self._timer.start()
            self._fit_height()
        self.widths_settled.emit()

    def _fit_height(self) -> None:
        if self.sizeHint().height() != self.height():
            self.geometriesChanged.emit()
            # The table may be arranging itself and not listen now.
            self._height_timer.start()

    @Slot()
    def _save(self) -> None:
        self._settings.set_column_widths(_TABLE, self._widths)

    def _show_columns(self) -> None:
        # Showing a column tells its width anew, which is no choice of the officer's.
        self._is_own_resize = True
        for place, column in enumerate(TABLE_COLUMNS):
            is_hidden = column.column.value in self._hidden and column.column not in FIXED_COLUMNS
            self.setSectionHidden(place, is_hidden)
        self._is_own_resize = False

    def _least(self, place: int, letter: int) -> int:
        """Return how wide a column must be for its usual words and its title's longest one."""
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        column = TABLE_COLUMNS[place]
        need = max(metrics.horizontalAdvance(word) for word in column.title.split()) + _MARGINS
        if column.sample:
            need = max(need, self.fontMetrics().horizontalAdvance(column.sample) + _MARGINS)
        return max(column.least * letter, need)

    def _wanted_widths(self) -> dict[int, int]:
        letter = self.fontMetrics().averageCharWidth()
        shown = [p for p in range(len(TABLE_COLUMNS)) if not self.isSectionHidden(p)]
        least = {place: self._least(place, letter) for place in shown}
        if self._widths:
            return {
                place: self._widths.get(TABLE_COLUMNS[place].column.value, least[place])
                for place in shown
            }
        whole = self._table.viewport().width()
        room = max(0, whole - sum(least.values()))
        shares = sum(TABLE_COLUMNS[place].share for place in shown)
        widths = {
            place: least[place] + room * TABLE_COLUMNS[place].share // max(shares, 1)
            for place in shown
        }
        if room:
            widths[place_of(ProgressColumn.WORK)] += whole - sum(widths.values())
        return widths
