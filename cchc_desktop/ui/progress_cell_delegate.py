"""Draws the cells of the progress table and opens the editor in them."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from cchc_desktop.domain.progress import ProgressField
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.text_finding import hit_spans
from cchc_desktop.ui.cell_layouts import CellLayouts
from cchc_desktop.ui.grid_delegate import (
    INDENT,
    GridDelegate,
    Index,
    draw_focus,
    draw_ground,
    draw_line_below,
)
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.marks import GAP, Mark, deadline_mark, draw_mark, mark_height
from cchc_desktop.ui.progress_cell_editor import PlainCellEditor, StatementChoice
from cchc_desktop.ui.progress_columns import TABLE_COLUMNS, ProgressColumn, TableColumn
from cchc_desktop.ui.progress_marks import STATE_SIGNS, StateSign
from cchc_desktop.ui.progress_model import ProgressTableModel
from cchc_desktop.ui.progress_rows import ProgressRow, RowKind
from cchc_desktop.ui.theme import Tokens, current_tokens

_MARGINS = QPoint(7, 6)
_CHEVRON = 18
_PILL = 5
"""Room between the edge of a state's ground and its words."""
_SIGN_GAP = 4


class ProgressCellDelegate(GridDelegate[PlainCellEditor]):
    """Draws and edits cells of a ``ProgressTableModel``.

    Signals:
        refused(str): What was written cannot be taken; the editor stays open.
    """

    refused = Signal(str)

    def __init__(self, model: ProgressTableModel, layouts: CellLayouts, parent: QObject) -> None:
        super().__init__(model, TABLE_COLUMNS, layouts, _MARGINS, parent)
        self._model = model
        self._index = QPersistentModelIndex()

    def text_height(self, row: ProgressRow, column: TableColumn, width: int) -> int:
        """Return how tall the content of a cell is in a column ``width`` wide."""
        if column.column is ProgressColumn.STATE and row.task is not None:
            return self._pill_height(row, width - 2 * self.margins.x())
        text = self._drawn_text(row, column.column)
        room = width - 2 * self.margins.x() - indent_of(row, column.column)
        height = round(self.layouts.height(text, room))
        if column.column is ProgressColumn.WORK:
            if row.product:
                height += round(self.layouts.height(RichText.plain(row.product), room))
            if _mark_of(row):
                height += GAP + mark_height(self.layouts.font)
        return height

    def chevron_rect(self, row: ProgressRow, cell: QRect) -> QRect:
        """Return where the sign that opens a row's members stands in its wide cell."""
        left = cell.left() + self.margins.x() + row.level * INDENT
        return QRect(
            left - 2, cell.top() + self.margins.y(), _CHEVRON, round(self.layouts.line_height)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        row = self._model.row_at(index.row())
        if row is None:
            return
        tokens = current_tokens()
        rect: QRect = option.rect
        column = TABLE_COLUMNS[index.column()]
        is_band = row.kind is RowKind.SECTION and column.column is not ProgressColumn.NUMBER
        painter.save()
        painter.setClipRect(rect)
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_band and option.widget is not None:
            is_selected = self.is_band_selected(option, index)
        is_section = row.kind is RowKind.SECTION
        draw_ground(painter, rect, tokens, is_selected=is_selected, is_section=is_section)
        draw_line_below(painter, rect, tokens)
        painter.setFont(self.layouts.font)
        if is_band:
            band = self.section_band(rect, index.column())
            self._draw_words(painter, band, row, TABLE_COLUMNS[1], tokens)
        elif column.column is ProgressColumn.STATE and row.task is not None:
            self._draw_state(painter, rect, row)
        else:
            self._draw_words(painter, rect, row, column, tokens)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus(painter, rect, tokens)
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's own signature
        index: Index,
    ) -> QWidget:
        """Override QStyledItemDelegate.createEditor."""
        editor = PlainCellEditor(parent)
        row = self._model.row_at(index.row())
        column = TABLE_COLUMNS[index.column()]
        self.open_editor(editor, f"{column.name} {row.place_name if row else ''}")
        if column.field is ProgressField.STATEMENT:
            StatementChoice(editor)
        self._index = QPersistentModelIndex(index)
        return editor

    def fill(self, editor: PlainCellEditor, index: Index) -> None:
        """Put into a new editor what is to be edited."""
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        editor.set_words("" if self.starts_empty else words)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Override QStyledItemDelegate.setModelData."""
        if isinstance(editor, PlainCellEditor):
            model.setData(index, editor.words, Qt.ItemDataRole.EditRole)

    def refuses(self, editor: PlainCellEditor) -> bool:
        """Tell whether what was written cannot be kept; the officer is told why."""
        problem = self._model.problem_of(self._index, editor.words)
        if problem:
            self.refused.emit(problem)
            editor.selectAll()
        return bool(problem)

    def _draw_words(
        self,
        painter: QPainter,
        rect: QRect,
        row: ProgressRow,
        column: TableColumn,
        tokens: Tokens,
    ) -> None:
        text = self._drawn_text(row, column.column)
        indent = indent_of(row, column.column)
        room = rect.width() - 2 * self.margins.x() - indent
        at = QPointF(rect.left() + self.margins.x() + indent, rect.top() + self.margins.y())
        is_muted = column.column is ProgressColumn.PREVIOUS
        painter.setPen(tokens.muted if is_muted else tokens.text)
        if row.has_members and column.column is ProgressColumn.WORK:
            self._draw_chevron(painter, row, rect)
        height = self._draw_text(painter, at, text, room, column.alignment, tokens)
        if column.column is not ProgressColumn.WORK:
            return
        below = at + QPointF(0, height)
        if row.product:
            painter.setPen(tokens.muted)
            product = RichText.plain(row.product)
            left = Qt.AlignmentFlag.AlignLeft
            below += QPointF(0, self._draw_text(painter, below, product, room, left, tokens))
        mark = _mark_of(row)
        if mark:
            draw_mark(painter, mark, below + QPointF(-1, GAP), room, self.layouts.font)

    def _draw_text(
        self,
        painter: QPainter,
        at: QPointF,
        text: RichText,
        room: int,
        alignment: Qt.AlignmentFlag,
        tokens: Tokens,
    ) -> float:
        layout = self.layouts.layout(text, room, alignment & Qt.AlignmentFlag.AlignHorizontal_Mask)
        words = self._model.filter.words
        if text:
            layout.draw(
                painter,
                at,
                hit_spans(words, text.text) if words else (),
                hit_ground=tokens.soon_soft,
                unknown_line=tokens.soon,
            )
        return layout.height

    def _draw_chevron(self, painter: QPainter, row: ProgressRow, cell: QRect) -> None:
        name = "chevron-down" if self._model.is_open(row) else "chevron-right"
        side = round(self.layouts.line_height * 0.8)
        place = self.chevron_rect(row, cell)
        top = place.top() + (place.height() - side) // 2
        icon(name, "muted").paint(painter, QRect(place.left(), top, side, side))

    def _draw_state(self, painter: QPainter, rect: QRect, row: ProgressRow) -> None:
        sign = _sign_of(row)
        if sign is None:
            return
        room = rect.width() - 2 * self.margins.x()
        text = RichText.plain(self._model.text_of(row, ProgressColumn.STATE))
        side = self._sign_side()
        words = room - 2 * _PILL - side - _SIGN_GAP
        layout = self.layouts.layout(text, words)
        used = layout.layout.boundingRect().width() if layout.layout.lineCount() == 1 else words
        if layout.layout.lineCount() == 1:
            used = layout.layout.lineAt(0).naturalTextWidth()
        ground = QRectF(
            rect.left() + self.margins.x() - 1,
            rect.top() + self.margins.y() - 2,
            min(used, words) + 2 * _PILL + side + _SIGN_GAP + 1,
            layout.height + 4,
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(sign.soft)
        painter.drawRoundedRect(ground, 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        left = rect.left() + self.margins.x() + _PILL - 1
        top = rect.top() + self.margins.y() + round((self.layouts.line_height - side) / 2)
        icon(sign.icon_name, sign.colour).paint(painter, QRect(left, top, side, side))
        painter.setPen(sign.strong)
        layout.layout.draw(painter, QPointF(left + side + _SIGN_GAP, rect.top() + self.margins.y()))

    def _pill_height(self, row: ProgressRow, room: int) -> int:
        text = RichText.plain(self._model.text_of(row, ProgressColumn.STATE))
        words = room - 2 * _PILL - self._sign_side() - _SIGN_GAP
        return round(self.layouts.height(text, words)) + 2

    def _sign_side(self) -> int:
        return round(self.layouts.line_height * 0.66)

    def _drawn_text(self, row: ProgressRow, column: ProgressColumn) -> RichText:
        words = self._model.text_of(row, column)
        if row.kind is RowKind.SECTION and words:
            return RichText((Run(words, True, False),))
        return RichText.plain(words)


def indent_of(row: ProgressRow, column: ProgressColumn) -> int:
    """Return how far the words of a cell stand in."""
    if column is not ProgressColumn.WORK:
        return 0
    return row.level * INDENT + (_CHEVRON if row.has_members or row.is_member else 0)


def _mark_of(row: ProgressRow) -> Mark | None:
    if row.deliverable is None or row.is_member:
        return None
    return deadline_mark(row.deliverable.deadline)


def _sign_of(row: ProgressRow) -> StateSign | None:
    return STATE_SIGNS[row.verdict.state] if row.verdict else None
