"""Reads the sheets of a workbook, new (.xlsx) or old (.xls)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from cchc_desktop.importers.calamine_sheets import open_workbook, sheet_of_cells
from cchc_desktop.importers.raw_table import RawCell, RawRow, RawRun, RawSource, RawTable
from cchc_desktop.importers.source_guard import GuardedSource, SourceKind
from cchc_desktop.importers.workbook_styles import WorkbookStyles

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_CELL_LIMIT = 3_000_000
_Merges = dict[tuple[int, int], tuple[int, int]]


def read_workbook(source: GuardedSource) -> RawSource:
    """Return every sheet with text as a table; hidden rows and sheets are read too."""
    from python_calamine import SheetVisibleEnum

    styles = None
    if source.kind is SourceKind.WORKBOOK:
        styles = WorkbookStyles(source.name, source.data)
        styles.check_extent(_CELL_LIMIT)
    workbook = open_workbook(source)
    tables = []
    for index, meta in enumerate(workbook.sheets_metadata):
        sheet = sheet_of_cells(source.name, workbook, index, _CELL_LIMIT)
        rows = _rows(sheet) if sheet is not None else ()
        if rows:
            is_hidden = meta.visible != SheetVisibleEnum.Visible
            tables.append(RawTable(index, meta.name, rows, is_sheet=True, is_hidden=is_hidden))
    return RawSource(source.name, tuple(tables), restyle=styles.restyle if styles else None)


def _rows(sheet: CalamineSheet) -> tuple[RawRow, ...]:
    origins, covered = _merges(sheet.merged_cell_ranges or ())
    start = sheet.start
    if start is None:
        return ()
    rows = []
    # Rows come from the sheet's first one, columns from the first that is filled.
    for number, values in enumerate(sheet.iter_rows()):
        cells = _cells(number, start[1], values, origins, covered)
        if cells:
            rows.append(RawRow(number + 1, cells))
    return tuple(rows)


def _merges(ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]]) -> tuple[_Merges, _Merges]:
    """Return where merged cells begin with their spans, and which rows they cover below."""
    origins: _Merges = {}
    covered: _Merges = {}
    for (top, left), (bottom, right) in ranges:
        span = right - left + 1
        origins[top, left] = (span, bottom)
        for row in range(top + 1, min(bottom, top + 5000) + 1):
            covered[row, left] = (span, top)
    return origins, covered


def _cells(
    row: int, first: int, values: list[Any], origins: _Merges, covered: _Merges
) -> tuple[RawCell, ...]:
    cells = []
    for column, value in enumerate(values, start=first):
        text = value_text(value)
        place = (row, column)
        if place in covered:
            runs = (RawRun(text),) if text else ()
            cells.append(RawCell(column, runs, covered[place][0], is_continuation=True))
        elif text.strip() or place in origins:
            runs = (RawRun(text),) if text.strip() else ()
            cells.append(RawCell(column, runs, origins.get(place, (1, 0))[0]))
    return tuple(cells)


def value_text(value: Any) -> str:  # noqa: ANN401 - calamine's values have no common type
    """Return a cell's value as it would be read on the screen."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        day = f"{value:%d/%m/%Y}"
        return day if value.time() == time() else f"{day} {value:%H:%M}"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, timedelta):
        return str(value)
    return str(value)
