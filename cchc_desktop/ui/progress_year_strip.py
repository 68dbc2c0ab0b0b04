"""A task's year at a glance: the four periods and how the task stands in each."""

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.services.progress_sentences import describe_state, describe_verdict
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.period_words import period_name
from cchc_desktop.ui.progress_facts import PeriodState
from cchc_desktop.ui.progress_marks import STATE_SIGNS
from cchc_desktop.ui.theme import current_tokens

_GAP = 3
_SMALLER = 0.86
_SHORT = {"quarter-1": "Quý I", "half-year": "6 tháng", "quarter-3": "Quý III", "year": "Năm"}


class YearStrip(QWidget):
    """Paints the periods side by side; a click, or Enter on one chosen by arrows, goes there.

    Signals:
        period_asked(str): The period of this code is to be looked at.
    """

    period_asked = Signal(str)

    def __init__(self, states: tuple[PeriodState, ...], current: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._states = states
        self._current = current
        codes = [state.period.key.code for state in states]
        self._chosen = codes.index(current) if current in codes else 0
        self.setObjectName("yearStrip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName("Nhiệm vụ trong năm")
        self.setAccessibleDescription("; ".join(_sentence(state) for state in states))

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        return QSize(200, 2 * self.fontMetrics().height() + 12)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        painter = QPainter(self)
        tokens = current_tokens()
        small = self._small_font()
        for place, state in enumerate(self._states):
            rect = QRectF(self._rect(place)).adjusted(0.5, 0.5, -0.5, -0.5)
            sign = STATE_SIGNS[state.verdict.state] if state.verdict else None
            is_current = state.period.key.code == self._current
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            edge = tokens.accent if is_current else tokens.line
            painter.setPen(QPen(edge, 2 if is_current else 1))
            painter.setBrush(sign.soft if sign else tokens.surface)
            painter.drawRoundedRect(rect, 5, 5)
            if self.hasFocus() and place == self._chosen:
                painter.setPen(QPen(tokens.accent, 1, Qt.PenStyle.DotLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), 3, 3)
            half = rect.height() / 2
            painter.setFont(small)
            painter.setPen(tokens.text if is_current else tokens.muted)
            top = QRectF(rect.left(), rect.top() + 2, rect.width(), half)
            code = state.period.key.code
            painter.drawText(top, Qt.AlignmentFlag.AlignCenter, _SHORT.get(code, code))
            side = round(self.fontMetrics().height() * 0.85)
            left = round(rect.center().x() - side / 2)
            at = QRect(left, round(rect.top() + half + 1), side, side)
            if sign:
                icon(sign.icon_name, sign.colour).paint(painter, at)
            else:
                painter.setPen(tokens.muted)
                painter.drawText(QRectF(at), Qt.AlignmentFlag.AlignCenter, "–")
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Override QWidget.event: each period says how the task stands in it."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place_at(event.pos())
            if place is not None:
                QToolTip.showText(event.globalPos(), _sentence(self._states[place]), self)
                return True
        return super().event(event)

    def tip_of(self, code: str) -> str:
        """Return what is said about a period."""
        return next((_sentence(s) for s in self._states if s.period.key.code == code), "")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Override QWidget.mousePressEvent."""
        place = self._place_at(event.position().toPoint())
        if place is not None:
            self.period_asked.emit(self._states[place].period.key.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QWidget.keyPressEvent."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps and self._states:
            self._chosen = (self._chosen + steps[Qt.Key(event.key())]) % len(self._states)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.period_asked.emit(self._states[self._chosen].period.key.code)
        else:
            super().keyPressEvent(event)

    def _small_font(self) -> QFont:
        """Return the font in which the longest name fits its place."""
        small = QFont(self.font())
        widest = max(map(self.fontMetrics().horizontalAdvance, _SHORT.values()))
        room = self._rect(0).width() - 2 * _GAP - 2
        scale = min(_SMALLER, room / max(widest, 1))
        if small.pointSizeF() > 0:
            small.setPointSizeF(max(small.pointSizeF() * scale, 1.0))
        return small

    def _rect(self, place: int) -> QRect:
        count = max(len(self._states), 1)
        width = (self.width() - _GAP * (count - 1)) / count
        left = round(place * (width + _GAP))
        right = round(place * (width + _GAP) + width)
        return QRect(left, 0, right - left, self.height())

    def _place_at(self, point: QPoint) -> int | None:
        places = range(len(self._states))
        return next((place for place in places if self._rect(place).contains(point)), None)


def _sentence(state: PeriodState) -> str:
    name = period_name(state.period)
    if state.verdict is None:
        return f"{name}: chưa đến kỳ, bắt đầu {day_words(state.period.first_day)}"
    return (
        f"{name}, xét ngày {day_words(state.day)}: {describe_state(state.verdict)}. "
        f"{describe_verdict(state.verdict)}"
    )
