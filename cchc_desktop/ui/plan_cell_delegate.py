"""Draws the cells of the plan's table and opens the editor in them."""

from PySide6.QtCore import QAbstractItemModel, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QWidget

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan_rows import PlanRow, RowKey, RowKind
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.text_finding import Span, hit_spans
from cchc_desktop.ui.cell_editor import RichCellEditor
from cchc_desktop.ui.cell_layouts import CellLayouts
from cchc_desktop.ui.grid_delegate import (
    INDENT,
    GridDelegate,
    Index,
    draw_focus,
    draw_ground,
    draw_line_below,
)
from cchc_desktop.ui.marks import GAP, deadline_mark, draw_mark, mark_height
from cchc_desktop.ui.plan_columns import TABLE_COLUMNS, TableColumn
from cchc_desktop.ui.plan_completion import AgencyCompletion
from cchc_desktop.ui.plan_model import PlanTableModel
from cchc_desktop.ui.theme import Tokens, current_tokens

_MARGINS = QPoint(8, 7)


class PlanCellDelegate(GridDelegate[RichCellEditor]):
    """Draws and edits cells of a ``PlanTableModel``.

    Attributes:
        cut_rows: Rows that wait to be moved by pasting; drawn faintly.
    """

    def __init__(self, model: PlanTableModel, layouts: CellLayouts, parent: QObject) -> None:
        super().__init__(model, TABLE_COLUMNS, layouts, _MARGINS, parent)
        self._model = model
        self.cut_rows: frozenset[RowKey] = frozenset()

    def text_height(self, row: PlanRow, column: TableColumn, width: int) -> int:
        """Return how tall the content of a cell is in a column ``width`` wide."""
        text = self._drawn_text(row, column.column)
        room = width - 2 * self.margins.x() - _indent_of(row, column.column)
        height = round(self.layouts.height(text, room))
        if self._mark_row(row, column.column):
            height += GAP + mark_height(self.layouts.font)
        return height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override QStyledItemDelegate.paint."""
        row = self._model.row_at(index.row())
        if row is None:
            return
        tokens = current_tokens()
        rect = option.rect
        state = option.state
        column = TABLE_COLUMNS[index.column()]
        painter.save()
        painter.setClipRect(rect)
        has_focus = bool(state & QStyle.StateFlag.State_HasFocus)
        frame = rect
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if row.key.kind is RowKind.SECTION and column.column is not AnnexColumn.NUMBER:
            # The title runs across the cells, so what is chosen is shown on all of them.
            frame = self.section_band(rect, index.column())
            is_selected = self.is_band_selected(option, index)
            has_focus = _has_band_focus(option, index)
        is_section = row.key.kind is RowKind.SECTION
        draw_ground(painter, rect, tokens, is_selected=is_selected, is_section=is_section)
        self._draw_lines(painter, rect, row, index, tokens)
        painter.setPen(tokens.muted if row.key in self.cut_rows else tokens.text)
        painter.setFont(self.layouts.font)
        self._draw_words(painter, rect, row, column, tokens)
        if has_focus:
            draw_focus(painter, frame, tokens)
        painter.restore()

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's own signature
        index: Index,
    ) -> QWidget:
        """Override QStyledItemDelegate.createEditor."""
        editor = RichCellEditor(parent)
        row = self._model.row_at(index.row())
        column = TABLE_COLUMNS[index.column()]
        indent = _indent_of(row, column.column) if row else 0
        self.open_editor(editor, f"{column.title} {row.place_name if row else ''}", indent)
        if column.role:
            AgencyCompletion(editor, self._model.catalogue)
        return editor

    def fill(self, editor: RichCellEditor, index: Index) -> None:
        """Put into a new editor what is to be edited."""
        text = index.data(Qt.ItemDataRole.EditRole)
        editor.set_rich_text(RichText() if self.starts_empty else text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Override QStyledItemDelegate.setModelData."""
        if isinstance(editor, RichCellEditor):
            model.setData(index, editor.rich_text, Qt.ItemDataRole.EditRole)

    def editor_place(self, rect: QRect, index: Index) -> QRect:
        """Return where the editor of a cell begins: that of a section over its whole band."""
        row = self._model.row_at(index.row())
        is_section = row is not None and row.key.kind is RowKind.SECTION
        return self.section_band(rect, index.column()) if is_section else rect

    def _draw_lines(
        self, painter: QPainter, rect: QRect, row: PlanRow, index: Index, tokens: Tokens
    ) -> None:
        """Draw the hairline below; not between the products of one task in its own cells."""
        below = self._model.row_at(index.row() + 1)
        goes_on = below is not None and below.key.kind is RowKind.DELIVERABLE
        own = TABLE_COLUMNS[index.column()].column in (AnnexColumn.PRODUCT, AnnexColumn.DEADLINE)
        if goes_on and not own and row.task is not None and below and below.task is row.task:
            return
        draw_line_below(painter, rect, tokens)

    def _draw_words(
        self, painter: QPainter, rect: QRect, row: PlanRow, column: TableColumn, tokens: Tokens
    ) -> None:
        is_band = row.key.kind is RowKind.SECTION and column.column is not AnnexColumn.NUMBER
        if is_band:
            rect = self.section_band(rect, TABLE_COLUMNS.index(column))
            column = TABLE_COLUMNS[1]
        text = self._drawn_text(row, column.column)
        indent = _indent_of(row, column.column)
        room = rect.width() - 2 * self.margins.x() - indent
        at = QPointF(rect.left() + self.margins.x() + indent, rect.top() + self.margins.y())
        alignment = column.alignment & Qt.AlignmentFlag.AlignHorizontal_Mask
        layout = self.layouts.layout(text, room, alignment)
        if text:
            layout.draw(
                painter,
                at,
                self._hits(text, column.column),
                self._unknown(row, column),
                hit_ground=tokens.soon_soft,
                unknown_line=tokens.soon,
            )
        if self._mark_row(row, column.column) and row.deliverable:
            mark = deadline_mark(row.deliverable.deadline)
            if mark:
                below = QPointF(at.x() - 1, at.y() + layout.height + GAP)
                draw_mark(painter, mark, below, room, self.layouts.font)

    def _drawn_text(self, row: PlanRow, column: AnnexColumn) -> RichText:
        text = self._model.text_of(row, column)
        if row.key.kind is RowKind.SECTION and text:
            return RichText(tuple(Run(run.text, True, run.italic) for run in text.runs))
        return text

    def _hits(self, text: RichText, column: AnnexColumn) -> tuple[Span, ...]:
        words = self._model.filter.words
        return hit_spans(words, text.text) if words and column is not AnnexColumn.NUMBER else ()

    def _unknown(self, row: PlanRow, column: TableColumn) -> tuple[Span, ...]:
        if column.role is None or row.task is None or row.key.kind is RowKind.DELIVERABLE:
            return ()
        if self._model.is_pending(row, column.column):
            return ()
        mentions = row.task.assignment(column.role).reading.mentions
        return tuple((m.start, m.end) for m in mentions if m.is_unknown)

    def _mark_row(self, row: PlanRow, column: AnnexColumn) -> bool:
        return (
            column is AnnexColumn.DEADLINE
            and row.deliverable is not None
            and not self._model.is_pending(row, column)
            and deadline_mark(row.deliverable.deadline) is not None
        )


def _has_band_focus(option: QStyleOptionViewItem, index: Index) -> bool:
    """Tell whether a section's title has the keyboard."""
    view = option.widget
    if not isinstance(view, QAbstractItemView):
        return False
    current = view.currentIndex()
    return current.row() == index.row() and current.column() > 0 and view.hasFocus()


def _indent_of(row: PlanRow, column: AnnexColumn) -> int:
    is_indented = row.key.kind is RowKind.SUBTASK and column is AnnexColumn.CONTENT
    return INDENT if is_indented else 0
