"""From a workbook that an agency sent back to what it says, with all that could not be read.

Nothing is written anywhere and nothing is guessed: a cell that is not understood, and a row
whose work is not certain, is left out and named with its place.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

from openpyxl.utils import get_column_letter

from cchc_desktop.domain.agency_return import (
    RETURN_VERSION,
    PieceRef,
    ReturnedRow,
    ReturnedWorkbook,
    ReturnField,
    ReturnIdentity,
    ReturnRowKey,
    ReturnValue,
    words_fingerprint,
)
from cchc_desktop.domain.errors import ReturnTooNew, SourceHasNoTable, SourceIsNoReturn
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.progress import Statement
from cchc_desktop.domain.return_catalogue import ReturnCatalogue
from cchc_desktop.domain.return_problems import ReturnProblem
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.importers.excel_reader import value_text
from cchc_desktop.importers.problem_codes import ProblemCode
from cchc_desktop.importers.return_columns import ReturnLayout, find_layout
from cchc_desktop.importers.return_keys import (
    ReturnKeys,
    find_keys,
    is_marked_info,
    row_key,
    stamp_of,
)
from cchc_desktop.importers.return_sheets import (
    RawValue,
    ReturnSheet,
    open_return,
    read_sheets,
)
from cchc_desktop.importers.return_values import CellReader
from cchc_desktop.importers.source_guard import GuardedSource


def read_return(path: Path, catalogue: ReturnCatalogue, latest: date) -> ReturnedWorkbook:
    """Return what a workbook says.

    Args:
        path: The file, whatever its name.
        catalogue: The columns and words it was made with.
        latest: The last day it may name: the day of receipt.

    Raises:
        SourceRejected: It cannot be read, or was not made by this program.
        FileMissing: There is no such file.
    """
    source = open_return(path)
    sheets = read_sheets(source)
    keys = find_keys(source, sheets)
    if keys.identity is None:
        raise SourceIsNoReturn(file=source.name)
    if keys.identity.version > RETURN_VERSION:
        raise ReturnTooNew(file=source.name, version=keys.identity.version)
    return _Reader(source, sheets, keys, keys.identity, catalogue, latest).read()


@dataclass(frozen=True, slots=True)
class _Found:
    """A row that carries a whole key."""

    key: ReturnRowKey
    row: ReturnedRow
    problems: tuple[Problem, ...]


@dataclass
class _Reader:
    """Reads one workbook, sheet by sheet."""

    source: GuardedSource
    sheets: Sequence[ReturnSheet]
    keys: ReturnKeys
    identity: ReturnIdentity
    catalogue: ReturnCatalogue
    latest: date
    found: dict[PieceRef, list[_Found]] = field(default_factory=dict)
    seen: set[PieceRef] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def read(self) -> ReturnedWorkbook:
        """Return what the workbook says."""
        if not self.source.is_as_named:
            params = {"expected": self.source.expected, "found": self.source.kind.value}
            self._say(
                ProblemCode.NAME_AND_CONTENT_DIFFER, Place(self.source.name, ""), "",
                Severity.NOTICE, **params,
            )  # fmt: skip
        forms = 0
        for sheet in self.sheets:
            if sheet.name not in self.keys.sheets:
                forms += self._read_sheet(sheet)
        if not forms:
            raise SourceHasNoTable(file=self.source.name)
        rows = self._chosen()
        self._say_missing()
        return ReturnedWorkbook(
            file=self.source.name,
            sha256=sha256(self.source.data).hexdigest(),
            identity=self.identity,
            rows=rows,
            problems=tuple(sorted(self.problems, key=_order)),
            made_with=None if self.keys.rows is None else frozenset(self.keys.rows),
        )

    def _read_sheet(self, sheet: ReturnSheet) -> bool:
        """Read a sheet; tell whether it is one to be filled in."""
        rows = sheet.rows()
        if not rows or (rows[0][0] == 0 and is_marked_info(rows[0][1])):
            return False
        layout = find_layout(self.source.name, sheet, rows, self.catalogue)
        stamp = stamp_of(sheet) if layout else None
        if layout is None or (stamp is not None and stamp.stamp != self.identity.stamp):
            if not any(is_marked_info(cells) for _, cells in rows):
                place = Place(self.source.name, sheet.name, is_sheet=True)
                self._say(ReturnProblem.SHEET_NOT_READ, place, "")
            return False
        self.problems += layout.problems
        start = layout.header_row if layout.header_row is not None else layout.mark_row
        for row, cells in rows:
            if row in (layout.mark_row, layout.header_row) or is_marked_info(cells):
                continue
            key = row_key(cells)
            if key is not None:
                self._read_keyed(sheet, layout, row, cells, key)
            elif start is not None and row > start:
                self._say_without_key(sheet, layout, row, cells)
        return True

    def _read_keyed(
        self,
        sheet: ReturnSheet,
        layout: ReturnLayout,
        row: int,
        cells: Sequence[tuple[int, RawValue]],
        found: tuple[int, ReturnRowKey | None],
    ) -> None:
        place = Place(self.source.name, sheet.name, row + 1, None, is_sheet=True)
        words = self._words(sheet, layout, row)
        key_column, key = found
        if key is None:
            self._say(ReturnProblem.KEY_DAMAGED, place, one_line(words[0]))
            return
        self.seen.add(key.piece)
        if not self._is_own(key, words, place):
            return
        base = self.keys.rows.get(key.piece) if self.keys.rows is not None else None
        is_base = base is not None and base.key.state == key.state
        made_from = base.values if base is not None and is_base else None
        log: list[Problem] = []
        values: dict[ReturnField, ReturnValue] = {}
        places: dict[ReturnField, Place] = {}
        reader = CellReader(self.catalogue, self.identity.period.year, self.latest)
        for of, column in layout.fields.items():
            spot = Place(self.source.name, sheet.name, row + 1, column + 1, is_sheet=True)
            if (row, column) in sheet.covered:
                self._say_covered(sheet, (row, column), of, spot, log)
                continue
            raw, special = sheet.cells.get((row, column)), sheet.special.get((row, column))
            reading = reader.read(of, raw, special, (made_from or {}).get(of))
            shown = "" if raw is None else value_text(raw)
            if special is not None:
                shown = special.error or special.formula
            log += [Problem(s.code, s.severity, spot, shown, s.params) for s in reading.said]
            if reading.is_readable:
                values[of], places[of] = reading.value, spot
        _settle_statement(values, places, made_from or {}, log)
        self._say_added(sheet, layout, row, cells, key_column, log)
        made = ReturnedRow(
            key.piece, place, one_line(words[0]), values, places, made_from, key.state
        )
        self.found.setdefault(key.piece, []).append(_Found(key, made, tuple(log)))

    def _is_own(self, key: ReturnRowKey, words: tuple[str, str], place: Place) -> bool:
        """Tell whether a row's words are those its key was made for."""
        print_ = words_fingerprint(*words)
        if print_ == key.words:
            return True
        other = next((m for m in (self.keys.rows or {}).values() if m.key.words == print_), None)
        text = one_line(words[0])
        if other is None:
            self._say(ReturnProblem.WORDS_DIFFER, place, text)
        else:
            self._say(ReturnProblem.WORDS_OF_OTHER, place, text, number=other.number)
        return False

    def _words(self, sheet: ReturnSheet, layout: ReturnLayout, row: int) -> tuple[str, str]:
        """Return the words of the task and its product; a merged cell's hold for all its rows."""
        words = []
        for code in ("content", "product"):
            column = layout.columns.get(code)
            spot = (row, -1 if column is None else column)
            value = sheet.cells.get(sheet.covered.get(spot, spot), "")
            words.append(value_text(value))
        return words[0], words[1]

    def _say_covered(
        self,
        sheet: ReturnSheet,
        spot: tuple[int, int],
        of: ReturnField,
        place: Place,
        log: list[Problem],
    ) -> None:
        origin = sheet.covered[spot]
        raw = sheet.cells.get(origin)
        if raw is None and sheet.cells.get(spot) is None:
            return
        params = {
            "heading": self.catalogue.column(of).heading,
            "cell": f"{get_column_letter(origin[1] + 1)}{origin[0] + 1}",
        }
        text = value_text(sheet.cells.get(spot, raw if raw is not None else ""))
        log.append(Problem(ReturnProblem.CELL_MERGED, Severity.DROPPED, place, text, params))

    def _say_added(
        self,
        sheet: ReturnSheet,
        layout: ReturnLayout,
        row: int,
        cells: Sequence[tuple[int, RawValue]],
        key_column: int,
        log: list[Problem],
    ) -> None:
        """Name the cells of a row in columns that nobody asked for."""
        known = {*layout.columns.values(), key_column}
        for column, value in cells:
            if column in known or layout.is_repeated(column):
                continue
            place = Place(self.source.name, sheet.name, row + 1, column + 1, is_sheet=True)
            heading = layout.headings.get(column) or get_column_letter(column + 1)
            log.append(
                Problem(
                    ReturnProblem.COLUMN_UNKNOWN, Severity.DROPPED, place, value_text(value),
                    {"heading": heading},
                )
            )  # fmt: skip

    def _say_without_key(
        self,
        sheet: ReturnSheet,
        layout: ReturnLayout,
        row: int,
        cells: Sequence[tuple[int, RawValue]],
    ) -> None:
        place = Place(self.source.name, sheet.name, row + 1, None, is_sheet=True)
        text = " | ".join(one_line(value_text(value)) for _, value in cells)
        print_ = words_fingerprint(*self._words(sheet, layout, row))
        known = next((m for m in (self.keys.rows or {}).values() if m.key.words == print_), None)
        if known is None:
            self._say(ReturnProblem.ROW_WITHOUT_KEY, place, text)
        else:
            self._say(ReturnProblem.ROW_KNOWN_BY_WORDS, place, text, number=known.number)

    def _chosen(self) -> tuple[ReturnedRow, ...]:
        """Return each piece's row; rows of one key that differ are left out, all of them."""
        chosen = []
        for rows in self.found.values():
            first = rows[0]
            if all(other.row.values == first.row.values for other in rows):
                chosen.append(first.row)
                self.problems += first.problems
                continue
            numbers = ", ".join(_row_name(found.row.place, first.row.place) for found in rows)
            for found in rows:
                self._say(
                    ReturnProblem.KEY_REPEATED, found.row.place, found.row.content, rows=numbers
                )
        return tuple(chosen)

    def _say_missing(self) -> None:
        for piece, made in (self.keys.rows or {}).items():
            if piece not in self.seen:
                place = Place(self.source.name, "")
                self._say(ReturnProblem.ROW_MISSING, place, "", Severity.CHECK, number=made.number)

    def _say(
        self,
        code: str,
        place: Place,
        text: str,
        severity: Severity = Severity.DROPPED,
        **params: str,
    ) -> None:
        self.problems.append(Problem(code, severity, place, text, params))


