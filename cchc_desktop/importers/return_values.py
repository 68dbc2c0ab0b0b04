"""Reads what an agency typed into one cell, with everything there is to say about it."""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from cchc_desktop.domain.agency_return import ReturnField, ReturnValue
from cchc_desktop.domain.problem import Severity
from cchc_desktop.domain.return_catalogue import ReturnCatalogue
from cchc_desktop.domain.return_problems import ReturnProblem
from cchc_desktop.domain.vietnamese import fold, one_line, tidy
from cchc_desktop.importers.excel_reader import value_text
from cchc_desktop.importers.return_formulas import SpecialCell
from cchc_desktop.importers.return_sheets import RawValue

_DAY = re.compile(
    r"(?:ngay\s*)?(\d{1,2})(?:\s*[/.\-,]\s*|\s*thang\s*|\s+)(\d{1,2})"
    r"(?:\s*[/.\-,]\s*|\s*nam\s*|\s+)(\d{4}|\d{2})\.?"
)
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]00:00(?::00)?)?")
_PERCENT = re.compile(r"(-?\d{1,9}(?:[.,]\d{1,9})?)\s*(%?)")
_ERROR = re.compile(r"#(REF!|N/A|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|SPILL!|CALC!)")
_EXCEL_EPOCH = date(1899, 12, 30)
_SERIALS = range(32874, 73051)
"""The serial numbers of the days from 1990 to 2099."""
_OLDEST_DOCUMENT = date(1990, 1, 1)


@dataclass(frozen=True, slots=True)
class Said:
    """What is to be said about a cell ("nhận xét về ô")."""

    code: ReturnProblem
    severity: Severity
    params: dict[str, str]


@dataclass(frozen=True, slots=True)
class CellReading:
    """A cell as it was understood ("cách hiểu ô").

    Attributes:
        is_readable: Whether ``value`` may be taken.
    """

    value: ReturnValue = None
    said: tuple[Said, ...] = ()
    is_readable: bool = True


class CellReader:
    """Reads the cells of one workbook.

    Attributes:
        latest: The last day that may be named: the day of receipt.
    """

    def __init__(self, catalogue: ReturnCatalogue, year: int, latest: date) -> None:
        self._catalogue = catalogue
        self._earliest = date(year - 1, 1, 1)
        self.latest = latest

    def read(
        self, of: ReturnField, raw: RawValue | None, special: SpecialCell | None, base: ReturnValue
    ) -> CellReading:
        """Return what a cell says; what the program itself wrote there is not commented."""
        found = self._read(of, raw, special)
        if special is None and found.value == base and base is not None:
            return CellReading(base)
        return found

    def _read(
        self, of: ReturnField, raw: RawValue | None, special: SpecialCell | None
    ) -> CellReading:
        heading = self._catalogue.column(of).heading
        formula: tuple[Said, ...] = ()
        if special is not None:
            if special.error:
                return _refused(ReturnProblem.ERROR_VALUE, heading=heading)
            if not special.has_value or raw is None:
                return _refused(ReturnProblem.FORMULA_WITHOUT_VALUE, heading=heading)
            formula = (Said(ReturnProblem.FORMULA_TAKEN, Severity.CHECK, {"heading": heading}),)
        if raw is None or (isinstance(raw, str) and not tidy(raw)):
            return CellReading()
        if isinstance(raw, str) and _ERROR.fullmatch(raw.strip()):
            return _refused(ReturnProblem.ERROR_VALUE, heading=heading)
        if of is ReturnField.STATEMENT:
            found = self._statement(raw)
        elif of.is_date:
            found = self._day(of, raw, heading)
        elif of is ReturnField.PERCENT:
            found = _percent(raw)
        else:
            found = self._text(of, raw, heading)
        return CellReading(found.value, (*formula, *found.said), found.is_readable)

    def _statement(self, raw: RawValue) -> CellReading:
        statement = self._catalogue.statement_of(value_text(raw))
        if statement is None:
            choices = "; ".join(self._catalogue.statements.values())
            return _refused(ReturnProblem.STATEMENT_UNKNOWN, choices=choices)
        return CellReading(statement)

    def _text(self, of: ReturnField, raw: RawValue, heading: str) -> CellReading:
        is_one_line = of is ReturnField.DOCUMENT_NUMBER
        words = value_text(raw)
        text = one_line(words) if is_one_line else tidy(words)
        longest = self._catalogue.column(of).longest
        if len(text) > longest:
            return _refused(ReturnProblem.TEXT_TOO_LONG, heading=heading, longest=str(longest))
        if isinstance(raw, date):
            # A number such as "12/3" that Excel took for a day.
            return _taken(text, ReturnProblem.DATE_TAKEN, heading=heading, value=text)
        return CellReading(text)

    def _day(self, of: ReturnField, raw: RawValue, heading: str) -> CellReading:
        is_usual = True
        if isinstance(raw, datetime):
            day = raw.date()
        elif isinstance(raw, date):
            day = raw
        elif isinstance(raw, str):
            parts = _day_parts(raw)
            if parts is None:
                return _refused(ReturnProblem.DATE_UNREADABLE, heading=heading)
            year, month, number, is_usual = parts
            try:
                day = date(year, month, number)
            except ValueError:
                return _refused(ReturnProblem.DATE_IMPOSSIBLE, heading=heading)
        elif not isinstance(raw, bool | timedelta) and _is_serial(raw):
            day, is_usual = _EXCEL_EPOCH + timedelta(days=int(float(str(raw)))), False
        else:
            return _refused(ReturnProblem.DATE_UNREADABLE, heading=heading)
        if day > self.latest:
            latest = f"{self.latest:%d/%m/%Y}"
            return _refused(ReturnProblem.DATE_IN_FUTURE, heading=heading, latest=latest)
        earliest = self._earliest if of is ReturnField.DONE_ON else _OLDEST_DOCUMENT
        if day < earliest:
            first = f"{earliest:%d/%m/%Y}"
            return _refused(ReturnProblem.DATE_TOO_OLD, heading=heading, earliest=first)
        if is_usual:
            return CellReading(day)
        return _taken(day, ReturnProblem.DATE_TAKEN, heading=heading, value=f"{day:%d/%m/%Y}")


