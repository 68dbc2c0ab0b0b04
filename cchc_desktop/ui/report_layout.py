"""Lays out the paragraphs of a report as on paper, for measuring, painting and pointing."""

from collections import OrderedDict
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from cchc_desktop.domain.report import TITLE
from cchc_desktop.domain.report_text import FigureMark, LiveText
from cchc_desktop.ui.report_lines import LineKind, ReportLine
from cchc_desktop.ui.theme import Tokens, current_tokens

LINE_HEIGHT = 1.35
"""In parts of the font's height."""

_TYPE_NAME = "BÁO CÁO"
_WIDEST_LETTERS = 92
"""A line of more letters than this is hard to read."""
_SIDE = 30
_INDENT_LETTERS = 4
LINE_GAP = 3
"""Between the lines that are paragraphs of their own on paper."""
_MOST_DOCUMENTS = 120
_MOST_HEIGHTS = 20_000

_GAPS = {1: (16, 4), 2: (10, 3), 3: (8, 3)}
_TITLE_GAPS = (18, 12)
_TEXT_GAPS = (3, 6)


@dataclass(frozen=True, slots=True)
class Column:
    """Where the text stands in the width of a view."""

    left: int
    room: int


def text_column(width: int, font: QFont) -> Column:
    """Return where the text stands in a view so wide: in the middle, not too wide to read."""
    letters = QFontMetricsF(font).averageCharWidth() * _WIDEST_LETTERS
    room = max(min(width - 2 * _SIDE, round(letters)), 40)
    return Column((width - room) // 2, room)


def gaps(line: ReportLine) -> tuple[int, int]:
    """Return how much room stands above and below a line's words."""
    if line.code == TITLE:
        return _TITLE_GAPS
    return _GAPS.get(line.paragraph.level, _TEXT_GAPS)


def indent(font: QFont) -> float:
    """Return how far the first line of a paragraph stands in."""
    return QFontMetricsF(font).averageCharWidth() * _INDENT_LETTERS


class ParagraphLayouts:
    """Keeps the paragraphs laid out, and how tall each is."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._documents: OrderedDict[tuple[object, ...], QTextDocument] = OrderedDict()
        self._heights: dict[tuple[object, ...], int] = {}

    @property
    def line_height(self) -> int:
        """How far lines stand apart."""
        return round(QFontMetricsF(self.font).height() * LINE_HEIGHT)

    def clear(self) -> None:
        """Forget all that was laid out, as the font or the theme is another one."""
        self._documents.clear()
        self._heights.clear()

    def height(self, line: ReportLine, room: int) -> int:
        """Return how tall the words of a line are."""
        key = _key(line, room)
        if key not in self._heights:
            if len(self._heights) > _MOST_HEIGHTS:
                self._heights.clear()
            self._heights[key] = round(self.document(line, room).size().height())
        return self._heights[key]

    def document(self, line: ReportLine, room: int) -> QTextDocument:
        """Return the words of a line, laid out."""
        key = _key(line, room)
        document = self._documents.get(key)
        if document is None:
            document = self._made(line, room)
            self._documents[key] = document
            if len(self._documents) > _MOST_DOCUMENTS:
                self._documents.popitem(last=False)
        else:
            self._documents.move_to_end(key)
        return document

    def draw(self, painter: QPainter, line: ReportLine, room: int, at: QPointF) -> None:
        """Draw the words of a line with their upper left corner at a point."""
        painter.save()
        painter.translate(at)
        self.document(line, room).drawContents(painter)
        painter.restore()

    def figure_at(self, line: ReportLine, room: int, point: QPointF) -> FigureMark | None:
        """Return the figure that is drawn at a point of a line's words, or None."""
        layout = self.document(line, room).documentLayout()
        place = layout.hitTest(point, Qt.HitTestAccuracy.ExactHit)
        if place < 0:
            return None
        place -= len(_head(line))
        return next((m for m in line.text.marks if m.start <= place <= m.end), None)

    def _made(self, line: ReportLine, room: int) -> QTextDocument:
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(self.font)
        document.setTextWidth(room)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        cursor.setBlockFormat(self._block(line))
        tokens = current_tokens()
        ink = tokens.muted if line.kind is LineKind.PROPOSED else tokens.text
        is_heading = bool(line.paragraph.level) or line.code == TITLE
        plain = QTextCharFormat()
        plain.setForeground(ink)
        plain.setFontWeight(QFont.Weight.Bold if is_heading else QFont.Weight.Normal)
        cursor.insertText(_head(line), plain)
        stale = {item.mark.code for item in line.news.stale} if line.news else set()
        for text, is_bold, is_italic, mark in _pieces(line.text):
            style = QTextCharFormat(plain)
            if is_bold:
                style.setFontWeight(QFont.Weight.Bold)
            style.setFontItalic(is_italic)
            if mark is not None:
                _mark_figure(style, tokens, is_stale=mark.code in stale)
            cursor.insertText(text.upper() if line.paragraph.level == 1 else text, style)
        cursor.endEditBlock()
        return document

    def _block(self, line: ReportLine) -> QTextBlockFormat:
        block = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        block.setLineHeight(self.line_height, fixed.value)
        if line.code == TITLE:
            block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        elif not line.paragraph.level:
            block.setTextIndent(indent(self.font))
            block.setBottomMargin(LINE_GAP)
        return block


def _mark_figure(style: QTextCharFormat, tokens: Tokens, *, is_stale: bool) -> None:
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    style.setUnderlineColor(tokens.soon if is_stale else tokens.accent)
    if is_stale:
        style.setBackground(tokens.soon_soft)
        style.setForeground(tokens.soon)


def _head(line: ReportLine) -> str:
    """Return what is printed before a paragraph's own words."""
    if line.code == TITLE:
        return f"{_TYPE_NAME}\n"
    return f"{line.paragraph.number} " if line.paragraph.number else ""


def _pieces(text: LiveText) -> list[tuple[str, bool, bool, FigureMark | None]]:
    """Return the words of a text in stretches of one style within or outside one figure."""
    cuts = {0, *(edge for mark in text.marks for edge in (mark.start, mark.end))}
    found = []
    position = 0
    for run in text.words.runs:
        end = position + len(run.text)
        edges = sorted({position, end, *(cut for cut in cuts if position < cut < end)})
        for start, stop in pairwise(edges):
            mark = next((m for m in text.marks if m.start <= start and stop <= m.end), None)
            piece = run.text[start - position : stop - position]
            found.append((piece, run.bold, run.italic, mark))
        position = end
    return found


def _key(line: ReportLine, room: int) -> tuple[object, ...]:
    stale = tuple(item.mark for item in line.news.stale) if line.news else ()
    paragraph = line.paragraph
    return (
        line.kind,
        line.code == TITLE,
        paragraph.number,
        paragraph.level,
        line.text,
        stale,
        room,
    )
