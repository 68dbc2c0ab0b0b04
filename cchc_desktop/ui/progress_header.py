"""The heading row of the progress table: most columns can be hidden, the first ones stay."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTableView

from cchc_desktop.ui.grid_header import TITLE_MARGINS, GridHeader
from cchc_desktop.ui.progress_columns import FIXED_COLUMNS, TABLE_COLUMNS, ProgressColumn
from cchc_desktop.ui.settings import Settings


class ProgressHeader(GridHeader):
    """Lets an officer hide columns, and knows when the first ones are held in sight.

    Attributes:
        is_fixed: Whether the first columns stay in sight while the others are scrolled.
    """

    def __init__(self, settings: Settings, parent: QTableView) -> None:
        super().__init__(
            settings,
            TABLE_COLUMNS,
            name="progress",
            switch_key="columns/progress-hidden",
            switchable=[c.column for c in TABLE_COLUMNS if c.column not in FIXED_COLUMNS],
            widest=ProgressColumn.WORK,
            parent=parent,
        )
        self.is_fixed = False

    def section_band(self, rect: QRect, place: int) -> QRect:
        """Return where a section's title stands, given one cell of its row.

        While columns are fixed it stays beside the fixed number, however far the rest is scrolled.
        """
        band = super().section_band(rect, place)
        if self.is_fixed:
            band.moveLeft(self.sectionSize(0))
        return band

    def paint_title(self, painter: QPainter, rect: QRect, place: int) -> None:
        """Draw the title of a column at another place than its own."""
        painter.save()
        self.paintSection(painter, rect, place)
        painter.restore()

    def least_width(self, place: int) -> int:
        """Return how wide a column must be for its usual words and its title's longest one."""
        metrics, column = self.title_metrics(), TABLE_COLUMNS[place]
        need = max(metrics.horizontalAdvance(word) for word in column.title.split())
        if column.sample:
            need = max(need, self.fontMetrics().horizontalAdvance(column.sample))
        return max(super().least_width(place), need + TITLE_MARGINS)
