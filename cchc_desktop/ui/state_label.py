"""A state in words, as the details show it."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.progress_state import Verdict
from cchc_desktop.services.progress_sentences import describe_state
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.progress_marks import STATE_SIGNS

_SIDE = 7
_GAP = 5


class StateLabel(QWidget):
    """A state with its sign, its word and its colour."""

    def __init__(self, verdict: Verdict, parent: QWidget) -> None:
        super().__init__(parent)
        self._sign = STATE_SIGNS[verdict.state]
        self._text = describe_state(verdict)
        self.setAccessibleName(self._text)

    @property
    def text(self) -> str:
        """The words."""
        return self._text

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        metrics = self.fontMetrics()
        side = metrics.ascent()
        width = 2 * _SIDE + side + _GAP + metrics.horizontalAdvance(self._text) + 2
        return QSize(width, metrics.height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._sign.soft)
        painter.drawRoundedRect(self.rect(), 6, 6)
        side = self.fontMetrics().ascent()
        top = (self.height() - side) // 2
        icon(self._sign.icon_name, self._sign.colour).paint(painter, QRect(_SIDE, top, side, side))
        painter.setPen(self._sign.strong)
        base = (self.height() + self.fontMetrics().ascent() - self.fontMetrics().descent()) / 2
        painter.drawText(QPointF(_SIDE + side + _GAP, base), self._text)
        painter.end()
