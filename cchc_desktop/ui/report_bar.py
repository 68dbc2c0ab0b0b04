"""The bar on top of the report's place: the period, how far the report is, what can be done."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.import_fields import ElidedLabel
from cchc_desktop.ui.period_chooser import PeriodChooser
from cchc_desktop.ui.period_words import covers_text

_NARROW_LETTERS = 150
"""In a bar narrower than so many letters the second button is only in the menu."""


class ReportBar(QFrame):
    """Shows the period chosen, the standing of its report and the actions of the screen."""

    def __init__(
        self,
        buttons: tuple[QAction, ...],
        primary: QAction,
        more: tuple[QAction | QMenu | None, ...],
        next_action: QAction,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.chooser = PeriodChooser(self)
        self._buttons = [ActionButton(action, self) for action in buttons]
        for action in buttons:
            action.changed.connect(self._on_text_changed)
        self._actions = buttons
        menu = QMenu(self)
        for entry in more:
            if entry is None:
                menu.addSeparator()
            elif isinstance(entry, QMenu):
                menu.addMenu(entry)
            else:
                menu.addAction(entry)
        self.more_button = QToolButton(self)
        self.more_button.setIcon(icon("ellipsis-vertical"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setMenu(menu)
        self.more_button.setToolTip("Việc khác với báo cáo")
        self.more_button.setAccessibleName("Việc khác với báo cáo")
        self.more_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.chooser)
        first.addStretch(1)
        for button in self._buttons:
            first.addWidget(button)
        first.addWidget(ActionButton(primary, self, is_primary=True))
        first.addWidget(self.more_button)
        self._sign = QLabel(self)
        self.state = QLabel(self)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.next_button = ActionButton(next_action, self)
        self.next_button.setProperty("link", True)
        policy = self.next_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.next_button.setSizePolicy(policy)
        self.covers = ElidedLabel(self)
        self.covers.setObjectName("muted")
        self.covers.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        second = QHBoxLayout()
        second.setSpacing(6)
        second.addWidget(self._sign)
        second.addWidget(self.state)
        second.addWidget(self.next_button)
        second.addWidget(self.covers, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 2)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)
        self.show_state("", calls_for_look=False)

    def show_board(self, board: ProgressBoard | None) -> None:
        """Show the period of a board."""
        self.chooser.set_periods(
            tuple(board.periods) if board else (), board.period if board else None
        )
        self.covers.set_text(f"Kỳ {covers_text(board.period)}" if board else "")

    def show_state(self, words: str, *, calls_for_look: bool) -> None:
        """Say how far the report is."""
        self.state.setText(words)
        self.next_button.setVisible(calls_for_look)
        self._sign.setVisible(calls_for_look)
        side = self.fontMetrics().height()
        self._sign.setPixmap(icon("triangle-alert", "soon").pixmap(side, side))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QFrame.resizeEvent: what finds no room is in the menu."""
        super().resizeEvent(event)
        is_narrow = self.width() < self.fontMetrics().averageCharWidth() * _NARROW_LETTERS
        self._buttons[-1].setVisible(not is_narrow)

    @Slot()
    def _on_text_changed(self) -> None:
        for button, action in zip(self._buttons, self._actions, strict=True):
            button.setText(action.text())