def _settle_statement(
    values: dict[ReturnField, ReturnValue],
    places: dict[ReturnField, Place],
    base: Mapping[ReturnField, ReturnValue],
    log: list[Problem],
) -> None:
    """Take a day of completion for the statement that is missing, and say so."""
    day = values.get(ReturnField.DONE_ON)
    if day is None or ReturnField.STATEMENT not in values:
        return
    said = values[ReturnField.STATEMENT]
    if day == base.get(ReturnField.DONE_ON) and said == base.get(ReturnField.STATEMENT):
        return
    text = f"{day:%d/%m/%Y}" if isinstance(day, date) else ""
    place = places[ReturnField.STATEMENT]
    if said is None and base.get(ReturnField.STATEMENT) is None:
        values[ReturnField.STATEMENT] = Statement.DONE
        log.append(Problem(ReturnProblem.STATEMENT_FROM_DAY, Severity.NOTICE, place, text))
    elif said is not None and said is not Statement.DONE:
        log.append(Problem(ReturnProblem.STATEMENT_AGAINST_DAY, Severity.CHECK, place, text))


def _row_name(place: Place, beside: Place) -> str:
    """Name a row, with its sheet where that is another."""
    return f"{place.row}" if place.part == beside.part else f"{place.part}!{place.row}"


def _order(problem: Problem) -> tuple[str, int, int]:
    return problem.place.part, problem.place.row or 0, problem.place.column or 0
