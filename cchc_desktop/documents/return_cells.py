"""How the cells of a return's workbook look, what they accept, and how high rows must be."""

from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cache
from weakref import WeakKeyDictionary

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import RowDimension
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.documents.excel_rows import EXCEL_TALLEST, LINE, cell_width
from cchc_desktop.documents.text_measure import BOLD, REGULAR, TextMeasure
from cchc_desktop.domain.agency_return import ReturnField, ReturnValue
from cchc_desktop.domain.progress import Statement
from cchc_desktop.domain.return_catalogue import ReturnCatalogue, ReturnColumn
from cchc_desktop.domain.rich_text import RichText, Run

BODY_SIZE = 11.0
STATEMENT_NAME = "cchc_tinh_hinh"
"""The defined name of the list of statements: a list written into the rule itself may have
no more than 255 characters, and one on another sheet is lost in .xls unless it has a name."""

_FONT = "Times New Roman"
_SMALLEST = 6.0
_ROW_PADDING = 5.0
_SIDE = Side(style="thin", color="FF808080")
_BOX = Border(left=_SIDE, right=_SIDE, top=_SIDE, bottom=_SIDE)
_INPUT_FILL = PatternFill("solid", fgColor="FFFFF8DC")
_INPUT_HEAD = PatternFill("solid", fgColor="FFFFE699")
_HEAD = PatternFill("solid", fgColor="FFE7E6E6")
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@")
# A longer prompt or message makes Excel call the file damaged.
_PROMPT_LIMIT, _MESSAGE_LIMIT = 255, 225


@dataclass(frozen=True, slots=True)
class Style:
    """How a cell looks and whether it may be written in."""

    size: float = BODY_SIZE
    bold: bool = False
    italic: bool = False
    horizontal: str = "left"
    vertical: str = "top"
    is_boxed: bool = False
    is_input: bool = False
    is_head: bool = False
    is_wrapped: bool = True
    number_format: str = "General"


@cache
def _parts(style: Style) -> tuple[Font, Alignment, Border, PatternFill, Protection]:
    fill = PatternFill()
    if style.is_input:
        fill = _INPUT_HEAD if style.is_head else _INPUT_FILL
    elif style.is_head:
        fill = _HEAD
    return (
        Font(name=_FONT, size=style.size, bold=style.bold, italic=style.italic),
        Alignment(horizontal=style.horizontal, vertical=style.vertical, wrap_text=style.is_wrapped),
        _BOX if style.is_boxed else Border(),
        fill,
        Protection(locked=not style.is_input or style.is_head),
    )


# A style is looked up once per workbook: openpyxl compares all its parts for each cell.
_ready: WeakKeyDictionary[Workbook, dict[Style, StyleArray]] = WeakKeyDictionary()


