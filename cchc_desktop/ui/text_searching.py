"""The text as it stands on the sheet and beside it: for finding, replacing and moving in it."""

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.plan_text import Passage, PassageId, TextPart, TextPartId
from cchc_desktop.services.session import Session
from cchc_desktop.ui.text_desk import TextDesk
from cchc_desktop.ui.text_find import Edits, Hit
from cchc_desktop.ui.text_sheet import TextSheet
from cchc_desktop.ui.text_writing import TextWriting


class TextSearching(QObject):
    """Knows all parts as they are now, and goes to places in any of them."""

    def __init__(self, sheet: TextSheet, desk: TextDesk, writing: TextWriting) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._desk = desk
        self._writing = writing

    def parts(self) -> tuple[TextPart, ...]:
        """Return all parts, that on the sheet as it stands there."""
        sight = self._desk.sight
        if sight is None:
            return ()
        return tuple(
            replace(part, passages=self._writing.passages_of(part)) for part in sight.text.parts
        )

    def here(self) -> Hit | None:
        """Return what is selected, or where the keyboard stands."""
        if self._writing.part_id is None:
            return None
        cursor = self._sheet.textCursor()
        left = self._sheet.editing.spot(cursor.selectionStart())
        right = self._sheet.editing.spot(cursor.selectionEnd())
        passage = self._sheet.contents.passages[left.place]
        end = right.offset if right.place == left.place else len(passage.text.text)
        key = passage.id or PassageId(0)
        return Hit(self._writing.part_id, key, left.offset, end)

    @Slot(object)
    def go_to(self, hit: Hit) -> None:
        """Select a place that was found."""
        self._writing.show_part(hit.part_id)
        self._sheet.select_words(hit.key, hit.start, hit.end)

    def replace(self, edits: Edits) -> None:
        """Write other words in passages; those of several parts in one step."""
        here = self._writing.part_id
        if set(edits) == {here} and here is not None:
            self._writing.replace_words(dict(edits[here]), "replace_in_text")
            return
        self._writing.flush()
        words = [(key, text.words) for part in edits.values() for key, text in part.items()]
        plan_id = self._desk.sight.plan_id if self._desk.sight else None

        def step(session: Session) -> ChangeSet:
            rows = [(self._desk.row_of(key), text) for key, text in words]
            return session.text.replace_words(plan_id, rows) if plan_id else ChangeSet("")

        self._desk.step(step)

    def move(self, keys: Collection[PassageId], part_id: TextPartId, before: PassageId) -> None:
        """Move passages before another one, also of another part; before 0 is its end."""
        parts = {part.id: part for part in self.parts()}
        target = parts.get(part_id)
        source = next((p for p in parts.values() if _holds(p, keys)), None)
        if target is None or source is None or source.id is None:
            return
        place = _place(target.passages, before)
        if source.id == part_id:
            self._writing.show_part(part_id)
            self._sheet.editing.move_before(keys, place)
            return
        self._writing.flush()
        after = target.passages[place - 1].id if place else None

        def step(session: Session) -> ChangeSet:
            rows = [self._desk.row_of(key) for key in keys]
            behind = self._desk.row_of(after) if after is not None else None
            return session.text.move(rows, part_id, behind)

        self._desk.step(step)


def _holds(part: TextPart, keys: Collection[PassageId]) -> bool:
    return any(passage.id in keys for passage in part.passages)


def _place(passages: tuple[Passage, ...], key: PassageId) -> int:
    places = (place for place, passage in enumerate(passages) if passage.id == key)
    return next(places, len(passages))
