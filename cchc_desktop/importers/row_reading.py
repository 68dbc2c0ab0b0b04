"""Reads the rows of a table through its layout: which words stand under which heading."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.importers.columns import Layout, SourceColumn, column_at, is_column_numbers
from cchc_desktop.importers.grid import Cell, Row, Table
from cchc_desktop.importers.problem_codes import ProblemCode


@dataclass(frozen=True, slots=True)
class AnnexLine:
    """One row of the annex ("dòng phụ lục").

    Attributes:
        cells: The words of each column; empty cells are absent.
        merged: The words of merged cells that begin in a row above and cover this one.
        is_across: Whether one cell runs across the table.
        follows_heading: Whether the heading is repeated just before: a page begins here.
        source_columns: The number, from 1, of the source column of each cell.
    """

    place: Place
    cells: Mapping[AnnexColumn, RichText]
    merged: Mapping[AnnexColumn, RichText]
    is_across: bool
    follows_heading: bool
    source_columns: Mapping[AnnexColumn, int]

    def text(self, column: AnnexColumn) -> RichText:
        """Return the words of this row in ``column``."""
        return self.cells.get(column, EMPTY)

    def whole(self, column: AnnexColumn) -> RichText:
        """Return the words that hold for this row in ``column``, merged cells included."""
        return self.cells.get(column) or self.merged.get(column, EMPTY)

    def has_only(self, *columns: AnnexColumn) -> bool:
        """Tell whether no other column than these holds words."""
        return all(column in columns for column in self.cells)

    @property
    def words(self) -> str:
        """All its words, parted by tabs."""
        return "\t".join(text.text for text in self.cells.values())

    def place_of(self, column: AnnexColumn) -> Place:
        """Return the place of one cell."""
        place = self.place
        number = self.source_columns.get(column)
        return Place(place.file, place.part, place.row, number, place.is_sheet)


def read_lines(table: Table, layout: Layout, problems: list[Problem]) -> Iterator[AnnexLine]:
    """Yield the rows after the heading; words under no heading go to ``problems``."""
    merged: dict[AnnexColumn, RichText] = {}
    follows_heading = False
    for row in table.rows[layout.first_content :]:
        if layout.is_heading(row) or (follows_heading and is_column_numbers(row)):
            follows_heading = True
            continue
        if not row.filled and not any(cell.is_continuation for cell in row.cells):
            continue
        line = _read_line(table, layout, row, merged, problems, follows_heading)
        follows_heading = False
        if line.cells:
            yield line


def _read_line(
    table: Table,
    layout: Layout,
    row: Row,
    merged: dict[AnnexColumn, RichText],
    problems: list[Problem],
    follows_heading: bool,  # noqa: FBT001 - a fact about the row, not a switch
) -> AnnexLine:
    cells: dict[AnnexColumn, RichText] = {}
    covered: dict[AnnexColumn, RichText] = {}
    numbers: dict[AnnexColumn, int] = {}
    for cell, source in _placed(table, layout, row):
        column = source.column if source else None
        if column is None:
            if cell.text:
                problems.append(_left_out(table, row, cell, source))
            continue
        if cell.is_continuation and not cell.text:
            covered[column] = merged.get(column, EMPTY)
            continue
        if not cell.text:
            if column not in cells:
                merged.pop(column, None)
            continue
        separator = "\n" if column is not AnnexColumn.NUMBER else " "
        cells[column] = cells.get(column, EMPTY).joined(cell.text, separator)
        merged[column] = cells[column]
        numbers.setdefault(column, cell.column + 1)
    filled = row.filled
    width = sum(c.end - c.index for c in layout.columns)
    is_across = len(filled) == 1 and filled[0].span > 1 and filled[0].span * 10 >= width * 6
    return AnnexLine(table.place(row.number), cells, covered, is_across, follows_heading, numbers)


def _placed(table: Table, layout: Layout, row: Row) -> Iterator[tuple[Cell, SourceColumn | None]]:
    """Pair cells with source columns.

    In a document the borders of a row may be off by a hair, so a row with as many cells as
    there are columns is read by position.
    """
    if not table.is_sheet and len(row.cells) == len(layout.columns):
        yield from zip(row.cells, layout.columns, strict=True)
        return
    for cell in row.cells:
        yield cell, column_at(layout.columns, cell.column)


def _left_out(table: Table, row: Row, cell: Cell, source: SourceColumn | None) -> Problem:
    return Problem(
        ProblemCode.COLUMN_LEFT_OUT,
        Severity.DROPPED,
        table.place(row.number, cell.column + 1),
        cell.text.text,
        {"heading": source.heading if source else ""},
    )
