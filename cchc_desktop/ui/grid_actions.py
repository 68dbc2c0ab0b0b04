"""The actions of a table: one list for the menu, the context menu and the shortcuts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence

from cchc_desktop.ui.grid_table import GridTable
from cchc_desktop.ui.icons import icon


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One action as a list of them names it.

    Attributes:
        name: The command that carries it out.
        text: The command in words.
        keys: The keys that ask for it.
        picture: The name of its icon, if it has one.
    """

    name: str
    text: str
    keys: tuple[str, ...] = ()
    picture: str = ""


SEPARATOR = ActionEntry("", "")
"""Parts groups of a menu."""


class GridActions(QObject):
    """All actions of a table; the shortcuts work wherever the table has the keyboard.

    Args:
        table: The table.
        lists: Entries, each list with the object whose methods carry them out.
        parent: Owns the actions.

    Attributes:
        by_name: The actions by the name of the command they carry out.
    """

    def __init__(
        self,
        table: GridTable[Any, Any, Any],
        lists: Sequence[tuple[Sequence[ActionEntry], object]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._grid = table
        self.by_name: dict[str, QAction] = {}
        self._menu: list[QAction] = []
        for entries, commands in lists:
            if self._menu:
                self._menu.append(self._separator())
            for entry in entries:
                if entry is SEPARATOR:
                    self._menu.append(self._separator())
                else:
                    self._menu.append(self._action(entry, getattr(commands, entry.name)))
        model = table.selectionModel()
        model.selectionChanged.connect(self.refresh)
        model.currentChanged.connect(self.refresh)
        table.rows.shown_changed.connect(self.refresh)

    def for_menu(self) -> list[QAction]:
        """Return the actions with separators, in the order of a menu."""
        return list(self._menu)

    @Slot()
    def refresh(self) -> None:
        """Let only those actions be chosen that can be carried out now."""
        raise NotImplementedError

    def _action(self, entry: ActionEntry, command: Callable[[], None]) -> QAction:
        action = QAction(entry.text, self)
        action.setObjectName(entry.name)
        action.setShortcuts([QKeySequence(key) for key in entry.keys])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        if entry.picture:
            action.setIcon(icon(entry.picture))
        action.triggered.connect(command)
        self._grid.addAction(action)
        self.by_name[entry.name] = action
        return action

    def _separator(self) -> QAction:
        action = QAction(self)
        action.setSeparator(True)
        return action
