"""Paints the lines of a report and opens the editor in them."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from cchc_desktop.domain.report import TITLE
from cchc_desktop.domain.report_text import FigureMark
from cchc_desktop.ui.editing_delegate import EditingDelegate, Index
from cchc_desktop.ui.marks import GAP, Mark, draw_mark, mark_height, mark_size
from cchc_desktop.ui.report_editor import ParagraphEditor
from cchc_desktop.ui.report_layout import Column, ParagraphLayouts, gaps, indent, text_column
from cchc_desktop.ui.report_lines import LineKind, ReportLine
from cchc_desktop.ui.report_model import ReportModel
from cchc_desktop.ui.report_words import PROPOSED, paragraph_marks, paragraph_name
from cchc_desktop.ui.theme import Tokens, current_tokens

_EDGE = QPoint(8, 5)
"""What stands around an editor's words: the style sheet's border and the editor's margin."""
_BAR = 3
_PROPOSED_MARK = Mark("file-plus", PROPOSED, "waiting", "Đoạn mới theo số liệu")


class ReportDelegate(EditingDelegate[ParagraphEditor]):
    """Draws and edits the lines of a ``ReportModel``.

    Attributes:
        layouts: Where the words are laid out.
        chart_height: Tells how tall the chart of a code is.

    Signals:
        leaving_asked(): Esc was pressed on many new words.
    """

    leaving_asked = Signal()

    def __init__(self, model: ReportModel, view: QListView) -> None:
        super().__init__(view)
        self._model = model
        self._view = view
        self.layouts = ParagraphLayouts(view.font())
        self.chart_height: Callable[[str], int] = lambda _: 0
        self._edited_row = -1

    @property
    def column(self) -> Column:
        """Where the text stands in the view."""
        return text_column(self._view.viewport().width(), self.layouts.font)

    def figure_at(self, index: QModelIndex, point: QPoint) -> FigureMark | None:
        """Return the figure drawn at a point of the view, or None."""
        line = self._model.line_at(index.row())
        if line is None:
            return None
        column, rect = self.column, self._view.visualRect(index)
        top = rect.top() + gaps(line)[0]
        inside = QPointF(point.x() - column.left, point.y() - top)
        return self.layouts.figure_at(line, column.room, inside)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        line = self._model.line_at(index.row())
        if line is None or line.chart is not None:
            return
        tokens, rect = current_tokens(), option.rect
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setClipRect(rect)
        column = self.column
        band = QRect(rect)
        band.setLeft(rect.left() + max(column.left - 14, 0))
        band.setWidth(min(column.room + 28, rect.width()))
        if is_current:
            painter.fillRect(band, tokens.accent_soft)
            painter.fillRect(QRect(band.left(), band.top(), _BAR, band.height()), tokens.accent)
        if has_focus:
            painter.setPen(QPen(tokens.accent, 1))
            painter.drawRect(band.adjusted(0, 0, -1, -1))
        at = QPointF(column.left, rect.top() + gaps(line)[0])
        painter.setPen(tokens.text)
        self.layouts.draw(painter, line, column.room, at)
        marks = _marks(line)
        if marks:
            at.setY(at.y() + self.layouts.height(line, column.room) + GAP)
            self._draw_marks(painter, marks, at, column)
        if line.kind is LineKind.PROPOSED:
            _draw_dashes(painter, band, tokens)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """Override QStyledItemDelegate.sizeHint."""
        line = self._model.line_at(index.row())
        width = self._view.viewport().width()
        if line is None:
            return QSize()
        if line.chart is not None:
            return QSize(width, self.chart_height(line.code))
        above, below = gaps(line)
        height = self.layouts.height(line, self.column.room)
        if self._editor is not None and index.row() == self._edited_row:
            height = max(height, self._editor.needed_height + 4)
        if _marks(line):
            height += GAP + mark_height(self.layouts.font)
        return QSize(width, above + height + below)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's own signature
        index: Index,
    ) -> QWidget:
        """Override QStyledItemDelegate.createEditor."""
        line = self._model.line_at(index.row())
        has_lines = line is None or not (line.paragraph.level or line.code == TITLE)
        editor = ParagraphEditor(parent, has_lines=has_lines)
        name = paragraph_name(line.paragraph) if line else ""
        editor.setAccessibleName(f"Sửa {name.lower()}".strip())
        editor.leaving_asked.connect(self.leaving_asked)
        self.adopt(editor, self.layouts.font, self.layouts.line_height)
        self._edited_row = index.row()
        return editor

    def fill(self, editor: ParagraphEditor, index: Index) -> None:
        """Put into a new editor what is to be edited."""
        line = self._model.line_at(index.row())
        if line is not None:
            is_text = not line.paragraph.level and line.code != TITLE
            editor.set_text(line.text, indent(self.layouts.font) if is_text else 0.0)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Override QStyledItemDelegate.setModelData."""
        if isinstance(editor, ParagraphEditor):
            model.setData(index, editor.rich_text, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Override QStyledItemDelegate.updateEditorGeometry: over the words, as tall as needed."""
        line, column, rect = self._model.line_at(index.row()), self.column, option.rect
        if line is None or not isinstance(editor, ParagraphEditor):
            # A chart is a widget of its own, which the view places through here as well.
            editor.setGeometry(rect)
            return
        room = self._view.viewport().height()
        height = min(editor.needed_height + 4, room)
        top = rect.top() + gaps(line)[0] - _EDGE.y()
        if top + height > room and rect.top() > 0:
            top = max(0, room - height)
        width = column.room + 2 * _EDGE.x()
        editor.setGeometry(column.left - _EDGE.x(), top, width, height)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Override EditingDelegate.destroyEditor."""
        if editor is self._editor:
            self._edited_row = -1
        super().destroyEditor(editor, index)

    def follow_growth(self, editor: ParagraphEditor) -> None:  # noqa: ARG002
        """Let the line of the editor grow with it."""
        if self._edited_row >= 0:
            self.sizeHintChanged.emit(self._model.index(self._edited_row))

    def _draw_marks(
        self, painter: QPainter, marks: tuple[Mark, ...], at: QPointF, column: Column
    ) -> None:
        end = column.left + column.room
        for mark in marks:
            draw_mark(painter, mark, at, end - at.x(), self.layouts.font)
            at.setX(at.x() + mark_size(mark, self.layouts.font).width() + 6)


def _marks(line: ReportLine) -> tuple[Mark, ...]:
    if line.kind is LineKind.PROPOSED:
        return (_PROPOSED_MARK,)
    return paragraph_marks(line.paragraph, line.news) if line.is_in_report else ()


def _draw_dashes(painter: QPainter, band: QRect, tokens: Tokens) -> None:
    pen = QPen(tokens.muted, 1, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.drawRect(band.adjusted(1, 1, -2, -2))
