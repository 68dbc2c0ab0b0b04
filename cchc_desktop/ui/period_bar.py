"""The bar on top of the progress screen: the period, what it covers, and what is done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.period import PeriodClosing
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.period_chooser import PeriodChooser
from cchc_desktop.ui.period_words import closing_text, covers_text

_SIDE = 14
_BETWEEN = 8
_SEARCH_LETTERS = 24
"""How much of the bar the search field is worth before a button gives way."""


class PeriodBar(QFrame):
    """Shows the period chosen, the search field and the actions of the screen.

    Signals:
        day_asked(): The day looked at is to be changed.
    """

    day_asked = Signal()

    def __init__(
        self,
        buttons: tuple[QAction, ...],
        primary: QAction,
        more: tuple[QAction, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self.chooser = PeriodChooser(self)
        self.search_field = QLineEdit(self)
        self.search_field.setPlaceholderText("Tìm nhiệm vụ, đơn vị, kết quả…  (Ctrl+F)")
        self.search_field.setClearButtonEnabled(True)
        self.search_field.setAccessibleName("Tìm trong tiến độ")
        self.search_field.setMinimumWidth(90)
        menu = QMenu(self)
        menu.addActions(more)
        self.more_button = QToolButton(self)
        self.more_button.setIcon(icon("ellipsis-vertical"))
        self.more_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more_button.setMenu(menu)
        self.more_button.setToolTip("Việc khác với kỳ báo cáo")
        self.more_button.setAccessibleName("Việc khác với kỳ báo cáo")
        self.more_button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        first = QHBoxLayout()
        first.setSpacing(_BETWEEN)
        first.addWidget(self.chooser)
        first.addWidget(self.search_field, 1)
        self._buttons = [ActionButton(action, self) for action in buttons]
        for button in self._buttons:
            first.addWidget(button)
        print_button = ActionButton(primary, self, is_primary=True)
        first.addWidget(print_button)
        first.addWidget(self.more_button)
        self._others = (self.chooser, *self._buttons, print_button, self.more_button)
        self.covers = QLabel(self)
        self.covers.setObjectName("muted")
        self.covers.setTextFormat(Qt.TextFormat.PlainText)
        self.covers.setWordWrap(True)
        self.day_button = QPushButton(self)
        self.day_button.setProperty("link", True)
        self.day_button.setToolTip("Xem tình hình ở một ngày khác")
        self.day_button.clicked.connect(self.day_asked)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.covers, 1)
        second.addWidget(self.day_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 8, _SIDE, 2)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Override QFrame.resizeEvent: the first button gives way to the search field."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # What it does stands in the menu beside the buttons as well.
        need = sum(widget.sizeHint().width() + _BETWEEN for widget in self._others)
        letters = _SEARCH_LETTERS * self.fontMetrics().averageCharWidth()
        self._buttons[0].setVisible(self.width() >= need + letters + 2 * _SIDE)

    def show_board(self, board: ProgressBoard | None) -> None:
        """Show the period of a board."""
        self.chooser.set_periods(
            tuple(board.periods) if board else (), board.period if board else None
        )
        self._fit()
        self.covers.setText(f"Kỳ {covers_text(board.period)}" if board else "")
        self.covers.setToolTip(f"Theo: {board.period.source}" if board else "")
        self.day_button.setVisible(board is not None)
        if board is not None:
            self.day_button.setText(f"Xét đến ngày {day_words(board.day)}")


class LockNotice(QFrame):
    """Says that a period is closed and so cannot be written in, and offers to open it again.

    Signals:
        reopen_asked(): The period is to be opened again.
    """

    reopen_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._sign = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton("Mở lại kỳ…", self)
        self.button.clicked.connect(self.reopen_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.addWidget(self._sign)
        row.addWidget(self._words, 1)
        row.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """The words shown, or "" while it is hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_board(self, board: ProgressBoard | None) -> None:
        """Show itself while the period of a board is closed."""
        is_closed = board is not None and board.period.is_closed
        if board is not None and is_closed:
            side = self.fontMetrics().height()
            self._sign.setPixmap(icon("lock", "accent").pixmap(side, side))
            self._words.setText(f"Kỳ {board.period.title} đã khóa nên chỉ xem, không sửa được.")
        self.setVisible(is_closed)

    def show_trail(self, closings: tuple[PeriodClosing, ...]) -> None:
        """Say when it was closed and by whom."""
        if closings:
            self._words.setToolTip("\n".join(closing_text(c) for c in reversed(closings)))
