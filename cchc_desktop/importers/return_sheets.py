"""Opens a returned workbook and gives the values of its cells as they are, untouched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.domain.errors import (
    SourceDisguised,
    SourceIsNoReturn,
    SourceKindUnknown,
    SourceTooLarge,
)
from cchc_desktop.importers.calamine_sheets import open_workbook, sheet_of_cells
from cchc_desktop.importers.return_formulas import SpecialCell, special_cells
from cchc_desktop.importers.safe_xml import iterate
from cchc_desktop.importers.source_guard import GuardedSource, SourceKind, open_source
from cchc_desktop.importers.workbook_styles import WorkbookStyles
from cchc_desktop.importers.zip_package import PACKAGE_LIMIT, Package

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

RawValue = str | float | bool | date | datetime | time | timedelta
Spot = tuple[int, int]
"""Row and column, both from 0."""

# A return has some hundred rows; a sheet that spans more is no return, or means harm.
_CELL_LIMIT = 1_000_000
_MERGED_ROWS, _MERGED_COLUMNS, _COVERED_LIMIT = 2000, 60, 300_000
_ODF_CONTENT = "content.xml"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


@dataclass(frozen=True, slots=True)
class ReturnSheet:
    """One sheet ("trang tính").

    Attributes:
        cells: What is not blank.
        covered: Cells that a merged one covers, and where that begins.
        special: Formulas and error values.
    """

    name: str
    cells: Mapping[Spot, RawValue]
    covered: Mapping[Spot, Spot] = field(default_factory=dict)
    special: Mapping[Spot, SpecialCell] = field(default_factory=dict)

    def rows(self) -> list[tuple[int, list[tuple[int, RawValue]]]]:
        """Return the rows with anything in them, and their cells from the left."""
        found: dict[int, list[tuple[int, RawValue]]] = {}
        for (row, column), value in self.cells.items():
            found.setdefault(row, []).append((column, value))
        return sorted(found.items())


def open_return(path: Path) -> GuardedSource:
    """Return a workbook's bytes; unlike an import, whatever the file's name ends in.

    Raises:
        SourceRejected: It is no workbook, or cannot be read.
        FileMissing: There is no such file.
    """
    try:
        source = open_source(path)
    except (SourceKindUnknown, SourceDisguised):
        found = _workbook_under_other_name(path)
        if found is None:
            raise
        return found
    if source.kind not in (SourceKind.WORKBOOK, SourceKind.OLD_WORKBOOK):
        raise SourceIsNoReturn(file=path.name)
    return source


def _workbook_under_other_name(path: Path) -> GuardedSource | None:
    """Return a workbook whose name promises something else, also one of LibreOffice."""
    data = path.read_bytes()
    if not data.startswith(b"PK\x03\x04"):
        return None
    package = Package(path.name, data)
    if not package.find_part("xl/workbook", ".xml"):
        if not package.has(_ODF_CONTENT):
            return None
        _check_odf(path.name, package)
    package.check_every_part()
    return GuardedSource(path.name, data, SourceKind.WORKBOOK, path.suffix.lower().lstrip("."))


def _check_odf(name: str, package: Package) -> None:
    """Raise when repeated cells or rows would fill the memory."""
    row = widest = filled = 0
    sheet = None
    for element in iterate(name, package.read(_ODF_CONTENT), _TABLE + "table-row"):
        holder = next(element.iterancestors(_TABLE + "table"), None)
        if holder is not sheet:
            sheet, row, widest, filled = holder, 0, 0, 0
        column = last = 0
        for cell in element.iterchildren(_TABLE + "table-cell", _TABLE + "covered-table-cell"):
            column += _repeated(cell.get(_TABLE + "number-columns-repeated"))
            if len(cell):
                last = column
        row += _repeated(element.get(_TABLE + "number-rows-repeated"))
        if last:
            widest, filled = max(widest, last), row
        if filled * widest > _CELL_LIMIT:
            raise SourceTooLarge(file=name, limit_mb=PACKAGE_LIMIT // 1_048_576)


def _repeated(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 1


def read_sheets(source: GuardedSource) -> tuple[ReturnSheet, ...]:
    """Return every sheet, hidden ones too."""
    special: Mapping[str, Mapping[Spot, SpecialCell]] = {}
    if source.kind is SourceKind.WORKBOOK:
        WorkbookStyles(source.name, source.data).check_extent(_CELL_LIMIT)
        special = special_cells(source.name, source.data)
    workbook = open_workbook(source)
    sheets = []
    for index, name in enumerate(workbook.sheet_names):
        sheet = sheet_of_cells(source.name, workbook, index, _CELL_LIMIT)
        if sheet is not None:
            cells = _cells(sheet)
            covered = _covered(sheet)
            sheets.append(ReturnSheet(name, cells, covered, special.get(name, {})))
    return tuple(sheets)


def _cells(sheet: CalamineSheet) -> dict[Spot, RawValue]:
    start = sheet.start
    if start is None:
        return {}
    # Rows come from the sheet's first one, columns from the first that is filled.
    return {
        (row, column): value
        for row, values in enumerate(sheet.iter_rows())
        for column, value in enumerate(values, start[1])
        if not (isinstance(value, str) and not value.strip())
    }


def _covered(sheet: CalamineSheet) -> dict[Spot, Spot]:
    covered: dict[Spot, Spot] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        # A merged cell may go down to the last of a million rows.
        for row in range(top, min(bottom, top + _MERGED_ROWS) + 1):
            for column in range(left, min(right, left + _MERGED_COLUMNS) + 1):
                if (row, column) != (top, left):
                    covered[row, column] = (top, left)
        if len(covered) > _COVERED_LIMIT:
            break
    return covered
