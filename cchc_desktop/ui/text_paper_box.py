"""The lower half of the panel beside a plan's text: the part shown, its title, how it is signed."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.plan_text import TextPart, TextPartKind
from cchc_desktop.ui.panel_words import caption, word_label
from cchc_desktop.ui.text_desk import TextSight
from cchc_desktop.ui.text_words import part_name

_TITLE_LINES = 4
_SAVE_AFTER_MS = 1200


class TitleField(QPlainTextEdit):
    """A title of a few lines, kept when it is left or the officer rests.

    Signals:
        rested(): What stands in it may be kept.
    """

    rested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Trích yếu, tên của phần")
        self._pause = QTimer(self, singleShot=True, interval=_SAVE_AFTER_MS)
        self._pause.timeout.connect(self.rested)
        self.textChanged.connect(self._pause.start)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Override QPlainTextEdit.focusOutEvent."""
        super().focusOutEvent(event)
        self.rested.emit()


class PaperBox(QWidget):
    """Shows the part on the sheet and the paper it belongs to.

    Signals:
        title_written(str): The part is to have this title.
        landscape_chosen(bool): The sheets of the part are to lie on their long side.
        paper_asked(): The recipients and the signer are to be set.
    """

    title_written = Signal(str)
    landscape_chosen = Signal(bool)
    paper_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._part: TextPart | None = None
        self._part_caption = caption("", self)
        self.title = TitleField(self)
        self.title.setFixedHeight(_TITLE_LINES * self.fontMetrics().lineSpacing() + 14)
        self.title.rested.connect(self._on_title)
        self._title_label = QLabel("Trích &yếu", self)
        self._title_label.setBuddy(self.title)
        self.landscape = QCheckBox("Tr&ang ngang", self)
        self.landscape.clicked.connect(self.landscape_chosen)
        self._recipients = word_label("", self)
        self._signer = word_label("", self)
        self.paper_button = QPushButton("Nơi nhận, n&gười ký…", self)
        self.paper_button.setAutoDefault(True)
        self.paper_button.clicked.connect(self.paper_asked)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 10, 0, 0)
        box.setSpacing(6)
        for widget in (
            self._part_caption,
            self._title_label,
            self.title,
            self.landscape,
            caption("Nơi nhận", self),
            self._recipients,
            caption("Người ký", self),
            self._signer,
            self.paper_button,
        ):
            box.addWidget(widget)

    def commit_editing(self) -> None:
        """Keep what is being typed in the title."""
        self._on_title()

    def focus_title(self) -> None:
        """Go to the title of the part."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def show_part(self, sight: TextSight | None, part: TextPart | None) -> None:
        """Show the part on the sheet and the paper it belongs to."""
        is_locked = sight is None or sight.is_frozen
        is_same = bool(part and self._part and part.id == self._part.id)
        is_typed = self.title.hasFocus() and self.title.document().isModified()
        self._part = part
        self.setVisible(part is not None)
        if part is None or sight is None:
            return
        is_annex = part.kind is TextPartKind.ANNEX
        self._part_caption.setText(part_name(part, sight.text.parts).upper())
        self._title_label.setText("Tên phụ lục" if is_annex else "Trích &yếu")
        if not (is_same and is_typed) and self.title.toPlainText() != part.title.text:
            self.title.blockSignals(True)
            self.title.setPlainText(part.title.text)
            self.title.blockSignals(False)
            self.title.document().setModified(False)
        self.title.setReadOnly(is_locked)
        self.landscape.setVisible(is_annex)
        self.landscape.setChecked(part.is_landscape)
        self.landscape.setEnabled(not is_locked)
        self._recipients.setText(_recipients(sight))
        self._signer.setText(_signer(sight))
        self.paper_button.setEnabled(not is_locked)

    @Slot()
    def _on_title(self) -> None:
        words = self.title.toPlainText()
        if self._part is not None and self.title.document().isModified():
            self.title.document().setModified(False)
            if words != self._part.title.text:
                self.title_written.emit(words)


def _recipients(sight: TextSight) -> str:
    names = sight.document.recipients
    return "\n".join(f"- {name};" for name in names) if names else "Như thường lệ"


def _signer(sight: TextSight) -> str:
    signer = sight.document.signer
    if signer is None:
        return "Như thường lệ của cơ quan"
    return "\n".join((*signer.title_lines, signer.name)).strip()
