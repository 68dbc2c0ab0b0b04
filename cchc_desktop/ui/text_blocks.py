"""A passage as a block of a text document: written into it and read back without loss.

What a passage is stands in the block's format, and which words are a live field in the
format of these words, so that both travel with whatever the officer types around them.
"""

from dataclasses import replace
from itertools import count, pairwise

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)

from cchc_desktop.domain.plan_text import Passage, PassageId, PassageKind, TextTable
from cchc_desktop.domain.report_text import FigureMark, LiveText
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.ui.text_look import SheetLook

_USER = QTextFormat.Property.UserProperty.value
_KEY, _KIND, _LEVEL, _OWN = _USER + 1, _USER + 2, _USER + 3, _USER + 4
_FIELD, _FIELD_WORDS, _FIELD_RUN = _USER + 5, _USER + 6, _USER + 7
TABLE_OBJECT = QTextFormat.ObjectTypes.UserObject.value + 1
OBJECT = "\ufffc"
_BREAK = "\u2028"

_field_runs = count(1)


def key_of(block: QTextBlock) -> PassageId:
    """Return which passage a block is; 0 where it was not told."""
    return PassageId(block.blockFormat().intProperty(_KEY))


def kind_of(block: QTextBlock) -> PassageKind:
    """Return what a block's passage is."""
    written = block.blockFormat().stringProperty(_KIND)
    return PassageKind(written) if written else PassageKind.TEXT


def block_format(passage: Passage, look: SheetLook) -> QTextBlockFormat:
    """Return the format of a passage's block; the passage's id tells it from others."""
    made = look.block(passage)
    made.setProperty(_KEY, int(passage.id or 0))
    made.setProperty(_KIND, passage.kind.value)
    made.setProperty(_LEVEL, passage.level)
    made.setProperty(_OWN, passage.own_number)
    return made


def table_format() -> QTextCharFormat:
    """Return the format of the sign in whose place a table is drawn."""
    made = QTextCharFormat()
    made.setObjectType(TABLE_OBJECT)
    return made


def write_words(cursor: QTextCursor, text: LiveText) -> None:
    """Write words at a cursor, with their styles and fields."""
    for words, is_bold, is_italic, mark in pieces(text):
        style = QTextCharFormat()
        style.setFontWeight(QFont.Weight.Bold if is_bold else QFont.Weight.Normal)
        style.setFontItalic(is_italic)
        if mark is not None:
            style.setProperty(_FIELD, mark[1].code)
            style.setProperty(_FIELD_WORDS, text.figure_words(mark[1]))
            style.setProperty(_FIELD_RUN, mark[0])
        cursor.insertText(words.replace("\n", _BREAK), style)


def without_field(style: QTextCharFormat) -> QTextCharFormat:
    """Return a style in which new words belong to no field."""
    made = QTextCharFormat(style)
    for name in (_FIELD, _FIELD_WORDS, _FIELD_RUN):
        made.clearProperty(name)
    return made


def field_code(style: QTextCharFormat) -> str:
    """Return the code of the field that words in a style belong to, or ""."""
    return style.stringProperty(_FIELD)


def read_block(block: QTextBlock, table: TextTable | None) -> Passage:
    """Return the passage that a block is, its words tidied."""
    shape = block.blockFormat()
    kind = kind_of(block)
    is_table = kind is PassageKind.TABLE
    return Passage(
        kind=kind,
        text=LiveText() if is_table else _words_of(block),
        level=kind.rank or shape.intProperty(_LEVEL),
        own_number=shape.stringProperty(_OWN),
        table=table if is_table else None,
        id=PassageId(shape.intProperty(_KEY)),
    )


def read_fields(block: QTextBlock) -> list[tuple[int, int]]:
    """Return where the fields of a block stand that nobody wrote into."""
    return [(mark.start, mark.end) for mark in _raw_words(block)[1]]


def tidy_place(raw: str, tidied: str, offset: int) -> int:
    """Return the place in tidied words that an offset in the words as typed stands for."""
    wanted = _visible(raw[:offset])
    seen = place = 0
    while place < len(tidied) and seen < wanted:
        seen += not tidied[place].isspace()
        place += 1
    is_after_space = offset > 0 and raw[offset - 1].isspace()
    if is_after_space and 0 < place < len(tidied) and tidied[place].isspace():
        place += 1
    return place


def raw_text(block: QTextBlock) -> str:
    """Return the words of a block as they were typed, with line breaks as in a wording."""
    return block.text().replace(_BREAK, "\n")


def pieces(
    text: LiveText,
) -> list[tuple[str, bool, bool, tuple[int, FigureMark] | None]]:
    """Return the words of a text in stretches of one style within or outside one field."""
    marks = [(next(_field_runs), mark) for mark in text.marks]
    cuts = {edge for _, mark in marks for edge in (mark.start, mark.end)}
    found = []
    position = 0
    for run in text.words.runs:
        end = position + len(run.text)
        edges = sorted({position, end, *(cut for cut in cuts if position < cut < end)})
        for start, stop in pairwise(edges):
            mark = next((m for m in marks if m[1].start <= start and stop <= m[1].end), None)
            found.append((run.text[start - position : stop - position], run.bold, run.italic, mark))
        position = end
    return found


def plain_passage(passage: Passage, key: int) -> Passage:
    """Return a passage under a key of the sheet, without the number that its place gives."""
    level = passage.kind.rank or passage.level
    return replace(passage, id=PassageId(key), number="", level=level)


def _words_of(block: QTextBlock) -> LiveText:
    runs, marks = _raw_words(block)
    words = RichText.from_runs(runs)
    raw = "".join(run.text for run in runs)
    if words.text == raw or not marks:
        return LiveText(words, tuple(marks))
    tidied = words.text
    if _visible(raw) != _visible(tidied):
        return LiveText(words)
    moved = (
        FigureMark(m.code, tidy_place(raw, tidied, m.start), tidy_place(raw, tidied, m.end))
        for m in marks
    )
    return LiveText(words, tuple(m for m in moved if m.start < m.end))


def _raw_words(block: QTextBlock) -> tuple[list[Run], list[FigureMark]]:
    runs: list[Run] = []
    found: dict[int, tuple[str, str, int, int]] = {}
    torn: set[int] = set()
    position = 0
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        style = fragment.charFormat()
        words = nfc(fragment.text()).replace(_BREAK, "\n").replace(OBJECT, "")
        is_bold = style.fontWeight() >= QFont.Weight.DemiBold
        runs.append(Run(words, is_bold, style.fontItalic()))
        run = style.intProperty(_FIELD_RUN)
        if run:
            whole, end = style.stringProperty(_FIELD_WORDS), position + len(words)
            start = position
            if run in found:
                start, old_end = found[run][2:]
                if old_end != position:
                    torn.add(run)
            found[run] = (style.stringProperty(_FIELD), whole, start, end)
        position += len(words)
        iterator += 1
    raw = "".join(run.text for run in runs)
    marks = [
        FigureMark(code, start, end)
        for run, (code, whole, start, end) in found.items()
        if run not in torn and raw[start:end] == whole
    ]
    return runs, sorted(marks, key=lambda mark: mark.start)


def _visible(text: str) -> int:
    return sum(not char.isspace() for char in text)
