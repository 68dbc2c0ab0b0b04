"""The commands of the place "Phân công", with their words and keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.actions import describe
from cchc_desktop.ui.icons import icon

Entry = tuple[str, str, str, str, Callable[[], object]]
"""Name, words, key, icon, and what carries it out."""


class AssignmentActions:
    """Actions by name; their keys work while the keyboard is in ``owner``."""

    def __init__(self, owner: QWidget, entries: tuple[Entry, ...]) -> None:
        self.by_name: dict[str, QAction] = {}
        for name, text, key, picture, command in entries:
            action = QAction(text, owner)
            if key:
                action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if picture:
                action.setIcon(icon(picture))
            action.triggered.connect(command)
            describe(action, text)
            owner.addAction(action)
            self.by_name[name] = action

    def __getitem__(self, name: str) -> QAction:
        return self.by_name[name]

    def all(self) -> list[QAction]:
        """Return all actions, in order."""
        return list(self.by_name.values())
