"""How a cell of the import lists is set: wrapped and never cut, styled, with a mark below.

The same layout measures and paints, so that a row is always as tall as its words.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.word_difference import Span
from cchc_desktop.ui.theme import Tokens, current_tokens

CELL_ROLE = Qt.ItemDataRole.UserRole + 1
"""The role under which models give a ``Cell``."""

Index = QModelIndex | QPersistentModelIndex

_PADDING_X = 8
_PADDING_Y = 6
_LINE_SPACING = 1.2


class Tone(StrEnum):
    """What a mark or a changed word says, as a pair of colours."""

    DONE = "done"
    SOON = "soon"
    LATE = "late"
    WAITING = "waiting"
    ACCENT = "accent"

    def colours(self, tokens: Tokens) -> tuple[QColor, QColor]:
        """Return the colour of the words and of the ground behind them."""
        match self:
            case Tone.DONE:
                return tokens.done, tokens.done_soft
            case Tone.SOON:
                return tokens.soon, tokens.soon_soft
            case Tone.LATE:
                return tokens.late, tokens.late_soft
            case Tone.WAITING:
                return tokens.waiting, tokens.waiting_soft
            case Tone.ACCENT:
                return tokens.accent, tokens.accent_soft


@dataclass(frozen=True, slots=True)
class Mark:
    """A few words in a coloured lozenge."""

    text: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows.

    Attributes:
        changed: Stretches of the words to be picked out.
        changed_tone: In which colours; removed words are struck through as well.
        mark: What stands under the words.
        is_heading: Whether the whole is bold, as in a section's row.
        is_muted: Whether it is said in passing.
        is_centred: Whether it stands in the middle of its column.
        has_arrow: Whether it opens a list.
        is_tinted: Whether its ground is that of a section's row.
    """

    words: RichText
    changed: tuple[Span, ...] = ()
    changed_tone: Tone = Tone.DONE
    mark: Mark | None = None
    is_heading: bool = False
    is_muted: bool = False
    is_centred: bool = False
    has_arrow: bool = False
    is_tinted: bool = False


class CellDelegate(QStyledItemDelegate):
    """Paints cells that give a ``Cell``, and tells how tall they must be."""

    def height_for(self, index: Index, width: int, font: QFont) -> int:
        """Return the height that the cell's words need in a column of this width."""
        cell = index.data(CELL_ROLE)
        if not isinstance(cell, Cell):
            return 0
        height = 0.0
        if cell.words:
            height = _set_text(cell, font, _text_width(cell, width), current_tokens())[1]
        if cell.mark:
            height += _mark_height(font) + (_gap(font) if cell.words else 0)
        return round(height) + 2 * _PADDING_Y + 1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        tokens = current_tokens()
        painter.save()
        painter.setClipRect(option.rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        cell = index.data(CELL_ROLE)
        if is_selected:
            painter.fillRect(option.rect, tokens.accent_soft)
        elif isinstance(cell, Cell) and cell.is_tinted:
            painter.fillRect(option.rect, tokens.section_row)
        painter.setPen(QPen(tokens.line, 1))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            state = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
            area, is_on = QRectF(option.rect), state is Qt.CheckState.Checked
            _paint_check(painter, area, option.font, tokens, is_on=is_on)
        if isinstance(cell, Cell):
            _paint_cell(painter, option, cell, tokens)
        painter.restore()


def _paint_check(
    painter: QPainter, area: QRectF, font: QFont, tokens: Tokens, *, is_on: bool
) -> None:
    """Paint a check box as tall as the letters; the style's own vanishes in the dark."""
    side = round(QFontMetricsF(font).height() * 0.85)
    box = QRectF(round(area.center().x() - side / 2) + 0.5, area.y() + _PADDING_Y + 1.5, side, side)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.accent if is_on else tokens.muted, 1))
    painter.setBrush(tokens.accent if is_on else tokens.surface)
    painter.drawRoundedRect(box, 3, 3)
    if is_on:
        painter.setPen(QPen(tokens.on_accent, side / 8))
        x, y = box.x(), box.y()
        corners = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
        painter.drawPolyline([QPointF(x + side * a, y + side * b) for a, b in corners])
    painter.restore()


def _paint_cell(
    painter: QPainter,
    option: QStyleOptionViewItem,
    cell: Cell,
    tokens: Tokens,
) -> None:
    rect = QRectF(option.rect)
    left, top = rect.x() + _PADDING_X, rect.y() + _PADDING_Y
    width = _text_width(cell, option.rect.width())
    if cell.words:
        layout, height = _set_text(cell, option.font, width, tokens)
        painter.setPen(tokens.muted if cell.is_muted else tokens.text)
        layout.draw(painter, QPointF(left, top))
        top += height + _gap(option.font)
    if cell.mark:
        _paint_mark(painter, cell.mark, option.font, QPointF(left, top), width, tokens)
    if cell.has_arrow:
        _paint_arrow(painter, rect, tokens)


def _text_width(cell: Cell, width: int) -> float:
    return max(20.0, width - 2 * _PADDING_X - (18 if cell.has_arrow else 0))


def _gap(font: QFont) -> float:
    return QFontMetricsF(font).height() * 0.2


def _mark_font(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.88)
    return small


def _mark_height(font: QFont) -> float:
    return QFontMetricsF(_mark_font(font)).height() + 4


def _set_text(cell: Cell, font: QFont, width: float, tokens: Tokens) -> tuple[QTextLayout, float]:
    text = cell.words.text.replace("\n", "\u2028")
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if cell.is_centred:
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout.setTextOption(option)
    layout.setFormats(_formats(cell, tokens))
    spacing = QFontMetricsF(font).height() * _LINE_SPACING
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += max(spacing, line.height())
    layout.endLayout()
    return layout, height


def _formats(cell: Cell, tokens: Tokens) -> list[QTextLayout.FormatRange]:
    ranges = []
    start = 0
    for run in cell.words.runs:
        length = _units(run.text)
        if run.bold or run.italic or cell.is_heading:
            style = QTextCharFormat()
            if run.bold or cell.is_heading:
                style.setFontWeight(QFont.Weight.Bold)
            style.setFontItalic(run.italic)
            ranges.append(_range(start, length, style))
        start += length
    words, ground = cell.changed_tone.colours(tokens)
    text = cell.words.text
    for begin, end in cell.changed:
        style = QTextCharFormat()
        style.setForeground(words)
        style.setBackground(ground)
        style.setFontStrikeOut(cell.changed_tone is Tone.LATE)
        ranges.append(_range(_units(text[:begin]), _units(text[begin:end]), style))
    return ranges


def _units(text: str) -> int:
    """Return the length as Qt counts it: characters beyond the first plane are two."""
    return len(text) + sum(ord(char) > 0xFFFF for char in text)


def _range(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, length, style
    return found


def _paint_mark(
    painter: QPainter, mark: Mark, font: QFont, at: QPointF, width: float, tokens: Tokens
) -> None:
    words, ground = mark.tone.colours(tokens)
    small = _mark_font(font)
    metrics = QFontMetricsF(small)
    text = metrics.elidedText(mark.text, Qt.TextElideMode.ElideRight, width - 14)
    box = QRectF(at.x(), at.y(), metrics.horizontalAdvance(text) + 14, _mark_height(font))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.setFont(small)
    painter.setPen(words)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _paint_arrow(painter: QPainter, rect: QRectF, tokens: Tokens) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens.muted, 1.5))
    x, y = rect.right() - _PADDING_X - 9, rect.y() + _PADDING_Y + 7
    painter.drawPolyline([QPointF(x, y), QPointF(x + 4, y + 4), QPointF(x + 8, y)])
