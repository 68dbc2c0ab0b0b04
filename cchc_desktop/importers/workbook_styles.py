"""Reads what a values-only reader leaves out of an .xlsx: bold and italic, fonts, formats.

Read from the package itself, for the chosen sheet only, in one pass.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from cchc_desktop.domain.errors import SourceTooLarge
from cchc_desktop.domain.problem import Severity
from cchc_desktop.importers.problem_codes import ProblemCode
from cchc_desktop.importers.raw_table import ProblemLog, RawCell, RawRun, RawTable
from cchc_desktop.importers.safe_xml import iterate, parse
from cchc_desktop.importers.zip_package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL_START = re.compile(rb'<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*[^/]>')


@dataclass(frozen=True, slots=True)
class _Font:
    bold: bool = False
    italic: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class _Format:
    font: _Font
    number: str


class WorkbookStyles:
    """The styles of one workbook ("định dạng của tệp Excel")."""

    def __init__(self, name: str, data: bytes) -> None:
        self._file = name
        self._package = Package(name, data)
        self._shared: list[tuple[RawRun, ...] | None] | None = None
        self._formats: list[_Format] | None = None

    def check_extent(self, limit: int) -> None:
        """Raise when a sheet's filled cells span more than ``limit``.

        calamine lays a sheet out as a full rectangle: two cells in opposite corners
        would take all memory.
        """
        for part in self._sheet_parts().values():
            if not self._package.has(part):
                continue
            rows, columns = [1], [1]
            for match in _CELL_START.finditer(self._package.read(part)):
                rows.append(int(match[2]))
                columns.append(_column_number(match[1].decode()))
            if (max(rows) - min(rows[1:] or [1]) + 1) * max(columns) > limit:
                raise SourceTooLarge(file=self._file, limit_mb=200)

    def restyle(self, table: RawTable) -> RawTable:
        """Return ``table`` with styles, number formats and hidden rows."""
        part = self._sheet_parts().get(table.name)
        if part is None or not self._package.has(part):
            return table
        log = ProblemLog(self._file, table.name, is_sheet=True)
        styled: dict[tuple[int, int], tuple[RawRun, ...]] = {}
        fonts: dict[tuple[int, int], _Format] = {}
        hidden: set[int] = set()
        values = {(row.number, cell.column): cell.text for row in table.rows for cell in row.cells}
        for row in self._sheet_rows(part):
            number = int(row.get("r") or 0)
            if row.get("hidden") in {"1", "true"}:
                hidden.add(number)
            for cell in row.iterchildren(_MAIN + "c"):
                place = _place(cell.get("r") or "")
                if place is None:
                    continue
                self._read_cell(cell, place, values, styled, fonts, log)
        rows = tuple(
            replace(
                row,
                cells=tuple(_styled(cell, row.number, styled, fonts) for cell in row.cells),
                is_hidden=row.number in hidden,
            )
            for row in table.rows
        )
        return replace(table, rows=rows, problems=(*table.problems, *log.problems))

    def _read_cell(
        self,
        cell: "_Element",
        place: tuple[int, int],
        values: dict[tuple[int, int], str],
        styled: dict[tuple[int, int], tuple[RawRun, ...]],
        fonts: dict[tuple[int, int], _Format],
        log: ProblemLog,
    ) -> None:
        value = cell.findtext(_MAIN + "v")
        formula = cell.findtext(_MAIN + "f")
        if formula and not value and not values.get(place):
            log.add(
                ProblemCode.FORMULA_WITHOUT_VALUE, Severity.DROPPED,
                row=place[0], column=place[1] + 1, text="=" + formula,
            )  # fmt: skip
        formats = self._cell_formats()
        style = int(cell.get("s") or 0)
        form = formats[style] if style < len(formats) else _Format(_Font(), "")
        fonts[place] = form
        kind = cell.get("t")
        runs: tuple[RawRun, ...] | None = None
        if kind == "s" and value and value.isdecimal():
            shared = self._shared_strings()
            runs = shared[int(value)] if int(value) < len(shared) else None
        elif kind == "inlineStr":
            inline = cell.find(_MAIN + "is")
            runs = _rich_runs(inline) if inline is not None else None
        elif value and kind in {None, "n"}:
            text = _formatted(value, form.number)
            runs = (RawRun(text),) if text else None
        if runs:
            base = form.font
            styled[place] = tuple(
                RawRun(r.text, r.bold, r.italic, r.font or base.name)
                if len(runs) > 1 or r.font
                else RawRun(r.text, base.bold, base.italic, base.name)
                for r in runs
            )

    def _sheet_rows(self, part: str) -> "Iterator[_Element]":
        yield from iterate(self._file, self._package.read(part), _MAIN + "row")

    def _sheet_parts(self) -> dict[str, str]:
        """Return the part of each sheet by the sheet's name."""
        main = self._package.find_part("xl/workbook", ".xml")
        rels = "xl/_rels/workbook.xml.rels"
        if main is None or not self._package.has(rels):
            return {}
        targets = {}
        for relation in parse(self._file, self._package.read(rels)).iter("{*}Relationship"):
            target = relation.get("Target") or ""
            targets[relation.get("Id")] = (
                target.lstrip("/") if target.startswith("/") else ("xl/" + target)
            )
        root = parse(self._file, self._package.read(main))
        return {
            sheet.get("name") or "": targets.get(sheet.get(_RELATION), "")
            for sheet in root.iter("{*}sheet")
        }

    def _shared_strings(self) -> list[tuple[RawRun, ...] | None]:
        if self._shared is None:
            self._shared = []
            if self._package.has("xl/sharedStrings.xml"):
                data = self._package.read("xl/sharedStrings.xml")
                self._shared = [_rich_runs(si) for si in iterate(self._file, data, _MAIN + "si")]
        return self._shared

    def _cell_formats(self) -> list[_Format]:
        if self._formats is None:
            self._formats = []
            if self._package.has("xl/styles.xml"):
                root = parse(self._file, self._package.read("xl/styles.xml"))
                self._formats = _formats(root)
        return self._formats


