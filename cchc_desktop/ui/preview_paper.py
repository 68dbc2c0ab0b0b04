"""A finished PDF on the disk, and its pages as pictures."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from cchc_desktop.services.printing import PaperFormat, PreparedPaper
from cchc_desktop.system.pdf_pages import RenderedPage, page_sizes_mm


@dataclass(frozen=True, slots=True)
class PaperFile:
    """A finished PDF and the sizes of its pages, in millimetres."""

    path: Path
    sizes_mm: tuple[tuple[float, float], ...]


def to_image(page: RenderedPage) -> QImage:
    """Return a rendered page as a picture of its own memory."""
    shape = (page.width, page.height, page.stride)
    return QImage(page.data, *shape, QImage.Format.Format_RGB32).copy()


def write_paper(prepared: PreparedPaper, target: Path) -> PaperFile:
    """Write the paper as PDF; raises as ``PreparedPaper.write``."""
    prepared.write(PaperFormat.PDF, target)
    return PaperFile(target, page_sizes_mm(target))
