"""Gives the words of a sheet the look of their kind, their fields and what is searched for."""

from PySide6.QtGui import QSyntaxHighlighter, QTextBlock, QTextCharFormat, QTextDocument

from cchc_desktop.domain.plan_text import PassageId
from cchc_desktop.ui.text_blocks import key_of, kind_of, raw_text, read_fields
from cchc_desktop.ui.text_hits import found_spans
from cchc_desktop.ui.text_look import display_format, field_format, hit_format
from cchc_desktop.ui.theme import current_tokens


class SheetHighlighter(QSyntaxHighlighter):
    """Shows what a passage's kind and place make of its words, without changing them.

    Only blocks that changed are looked at again.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._heads: frozenset[PassageId] = frozenset()
        self._words = ""

    @property
    def words(self) -> str:
        """What is searched for."""
        return self._words

    @property
    def heads(self) -> frozenset[PassageId]:
        """The passages that head others."""
        return self._heads

    def set_heads(self, heads: frozenset[PassageId]) -> None:
        """Show other passages as those that head others."""
        changed = heads ^ self._heads
        self._heads = heads
        if changed:
            block = self.document().begin()
            while block.isValid():
                if key_of(block) in changed:
                    self.rehighlightBlock(block)
                block = block.next()

    def set_words(self, words: str) -> None:
        """Show where other words stand."""
        if words != self._words:
            self._words = words
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Override QSyntaxHighlighter.highlightBlock."""
        block = self.currentBlock()
        look = display_format(kind_of(block), heads=key_of(block) in self._heads)
        self.setFormat(0, len(text), look)
        tokens = current_tokens()
        for start, end in read_fields(block) if _has_fields(block) else ():
            self._add(start, end, look, field_format(tokens))
        if self._words:
            for start, end in found_spans(self._words, raw_text(block)):
                self._add(start, end, look, hit_format(tokens))

    def _add(self, start: int, end: int, look: QTextCharFormat, extra: QTextCharFormat) -> None:
        style = QTextCharFormat(look)
        style.merge(extra)
        self.setFormat(start, end - start, style)


def _has_fields(block: QTextBlock) -> bool:
    return len(block.textFormats()) > 1 or block.charFormat().propertyCount() > 0
