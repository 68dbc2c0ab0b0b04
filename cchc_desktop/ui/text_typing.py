"""The keys that part, join and number passages where the cursor stands, as Word has them."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTextEdit

from cchc_desktop.domain import plan_text_editing as editing
from cchc_desktop.domain.errors import MoveNotPossible
from cchc_desktop.domain.plan_text import PassageKind, TextPart
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.ui.text_blocks import kind_of, raw_text
from cchc_desktop.ui.text_editing import SheetEditing, Spot
from cchc_desktop.ui.text_places import rank_before
from cchc_desktop.ui.text_words import kind_of_mark


class SheetTyping(QObject):
    """Carries out Enter, Backspace, Delete and the marks that are typed into empty passages."""

    def __init__(self, sheet: QTextEdit, steps: SheetEditing) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._editing = steps

    def enter(self) -> None:
        """Part the passage at the cursor; an empty one in a list steps out of the list."""
        self._editing.remove_selection()
        part = self._editing.begin()
        spot = self._editing.spot(self._sheet.textCursor().position())
        passage = part.passages[spot.place]
        if passage.kind is PassageKind.TABLE:
            self._editing.add_after(spot.place)
        elif not passage.text and passage.kind.rank > PassageKind.ITEM.rank:
            every = editing.outdented(part, [spot.place])
            self._editing.apply("outdent_passages", every, Spot(spot.place, 0), 1)
        elif not passage.text and passage.is_heading:
            self._make_text(part, spot.place)
        else:
            every = editing.split(part, spot.place, spot.offset)
            self._editing.apply("split_passage", every, Spot(spot.place + 1, 0), 1)

    def backspace(self) -> bool:
        """At the start of a passage: take its number, else join it to the one before.

        Returns:
            Whether there was anything to do; else the key is an ordinary one.
        """
        cursor = self._sheet.textCursor()
        if cursor.hasSelection():
            return self._editing.remove_selection()
        if not cursor.atBlockStart() and kind_of(cursor.block()) is not PassageKind.TABLE:
            return False
        part = self._editing.begin()
        place = cursor.blockNumber()
        passage = part.passages[place]
        if passage.kind is PassageKind.TABLE:
            self._editing.delete({place})
        elif passage.is_heading or (
            passage.kind is PassageKind.BASIS
            and (not place or part.passages[place - 1].kind is not PassageKind.BASIS)
        ):
            self._make_text(part, place)
        elif place:
            self._merge(part, place)
        return True

    def delete_forward(self) -> bool:
        """At the end of a passage: join the next one to it; as ``backspace`` otherwise."""
        cursor = self._sheet.textCursor()
        if cursor.hasSelection():
            return self._editing.remove_selection()
        is_table = kind_of(cursor.block()) is PassageKind.TABLE
        if not cursor.atBlockEnd() and not is_table:
            return False
        part = self._editing.begin()
        place = cursor.blockNumber()
        if is_table:
            self._editing.delete({place})
        elif place + 1 < len(part.passages):
            if part.passages[place + 1].kind is PassageKind.TABLE:
                self._editing.stand_at(Spot(place + 1, 0))
            else:
                self._merge(part, place + 1)
        return True

    def recognise(self) -> bool:
        """Make an empty passage the kind whose mark was typed into it, "- " or "a) "."""
        cursor = self._sheet.textCursor()
        block = cursor.block()
        kind = kind_of_mark(raw_text(block).strip())
        if kind is None or not cursor.atBlockEnd():
            return False
        part = self._editing.begin()
        place = block.blockNumber()
        every = list(editing.with_kind(part, [place], kind))
        every[place] = replace(every[place], text=LiveText())
        self._editing.apply("set_passage_kind", every, Spot(place, 0), 1)
        return True

    def _merge(self, part: TextPart, place: int) -> None:
        before, passage = part.passages[place - 1 : place + 1]
        try:
            every = editing.merged(part, place)
        except MoveNotPossible:
            self._editing.stand_at(Spot(place - 1, 0))
            return
        words = len(before.text.text)
        offset = words + 1 if before.text and passage.text else words
        self._editing.apply("merge_passages", every, Spot(place - 1, offset), 2)

    def _make_text(self, part: TextPart, place: int) -> None:
        level = rank_before(part, place)
        every = editing.with_kind(part, [place], PassageKind.TEXT, level)
        self._editing.apply("set_passage_kind", every, Spot(place, 0), 1)
