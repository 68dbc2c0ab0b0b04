"""A piece of the printed page: the letterhead above, the signature below."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cchc_desktop.domain.office import Letterhead
from cchc_desktop.ui.theme import LIGHT

_FAMILIES = ["Times New Roman", "Liberation Serif"]
_MARGIN = 16
_COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


class LetterheadPreview(QWidget):
    """Shows how a letterhead and its signature will stand on paper.

    Paper stays white in the dark theme, as it is when it is printed.
    """

    def __init__(self, letterhead: Letterhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letterhead = letterhead
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_letterhead(letterhead)

    def show_letterhead(self, letterhead: Letterhead) -> None:
        """Show a letterhead."""
        self._letterhead = letterhead
        signer = letterhead.signer
        self.setAccessibleName(
            "; ".join(
                part
                for part in (
                    letterhead.parent.upper(),
                    letterhead.name.upper(),
                    *signer.title_lines,
                    signer.name,
                )
                if part
            )
        )
        self.update()

    @property
    def lines(self) -> tuple[str, ...]:
        """The words of the office's side and of the signature, as they are painted."""
        letterhead = self._letterhead
        return (
            letterhead.parent.upper(),
            letterhead.name.upper(),
            *letterhead.signer.title_lines,
            letterhead.signer.name,
        )

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        return QSize(560, round(self._line_height() * 12.5) + 2 * _MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint."""
        return QSize(420, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Override QWidget.paintEvent."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(LIGHT.line))
        painter.setBrush(LIGHT.surface)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(QPen(LIGHT.text))
        letterhead = self._letterhead
        inner = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        left = QRectF(inner.left(), inner.top(), inner.width() * 0.42, inner.height())
        right = QRectF(left.right() + 8, inner.top(), inner.right() - left.right() - 8, 0)
        right.setHeight(inner.height())
        y = self._text(painter, left, letterhead.parent.upper(), self._font())
        y = self._text(painter, _below(left, y), letterhead.name.upper(), self._font(is_bold=True))
        self._rule(painter, left, y, 0.4)
        symbol = f"/KH-{letterhead.symbol}" if letterhead.symbol else "/KH"
        y_left = self._text(painter, _below(left, y + 8), f"Số:        {symbol}", self._font())
        y = self._text(painter, right, _COUNTRY, self._font(is_bold=True))
        y = self._text(painter, _below(right, y), _MOTTO, self._font(is_bold=True))
        motto = QFontMetricsF(self._font(is_bold=True)).horizontalAdvance(_MOTTO)
        self._rule(painter, right, y, min(1.0, motto / right.width()))
        day = f"{letterhead.place or '…'}, ngày … tháng … năm …"
        y = self._text(painter, _below(right, y + 8), day, self._font(is_italic=True))
        y = max(y, y_left) + self._line_height() * 0.8
        for line in letterhead.signer.title_lines:
            y = self._text(painter, _below(right, y), line, self._font(is_bold=True))
        y += self._line_height() * 2.2
        self._text(painter, _below(right, y), letterhead.signer.name, self._font(is_bold=True))
        painter.end()

    def _font(self, *, is_bold: bool = False, is_italic: bool = False) -> QFont:
        font = QFont(self.font())
        font.setFamilies(_FAMILIES)
        font.setBold(is_bold)
        font.setItalic(is_italic)
        return font

    def _line_height(self) -> float:
        return QFontMetricsF(self._font()).lineSpacing()

    def _text(self, painter: QPainter, area: QRectF, text: str, font: QFont) -> float:
        """Paint a centred text at the top of ``area`` and return where it ends."""
        if not text.strip():
            return area.top()
        painter.setFont(font)
        flags = int(_CENTRED)
        used = painter.boundingRect(area, flags, text)
        painter.drawText(QRectF(area.left(), area.top(), area.width(), used.height()), flags, text)
        return used.bottom()

    def _rule(self, painter: QPainter, area: QRectF, y: float, share: float) -> None:
        width = area.width() * share
        x = area.center().x() - width / 2
        painter.drawLine(round(x), round(y) + 2, round(x + width), round(y) + 2)


def _below(area: QRectF, y: float) -> QRectF:
    return QRectF(area.left(), y, area.width(), max(0.0, area.bottom() - y))
