"""Offers the catalogue's names as a list while an agencies cell is typed in.

The list never takes the keyboard and never writes by itself: Down goes into it, Enter
or Tab then takes the chosen name; without that they mean what they always mean.
"""

import re

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from cchc_desktop.domain.agency import AgencyCatalogue
from cchc_desktop.domain.vietnamese import Searchable, SearchQuery
from cchc_desktop.ui.cell_editor import RichCellEditor

_MOST_NAMES = 10
_FEWEST_LETTERS = 2
_PART = re.compile(r"[^;,\n\u2029\u2028]*$")
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class AgencyCompletion(QObject):
    """Shows the names that fit the part being typed after the last ";" or ","."""

    def __init__(self, editor: RichCellEditor, catalogue: AgencyCatalogue) -> None:
        super().__init__(editor)
        self._editor = editor
        self._names = _names(catalogue)
        self._list = QListWidget(editor)
        self._list.setWindowFlags(
            Qt.WindowType.ToolTip
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
        )
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName("Tên trong danh mục")
        self._list.itemClicked.connect(self._on_clicked)
        editor.installEventFilter(self)
        editor.textChanged.connect(self._on_text_changed)

    @property
    def offered(self) -> tuple[str, ...]:
        """The names offered at the moment."""
        if not self._list.isVisible():
            return ()
        return tuple(self._list.item(row).text() for row in range(self._list.count()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject.eventFilter."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._list.hide()
        elif (
            event.type() is QEvent.Type.KeyPress
            and self._list.isVisible()
            and isinstance(event, QKeyEvent)
        ):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    @Slot()
    def _on_text_changed(self) -> None:
        part = self._part().strip()
        names = self._matching(part) if len(part) >= _FEWEST_LETTERS else []
        is_whole = len(names) == 1 and names[0] == part
        if not names or is_whole or not self._editor.hasFocus():
            self._list.hide()
            return
        self._list.clear()
        for name in names:
            self._list.addItem(QListWidgetItem(name))
        self._list.setCurrentRow(-1)
        self._place()
        self._list.show()

    @Slot(QListWidgetItem)
    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._take(item.text())

    def _on_key(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self._list.currentRow()
        if key == Qt.Key.Key_Down:
            self._list.setCurrentRow(min(row + 1, self._list.count() - 1))
            return True
        if key == Qt.Key.Key_Up and row >= 0:
            self._list.setCurrentRow(row - 1)
            return True
        if key == Qt.Key.Key_Escape:
            self._list.hide()
            return True
        if key in _TAKING and row >= 0:
            self._take(self._list.item(row).text())
            return True
        return False

    def _take(self, name: str) -> None:
        """Write ``name`` in place of the part that was typed."""
        cursor = self._editor.textCursor()
        part = self._part()
        typed = part.lstrip()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(typed)
        )
        style = cursor.charFormat()
        cursor.insertText(name, style)
        self._editor.setTextCursor(cursor)
        self._list.hide()

    def _part(self) -> str:
        cursor = self._editor.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        match = _PART.search(before)
        return match[0] if match else ""

    def _matching(self, part: str) -> list[str]:
        query = SearchQuery(part)
        first = [name for name, text in self._names if query.matches(text)]
        return list(dict.fromkeys(first))[:_MOST_NAMES]

    def _place(self) -> None:
        metrics = self._list.fontMetrics()
        rows = min(self._list.count(), _MOST_NAMES)
        width = max(self._list.sizeHintForColumn(0) + 24, metrics.averageCharWidth() * 24)
        self._list.resize(width, rows * self._list.sizeHintForRow(0) + 6)
        below = self._editor.cursorRect().bottomLeft() + QPoint(0, 4)
        place = self._editor.viewport().mapToGlobal(below)
        screen = self._editor.screen().availableGeometry()
        place.setX(max(screen.left(), min(place.x(), screen.right() - self._list.width())))
        if place.y() + self._list.height() > screen.bottom():
            above = self._editor.viewport().mapToGlobal(self._editor.cursorRect().topLeft())
            place.setY(above.y() - self._list.height() - 4)
        self._list.move(place)


def _names(catalogue: AgencyCatalogue) -> list[tuple[str, Searchable]]:
    """Return each name with the spellings under which it is offered."""
    spellings = [(a.name, (a.name, a.short_name, *a.aliases)) for a in catalogue.agencies]
    spellings += [(group.name, (group.name, *group.aliases)) for group in catalogue.groups]
    return [(name, Searchable(" ".join(written))) for name, written in spellings]
