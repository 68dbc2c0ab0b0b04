"""One wording of the annex in the panel: before, and after, which can be edited."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from cchc_desktop.domain.agency import AgencyCatalogue, Role
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.plan_rows import RowKey
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.wording_proposal import WordingObstacle
from cchc_desktop.services.assignment_sentences import OBSTACLES
from cchc_desktop.ui.assignment_word_changes import Span, changed_stretches
from cchc_desktop.ui.assignment_words import COLUMN_NAMES
from cchc_desktop.ui.cell_editor import RichCellEditor
from cchc_desktop.ui.plan_completion import AgencyCompletion
from cchc_desktop.ui.theme import current_tokens

_LEAST_LINES, _MOST_LINES = 1, 24
_FRAME = 12
_FIXED = QSizePolicy.Policy.Fixed
_KEPT_WORDS = (
    "Giữ lời văn đã sửa tại đây. Dấu vừa đặt thêm chưa có trong lời văn này, hãy tự thêm nếu cần."
)


@dataclass(frozen=True, slots=True)
class Wording:
    """What one cell of the annex says and is to say.

    Attributes:
        place: As an officer names the task: "I.2".
        obstacle: Why no words could be proposed, or None.
    """

    row: RowKey
    role: Role
    place: str
    before: RichText
    after: RichText
    obstacle: WordingObstacle | None = None

    @property
    def key(self) -> tuple[TaskId, Role]:
        """Names the cell across proposals."""
        return TaskId(self.row.id), self.role


class WordingCard(QWidget):
    """Shows one ``Wording``; what is typed in it is the officer's.

    Signals:
        edited(): The words in the field are other ones.
        finished(AfterEdit): Enter, Tab or the like was pressed in the field.
        abandoned(): Escape was pressed in the field.
        entered(): The keyboard came into the field.
    """

    edited = Signal()
    finished = Signal(object)
    abandoned = Signal()
    entered = Signal()

    def __init__(self, catalogue: AgencyCatalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._wording: Wording | None = None
        self._is_filling = False
        self.is_touched = False
        self._caption = _label(self, "muted")
        self._gone: tuple[Span, ...] = ()
        self._before = _label(self, "muted")
        self._before.setTextFormat(Qt.TextFormat.RichText)
        self._note = _label(self, "problem")
        self.editor = _CardEditor(self)
        self.editor.setSizePolicy(self.editor.sizePolicy().horizontalPolicy(), _FIXED)
        AgencyCompletion(self.editor, catalogue)
        self.editor.finished.connect(self.finished)
        self.editor.abandoned.connect(self.abandoned)
        self.editor.grown.connect(self._fit)
        self.editor.textChanged.connect(self._on_text_changed)
        self.editor.entered.connect(self.entered)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(3)
        for widget in (self._caption, self._before, self._note, self.editor):
            column.addWidget(widget)

    @property
    def wording(self) -> Wording | None:
        """What it was last given."""
        return self._wording

    @property
    def text(self) -> RichText:
        """The words in the field."""
        return self.editor.rich_text

    @property
    def is_changed(self) -> bool:
        """Whether the words in the field are other than those of the annex."""
        return self._wording is not None and self.text != self._wording.before

    @property
    def note(self) -> str:
        """What stands in the way of a proposal, or ""."""
        return "" if self._note.isHidden() else self._note.text()

    def show_wording(self, wording: Wording, *, with_place: bool) -> None:
        """Show another wording; words the officer typed for the same cell stay."""
        old = self._wording
        is_same = old is not None and old.key == wording.key and old.before == wording.before
        keeps = is_same and self.is_touched
        if old == wording and keeps:
            return
        self._wording = wording
        title = COLUMN_NAMES[wording.role]
        self._caption.setText(f"{wording.place} · {title}" if with_place else title.upper())
        is_proposal = with_place
        self._gone, _ = changed_stretches(wording.before.text, wording.after.text)
        self._before.setText(_before_html(wording.before.text, self._gone))
        self._before.setVisible(is_proposal)
        note = OBSTACLES[wording.obstacle] if wording.obstacle else ""
        if keeps and old is not None and old.after != wording.after:
            note = _KEPT_WORDS
        self._note.setText(note)
        self._note.setVisible(bool(note))
        name = f"{title}, {wording.place}"
        self.editor.setAccessibleName(f"Lời văn mới: {name}" if is_proposal else name)
        if not keeps:
            self._is_filling = True
            self.editor.set_rich_text(wording.after)
            if not self.editor.hasFocus():
                self.editor.moveCursor(QTextCursor.MoveOperation.Start)
            self._is_filling = False
            self.is_touched = False
            self._show_new_words()
        self._fit()

    @Slot()
    def _fit(self) -> None:
        line = self.editor.fontMetrics().lineSpacing()
        need = self.editor.needed_height + _FRAME
        least = _LEAST_LINES * line + _FRAME
        self.editor.setFixedHeight(max(least, min(need, _MOST_LINES * line + _FRAME)))

    @Slot()
    def _on_text_changed(self) -> None:
        if not self._is_filling:
            self.is_touched = True
            self._show_new_words()
            self.edited.emit()

    def _show_new_words(self) -> None:
        """Give the words that the annex does not have yet a ground."""
        before = self._wording.before.text if self._wording else ""
        selections = []
        _, come = changed_stretches(before, self.editor.toPlainText())
        for start, end in come:
            selection = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.editor.document())
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection.cursor = cursor
            selection.format.setBackground(current_tokens().done_soft)
            selections.append(selection)
        self.editor.setExtraSelections(selections)


class _CardEditor(RichCellEditor):
    """Says when the keyboard comes in."""

    entered = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Override RichCellEditor.focusInEvent."""
        super().focusInEvent(event)
        self.entered.emit()


def _before_html(text: str, gone: tuple[Span, ...]) -> str:
    """Return the words that stand there now, those that go struck out."""
    if not text:
        return "Đang ghi: (trống)"
    parts = ["Đang ghi: "]
    place = 0
    for start, end in gone:
        parts += [escape(text[place:start]), f"<s>{escape(text[start:end])}</s>"]
        place = end
    parts.append(escape(text[place:]))
    return "".join(parts).replace("\n", "<br>")


def _label(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
