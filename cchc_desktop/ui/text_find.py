"""The bar of find and replace in a plan's text: in all its parts, styles kept, one step."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from cchc_desktop.domain.plan_text import Passage, PassageId, TextPart, TextPartId
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.text_finding import Replacement
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.text_hits import found_spans

_COUNT_AFTER_MS = 150

Edits = Mapping[TextPartId, Mapping[PassageId, LiveText]]


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where words stand: a part, a passage, and the characters."""

    part_id: TextPartId
    key: PassageId
    start: int
    end: int


def hits(
    parts: tuple[TextPart, ...], spans_of: Callable[[str], tuple[tuple[int, int], ...]]
) -> list[Hit]:
    """Return every place in the text, in reading order."""
    return [
        Hit(part.id, passage.id, start, end)
        for part in parts
        for passage in part.passages
        for start, end in spans_of(passage.text.text)
        if part.id is not None and passage.id is not None
    ]


class TextFindBar(QWidget):
    """Finds and replaces words in the text of a plan.

    Args:
        parts: Tells the parts as they stand now.
        here: Tells where the keyboard stands: the part, the passage, the character.

    Signals:
        closed(): The officer is done with it.
        found(Hit): The next place is this one.
        replaced(object): These passages are to have these words, by part and passage.
    """

    closed = Signal()
    found = Signal(object)
    replaced = Signal(object)

    def __init__(
        self,
        parts: Callable[[], tuple[TextPart, ...]],
        here: Callable[[], Hit | None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._parts = parts
        self._here = here
        self.sought = QLineEdit(self)
        self.sought.setAccessibleName("Tìm")
        self.new_words = QLineEdit(self)
        self.new_words.setAccessibleName("Thay bằng")
        self.matches_case = QCheckBox("Phân biệt chữ &hoa, thường", self)
        self.whole_words = QCheckBox("Chỉ &từ trọn vẹn", self)
        self.next_button = QPushButton("Tìm t&iếp", self)
        self.one_button = QPushButton("Tha&y", self)
        self.all_button = QPushButton("Thay tất &cả", self)
        self.count_label = QLabel(self)
        self._timer = QTimer(self, singleShot=True, interval=_COUNT_AFTER_MS)
        self._timer.timeout.connect(self.count)
        self._lay_out()
        self._connect()
        self.hide()

    @Slot()
    def open(self) -> None:
        """Show the bar, ready to type what is sought."""
        self.show()
        self.sought.setFocus()
        self.sought.selectAll()
        self._on_sought_changed()

    @Slot()
    def close_bar(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self.closed.emit()

    @Slot()
    def find_next(self) -> None:
        """Go to the next place with the sought words."""
        self._go(self._hits(), 1)

    def go(self, way: int, words: str) -> None:
        """Go to the next (1) or previous (-1) place that is searched for."""
        if self.isVisible() and self.sought.text():
            self._go(self._hits(), way)
        elif words.strip():
            self._go(hits(self._parts(), lambda text: found_spans(words, text)), way)

    @Slot()
    def replace_one(self) -> None:
        """Write the new words where the keyboard stands, if they are sought; go to the next."""
        here = self._here()
        replacement = self._replacement()
        at = next((hit for hit in self._hits() if _is_at(hit, here)), None)
        passage = self._passage(at) if at else None
        if at is not None and passage is not None and passage.id is not None:
            text = passage.text
            head, tail = text.sliced(0, at.start), text.sliced(at.end, len(text.text))
            middle = text.sliced(at.start, at.end)
            new = replacement.apply(middle.words)[0]
            words = head.followed_by(LiveText(new)).followed_by(tail)
            self.replaced.emit({at.part_id: {passage.id: words}})
        self.find_next()
        self.count()

    @Slot()
    def replace_all(self) -> None:
        """Write the new words everywhere, and say in how many places."""
        replacement = self._replacement()
        edits: dict[TextPartId, dict[PassageId, LiveText]] = {}
        places = passages = 0
        for part, passage in self._passages():
            words, count = replacement.apply(passage.text.words)
            if count and part.id is not None and passage.id is not None:
                edits.setdefault(part.id, {})[passage.id] = passage.text.rewritten(words)
                places += count
                passages += 1
        if edits:
            self.replaced.emit(edits)
        self.count_label.setText(f"Đã thay {places} chỗ trong {passages} đoạn")

    @Slot()
    def count(self) -> None:
        """Say how many places would be replaced."""
        if not self.sought.text():
            self.count_label.clear()
            return
        found = self._hits()
        passages = len({(hit.part_id, hit.key) for hit in found})
        self.count_label.setText(
            f"Có {len(found)} chỗ trong {passages} đoạn" if found else "Không tìm thấy"
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject.eventFilter: Enter finds, Esc closes."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is self.sought:
                self.find_next()
                return True
        return super().eventFilter(watched, event)

    def _go(self, found: list[Hit], way: int) -> None:
        if not found:
            self.count_label.setText("Không tìm thấy")
            return
        here = self._here()
        order = {
            key: n
            for n, key in enumerate((part.id, passage.id) for part, passage in self._passages())
        }

        def place(hit: Hit) -> tuple[int, int]:
            return order.get((hit.part_id, hit.key), -1), hit.start

        if here is None:
            chosen = found[0]
        elif way > 0:
            chosen = next(
                (hit for hit in found if place(hit) >= (place(here)[0], here.end)), found[0]
            )
        else:
            before = [hit for hit in found if place(hit) < place(here)]
            chosen = before[-1] if before else found[-1]
        self.found.emit(chosen)

    def _hits(self) -> list[Hit]:
        return hits(self._parts(), self._replacement().spans)

    def _passages(self) -> Iterator[tuple[TextPart, Passage]]:
        for part in self._parts():
            for passage in part.passages:
                yield part, passage

    def _passage(self, hit: Hit) -> Passage | None:
        found = (p for part, p in self._passages() if (part.id, p.id) == (hit.part_id, hit.key))
        return next(found, None)

    def _replacement(self) -> Replacement:
        return Replacement(
            self.sought.text(),
            self.new_words.text(),
            matches_case=self.matches_case.isChecked(),
            whole_words=self.whole_words.isChecked(),
        )

    @Slot()
    def _on_sought_changed(self) -> None:
        for button in (self.next_button, self.one_button, self.all_button):
            button.setEnabled(bool(self.sought.text()))
        self._timer.start()

    def set_locked(self, *, is_locked: bool) -> None:
        """Only find, as nothing can be written now."""
        for widget in (self.new_words, self.one_button, self.all_button, self._new_label):
            widget.setVisible(not is_locked)

    def _lay_out(self) -> None:
        close = QToolButton(self)
        close.setIcon(icon("x", "muted"))
        close.setAutoRaise(True)
        close.setToolTip("Đóng (Esc)")
        close.setAccessibleName("Đóng tìm và thay thế")
        close.clicked.connect(self.close_bar)
        find_label, self._new_label = QLabel("Tì&m:", self), QLabel("Thay &bằng:", self)
        find_label.setBuddy(self.sought)
        self._new_label.setBuddy(self.new_words)
        grid = QGridLayout(self)
        grid.setContentsMargins(10, 6, 8, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        rows: tuple[tuple[QWidget, ...], ...] = (
            (find_label, self.sought, self.next_button),
            (self._new_label, self.new_words, self.one_button, self.all_button),
        )
        for line, widgets in enumerate(rows):
            for column, widget in enumerate(widgets):
                grid.addWidget(widget, line, column)
        options = QHBoxLayout()
        options.setSpacing(14)
        for box in (self.matches_case, self.whole_words):
            options.addWidget(box)
        options.addStretch()
        options.addWidget(self.count_label)
        grid.addLayout(options, 2, 1, 1, 3)
        grid.addWidget(close, 0, 4, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(1, 1)

    def _connect(self) -> None:
        for field in (self.sought, self.new_words):
            field.installEventFilter(self)
        self.sought.textChanged.connect(self._on_sought_changed)
        for box in (self.matches_case, self.whole_words):
            box.installEventFilter(self)
            box.toggled.connect(self._timer.start)
        self.next_button.clicked.connect(self.find_next)
        self.one_button.clicked.connect(self.replace_one)
        self.all_button.clicked.connect(self.replace_all)


def _is_at(hit: Hit, here: Hit | None) -> bool:
    return (
        here is not None
        and (hit.part_id, hit.key) == (here.part_id, here.key)
        and (here.start <= hit.start and hit.end <= max(here.end, here.start))
    )
