"""A figure, or a period, that leads to what lies behind it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from cchc_desktop.ui.theme import current_tokens

_SIDE, _ABOVE = 12, 8
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_ENDLESS = 10_000


@dataclass(frozen=True, slots=True)
class TileText:
    """What stands in a tile: the headline, and words and a note below it.

    Attributes:
        tone: The token of the headline.
    """

    headline: str
    words: str
    note: str = ""
    tone: str = "text"


class Tile(QAbstractButton):
    """Shows a headline with words below it; clicked, or pressed with Enter or Space.

    Args:
        scale: How large the headline is, against the font.
        parent: Owns the tile.
    """

    def __init__(self, scale: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._scale = scale
        self._content = TileText("", "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def content(self) -> TileText:
        """What stands in the tile."""
        return self._content

    def show_text(self, content: TileText, tip: str) -> None:
        """Show other words; ``tip`` says what opening it shows."""
        self._content = content
        self.setAccessibleName(
            ", ".join(p for p in (f"{content.headline} {content.words}", content.note) if p)
        )
        self.setToolTip(tip)
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Override QWidget.sizeHint."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, self._needed(self.width()))

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint."""
        return QSize(self.fontMetrics().averageCharWidth() * 12, self._needed(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        """Override QWidget.changeEvent."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QWidget.resizeEvent."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QAbstractButton.keyPressEvent: Enter opens as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's own signature
        """Override QWidget.paintEvent."""
        tokens = current_tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        is_marked = self.hasFocus() or self.underMouse() or self.isChecked()
        painter.setPen(QPen(tokens.accent if is_marked else tokens.line, width))
        painter.setBrush(tokens.accent_soft if self.isChecked() else tokens.surface)
        edge = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 6, 6)
        content = self._content
        y = _ABOVE
        for text, font, colour in (
            (content.headline, self._headline_font(), getattr(tokens, content.tone)),
            (content.words, self.font(), tokens.text),
            (content.note, self.font(), tokens.muted),
        ):
            if text:
                painter.setFont(font)
                painter.setPen(colour)
                height = self._height(text, font, self.width())
                area = QRect(_SIDE, y, self.width() - 2 * _SIDE, height)
                painter.drawText(area, _WRAP, text)
                y += height
        painter.end()

    def _headline_font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * self._scale)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _height(self, text: str, font: QFont, width: int) -> int:
        room = QRect(0, 0, max(width - 2 * _SIDE, 1), _ENDLESS)
        return QFontMetrics(font).boundingRect(room, _WRAP, text).height()

    def _needed(self, width: int) -> int:
        content = self._content
        heights = [self._height(content.headline, self._headline_font(), width)]
        heights += [
            self._height(text, self.font(), width) for text in (content.words, content.note) if text
        ]
        return sum(heights) + 2 * _ABOVE

    def _fit(self) -> None:
        needed = self._needed(self.width())
        if self.minimumHeight() != needed:
            self.setMinimumHeight(needed)
            self.updateGeometry()
