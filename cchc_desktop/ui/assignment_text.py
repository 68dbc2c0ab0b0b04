"""Breaks the words of headings into a few lines, the last one shortened where words are left."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

_MOST_KEPT = 20_000


class ShortLines:
    """Lines of words in one font, kept once broken ("dòng chữ rút gọn").

    Words are broken at spaces; a word wider than the room is shortened.
    """

    def __init__(self, font: QFont) -> None:
        self._lines: dict[tuple[str, int, int], tuple[str, ...]] = {}
        self.set_font(font)

    def set_font(self, font: QFont) -> None:
        """Break everything anew in another font."""
        self.font = QFont(font)
        self.metrics = QFontMetrics(self.font)
        self.line_height = round(self.metrics.height() * 1.12)
        self._lines.clear()

    def lines(self, text: str, width: int, most: int) -> tuple[str, ...]:
        """Return ``text`` in at most ``most`` lines of ``width``; at least one, maybe empty."""
        key = (text, width, most)
        found = self._lines.get(key)
        if found is None:
            if len(self._lines) > _MOST_KEPT:
                self._lines.clear()
            found = self._lines[key] = tuple(self._broken(text, width, most))
        return found

    def height(self, text: str, width: int, most: int) -> int:
        """Return how tall ``text`` is."""
        return self.line_height * len(self.lines(text, width, most))

    def _broken(self, text: str, width: int, most: int) -> list[str]:
        words = text.split()
        lines: list[str] = []
        start = 0
        while start < len(words) and len(lines) < most:
            if len(lines) == most - 1:
                rest = " ".join(words[start:])
                lines.append(self._fitted(rest, width))
                break
            end = start + 1
            line = words[start]
            while end < len(words):
                longer = f"{line} {words[end]}"
                if self.metrics.horizontalAdvance(longer) > width:
                    break
                line, end = longer, end + 1
            lines.append(self._fitted(line, width))
            start = end
        return lines or [""]

    def _fitted(self, line: str, width: int) -> str:
        # Qt shortens by exact measures what fits by rounded ones.
        if self.metrics.horizontalAdvance(line) <= width:
            return line
        return self.metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
