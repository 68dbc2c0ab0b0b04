"""Finds the columns of a returned sheet, wherever they have been moved to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cchc_desktop.domain.agency_return import KEY_COLUMN, ReturnField, column_code
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.return_catalogue import ReturnCatalogue
from cchc_desktop.domain.return_problems import ReturnProblem
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.importers.excel_reader import value_text
from cchc_desktop.importers.return_keys import row_key
from cchc_desktop.importers.return_sheets import RawValue, ReturnSheet

_FEWEST_HEADINGS = 3
_Row = tuple[int, list[tuple[int, RawValue]]]


@dataclass(frozen=True)
class ReturnLayout:
    """Where things stand in one sheet of a return ("bố cục biểu báo cáo").

    Attributes:
        mark_row: The hidden row of codes, or None when it is gone.
        header_row: The row of headings, or None when it is gone.
        columns: The column of each code, from 0.
        headings: The words above each column.
        repeated: Columns that claim to be the same as another; a problem names them.
    """

    mark_row: int | None
    header_row: int | None
    columns: dict[str, int]
    headings: dict[int, str]
    problems: tuple[Problem, ...]
    repeated: frozenset[int] = frozenset()

    @property
    def fields(self) -> dict[ReturnField, int]:
        """The columns that an agency fills in."""
        return {of: self.columns[of.value] for of in ReturnField if of.value in self.columns}

    def is_repeated(self, column: int) -> bool:
        """Tell whether a column claims to be the same as another."""
        return column in self.repeated


def find_layout(
    file: str, sheet: ReturnSheet, rows: Sequence[_Row], catalogue: ReturnCatalogue
) -> ReturnLayout | None:
    """Return where the columns are; None when the sheet is not one to be filled in.

    What stands above a column for people to read decides; the hidden code decides where
    a heading was reworded.
    """
    mark_row, marks = _marks(rows)
    has_keys = any(row_key(cells) for _, cells in rows)
    if not marks and not has_keys:
        return None
    header_row, headings = _header(rows, catalogue)
    if not marks and header_row is None:
        return None
    found: dict[str, list[int]] = {}
    for column in sorted({*marks, *headings}):
        known = catalogue.column_by_heading(headings.get(column, ""))
        code = known.code if known else marks.get(column)
        if code is not None and code != KEY_COLUMN:
            found.setdefault(code, []).append(column)
    columns, problems, repeated = {}, [], set()
    for entry in catalogue.columns:
        at = found.get(entry.code, [])
        if len(at) > 1:
            at = [column for column in at if marks.get(column) == entry.code] or at
        if len(at) == 1:
            columns[entry.code] = at[0]
            continue
        repeated.update(at)
        code = ReturnProblem.COLUMN_REPEATED if at else ReturnProblem.COLUMN_MISSING
        place = Place(
            file, sheet.name, None if header_row is None else header_row + 1,
            at[-1] + 1 if at else None, is_sheet=True,
        )  # fmt: skip
        severity = Severity.DROPPED if at else Severity.CHECK
        problems.append(Problem(code, severity, place, "", {"heading": entry.heading}))
    return ReturnLayout(
        mark_row, header_row, columns, headings, tuple(problems), frozenset(repeated)
    )


def _marks(rows: Iterable[_Row]) -> tuple[int | None, dict[int, str]]:
    best: tuple[int | None, dict[int, str]] = None, {}
    for row, cells in rows:
        codes = {column: column_code(v) for column, v in cells if isinstance(v, str)}
        marks = {column: code for column, code in codes.items() if code}
        if len(marks) > len(best[1]):
            best = row, marks
    return best


def _header(rows: Iterable[_Row], catalogue: ReturnCatalogue) -> tuple[int | None, dict[int, str]]:
    best: tuple[int, int | None, dict[int, str]] = 0, None, {}
    for row, cells in rows:
        headings = {column: one_line(value_text(value)) for column, value in cells}
        count = sum(catalogue.column_by_heading(text) is not None for text in headings.values())
        if count > best[0]:
            best = count, row, headings
    return (best[1], best[2]) if best[0] >= _FEWEST_HEADINGS else (None, {})
