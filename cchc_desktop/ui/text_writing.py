"""Brings the sheet and the data file together: what is typed is kept, what changed is shown."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QTextCursor

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
from cchc_desktop.ui.text_clipboard import own_passages
from cchc_desktop.ui.text_desk import TextDesk
from cchc_desktop.ui.text_editing import EDIT, Spot
from cchc_desktop.ui.text_pasting import read_lines
from cchc_desktop.ui.text_sheet import TextSheet
from cchc_desktop.ui.workspace import Workspace

_COMPOSING_MS = 200
_LONGEST_PASTE = 2_000_000
Passages = tuple[Passage, ...]


class TextWriting(QObject):
    """Keeps the passages of the part that is shown, and shows those that were read.

    Signals:
        shown(): The sheet shows another state of the text.

    Attributes:
        part_id: The part on the sheet, or None.
    """

    shown = Signal()

    def __init__(
        self, workspace: Workspace, sheet: TextSheet, desk: TextDesk, messages: Messages
    ) -> None:
        super().__init__(sheet)
        self._workspace = workspace
        self._sheet = sheet
        self._desk = desk
        self._messages = messages
        self._base: Passages = ()
        self._spots: dict[TextPartId, Spot] = {}
        self._wanted: PassageId | None = None
        self._seen: dict[TextPartId, Passages] = {}
        self._composing = QTimer(self, singleShot=True, interval=_COMPOSING_MS)
        self._composing.timeout.connect(self._on_read)
        self.part_id: TextPartId | None = None
        sheet.words_paused.connect(self.flush)
        sheet.editing.words_due.connect(self.flush)
        sheet.editing.step_made.connect(self._keep)
        sheet.pasted.connect(self.paste)
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
        return not self._is_blank(self._sheet.contents.passages) and (
            self._sheet.contents.passages != self._base
        )

    @Slot()
    def flush(self) -> None:
        """Keep what was typed."""
        self._keep(EDIT, 1)

    def show_part(self, part_id: TextPartId) -> None:
        """Show another part; the keyboard stands where it last stood in it."""
        if part_id == self.part_id:
            return
        self.flush()
        self._remember()
        self.part_id = part_id
        part = self.part
        if part is not None:
            self._show(part, self._desk.known(part.passages))
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

    @Slot(object)
    def paste(self, data: QMimeData) -> None:
        """Put in what is on the clipboard: words into the passage, passages between others."""
        if self._sheet.isReadOnly():
            return
        own = own_passages(data)
        if own is not None:
            self._put_in(*own)
        elif data.hasHtml() and len(data.html()) <= _LONGEST_PASTE:
            text, html = data.text(), data.html()
            self._workspace.work_on_files(
                lambda s: s.plan_imports.read_pasted(text, html), self._put_in, self._messages.error
            )
        else:
            self._put_in(read_lines(data.text()))

    def _put_in(self, passages: Passages, is_inline: bool = False) -> None:  # noqa: FBT001, FBT002
        if len(passages) == 1 and passages[0].kind is PassageKind.TEXT:
            is_inline = True
        if is_inline and passages:
            self.insert_words(passages[0].text, "add_passages")
        else:
            self._sheet.editing.insert(passages)

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
        sight = self._desk.sight
        now = self._sheet.contents.passages
        if self.part_id is None or sight is None or sight.is_frozen:
            return
        if now == self._base or self._is_blank(now):
            return
        before, self._base = self._base, now
        self._desk.write(self.part_id, before, now, label, count)

    def _is_blank(self, now: Passages) -> bool:
        """Tell whether the sheet shows but the empty passage of a part without any."""
        return not self._base and len(now) == 1 and not now[0].text and not now[0].is_heading

    @Slot()
    def _on_read(self) -> None:
        if self._sheet.is_composing:
            # Whatever changed elsewhere must not disturb a word in the making.
            self._composing.start()
            return
        if not self._desk.is_calm:
            return
        self._choose_part()
        part = self.part
        if part is None:
            self._base = ()
            self._sheet.contents.show(())
        else:
            self._merge(part)
        self._seen = {p.id: p.passages for p in self._parts() if p.id is not None}
        self.shown.emit()
        if self._wanted is not None:
            wanted, self._wanted = self._wanted, None
            self.show_passage(wanted)

    def _choose_part(self) -> None:
        """Stay in the part shown, unless it is gone or a step elsewhere changed another."""
        parts = self._parts()
        if self._desk.is_foreign and self._seen:
            changed = [p.id for p in parts if self._seen.get(p.id or TextPartId(0)) != p.passages]
            if changed and self.part_id not in changed and not self.has_unkept:
                self._remember()
                self.part_id = changed[0]
                seen = self._seen.get(changed[0] or TextPartId(0), ())
                self._base = self._desk.known(seen)
        if all(part.id != self.part_id for part in parts):
            body = next((p for p in parts if p.kind is TextPartKind.BODY), None)
            first = body or next(iter(parts), None)
            self.part_id = first.id if first else None
            self._base = ()

    def _merge(self, part: TextPart) -> None:
        """Show what was read; words typed meanwhile stay."""
        contents = self._sheet.contents
        read = self._desk.known(part.passages)
        now = contents.passages
        spot = self._sheet.editing.spot(self._sheet.textCursor().position())
        key = now[spot.place].id
        before = {p.id: p for p in self._base}
        typed = {p.id: p.text for p in now if p.id in before and p.text != before[p.id].text}
        is_other = self._desk.is_foreign and read != self._base
        change = _first_change(self._base, read) if is_other and self._base else None
        selection = self._sheet.textCursor()
        ends = selection.anchor(), selection.position()
        is_same = now == read
        self._show(part, read)
        if typed:
            contents.show([replace(p, text=typed.get(p.id, p.text)) for p in read])
        if is_same:
            self._restore(*ends)
        elif change is not None:
            self._sheet.editing.stand_at(change)
            self._sheet.ensureCursorVisible()
        else:
            place = next((n for n, p in enumerate(read) if p.id == key), spot.place)
            self._sheet.editing.stand_at(Spot(min(place, max(len(read) - 1, 0)), spot.offset))

    def _show(self, part: TextPart, passages: Passages) -> None:
        contents, sight = self._sheet.contents, self._desk.sight
        contents.kind = part.kind
        contents.show(passages)
        self._base = contents.passages if passages else ()
        self._sheet.set_locked(is_locked=sight is None or sight.is_frozen)

    def _restore(self, anchor: int, position: int) -> None:
        cursor = self._sheet.textCursor()
        last = self._sheet.document().characterCount() - 1
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self._sheet.setTextCursor(cursor)

    def _remember(self) -> None:
        if self.part_id is not None:
            cursor = self._sheet.textCursor()
            self._spots[self.part_id] = Spot(cursor.blockNumber(), cursor.positionInBlock())

    def _parts(self) -> Sequence[TextPart]:
        return self._desk.sight.text.parts if self._desk.sight else ()

    @Slot()
    def _on_failed(self) -> None:
        """Let the words of the passage be pasted again, as the sheet shows what is kept."""
        words = self._sheet.passage.text.text
        if words and not self._sheet.isReadOnly():
            QGuiApplication.clipboard().setText(words)
            self._messages.inform("Lời vừa gõ chưa ghi được; đã chép sẵn để dán lại (Ctrl+V).")
        self._base = self._sheet.contents.passages


def _first_change(before: Passages, now: Passages) -> Spot | None:
    """Return the end of the first passage that is not as it was."""
    for place, passage in enumerate(now):
        if place >= len(before) or before[place] != passage:
            return Spot(place, len(passage.text.text))
    return Spot(max(len(now) - 1, 0), 0) if len(before) > len(now) else None
