"""Buttons that stand for an action."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget


class ActionButton(QPushButton):
    """A button that carries out an action and is enabled with it."""

    def __init__(
        self, action: QAction, parent: QWidget, *, is_primary: bool = False, text: str = ""
    ) -> None:
        super().__init__(text or action.text(), parent)
        self._action = action
        self.setAutoDefault(True)
        self.setProperty("primary", is_primary)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    @Slot()
    def _on_action_changed(self) -> None:
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(self._action.toolTip())
