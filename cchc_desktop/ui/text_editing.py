"""What an officer does to the passages of a sheet: each is one step, shown at once."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from cchc_desktop.domain import plan_text_editing as editing
from cchc_desktop.domain.errors import MoveNotPossible
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageId,
    PassageKind,
    TextPart,
    TextPartKind,
    TextTable,
)
from cchc_desktop.ui.text_blocks import key_of, kind_of, raw_text, tidy_place
from cchc_desktop.ui.text_contents import Passages, SheetContents
from cchc_desktop.ui.text_places import place_above, place_below, rank_before

Ends = tuple[tuple[PassageId, int], tuple[PassageId, int]]
"""Where a selection begins and ends: the keys of passages, and places in them as typed."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the text: a passage, and a character of its tidied words."""

    place: int
    offset: int


class SheetEditing(QObject):
    """Carries out steps on the passages of a sheet.

    Signals:
        words_due(): What was typed until now is a step of its own, to be kept first.
        step_made(str, int): A step was shown; its label and how many passages it concerns.
        refused(): What was asked for is not possible here.
    """

    words_due = Signal()
    step_made = Signal(str, int)
    refused = Signal()

    def __init__(self, sheet: QTextEdit, contents: SheetContents) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._contents = contents

    @property
    def selected(self) -> range:
        """The places of the passages in which anything is selected, or of the current one."""
        cursor = self._sheet.textCursor()
        document = self._contents.document
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last_block = document.findBlock(cursor.selectionEnd())
        last = last_block.blockNumber()
        if last > first and cursor.selectionEnd() == last_block.position():
            last -= 1
        return range(first, last + 1)

    @property
    def selected_keys(self) -> tuple[PassageId, ...]:
        """The ids of the selected passages."""
        document = self._contents.document
        return tuple(key_of(document.findBlockByNumber(place)) for place in self.selected)

    def apply(self, label: str, passages: Sequence[Passage], spot: Spot | None, count: int) -> None:
        """Show other passages, stand at a spot of them, and tell that a step was made."""
        shown = self._contents.show(passages)
        if spot is not None:
            self.stand_at(Spot(min(spot.place, len(shown) - 1), spot.offset))
        self.step_made.emit(label, count)

    def stand_at(self, spot: Spot) -> None:
        """Put the cursor at a spot."""
        block = self._contents.document.findBlockByNumber(spot.place)
        cursor = self._sheet.textCursor()
        cursor.setPosition(block.position() + min(max(spot.offset, 0), block.length() - 1))
        self._sheet.setTextCursor(cursor)

    def ends(self) -> Ends:
        """Return where the selection begins and ends, in words as typed."""
        cursor = self._sheet.textCursor()
        document = self._contents.document
        found = []
        for position in (cursor.anchor(), cursor.position()):
            block = document.findBlock(position)
            found.append((key_of(block), position - block.position()))
        return found[0], found[1]

    def restore(self, ends: Ends) -> bool:
        """Select as before, wherever the passages are now; tell whether they are here."""
        blocks = [self._contents.block_of(key) for key, _ in ends]
        positions = [
            block.position() + min(offset, block.length() - 1)
            for block, (_, offset) in zip(blocks, ends, strict=True)
            if block is not None
        ]
        if len(positions) != len(ends):
            return False
        cursor = self._sheet.textCursor()
        if (cursor.anchor(), cursor.position()) != tuple(positions):
            cursor.setPosition(positions[0])
            cursor.setPosition(positions[1], QTextCursor.MoveMode.KeepAnchor)
            self._sheet.setTextCursor(cursor)
        return True

    def spot(self, position: int) -> Spot:
        """Return the spot of a position in the document."""
        block = self._contents.document.findBlock(position)
        raw = raw_text(block)
        passage = self._contents.passages[block.blockNumber()]
        offset = tidy_place(raw, passage.text.text, position - block.position())
        return Spot(block.blockNumber(), offset)

    def begin(self) -> TextPart:
        """Let what was typed be kept, and return the passages for the next step."""
        self.words_due.emit()
        return self._contents.part

    def add_after(self, place: int) -> None:
        """Put an empty passage of the same kind below a passage; below a table, of text."""
        part = self.begin()
        before = part.passages[place]
        kind = PassageKind.TEXT if before.kind is PassageKind.TABLE else before.kind
        new = Passage(kind, level=before.kind.rank or before.level)
        self.apply("add_passages", editing.inserted(part, place + 1, [new]), Spot(place + 1, 0), 1)

    def remove_selection(self, *, keeps_one: bool = True) -> bool:
        """Delete what is selected where that is more than words of one passage.

        Args:
            keeps_one: Whether an empty passage stays to be typed in.

        Returns:
            Whether several passages, or a table, were concerned.
        """
        cursor = self._sheet.textCursor()
        first_block = self._contents.document.findBlock(cursor.selectionStart())
        is_within = cursor.selectionEnd() <= first_block.position() + first_block.length() - 1
        if not cursor.hasSelection():
            return False
        if is_within and kind_of(first_block) is not PassageKind.TABLE:
            return False
        begin, end = cursor.selectionStart(), cursor.selectionEnd()
        part = self.begin()
        left, right = self.spot(begin), self.spot(end)
        every = part.passages
        first, last = every[left.place], every[right.place]
        head = first.text.sliced(0, left.offset).trimmed()
        tail = last.text.sliced(right.offset, len(last.text.text)).trimmed()
        words = head.followed_by(tail, " " if head and tail else "")
        is_whole = not words and not keeps_one and len(every) > right.place - left.place + 1
        kind = PassageKind.TEXT if first.kind is PassageKind.TABLE else first.kind
        level = first.kind.rank or first.level
        kept = [] if is_whole else [replace(first, kind=kind, level=level, text=words, table=None)]
        rest = [*every[: left.place], *kept, *every[right.place + 1 :]]
        spot = Spot(min(left.place, len(rest) - 1), len(head.text) if kept else 0)
        self.apply("delete_passages", rest, spot, len(range(left.place, right.place + 1)))
        return True

    # Steps on the selected passages

    @Slot()
    def indent(self) -> None:
        """Bring the selected passages one level deeper."""
        self._change("indent_passages", editing.indented)

    @Slot()
    def outdent(self) -> None:
        """Bring the selected passages one level higher."""
        self._change("outdent_passages", editing.outdented)

    def set_kind(self, kind: PassageKind) -> None:
        """Make the selected passages another kind."""
        if kind is PassageKind.PART and self._contents.kind is TextPartKind.DECISION:
            kind = PassageKind.ARTICLE

        def change(part: TextPart, places: Collection[int]) -> Passages:
            places = [p for p in places if part.passages[p].kind is not PassageKind.TABLE]
            level = 0 if kind is not PassageKind.TEXT else rank_before(part, min(places, default=0))
            return editing.with_kind(part, places, kind, level)

        self._change("set_passage_kind", change)

    def set_level(self, place: int, level: int) -> None:
        """Let a text or a table belong to a heading of another rank."""
        part = self.begin()
        every = list(part.passages)
        every[place] = replace(every[place], level=level)
        self.apply("set_passage_kind", every, None, 1)

    def set_own_number(self, place: int, written: str) -> None:
        """Set the number of a passage as it is to be printed; "" follows the order."""
        part = self.begin()
        if part.passages[place].own_number != written.strip():
            every = editing.with_own_number(part, place, written)
            self.apply("set_passage_number", every, None, 1)

    @Slot()
    def renumber(self) -> None:
        """Let all numbers follow from the order."""
        part = self.begin()
        self.apply("renumber_passages", editing.renumbered(part), None, len(part.passages))

    @Slot()
    def move_up(self) -> None:
        """Move the selected passages, with what belongs to them, before their neighbour."""
        part, places = self.begin(), self.selected
        self._move(part, places, place_above(part, places))

    @Slot()
    def move_down(self) -> None:
        """Move the selected passages, with what belongs to them, behind their neighbour."""
        part, places = self.begin(), self.selected
        self._move(part, places, place_below(part, places))

    def move_before(self, keys: Collection[PassageId], before: int) -> None:
        """Move passages of this part, with what belongs to them, before a place."""
        part = self.begin()
        self._move(part, [n for n, p in enumerate(part.passages) if p.id in keys], before)

    def delete(self, places: Collection[int]) -> None:
        """Delete whole passages."""
        part = self.begin()
        every = editing.deleted(part, places)
        self.apply("delete_passages", every, Spot(max(min(places) - 1, 0), 1 << 30), len(places))

    @Slot()
    def delete_selected(self) -> None:
        """Delete the selected passages whole."""
        self.delete(set(self.selected))

    def set_table(self, place: int, table: TextTable) -> None:
        """Write the cells of a table."""
        part = self.begin()
        every = list(part.passages)
        every[place] = replace(every[place], table=table)
        self.apply("edit_text_table", every, None, 1)

    def insert(self, passages: Sequence[Passage], label: str = "add_passages") -> None:
        """Put passages in at the cursor, parting the passage in which it stands."""
        if not passages:
            return
        self.remove_selection()
        part = self.begin()
        spot = self.spot(self._sheet.textCursor().position())
        current = part.passages[spot.place]
        new = [replace(passage, id=None) for passage in passages]
        every = part.passages
        head: list[Passage] = []
        tail: list[Passage] = []
        if current.kind is PassageKind.TABLE:
            head = [current]
        elif not current.text:
            new[0] = replace(new[0], id=current.id)
        else:
            words = current.text
            left = words.sliced(0, spot.offset).trimmed()
            right = words.sliced(spot.offset, len(words.text)).trimmed()
            head = [replace(current, text=left)] if left else []
            rest = replace(current, text=right, id=None if left else current.id)
            tail = [replace(rest, own_number="" if left else rest.own_number)] if right else []
        made = [*every[: spot.place], *head, *new, *tail, *every[spot.place + 1 :]]
        last = spot.place + len(head) + len(new) - 1
        self.apply(label, made, Spot(last, len(new[-1].text.text)), len(new))

    def append_below(self, place: int, passages: Sequence[Passage]) -> None:
        """Put passages behind all that belongs to a passage."""
        part = self.begin()
        at = editing.after_block(part, place)
        self.apply("add_passages", editing.inserted(part, at, passages), Spot(at, 0), len(passages))

    def _change(self, label: str, change: Callable[[TextPart, Collection[int]], Passages]) -> None:
        part, places = self.begin(), self.selected
        ends = self.ends()
        every = change(part, places)
        if every == part.passages:
            self.refused.emit()
            return
        self.apply(label, every, None, len(places))
        self.restore(ends)

    def _move(self, part: TextPart, places: Sequence[int], before: int | None) -> None:
        ends = self.ends()
        try:
            if before is None or not places:
                raise MoveNotPossible
            every = editing.moved(part, places, before)
        except MoveNotPossible:
            self.refused.emit()
            return
        self.apply("move_passages", every, None, len(places))
        self.restore(ends)
        self._sheet.ensureCursorVisible()
