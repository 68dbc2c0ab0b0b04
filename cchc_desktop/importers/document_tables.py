"""Tables between the lines: letterheads and signatures drawn as tables, and real tables."""

from collections.abc import Iterator, Sequence

from cchc_desktop.domain.plan_text import TextTable
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.importers.document_lines import SourceBlock, SourceLine, SourceTable, sliced
from cchc_desktop.importers.document_patterns import (
    is_fixed_part,
    is_motto,
    is_nation,
    is_signing,
    match_number,
    match_place_day,
    recipients_end,
)
from cchc_desktop.importers.problem_codes import DocumentProblem

_MOST_LAYOUT_COLUMNS = 4
_MOST_LAYOUT_ROWS = 12


def line_by_line(blocks: Sequence[SourceBlock]) -> Iterator[SourceBlock]:
    """Yield the blocks; words that only stand side by side come as lines of their own.

    Letterheads and signatures are set so, by tables, tabs or many spaces.
    """
    for block in blocks:
        if isinstance(block, SourceTable):
            if _is_layout(block):
                yield from _lines(block)
            else:
                yield block
        elif any(is_fixed_part(piece.text) for piece in block.pieces):
            yield from block.split()
        else:
            yield block


def text_table(table: SourceTable, problems: list[Problem], file: str) -> TextTable:
    """Return a table of a text: headings repeated by page cuts once, cut rows whole."""
    rows: list[tuple[RichText, ...]] = []
    for line, row in zip(table.row_lines, table.rows, strict=True):
        place = Place(file, "", line)
        words = " | ".join(cell.text for cell in row if cell)
        if not words:
            continue
        if rows and row == rows[0]:
            code = DocumentProblem.TABLE_HEADING_REPEATED
            problems.append(Problem(code.value, Severity.NOTICE, place, words))
        elif rows and _is_second_half(row, rows[-1]):
            rows[-1] = tuple(
                above.joined(cell, " ") for above, cell in zip(rows[-1], row, strict=True)
            )
            code = DocumentProblem.TABLE_ROW_JOINED
            problems.append(Problem(code.value, Severity.NOTICE, place, words))
        else:
            rows.append(row)
    return TextTable(tuple(rows))


def _is_second_half(row: tuple[RichText, ...], above: tuple[RichText, ...]) -> bool:
    """Tell whether a row without a number goes on in mid-sentence."""
    first = next((cell for cell in row if cell), None)
    if first is None or row[0] or not first.text[0].islower():
        return False
    over = above[row.index(first)].text
    return bool(over) and over[-1] not in ".;:!?"


def _is_layout(table: SourceTable) -> bool:
    width = max(map(len, table.rows), default=0)
    if width > _MOST_LAYOUT_COLUMNS or len(table.rows) > _MOST_LAYOUT_ROWS:
        return False
    return any(_is_fixed(line) for row in table.rows for cell in row for line in _split(cell))


def _is_fixed(words: RichText) -> bool:
    text = words.text
    return (
        is_nation(text)
        or is_motto(text)
        or match_number(text) is not None
        or match_place_day(text) is not None
        or recipients_end(text) is not None
        or is_signing(text)
    )


def _lines(table: SourceTable) -> Iterator[SourceLine]:
    for line, row in zip(table.row_lines, table.rows, strict=True):
        for cell in row:
            for words in _split(cell):
                if words:
                    yield SourceLine(line, words, is_centred=True)


def _split(cell: RichText) -> list[RichText]:
    lines: list[RichText] = []
    position = 0
    for text in cell.text.split("\n"):
        lines.append(sliced(cell, position, position + len(text)))
        position += len(text) + 1
    return lines
