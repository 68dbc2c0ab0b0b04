"""Pasting into the sheet: words into the passage, passages between others, where it was asked."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QTextCursor

from cchc_desktop.domain.plan_text import Passage, PassageKind, TextPartId
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.text_clipboard import own_passages
from cchc_desktop.ui.text_editing import Spot
from cchc_desktop.ui.text_pasting import read_lines
from cchc_desktop.ui.text_sheet import TextSheet
from cchc_desktop.ui.text_writing import TextWriting
from cchc_desktop.ui.workspace import Workspace

_LONGEST = 2_000_000
_COMPOSING_MS = 100
Passages = tuple[Passage, ...]


@dataclass(frozen=True)
class _Place:
    """Where pasting was asked for; it moves along with what is typed meanwhile."""

    part_id: TextPartId | None
    cursor: QTextCursor


class TextPaste(QObject):
    """Puts in what is on the clipboard.

    What comes from Word is read away from the window.  What the officer types until it is read
    stands behind it, and what is selected meanwhile is not touched by it.
    """

    def __init__(
        self, workspace: Workspace, sheet: TextSheet, writing: TextWriting, messages: Messages
    ) -> None:
        super().__init__(sheet)
        self._workspace = workspace
        self._sheet = sheet
        self._writing = writing
        self._messages = messages
        sheet.pasted.connect(self.paste)

    @Slot(object)
    def paste(self, data: QMimeData) -> None:
        """Put in what is on the clipboard."""
        if self._sheet.isReadOnly():
            return
        own = own_passages(data)
        if own is not None:
            self._put_in(*own)
        elif data.hasHtml() and len(data.html()) <= _LONGEST:
            text, html = data.text(), data.html()
            cursor = QTextCursor(self._sheet.textCursor())
            cursor.setKeepPositionOnInsert(True)
            self._workspace.work_on_files(
                lambda s: s.plan_imports.read_pasted(text, html),
                partial(self._on_read, _Place(self._writing.part_id, cursor)),
                self._messages.error,
            )
        else:
            self._put_in(read_lines(data.text()))

    def _on_read(self, place: _Place, passages: Passages) -> None:
        if self._sheet.is_composing:
            # A word in the making must not be disturbed.
            QTimer.singleShot(_COMPOSING_MS, self, partial(self._on_read, place, passages))
            return
        if self._writing.part_id != place.part_id or self._sheet.isReadOnly():
            self._messages.inform(
                "Đã chuyển sang chỗ khác nên chưa dán. Nội dung vẫn còn, bấm Ctrl+V để dán."
            )
            return
        own, cursor = self._sheet.textCursor(), place.cursor
        cursor.setKeepPositionOnInsert(False)
        is_there = (own.anchor(), own.position()) == (cursor.anchor(), cursor.position())
        start, here = cursor.selectionStart(), own.position()
        if is_there or start <= here <= cursor.selectionEnd():
            self._sheet.setTextCursor(cursor)
            self._put_in(passages)
            return
        editing, document = self._sheet.editing, self._sheet.document()
        at, stood, count = editing.spot(start), editing.spot(here), document.blockCount()
        rest = document.characterCount() - here
        self._sheet.setTextCursor(cursor)
        self._put_in(passages)
        more = document.blockCount() - count
        if here < start:
            editing.stand_at(stood)
        elif not more:
            own.setPosition(max(document.characterCount() - rest, 0))
            self._sheet.setTextCursor(own)
        else:
            offset = stood.offset - at.offset if stood.place == at.place else stood.offset
            editing.stand_at(Spot(stood.place + more, offset))

    def _put_in(self, passages: Passages, is_inline: bool = False) -> None:  # noqa: FBT001, FBT002
        if len(passages) == 1 and passages[0].kind is PassageKind.TEXT:
            is_inline = True
        if is_inline and passages:
            self._writing.insert_words(passages[0].text, "add_passages")
        else:
            self._sheet.editing.insert(passages)
