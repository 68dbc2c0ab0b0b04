"""Paints what stands on a sheet beside the words: numbers, the head, where the keyboard is."""

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit

from cchc_desktop.domain.plan_text import Passage, PassageKind
from cchc_desktop.ui.text_blocks import key_of, kind_of
from cchc_desktop.ui.text_contents import SheetContents
from cchc_desktop.ui.text_look import CENTRE, is_bold
from cchc_desktop.ui.theme import current_tokens

_BAR = 3
_ABOVE, _BELOW = 20, 14
NO_TITLE = "Chưa có trích yếu – bấm vào đây để ghi"


class SheetPaint:
    """Draws in the margins of a sheet.

    Attributes:
        name: What the paper calls itself: "KẾ HOẠCH".
        title: What it is about.
    """

    def __init__(self, sheet: QTextEdit, contents: SheetContents) -> None:
        self._sheet = sheet
        self._contents = contents
        self._documents: dict[tuple[str, bool, int], QTextDocument] = {}
        self.name = ""
        self.title = ""

    def forget(self) -> None:
        """Lay everything out anew."""
        self._documents.clear()

    def height(self, room: int) -> float:
        """Return how much room the head takes above the text."""
        name, title = self._name(room), self._title(room)
        return _ABOVE + name.size().height() + title.size().height() + _BELOW

    def is_title(self, point: QPointF) -> bool:
        """Tell whether a point of the view is in the head."""
        top = self._sheet.document().rootFrame().frameFormat().topMargin()
        return point.y() + self._sheet.verticalScrollBar().value() < top

    def paint_below(self, event: QPaintEvent) -> None:
        """Draw what stands under the words: where the keyboard is."""
        painter = QPainter(self._sheet.viewport())
        tokens = current_tokens()
        painter.setClipRect(event.rect())
        area = self._area(self._sheet.textCursor().block())
        bar = QRectF(max(self._side() - 14, 0), area.top(), _BAR, area.height())
        painter.fillRect(bar, tokens.accent if self._sheet.hasFocus() else tokens.line)
        painter.end()

    def paint_above(self, event: QPaintEvent, drop_line: int | None) -> None:
        """Draw the head, the numbers, and where something dragged would go."""
        painter = QPainter(self._sheet.viewport())
        painter.setClipRect(event.rect())
        self._paint_head(painter)
        block = self._sheet.cursorForPosition(event.rect().topLeft()).block()
        if block.previous().isValid():
            block = block.previous()
        while block.isValid():
            area = self._area(block)
            if area.top() > event.rect().bottom():
                break
            self._paint_number(painter, block)
            block = block.next()
        if drop_line is not None:
            painter.fillRect(self._line(drop_line), current_tokens().accent)
        painter.end()

    def _line(self, place: int) -> QRect:
        document = self._contents.document
        is_end = place >= document.blockCount()
        block = document.lastBlock() if is_end else document.findBlockByNumber(place)
        area = self._area(block)
        y = area.bottom() if is_end else area.top()
        width = self._sheet.viewport().width() - 2 * self._side()
        return QRect(round(self._side()), round(y) - 4, round(width), 2)

    def _paint_head(self, painter: QPainter) -> None:
        side = self._side()
        room = round(self._sheet.viewport().width() - 2 * side)
        top = float(_ABOVE - self._sheet.verticalScrollBar().value())
        for made in (self._name(room), self._title(room)):
            painter.save()
            painter.translate(side, top)
            made.drawContents(painter)
            painter.restore()
            top += made.size().height()

    def _paint_number(self, painter: QPainter, block: QTextBlock) -> None:
        key = key_of(block)
        number = self._contents.numbers.get(key, "")
        layout = block.layout()
        if not number or layout is None or not layout.lineCount():
            return
        kind = kind_of(block)
        font = QFont(self._contents.look.font)
        heads = key in self._contents.highlighter.heads
        font.setBold(is_bold(kind, heads=heads) or kind is PassageKind.ARTICLE)
        width = QFontMetricsF(font).horizontalAdvance(number)
        left = self._side() + self._contents.look.number_left(Passage(kind), width)
        line = layout.lineAt(0)
        origin = layout.position().y() - self._sheet.verticalScrollBar().value()
        painter.setFont(font)
        painter.setPen(QPen(current_tokens().text))
        painter.drawText(QPointF(left, origin + line.y() + line.ascent()), number)

    def _area(self, block: QTextBlock) -> QRectF:
        area = self._contents.document.documentLayout().blockBoundingRect(block)
        return area.translated(0, -self._sheet.verticalScrollBar().value())

    def _side(self) -> float:
        return self._contents.document.rootFrame().frameFormat().leftMargin()

    def _name(self, room: int) -> QTextDocument:
        return self._made(self.name, room, is_muted=False)

    def _title(self, room: int) -> QTextDocument:
        return self._made(self.title or NO_TITLE, room, is_muted=not self.title)

    def _made(self, words: str, room: int, *, is_muted: bool) -> QTextDocument:
        tokens = current_tokens()
        key = (f"{tokens.text.name()}{words}", is_muted, room)
        if key not in self._documents:
            made = QTextDocument()
            made.setUndoRedoEnabled(False)
            made.setDocumentMargin(0)
            font = QFont(self._contents.look.font)
            font.setBold(not is_muted)
            font.setItalic(is_muted)
            made.setDefaultFont(font)
            option = QTextOption(CENTRE)
            option.setWrapMode(QTextOption.WrapMode.WordWrap)
            made.setDefaultTextOption(option)
            colour = tokens.muted if is_muted else tokens.text
            made.setDefaultStyleSheet(f"p {{ color: {colour.name()}; margin: 0 0 4px 0; }}")
            text = words.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
            made.setHtml(f"<p align='center'>{text}</p>")
            made.setTextWidth(max(room, 40))
            self._documents[key] = made
        return self._documents[key]
