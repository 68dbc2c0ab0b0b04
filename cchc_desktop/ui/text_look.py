"""How the passages of a plan's text look: margins, hanging numbers, room between them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextBlockFormat, QTextCharFormat

from cchc_desktop.domain.plan_text import Passage, PassageKind
from cchc_desktop.ui.theme import Tokens

_LINE_PERCENT = 135.0
_WIDEST_LETTERS = 96
"""A line of more letters than this is hard to read."""
_SIDE = 26

# Where the words begin and how wide the number before them may be, in letters.
_PLACES = {
    PassageKind.PART: (5.0, 5.0),
    PassageKind.ARTICLE: (8.5, 8.5),
    PassageKind.ITEM: (5.0, 3.5),
    PassageKind.SUBITEM: (7.5, 5.0),
    PassageKind.MINOR: (10.0, 6.5),
    PassageKind.POINT: (8.0, 3.0),
    PassageKind.DASH: (10.0, 2.0),
    PassageKind.PLUS: (12.5, 2.2),
}
_OF_RANK = (0.0, 5.0, 5.0, 7.5, 10.0, 8.0, 10.0, 12.5)
_FIRST_LINE = 5.0
_GAPS = {PassageKind.PART: (14, 5), PassageKind.ARTICLE: (10, 4), PassageKind.ITEM: (7, 4)}
_USUAL_GAPS = (3, 5)


class SheetLook:
    """Measures for a font: where each kind of passage stands on the sheet."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._letter = QFontMetricsF(font).averageCharWidth()

    def sides(self, width: int) -> float:
        """Return how much is left free on either side of the text in a view so wide."""
        room = min(width - 2 * _SIDE, self._letter * _WIDEST_LETTERS)
        return max((width - room) / 2, 4.0)

    def left(self, passage: Passage) -> float:
        """Return where the words of a passage begin."""
        if passage.kind in _PLACES:
            return _PLACES[passage.kind][0] * self._letter
        return _OF_RANK[passage.level] * self._letter

    def number_left(self, passage: Passage, number_width: float) -> float:
        """Return where the number of a passage begins; a long one reaches further out."""
        words, hang = _PLACES[passage.kind]
        return min((words - hang) * self._letter, words * self._letter - number_width - 5)

    def block(self, passage: Passage) -> QTextBlockFormat:
        """Return the margins of a passage."""
        made = QTextBlockFormat()
        above, below = _GAPS.get(passage.kind, _USUAL_GAPS)
        made.setTopMargin(above)
        made.setBottomMargin(below)
        made.setLeftMargin(self.left(passage))
        made.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if passage.kind is PassageKind.BASIS or (
            passage.kind is PassageKind.TEXT and not passage.level
        ):
            made.setTextIndent(_FIRST_LINE * self._letter)
        return made


def is_bold(kind: PassageKind, *, heads: bool) -> bool:
    """Tell whether a passage stands in bold: parts and articles do, items that head others."""
    if kind in (PassageKind.PART, PassageKind.ARTICLE):
        return kind is PassageKind.PART or heads
    return heads and kind in (PassageKind.ITEM, PassageKind.SUBITEM, PassageKind.MINOR)


def display_format(kind: PassageKind, *, heads: bool) -> QTextCharFormat:
    """Return how the words of a kind look, beside their own bold and italic."""
    made = QTextCharFormat()
    if is_bold(kind, heads=heads):
        made.setFontWeight(QFont.Weight.Bold)
    if kind is PassageKind.PART:
        made.setFontCapitalization(QFont.Capitalization.AllUppercase)
    if kind is PassageKind.BASIS:
        made.setFontItalic(True)
    return made


def field_format(tokens: Tokens) -> QTextCharFormat:
    """Return how a live field is told from other words."""
    made = QTextCharFormat()
    made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    made.setUnderlineColor(tokens.accent)
    made.setBackground(tokens.accent_soft)
    return made


def hit_format(tokens: Tokens) -> QTextCharFormat:
    """Return how words that are searched for are shown."""
    made = QTextCharFormat()
    made.setBackground(tokens.soon_soft)
    made.setForeground(tokens.soon)
    return made


CENTRE = Qt.AlignmentFlag.AlignHCenter
