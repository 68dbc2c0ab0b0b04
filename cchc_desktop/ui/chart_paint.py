"""Painting the parts of a progress chart: a ground, an edge, and a hatch that tells them apart."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cchc_desktop.domain.progress_chart import PART_LOOKS, ChartPart, Hatch
from cchc_desktop.ui.theme import current_tokens

_HATCH_STEP = 5.0


def paint_part(painter: QPainter, part: ChartPart, area: QRectF) -> None:
    """Fill ``area`` with the colour and the hatch of ``part``."""
    look = PART_LOOKS[part]
    tokens = current_tokens()
    ink: QColor = getattr(tokens, look.ink)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.fillRect(area, getattr(tokens, look.token))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(ink, 1))
    painter.drawLines(_hatch_lines(look.hatch, area))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
    painter.restore()


def paint_count(painter: QPainter, part: ChartPart, area: QRectF, count: int) -> bool:
    """Write a count into the area of its part, if there is room; tell whether there was.

    On a hatch it stands on a plain ground of its own, so that no line runs through it.
    """
    text = str(count)
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(text) + 3.0
    if width + 1 > area.width():
        return False
    look = PART_LOOKS[part]
    tokens = current_tokens()
    plate = QRectF(area.center().x() - width / 2, area.top() + 2, width, area.height() - 4)
    if look.hatch not in (Hatch.SOLID, Hatch.EMPTY):
        painter.fillRect(plate, getattr(tokens, look.token))
    painter.setPen(tokens.surface if look.hatch is Hatch.SOLID else getattr(tokens, look.ink))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    return True


def _hatch_lines(hatch: Hatch, area: QRectF) -> list[QLineF]:
    left, right, top, bottom = area.left(), area.right(), area.top(), area.bottom()
    height = area.height()
    lines: list[QLineF] = []
    if hatch is Hatch.UPRIGHT:
        lines = [QLineF(x, top, x, bottom) for x in _steps(left, right)]
    if hatch in (Hatch.RISING, Hatch.CROSSED):
        lines += [QLineF(x, bottom, x + height, top) for x in _steps(left - height, right)]
    if hatch in (Hatch.FALLING, Hatch.CROSSED):
        lines += [QLineF(x, top, x + height, bottom) for x in _steps(left - height, right)]
    return lines


def _steps(start: float, end: float) -> list[float]:
    count = max(int((end - start) / _HATCH_STEP), 1)
    return [start + (index + 0.5) * _HATCH_STEP for index in range(count)]
