"""Zip packages that come out byte for byte the same from the same content."""

import os
import shutil
import zipfile
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)


class StampedZip(zipfile.ZipFile):
    """A new package whose parts all carry one fixed time instead of the clock's."""

    def write(
        self,
        filename: str | os.PathLike[str],
        arcname: str | os.PathLike[str] | None = None,
        compress_type: int | None = None,
        compresslevel: int | None = None,  # noqa: ARG002 - part of the overridden interface
    ) -> None:
        """Override ZipFile.write."""
        part = _part(str(arcname or filename), compress_type)
        with Path(filename).open("rb") as source, self.open(part, "w") as target:
            shutil.copyfileobj(source, target)

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: bytes | bytearray | memoryview | str,  # type: ignore[override]
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Override ZipFile.writestr."""
        given = zinfo_or_arcname
        name = given.filename if isinstance(given, zipfile.ZipInfo) else given
        super().writestr(_part(name, compress_type), data, compresslevel=compresslevel)


def _part(name: str, compress_type: int | None) -> zipfile.ZipInfo:
    part = zipfile.ZipInfo(name, _EPOCH)
    part.compress_type = zipfile.ZIP_DEFLATED if compress_type is None else compress_type
    return part
