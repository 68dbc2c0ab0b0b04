"""What the colours and hatches of the progress charts mean."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cchc_desktop.domain.progress_chart import PART_LOOKS, ChartPart
from cchc_desktop.ui.chart_paint import paint_part
from cchc_desktop.ui.theme import current_tokens

_BESIDE = 5
_AFTER = 14
_BETWEEN_LINES = 3


class ChartLegend(QWidget):
    """Names the parts that occur, on as many lines as it needs in its width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[ChartPart, ...] = ()
        self._places: list[QPoint] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Iterable[ChartPart]) -> None:
        """Name these parts."""
        self._parts = tuple(parts)
        self.setAccessibleName("Chú giải: " + ", ".join(PART_LOOKS[p].words for p in self._parts))
        self._arrange()
        self.update()

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        return QSize(self.fontMetrics().averageCharWidth() * 40, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget.changeEvent."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's own signature
        """Override QWidget.paintEvent."""
        painter = QPainter(self)
        metrics, side = self.fontMetrics(), self._side
        for part, place in zip(self._parts, self._places, strict=True):
            top = place.y() + (metrics.height() - side) // 2
            paint_part(painter, part, QRectF(place.x(), top, side, side))
            painter.setPen(current_tokens().muted)
            left = place.x() + side + _BESIDE
            painter.drawText(left, place.y() + metrics.ascent(), PART_LOOKS[part].words)
        painter.end()

    @property
    def _side(self) -> int:
        return round(self.fontMetrics().ascent() * 0.95)

    def _arrange(self) -> None:
        metrics = self.fontMetrics()
        self._places = []
        x = y = 0
        for part in self._parts:
            width = self._side + _BESIDE + metrics.horizontalAdvance(PART_LOOKS[part].words)
            if x and x + width > self.width():
                x, y = 0, y + metrics.height() + _BETWEEN_LINES
            self._places.append(QPoint(x, y))
            x += width + _AFTER
        self.setFixedHeight(y + metrics.height() if self._parts else 0)
