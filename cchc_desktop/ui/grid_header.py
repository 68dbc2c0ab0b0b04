"""The heading row of a table: wrapped titles, widths and hidden columns, remembered."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Protocol, TypeVar

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from cchc_desktop.ui.settings import Settings

_SAVE_AFTER_MS = 400
_FLAGS = Qt.AlignmentFlag.AlignLeft.value | Qt.TextFlag.TextWordWrap.value
# A heading takes the wrapping of its title among its alignment.
_ALIGNMENT = Qt.AlignmentFlag(_FLAGS | Qt.AlignmentFlag.AlignVCenter.value)
TITLE_MARGINS = 17
"""What the style sheet leaves empty beside a title."""
_ENDLESS = 10_000

Column = TypeVar("Column", bound=StrEnum, covariant=True)


class GridColumn(Protocol[Column]):
    """What a heading needs to know of a column."""

    @property
    def column(self) -> Column:
        """Names the column."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def name(self) -> str:
        """Its full name."""

    @property
    def share(self) -> int:
        """Its part of the width left over, while no width was chosen."""

    @property
    def least(self) -> int:
        """Its smallest width, in average letters."""


class GridHeader(QHeaderView):
    """Fills the table's width until an officer chooses widths; then keeps to those.

    Args:
        settings: Where widths and switched columns are kept.
        columns: All columns, in the model's order.
        name: The name under which the widths are kept.
        switch_key: The setting that keeps which columns were switched.
        switchable: The columns that an officer shows and hides.
        widest: The column that takes what is left of the table's width.
        parent: The table.

    Signals:
        fit_asked(int): The edge of this column was double-clicked.
        widths_settled(): Widths changed, and no mouse button is held any more.
    """

    fit_asked = Signal(int)
    widths_settled = Signal()

    def __init__(
        self,
        settings: Settings,
        columns: Sequence[GridColumn[StrEnum]],
        name: str,
        switch_key: str,
        switchable: Collection[StrEnum],
        widest: StrEnum,
        parent: QTableView,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._settings = settings
        self._table = parent
        self._columns = columns
        self._name = name
        self._switch_key = switch_key
        self._switchable = tuple(p for p, c in enumerate(columns) if c.column in switchable)
        self._widest = next(p for p, c in enumerate(columns) if c.column is widest)
        self._is_own_resize = False
        self._widths = settings.column_widths(name)
        self._switched = set(settings.text(switch_key).split(";")) - {""}
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
        self._timer.stop()
        self._show_columns()
        self.fit()

    def fit(self) -> None:
        """Give the columns their widths: the remembered ones, else what fills the table."""
        if self.count() < len(self._columns):
            return
        self._fit_widths()
        self._fit_height()

    @Slot()
    def forget_widths(self) -> None:
        """Let the columns fill the table's width again."""
        self._widths = {}
        self._settings.set_column_widths(self._name, {})
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
        for place in self._switchable:
            column = self._columns[place]
            action = QAction(f"Hiện cột “{column.name}”", parent)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(place))
            action.setEnabled(self.is_free(column.column))
            action.setData(column.column.value)
            action.triggered.connect(self._on_switched)
            actions.append(action)
        fit = QAction("Vừa bề rộng bảng", parent)
        fit.triggered.connect(self.forget_widths)
        actions.append(fit)
        return actions

    def is_free(self, column: StrEnum) -> bool:  # noqa: ARG002 - asked of subclasses
        """Tell whether an officer may hide a column now."""
        return True

    def is_left_out(self, column: StrEnum) -> bool:
        """Tell whether a column that can be switched is hidden."""
        return column.value in self._switched

    def least_width(self, place: int) -> int:
        """Return the smallest width of a column, while no width was chosen."""
        return self._columns[place].least * self.fontMetrics().averageCharWidth()

    def first_width(self, place: int) -> int:
        """Return the width of a column that comes beside others of chosen widths."""
        return self.least_width(place)

    def sizeHint(self) -> QSize:
        """Override QHeaderView.sizeHint: as tall as the titles need in their columns."""
        hint = super().sizeHint()
        metrics = self.title_metrics()
        tallest = 0
        for place in range(self.count()):
            if not self.isSectionHidden(place):
                room = QRect(0, 0, max(self.sectionSize(place) - TITLE_MARGINS, 1), _ENDLESS)
                title = self._columns[place].title
                tallest = max(tallest, metrics.boundingRect(room, _FLAGS, title).height())
        hint.setHeight(hint.height() + max(0, tallest - metrics.height()))
        return hint

    def title_metrics(self) -> QFontMetrics:
        """Return the measures of the titles' letters."""
        letters = QFont(self.font())
        letters.setBold(True)
        return QFontMetrics(letters)

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
            self._settings.set_text(self._switch_key, ";".join(sorted(self._switched)))
            self._show_columns()
            self.fit()
            self.widths_settled.emit()

    @Slot(int, int, int)
    def _on_resized(self, place: int, _old: int, new: int) -> None:
        if not self._is_own_resize and new > 0:
            if not self._widths:
                self._widths = {
                    self._columns[shown].column.value: self.sectionSize(shown)
                    for shown in self._shown_places()
                }
            self._widths[self._columns[place].column.value] = new
            self._timer.start()
            self._fit_height()
        self.widths_settled.emit()

    @Slot()
    def _save(self) -> None:
        self._settings.set_column_widths(self._name, self._widths)

    def _fit_widths(self) -> None:
        self._is_own_resize = True
        for place, width in self._wanted_widths().items():
            if self.sectionSize(place) != width:
                self.resizeSection(place, width)
        self._is_own_resize = False

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

    def _band_start(self) -> int:
        return self.sectionSize(0) if self.visualIndex(0) == 0 else 0

    def _shown_places(self) -> list[int]:
        return [p for p in range(len(self._columns)) if not self.isSectionHidden(p)]

    def _show_columns(self) -> None:
        # Showing a column tells its width anew, which is no choice of the officer's.
        self._is_own_resize = True
        for place in self._switchable:
            self.setSectionHidden(place, self.is_left_out(self._columns[place].column))
        self._is_own_resize = False

    def _wanted_widths(self) -> dict[int, int]:
        shown = self._shown_places()
        if self._widths:
            chosen = self._widths
            names = {place: self._columns[place].column.value for place in shown}
            return {p: chosen.get(name, self.first_width(p)) for p, name in names.items()}
        least = {place: self.least_width(place) for place in shown}
        whole = self._table.viewport().width()
        room = max(0, whole - sum(least.values()))
        shares = max(sum(self._columns[place].share for place in shown), 1)
        widths = {p: least[p] + room * self._columns[p].share // shares for p in shown}
        if room:
            widths[self._widest] += whole - sum(widths.values())
        return widths
