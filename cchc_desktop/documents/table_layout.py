"""Placing a table on pages: rows break between and inside, and no word is lost.

Rows become pieces, a piece for each page a row stands on.  Lines are counted, never
cut; a section never stays alone at the foot of a page; the last rows stay with what
follows the table.  The renderer draws the pieces.  All lengths are points.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import reduce

from cchc_desktop.documents.blocks import RowKind, Table, TableRow
from cchc_desktop.documents.row_flow import (
    EPSILON,
    LEADING,
    MM,
    PADDING_X,
    SHORT_ROW_LINES,
    CellLines,
    Piece,
    RowFlow,
)
from cchc_desktop.documents.row_groups import row_groups
from cchc_desktop.documents.text_measure import BOLD, ITALIC, REGULAR, Line, TextMeasure
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run

_LARGEST_HEADER_SHARE = 0.5
_TAIL_ROWS_SHARE = 0.25
"""The share of a page that two rows may take to follow the signature there together."""

_CHAIN = 3

UPRIGHT_PADDING = 4.0
"""The space before and after a vertical heading."""

_SHORTEST_UPRIGHT = 48.0
_UPRIGHT_STEP = 1.1


@dataclass(slots=True)
class TablePage:
    """What stands of the table on one page, from top to bottom."""

    pieces: list[Piece] = field(default_factory=list)

    @property
    def height(self) -> float:
        """The height of all pieces."""
        return sum(piece.height for piece in self.pieces)


def upright_lines(measure: TextMeasure, heading: str, width: float, size: float) -> list[Line]:
    """Return a vertical heading's lines: as long as needed for all to stand side by side."""
    text = RichText((Run(heading),))
    most = max(int(width / (size * LEADING)), 1)
    length = max(measure.width(heading, size, BOLD) / most, _SHORTEST_UPRIGHT)
    lines = measure.lines(text, length, size, BOLD)
    while len(lines) > most:
        length *= _UPRIGHT_STEP
        lines = measure.lines(text, length, size, BOLD)
    return lines


