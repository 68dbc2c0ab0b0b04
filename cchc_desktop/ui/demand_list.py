"""The list of demands: Enter mends one, Delete takes it out, Alt and an arrow key move it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from cchc_desktop.ui.import_cells import Index
from cchc_desktop.ui.import_list import ImportList

_MOST_TRIES = 8


class DemandList(ImportList):
    """The list of demands.

    Signals:
        edit_wanted(): Enter or a double click.
        delete_wanted(): The Delete key.
        move_wanted(int): Alt and an arrow key: up (-1) or down (1).
    """

    edit_wanted = Signal()
    delete_wanted = Signal()
    move_wanted = Signal(int)

    def scrollTo(
        self, index: Index, hint: ImportList.ScrollHint = ImportList.ScrollHint.EnsureVisible
    ) -> None:
        """Override ImportList.scrollTo: rows find their heights as they come into sight.

        They then push the row that is wanted out of sight again.
        """
        for _ in range(_MOST_TRIES):
            super().scrollTo(index, hint)
            self._fit_visible()
            # The scroll bar must know the new heights before it is asked again.
            self.updateGeometries()
            row, seen = self.visualRect(index), self.viewport().rect()
            if seen.contains(row) or row.height() > seen.height():
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override ImportList.keyPressEvent."""
        is_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if is_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)
