"""Draws the cells of the plan's table and opens the editor in them."""

from collections.abc import Callable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan_rows import PlanRow, RowKey, RowKind
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.text_finding import Span, hit_spans
from cchc_desktop.ui.plan_cell_editor import AfterEdit, RichCellEditor
from cchc_desktop.ui.plan_cell_text import CellLayouts
from cchc_desktop.ui.plan_columns import TABLE_COLUMNS, TableColumn
from cchc_desktop.ui.plan_completion import AgencyCompletion
from cchc_desktop.ui.plan_marks import GAP, deadline_mark, draw_mark, mark_height
from cchc_desktop.ui.plan_model import PlanTableModel
from cchc_desktop.ui.theme import Tokens, current_tokens

Index = QModelIndex | QPersistentModelIndex

MARGIN_X = 8
MARGIN_Y = 7
_EDITOR_EDGE = QPoint(4, 2)
"""What the style sheet puts around an editor's words."""
_INDENT = 14
"""How far the words of a sub-task stand in."""


class PlanCellDelegate(QStyledItemDelegate):
    """Draws and edits cells of a ``PlanTableModel``.

    Attributes:
        layouts: Where words are measured and laid out.
        cut_rows: Rows that wait to be moved by pasting; drawn faintly.

    Signals:
        moved_on(AfterEdit): A cell was finished with a key that goes on to another.
        editor_grown(int): The editor in this row needs another height.
    """

    moved_on = Signal(object)
    editor_grown = Signal(int)

    def __init__(self, model: PlanTableModel, layouts: CellLayouts, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.layouts = layouts
        self.cut_rows: frozenset[RowKey] = frozenset()
        self.section_band: Callable[[QRect, int], QRect] = lambda rect, _: rect
        self.starts_empty = False
        self._editor: RichCellEditor | None = None

    @property
    def editor(self) -> RichCellEditor | None:
        """The editor that is open, or None."""
        return self._editor

    def text_height(self, row: PlanRow, column: TableColumn, width: int) -> int:
        """Return how tall the content of a cell is in a column ``width`` wide."""
        text = self._drawn_text(row, column.column)
        room = width - 2 * MARGIN_X - _indent_of(row, column.column)
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
            is_selected, has_focus = _band_state(option, index)
        if is_selected:
            ground = tokens.accent_soft
        elif row.key.kind is RowKind.SECTION:
            ground = tokens.section_row
        else:
            ground = tokens.surface
        painter.fillRect(rect, ground)
        self._draw_lines(painter, rect, row, index, tokens)
        painter.setPen(tokens.muted if row.key in self.cut_rows else tokens.text)
        painter.setFont(self.layouts.font)
        self._draw_words(painter, rect, row, column, tokens)
        if has_focus:
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRect(frame.adjusted(1, 1, -1, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate.sizeHint."""
        row = self._model.row_at(index.row())
        if row is None:
            return QSize()
        width = option.rect.width()
        height = self.text_height(row, TABLE_COLUMNS[index.column()], width)
        return QSize(width, height + 2 * MARGIN_Y)

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt's own signature
        index: Index,
    ) -> QWidget:
        """Override QStyledItemDelegate.createEditor."""
        editor = RichCellEditor(parent)
        editor.setFont(self.layouts.font)
        row = self._model.row_at(index.row())
        column = TABLE_COLUMNS[index.column()]
        indent = _indent_of(row, column.column) if row else 0
        editor.set_line_height(self.layouts.line_height)
        left, top = MARGIN_X - _EDITOR_EDGE.x(), MARGIN_Y - _EDITOR_EDGE.y()
        editor.setViewportMargins(left + indent, top, left, top)
        editor.setAccessibleName(f"{column.title} {row.place_name if row else ''}".strip())
        editor.finished.connect(self._on_finished)
        editor.abandoned.connect(self._on_abandoned)
        editor.grown.connect(self._on_grown)
        if column.role:
            AgencyCompletion(editor, self._model.catalogue)
        self._editor = editor
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Override QStyledItemDelegate.setEditorData: once, since typing must not be lost."""
        if isinstance(editor, RichCellEditor) and not editor.property("filled"):
            editor.setProperty("filled", True)
            text = index.data(Qt.ItemDataRole.EditRole)
            editor.set_rich_text(RichText() if self.starts_empty else text)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Override QStyledItemDelegate.setModelData."""
        if isinstance(editor, RichCellEditor):
            model.setData(index, editor.rich_text, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Override QStyledItemDelegate.updateEditorGeometry: as tall as its words need."""
        rect: QRect = option.rect
        row = self._model.row_at(index.row())
        if row and row.key.kind is RowKind.SECTION:
            rect = self.section_band(rect, index.column())
        view = editor.parentWidget()
        height = rect.height() - 1
        if isinstance(editor, RichCellEditor):
            height = max(height, editor.needed_height)
        height = min(height, view.height()) if view else height
        top = rect.top()
        if view and top + height > view.height():
            top = max(0, view.height() - height)
        editor.setGeometry(QRect(rect.left(), top, rect.width(), height))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """Override QStyledItemDelegate.destroyEditor."""
        if editor is self._editor:
            self._editor = None
        super().destroyEditor(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QStyledItemDelegate.eventFilter: the editor answers its own keys."""
        if event.type() is QEvent.Type.KeyPress and watched is self._editor:
            return False
        return super().eventFilter(watched, event)

    def commit(self) -> None:
        """Keep what stands in the open editor and close it."""
        if self._editor is not None:
            self._close(self._editor)

    @Slot(object)
    def _on_finished(self, where: AfterEdit) -> None:
        if self._editor is not None:
            self._close(self._editor)
            self.moved_on.emit(where)

    @Slot()
    def _on_abandoned(self) -> None:
        if self._editor is not None:
            editor, self._editor = self._editor, None
            self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)

    @Slot()
    def _on_grown(self) -> None:
        if self._editor is not None:
            self.editor_grown.emit(self._editor.needed_height)

    def _close(self, editor: RichCellEditor) -> None:
        self._editor = None
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _draw_lines(
        self, painter: QPainter, rect: QRect, row: PlanRow, index: Index, tokens: Tokens
    ) -> None:
        """Draw the hairline below; not between the products of one task in its own cells."""
        below = self._model.row_at(index.row() + 1)
        goes_on = below is not None and below.key.kind is RowKind.DELIVERABLE
        own = TABLE_COLUMNS[index.column()].column in (AnnexColumn.PRODUCT, AnnexColumn.DEADLINE)
        if goes_on and not own and row.task is not None and below and below.task is row.task:
            return
        # Filled, since a drawn line leaves gaps between cells on a scaled screen.
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line)

    def _draw_words(
        self, painter: QPainter, rect: QRect, row: PlanRow, column: TableColumn, tokens: Tokens
    ) -> None:
        is_band = row.key.kind is RowKind.SECTION and column.column is not AnnexColumn.NUMBER
        if is_band:
            rect = self.section_band(rect, TABLE_COLUMNS.index(column))
            column = TABLE_COLUMNS[1]
        text = self._drawn_text(row, column.column)
        indent = _indent_of(row, column.column)
        room = rect.width() - 2 * MARGIN_X - indent
        at = QPointF(rect.left() + MARGIN_X + indent, rect.top() + MARGIN_Y)
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


def _band_state(option: QStyleOptionViewItem, index: Index) -> tuple[bool, bool]:
    """Tell whether a section's title is selected, and whether it has the keyboard."""
    view = option.widget
    if not isinstance(view, QAbstractItemView):
        return False, False
    model = index.model()
    cells = (model.index(index.row(), place) for place in range(1, len(TABLE_COLUMNS)))
    is_selected = any(view.selectionModel().isSelected(cell) for cell in cells)
    current = view.currentIndex()
    is_current = current.row() == index.row() and current.column() > 0
    return is_selected, is_current and view.hasFocus()


def _indent_of(row: PlanRow, column: AnnexColumn) -> int:
    is_indented = row.key.kind is RowKind.SUBTASK and column is AnnexColumn.CONTENT
    return _INDENT if is_indented else 0
