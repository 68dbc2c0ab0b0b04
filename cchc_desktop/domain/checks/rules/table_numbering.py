"""Numbers in the first column of a table that skip, repeat, or belong to another row.

Example: rows "2", "2.1", "2.2", "3.3"; rows "1", "2", "4".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.đ; the example is real.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.numbering import parse_roman

_HEADING = re.compile(r"stt|tt|số tt|số thứ tự", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*")


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the numbers that do not follow from the ones above."""
    table: object = None
    last: list[int] = []
    section = 0
    for cell in context.cells:
        if cell.node is None or not _is_number(cell):
            continue
        if cell.node is not table:
            table, last, section = cell.node, [], 0
        written = cell.text.strip(" .")
        chapter = parse_roman(written)
        if chapter is not None:
            if chapter != section + 1:
                yield cell_hit(cell, (0, len(cell.text)))
            last, section = [], chapter
        elif _NUMBER.fullmatch(written):
            number = [int(part) for part in written.split(".")]
            if last and not _follows(last, number):
                yield cell_hit(cell, (0, len(cell.text)))
            last = number


def _is_number(cell: Cell) -> bool:
    table = cell.node.passage.table if cell.node else None
    if table is None or cell.table_cell is None or cell.table_cell[1] != 0:
        return False
    heading = table.rows[0][0].text.strip(" .:")
    return cell.table_cell[0] >= table.header_rows and bool(_HEADING.fullmatch(heading))


def _follows(last: list[int], number: list[int]) -> bool:
    depth = len(number)
    if depth > len(last):
        return number == [*last, *[1] * (depth - len(last))]
    # Simple numbers begin anew under each row that has none.
    if depth == 1 and number == [1]:
        return True
    return number == [*last[: depth - 1], last[depth - 1] + 1]


CHECK = Check(
    "table_numbering",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.đ",
    find,
)
