"""Fills in workbooks the way an agency does, in Excel's own terms."""

from pathlib import Path

import openpyxl

from cchc_desktop.domain.agency_return import ReturnRowKey
from cchc_desktop.services.session import Session

COLUMNS = {
    name: index
    for index, name in enumerate(
        ("number", "content", "product", "deadline", "before", "statement", "done_on", "percent",
         "result", "document_number", "document_date", "document_subject", "difficulties",
         "proposals", "key"),
        1,
    )
}  # fmt: skip


def rows_of(sheet) -> dict[str, int]:
    """The rows by the STT in their first column."""
    found = {}
    for row in range(1, sheet.max_row + 1):
        key = sheet.cell(row, COLUMNS["key"]).value
        if isinstance(key, str) and ReturnRowKey.from_code(key):
            found[sheet.cell(row, 1).value] = row
    return found


def fill(path: Path, number: str, to: Path | None = None, **cells: object) -> Path:
    """Write cells of the row with this STT."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    row = rows_of(sheet)[number]
    for name, value in cells.items():
        sheet.cell(row, COLUMNS[name]).value = value
    book.save(to or path)
    return to or path


def agency_id(session: Session, name: str) -> int:
    return next(a.id for a in session.agencies.catalogue().agencies if a.name == name)
