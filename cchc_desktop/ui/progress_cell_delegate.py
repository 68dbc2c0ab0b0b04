"""Draws the cells of the progress table and opens the editor in them."""

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
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cchc_desktop.domain.progress import ProgressField
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.text_finding import hit_spans
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.plan_cell_editor import AfterEdit
from cchc_desktop.ui.plan_cell_text import CellLayouts
from cchc_desktop.ui.plan_marks import GAP, Mark, deadline_mark, draw_mark, mark_height
from cchc_desktop.ui.progress_cell_editor import PlainCellEditor, StatementChoice
from cchc_desktop.ui.progress_columns import TABLE_COLUMNS, ProgressColumn, TableColumn
from cchc_desktop.ui.progress_marks import STATE_SIGNS, StateSign
from cchc_desktop.ui.progress_model import ProgressTableModel
from cchc_desktop.ui.progress_rows import ProgressRow, RowKind
from cchc_desktop.ui.theme import Tokens, current_tokens

Index = QModelIndex | QPersistentModelIndex

MARGIN_X = 7
MARGIN_Y = 6
_EDITOR_EDGE = QPoint(4, 2)
"""What the style sheet puts around an editor's words."""
_INDENT = 14
_CHEVRON = 18
_PILL = 5
"""Room between the edge of a state's ground and its words."""
_SIGN_GAP = 4


