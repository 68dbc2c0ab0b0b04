"""The hidden keys of a return's workbook: whom it is from, and what each row was made from.

They are kept in several ways, so that they outlive what people and programs do to a file:
the codes of the columns in a hidden row above the header, the key of each row in a hidden
column, the identity in a very hidden sheet, in a defined name and beside the codes, and the
values a row was made from in the very hidden sheet.  ``importers/return_keys`` reads them.
"""

from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from cchc_desktop.documents.return_cells import put_text
from cchc_desktop.domain.agency_return import (
    INFO_MARK,
    KEY_COLUMN,
    KEY_SHEET_MARK,
    ReturnField,
    ReturnIdentity,
    ReturnLine,
    column_mark,
    value_code,
)

_KEY_SHEET = "cchc"
_STAMP_NAME = "cchc_return"
_KEY_HEADING = "Mã dòng"
_HEADER_ROW = 5


def mark_columns(sheet: Worksheet, codes: Sequence[str], identity: ReturnIdentity) -> None:
    """Write the columns' codes and the identity into the hidden first row."""
    for index, code in enumerate((*codes, KEY_COLUMN), 1):
        _put(sheet, 1, index, column_mark(code))
    key, stamp = len(codes) + 1, len(codes) + 2
    _put(sheet, 1, stamp, identity.stamp)
    _put(sheet, _HEADER_ROW, key, _KEY_HEADING)
    sheet.row_dimensions[1].hidden = True
    for index in (key, stamp):
        sheet.column_dimensions[get_column_letter(index)].hidden = True


def mark_info(sheet: Worksheet, row: int, column: int) -> None:
    """Mark a row that holds nothing to be read; in the first row, a whole sheet."""
    _put(sheet, row, column, INFO_MARK)
    sheet.column_dimensions[get_column_letter(column)].hidden = True


def write_key_sheet(book: Workbook, identity: ReturnIdentity, lines: Iterable[ReturnLine]) -> None:
    """Write the very hidden sheet and the defined name."""
    sheet = book.create_sheet(_KEY_SHEET)
    sheet.sheet_state = "veryHidden"
    head = (
        KEY_SHEET_MARK, identity.stamp, identity.office_name, identity.period_title,
        identity.agency_name,
    )  # fmt: skip
    for column, text in enumerate(head, 1):
        _put(sheet, 1, column, text)
    for row, line in enumerate(lines, 2):
        values = (value_code(line.values.get(of)) for of in ReturnField)
        for column, text in enumerate((line.key.code, line.number, *values), 1):
            _put(sheet, row, column, text)
    sheet.protection.sheet = True
    book.defined_names[_STAMP_NAME] = DefinedName(_STAMP_NAME, attr_text=f'"{identity.stamp}"')


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    cell = sheet.cell(row, column)
    assert isinstance(cell, Cell)  # noqa: S101 - nothing is merged here
    put_text(cell, text)
