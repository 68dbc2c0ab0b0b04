"""The panel beside the matrix: the wordings of the current task, or those proposed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.agency import AgencyCatalogue, Role
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.ui.assignment_wording_card import Wording, WordingCard
from cchc_desktop.ui.cell_editor import AfterEdit
from cchc_desktop.ui.icons import icon

_CARDS_AT_ONCE = 20


class WordingPanel(QFrame):
    """Shows wordings as cards, and writes none itself.

    Signals:
        write_asked(): The words as they stand in the cards are to be written.
        cancel_asked(): They are to be forgotten.
        at_once_toggled(bool): Marks are to be written without asking, or no longer.
        closed(): The panel is to be closed.
        edited(): Words were typed.
    """

    write_asked = Signal()
    cancel_asked = Signal()
    at_once_toggled = Signal(bool)
    closed = Signal()
    edited = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self._catalogue = AgencyCatalogue()
        self._wordings: tuple[Wording, ...] = ()
        self._is_proposal = False
        self._most = _CARDS_AT_ONCE
        self.cards: list[WordingCard] = []
        self._heading = _label(self, "heading")
        self._words = _label(self, "")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = _label(self, "muted")
        self.more_button = QPushButton(self)
        self.more_button.setProperty("link", True)
        self.more_button.clicked.connect(self._on_more)
        self.write_button = QPushButton("&Ghi", self)
        self.write_button.setProperty("primary", True)
        self.write_button.setToolTip("Ghi lời văn (Enter)")
        self.write_button.clicked.connect(self.write_asked)
        self.cancel_button = QPushButton("&Bỏ", self)
        self.cancel_button.setToolTip("Bỏ lời văn chưa ghi (Esc)")
        self.cancel_button.clicked.connect(self.cancel_asked)
        self.at_once = QCheckBox("Ghi n&gay khi đánh dấu", self)
        self.at_once.setToolTip(
            "Không hỏi lại lời văn; chỉ dừng khi không tự viết được. Luôn hoàn tác được (Ctrl+Z)."
        )
        self.at_once.toggled.connect(self.at_once_toggled)
        self._lay_out()
        self._show()

    @property
    def is_proposal(self) -> bool:
        """Whether it shows proposed wordings rather than those of a task."""
        return self._is_proposal

    @property
    def has_changes(self) -> bool:
        """Whether writing would change anything."""
        return bool(self.changed_wordings())

    @property
    def heading(self) -> str:
        """What it speaks of."""
        return self._heading.text()

    @property
    def facts(self) -> str:
        """What is said of the task or its current cell."""
        return self._facts.text()

    def set_catalogue(self, catalogue: AgencyCatalogue) -> None:
        """Offer the names of another catalogue while words are typed."""
        if catalogue is not self._catalogue:
            self._catalogue = catalogue
            for card in self.cards:
                card.deleteLater()
            self.cards = []

    def show_task(self, heading: str, words: str, facts: str, wordings: Sequence[Wording]) -> None:
        """Show the wordings of a task as they stand, to be edited."""
        self._heading.setText(heading)
        self._words.setText(words)
        self._facts.setText(facts)
        self._set(wordings, is_proposal=False)

    def show_proposals(self, wordings: Sequence[Wording]) -> None:
        """Show what is proposed."""
        obstacles = sum(1 for wording in wordings if wording.obstacle)
        self._heading.setText(f"Đề nghị sửa {len(wordings)} ô của phụ lục")
        self._words.setText("")
        self._facts.setText(f"{obstacles} ô phải tự viết" if obstacles else "")
        self._set(wordings, is_proposal=True)

    def changed_wordings(self) -> list[tuple[Wording, WordingCard | None]]:
        """Return what writing would change; a wording that has no card yet stands alone."""
        carded = {card.wording.key: card for card in self._used() if card.wording}
        found = []
        for wording in self._wordings:
            card = carded.get(wording.key)
            if card.is_changed if card else wording.after != wording.before:
                found.append((wording, card))
        return found

    def forget_typed(self) -> None:
        """Let go of words that were typed; the next show fills the cards anew."""
        for card in self.cards:
            card.is_touched = False

    def focus_first(self) -> None:
        """Go into the first wording, one that has to be written by hand before others."""
        used = self._used()
        wanted = [c for c in used if c.wording and c.wording.obstacle] or used
        if wanted:
            wanted[0].editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _set(self, wordings: Sequence[Wording], *, is_proposal: bool) -> None:
        if is_proposal is not self._is_proposal:
            self.forget_typed()
        old = tuple(wording.key for wording in self._wordings)
        self._wordings, self._is_proposal = tuple(wordings), is_proposal
        if old[: len(self._wordings)] != tuple(w.key for w in self._wordings)[: len(old)]:
            self._most = _CARDS_AT_ONCE
        self._show()

    def _show(self) -> None:
        shown = self._wordings[: self._most]
        by_key = {c.wording.key: c for c in self._used() if c.wording and c.is_touched}
        while len(self.cards) < len(shown):
            self._add_card()
        self._keep_touched(shown, by_key)
        for card, wording in zip(self.cards, shown, strict=False):
            card.show_wording(wording, with_place=self._is_proposal)
            card.show()
        for card in self.cards[len(shown) :]:
            card.hide()
        left = len(self._wordings) - len(shown)
        self.more_button.setText(f"Xem thêm {left} ô")
        self.more_button.setVisible(left > 0)
        self._words.setVisible(bool(self._words.text()))
        self._facts.setVisible(bool(self._facts.text()))
        self._refresh_buttons()

    def _keep_touched(
        self, shown: Sequence[Wording], by_key: dict[tuple[TaskId, Role], WordingCard]
    ) -> None:
        """Put the cards that the officer typed in where their wordings now stand."""
        order = [by_key.get(wording.key) for wording in shown]
        free = iter([c for c in self.cards if c not in by_key.values()])
        arranged = [card or next(free) for card in order]
        rest = [card for card in self.cards if card not in arranged]
        self.cards = [*arranged, *rest]
        for place, card in enumerate(self.cards):
            if self._box.indexOf(card) != place:
                self._box.insertWidget(place, card)

    def _used(self) -> list[WordingCard]:
        return [card for card in self.cards if not card.isHidden()]

    def _add_card(self) -> None:
        card = WordingCard(self._catalogue, self._page)
        card.hide()
        card.edited.connect(self._on_edited)
        card.finished.connect(self._on_finished)
        card.abandoned.connect(self.cancel_asked)
        card.entered.connect(self._on_entered)
        self.cards.append(card)
        self._box.addWidget(card)

    def _refresh_buttons(self) -> None:
        count = len(self.changed_wordings())
        self.write_button.setText(f"&Ghi {count} ô" if count > 1 else "&Ghi")
        self.write_button.setEnabled(count > 0)
        self.cancel_button.setEnabled(count > 0 or self._is_proposal)

    def _lay_out(self) -> None:
        close = QToolButton(self)
        close.setIcon(icon("x", "muted"))
        close.setAutoRaise(True)
        close.setToolTip("Đóng khung lời văn")
        close.setAccessibleName("Đóng khung lời văn")
        close.clicked.connect(self.closed)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self._heading, 1)
        top.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._page = QWidget(self)
        page = QVBoxLayout(self._page)
        page.setContentsMargins(12, 0, 12, 8)
        page.setSpacing(6)
        self._box = QVBoxLayout()
        self._box.setSpacing(6)
        for widget in (self._words, self._facts):
            page.addWidget(widget)
        page.addLayout(self._box)
        page.addWidget(self.more_button)
        page.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._page)
        # The panel's own ground is to show through.
        scroll.viewport().setAutoFillBackground(False)
        self._page.setAutoFillBackground(False)
        self._scroll = scroll
        buttons = QHBoxLayout()
        buttons.setContentsMargins(12, 6, 12, 0)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.write_button)
        below = QHBoxLayout()
        below.setContentsMargins(12, 4, 12, 10)
        below.addWidget(self.at_once)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top.setContentsMargins(12, 10, 6, 0)
        column.addLayout(top)
        column.addWidget(scroll, 1)
        column.addLayout(buttons)
        column.addLayout(below)

    @Slot()
    def _on_more(self) -> None:
        self._most += _CARDS_AT_ONCE
        self._show()

    @Slot()
    def _on_edited(self) -> None:
        self._refresh_buttons()
        self.edited.emit()

    @Slot()
    def _on_entered(self) -> None:
        card = self.sender()
        if isinstance(card, WordingCard):
            self._scroll.ensureWidgetVisible(card)

    @Slot(object)
    def _on_finished(self, where: AfterEdit) -> None:
        step = {AfterEdit.RIGHT: 1, AfterEdit.LEFT: -1}.get(where)
        if step is None:
            self.write_asked.emit()
            return
        editors = [card.editor for card in self._used()]
        places = [n for n, editor in enumerate(editors) if editor.hasFocus()]
        place = places[0] + step if places else 0
        if 0 <= place < len(editors):
            editors[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif step > 0:
            self.cancel_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.at_once.setFocus(Qt.FocusReason.BacktabFocusReason)


def _label(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
