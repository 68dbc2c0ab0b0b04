"""Icons: one set of line drawings (Lucide, ISC licence), in the colours of the theme.

An icon is drawn anew at each size, so that it is sharp at every scale, and takes its
colour when it is painted, so that it follows a change of the theme by itself.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from cchc_desktop.system.paths import resource
from cchc_desktop.ui.theme import current_tokens

_STROKE = "currentColor"
_GAP = 4


def icon(name: str, colour: str = "text") -> QIcon:
    """Return an icon of the set.

    Args:
        name: The file's name below ``resources/icons`` without its ending.
        colour: The token in which it is drawn; a chosen or switched-on one takes "accent".

    Raises:
        FileNotFoundError: The set has no such icon.
    """
    _drawing(name)
    return QIcon(_LineIconEngine(name, colour))


def put_beside_text(button: QAbstractButton, picture: QIcon, side: int = 0) -> None:
    """Give a button an icon with room between it and the words.

    The style leaves hardly any; a picture wider than tall is drawn at its left.

    Args:
        button: A button with words.
        picture: An icon of the set.
        side: How large it is drawn; by default as the style has it.
    """
    side = side or button.iconSize().height()
    button.setIcon(picture)
    button.setIconSize(QSize(side + _GAP, side))


class _LineIconEngine(QIconEngine):
    """Paints one line drawing in a colour of the theme in force."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Override QIconEngine.paint."""
        colour = self._colour
        if mode is QIcon.Mode.Disabled:
            colour = "muted"
        elif state is QIcon.State.On and colour != "on_accent":
            colour = "accent"
        renderer = _renderer(self._name, getattr(current_tokens(), colour).name())
        if mode is QIcon.Mode.Disabled:
            painter.setOpacity(0.5)
        side = min(rect.width(), rect.height())
        top = rect.top() + (rect.height() - side) // 2
        renderer.render(painter, QRect(rect.left(), top, side, side))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Override QIconEngine.pixmap."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Override QIconEngine.clone."""
        return _LineIconEngine(self._name, self._colour)


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=128)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace(_STROKE, colour).encode()))
