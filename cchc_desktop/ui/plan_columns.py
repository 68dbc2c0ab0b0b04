"""The columns of the plan's table: what they are called and how wide they begin."""

from dataclasses import dataclass

from PySide6.QtCore import Qt

from cchc_desktop.domain.agency import Role
from cchc_desktop.domain.annex_draft import AnnexColumn


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column of the table.

    Attributes:
        share: Its part of the width left over by the others, while no width was chosen.
        least: Its smallest width, in average letters.
        role: For an agencies column, the role of the agencies in it.
    """

    column: AnnexColumn
    title: str
    share: int
    least: int
    role: Role | None = None

    @property
    def alignment(self) -> Qt.AlignmentFlag:
        """How its words stand."""
        if self.column is AnnexColumn.NUMBER:
            return Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop

    @property
    def name(self) -> str:
        """Its full name."""
        return self.title


TABLE_COLUMNS = (
    TableColumn(AnnexColumn.NUMBER, "STT", 0, 7),
    TableColumn(AnnexColumn.CONTENT, "Nhiệm vụ cụ thể", 32, 14),
    TableColumn(AnnexColumn.PRODUCT, "Kết quả, sản phẩm", 18, 11),
    TableColumn(AnnexColumn.DEADLINE, "Thời gian thực hiện", 17, 13),
    TableColumn(AnnexColumn.LEAD, "Cơ quan chủ trì", 15, 11, Role.LEAD),
    TableColumn(AnnexColumn.COOPERATING, "Cơ quan phối hợp", 18, 11, Role.COOPERATING),
    TableColumn(AnnexColumn.MONITOR, "Theo dõi, đôn đốc", 14, 11, Role.MONITOR),
    TableColumn(AnnexColumn.NOTE, "Ghi chú", 10, 8),
)
"""All columns in the order in which an annex has them."""

OPTIONAL_COLUMNS = (AnnexColumn.MONITOR, AnnexColumn.NOTE)
"""Shown when the plan uses them, or when the officer switches them on."""

_PLACES = {column.column: place for place, column in enumerate(TABLE_COLUMNS)}


def place_of(column: AnnexColumn) -> int:
    """Return where ``column`` stands in ``TABLE_COLUMNS``."""
    return _PLACES[column]
