"""Lays out the words of cells, and keeps the layouts: the same for measuring and drawing.

A row is as tall as its text because both come from here.
"""

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.text_finding import Span

_MOST_LAYOUTS = 3000
_MOST_HEIGHTS = 200_000
LINE_HEIGHT = 1.35
"""In parts of the font's size."""


@dataclass(frozen=True, slots=True)
class CellLayout:
    """The words of one cell broken into lines ("nội dung ô đã dàn dòng")."""

    layout: QTextLayout
    height: float

    def draw(
        self,
        painter: QPainter,
        at: QPointF,
        hits: tuple[Span, ...] = (),
        unknown: tuple[Span, ...] = (),
        *,
        hit_ground: QColor,
        unknown_line: QColor,
    ) -> None:
        """Draw the words; places found by a search get a ground, unknown names a line."""
        ranges = [_ground(span, hit_ground) for span in hits]
        self.layout.draw(painter, at, ranges)
        for span in unknown:
            self._underline(painter, at, span, unknown_line)

    def _underline(self, painter: QPainter, at: QPointF, span: Span, colour: QColor) -> None:
        """Draw a dotted line under a stretch, line by line."""
        pen = painter.pen()
        dotted = painter.pen()
        dotted.setColor(colour)
        dotted.setWidthF(1.4)
        dotted.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(dotted)
        for number in range(self.layout.lineCount()):
            line = self.layout.lineAt(number)
            first = max(span[0], line.textStart())
            last = min(span[1], line.textStart() + line.textLength())
            if first < last:
                y = at.y() + line.y() + line.ascent() + 2.5
                left = _x_of(line.cursorToX(first))
                right = _x_of(line.cursorToX(last))
                painter.drawLine(QPointF(at.x() + left, y), QPointF(at.x() + right, y))
        painter.setPen(pen)


class CellLayouts:
    """Layouts by wording and width, in one font."""

    def __init__(self, font: QFont) -> None:
        self._layouts: OrderedDict[tuple[RichText, int, int], CellLayout] = OrderedDict()
        self._heights: dict[tuple[RichText, int], float] = {}
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Lay everything out anew in another font."""
        self._font = QFont(font)
        metrics = QFontMetricsF(self._font)
        size = self._font.pixelSize() if self._font.pixelSize() > 0 else metrics.height() / 1.17
        self.line_height = max(round(size * LINE_HEIGHT), round(metrics.height()))
        self._layouts.clear()
        self._heights.clear()

    @property
    def font(self) -> QFont:
        """The font of plain words."""
        return self._font

    def height(self, text: RichText, width: int) -> float:
        """Return how tall ``text`` is in ``width``."""
        if not text:
            return self.line_height
        key = (text, width)
        height = self._heights.get(key)
        if height is None:
            if len(self._heights) > _MOST_HEIGHTS:
                self._heights.clear()
            height = self._heights[key] = self.layout(text, width).height
        return height

    def layout(
        self,
        text: RichText,
        width: int,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> CellLayout:
        """Return ``text`` broken into lines of ``width``."""
        key = (text, width, alignment.value)
        found = self._layouts.get(key)
        if found is not None:
            self._layouts.move_to_end(key)
            return found
        if len(self._layouts) >= _MOST_LAYOUTS:
            self._layouts.popitem(last=False)
        made = self._layouts[key] = self._lay_out(text, width, alignment)
        return made

    def _lay_out(self, text: RichText, width: int, alignment: Qt.AlignmentFlag) -> CellLayout:
        layout = QTextLayout(text.text.replace("\n", "\u2028"), self._font)
        option = QTextOption(alignment)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats(_style_ranges(text))
        layout.setCacheEnabled(True)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            slack = max(0.0, self.line_height - line.height())
            line.setPosition(QPointF(0, y + slack / 2))
            y += max(self.line_height, line.height())
        layout.endLayout()
        return CellLayout(layout, max(y, self.line_height))


def _style_ranges(text: RichText) -> list[QTextLayout.FormatRange]:
    ranges = []
    start = 0
    for run in text.runs:
        if run.bold or run.italic:
            style = QTextCharFormat()
            if run.bold:
                style.setFontWeight(QFont.Weight.Bold)
            style.setFontItalic(run.italic)
            ranges.append(_range(start, len(run.text), style))
        start += len(run.text)
    return ranges


def _ground(span: Span, colour: QColor) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setBackground(colour)
    return _range(span[0], span[1] - span[0], style)


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start = start
    made.length = length
    made.format = style
    return made


def _x_of(answer: object) -> float:
    """Return the place that ``QTextLine.cursorToX`` gives, alone or with the cursor."""
    return float(answer[0] if isinstance(answer, tuple | list) else answer)  # type: ignore[arg-type]
