"""The one door for what the program tells or asks the officer.

What can wait is said in a bar above the screen; what must be decided or understood
first, in a dialog.  Tests give screens a ``Messages`` that records instead.
"""

import logging

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from cchc_desktop.domain.errors import CchcError, EnvironmentProblem
from cchc_desktop.services.sentences import describe_error
from cchc_desktop.ui.icons import icon

_INFORM_MS = 8000
"""How long a mere notice stays; errors and warnings stay until they are closed."""

_log = logging.getLogger(__name__)


class Messages(QObject):
    """Tells and asks in the officer's words.

    Signals:
        informed(str): Something is worth knowing; nothing need be done.
        warned(str): Something needs attention but does not stand in the way.
    """

    informed = Signal(str)
    warned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._window = parent

    def error(self, error: BaseException) -> None:
        """Say what went wrong, where, and what to do about it.

        A request that the officer can change is said in the bar; what the computer refuses,
        and what the program did not foresee, in a dialog.
        """
        if not isinstance(error, CchcError):
            _log.error("unforeseen error", exc_info=error)
        text = describe_error(error)
        is_minor = isinstance(error, CchcError) and not isinstance(error, EnvironmentProblem)
        if is_minor and self._is_bar_in_reach():
            self.warned.emit(str(text))
            return
        box = self._box(QMessageBox.Icon.Warning, text.what)
        box.setInformativeText("\n".join(part for part in (text.where, text.remedy) if part))
        box.addButton("Đóng", QMessageBox.ButtonRole.RejectRole)
        box.exec()

    def inform(self, text: str) -> None:
        """Say something worth knowing, without asking for anything."""
        self.informed.emit(text)

    def warn(self, text: str) -> None:
        """Say something that needs attention; it stays until it is closed."""
        self.warned.emit(text)

    def ask(self, question: str, yes_label: str, no_label: str) -> bool:
        """Ask for a decision; closing the question means no."""
        first, _, rest = question.partition("\n")
        box = self._box(QMessageBox.Icon.Question, first)
        box.setInformativeText(rest)
        yes = box.addButton(yes_label, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(no_label, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.exec()
        return box.clickedButton() is yes

    def _is_bar_in_reach(self) -> bool:
        return (
            self._window is not None
            and self._window.isVisible()
            and QApplication.activeModalWidget() is None
        )

    def _box(self, kind: QMessageBox.Icon, text: str) -> QMessageBox:
        box = QMessageBox(QApplication.activeModalWidget() or self._window)
        box.setIcon(kind)
        box.setWindowTitle("Điều hành cải cách hành chính")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return box


class MessageBar(QFrame):
    """Shows the latest message above the screen, out of the way of work.

    A warning stays until it is closed (Esc); a notice goes by itself.  An ``action``
    button may stand beside the words.
    """

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._sign = QLabel(self)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._action = QPushButton(self)
        self._action.hide()
        close = QToolButton(self)
        close.setIcon(icon("x", "muted"))
        close.setAutoRaise(True)
        close.setToolTip("Đóng thông báo (Esc)")
        close.setAccessibleName("Đóng thông báo")
        close.clicked.connect(self.dismiss)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(close)
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self.dismiss)
        self._timer = QTimer(self, singleShot=True, interval=_INFORM_MS)
        self._timer.timeout.connect(self.dismiss)
        messages.informed.connect(self.show_notice)
        messages.warned.connect(self.show_warning)
        self.hide()

    @property
    def text(self) -> str:
        """The words shown, or "" while the bar is hidden."""
        return "" if self.isHidden() else self._text.text()

    @Slot(str)
    def show_notice(self, text: str) -> None:
        """Show a notice that goes by itself."""
        self._show("info", "accent", text)
        self._timer.start()

    @Slot(str)
    def show_warning(self, text: str) -> None:
        """Show a warning that stays until it is closed."""
        self._timer.stop()
        self._show("triangle-alert", "soon", text)

    @Slot()
    def dismiss(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self.hide()

    def _show(self, sign: str, colour: str, text: str) -> None:
        self.setProperty("tone", colour)
        self.style().unpolish(self)
        self.style().polish(self)
        side = self.fontMetrics().height()
        self._sign.setPixmap(icon(sign, colour).pixmap(side, side))
        self._text.setText(text)
        self.setAccessibleName(text)
        self.show()
