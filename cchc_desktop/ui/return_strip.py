"""The line below the top bar that says how far work has come, and then what came of it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.jobs import BUSY_AFTER_MS

_BAR_WIDTH = 220


class ReturnStrip(QFrame):
    """Shows work under way with a button that stops it, or its outcome with one next step.

    Work that ends within ``BUSY_AFTER_MS`` is not shown.

    Signals:
        stop_asked(): The work under way is to stop.
    """

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._label = QLabel(self)
        self._label.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_BAR_WIDTH, 6)
        self.bar.setAccessibleName("Tiến độ")
        self.stop_button = QPushButton("&Dừng", self)
        self.stop_button.setToolTip("Dừng sau tệp đang làm (Esc)")
        self.stop_button.clicked.connect(self._on_stop)
        self.action_button = QPushButton(self)
        self.action_button.clicked.connect(self._on_action)
        self._action: Callable[[], None] | None = None
        self.close_button = QToolButton(self)
        self.close_button.setIcon(icon("x", "muted"))
        self.close_button.setToolTip("Đóng thông báo")
        self.close_button.setAccessibleName("Đóng thông báo")
        self.close_button.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self._label, 1)
        for widget in (self.bar, self.stop_button, self.action_button, self.close_button):
            row.addWidget(widget)
        self._words = ""
        self._timer = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._timer.timeout.connect(self._show_running)
        self.hide()

    @property
    def text(self) -> str:
        """What is said, or "" while nothing is."""
        return "" if self.isHidden() else self._label.text()

    def begin(self, words: str) -> None:
        """Show, if it takes long, that work goes on."""
        self.hide()
        self._words = words
        self.bar.setRange(0, 0)
        self.stop_button.setEnabled(True)
        self._label.setText(f"{words}…")
        self._timer.start()

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Show how far the work has come."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        if self.stop_button.isEnabled():
            self._label.setText(f"{self._words}: {done}/{total}…")

    def show_result(
        self,
        words: str,
        label: str = "",
        action: Callable[[], None] | None = None,
        key: str = "",
    ) -> None:
        """Say what came of the work, and offer what could be done next, by a key as well."""
        self._timer.stop()
        self._action = action
        self._label.setText(words)
        self.setAccessibleName(words)
        self.action_button.setText(label)
        if key:
            self.action_button.setShortcut(QKeySequence(key))
        self._show(is_running=False)
        self.action_button.setVisible(action is not None)

    @Slot()
    def clear(self) -> None:
        """Say nothing any more."""
        self._timer.stop()
        self.hide()

    @Slot()
    def _show_running(self) -> None:
        self.setAccessibleName(self._words)
        self._show(is_running=True)
        self.action_button.hide()

    def _show(self, *, is_running: bool) -> None:
        self.bar.setVisible(is_running)
        self.stop_button.setVisible(is_running)
        self.close_button.setVisible(not is_running)
        self.show()

    @Slot()
    def _on_action(self) -> None:
        if self._action is not None:
            self._action()

    @Slot()
    def _on_stop(self) -> None:
        self.stop_button.setEnabled(False)
        self._label.setText("Đang dừng…")
        self.stop_asked.emit()
