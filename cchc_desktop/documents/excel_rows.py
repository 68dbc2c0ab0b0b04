"""From the rows of a table to the rows of a sheet, each with a height that shows all its text.

Excel shows no row higher than 409.5 points and prints no part of a row on the next page
without cutting a line in two.  So a row that is taller goes on in further sheet rows
numbered "2 (tiếp)"; put together again, the pieces are the text.  For the same reason the
rows of a task with several products are not merged, except for the number: an empty
number merged with the cell above says "one more product", any other "goes on".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from cchc_desktop.documents.blocks import RowKind, Table, TableRow
from cchc_desktop.documents.row_flow import MM
from cchc_desktop.documents.row_groups import row_groups
from cchc_desktop.documents.table_layout import UPRIGHT_PADDING, upright_lines
from cchc_desktop.documents.text_measure import BOLD, REGULAR, Line, TextMeasure
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run

LINE = 1.32
"""Excel's line of Times New Roman, as a multiple of the font size; LibreOffice's is lower."""
_PADDING_Y = 4.0
_PADDING_X = 4.5
# Excel lays text out by whole pixels on the screen and by the printer's widths on paper.
_SAFETY = 0.93
EXCEL_TALLEST = 409.0


@dataclass(slots=True)
class SheetRow:
    """One row of the sheet.

    Attributes:
        goes_on: Columns (from 0) whose cell belongs to the cell above it.
        is_cut: Whether it is a piece of a row that is too tall for one.
        is_wide: Whether its one line may run on over the empty cells beside it.
        is_further_product: Whether it begins a further product of the task above; its number
            is merged with the cell above.
    """

    kind: RowKind
    cells: list[RichText]
    height: float
    goes_on: frozenset[int] = frozenset()
    is_cut: bool = False
    is_wide: bool = False
    is_further_product: bool = False


class SheetRows:
    """Makes the sheet rows of one table."""

    def __init__(self, table: Table, measure: TextMeasure, tallest: float) -> None:
        self._table = table
        self._measure = measure
        self._line_height = table.size * LINE
        self._tallest = min(tallest, EXCEL_TALLEST)
        self._most_lines = max(int((self._tallest - _PADDING_Y) / self._line_height), 2)
        self._shared = frozenset(i for i, c in enumerate(table.columns) if c.is_shared)
        self._widths = [cell_width(column.width_mm) for column in table.columns]

    def header_heights(self) -> list[float]:
        """Return the heights of the header rows."""
        first, *others = self._table.headings or ((),)
        if not first:
            return []
        level = [self._heading_height(headings) for headings in others]
        return [self._first_height(), *level]

    def _heading_height(self, headings: Sequence[str]) -> float:
        lines = [
            self._lines(i, RichText((Run(heading),)), BOLD) for i, heading in enumerate(headings)
        ]
        return min(self._height(max(map(len, lines))), EXCEL_TALLEST)

    def _first_height(self) -> float:
        columns = self._table.columns
        lines = [
            self._lines(i, RichText((Run(column.heading),)), BOLD)
            for i, column in enumerate(columns)
            if not column.is_vertical
        ]
        height = self._height(max(map(len, lines), default=1))
        for column, width in zip(columns, self._widths, strict=True):
            if column.is_vertical:
                size = self._table.size
                broken = upright_lines(self._measure, column.heading, width, size)
                longest = max(line.width for line in broken) * size / 1000
                height = max(height, longest / _SAFETY**2 + 2 * UPRIGHT_PADDING + _PADDING_Y)
        return min(height, EXCEL_TALLEST)

    def rows(self) -> Iterator[SheetRow]:
        """Yield the sheet rows below the header."""
        for group in row_groups(self._table):
            for index, row in enumerate(group):
                for position, piece in enumerate(self._pieces_of(row)):
                    if index and not position:
                        piece.goes_on = self._shared - _filled(row)
                        piece.is_further_product = True
                    yield piece

    def _pieces_of(self, row: TableRow) -> Iterator[SheetRow]:
        """Yield the sheet rows that one row of the table needs, nearly always one."""
        if row.kind is RowKind.SECTION and self._fits_across(row):
            yield SheetRow(row.kind, list(row.cells), self._height(1), is_wide=True)
            return
        face = BOLD if row.kind is RowKind.SECTION else REGULAR
        broken = [self._lines(i, text, face) for i, text in enumerate(row.cells)]
        longest = max(map(len, broken))
        if longest <= self._most_lines:
            yield SheetRow(row.kind, list(row.cells), self._height(longest))
            return
        # One line of each row is kept free for a line break at its end.
        step = self._most_lines - 1
        pieces = [
            cut_text(text, lines, step) for text, lines in zip(row.cells, broken, strict=True)
        ]
        for index in range(max(map(len, pieces))):
            cells = [piece[index] if index < len(piece) else EMPTY for piece in pieces]
            count = max(len(lines[index * step : (index + 1) * step]) for lines in broken)
            if index and row.cells[0]:
                # The same words as on paper; a reader of the sheet, and our own import,
                # take them for what they say: the row above goes on.
                cells[0] = RichText.plain(f"{row.cells[0].text}\n{self._table.continued}")
            kind = row.kind if index == 0 else RowKind.CONTINUATION
            goes_on = frozenset(range(len(cells))) if index else frozenset()
            yield SheetRow(kind, cells, self._height(count + 1), goes_on, is_cut=True)

    def _fits_across(self, row: TableRow) -> bool:
        """Whether a section's title stands on one line beside its number."""
        title, rest = row.cells[1:2], row.cells[2:]
        if any(rest) or not title or "\n" in title[0].text:
            return False
        return (
            len(self._measure.lines(title[0], sum(self._widths[1:]), self._table.size, BOLD)) <= 1
        )

    def _lines(self, column: int, text: RichText, face: int) -> list[Line]:
        return self._measure.lines(text, self._widths[column], self._table.size, face)

    def _height(self, lines: int) -> float:
        return max(lines, 1) * self._line_height + _PADDING_Y


def cell_width(width_mm: float) -> float:
    """Return the points that text may safely fill in a cell of this width."""
    return (width_mm * MM - _PADDING_X) * _SAFETY


def _filled(row: TableRow) -> frozenset[int]:
    return frozenset(i for i, cell in enumerate(row.cells) if cell)


def cut_text(text: RichText, lines: list[Line], step: int) -> list[RichText]:
    """Cut ``text`` after every ``step`` lines; nothing is lost, not even a space."""
    lengths = (len(line.text) + len(line.after) for line in lines)
    ends = list(accumulate(lengths))
    cuts = [0, *ends[step - 1 : -1 : step], len(text.text)]
    return [_part(text, start, end) for start, end in pairwise(cuts)]


def _part(text: RichText, start: int, end: int) -> RichText:
    """Return the characters from ``start`` to ``end`` in their styles, untidied."""
    found = []
    position = 0
    for run in text.runs:
        cut = run.text[max(start - position, 0) : max(end - position, 0)]
        if cut:
            found.append(Run(cut, run.bold, run.italic))
        position += len(run.text)
    return RichText(tuple(found))
