"""The passages of one part as a text document: shown, read back, and renewed where they differ."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from cchc_desktop.domain.plan_text import (
    Passage,
    PassageId,
    PassageKind,
    TextPart,
    TextPartKind,
    TextTable,
)
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.ui.text_blocks import (
    OBJECT,
    block_format,
    key_of,
    plain_passage,
    read_block,
    table_format,
    write_words,
)
from cchc_desktop.ui.text_highlighter import SheetHighlighter
from cchc_desktop.ui.text_look import SheetLook

Passages = tuple[Passage, ...]


class SheetContents(QObject):
    """Keeps a document and the passages in it alike.

    Passages are known by their ids; one that is not in the data file yet has a negative one.

    Attributes:
        document: Holds a block for each passage.
        numbers: The number of each passage, by its id.

    Signals:
        typed(): The officer changed something in the document.
        order_changed(): Passages came, went, or are of another kind.
    """

    typed = Signal()
    order_changed = Signal()

    def __init__(self, document: QTextDocument, look: SheetLook, parent: QObject) -> None:
        super().__init__(parent)
        self.document = document
        self.look = look
        self.kind = TextPartKind.BODY
        self.numbers: dict[PassageId, str] = {}
        self.tables: dict[PassageId, TextTable] = {}
        self._read: dict[PassageId, Passage] = {}
        self._touched: set[PassageId] = set()
        self._order: tuple[PassageId, ...] = ()
        self._last_key = 0
        self._is_showing = False
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        self.highlighter = SheetHighlighter(document)
        document.contentsChange.connect(self._on_contents_change)
        self.show(())

    @property
    def passages(self) -> Passages:
        """The passages as they stand now, numbered."""
        found = []
        for block in self.blocks():
            key = key_of(block)
            if key in self._touched or key not in self._read:
                self._read[key] = read_block(block, self.tables.get(key))
            found.append(self._read[key])
        self._touched.clear()
        return numbered(found)

    @property
    def part(self) -> TextPart:
        """The passages as a part, for steps that change their order."""
        return TextPart(self.kind, passages=self.passages)

    def blocks(self) -> Iterable[QTextBlock]:
        """Yield the blocks from top to bottom."""
        block = self.document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def block_of(self, key: PassageId) -> QTextBlock | None:
        """Return the block of a passage, or None."""
        return next((block for block in self.blocks() if key_of(block) == key), None)

    def new_key(self) -> PassageId:
        """Return an id for a passage that is not in the data file yet."""
        self._last_key -= 1
        return PassageId(self._last_key)

    def show(self, passages: Iterable[Passage]) -> Passages:
        """Make the document show ``passages``; blocks that stay as they are are not touched.

        Returns:
            The passages, each with an id.
        """
        wanted = [plain_passage(p, p.id if p.id is not None else self.new_key()) for p in passages]
        if not wanted:
            wanted = [Passage(PassageKind.TEXT, id=self.new_key())]
        with self.unwritten():
            cursor = QTextCursor(self.document)
            cursor.beginEditBlock()
            self._renew(cursor, wanted)
            cursor.endEditBlock()
        self._touched.clear()
        self._read = {p.id: p for p in wanted if p.id is not None}
        self._order = tuple(p.id for p in wanted if p.id is not None)
        self._number(wanted)
        return tuple(wanted)

    @contextmanager
    def unwritten(self) -> Iterator[None]:
        """Take changes of the document meanwhile as those of its look, not of its words."""
        before, self._is_showing = self._is_showing, True
        try:
            yield
        finally:
            self._is_showing = before

    def restyle(self, look: SheetLook) -> None:
        """Follow another font or theme."""
        self.look = look
        passages = self.passages
        with self.unwritten():
            self.document.setDefaultFont(look.font)
            cursor = QTextCursor(self.document)
            cursor.beginEditBlock()
            for block, passage in zip(self.blocks(), passages, strict=True):
                cursor.setPosition(block.position())
                cursor.setBlockFormat(block_format(passage, look))
            cursor.endEditBlock()
            self.highlighter.rehighlight()

    def _renew(self, cursor: QTextCursor, wanted: Sequence[Passage]) -> None:
        old = [self._known(block) for block in self.blocks()]
        head = 0
        while head < min(len(old), len(wanted)) and old[head].id == wanted[head].id:
            head += 1
        tail = 0
        while (
            tail < min(len(old), len(wanted)) - head and old[-1 - tail].id == wanted[-1 - tail].id
        ):
            tail += 1
        for place in (*range(head), *range(-tail, 0)):
            if old[place] != wanted[place]:
                self._rewrite(cursor, self._block_at(place, len(old)), old[place], wanted[place])
        self._replace(cursor, head, len(old) - tail, wanted, len(wanted) - tail)

    def _known(self, block: QTextBlock) -> Passage:
        key = key_of(block)
        if key in self._touched or key not in self._read:
            return read_block(block, self.tables.get(key))
        return self._read[key]

    def _block_at(self, place: int, length: int) -> QTextBlock:
        return self.document.findBlockByNumber(place if place >= 0 else length + place)

    def _rewrite(self, cursor: QTextCursor, block: QTextBlock, old: Passage, new: Passage) -> None:
        cursor.setPosition(block.position())
        cursor.setBlockFormat(block_format(new, self.look))
        is_table = PassageKind.TABLE in (old.kind, new.kind)
        if old.text != new.text or (is_table and (old.kind, old.table) != (new.kind, new.table)):
            self._fill(cursor, new)

    def _replace(
        self, cursor: QTextCursor, start: int, stop: int, wanted: Sequence[Passage], end: int
    ) -> None:
        """Put ``wanted[start:end]`` in place of the blocks from ``start`` to ``stop``."""
        count = self.document.blockCount()
        new = wanted[start:end]
        missing = len(new) - (stop - start)
        if missing < 0:
            self._remove(cursor, start, start - missing, count)
        elif missing > 0:
            self._make_room(cursor, start, missing)
        if missing or new:
            # Where blocks come or go, Qt lets a neighbour have the format of the one beside it.
            for place in range(max(start - 1, 0), min(end + 1, len(wanted))):
                block = self.document.findBlockByNumber(place)
                cursor.setPosition(block.position())
                cursor.setBlockFormat(block_format(wanted[place], self.look))
                if start <= place < end:
                    self._fill(cursor, wanted[place])

    def _remove(self, cursor: QTextCursor, start: int, stop: int, count: int) -> None:
        first = self.document.findBlockByNumber(start)
        last = self.document.findBlockByNumber(stop - 1)
        begin, end = first.position(), last.position() + last.length() - 1
        if stop < count:
            end += 1
        elif start > 0:
            begin -= 1
        cursor.setPosition(begin)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()

    def _make_room(self, cursor: QTextCursor, start: int, missing: int) -> None:
        if start == 0:
            cursor.setPosition(0)
        else:
            before = self.document.findBlockByNumber(start - 1)
            cursor.setPosition(before.position() + before.length() - 1)
        for _ in range(missing):
            cursor.insertBlock()

    def _fill(self, cursor: QTextCursor, passage: Passage) -> None:
        block = cursor.block()
        cursor.setPosition(block.position())
        cursor.setPosition(block.position() + block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        plain = QTextCharFormat()
        plain.setFontWeight(QFont.Weight.Normal)
        cursor.setBlockCharFormat(plain)
        if passage.kind is PassageKind.TABLE and passage.table and passage.id is not None:
            self.tables[passage.id] = passage.table
            cursor.insertText(OBJECT, table_format())
        else:
            write_words(cursor, passage.text)

    def _number(self, passages: Sequence[Passage]) -> None:
        part = TextPart(self.kind, passages=numbered(passages))
        numbers = {p.id: p.number for p in part.passages if p.id is not None}
        heads = frozenset(
            p.id
            for place, p in enumerate(part.passages)
            if p.id is not None and p.is_heading and part.has_children(place)
        )
        self.numbers = numbers
        self.highlighter.set_heads(heads)
        self.order_changed.emit()

    @Slot(int, int, int)
    def _on_contents_change(self, position: int, removed: int, added: int) -> None:
        if self._is_showing or (not removed and not added):
            return
        block = self.document.findBlock(position)
        end = position + added
        while block.isValid() and block.position() <= end:
            self._touched.add(key_of(block))
            block = block.next()
        if self.document.blockCount() != len(self._order):
            self._mend_keys()
            self._number(self.passages)
        self.typed.emit()

    def _mend_keys(self) -> None:
        """Give each block that came by splitting another an id of its own."""
        seen: set[PassageId] = set()
        self._is_showing = True
        for block in self.blocks():
            key = key_of(block)
            if key in seen or not key:
                copy = replace(read_block(block, None), id=self.new_key(), own_number="")
                cursor = QTextCursor(block)
                cursor.setBlockFormat(block_format(copy, self.look))
                key = copy.id or key
            seen.add(key)
        self._is_showing = False
        self._order = tuple(key_of(block) for block in self.blocks())
