"""A chart within the report, as it will be printed; its bars lead to their tasks."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from cchc_desktop.ui.chart_bars import BarChart, Spot
from cchc_desktop.ui.chart_legend import ChartLegend
from cchc_desktop.ui.report_lines import ChartView


class ReportChart(QFrame):
    """Shows one chart of a report.

    Signals:
        tasks_requested(frozenset): The tasks of a bar or a part were asked for.
        height_changed(): It needs another height than before.
    """

    tasks_requested = Signal(object)
    height_changed = Signal()

    def __init__(self, view: ChartView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self._height = 0
        self.setAutoFillBackground(True)
        self._title = QLabel(f"{view.chart.title} ({view.chart.unit})", self)
        self._title.setObjectName("heading")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.chart = BarChart(view.chart.title, self)
        self.chart.opened.connect(self._on_opened)
        self._legend = ChartLegend(self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(6)
        self._column.addWidget(self._title)
        self._column.addWidget(self.chart)
        self._column.addWidget(self._legend)
        self.show_view(view)

    @property
    def needed_height(self) -> int:
        """How tall it must be to show all of its bars."""
        least = self._column.minimumSize().height()
        return max(least, self._column.heightForWidth(self.width()))

    def set_sides(self, left: int, right: int) -> None:
        """Stand as far in as the text does."""
        self._column.setContentsMargins(left, 8, right, 12)

    def show_view(self, view: ChartView) -> None:
        """Show other figures."""
        self._view = view
        self.chart.show_chart(view.chart, view.end_words)
        self._legend.show_parts(view.chart.parts)

    def event(self, event: QEvent) -> bool:
        """Override QWidget.event: say when its parts want another height."""
        result = super().event(event)
        if (
            event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize)
            and self.needed_height != self._height
        ):
            self._height = self.needed_height
            self.height_changed.emit()
        return result

    @Slot(object)
    def _on_opened(self, spot: Spot) -> None:
        self.tasks_requested.emit(self._view.tasks(spot.bar, spot.part))
