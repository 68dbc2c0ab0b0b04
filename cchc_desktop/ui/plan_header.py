"""The heading row of the plan's table: the order of the columns, and those that the plan uses."""

from enum import StrEnum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QTableView

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.ui.grid_header import GridHeader
from cchc_desktop.ui.plan_columns import OPTIONAL_COLUMNS, TABLE_COLUMNS
from cchc_desktop.ui.settings import Settings

_ORDER = "columns/plan-order"
_MORE_LETTERS = 4
"""A column that comes beside others of chosen widths is so much wider than its least."""


class PlanHeader(GridHeader):
    """Lets an officer move columns, and shows the optional ones that the plan uses."""

    def __init__(self, settings: Settings, parent: QTableView) -> None:
        super().__init__(
            settings,
            TABLE_COLUMNS,
            name="plan",
            switch_key="columns/plan-shown",
            switchable=OPTIONAL_COLUMNS,
            widest=AnnexColumn.CONTENT,
            parent=parent,
        )
        self._used: frozenset[AnnexColumn] = frozenset()
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setSortIndicatorShown(False)
        self.sectionMoved.connect(self._on_moved)

    def restore(self) -> None:
        """Put the columns in the remembered order; called once the table has its model."""
        order = self._settings.text(_ORDER).split(";")
        known = [column.column.value for column in TABLE_COLUMNS]
        if sorted(order) == sorted(known):
            for place, name in enumerate(order):
                self.moveSection(self.visualIndex(known.index(name)), place)
        super().restore()

    def set_used_columns(self, used: frozenset[AnnexColumn]) -> None:
        """Show the optional columns that the plan uses, and those switched on."""
        if used != self._used:
            self._used = used
            self._show_columns()
            self.fit()

    def is_free(self, column: StrEnum) -> bool:
        """Tell whether an officer may hide a column now."""
        return column not in self._used

    def is_left_out(self, column: StrEnum) -> bool:
        """Tell whether an optional column is hidden: neither used nor switched on."""
        return column not in self._used and column.value not in self._switched

    def first_width(self, place: int) -> int:
        """Return the width of a column that comes beside others of chosen widths."""
        return self.least_width(place) + _MORE_LETTERS * self.fontMetrics().averageCharWidth()

    @Slot()
    def _on_moved(self) -> None:
        self._timer.start()

    @Slot()
    def _save(self) -> None:
        super()._save()
        places = (self.logicalIndex(visual) for visual in range(len(TABLE_COLUMNS)))
        order = [TABLE_COLUMNS[place].column.value for place in places]
        self._settings.set_text(_ORDER, ";".join(order))
