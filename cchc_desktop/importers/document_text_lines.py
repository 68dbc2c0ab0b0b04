"""Brings plain text into lines and tables: rows of a table are parted by tabs."""

from collections.abc import Iterator

from cchc_desktop.domain.errors import SourceLineTooLong
from cchc_desktop.importers.document_lines import DocumentCleaner, RawLine, SourceDocument
from cchc_desktop.importers.document_markdown import styled_runs
from cchc_desktop.importers.document_marks import read_mark
from cchc_desktop.importers.document_patterns import is_fixed_part
from cchc_desktop.importers.raw_table import RawCell, RawRow, RawRun, RawTable

LONGEST_LINE = 100_000
"""Characters; the longest paragraph of a real plan has some 3,000."""

_PAGE_CUT = "\f"


def text_document(file: str, text: str) -> SourceDocument:
    """Return the lines and tables of ``text``.

    Raises:
        SourceLineTooLong: A line is longer than any paragraph of a document.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.replace(_PAGE_CUT, "\n").split("\n")
    check_length(file, lines)
    return DocumentCleaner(file).clean(list(_blocks(lines)))


def check_length(file: str, lines: list[str]) -> None:
    """Raise where a line is longer than any paragraph of a document."""
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            raise SourceLineTooLong(file=file, line=str(number), limit=str(LONGEST_LINE))


def _blocks(lines: list[str]) -> Iterator[RawLine | tuple[int, RawTable]]:
    tables = 0
    paragraph: list[tuple[int, str]] = []
    after_blank = False
    number = 0
    while number < len(lines):
        end = _table_end(lines, number)
        if end > number:
            yield from _lines(paragraph, after_blank=after_blank)
            paragraph = []
            yield number + 1, _table(lines, number, end, tables)
            tables += 1
            number, after_blank = end, False
            continue
        line = lines[number]
        if line.strip():
            paragraph.append((number + 1, line))
        else:
            yield from _lines(paragraph, after_blank=after_blank)
            paragraph, after_blank = [], True
        number += 1
    yield from _lines(paragraph, after_blank=after_blank)


def _lines(paragraph: list[tuple[int, str]], *, after_blank: bool) -> Iterator[RawLine]:
    """Yield the lines between two blank ones; a style mark may reach over several."""
    if not paragraph:
        return
    lines: list[list[RawRun]] = [[]]
    for run in styled_runs("\n".join(line for _, line in paragraph)):
        first, *others = run.text.split("\n")
        lines[-1].append(RawRun(first, run.bold, run.italic))
        lines += [[RawRun(other, run.bold, run.italic)] for other in others]
    for index, ((number, _), runs) in enumerate(zip(paragraph, lines, strict=True)):
        yield RawLine(number, tuple(runs), after_blank and not index)


def _table_end(lines: list[str], start: int) -> int:
    """Return the line after a table that begins at ``start``, or ``start`` where none does.

    Blank lines between its rows are those of page cuts.
    """
    if not _is_row(lines[start]):
        return start
    end = at = start
    widths: list[tuple[int, int]] = []
    while at < len(lines):
        if _is_row(lines[at]):
            cells = lines[at].split("\t")
            widths.append((len(cells), sum(bool(cell.strip()) for cell in cells)))
            end = at + 1
        elif lines[at].strip():
            break
        at += 1
    is_wide = any(width > 2 for width, _ in widths) and any(filled > 1 for _, filled in widths)
    return end if len(widths) > (1 if is_wide else 2) else start


def _is_row(line: str) -> bool:
    cells = [cell.strip() for cell in line.split("\t")]
    filled = [cell for cell in cells if cell]
    if len(cells) < 2 or not filled or any(map(is_fixed_part, filled)):
        return False
    if len(filled) < 3 and filled[0].startswith(("-", "–", "+")):
        return False
    if len(cells) > 2:
        return True
    # Two columns: a number before its words is no table.
    return len(filled) == 2 and read_mark(f"{cells[0]} X") is None


def _table(lines: list[str], start: int, end: int, index: int) -> RawTable:
    rows = []
    for number in range(start, end):
        if lines[number].strip():
            cells = tuple(
                RawCell(column, tuple(styled_runs(cell)) if cell.strip() else ())
                for column, cell in enumerate(lines[number].split("\t"))
            )
            rows.append(RawRow(number + 1, cells))
    return RawTable(index, f"Bảng {index + 1}", tuple(rows))
