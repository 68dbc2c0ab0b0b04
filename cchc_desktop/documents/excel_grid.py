"""The columns of a sheet: one grid under all tables of a paper, however they differ."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from cchc_desktop.documents.blocks import (
    BodyText,
    Chart,
    OfficialHead,
    Paper,
    Table,
    TableColumn,
)
from cchc_desktop.documents.excel_chart import data_table
from cchc_desktop.documents.rules import SIGNATURE_LEFT_SHARE

_HEAD_SHARE = 0.39
"""Where the national name begins: a cell needs more room for it than a line on paper."""

_SAME_MM = 1.2
"""Edges nearer to each other than this are one."""


class Grid:
    """Where the columns of a sheet begin.

    Attributes:
        widths: Their widths in millimetres.
        is_one_table: Whether the paper is one annex table of upright headings and no text.
    """

    def __init__(self, paper: Paper) -> None:
        tables = [*_tables(paper)]
        self.is_one_table = (
            len(tables) == 1
            and not any(column.is_vertical for column in tables[0].columns)
            and not any(isinstance(b, OfficialHead | BodyText | Chart) for b in paper.blocks)
        )
        width = paper.page.text_width_mm
        self._edges: list[float] = []
        if tables:
            columns = tables[0].columns
            self.widths = tuple(column.width_mm for column in columns)
            self._edges = _edges(columns)
            wanted = [_edges(table.columns) for table in tables]
            if any(isinstance(block, OfficialHead) for block in paper.blocks):
                wanted.append([_HEAD_SHARE * width])
            if any(edges != self._edges for edges in wanted):
                self._join(wanted)
        else:
            shares = (0.0, _HEAD_SHARE, SIGNATURE_LEFT_SHARE, 1.0)
            self._edges = [share * width for share in shares]
            self._measure()

    def spans(self, columns: Sequence[TableColumn]) -> list[int]:
        """Return the grid column in which each column of a table begins, and where it ends."""
        return [self._nearest(edge) for edge in _edges(columns)]

    def _join(self, wanted: Iterable[Sequence[float]]) -> None:
        edges: list[float] = []
        for edge in sorted(edge for places in wanted for edge in places):
            if not edges or edge - edges[-1] > _SAME_MM:
                edges.append(edge)
        self._edges = edges
        self._measure()

    def _measure(self) -> None:
        self.widths = tuple(b - a for a, b in pairwise(self._edges))

    def _nearest(self, edge: float) -> int:
        return min(range(len(self._edges)), key=lambda i: abs(self._edges[i] - edge))


def _tables(paper: Paper) -> Iterator[Table]:
    for block in paper.blocks:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Chart):
            yield data_table(block, paper.page.text_width_mm)


def _edges(columns: Sequence[TableColumn]) -> list[float]:
    return [0.0, *accumulate(column.width_mm for column in columns)]