def _formats(root: "_Element") -> list[_Format]:
    numbers = {n.get("numFmtId"): n.get("formatCode") or "" for n in root.iter(_MAIN + "numFmt")}
    fonts = [_font(font) for font in root.iterfind(f"{_MAIN}fonts/{_MAIN}font")]
    formats = []
    for xf in root.iterfind(f"{_MAIN}cellXfs/{_MAIN}xf"):
        index = int(xf.get("fontId") or 0)
        number = xf.get("numFmtId") or "0"
        code = numbers.get(number, {"9": "0%", "10": "0.00%", "17": "mmm-yy"}.get(number, ""))
        formats.append(_Format(fonts[index] if index < len(fonts) else _Font(), code))
    return formats


def _font(element: "_Element | None") -> _Font:
    if element is None:
        return _Font()
    name = element.find(_MAIN + "name")
    if name is None:
        name = element.find(_MAIN + "rFont")
    return _Font(
        _is_on(element, "b"),
        _is_on(element, "i"),
        (name.get("val") or "") if name is not None else "",
    )


def _is_on(element: "_Element", tag: str) -> bool:
    child = element.find(_MAIN + tag)
    return child is not None and child.get("val") not in {"0", "false"}


def _rich_runs(item: "_Element") -> tuple[RawRun, ...] | None:
    """Return the runs of a shared string."""
    plain = item.findtext(_MAIN + "t")
    runs = []
    if plain is not None:
        runs.append(RawRun(_unescaped(plain)))
    for run in item.iterchildren(_MAIN + "r"):
        font = _font(run.find(_MAIN + "rPr"))
        text = _unescaped(run.findtext(_MAIN + "t") or "")
        runs.append(RawRun(text, font.bold, font.italic, font.name))
    return tuple(runs) or None


def _unescaped(text: str) -> str:
    """Excel writes control characters as _x000D_."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m[1], 16)), text)


def _formatted(value: str, code: str) -> str | None:
    """Return a number as its format shows it, where that changes what is read."""
    plain = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code).lower()
    try:
        number = float(value)
    except ValueError:
        return None
    if plain.endswith("%"):
        decimals = len(plain.rstrip("%").partition(".")[2])
        return f"{number * 100:.{decimals}f}".replace(".", ",") + "%"
    if "y" in plain and "m" in plain and "d" not in plain and 1 <= number < 2_958_466:
        day = datetime(1899, 12, 30) + timedelta(days=int(number))  # noqa: DTZ001 - a serial day
        return f"{day:%m/%Y}"
    return None


def _styled(
    cell: RawCell,
    row: int,
    styled: dict[tuple[int, int], tuple[RawRun, ...]],
    fonts: dict[tuple[int, int], _Format],
) -> RawCell:
    place = (row, cell.column)
    if not cell.runs:
        return cell
    if place in styled:
        return replace(cell, runs=styled[place])
    form = fonts.get(place)
    if form is None:
        return cell
    font = form.font
    return replace(cell, runs=(RawRun(cell.text, font.bold, font.italic, font.name),))


def _place(reference: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"([A-Z]{1,3})(\d{1,7})", reference)
    return (int(match[2]), _column_number(match[1]) - 1) if match else None


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
