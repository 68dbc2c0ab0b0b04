"""The panel beside a table: a page about one row, drawn anew once the officer rests on it."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.panel_words import caption, word_label

_DRAW_AFTER_MS = 40
_HISTORY_AFTER_MS = 250


class DetailsPanel(QFrame):
    """Shows a page that subclasses fill; where it was scrolled to and the keyboard stay.

    Signals:
        closed(): The panel is to be closed.
    """

    closed = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAccessibleName(name)
        self.setMinimumWidth(232)
        self._history_box: QVBoxLayout | None = None
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self._draw = QTimer(self, singleShot=True, interval=_DRAW_AFTER_MS)
        self._draw.timeout.connect(self.refresh)
        self._ask_history = QTimer(self, singleShot=True, interval=_HISTORY_AFTER_MS)
        self._ask_history.timeout.connect(self._on_history_due)

    def subject(self) -> str:
        """Return what tells one row from another, or ""."""
        raise NotImplementedError

    def heading(self) -> str:
        """Return the words above everything."""
        raise NotImplementedError

    def fill(self, column: QVBoxLayout, page: QWidget) -> None:
        """Put everything below the heading on a new page."""
        raise NotImplementedError

    def ask_history(self) -> None:
        """Ask for the steps that ``show_history`` shows; the officer rests on the row."""
        raise NotImplementedError

    def draw_soon(self) -> None:
        """Draw the page anew, once the officer rests."""
        if not self.isHidden():
            self._draw.start()

    @Slot()
    def refresh(self) -> None:
        """Draw everything anew; the control that has the keyboard keeps it."""
        self._draw.stop()
        old = self._area.widget()
        focused = old.focusWidget() if old else None
        name = focused.objectName() if focused and focused.hasFocus() else ""
        is_same = old is not None and old.property("subject") == self.subject()
        place = self._area.verticalScrollBar().value()
        self._history_box = None
        page = QWidget()
        page.setObjectName("detailsPage")
        page.setProperty("subject", self.subject())
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 10, 10, 14)
        column.setSpacing(6)
        column.addLayout(self._head(page))
        self.fill(column, page)
        column.addStretch()
        self._area.setWidget(page)
        page.setAutoFillBackground(False)
        if is_same:
            self._area.verticalScrollBar().setValue(place)
        again = page.findChild(QWidget, name) if name else None
        if again:
            again.setFocus()

    def keep_room_for_history(self, column: QVBoxLayout, page: QWidget, spacing: int) -> None:
        """Let the history of the row stand here when it is known."""
        self._history_box = QVBoxLayout()
        self._history_box.setSpacing(spacing)
        self._history_page = page
        column.addLayout(self._history_box)
        self._ask_history.start()

    def show_history(self, title: str, lines: list[tuple[str, str]]) -> None:
        """Show steps, unless they stand there already.

        Args:
            title: The words above them.
            lines: The words of each line, with the name of their style.
        """
        box = self._history_box
        if box is None or box.count() or not lines:
            return
        box.addWidget(caption(title, self._history_page))
        for words, style in lines:
            box.addWidget(word_label(words, self._history_page, style))

    def _head(self, page: QWidget) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(word_label(self.heading(), page, "heading"), 1)
        close = QToolButton(page)
        close.setObjectName("closeDetails")
        close.setIcon(icon("x", "muted"))
        close.setToolTip("Đóng chi tiết (F4)")
        close.setAccessibleName("Đóng chi tiết")
        close.clicked.connect(self.closed)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        return head

    @Slot()
    def _on_history_due(self) -> None:
        if not self.isHidden():
            self.ask_history()
