"""Lays small widgets side by side, and on the next line when there is no room.

Hidden ones take none.
"""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_GAP = 4


class FlowLayout(QLayout):
    """Flows like words in a paragraph."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Override QLayout.addItem."""
        self._items.append(item)

    def count(self) -> int:
        """Override QLayout.count."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Override QLayout.itemAt."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Override QLayout.takeAt."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Override QLayout.expandingDirections."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Override QLayout.hasHeightForWidth."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Override QLayout.heightForWidth."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def setGeometry(self, rect: QRect) -> None:
        """Override QLayout.setGeometry."""
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect.width()), strict=True):
            item.setGeometry(place.translated(rect.topLeft()))

    def sizeHint(self) -> QSize:
        """Override QLayout.sizeHint."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Override QLayout.minimumSize."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _places(self, width: int) -> list[QRect]:
        places = []
        x = y = line = 0
        for item in self._items:
            if item.isEmpty():
                places.append(QRect(x, y, 0, 0))
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), width))
            if x and x + size.width() > width:
                x, y, line = 0, y + line + _GAP, 0
            places.append(QRect(QPoint(x, y), size))
            x += size.width() + _GAP
            line = max(line, size.height())
        return places


def broken_into_lines(text: str, metrics: QFontMetrics, width: int) -> str:
    """Return ``text`` with line breaks between words, so that no line is wider than ``width``."""
    lines: list[str] = []
    for word in text.split():
        if lines and metrics.horizontalAdvance(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return "\n".join(lines)
