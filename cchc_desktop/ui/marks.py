"""The small mark under a deadline: a sign and a word for what was understood of it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.deadline import Deadline, DeadlineKind
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.plan_wording import mark_text
from cchc_desktop.ui.theme import Tokens, current_tokens

_SIGNS = {
    DeadlineKind.DATED: "calendar",
    DeadlineKind.RECURRING: "repeat",
    DeadlineKind.EVENT: "hourglass",
    DeadlineKind.UNRECOGNISED: "circle-question-mark",
}
_COLOURS = {
    DeadlineKind.DATED: "accent",
    DeadlineKind.RECURRING: "waiting",
    DeadlineKind.EVENT: "waiting",
    DeadlineKind.UNRECOGNISED: "soon",
}
_SMALLER = 0.88
_SIDE = 6
_BETWEEN = 4
GAP = 4
"""Between the words of a deadline and the mark under them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands under a deadline ("dấu cách hiểu"): a sign, a word, a colour's name.

    Attributes:
        short: What stands there where the words find no room.
    """

    sign: str
    text: str
    colour: str
    short: str = ""


def deadline_mark(deadline: Deadline) -> Mark | None:
    """Return the mark of a deadline, or None where there is nothing to understand."""
    text = mark_text(deadline)
    if not text:
        return None
    if deadline.is_set_by_hand:
        text = f"{text} · đặt tay"
    kind = deadline.reading.kind
    due = deadline.reading.due
    short = day_words(due) if kind is DeadlineKind.DATED and due else ""
    return Mark(_SIGNS[kind], text, _COLOURS[kind], short)


def mark_height(font: QFont) -> int:
    """Return how tall a mark is beside words in ``font``."""
    return round(QFontMetricsF(_smaller(font)).height()) + 4


def draw_mark(painter: QPainter, mark: Mark, at: QPointF, width: float, font: QFont) -> None:
    """Draw ``mark`` with its upper left corner at ``at``, in at most ``width``."""
    tokens = current_tokens()
    strong, soft = _pair(tokens, mark.colour)
    small = _smaller(font)
    metrics = QFontMetricsF(small)
    height = mark_height(font)
    side = round(metrics.ascent() * 0.9)
    room = width - 2 * _SIDE - side - _BETWEEN
    text = mark.text
    if mark.short and metrics.horizontalAdvance(text) > room:
        text = mark.short
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0.0))
    length = 2 * _SIDE + side + _BETWEEN + metrics.horizontalAdvance(text)
    pill = QRectF(at.x(), at.y(), min(length, width), height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(soft)
    painter.drawRoundedRect(pill, height / 2, height / 2)
    top = round(at.y() + (height - side) / 2)
    target = QRect(round(at.x()) + _SIDE, top, side, side)
    icon(mark.sign, mark.colour).paint(painter, target)
    painter.setPen(strong)
    painter.setFont(small)
    painter.drawText(
        pill.adjusted(_SIDE + side + _BETWEEN, 0, 0, 0),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        text,
    )
    painter.restore()


def mark_size(mark: Mark, font: QFont) -> QSize:
    """Return the size of ``mark`` when nothing hems it in."""
    metrics = QFontMetricsF(_smaller(font))
    side = round(metrics.ascent() * 0.9)
    width = 2 * _SIDE + side + _BETWEEN + metrics.horizontalAdvance(mark.text) + 1
    return QSize(round(width), mark_height(font))


def _smaller(font: QFont) -> QFont:
    small = QFont(font)
    if font.pixelSize() > 0:
        small.setPixelSize(max(1, round(font.pixelSize() * _SMALLER)))
    else:
        small.setPointSizeF(font.pointSizeF() * _SMALLER)
    return small


def _pair(tokens: Tokens, colour: str) -> tuple[QColor, QColor]:
    return getattr(tokens, colour), getattr(tokens, f"{colour}_soft")