def _day_parts(text: str) -> tuple[int, int, int, bool] | None:
    """Return year, month, day and whether it is written as is usual; None when it is no day."""
    words = fold(one_line(text))
    if iso := _ISO_DAY.fullmatch(words):
        return int(iso[1]), int(iso[2]), int(iso[3]), True
    match = _DAY.fullmatch(words)
    if match is None:
        return None
    year = int(match[3])
    is_short = len(match[3]) == 2
    return (2000 + year if is_short else year), int(match[2]), int(match[1]), not is_short


def _is_serial(raw: RawValue) -> bool:
    return isinstance(raw, int | float) and float(raw).is_integer() and int(raw) in _SERIALS


def _percent(raw: RawValue) -> CellReading:
    has_sign = False
    if isinstance(raw, str):
        match = _PERCENT.fullmatch(one_line(raw))
        if match is None:
            return _refused(ReturnProblem.PERCENT_UNREADABLE)
        number, has_sign = float(match[1].replace(",", ".")), bool(match[2])
    elif isinstance(raw, int | float) and not isinstance(raw, bool):
        number = float(raw)
    else:
        return _refused(ReturnProblem.PERCENT_UNREADABLE)
    if not 0 <= number <= 100:
        return _refused(ReturnProblem.PERCENT_OUT_OF_RANGE)
    if number == 1 and not has_sign:
        return CellReading(
            1, (Said(ReturnProblem.PERCENT_AMBIGUOUS, Severity.DROPPED, {}),), is_readable=False
        )
    if 0 < number < 1 and not has_sign:
        number *= 100
    elif number.is_integer():
        return CellReading(int(number))
    value = int(number + 0.5)
    return _taken(value, ReturnProblem.PERCENT_TAKEN, value=str(value))


def _refused(code: ReturnProblem, **params: str) -> CellReading:
    return CellReading(None, (Said(code, Severity.DROPPED, params),), is_readable=False)


def _taken(taken: ReturnValue, code: ReturnProblem, **params: str) -> CellReading:
    return CellReading(taken, (Said(code, Severity.NOTICE, params),))
