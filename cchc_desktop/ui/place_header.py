"""The bar on top of a place: its name, and the few actions that it offers."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from cchc_desktop.ui.action_button import ActionButton


class PlaceHeader(QFrame):
    """Shows the name of a place and buttons for its actions."""

    def __init__(
        self,
        title: str,
        actions: tuple[QAction, ...],
        parent: QWidget | None = None,
        *,
        middle: tuple[QWidget, ...] = (),
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        name = QLabel(title, self)
        name.setObjectName("heading")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(8)
        layout.addWidget(name)
        layout.addSpacing(10)
        for widget in middle:
            layout.addWidget(widget)
        layout.addStretch(1)
        for action in actions:
            layout.addWidget(ActionButton(action, self))
