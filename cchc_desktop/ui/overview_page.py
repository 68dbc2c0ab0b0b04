"""The cards of the overview, arranged in the room there is."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QEvent, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.progress_chart import ChartPart
from cchc_desktop.ui.overview_chart import ChartCard
from cchc_desktop.ui.overview_empty import NothingRecorded
from cchc_desktop.ui.overview_figures import OverviewFigures
from cchc_desktop.ui.overview_lists import OverviewLists
from cchc_desktop.ui.overview_period import PeriodCard
from cchc_desktop.ui.overview_standing import PeriodStanding
from cchc_desktop.ui.overview_tile import Tile, TileText
from cchc_desktop.ui.settings import Settings

PROGRESS = "progress"
"""The place where progress is recorded."""

_FIGURES = 5
_FIRST_AGENCIES = 7
_TWO_COLUMNS_FROM = 112
"""Letters that must find room side by side."""
_MARGIN, _GAP = 14, 10


class OverviewPage(QScrollArea):
    """Shows the figures, the bars, the lists and the period; in a small window it scrolls.

    Signals:
        tasks_requested(frozenset): The progress of these tasks, by STT, is to be shown.
        go_to(str): A place was asked for.
        period_chosen(str): Another of the year's reports was asked for.
        width_changed(bool): The cards now stand side by side, or one below the other.
    """

    tasks_requested = Signal(object)
    go_to = Signal(str)
    period_chosen = Signal(str)
    width_changed = Signal(bool)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks_of_tiles: list[frozenset[TaskId]] = []
        self._is_wide: bool | None = None
        self.nothing_recorded = NothingRecorded(self)
        self.tiles = [Tile(1.7, self) for _ in range(_FIGURES)]
        self.sections = ChartCard("Theo lĩnh vực", None, self)
        self.agencies = ChartCard("Theo cơ quan chủ trì", _FIRST_AGENCIES, self)
        self.lists = OverviewLists(settings, self)
        self.period = PeriodCard(self)
        self._fit_timer = QTimer(self, singleShot=True, interval=0)
        self._fit_timer.timeout.connect(self._fit_columns)
        self._lay_out()
        self._connect()

    def show_figures(self, figures: OverviewFigures) -> None:
        """Show other figures; where the period stands is shown by ``show_standings``."""
        self._tasks_of_tiles = [figure.tasks for figure in figures.figures]
        for tile, figure in zip(self.tiles, figures.figures, strict=True):
            tile.show_text(
                TileText(figure.value, figure.words, figure.note, figure.tone),
                f"Xem {len(figure.tasks)} nhiệm vụ này trong Tiến độ",
            )
            tile.setEnabled(bool(figure.tasks))
        self.nothing_recorded.setVisible(figures.is_untouched)
        self.sections.show_group(figures.sections)
        self.agencies.show_group(figures.agencies, figures.led_by_nobody)
        # Both charts have one legend, below the first.
        found = {*figures.sections.chart().parts, *figures.agencies.chart().parts}
        self.sections.show_legend(tuple(part for part in ChartPart if part in found))
        self.agencies.show_legend(())
        self.lists.show_figures(figures)

    def show_standings(
        self, figures: OverviewFigures, standings: Mapping[PeriodKey, PeriodStanding], day: date
    ) -> None:
        """Show where the period stands on ``day``, which is today."""
        self.period.show_period(figures, standings, day)

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget.changeEvent."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit_timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QScrollArea.resizeEvent."""
        super().resizeEvent(event)
        self._fit_columns()

    def _lay_out(self) -> None:
        page = QWidget(self)
        page.setObjectName("page")
        figures = QHBoxLayout()
        figures.setSpacing(_GAP)
        for tile in self.tiles:
            figures.addWidget(tile, 1)
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        column = QVBoxLayout(page)
        column.setContentsMargins(_MARGIN, _GAP, _MARGIN, _GAP)
        column.setSpacing(_GAP)
        column.addWidget(self.nothing_recorded)
        column.addLayout(figures)
        column.addLayout(self._grid, 1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fit_columns()

    def _connect(self) -> None:
        for tile in self.tiles:
            tile.clicked.connect(self._on_tile)
        for card in (self.sections, self.agencies):
            card.tasks_requested.connect(self.tasks_requested)
            card.moved.connect(self._on_moved)
        self.lists.tasks_requested.connect(self.tasks_requested)
        self.period.tasks_requested.connect(self.tasks_requested)
        self.period.go_to.connect(self.go_to)
        self.period.period_chosen.connect(self.period_chosen)
        self.nothing_recorded.action_asked.connect(self._go_to_progress)

    @Slot()
    def _fit_columns(self) -> None:
        """Put the cards side by side where their words find room, else one below the other."""
        is_wide = self.width() >= self.fontMetrics().averageCharWidth() * _TWO_COLUMNS_FROM
        if is_wide is self._is_wide:
            return
        self._is_wide = is_wide
        cards: tuple[QWidget, ...] = (self.sections, self.agencies, self.lists, self.period)
        for card in cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(cards):
            row, column = divmod(place, 2) if is_wide else (place, 0)
            self._grid.addWidget(card, row, column)
        for row in range(len(cards)):
            self._grid.setRowStretch(row, int(row == (1 if is_wide else 2)))
        self._grid.setColumnStretch(0, 11 if is_wide else 1)
        self._grid.setColumnStretch(1, 9 if is_wide else 0)
        self.width_changed.emit(is_wide)

    @Slot()
    def _on_tile(self) -> None:
        tile = self.sender()
        place = next(number for number, known in enumerate(self.tiles) if known is tile)
        self.tasks_requested.emit(self._tasks_of_tiles[place])

    @Slot(QRect)
    def _on_moved(self, area: QRect) -> None:
        card = self.sender()
        page = self.widget()
        if isinstance(card, ChartCard) and page is not None:
            at = card.chart.mapTo(page, area.center())
            self.ensureVisible(at.x(), at.y(), 0, area.height() // 2 + _GAP)

    @Slot()
    def _go_to_progress(self) -> None:
        self.go_to.emit(PROGRESS)
