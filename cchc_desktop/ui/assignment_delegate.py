"""Draws the cells of the matrix; nothing in it is a widget.

A matrix has many cells on the screen at once, so each kind of mark is drawn once and then
only copied.
"""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cchc_desktop.ui.assignment_look import Look, LookKind
from cchc_desktop.ui.assignment_model import AssignmentModel
from cchc_desktop.ui.theme import Tokens, current_tokens

Index = QModelIndex | QPersistentModelIndex

_CORNER = 4.0
_SMALL = 0.85
_MOST_DRAWN = 500
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUS = QStyle.StateFlag.State_HasFocus


class AssignmentDelegate(QStyledItemDelegate):
    """Draws C and P: by name on a ground, through a group as a bare letter.

    A mark that is proposed and not yet written has a broken edge; one that is to go is
    struck out.
    """

    def __init__(self, model: AssignmentModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._tokens = current_tokens()
        self._font = QFont()
        self._letter_height = QFontMetrics(self._font).height()
        self._drawn: dict[tuple[Look, int, int, float], QPixmap] = {}

    def prepare(self, font: QFont) -> None:
        """Take the colours and the font in force; to be called before cells are painted."""
        if font != self._font:
            self._font = QFont(font)
            self._letter_height = QFontMetrics(font).height()
            self._drawn.clear()
        tokens = current_tokens()
        if tokens is not self._tokens:
            self._tokens = tokens
            self._drawn.clear()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        tokens = self._tokens
        row, column = index.row(), index.column()
        look = self._model.look_at(row, column)
        rect = option.rect
        left, top, width, height = rect.left(), rect.top(), rect.width(), rect.height()
        state = option.state
        painter.fillRect(rect, tokens.accent_soft if state & _SELECTED else _ground(look, tokens))
        painter.fillRect(left, top + height - 1, width, 1, tokens.line)
        if look.kind is not LookKind.SECTION:
            edge = tokens.muted if column in self._model.kind_ends else tokens.line
            painter.fillRect(left + width - 1, top, 1, height, edge)
        if look.text:
            picture = self._picture(look, width, height, painter.device().devicePixelRatioF())
            size = picture.deviceIndependentSize()
            x = left + (width - 1 - round(size.width())) // 2
            y = top + (height - 1 - round(size.height())) // 2
            painter.drawPixmap(QPoint(x, y), picture)
        if state & _FOCUS and look.kind is not LookKind.NONE:
            painter.save()
            painter.setPen(QPen(tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
            painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Override QStyledItemDelegate.sizeHint."""
        metrics = QFontMetrics(option.font)
        return QSize(metrics.horizontalAdvance("12C") + 8, metrics.height() + 10)

    def _picture(self, look: Look, width: int, height: int, ratio: float) -> QPixmap:
        is_count = look.kind is LookKind.COUNT
        side = min(self._letter_height + 4, width - 5, height - 4)
        wide = width - 4 if is_count else side
        tall = height - 2 if is_count else side
        key = (look, wide, tall, ratio)
        found = self._drawn.get(key)
        if found is None:
            if len(self._drawn) > _MOST_DRAWN:
                self._drawn.clear()
            found = self._drawn[key] = self._draw(look, QSize(wide, tall), ratio)
        return found

    def _draw(self, look: Look, size: QSize, ratio: float) -> QPixmap:
        picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        tokens = self._tokens
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRect(QPoint(0, 0), size)
        letters = QFont(self._font)
        pen, ground = _colours(look.kind, tokens)
        if look.kind in (LookKind.PROPOSED, LookKind.GOING):
            painter.setPen(QPen(pen, 1.2, Qt.PenStyle.DashLine))
            painter.setBrush(ground)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), _CORNER, _CORNER)
            letters.setStrikeOut(look.kind is LookKind.GOING)
        elif ground.alpha():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(area, _CORNER, _CORNER)
        letters.setBold(look.kind in _BOLD)
        if look.kind is LookKind.COUNT:
            _shrink(letters, _SMALL)
        painter.setFont(letters)
        painter.setPen(pen)
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        painter.drawText(area, flags, look.text)
        painter.end()
        return picture


_BOLD = (LookKind.LEAD, LookKind.COOPERATING, LookKind.PROPOSED)
_NOTHING = QColor(0, 0, 0, 0)


def _ground(look: Look, tokens: Tokens) -> QColor:
    if look.kind is LookKind.SECTION:
        return tokens.section_row
    return tokens.background if look.kind is LookKind.COUNT else tokens.surface


def _colours(kind: LookKind, tokens: Tokens) -> tuple[QColor, QColor]:
    """Return letter and ground of a mark."""
    match kind:
        case LookKind.LEAD:
            return tokens.on_accent, tokens.accent
        case LookKind.COOPERATING:
            return tokens.text, tokens.waiting_soft
        case LookKind.PROPOSED | LookKind.GOING:
            return tokens.soon, tokens.soon_soft
        case _:
            return tokens.muted, _NOTHING


def _shrink(font: QFont, share: float) -> None:
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * share)
    else:
        font.setPixelSize(max(1, round(font.pixelSize() * share)))