class ProgressCellDelegate(QStyledItemDelegate):
    """Draws and edits cells of a ``ProgressTableModel``.

    Signals:
        moved_on(AfterEdit): A cell was finished with a key that goes on to another.
        editor_grown(int): The editor needs another height.
        refused(str): What was written cannot be taken; the editor stays open.
    """

    moved_on = Signal(object)
    editor_grown = Signal(int)
    refused = Signal(str)

    def __init__(self, model: ProgressTableModel, layouts: CellLayouts, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self.layouts = layouts
        self.section_band: Callable[[QRect, int], QRect] = lambda rect, _: rect
        self.starts_empty = False
        self._editor: PlainCellEditor | None = None
        self._index = QPersistentModelIndex()

    @property
    def editor(self) -> PlainCellEditor | None:
        """The editor that is open, or None."""
        return self._editor

    def text_height(self, row: ProgressRow, column: TableColumn, width: int) -> int:
        """Return how tall the content of a cell is in a column ``width`` wide."""
        if column.column is ProgressColumn.STATE and row.task is not None:
            return self._pill_height(row, width - 2 * MARGIN_X)
        text = self._drawn_text(row, column.column)
        room = width - 2 * MARGIN_X - indent_of(row, column.column)
        height = round(self.layouts.height(text, room))
        if column.column is ProgressColumn.WORK:
            if row.product:
                height += round(self.layouts.height(RichText.plain(row.product), room))
            if _mark_of(row):
                height += GAP + mark_height(self.layouts.font)
        return height

    def chevron_rect(self, row: ProgressRow, cell: QRect) -> QRect:
        """Return where the sign that opens a row's members stands in its wide cell."""
        left = cell.left() + MARGIN_X + row.level * _INDENT
        return QRect(left - 2, cell.top() + MARGIN_Y, _CHEVRON, round(self.layouts.line_height))

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
        painter.fillRect(rect, self._ground(option, index, row, is_band=is_band, tokens=tokens))
        # Filled, since a drawn line leaves gaps between cells on a scaled screen.
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line)
        painter.setFont(self.layouts.font)
        if is_band:
            band = self.section_band(rect, index.column())
            self._draw_words(painter, band, row, TABLE_COLUMNS[1], tokens)
        elif column.column is ProgressColumn.STATE and row.task is not None:
            self._draw_state(painter, rect, row)
        else:
            self._draw_words(painter, rect, row, column, tokens)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(tokens.accent, 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))
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
        editor = PlainCellEditor(parent)
        editor.setFont(self.layouts.font)
        row = self._model.row_at(index.row())
        column = TABLE_COLUMNS[index.column()]
        editor.set_line_height(self.layouts.line_height)
        left, top = MARGIN_X - _EDITOR_EDGE.x(), MARGIN_Y - _EDITOR_EDGE.y()
        editor.setViewportMargins(left, top, left, top)
        editor.setAccessibleName(f"{column.name} {row.place_name if row else ''}".strip())
        editor.finished.connect(self._on_finished)
        editor.abandoned.connect(self._on_abandoned)
        editor.grown.connect(self._on_grown)
        if column.field is ProgressField.STATEMENT:
            StatementChoice(editor)
        self._editor = editor
        self._index = QPersistentModelIndex(index)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Override QStyledItemDelegate.setEditorData: once, since typing must not be lost."""
        if isinstance(editor, PlainCellEditor) and not editor.property("filled"):
            editor.setProperty("filled", True)
            words = str(index.data(Qt.ItemDataRole.EditRole) or "")
            editor.set_words("" if self.starts_empty else words)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Override QStyledItemDelegate.setModelData."""
        if isinstance(editor, PlainCellEditor):
            model.setData(index, editor.words, Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002 - Qt's own signature
    ) -> None:
        """Override QStyledItemDelegate.updateEditorGeometry: as tall as its words need."""
        rect: QRect = option.rect
        view = editor.parentWidget()
        height = rect.height() - 1
        if isinstance(editor, PlainCellEditor):
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
        if self._editor is None:
            return
        problem = self._model.problem_of(self._index, self._editor.words)
        if problem:
            self.refused.emit(problem)
            self._editor.selectAll()
            return
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

    def _close(self, editor: PlainCellEditor) -> None:
        self._editor = None
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _ground(
        self,
        option: QStyleOptionViewItem,
        index: Index,
        row: ProgressRow,
        *,
        is_band: bool,
        tokens: Tokens,
    ) -> QColor:
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        view = option.widget
        if is_band and isinstance(view, QAbstractItemView):
            # The title runs across the cells, so what is chosen is shown on all of them.
            model, number = index.model(), index.row()
            cells = (model.index(number, place) for place in range(1, len(TABLE_COLUMNS)))
            is_selected = any(view.selectionModel().isSelected(cell) for cell in cells)
        if is_selected:
            return tokens.accent_soft
        return tokens.section_row if row.kind is RowKind.SECTION else tokens.surface

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
        room = rect.width() - 2 * MARGIN_X - indent
        at = QPointF(rect.left() + MARGIN_X + indent, rect.top() + MARGIN_Y)
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
        room = rect.width() - 2 * MARGIN_X
        text = RichText.plain(self._model.text_of(row, ProgressColumn.STATE))
        side = self._sign_side()
        words = room - 2 * _PILL - side - _SIGN_GAP
        layout = self.layouts.layout(text, words)
        used = layout.layout.boundingRect().width() if layout.layout.lineCount() == 1 else words
        if layout.layout.lineCount() == 1:
            used = layout.layout.lineAt(0).naturalTextWidth()
        ground = QRectF(
            rect.left() + MARGIN_X - 1,
            rect.top() + MARGIN_Y - 2,
            min(used, words) + 2 * _PILL + side + _SIGN_GAP + 1,
            layout.height + 4,
        )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(sign.soft)
        painter.drawRoundedRect(ground, 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        left = rect.left() + MARGIN_X + _PILL - 1
        top = rect.top() + MARGIN_Y + round((self.layouts.line_height - side) / 2)
        icon(sign.icon_name, sign.colour).paint(painter, QRect(left, top, side, side))
        painter.setPen(sign.strong)
        layout.layout.draw(painter, QPointF(left + side + _SIGN_GAP, rect.top() + MARGIN_Y))

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
    return row.level * _INDENT + (_CHEVRON if row.has_members or row.is_member else 0)


def _mark_of(row: ProgressRow) -> Mark | None:
    if row.deliverable is None or row.is_member:
        return None
    return deadline_mark(row.deliverable.deadline)


def _sign_of(row: ProgressRow) -> StateSign | None:
    return STATE_SIGNS[row.verdict.state] if row.verdict else None
