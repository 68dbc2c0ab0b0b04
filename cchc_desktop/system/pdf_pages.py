"""The pages of a PDF as pictures, for the preview and for the printer."""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from cchc_desktop.domain.errors import FileMissing, SourceDamaged

# PDFium itself is not thread-safe.
_pdfium_lock = Lock()


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """One page as a picture.

    Attributes:
        stride: Bytes from one row of the picture to the next.
        data: Four bytes a pixel: blue, green, red and one unused
            (Qt's ``Format_RGB32`` on every computer of today).
    """

    width: int
    height: int
    stride: int
    data: bytes


def page_count(path: Path) -> int:
    """Return the number of pages.

    Raises:
        FileMissing: There is no such file.
        SourceDamaged: It is no PDF that can be read.
    """
    with _pdfium_lock:
        document = _open(path)
        try:
            return len(document)
        finally:
            document.close()


def page_size_mm(path: Path, index: int) -> tuple[float, float]:
    """Return width and height of page ``index`` (from 0), in millimetres.

    Raises:
        FileMissing: There is no such file.
        SourceDamaged: It is no PDF that can be read.
    """
    with _pdfium_lock:
        document = _open(path)
        try:
            width, height = document[index].get_size()
            return width * 25.4 / 72, height * 25.4 / 72
        finally:
            document.close()


def page_sizes_mm(path: Path) -> tuple[tuple[float, float], ...]:
    """Return width and height of every page, in millimetres, opening the file once.

    Raises:
        FileMissing: There is no such file.
        SourceDamaged: It is no PDF that can be read.
    """
    with _pdfium_lock:
        document = _open(path)
        try:
            sizes = [document.get_page_size(index) for index in range(len(document))]
            return tuple((width * 25.4 / 72, height * 25.4 / 72) for width, height in sizes)
        finally:
            document.close()


def render_page(path: Path, index: int, width_px: int) -> RenderedPage:
    """Return page ``index`` (from 0) as a picture ``width_px`` wide.

    Raises:
        FileMissing: There is no such file.
        SourceDamaged: It is no PDF that can be read.
    """
    with _pdfium_lock:
        document = _open(path)
        try:
            page = document[index]
            scale = width_px / page.get_size()[0]
            picture = page.render(scale=scale, prefer_bgrx=True, maybe_alpha=False)
            return RenderedPage(
                picture.width, picture.height, picture.stride, bytes(picture.buffer)
            )
        finally:
            document.close()


def _open(path: Path):  # type: ignore[no-untyped-def]  # noqa: ANN202 - pypdfium2 has no types
    import pypdfium2

    if not path.is_file():
        raise FileMissing(file=str(path))
    try:
        return pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise SourceDamaged(file=str(path)) from error
