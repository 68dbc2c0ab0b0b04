"""Decides what a source file is, and refuses what cannot be read, before it is unpacked.

A file is judged by its content; its name only tells what the officer expects of it.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from cchc_desktop.domain.errors import (
    FileMissing,
    SourceDamaged,
    SourceDisguised,
    SourceEmpty,
    SourceEncrypted,
    SourceIsOldWord,
    SourceKindUnknown,
    SourceTooLarge,
    StorageFailed,
)
from cchc_desktop.importers.zip_package import Package

_MEGABYTE = 1024 * 1024
FILE_LIMIT = 64 * _MEGABYTE

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (_OLE, "ole"),
    (b"%PDF", "pdf"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"BM", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"{\\rtf", "rtf"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"MZ", "program"),
)


class SourceKind(StrEnum):
    """The kinds of source that can be read ("loại tệp nguồn")."""

    WORD = "docx"
    WORKBOOK = "xlsx"
    OLD_WORKBOOK = "xls"
    TEXT = "text"
    WEB_PAGE = "html"


_EXPECTED = {
    ".docx": SourceKind.WORD,
    ".docm": SourceKind.WORD,
    ".dotx": SourceKind.WORD,
    ".xlsx": SourceKind.WORKBOOK,
    ".xlsm": SourceKind.WORKBOOK,
    ".xls": SourceKind.OLD_WORKBOOK,
    ".txt": SourceKind.TEXT,
    ".tsv": SourceKind.TEXT,
    ".tab": SourceKind.TEXT,
    ".csv": SourceKind.TEXT,
    ".htm": SourceKind.WEB_PAGE,
    ".html": SourceKind.WEB_PAGE,
}
_WORKBOOKS = {SourceKind.WORKBOOK, SourceKind.OLD_WORKBOOK}
_PLAIN = {SourceKind.TEXT, SourceKind.WEB_PAGE}


@dataclass(frozen=True, slots=True)
class GuardedSource:
    """A file that may be read ("tệp đã kiểm tra").

    Attributes:
        expected: What its name promises.
    """

    name: str
    data: bytes
    kind: SourceKind
    expected: str

    @property
    def is_as_named(self) -> bool:
        """Whether the content is what the name promises."""
        return self.expected == self.kind.value


def open_source(path: Path) -> GuardedSource:
    """Return the file's bytes and its kind, or raise why it cannot be imported."""
    name = path.name
    data = _read(path)
    if not data.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise SourceEmpty(file=name)
    suffix = path.suffix.lower()
    expected = _EXPECTED.get(suffix)
    found = _found_kind(name, data, expected)
    if suffix == ".doc" and found in {SourceKind.WORD.value, SourceKind.WEB_PAGE.value}:
        return GuardedSource(name, data, SourceKind(found), "doc")
    if expected is None:
        raise SourceKindUnknown(file=name, kind=suffix.lstrip(".") or found)
    if found not in set(SourceKind):
        raise SourceDisguised(file=name, expected=expected.value, found=found)
    kind = SourceKind(found)
    if not _may_stand_for(kind, expected):
        raise SourceDisguised(file=name, expected=expected.value, found=found)
    return GuardedSource(name, data, kind, expected.value)


def _may_stand_for(kind: SourceKind, expected: SourceKind) -> bool:
    """Old systems save web pages and plain text as .xls; Excel itself opens those."""
    if kind is expected or {kind, expected} <= _WORKBOOKS or {kind, expected} <= _PLAIN:
        return True
    return expected is SourceKind.OLD_WORKBOOK and kind in _PLAIN


def _read(path: Path) -> bytes:
    try:
        if not path.exists():
            raise FileMissing(file=path.name)
        if path.stat().st_size > FILE_LIMIT:
            raise SourceTooLarge(file=path.name, limit_mb=FILE_LIMIT // _MEGABYTE)
        return path.read_bytes()
    except OSError as error:
        raise StorageFailed(file=path.name) from error


def _found_kind(name: str, data: bytes, expected: SourceKind | None) -> str:
    kind = next((kind for magic, kind in _SIGNATURES if data.startswith(magic)), "")
    if kind == "zip":
        return _package_kind(name, data)
    if kind == "ole":
        return _compound_kind(name, data, expected)
    if kind in {"pdf", "image", "rtf", "archive", "program"} and not _is_readable(data):
        return kind
    if b"PK\x03\x04".startswith(data[:4]) or _OLE.startswith(data[:8]):
        raise SourceDamaged(file=name)
    if kind in {"pdf", "rtf"}:
        return kind
    head = data[:4096].lstrip(b"\xef\xbb\xbf\r\n\t ").lower()
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")) or b"<html" in head:
        return SourceKind.WEB_PAGE.value
    if head.startswith(b"<?xml"):
        return "xml"
    if expected in _PLAIN or _is_readable(data):
        return SourceKind.TEXT.value if not _is_binary(data) else "unknown"
    return "unknown"


def _is_readable(data: bytes) -> bool:
    return not any(byte < 9 for byte in data[:512])


def _is_binary(data: bytes) -> bool:
    """Text has no NUL bytes, unless it is UTF-16, where every other byte may be one."""
    head = data[:4096]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or 0 not in head:
        return False
    even, odd = head[::2].count(0), head[1::2].count(0)
    return min(even, odd) * 4 > max(even, odd) or max(even, odd) * 20 < len(head)


def _package_kind(name: str, data: bytes) -> str:
    package = Package(name, data)
    if package.has("word/document.xml") or package.find_part("word/document", ".xml"):
        return SourceKind.WORD.value
    if package.find_part("xl/workbook", ".xml"):
        package.check_every_part()
        return SourceKind.WORKBOOK.value
    if package.has("mimetype"):
        return "odf"
    return "zip"


def _compound_kind(name: str, data: bytes, expected: SourceKind | None) -> str:
    """Name what a compound (OLE2) file holds by the names in its directory.

    Where the directory cannot be read, the file's name decides: under the name of a
    newer file a compound one is nearly always that file encrypted with a password.
    """
    if _has_stream(data, "EncryptedPackage") or _has_stream(data, "EncryptionInfo"):
        raise SourceEncrypted(file=name)
    if _has_stream(data, "Workbook") or _has_stream(data, "Book"):
        return SourceKind.OLD_WORKBOOK.value
    if _has_stream(data, "WordDocument") or name.lower().endswith(".doc"):
        raise SourceIsOldWord(file=name)
    if expected in {SourceKind.WORD, SourceKind.WORKBOOK}:
        raise SourceEncrypted(file=name)
    if len(data) < 2048:
        raise SourceDamaged(file=name)
    return "ole"


def _has_stream(data: bytes, stream: str) -> bool:
    return (stream + "\0").encode("utf-16-le") in data
