"""Unpacks the parts of a zip package (.docx, .xlsx) within limits of size and memory."""

import io
import struct
import zipfile
import zlib

from cchc_desktop.domain.errors import SourceDamaged, SourceEncrypted, SourceTooLarge

_MEGABYTE = 1024 * 1024
PART_LIMIT = 96 * _MEGABYTE
PACKAGE_LIMIT = 200 * _MEGABYTE
# A table of like rows packs up to some 200 times; a file of zeros packs 1,000 times.
_RATIO_LIMIT = 500
_RATIO_FLOOR = 16 * _MEGABYTE
_CHUNK = 256 * 1024


class Package:
    """A zip package whose parts are never unpacked beyond their limits ("gói tệp Office")."""

    def __init__(self, name: str, data: bytes) -> None:
        self.name = name
        self._data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {info.filename.lstrip("/"): info for info in self._zip.infolist()}
        except (
            zipfile.BadZipFile, ValueError, struct.error, OSError, NotImplementedError,
        ) as error:  # fmt: skip
            raise SourceDamaged(file=name) from error
        if not self._parts:
            raise SourceDamaged(file=name)
        if any(info.flag_bits & 1 for info in self._parts.values()):
            raise SourceEncrypted(file=name)

    def has(self, part: str) -> bool:
        """Tell whether the package holds ``part``."""
        return part in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, sorted."""
        return tuple(sorted(self._parts))

    def find_part(self, prefix: str, suffix: str) -> str | None:
        """Return the first part whose name has this beginning and end."""
        return next(
            (part for part in self._parts if part.startswith(prefix) and part.endswith(suffix)),
            None,
        )

    def read(self, part: str) -> bytes:
        """Return the part unpacked, or raise when it is damaged or too large."""
        info = self._parts.get(part)
        if info is None:
            raise SourceDamaged(file=self.name)
        self._check_size(info.file_size, info.compress_size)
        try:
            with self._zip.open(info) as stream:
                return stream.read(PART_LIMIT + 1)
        except (
            zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError,
            RuntimeError, struct.error,
        ) as error:  # fmt: skip
            raise SourceDamaged(file=self.name) from error

    def check_every_part(self) -> None:
        """Raise when any part, really unpacked, is too large, or defines entities.

        Libraries that unpack by themselves trust what the package declares, and what it
        declares can be a lie.
        """
        total = 0
        for info in self._parts.values():
            self._check_size(info.file_size, info.compress_size)
            if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
                raise SourceDamaged(file=self.name)
            total += self._real_size(info)
            if total > PACKAGE_LIMIT:
                raise self._too_large()

    def _check_size(self, size: int, packed: int) -> None:
        if size > PART_LIMIT or (size > _RATIO_FLOOR and size > packed * _RATIO_LIMIT):
            raise self._too_large()

    def _real_size(self, info: zipfile.ZipInfo) -> int:
        is_xml = info.filename.endswith((".xml", ".rels", ".vml"))
        size = 0
        tail = b""
        for chunk in self._raw_chunks(info):
            size += len(chunk)
            self._check_size(size, info.compress_size)
            if is_xml:
                window = tail + chunk
                if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
                    raise SourceDamaged(file=self.name)
                tail = chunk[-16:]
        return size

    def _raw_chunks(self, info: zipfile.ZipInfo) -> "list[bytes] | _Inflated":
        header = self._data[info.header_offset : info.header_offset + 30]
        if len(header) < 30 or header[:4] != b"PK\x03\x04":
            raise SourceDamaged(file=self.name)
        name_length, extra_length = struct.unpack("<HH", header[26:30])
        start = info.header_offset + 30 + name_length + extra_length
        packed = self._data[start : start + info.compress_size]
        if info.compress_type == zipfile.ZIP_STORED:
            return [packed]
        return _Inflated(self.name, packed)

    def _too_large(self) -> SourceTooLarge:
        return SourceTooLarge(file=self.name, limit_mb=PART_LIMIT // _MEGABYTE)


class _Inflated:
    """Unpacks a deflated part piece by piece."""

    def __init__(self, name: str, packed: bytes) -> None:
        self._name = name
        self._packed = packed
        self._stream = zlib.decompressobj(-15)

    def __iter__(self) -> "_Inflated":
        return self

    def __next__(self) -> bytes:
        try:
            chunk = self._stream.decompress(self._packed, _CHUNK)
        except zlib.error as error:
            raise SourceDamaged(file=self._name) from error
        self._packed = self._stream.unconsumed_tail
        if not chunk:
            if not self._stream.eof:
                raise SourceDamaged(file=self._name)
            raise StopIteration
        return chunk