def _dress(cell: Cell, style: Style) -> None:
    book = cell.parent.parent
    assert book is not None  # noqa: S101 - a sheet of ours is in a workbook
    known = _ready.setdefault(book, {})
    ready = known.get(style)
    if ready is not None:
        cell._style = copy(ready)  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
        return
    cell.font, cell.alignment, cell.border, cell.fill, cell.protection = _parts(style)
    cell.number_format = style.number_format
    known[style] = copy(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001


def merge(sheet: Worksheet, row: int, first: int, last: int) -> None:
    """Merge cells of a row; the first must hold the text, the others nothing.

    openpyxl's own way goes over every cell and its borders, which these have not.
    """
    sheet.merged_cells.add(f"{get_column_letter(first)}{row}:{get_column_letter(last)}{row}")


def put(
    sheet: Worksheet, row: int, column: int, value: str | int | date | None, style: Style
) -> None:
    """Fill a cell; words are text whatever they begin with."""
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged before it is filled
    _dress(cell, style)
    if isinstance(value, str):
        put_text(cell, value)
    elif value is not None:
        cell.value = value


def put_text(cell: Cell, text: str) -> None:
    """Set a cell's text; "= Kết quả" is no formula and "#N/A" no error."""
    if not text:
        return
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    if text.startswith(_LOOKS_LIKE_FORMULA):
        # Editing such a cell would otherwise turn it into a formula.
        cell.quotePrefix = True


def input_fill() -> PatternFill:
    """Return the colour of cells that are to be filled in."""
    return _INPUT_FILL


def input_style(column: ReturnColumn) -> Style:
    """Return the look of the cells that an agency fills in.

    Text cells are of Excel's text format: "- Đã ban hành" would else be taken for a formula
    and "12/3" for a day.
    """
    of = column.field
    if of is ReturnField.PERCENT:
        # Rounded to whole numbers, 0.8 would be shown as 1.
        return Style(is_boxed=True, is_input=True, horizontal="center")
    if of is ReturnField.STATEMENT:
        return Style(is_boxed=True, is_input=True)
    if of is not None and of.is_date:
        return Style(is_boxed=True, is_input=True, horizontal="center", number_format="dd/mm/yyyy")
    return Style(is_boxed=True, is_input=True, number_format="@")


def cell_value(value: ReturnValue, catalogue: ReturnCatalogue) -> str | int | date | None:
    """Return a recorded value as the cell shows it."""
    return catalogue.statements[value] if isinstance(value, Statement) else value


def validation(column: ReturnColumn, first_day: date, last_day: date) -> DataValidation | None:
    """Return the rule of a column's cells, or None where any text will do."""
    of = column.field
    if of is ReturnField.STATEMENT:
        rule = DataValidation(type="list", formula1=STATEMENT_NAME, allow_blank=True)
    elif of is ReturnField.PERCENT:
        rule = DataValidation(
            type="whole", operator="between", formula1="0", formula2="100", allow_blank=True
        )
    elif of is not None and of.is_date:
        rule = DataValidation(
            type="date",
            operator="between",
            formula1=str(_serial(first_day)),
            formula2=str(_serial(last_day)),
            allow_blank=True,
        )
    else:
        return None
    rule.showErrorMessage, rule.showInputMessage = True, bool(column.prompt)
    rule.errorTitle, rule.error = column.heading[:32], column.message[:_MESSAGE_LIMIT]
    rule.promptTitle, rule.prompt = column.heading[:32], column.prompt[:_PROMPT_LIMIT]
    return rule


def _serial(day: date) -> int:
    return (day - date(1899, 12, 30)).days


class _GrowingRow(RowDimension):
    """A row of a given height that still grows when more is typed into it.

    openpyxl marks every height as set by hand, and Excel then leaves it alone.
    """

    @property
    def customHeight(self) -> bool:  # noqa: N802 - openpyxl's own name
        """Override RowDimension.customHeight."""
        return False


class Heights:
    """Sets the heights of rows so that every line of their text shows."""

    def __init__(self, sheet: Worksheet, measure: TextMeasure) -> None:
        self._sheet = sheet
        self._measure = measure

    def fit(
        self, row: int, cells: list[tuple[str, float]], size: float = BODY_SIZE, *, bold: bool
    ) -> float:
        """Set the height of ``row`` for its texts and their widths in mm.

        Returns the font size at which all of it shows: Excel has no row higher than
        ``EXCEL_TALLEST``, so that of a longer text is smaller.
        """
        while True:
            lines = max((self._lines(text, width, size, bold) for text, width in cells), default=1)
            height = lines * size * LINE + _ROW_PADDING
            if height <= EXCEL_TALLEST or size <= _SMALLEST:
                break
            size -= 0.5
        self.set(row, min(height, EXCEL_TALLEST))
        return size

    def set(self, row: int, height: float) -> None:
        """Set the height of ``row`` in points."""
        self._sheet.row_dimensions[row] = _GrowingRow(self._sheet, index=row, ht=round(height, 2))

    def _lines(self, text: str, width_mm: float, size: float, bold: bool) -> int:  # noqa: FBT001
        if not text:
            return 1
        wording = RichText((Run(text),))
        face = BOLD if bold else REGULAR
        return len(self._measure.lines(wording, cell_width(width_mm), size, face))