class TableLayout:
    """The layout of one table.

    Attributes:
        measure: What breaks the text of its cells.
        column_x: Left edge of each column, and the right edge of the last.
    """

    def __init__(self, table: Table, measure: TextMeasure) -> None:
        self.table = table
        self.measure = measure
        self._line_height = table.size * LEADING
        self.column_x = [0.0]
        for column in table.columns:
            self.column_x.append(self.column_x[-1] + column.width_mm * MM)
        self._groups = row_groups(table)
        self._continued = measure.lines(
            RichText((Run(table.continued),)), self._width(0, 1), table.size, ITALIC
        )
        self._ready: dict[int, RowFlow] = {}

    def pages(self, first_room: float, page_room: float, tail: float) -> Iterator[TablePage]:
        """Yield the table page by page.

        Args:
            first_room: The height left on the page where the table begins.
            page_room: The height of any later page.
            tail: The height of what follows and should stand with the last rows.
        """
        header = self._header_pieces()
        if sum(piece.height for piece in header) <= page_room * _LARGEST_HEADER_SHARE:
            yield from self._with_header(header, first_room, page_room, tail)
        else:
            # A heading this tall would leave no room for rows: it stands once, and breaks.
            yield from self._with_tall_header(first_room, page_room, tail)

    def _with_header(
        self, header: list[Piece], first_room: float, page_room: float, tail: float
    ) -> Iterator[TablePage]:
        height = sum(piece.height for piece in header)
        room = page_room - height
        page, left = TablePage(list(header)), first_room - height
        needed = self._least_room(0, room, tail) if self._groups else 0.0
        if first_room < page_room and left < needed:
            yield TablePage()
            left = room
        yield from self._rows(page, left, room, tail, header)

    def _with_tall_header(
        self, first_room: float, page_room: float, tail: float
    ) -> Iterator[TablePage]:
        page, left = TablePage(), first_room
        for flow in self._headers():
            while not flow.is_done:
                piece = flow.take(left, must=left >= page_room)
                if piece is None or piece.height > left + EPSILON:
                    yield page
                    page, left = TablePage(), page_room
                    continue
                page.pieces.append(piece)
                left -= piece.height
                if not flow.is_done:
                    yield page
                    page, left = TablePage(), page_room
        yield from self._rows(page, left, page_room, tail, [])

    def _rows(
        self, page: TablePage, left: float, room: float, tail: float, head: list[Piece]
    ) -> Iterator[TablePage]:
        """Yield the pages of the body; ``room`` is the height for rows on a new page."""
        last = len(self._groups) - 1
        for index in range(len(self._groups)):
            flow = self._flow(index)
            if self._least_room(index, room, tail) > left + EPSILON and left < room:
                yield page
                page, left = TablePage(list(head)), room
            while not flow.is_done:
                height = flow.height
                if index == last and height <= left < height + tail and self._can_part(flow):
                    # Some lines go over to the next page, so that the tail is not alone there.
                    piece = flow.take(height - EPSILON - self._line_height, must=False)
                else:
                    piece = flow.take(left, must=False)
                if piece is None and left >= room:
                    piece = flow.take(left, must=True)
                if piece is not None:
                    page.pieces.append(piece)
                    left -= piece.height
                if not flow.is_done:
                    yield page
                    page, left = TablePage(list(head)), room
            del self._ready[index]
        yield page

    def _can_part(self, flow: RowFlow) -> bool:
        return flow.line_count > SHORT_ROW_LINES

    def _least_room(self, index: int, room: float, tail: float, depth: int = 0) -> float:
        """Return the height that must be free for row ``index`` to begin on a page."""
        flow, last = self._flow(index), len(self._groups) - 1
        least = flow.least_height
        if tail and index >= last - 1:
            rows = flow.height + (self._flow(last).height if index < last else 0.0)
            # Two tall rows would leave half a page empty; the last one is then enough.
            if rows + tail <= room and (index == last or rows <= room * _TAIL_ROWS_SHARE):
                return rows + tail
        if depth < _CHAIN and index < last and self._leads(index):
            together = flow.height + self._least_room(index + 1, room, tail, depth + 1)
            if together <= room:
                return together
        return min(least, room)

    def _leads(self, index: int) -> bool:
        """Whether a row is a heading that must not be parted from the row after it."""
        row, after = self._groups[index][0], self._groups[index + 1][0]
        return row.kind is RowKind.SECTION or (
            row.kind is RowKind.TASK
            and after.kind is RowKind.SUBTASK
            and not any(
                cell
                for cell, column in zip(row.cells, self.table.columns, strict=True)
                if not column.is_shared
            )
        )

    def least_height(self, page_room: float, tail: float) -> float:
        """Return the height that must be free for the table to begin on a page."""
        header = sum(piece.height for piece in self._header_pieces())
        rows = self._least_room(0, page_room - header, tail) if self._groups else 0.0
        return min(header + rows, page_room)

    def _upright(self, header: Piece) -> Piece:
        """Give the vertical headings their lines, and the row the height they need."""
        broken = {
            i: upright_lines(self.measure, column.heading, self._width(i, i + 1), self.table.size)
            for i, column in enumerate(self.table.columns)
            if column.is_vertical
        }
        if not broken:
            return header
        longest = max(line.width for lines in broken.values() for line in lines)
        needed = longest * self.table.size / 1000 + 2 * UPRIGHT_PADDING
        header.height = max(header.height, needed)
        for box in header.boxes:
            box.height = header.height
            if box.first in broken:
                box.lines, box.is_vertical = broken[box.first], True
        return header

    def _header_pieces(self) -> list[Piece]:
        pieces = [flow.take_all() for flow in self._headers()]
        return [self._upright(pieces[0]), *pieces[1:]] if pieces else []

    def _headers(self) -> Iterator[RowFlow]:
        columns = self.table.columns
        for row, headings in enumerate(self.table.headings):
            texts = [
                EMPTY if column.is_vertical and not row else RichText((Run(heading),))
                for column, heading in zip(columns, headings, strict=True)
            ]
            cells = [(i, i + 1, self._lines(text, i, i + 1, BOLD)) for i, text in enumerate(texts)]
            yield RowFlow(cells, [], self._line_height, [], is_header=True)

    def _flow(self, index: int) -> RowFlow:
        if index not in self._ready:
            group = self._groups[index]
            is_section = group[0].kind is RowKind.SECTION
            self._ready[index] = self._section(group[0]) if is_section else self._task(group)
        return self._ready[index]

    def _section(self, row: TableRow) -> RowFlow:
        number, *rest = row.cells
        title = RichText(tuple(run for cell in rest for run in cell.runs))
        count = len(self.table.columns)
        cells = [
            (0, 1, self._lines(number, 0, 1, BOLD)),
            (1, count, self._lines(title, 1, count, BOLD)),
        ]
        return RowFlow(cells, [], self._line_height, self._continued)

    def _task(self, group: tuple[TableRow, ...]) -> RowFlow:
        shared = []
        own: list[list[CellLines]] = [[] for _ in group]
        for i, column in enumerate(self.table.columns):
            if column.is_shared:
                text = reduce(lambda a, b: a.joined(b, "\n"), (row.cells[i] for row in group))
                shared.append((i, i + 1, self._lines(text, i, i + 1, REGULAR)))
            else:
                for row, cells in zip(group, own, strict=True):
                    cells.append((i, i + 1, self._lines(row.cells[i], i, i + 1, REGULAR)))
        sub_rows = own if own[0] else []
        return RowFlow(shared, sub_rows, self._line_height, self._continued)

    def _lines(self, text: RichText, first: int, end: int, face: int) -> list[Line]:
        return self.measure.lines(text, self._width(first, end), self.table.size, face)

    def _width(self, first: int, end: int) -> float:
        return self.column_x[end] - self.column_x[first] - 2 * PADDING_X
