"""The columns of the progress table: what they are called and how wide they begin."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt

from cchc_desktop.domain.progress import ProgressField


class ProgressColumn(StrEnum):
    """A column of the progress table."""

    NUMBER = "number"
    WORK = "work"
    AGENCY = "agency"
    STATE = "state"
    STATEMENT = "statement"
    DONE_ON = "done_on"
    PERCENT = "percent"
    RESULT = "result"
    PREVIOUS = "previous"
    DIFFICULTIES = "difficulties"
    PROPOSALS = "proposals"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of the table.

    Attributes:
        share: Its part of the width left over, while no width was chosen.
        least: Its smallest width, in average letters.
        field: What is written in it, or None where it only says something.
        full_title: Its name where there is room for it.
        sample: Words that must fit on one line.
    """

    column: ProgressColumn
    title: str
    share: int
    least: int
    field: ProgressField | None = None
    full_title: str = ""
    sample: str = ""

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """How its words stand."""
        if self.column in (ProgressColumn.NUMBER, ProgressColumn.EVIDENCE):
            return Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        if self.column is ProgressColumn.PERCENT:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop

    @property
    def name(self) -> str:
        """Its full name."""
        return self.full_title or self.title


TABLE_COLUMNS = (
    TableColumn(ProgressColumn.NUMBER, "STT", 0, 5),
    TableColumn(ProgressColumn.WORK, "Nhiệm vụ, sản phẩm", 26, 34),
    TableColumn(ProgressColumn.AGENCY, "Đơn vị", 8, 13),
    TableColumn(ProgressColumn.STATE, "Trạng thái", 4, 18),
    TableColumn(ProgressColumn.STATEMENT, "Tình hình", 4, 14, ProgressField.STATEMENT),
    TableColumn(
        ProgressColumn.DONE_ON,
        "Ngày xong",
        0,
        10,
        ProgressField.DONE_ON,
        full_title="Ngày hoàn thành",
        sample="00/00/0000",
    ),
    TableColumn(
        ProgressColumn.PERCENT,
        "%",
        0,
        5,
        ProgressField.PERCENT,
        full_title="Tỷ lệ (%)",
        sample="100",
    ),
    TableColumn(ProgressColumn.RESULT, "Kết quả thực hiện", 26, 30, ProgressField.RESULT),
    TableColumn(ProgressColumn.PREVIOUS, "Kết quả kỳ trước", 14, 20),
    TableColumn(
        ProgressColumn.DIFFICULTIES, "Khó khăn, vướng mắc", 10, 17, ProgressField.DIFFICULTIES
    ),
    TableColumn(ProgressColumn.PROPOSALS, "Kiến nghị", 8, 14, ProgressField.PROPOSALS),
    TableColumn(ProgressColumn.EVIDENCE, "Tài liệu", 0, 6, full_title="Số tài liệu kiểm chứng"),
)
"""All columns, from left to right."""

FIXED_COLUMNS = (ProgressColumn.NUMBER, ProgressColumn.WORK)
"""Columns that are always shown."""

_PLACES = {column.column: place for place, column in enumerate(TABLE_COLUMNS)}


def place_of(column: ProgressColumn) -> int:
    """Return where ``column`` stands in ``TABLE_COLUMNS``."""
    return _PLACES[column]
