"""Brings the sheet and the data file together: what is typed is kept, what changed is shown."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_fields import LiveField
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageId,
    PassageKind,
    TextPart,
    TextPartId,
    TextPartKind,
)
from cchc_desktop.domain.report_text import FigureMark, LiveText
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.text_blocks import write_words
from cchc_desktop.ui.text_desk import EDIT, PartEdit, TextDesk
from cchc_desktop.ui.text_editing import Spot
from cchc_desktop.ui.text_merging import changed_words, merged_passages
from cchc_desktop.ui.text_sheet import TextSheet

_COMPOSING_MS = 200
Passages = tuple[Passage, ...]


class TextWriting(QObject):
    """Keeps the passages of the part that is shown, and shows those that were read.

    Signals:
        shown(): The sheet shows another state of the text.

    Attributes:
        part_id: The part on the sheet, or None.
    """

    shown = Signal()

    def __init__(self, sheet: TextSheet, desk: TextDesk, messages: Messages) -> None:
        super().__init__(sheet)
        self._sheet = sheet
        self._desk = desk
        self._messages = messages
        self._base: Passages = ()
        self._plan_id: PlanId | None = None
        self._can_write = False
        self._sent: dict[TextPartId, Passages] = {}
        self._spots: dict[TextPartId, Spot] = {}
        self._wanted: PassageId | None = None
        self._seen: dict[TextPartId, Passages] = {}
        self._composing = QTimer(self, singleShot=True, interval=_COMPOSING_MS)
        self._composing.timeout.connect(self._on_read)
        self.part_id: TextPartId | None = None
        sheet.words_paused.connect(self.flush)
        sheet.editing.words_due.connect(self.flush)
        sheet.editing.step_made.connect(self._keep)
        desk.changed.connect(self._on_read)
        desk.failed.connect(self._on_failed)
        desk.leaving.connect(self.flush)

    @property
    def part(self) -> TextPart | None:
        """The part on the sheet as it was last read, or None."""
        sight = self._desk.sight
        return sight.part(self.part_id) if sight else None

    @property
    def has_unkept(self) -> bool:
        """Whether words on the sheet are not on their way to the file yet."""
        return self._written() != self._base

    @Slot()
    def flush(self) -> None:
        """Keep what was typed."""
        self._keep(EDIT, 1)

    def passages_of(self, part: TextPart) -> Passages:
        """Return the passages of a part with all that was written in it, read back or not."""
        if part.id == self.part_id:
            return self._sheet.contents.passages
        sent = self._sent.get(part.id) if part.id is not None else None
        return self._desk.known(part.passages) if sent is None else sent

    def show_part(self, part_id: TextPartId) -> None:
        """Show another part; the keyboard stands where it last stood in it."""
        sight = self._desk.sight
        part = sight.part(part_id) if sight else None
        if part_id == self.part_id or part is None:
            return
        self.flush()
        self._remember()
        self._show(part, self.passages_of(part))
        self._sheet.editing.stand_at(self._spots.get(part_id, Spot(0, 0)))
        self.shown.emit()

    def show_passage(self, passage_id: PassageId) -> None:
        """Stand in a passage of the file, whichever part it is in; also once it is read."""
        sight = self._desk.sight
        found = sight.text.find(passage_id) if sight else None
        if found is None or not self._desk.is_calm:
            self._wanted = passage_id
        if found is not None and found[0].id is not None:
            self.show_part(found[0].id)
            self._sheet.show_passage(self._desk.key_of(passage_id))

    def insert_field(self, field: LiveField) -> None:
        """Put a live field in at the cursor."""
        words = RichText((Run(field.words),))
        self.insert_words(LiveText(words, (FigureMark(field.code, 0, len(field.words)),)))

    def insert_words(self, text: LiveText, label: str = "insert_field") -> None:
        """Write words at the cursor, as a step of its own."""
        sheet = self._sheet
        sheet.editing.remove_selection()
        self.flush()
        cursor = sheet.textCursor()
        if sheet.passage.kind is PassageKind.TABLE:
            sheet.editing.add_after(sheet.place)
            cursor = sheet.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        write_words(cursor, text)
        cursor.endEditBlock()
        sheet.setTextCursor(cursor)
        sheet.ensureCursorVisible()
        self._keep(label, 1)

    def replace_words(self, edits: dict[PassageId, LiveText], label: str) -> None:
        """Write other words in passages of the sheet, as one step."""
        self.flush()
        passages = self._sheet.contents.passages
        made = [
            replace(p, text=edits[p.id]) if p.id is not None and p.id in edits else p
            for p in passages
        ]
        place, offset = self._sheet.place, self._sheet.textCursor().positionInBlock()
        self._sheet.editing.apply(label, made, Spot(place, offset), len(edits))

    @Slot(str, int)
    def _keep(self, label: str, count: int) -> None:
        now = self._written()
        if self.part_id is None or self._plan_id is None or not self._can_write:
            return
        if now == self._base:
            return
        before, self._base = self._base, now
        self._sent[self.part_id] = now
        self._desk.write(PartEdit(self._plan_id, self.part_id, before, now), label, count)

    def _written(self) -> Passages:
        """Return what is on the sheet; the empty line of a part without passages is none."""
        now = self._sheet.contents.passages
        is_blank = len(now) == 1 and not now[0].text and not now[0].is_heading
        return () if is_blank and not self._base and now[0].table is None else now

    @Slot()
    def _on_read(self) -> None:
        if self._sheet.is_composing:
            # Whatever changed elsewhere must not disturb a word in the making.
            self._composing.start()
            return
        if not self._desk.is_calm:
            return
        part = self._wanted_part()
        if part is None or part.id != self.part_id:
            if self.has_unkept and self._can_write and self.part_id is not None:
                # Typed while another plan was read: it belongs to the part still on the sheet.
                self.flush()
                return
            self._turn_to(part)
        else:
            self._merge(part)
        self._seen = {p.id: p.passages for p in self._parts() if p.id is not None}
        self._sent.clear()
        self.shown.emit()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.show_passage(wanted)

    def _wanted_part(self) -> TextPart | None:
        """Return the part to show: that shown, unless it is gone or a step changed another."""
        parts = self._parts()
        if self._desk.is_foreign and self._seen and not self.has_unkept:
            changed = [p for p in parts if self._seen.get(p.id or TextPartId(0)) != p.passages]
            if changed and all(part.id != self.part_id for part in changed):
                return changed[0]
        here = next((part for part in parts if part.id == self.part_id), None)
        body = next((part for part in parts if part.kind is TextPartKind.BODY), None)
        return here or body or next(iter(parts), None)

    def _turn_to(self, part: TextPart | None) -> None:
        """Show another part after a change elsewhere, where it was changed."""
        self._remember()
        if part is None:
            self.part_id, self._plan_id, self._base = None, None, ()
            self._can_write = False
            self._sheet.contents.show(())
            return
        seen = self._seen.get(part.id or TextPartId(0))
        read = self._desk.known(part.passages)
        change = _first_change(self._desk.known(seen), read) if seen is not None else None
        self._show(part, read)
        self._sheet.editing.stand_at(change or Spot(0, 0))
        self._sheet.ensureCursorVisible()

    def _merge(self, part: TextPart) -> None:
        """Show what was read; what was done on the sheet meanwhile stays."""
        sight, editing = self._desk.sight, self._sheet.editing
        read, now, base = self._desk.known(part.passages), self._written(), self._base
        is_frozen = sight is None or sight.is_frozen
        if is_frozen:
            self._rescue(changed_words(base, now))
        wanted = read if is_frozen else merged_passages(base, now, read)
        is_other = self._desk.is_foreign and read != base and now == base
        change = _first_change(base, read) if is_other and base else None
        ends, place = editing.ends(), self._sheet.place
        self._show(part, wanted)
        self._base = read
        if self.has_unkept:
            self._sheet.await_rest()
        if change is not None:
            editing.stand_at(change)
            self._sheet.ensureCursorVisible()
        elif not editing.restore(ends):
            editing.stand_at(Spot(min(place, max(len(wanted) - 1, 0)), ends[1][1]))

    def _show(self, part: TextPart, passages: Passages) -> None:
        contents, sight = self._sheet.contents, self._desk.sight
        is_blank = part.id == self.part_id and not passages and not self._written()
        if part.id != self.part_id:
            self._base = ()
        self.part_id, self._plan_id = part.id, sight.plan_id if sight else None
        contents.kind = part.kind
        if not is_blank:
            contents.show(passages)
        self._base = contents.passages if passages else ()
        self._can_write = sight is not None and not sight.is_frozen
        self._sheet.set_locked(is_locked=not self._can_write)

    def _remember(self) -> None:
        if self.part_id is not None:
            cursor = self._sheet.textCursor()
            self._spots[self.part_id] = Spot(cursor.blockNumber(), cursor.positionInBlock())

    def _parts(self) -> Sequence[TextPart]:
        return self._desk.sight.text.parts if self._desk.sight else ()

    @Slot()
    def _on_failed(self) -> None:
        """Let the words be pasted again, as the sheet will show what is kept."""
        now = self._written()
        seen = self._seen.get(self.part_id or TextPartId(0), ())
        self._rescue(changed_words(self._desk.known(seen), now))
        self._base = now

    def _rescue(self, words: str) -> None:
        if words:
            QGuiApplication.clipboard().setText(words)
            self._messages.inform("Lời vừa gõ chưa ghi được; đã chép sẵn để dán lại (Ctrl+V).")


def _first_change(before: Passages, now: Passages) -> Spot | None:
    """Return the end of the first passage that is not as it was."""
    for place, passage in enumerate(now):
        if place >= len(before) or before[place] != passage:
            return Spot(place, len(passage.text.text))
    return Spot(max(len(now) - 1, 0), 0) if len(before) > len(now) else None
