"""One row on its way to the pages: which of its lines stand in which piece.

A row is a task with all its products: the shared cells flow down beside the products' own
rows.  Lines are taken from the top, never cut and never left behind.  All lengths are points.
"""

from dataclasses import dataclass

from cchc_desktop.documents.text_measure import Line

MM = 72 / 25.4
PADDING_X = 1.5 * MM
PADDING_Y = 2.0
LEADING = 1.15
"""Single spacing of Times New Roman, as a multiple of the font size."""

FEWEST_LINES = 2
"""No page ends or begins with fewer lines of a row than this."""
SHORT_ROW_LINES = 4
"""Rows up to this many lines are not broken."""
EPSILON = 1e-6

CellLines = tuple[int, int, list[Line]]
"""The first column of a cell, one past its last, and its lines."""


@dataclass(slots=True)
class Box:
    """A cell, or the part of it that stands in one piece.

    Attributes:
        first: Its first column.
        end: One past its last column.
        top: Its distance from the top of the piece.
        is_vertical: Its lines run from bottom to top.
    """

    first: int
    end: int
    top: float
    height: float
    lines: list[Line]
    is_vertical: bool = False


@dataclass(slots=True)
class Piece:
    """A row on one page.

    Attributes:
        is_whole: Whether the row stands on this page from its first line to its last.
    """

    height: float
    boxes: list[Box]
    is_whole: bool
    is_header: bool = False


class RowFlow:
    """A row, or the rows of one task, as lines that still have to be placed."""

    def __init__(
        self,
        shared: list[CellLines],
        sub_rows: list[list[CellLines]],
        line_height: float,
        continued: list[Line],
        *,
        is_header: bool = False,
    ) -> None:
        self._is_header = is_header
        self._shared = shared
        self._sub_rows = sub_rows
        self._line_height = line_height
        self._continued = continued
        self._is_begun = False
        self._own_columns = [(first, end) for first, end, _ in sub_rows[0]] if sub_rows else []
        self._number = list(shared[0][2]) if shared else []

    @property
    def height(self) -> float:
        """The height of all that is left."""
        own = sum(self._height_of(_longest(row)) for row in self._sub_rows)
        return max(self._height_of(_longest(self._shared)), own)

    @property
    def line_count(self) -> int:
        """The lines that are left, counted down the longest column."""
        return max(_longest(self._shared), sum(_longest(row) for row in self._sub_rows), 1)

    @property
    def is_done(self) -> bool:
        """Whether everything is placed."""
        return self._is_begun and not self._sub_rows and not _longest(self._shared)

    @property
    def least_height(self) -> float:
        """The least height in which it may begin on a page."""
        if self.line_count <= SHORT_ROW_LINES:
            return self.height
        return self._height_of(FEWEST_LINES)

    def take_all(self) -> Piece:
        """Return the rest as one piece."""
        piece = self._take(self.height, least=1)
        assert piece is not None  # noqa: S101 - its own height always suffices
        return piece

    def take(self, room: float, *, must: bool) -> Piece | None:
        """Return a piece not higher than ``room``, or None if breaking there is unwise.

        With ``must`` something is always taken: the page has nothing else on it.
        """
        if self.height <= room + EPSILON:
            return self.take_all()
        lines = self._lines_in(room)
        if len(self._sub_rows) <= 1:
            lines = min(lines, max(self.line_count - FEWEST_LINES, 0))
            room = self._height_of(lines)
        if not must and (lines < FEWEST_LINES or self.line_count <= SHORT_ROW_LINES):
            return None
        if must:
            return self._take(max(room, self._height_of(1)), least=1)
        return self._take(room, least=FEWEST_LINES)

    def _take(self, room: float, least: int) -> Piece | None:
        is_first = not self._is_begun
        own, bottom = self._take_own(room, least)
        if own is None:
            return None
        fitting = self._lines_in(room)
        shared = []
        for index, (first, end, lines) in enumerate(self._shared):
            shared.append(Box(first, end, 0.0, 0.0, lines[:fitting]))
            self._shared[index] = (first, end, lines[fitting:])
        self._is_begun = True
        tallest = max((len(box.lines) for box in shared), default=0)
        height = max(bottom, self._height_of(tallest))
        is_whole = is_first and self.is_done
        if not is_first and shared and not shared[0].lines:
            shared[0].lines = [*self._number, *self._continued][: max(self._lines_in(height), 1)]
        _stretch(own, height, is_whole=is_whole)
        for box in shared:
            box.height = height
        boxes = sorted((*shared, *(box for row in own for box in row)), key=lambda b: b.first)
        return Piece(height, boxes, is_whole, self._is_header)

    def _take_own(self, room: float, least: int) -> tuple[list[list[Box]] | None, float]:
        """Take what fits of the products' rows; (None, 0) when nothing does."""
        taken: list[list[Box]] = []
        top = 0.0
        while self._sub_rows:
            row = self._sub_rows[0]
            needed = self._height_of(_longest(row))
            if top + needed <= room + EPSILON:
                taken.append([Box(a, b, top, needed, lines) for a, b, lines in row])
                del self._sub_rows[0]
                top += needed
                continue
            count = self._lines_in(room - top)
            if count >= (1 if least == 1 and not taken else FEWEST_LINES):
                height = self._height_of(count)
                taken.append([Box(a, b, top, height, lines[:count]) for a, b, lines in row])
                self._sub_rows[0] = [(a, b, lines[count:]) for a, b, lines in row]
                top += height
            elif not taken:
                return None, 0.0
            break
        if not taken:
            taken.append([Box(a, b, 0.0, 0.0, []) for a, b in self._own_columns])
        return taken, top

    def _height_of(self, lines: int) -> float:
        return 2 * PADDING_Y + max(lines, 1) * self._line_height

    def _lines_in(self, room: float) -> int:
        return max(int((room - 2 * PADDING_Y + EPSILON) / self._line_height), 0)


def _longest(cells: list[CellLines]) -> int:
    return max((len(lines) for _, _, lines in cells), default=0)


def _stretch(rows: list[list[Box]], height: float, *, is_whole: bool) -> None:
    """Give the products' rows the height that the shared cells need."""
    if not rows or not rows[-1]:
        return
    last = rows[-1][0]
    missing = height - (last.top + last.height)
    share = missing / len(rows) if is_whole else 0.0
    for index, row in enumerate(rows):
        for box in row:
            box.top += index * share
            box.height += share
    for box in rows[-1]:
        box.height = height - box.top
