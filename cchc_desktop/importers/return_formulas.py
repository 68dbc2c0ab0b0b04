"""Finds the formulas and error values of an .xlsx, which a values-only reader shows as blank."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cchc_desktop.importers.safe_xml import iterate, parse
from cchc_desktop.importers.zip_package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION = re.compile(r"\{[^}]*relationships\}id")
_PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_HINTS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b't="e"')


@dataclass(frozen=True, slots=True)
class SpecialCell:
    """A cell that is more than a value ("ô công thức hoặc ô lỗi").

    Attributes:
        formula: With its "=", or "" when there is none.
        error: Such as "#REF!", or "" when there is none.
        has_value: Whether the file holds the formula's result.
    """

    formula: str = ""
    error: str = ""
    has_value: bool = True


def special_cells(name: str, data: bytes) -> dict[str, dict[tuple[int, int], SpecialCell]]:
    """Return the formulas and errors of each sheet by row and column, both from 0."""
    package = Package(name, data)
    found = {}
    for sheet, part in _sheet_parts(name, package).items():
        if not package.has(part):
            continue
        content = package.read(part)
        if any(hint in content for hint in _HINTS):
            found[sheet] = _of_sheet(name, content)
    return found


def _of_sheet(name: str, content: bytes) -> dict[tuple[int, int], SpecialCell]:
    space = _STRICT if _STRICT.strip("{}").encode() in content[:2000] else _MAIN
    found = {}
    for row in iterate(name, content, space + "row"):
        for cell in row.iterchildren(space + "c"):
            special = _special(cell, space)
            place = _place(cell.get("r") or "") if special else None
            if place is not None and special is not None:
                found[place] = special
    return found


def _special(cell: "_Element", space: str) -> SpecialCell | None:
    formula, value = cell.find(space + "f"), cell.findtext(space + "v")
    error = (value or "#") if cell.get("t") == "e" else ""
    if formula is None and not error:
        return None
    words = "" if formula is None else "=" + (formula.text or "")
    return SpecialCell(words, error, bool(value))


def _place(reference: str) -> tuple[int, int] | None:
    match = _PLACE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _sheet_parts(name: str, package: Package) -> dict[str, str]:
    """Return the part of each sheet by the sheet's name."""
    main, rels = package.find_part("xl/workbook", ".xml"), "xl/_rels/workbook.xml.rels"
    if main is None or not package.has(rels):
        return {}
    targets = {}
    for relation in parse(name, package.read(rels)).iter("{*}Relationship"):
        target = relation.get("Target") or ""
        is_absolute = target.startswith("/")
        targets[relation.get("Id")] = target.lstrip("/") if is_absolute else f"xl/{target}"
    parts = {}
    for sheet in parse(name, package.read(main)).iter("{*}sheet"):
        key = next((v for k, v in sheet.attrib.items() if _RELATION.fullmatch(str(k))), None)
        parts[sheet.get("name") or ""] = targets.get(str(key), "")
    return parts
