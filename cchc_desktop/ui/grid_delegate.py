"""What drawing and editing the cells of a grid have in common: room, bands, grounds, editors.

A band is the title of a section, which runs across all cells of its row but the first.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from cchc_desktop.ui.cell_layouts import CellLayouts
from cchc_desktop.ui.editing_delegate import EditingDelegate, Editor
from cchc_desktop.ui.grid_model import GridModel
from cchc_desktop.ui.theme import Tokens

Index = QModelIndex | QPersistentModelIndex

INDENT = 14
"""How far the words of a row stand in from those of the row above it in rank."""
_EDITOR_EDGE = QPoint(4, 2)
"""What the style sheet puts around an editor's words."""


class GridDelegate(EditingDelegate[Editor]):
    """Draws and edits the cells of a ``GridModel``; subclasses know what stands in them.

    Attributes:
        layouts: Where words are measured and laid out.
        margins: What stays empty beside and above the words of a cell.
        section_band: Tells where a band stands, given a cell of its row and its column.
        starts_empty: Whether the next editor begins without the words of its cell.

    Signals:
        editor_grown(int): The editor needs another height.
    """

    editor_grown = Signal(int)

    def __init__(
        self,
        model: GridModel[Any, Any],
        columns: Sequence[Any],
        layouts: CellLayouts,
        margins: QPoint,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._grid = model
        self._columns = columns
        self.layouts = layouts
        self.margins = margins
        self.section_band: Callable[[QRect, int], QRect] = lambda rect, _: rect
        self.starts_empty = False

    def text_height(self, row: Any, column: Any, width: int) -> int:  # noqa: ANN401
        """Return how tall the content of a cell is in a column ``width`` wide."""
        raise NotImplementedError

    def editor_place(self, rect: QRect, index: Index) -> QRect:  # noqa: ARG002
        """Return where the editor of a cell begins, given the cell."""
        return rect

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override QStyledItemDelegate.sizeHint."""
        row = self._grid.row_at(index.row())
        if row is None:
            return QSize()
        width = option.rect.width()
        height = self.text_height(row, self._columns[index.column()], width)
        return QSize(width, height + 2 * self.margins.y())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Override QStyledItemDelegate.updateEditorGeometry: as tall as its words need."""
        rect = self.editor_place(option.rect, index)
        view = editor.parentWidget()
        height = rect.height() - 1
        if editor is self._editor:
            height = max(height, self._editor.needed_height)
        height = min(height, view.height()) if view else height
        top = rect.top()
        if view and top + height > view.height():
            top = max(0, view.height() - height)
        editor.setGeometry(QRect(rect.left(), top, rect.width(), height))

    def follow_growth(self, editor: Editor) -> None:
        """Let the view follow an editor whose words need another height."""
        self.editor_grown.emit(editor.needed_height)

    def open_editor(self, editor: Editor, name: str, indent: int = 0) -> None:
        """Take a new editor as the open one, its words where those of the cell stand."""
        margins = self.margins - _EDITOR_EDGE
        editor.setViewportMargins(margins.x() + indent, margins.y(), margins.x(), margins.y())
        editor.setAccessibleName(name.strip())
        self.adopt(editor, self.layouts.font, self.layouts.line_height)

    def is_band_selected(self, option: QStyleOptionViewItem, index: Index) -> bool:
        """Tell whether any cell under a band is selected, which is shown on all of them."""
        view = option.widget
        if not isinstance(view, QAbstractItemView):
            return False
        model, number = index.model(), index.row()
        cells = (model.index(number, place) for place in range(1, len(self._columns)))
        return any(view.selectionModel().isSelected(cell) for cell in cells)


def draw_ground(
    painter: QPainter, rect: QRect, tokens: Tokens, *, is_selected: bool, is_section: bool
) -> None:
    """Fill a cell with the colour that says what it is."""
    if is_selected:
        ground = tokens.accent_soft
    else:
        ground = tokens.section_row if is_section else tokens.surface
    painter.fillRect(rect, ground)


def draw_line_below(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """Draw the hairline below a cell."""
    # Filled, since a drawn line leaves gaps between cells on a scaled screen.
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), tokens.line)


def draw_focus(painter: QPainter, rect: QRect, tokens: Tokens) -> None:
    """Draw the frame of the cell that has the keyboard."""
    painter.setPen(QPen(tokens.accent, 2))
    painter.drawRect(rect.adjusted(1, 1, -1, -2))
