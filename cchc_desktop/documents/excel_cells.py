"""Cells of a sheet that are text whatever they begin with, in few and shared styles."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.xml.constants import XML_NS

from cchc_desktop.documents.blocks import Align
from cchc_desktop.documents.text_measure import BOLD, ITALIC, REGULAR
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run

# The name an officer's Excel has; where it is missing, Excel takes the nearest.
_FONT = "Times New Roman"
_SIDE = Side(style="thin")
_NO_SIDE = Side()
DEFAULT_SIZE = 12
DIGIT_PX = 8
"""The width of a digit of Times New Roman 12 on the screen."""
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Edges:
    """On which sides a cell is ruled."""

    above: bool = True
    below: bool = True
    left: bool = True
    right: bool = True


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks."""

    size: float
    align: Align
    face: int = REGULAR
    edges: Edges | None = None
    is_wrapped: bool = True
    is_at_top: bool = False
    is_upright: bool = False
    indent: int = 0


def set_default_font(book: Workbook) -> None:
    """Make the papers' font the one in which Excel and LibreOffice count column widths.

    Widths are counted in digits of this font.  openpyxl's own, Calibri, is missing outside
    Windows, and columns then come out a third wider.
    """
    font = Font(name=_FONT, size=DEFAULT_SIZE)
    # openpyxl has no public way to change the font of the style "Normal".
    book._fonts = IndexedList([font])  # type: ignore[attr-defined]  # noqa: SLF001
    book._named_styles["Normal"].font = font  # type: ignore[attr-defined]  # noqa: SLF001


class Cells:
    """Makes the cells of one sheet, row by row.

    A cell is written out with its row and then used again: a style is put together once
    and not for each of tens of thousands of cells.
    """

    def __init__(self, sheet: WriteOnlyWorksheet) -> None:
        self._sheet = sheet
        self._ready: dict[tuple[Look, int, bool], Cell] = {}

    def make(self, text: RichText, look: Look, column: int) -> Cell:
        """Return the cell for ``column`` with ``text``; it holds until the next row."""
        plain = text.text
        is_guarded = plain.startswith(_LOOKS_LIKE_FORMULA)
        key = (look, column, is_guarded)
        cell = self._ready.get(key)
        if cell is None:
            cell = self._ready[key] = self._styled(look, is_guarded=is_guarded)
        if not plain:
            cell.value = None
            return cell
        if text.is_styled:
            cell.value = _rich(text, look)
        else:
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", plain)
        # openpyxl takes "= Kết quả" for a formula and "#N/A" for an error.
        cell.data_type = "s"
        return cell

    def number(self, value: int, look: Look, column: int) -> Cell:
        """Return the cell for ``column`` with a number, which charts can draw."""
        cell = self.make(EMPTY, look, column)
        cell.value = value
        cell.data_type = "n"
        return cell

    def _styled(self, look: Look, *, is_guarded: bool) -> Cell:
        cell = WriteOnlyCell(self._sheet)
        cell.font = Font(
            name=_FONT,
            size=look.size,
            bold=bool(look.face & BOLD),
            italic=bool(look.face & ITALIC),
        )
        cell.alignment = Alignment(
            horizontal=look.align.value,
            vertical="top" if look.is_at_top else "center",
            wrap_text=look.is_wrapped,
            text_rotation=90 if look.is_upright else 0,
            indent=look.indent,
        )
        if look.edges:
            cell.border = Border(
                left=_SIDE if look.edges.left else _NO_SIDE,
                right=_SIDE if look.edges.right else _NO_SIDE,
                top=_SIDE if look.edges.above else _NO_SIDE,
                bottom=_SIDE if look.edges.below else _NO_SIDE,
            )
        if is_guarded:
            # Editing such a cell would otherwise turn it into a formula.
            cell.quotePrefix = True
        return cell


class _KeptText(TextBlock):
    """A stretch of styled text that keeps its spaces even when it is nothing else.

    openpyxl does not mark a run of mere spaces as kept, and readers drop it.
    """

    def to_tree(self) -> Element:
        """Override TextBlock.to_tree."""
        element: Element = super().to_tree()
        for text in element.iter("t"):
            if not self.text.strip():
                text.set(f"{{{XML_NS}}}space", "preserve")
        return element


def _rich(text: RichText, look: Look) -> CellRichText:
    blocks: list[str | TextBlock] = []
    for run in text.runs:
        legal = ILLEGAL_CHARACTERS_RE.sub("", run.text)
        if legal:
            blocks.append(_KeptText(_inline_font(run, look), legal))
    return CellRichText(*blocks)


def _inline_font(run: Run, look: Look) -> InlineFont:
    return InlineFont(
        rFont=_FONT,
        sz=look.size,
        b=True if run.bold or look.face & BOLD else None,
        i=True if run.italic or look.face & ITALIC else None,
    )
