"""A target whose words give another number than its column.

Example: a table's row "Trên 30% các cơ quan, đơn vị được kiểm tra" with "Trên 25%" in the column
"Chỉ tiêu phấn đấu đến năm 2025".
Source: practice; seen where a table is made from the last one.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.targets import PERCENT, percent_value
from cchc_desktop.domain.plan_text import TextTable

_AIM = re.compile(r"chỉ tiêu|mục tiêu|phấn đấu", re.IGNORECASE)
_RESULT = re.compile(r"kết quả|đạt được|hiện trạng|thực hiện", re.IGNORECASE)
_SUBJECT = re.compile(
    r"nội dung|nhiệm vụ|các mục tiêu|tên chỉ tiêu|chỉ tiêu cải cách", re.IGNORECASE
)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the cells of target columns that differ from the words of their row."""
    for cell in context.cells:
        if cell.node is None or cell.table_cell is None or "%" not in cell.text:
            continue
        table = cell.node.passage.table
        row, column = cell.table_cell
        if table is None or row < table.header_rows or not _is_target(table, column):
            continue
        said = PERCENT.findall(cell.text)
        named = _named(table, row, column)
        if len(said) == len(named) == 1 and percent_value(said[0]) != percent_value(named[0]):
            yield cell_hit(cell, _span(cell), other=f"{named[0]}%")


def _is_target(table: TextTable, column: int) -> bool:
    heading = " ".join(row[column].text for row in table.rows[: table.header_rows])
    return bool(_AIM.search(heading)) and not _RESULT.search(heading)


def _named(table: TextTable, row: int, column: int) -> list[str]:
    """Return the percentages in the words that name the row's target."""
    for place in range(min(column, len(table.rows[row]))):
        heading = " ".join(x[place].text for x in table.rows[: table.header_rows])
        if _SUBJECT.search(heading) and not _RESULT.search(heading):
            return PERCENT.findall(table.rows[row][place].text)
    return []


def _span(cell: Cell) -> tuple[int, int] | None:
    match = PERCENT.search(cell.text)
    return match.span() if match else None


CHECK = Check(
    "target_column_differs",
    FindingSeverity.ERROR,
    "Thông lệ: số trong lời của chỉ tiêu khớp với cột chỉ tiêu",
    find,
)
