"""Targets that a document sets in a table: a column of names, a column for each year.

"STT | Các chỉ tiêu | Kết quả đạt được giai đoạn 2015 - 2020 | Chỉ tiêu phấn đấu đến năm 2025".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.plan_text import TextTable
from cchc_desktop.domain.vietnamese import fold, one_line

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_NAME = re.compile(r"\b(?:chi tieu|muc tieu|noi dung|nhiem vu|ten)\b")
_AIM = re.compile(r"\b(?:chi tieu|muc tieu|phan dau|ke hoach|den nam|lo trinh)\b|^nam 20\d\d$")
_RESULT = re.compile(r"\b(?:ket qua|dat duoc|hien trang|thuc hien nam|thoi gian|han)\b")


@dataclass(frozen=True, slots=True)
class TableTarget:
    """A target that a table sets ("chỉ tiêu trong bảng").

    Attributes:
        number: The row's number as written, or "".
        words: The target's name, and what is to be reached where the name does not say it.
        year: By the end of which year.
    """

    number: str
    words: str
    year: int | None


def table_targets(table: TextTable, default: int | None) -> Iterator[TableTarget]:
    """Yield the targets of a table, row by row; none of a table that sets none."""
    if not table.header_rows:
        return
    heads = [
        one_line(" ".join(row[column].text for row in table.rows[: table.header_rows]))
        for column in range(len(table.rows[0]))
    ]
    aims = {
        column: max((int(year) for year in _YEAR.findall(head)), default=default)
        for column, head in enumerate(heads)
        if _AIM.search(fold(head)) and not _RESULT.search(fold(head)) and _YEAR.search(head)
    }
    names = [n for n, head in enumerate(heads) if _NAME.search(fold(head)) and n not in aims]
    if not aims or not names:
        return
    for row in table.rows[table.header_rows :]:
        name = one_line(row[names[0]].text)
        for column, year in aims.items():
            words = one_line(row[column].text)
            if name and words and words != name:
                is_said = fold(words) in fold(name)
                whole = name if is_said else f"{name}: {words}"
                number = one_line(row[0].text) if names[0] else ""
                yield TableTarget(number, whole, year)
