"""A card with a chart of progress, by section or by leading agency."""

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.progress_chart import ChartPart
from cchc_desktop.ui.chart_bars import BarChart, Spot
from cchc_desktop.ui.chart_legend import ChartLegend
from cchc_desktop.ui.overview_figures import BarGroup

_NO_TASKS: frozenset[TaskId] = frozenset()


class ChartCard(QFrame):
    """Shows the bars of one group; of many only the first until all are asked for.

    Args:
        title: What the card is called.
        limit: How many bars are shown at first, or None for all.
        parent: Owns the card.

    Signals:
        tasks_requested(frozenset): The tasks of a bar or of a part were asked for.
        moved(QRect): The keyboard went to what lies there in the chart.
    """

    tasks_requested = Signal(object)
    moved = Signal(QRect)

    def __init__(self, title: str, limit: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._limit = limit
        self._group = BarGroup(title, ())
        self._is_whole = False
        self._unnamed = _NO_TASKS
        self._title = QLabel(title, self)
        self._title.setObjectName("heading")
        self._unit = QLabel("đã xong / số nhiệm vụ", self)
        self._unit.setObjectName("muted")
        self.chart = BarChart(title, self)
        self.chart.opened.connect(self._on_opened)
        self.chart.moved.connect(self.moved)
        self.legend = ChartLegend(self)
        self.unnamed_button = self._link(self._open_unnamed)
        self.all_button = self._link(self._switch)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._unit)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.unnamed_button)
        foot.addWidget(self.all_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.chart)
        layout.addStretch(1)
        layout.addLayout(foot)
        layout.addWidget(self.legend)

    def show_group(self, group: BarGroup, unnamed: frozenset[TaskId] = _NO_TASKS) -> None:
        """Show other bars.

        Args:
            group: The bars.
            unnamed: Tasks that are in no bar because nobody is known to lead them.
        """
        self._group = group
        self._unnamed = unnamed
        self._show()

    def show_legend(self, parts: tuple[ChartPart, ...]) -> None:
        """Name these parts below the bars."""
        self.legend.setVisible(bool(parts))
        self.legend.show_parts(parts)

    @property
    def _shown(self) -> int | None:
        return None if self._is_whole else self._limit

    def _show(self) -> None:
        bars = self._group.bars
        shown = self._shown
        self.chart.show_chart(self._group.chart(shown), [bar.end_words for bar in bars[:shown]])
        is_long = self._limit is not None and len(bars) > self._limit
        self.all_button.setVisible(is_long)
        self.all_button.setText(
            f"Chỉ xem {self._limit} cơ quan đầu" if self._is_whole else f"Xem tất cả ({len(bars)})"
        )
        self.unnamed_button.setVisible(bool(self._unnamed))
        self.unnamed_button.setText(f"{len(self._unnamed)} nhiệm vụ chưa rõ cơ quan chủ trì")

    def _link(self, on_clicked: object) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("link", True)
        button.clicked.connect(on_clicked)
        button.hide()
        return button

    @Slot()
    def _switch(self) -> None:
        self._is_whole = not self._is_whole
        self._show()

    @Slot()
    def _open_unnamed(self) -> None:
        self.tasks_requested.emit(self._unnamed)

    @Slot(object)
    def _on_opened(self, spot: Spot) -> None:
        self.tasks_requested.emit(self._group.bars[spot.bar].tasks(spot.part))
