"""Draws a table in the place of the sign that stands for it in a text document."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QPainter,
    QPen,
    QPyTextObject,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from cchc_desktop.domain.plan_text import TextTable
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.text_blocks import key_of, write_words
from cchc_desktop.ui.text_contents import SheetContents
from cchc_desktop.ui.theme import current_tokens

_PADDING = 4.0
_LEAST_SHARE = 0.06


class TableObject(QPyTextObject):
    """Paints the tables of a sheet as wide as the room for text."""

    def __init__(self, contents: SheetContents) -> None:
        super().__init__(contents)
        self._contents = contents

    def intrinsicSize(
        self,
        document: QTextDocument,
        position: int,
        format: QTextFormat,  # noqa: ARG002 - Qt's own signature
    ) -> QSizeF:
        """Override QTextObjectInterface.intrinsicSize."""
        table = self._table(document, position)
        width = self._width(document, position)
        return QSizeF(width, sum(self._heights(table, width)) + 2 if table else 20)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        format: QTextFormat,  # noqa: ARG002 - Qt's own signature
    ) -> None:
        """Override QTextObjectInterface.drawObject."""
        table = self._table(document, position)
        if table is None:
            return
        tokens = current_tokens()
        widths = self._widths(table, rect.width())
        top = rect.top()
        painter.save()
        painter.setPen(QPen(tokens.muted, 1))
        for number, (row, height) in enumerate(
            zip(table.rows, self._heights(table, rect.width()), strict=True)
        ):
            left = rect.left()
            for cell, width in zip(row, widths, strict=True):
                area = QRectF(left, top, width, height)
                if number < table.header_rows:
                    painter.fillRect(area, tokens.section_row)
                painter.drawRect(area)
                made = self._cell(cell, width, is_head=number < table.header_rows)
                painter.translate(QPointF(left + _PADDING, top + _PADDING))
                made.drawContents(painter)
                painter.translate(QPointF(-left - _PADDING, -top - _PADDING))
                left += width
            top += height
        painter.restore()

    def _table(self, document: QTextDocument, position: int) -> TextTable | None:
        return self._contents.tables.get(key_of(document.findBlock(position)))

    def _width(self, document: QTextDocument, position: int) -> float:
        frame = document.rootFrame().frameFormat()
        left = document.findBlock(position).blockFormat().leftMargin()
        room = document.textWidth() - frame.leftMargin() - frame.rightMargin() - left
        return max(room - 4, 60.0)

    def _widths(self, table: TextTable, width: float) -> list[float]:
        """Share the width by how much the columns hold, none of them too narrow."""
        longest = [
            max((len(row[column].text) for row in table.rows), default=1) ** 0.6 + 2
            for column in range(len(table.rows[0]))
        ]
        whole = sum(longest)
        shares = [max(size / whole, _LEAST_SHARE) for size in longest]
        return [width * share / sum(shares) for share in shares]

    def _heights(self, table: TextTable, width: float) -> list[float]:
        widths = self._widths(table, width)
        return [
            max(
                self._cell(cell, room, is_head=number < table.header_rows).size().height()
                for cell, room in zip(row, widths, strict=True)
            )
            + 2 * _PADDING
            for number, row in enumerate(table.rows)
        ]

    def _cell(self, cell: RichText, width: float, *, is_head: bool) -> QTextDocument:
        made = QTextDocument()
        made.setUndoRedoEnabled(False)
        made.setDocumentMargin(0)
        font = self._contents.look.font
        made.setDefaultFont(font)
        option = QTextOption(
            Qt.AlignmentFlag.AlignHCenter if is_head else Qt.AlignmentFlag.AlignLeft
        )
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made.setDefaultTextOption(option)
        cursor = QTextCursor(made)
        write_words(cursor, LiveText(cell))
        style = QTextCharFormat()
        style.setForeground(current_tokens().text)
        if is_head:
            style.setFontWeight(700)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeCharFormat(style)
        made.setTextWidth(max(width - 2 * _PADDING, 10.0))
        return made
