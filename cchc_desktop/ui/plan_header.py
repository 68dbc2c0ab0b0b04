"""The heading row of the plan's table: widths and order of columns, remembered."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.ui.plan_columns import OPTIONAL_COLUMNS, TABLE_COLUMNS, place_of
from cchc_desktop.ui.settings import Settings

_TABLE = "plan"
_ORDER = "columns/plan-order"
_SWITCHED = "columns/plan-shown"
_SAVE_AFTER_MS = 400
_PLACES = len(TABLE_COLUMNS)
_FLAGS = Qt.AlignmentFlag.AlignLeft.value | Qt.TextFlag.TextWordWrap.value
# A heading takes the wrapping of its title among its alignment.
_ALIGNMENT = Qt.AlignmentFlag(_FLAGS | Qt.AlignmentFlag.AlignVCenter.value)
_MARGINS = 17
"""What the style sheet leaves empty beside a title."""
_ENDLESS = 10_000


class PlanHeader(QHeaderView):
    """Fills the table's width until an officer chooses widths; then keeps to those.

    Signals:
        fit_asked(int): The edge of this column was double-clicked.
        widths_settled(): Widths changed, and no mouse button is held any more.
    """

    fit_asked = Signal(int)
    widths_settled = Signal()

    def __init__(self, settings: Settings, parent: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings = settings
        self._table = parent
        self._is_own_resize = False
        self._used: frozenset[AnnexColumn] = frozenset()
        self._widths = settings.column_widths(_TABLE)
        self._switched = set(settings.text(_SWITCHED).split(";")) - {""}
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFirstSectionMovable(False)
        self.setSortIndicatorShown(False)
        self.setStretchLastSection(False)
        self.setDefaultAlignment(_ALIGNMENT)
        self._timer = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._timer.timeout.connect(self._save)
        self._height_timer = QTimer(self, singleShot=True, interval=0)
        self._height_timer.timeout.connect(self.geometriesChanged)
        self.sectionResized.connect(self._on_resized)
        self.sectionMoved.connect(self._on_moved)
        self.sectionHandleDoubleClicked.connect(self.fit_asked)

    def restore(self) -> None:
        """Put the columns in the remembered order; called once the table has its model."""
        order = self._settings.text(_ORDER).split(";")
        known = [column.column.value for column in TABLE_COLUMNS]
        if sorted(order) == sorted(known):
            for place, name in enumerate(order):
                self.moveSection(self.visualIndex(known.index(name)), place)
        self._timer.stop()
        self._show_columns()
        self.fit()

    def set_used_columns(self, used: frozenset[AnnexColumn]) -> None:
        """Show the optional columns that the plan uses, and those switched on."""
        if used != self._used:
            self._used = used
            self._show_columns()
            self.fit()

    def fit(self) -> None:
        """Give the columns their widths: the remembered ones, else what fills the table."""
        if self.count() < _PLACES:
            return
        self._fit_widths()
        self._fit_height()

    def _fit_widths(self) -> None:
        self._is_own_resize = True
        for place, width in self._wanted_widths().items():
            if self.sectionSize(place) != width:
                self.resizeSection(place, width)
        self._is_own_resize = False

    def forget_widths(self) -> None:
        """Let the columns fill the table's width again."""
        self._widths = {}
        self._settings.set_column_widths(_TABLE, {})
        self.fit()
        self.widths_settled.emit()

    @property
    def band_width(self) -> int:
        """How wide a section's title may be: the whole row but for its number."""
        return self.length() - self._band_start()

    def section_band(self, rect: QRect, place: int) -> QRect:
        """Return where a section's title stands, given one cell of its row."""
        offset = self.sectionPosition(place) - self._band_start()
        return QRect(rect.left() - offset, rect.top(), self.band_width, rect.height())

    def column_actions(self, parent: QObject) -> list[QAction]:
        """Return what can be done with the columns."""
        actions = []
        for column in OPTIONAL_COLUMNS:
            action = QAction(f"Hiện cột “{TABLE_COLUMNS[place_of(column)].title}”", parent)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(place_of(column)))
            action.setEnabled(column not in self._used)
            action.setData(column.value)
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
        one_line = metrics.height()
        hint.setHeight(hint.height() + max(0, tallest - one_line))
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
            self._switched ^= {str(action.data())}
            self._settings.set_text(_SWITCHED, ";".join(sorted(self._switched)))
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

    @Slot()
    def _fit_height(self) -> None:
        """Be as tall as the titles need; a scroll bar may come or go with that."""
        if self.sizeHint().height() == self.height():
            return
        self.geometriesChanged.emit()
        if self.sizeHint().height() == self.height():
            self._fit_widths()
        else:
            # The table is arranging itself and does not listen now.
            self._height_timer.start()

    @Slot()
    def _on_moved(self) -> None:
        self._timer.start()

    @Slot()
    def _save(self) -> None:
        self._settings.set_column_widths(_TABLE, self._widths)
        order = [TABLE_COLUMNS[self.logicalIndex(v)].column.value for v in range(_PLACES)]
        self._settings.set_text(_ORDER, ";".join(order))

    def _band_start(self) -> int:
        return self.sectionSize(0) if self.visualIndex(0) == 0 else 0

    def _show_columns(self) -> None:
        # Showing a column tells its width anew, which is no choice of the officer's.
        self._is_own_resize = True
        for column in OPTIONAL_COLUMNS:
            is_shown = column in self._used or column.value in self._switched
            self.setSectionHidden(place_of(column), not is_shown)
        self._is_own_resize = False

    def _wanted_widths(self) -> dict[int, int]:
        letter = self.fontMetrics().averageCharWidth()
        shown = [p for p in range(_PLACES) if not self.isSectionHidden(p)]
        least = {place: TABLE_COLUMNS[place].least * letter for place in shown}
        if self._widths:
            return {
                place: self._widths.get(
                    TABLE_COLUMNS[place].column.value, least[place] + 4 * letter
                )
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
            widths[place_of(AnnexColumn.CONTENT)] += whole - sum(widths.values())
        return widths
