"""A copy of an agency's workbook in which every place to be corrected is marked and listed."""

import io
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.documents.atomic_file import replacing
from cchc_desktop.documents.excel_cells import set_default_font
from cchc_desktop.documents.return_cells import Heights, Style, input_fill, put, put_text
from cchc_desktop.documents.return_side_sheets import excel_width, set_up_page
from cchc_desktop.documents.return_workbook import workbook_bytes
from cchc_desktop.documents.text_measure import TextMeasure
from cchc_desktop.domain.agency_return import (
    INFO_MARK,
    KEY_SHEET_MARK,
    ReturnField,
    column_code,
)
from cchc_desktop.domain.return_catalogue import ReturnCatalogue

_AUTHOR = "cchc"
_RED = PatternFill("solid", fgColor="FFFF9999")
_WIDTHS_MM = (12.0, 45.0, 18.0, 85.0, 110.0)
_LONGEST_COMMENT = 1000
_ZIP = b"PK\x03\x04"
# What openpyxl has been seen to raise over a package that is sound as far as Excel cares.
_TOO_STRANGE = (
    KeyError, ValueError, TypeError, AttributeError, IndexError, OSError, zipfile.BadZipFile,
    InvalidFileException,
)  # fmt: skip

CellValue = str | float | bool | date | datetime | time | timedelta
SheetValues = Mapping[tuple[int, int], CellValue]


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to be corrected ("chỗ cần sửa").

    Attributes:
        sheet: The sheet's name, or "" where it concerns the whole file.
        row: From 1, or None.
        column: From 1, or None.
        text: What stands there.
        sentence: Why it has to be corrected.
    """

    sheet: str
    row: int | None
    column: int | None
    text: str
    sentence: str


def annotated_copy(
    data: bytes,
    sheets: Mapping[str, SheetValues],
    remarks: Sequence[Remark],
    catalogue: ReturnCatalogue,
    target: Path,
    measure: TextMeasure,
) -> None:
    """Write the copy; marks of an earlier copy are taken off first.

    Args:
        data: The agency's file, already found to be safe.
        sheets: The values of its cells, from which a workbook of an old format is made anew.
        remarks: What is to be corrected.
        catalogue: The names of sheets and columns.
        target: An .xlsx.
        measure: For the heights of rows.

    Raises:
        EnvironmentProblem: It cannot be written there.
    """
    book = _loaded(data) or _made_anew(sheets)
    _take_off_marks(book)
    for remark in remarks:
        _mark(book, remark)
    _list(book, remarks, catalogue, measure)
    content = workbook_bytes(book)
    with replacing(target) as stream:
        stream.write(content)


def _loaded(data: bytes) -> Workbook | None:
    """Return the workbook with all that openpyxl can carry; None where it cannot read it."""
    if not data.startswith(_ZIP):
        return None
    try:
        with warnings.catch_warnings():
            # It warns of every extension of Excel's that it drops.
            warnings.simplefilter("ignore")
            return load_workbook(io.BytesIO(data), rich_text=True)
    except _TOO_STRANGE:
        return None


def _made_anew(sheets: Mapping[str, SheetValues]) -> Workbook:
    book = Workbook()
    set_default_font(book)
    if sheets:
        book.remove(book.worksheets[0])
    for name, cells in sheets.items():
        sheet = book.create_sheet(name)
        for (row, column), value in cells.items():
            style = Style(is_boxed=row > 0, number_format=_format_of(value))
            cell = sheet.cell(row + 1, column + 1)
            if isinstance(value, str):
                put(sheet, row + 1, column + 1, value, style)
            else:
                cell.value = value
        _hide_keys(sheet, cells)
    if not any(sheet.sheet_state == "visible" for sheet in book.worksheets):
        book.worksheets[0].sheet_state = "visible"
    return book


def _format_of(value: CellValue) -> str:
    return "@" if isinstance(value, str) else "General"


def _hide_keys(sheet: Worksheet, cells: SheetValues) -> None:
    """Hide again what people need not see, and give the columns a readable width."""
    marks = {c: column_code(v) for (_, c), v in cells.items() if isinstance(v, str)}
    fields = {of.value for of in ReturnField}
    for (row, column), value in cells.items():
        letter = get_column_letter(column + 1)
        sheet.column_dimensions[letter].width = 24 if marks.get(column) in fields else 20
        if not isinstance(value, str):
            continue
        if value == KEY_SHEET_MARK:
            sheet.sheet_state = "veryHidden"
        elif column_code(value) is not None:
            sheet.row_dimensions[row + 1].hidden = True
    for (_, column), value in cells.items():
        if isinstance(value, str) and value.startswith(("cchc:t", "CCHC", INFO_MARK)):
            sheet.column_dimensions[get_column_letter(column + 1)].hidden = True


def _take_off_marks(book: Workbook) -> None:
    for sheet in list(book.worksheets):
        if sheet.cell(1, 1).value == INFO_MARK and sheet.cell(1, 2).value == _AUTHOR:
            book.remove(sheet)
            continue
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell, Cell) and cell.comment and cell.comment.author == _AUTHOR:
                    cell.comment = None
                    cell.fill = PatternFill() if cell.protection.locked else input_fill()


def _mark(book: Workbook, remark: Remark) -> None:
    if remark.row is None or remark.sheet not in book.sheetnames:
        return
    sheet = book[remark.sheet]
    cell = sheet.cell(remark.row, remark.column or 1)
    if isinstance(cell, MergedCell):
        merged = (r for r in sheet.merged_cells.ranges if cell.coordinate in r)
        origin = next(merged, None)
        if origin is None:
            return
        cell = sheet.cell(origin.min_row, origin.min_col)
    if not isinstance(cell, Cell):
        return
    before = f"{cell.comment.text}\n" if cell.comment and cell.comment.author == _AUTHOR else ""
    comment = Comment((before + remark.sentence)[:_LONGEST_COMMENT], _AUTHOR)
    comment.width, comment.height = 320, 120
    cell.comment = comment
    cell.fill = _RED


def _list(
    book: Workbook, remarks: Sequence[Remark], catalogue: ReturnCatalogue, measure: TextMeasure
) -> None:
    name = catalogue.sheets["errors"]
    while name in book.sheetnames:
        name = f"{name[:28]} 2"
    sheet = book.create_sheet(name, 0)
    put_text(sheet.cell(1, 1), INFO_MARK)
    put_text(sheet.cell(1, 2), _AUTHOR)
    sheet.row_dimensions[1].hidden = True
    put(sheet, 2, 1, catalogue.texts["errors_title"], Style(13.0, bold=True, is_wrapped=False))
    put(sheet, 3, 1, catalogue.texts["errors_note"], Style(italic=True, is_wrapped=False))
    head = Style(bold=True, horizontal="center", vertical="center", is_boxed=True, is_head=True)
    for column, (heading, width) in enumerate(
        zip(catalogue.error_headings, _WIDTHS_MM, strict=True), 1
    ):
        put(sheet, 4, column, heading, head)
        sheet.column_dimensions[get_column_letter(column)].width = excel_width(width)
    body = Style(is_boxed=True)
    heights = Heights(sheet, measure)
    for row, remark in enumerate(remarks, 5):
        at = ""
        if remark.row is not None:
            letter = get_column_letter(remark.column) if remark.column else ""
            at = f"{letter}{remark.row}"
        values: tuple[int | str, ...] = (row - 4, remark.sheet, at, remark.text, remark.sentence)
        for column, value in enumerate(values, 1):
            put(sheet, row, column, value, body)
        texts = (remark.sheet, remark.text, remark.sentence)
        widths = (_WIDTHS_MM[1], *_WIDTHS_MM[3:])
        heights.fit(row, list(zip(texts, widths, strict=True)), bold=False)
        if remark.row is not None and remark.sheet in book.sheetnames:
            quoted = remark.sheet.replace("'", "''")
            cell = f"{get_column_letter(remark.column or 1)}{remark.row}"
            sheet.cell(row, 3).hyperlink = f"#'{quoted}'!{cell}"
    set_up_page(sheet, 4, "A")
    book.active = 0
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
