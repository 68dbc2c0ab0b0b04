"""Finds the hidden keys of a returned workbook: whom it is from, and what its rows were made from.

``documents/return_keys`` writes them; here they are found wherever they have got to.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cchc_desktop.domain.agency_return import (
    INFO_MARK,
    KEY_SHEET_MARK,
    PieceRef,
    ReturnField,
    ReturnIdentity,
    ReturnRowKey,
    ReturnValue,
    value_from_code,
)
from cchc_desktop.importers.excel_reader import value_text
from cchc_desktop.importers.return_sheets import RawValue, ReturnSheet
from cchc_desktop.importers.source_guard import GuardedSource, SourceKind
from cchc_desktop.importers.zip_package import Package

_STAMP = re.compile(r"CCHC\d{1,4};[a-z0-9;=-]{20,200};check=[0-9a-f]{8}")
_HEAD = 5
_KEY_START = "cchc:t"


@dataclass(frozen=True, slots=True)
class MadeRow:
    """A row as it was made ("dòng khi lập biểu").

    Attributes:
        number: Its STT in the workbook.
        values: What was recorded, or None when that cannot be read.
    """

    key: ReturnRowKey
    number: str
    values: Mapping[ReturnField, ReturnValue] | None


@dataclass(frozen=True)
class ReturnKeys:
    """All hidden keys of a workbook ("mã ẩn của biểu báo cáo").

    Attributes:
        rows: Every row the workbook was made with; None when the key sheet is gone.
        sheets: The sheets that hold keys and nothing else.
    """

    identity: ReturnIdentity | None = None
    rows: Mapping[PieceRef, MadeRow] | None = None
    sheets: frozenset[str] = field(default_factory=frozenset)


def find_keys(source: GuardedSource, sheets: Sequence[ReturnSheet]) -> ReturnKeys:
    """Return the keys of a workbook, from wherever they are still whole."""
    for sheet in sheets:
        keys = _of_key_sheet(sheet)
        if keys is not None and keys.identity is not None:
            return keys
    identity = next(_stamps(_texts(sheets)), None)
    if identity is None and source.kind is SourceKind.WORKBOOK:
        identity = next(_stamps(_workbook_text(source)), None)
    return ReturnKeys(identity)


def stamp_of(sheet: ReturnSheet) -> ReturnIdentity | None:
    """Return the identity that stands in a sheet itself, or None."""
    return next(_stamps(_texts((sheet,))), None)


def row_key(cells: Iterable[tuple[int, RawValue]]) -> tuple[int, ReturnRowKey | None] | None:
    """Return the column and the key of a row; the key is None when it was altered."""
    for column, value in cells:
        if isinstance(value, str) and value.startswith(_KEY_START):
            return column, ReturnRowKey.from_code(value)
    return None


def is_marked_info(cells: Iterable[tuple[int, RawValue]]) -> bool:
    """Tell whether a row says of itself that it holds nothing to be read."""
    return any(value == INFO_MARK for _, value in cells)


def _of_key_sheet(sheet: ReturnSheet) -> ReturnKeys | None:
    identity: ReturnIdentity | None = None
    made: dict[PieceRef, MadeRow] = {}
    is_key_sheet = False
    for _, cells in sheet.rows():
        first_column, first = cells[0]
        if first == KEY_SHEET_MARK:
            is_key_sheet = True
            identity = _head(first_column, dict(cells))
            continue
        key = ReturnRowKey.from_code(first) if isinstance(first, str) else None
        if key is not None:
            texts = {column - first_column: value_text(value) for column, value in cells}
            made[key.piece] = MadeRow(key, texts.get(1, ""), _values(texts))
    if not is_key_sheet:
        return None
    return ReturnKeys(identity, made, frozenset({sheet.name}))


def _head(first: int, cells: Mapping[int, RawValue]) -> ReturnIdentity | None:
    texts = [value_text(cells.get(first + offset, "")) for offset in range(_HEAD)]
    identity = ReturnIdentity.from_stamp(texts[1])
    if identity is None:
        return None
    return replace(identity, office_name=texts[2], period_title=texts[3], agency_name=texts[4])


def _values(texts: Mapping[int, str]) -> dict[ReturnField, ReturnValue] | None:
    try:
        return {
            of: value_from_code(of, texts.get(index, "")) for index, of in enumerate(ReturnField, 2)
        }
    except ValueError:
        return None


def _texts(sheets: Iterable[ReturnSheet]) -> Iterator[str]:
    for sheet in sheets:
        for value in sheet.cells.values():
            if isinstance(value, str) and value.startswith("CCHC"):
                yield value


def _stamps(texts: Iterable[str]) -> Iterator[ReturnIdentity]:
    for text in texts:
        for match in _STAMP.finditer(text):
            identity = ReturnIdentity.from_stamp(match[0])
            if identity is not None:
                yield identity


def _workbook_text(source: GuardedSource) -> Iterator[str]:
    """Yield the part of the package that holds the defined names."""
    package = Package(source.name, source.data)
    part = package.find_part("xl/workbook", ".xml")
    if part is not None:
        yield package.read(part).decode("utf-8", "replace")
