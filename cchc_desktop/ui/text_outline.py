"""The outline of a plan's text: its parts and headings; click goes there, dragging moves."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from cchc_desktop.domain.plan_text import PassageId, PassageKind, TextPart, TextPartId
from cchc_desktop.ui.report_rows import INDENT_ROLE, small_list
from cchc_desktop.ui.text_dragging import KEYS_MIME, drag_data, dragged_keys
from cchc_desktop.ui.text_words import part_name, shortened

_KEY = int(Qt.ItemDataRole.UserRole)
_PART = int(Qt.ItemDataRole.UserRole) + 3
_LONGEST = 64
_LONGEST_TITLE = 60
_DEEPEST = PassageKind.MINOR.rank

Index = QModelIndex | QPersistentModelIndex


class OutlineModel(QStandardItemModel):
    """Lists parts and headings; headings can be dragged between others.

    Signals:
        moved(int, int, int): These passages are to go before that passage of that part: the
            dragged one, the part, and the passage before which it goes, 0 for the end.
    """

    moved = Signal(object, object, object)

    def mimeTypes(self) -> list[str]:
        """Override QStandardItemModel.mimeTypes."""
        return [KEYS_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Override QStandardItemModel.mimeData."""
        return drag_data([PassageId(index.data(_KEY)) for index in indexes if index.data(_KEY)])

    def supportedDropActions(self) -> Qt.DropAction:
        """Override QStandardItemModel.supportedDropActions."""
        return Qt.DropAction.MoveAction

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Override QStandardItemModel.canDropMimeData."""
        del action, column
        return bool(dragged_keys(data)) and self._target(row, parent) is not None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Override QStandardItemModel.dropMimeData: tell where the passages are to go."""
        del action, column
        target = self._target(row, parent)
        if target is not None and dragged_keys(data):
            self.moved.emit(dragged_keys(data), *target)
        # The rows follow once the text has changed; nothing is to be taken out here.
        return False

    def _target(self, row: int, parent: Index) -> tuple[TextPartId, PassageId] | None:
        """Return the part and the passage before which a drop puts things, 0 for its end."""
        if parent.isValid():
            row = parent.row() + (0 if parent.data(_KEY) else 1)
        if row < 0:
            row = self.rowCount()
        if row == 0:
            return None
        above = self.index(row - 1, 0)
        below = self.index(row, 0)
        part = TextPartId(above.data(_PART))
        is_inside = below.isValid() and below.data(_PART) == part and bool(below.data(_KEY))
        return part, PassageId(below.data(_KEY) if is_inside else 0)


class TextOutline(QWidget):
    """Shows the outline beside the text.

    Signals:
        part_chosen(int): This part is wanted.
        passage_chosen(int): This passage of the part with the given id is wanted.
    """

    part_chosen = Signal(object)
    passage_chosen = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = OutlineModel(self)
        self.list = small_list("Đề cương phần lời", self)
        self.list.setModel(self.model)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setDropIndicatorShown(True)
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        self.setMinimumWidth(140)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def show_parts(self, parts: tuple[TextPart, ...], *, can_move: bool) -> None:
        """Show the parts with their headings; rows that stay as they are are not renewed."""
        rows = [row for part in parts for row in _rows(part, parts)]
        for number, (words, part_id, key, step) in enumerate(rows):
            if number >= self.model.rowCount():
                self.model.appendRow(QStandardItem())
            item = self.model.item(number)
            told = (item.text(), item.data(_PART), item.data(_KEY), item.data(INDENT_ROLE))
            if told != (words, part_id, key, step) or item.isDragEnabled() is not can_move:
                _fill(item, words, part_id, key, step)
                item.setDragEnabled(can_move and bool(key))
                item.setDropEnabled(can_move)
        self.model.setRowCount(len(rows))

    def show_current(self, part_id: TextPartId | None, keys: set[PassageId]) -> None:
        """Point to the last heading among some passages, else to their part."""
        found = None
        for number in range(self.model.rowCount()):
            index = self.model.index(number, 0)
            if index.data(_PART) == part_id and (not index.data(_KEY) or index.data(_KEY) in keys):
                found = index
        if found is not None and found != self.list.currentIndex():
            self.list.setCurrentIndex(found)

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        if index.data(_KEY):
            self.passage_chosen.emit(index.data(_PART), index.data(_KEY))
        else:
            self.part_chosen.emit(index.data(_PART))


def _rows(
    part: TextPart, among: tuple[TextPart, ...]
) -> list[tuple[str, TextPartId | None, int, int]]:
    rows = [(part_name(part, among).upper(), part.id, 0, 0)]
    for place, passage in enumerate(part.passages):
        if 0 < passage.kind.rank <= _DEEPEST and _is_title(part, place):
            words = shortened(passage.printed, _LONGEST)
            rows.append((words, part.id, int(passage.id or 0), passage.kind.rank - 1))
    return rows


def _is_title(part: TextPart, place: int) -> bool:
    """Tell whether a numbered passage is a heading rather than a sentence of a list."""
    passage = part.passages[place]
    if passage.kind.rank == 1 or part.has_children(place):
        return True
    words = passage.text.text
    return len(words) <= _LONGEST_TITLE and not words.endswith((".", ";", ","))


def _fill(item: QStandardItem, words: str, part: object, key: int, step: int) -> None:
    item.setText(words)
    item.setToolTip(words)
    item.setEditable(False)
    item.setData(part, _PART)
    item.setData(key, _KEY)
    item.setData(step, INDENT_ROLE)
    font = QFont()
    font.setBold(not key or not step)
    item.setFont(font)
