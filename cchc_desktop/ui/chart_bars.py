"""A chart of stacked bars that can be walked through with the keyboard and clicked into."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cchc_desktop.domain.progress_chart import (
    PART_LOOKS,
    ChartPart,
    PlacedBar,
    ProgressChart,
    bar_words,
    place_bars,
)
from cchc_desktop.ui.chart_paint import paint_count, paint_part
from cchc_desktop.ui.theme import current_tokens

_LABEL_SHARE = 0.38
_BESIDE = 10
_FOCUS = 3
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_ENDLESS = 10_000
_NARROWEST = 3.0
"""A part of one task among thousands is still seen and still clicked."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where one stands in a chart: a bar, and one of its parts or (None) all of it."""

    bar: int
    part: ChartPart | None = None


@dataclass
class _Row:
    bar: PlacedBar
    end_words: str
    line: QRect = field(default_factory=QRect)
    label: QRect = field(default_factory=QRect)
    parts: dict[ChartPart, QRectF] = field(default_factory=dict)
    end: QRectF = field(default_factory=QRectF)


class BarChart(QWidget):
    """Shows a progress chart; its height is what its bars need in its width.

    Up and down go from bar to bar, left and right through a bar's parts; Enter opens.

    Signals:
        opened(Spot): A bar or one of its parts was clicked, or chosen with Enter.
        moved(QRect): The keyboard went to what lies there.
    """

    opened = Signal(object)
    moved = Signal(QRect)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._rows: list[_Row] = []
        self._hovered: Spot | None = None
        self.spot = Spot(0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_chart(self, chart: ProgressChart, end_words: Sequence[str]) -> None:
        """Show other bars, each with the words behind it."""
        placed = place_bars(chart)
        self._rows = [_Row(bar, words) for bar, words in zip(placed, end_words, strict=True)]
        bar = min(self.spot.bar, max(len(placed) - 1, 0))
        part = self.spot.part
        is_there = bool(placed) and any(s.part is part for s in placed[bar].segments)
        self.spot = Spot(bar, part if is_there else None)
        self._hovered = None
        self._arrange()
        self._tell()
        self.update()

    def words_at(self, spot: Spot) -> str:
        """Return what lies at a spot in words with its numbers."""
        bar = self._rows[spot.bar].bar
        for segment in bar.segments:
            if segment.part is spot.part:
                name = PART_LOOKS[segment.part].words.lower()
                return f"{bar.label}: {segment.count} {name} trong {bar.total} nhiệm vụ"
        return bar_words(bar)

    def area_of(self, spot: Spot) -> QRect:
        """Return where a spot lies in this widget."""
        row = self._rows[spot.bar]
        return row.line if spot.part is None else row.parts[spot.part].toAlignedRect()

    def spot_at(self, place: QPoint) -> Spot | None:
        """Return what lies at a place, or None."""
        for number, row in enumerate(self._rows):
            if row.line.contains(place):
                for part, area in reversed(row.parts.items()):
                    if area.left() <= place.x() < area.right() and area.contains(place):
                        return Spot(number, part)
                return Spot(number)
        return None

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        letters = self.fontMetrics().averageCharWidth()
        return QSize(letters * 60, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget.changeEvent."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def event(self, event: QEvent) -> bool:
        """Override QWidget.event: tell what lies under the mouse."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.spot_at(event.pos())
            if spot is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.words_at(spot), self, self.area_of(spot))
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Override QWidget.mouseMoveEvent."""
        self._hover(self.spot_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Override QWidget.leaveEvent."""
        super().leaveEvent(event)
        self._hover(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Override QWidget.mouseReleaseEvent."""
        spot = self.spot_at(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and spot is not None:
            self._go_to(spot)
            self.opened.emit(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent."""
        if not self._rows or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        last = len(self._rows) - 1
        match event.key():
            case Qt.Key.Key_Down:
                self._go_to(Spot(min(self.spot.bar + 1, last)))
            case Qt.Key.Key_Up:
                self._go_to(Spot(max(self.spot.bar - 1, 0)))
            case Qt.Key.Key_Home:
                self._go_to(Spot(0))
            case Qt.Key.Key_End:
                self._go_to(Spot(last))
            case Qt.Key.Key_Right:
                self._step(1)
            case Qt.Key.Key_Left:
                self._step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.opened.emit(self.spot)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override QWidget.focusInEvent."""
        super().focusInEvent(event)
        self.update()
        if self._rows:
            self._tell()
            self.moved.emit(self.area_of(self.spot))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override QWidget.focusOutEvent."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        painter = QPainter(self)
        tokens = current_tokens()
        for number, row in enumerate(self._rows):
            if not row.line.intersects(event.rect()):
                continue
            is_current = self.hasFocus() and self.spot.bar == number
            if (self._hovered and self._hovered.bar == number) or is_current:
                painter.fillRect(row.line, tokens.accent_soft)
            painter.setPen(tokens.text)
            painter.drawText(row.label, _WRAP, row.bar.label)
            for segment in row.bar.segments:
                area = row.parts[segment.part]
                paint_part(painter, segment.part, area)
                paint_count(painter, segment.part, area, segment.count)
            painter.setPen(tokens.muted)
            painter.drawText(row.end, Qt.AlignmentFlag.AlignVCenter, row.end_words)
        if self.hasFocus() and self._rows:
            self._paint_focus(painter)
        painter.end()

    def _paint_focus(self, painter: QPainter) -> None:
        painter.setPen(QPen(current_tokens().accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        area = QRectF(self.area_of(self.spot))
        if self.spot.part is None:
            painter.drawRect(area.adjusted(1, 1, -1, -1))
        else:
            painter.drawRect(area.adjusted(-2, -2, 2, 2))

    def _arrange(self) -> None:
        """Find the place of everything in the present width, and take the height it needs."""
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(r.bar.label) for r in self._rows), default=0)
        label_width = min(widest + 1, round(self.width() * _LABEL_SHARE))
        end_width = max((metrics.horizontalAdvance(r.end_words) for r in self._rows), default=0)
        left = _FOCUS + label_width + _BESIDE
        room = max(self.width() - left - end_width - _BESIDE - _FOCUS, 1)
        bar_height = metrics.height() + 3
        gap = round(metrics.height() * 0.45)
        top = 0
        for row in self._rows:
            needed = metrics.boundingRect(
                QRect(0, 0, label_width, _ENDLESS), _WRAP, row.bar.label
            ).height()
            height = max(needed, bar_height) + gap
            row.line = QRect(0, top, self.width(), height)
            row.label = QRect(_FOCUS, top, label_width, height)
            self._place_parts(row, left, room, bar_height)
            top += height
        if self.minimumHeight() != top:
            self.setFixedHeight(top)
            self.updateGeometry()

    def _place_parts(self, row: _Row, left: float, room: float, bar_height: int) -> None:
        y = row.line.top() + (row.line.height() - bar_height) / 2
        row.parts = {}
        end = left
        for segment in row.bar.segments:
            start = max(left + segment.start * room, end)
            width = max(segment.length * room, _NARROWEST)
            row.parts[segment.part] = QRectF(start, y, width, bar_height)
            end = start + width
        row.end = QRectF(end + _BESIDE / 2, row.line.top(), self.width(), row.line.height())

    def _step(self, by: int) -> None:
        """Go to the next part of the bar; before the first part stands the whole bar."""
        parts: list[ChartPart | None] = [None]
        parts += [segment.part for segment in self._rows[self.spot.bar].bar.segments]
        place = parts.index(self.spot.part) + by
        if 0 <= place < len(parts):
            self._go_to(Spot(self.spot.bar, parts[place]))

    def _go_to(self, spot: Spot) -> None:
        self.spot = spot
        self._tell()
        self.moved.emit(self.area_of(spot))
        self.update()

    def _hover(self, spot: Spot | None) -> None:
        if spot != self._hovered:
            self._hovered = spot
            shape = Qt.CursorShape.PointingHandCursor if spot else Qt.CursorShape.ArrowCursor
            self.setCursor(shape)
            self.update()

    def _tell(self) -> None:
        """Say to a screen reader where the keyboard is, and what the whole chart shows."""
        here = self.words_at(self.spot) if self._rows else "không có nhiệm vụ"
        self.setAccessibleName(f"{self._name}. {here}")
        self.setAccessibleDescription("\n".join(bar_words(row.bar) for row in self._rows))
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
