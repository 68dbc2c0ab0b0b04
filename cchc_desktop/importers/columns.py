"""Finds the heading of a table and what each column means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.annex_draft import AnnexColumn, ColumnProposal
from cchc_desktop.domain.problem import Problem, Severity
from cchc_desktop.importers.grid import Cell, Row, Table
from cchc_desktop.importers.headings import HeadingMatch, HeadingVocabulary, heading_key
from cchc_desktop.importers.problem_codes import ProblemCode
from cchc_desktop.importers.row_number import read_number

_HEADING_DEPTH = 3
_ROWS_SEARCHED = 60
_EXAMPLES = 3
_EXAMPLE_LENGTH = 80


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """One column of the source ("cột nguồn"): the grid columns from ``index`` to ``end``."""

    index: int
    end: int
    heading: str
    column: AnnexColumn | None
    match: HeadingMatch | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is to be read ("bố cục bảng").

    Attributes:
        columns: Its columns from the left.
        first_heading: Index of the first heading row in ``Table.rows``; where there is no
            heading, 0.
        first_content: Index of the first row after the heading.
        heading_keys: The heading rows as keys, to know them when they are repeated.
        is_guessed: Whether columns were told by content, for want of a heading.
    """

    columns: tuple[SourceColumn, ...]
    first_heading: int
    first_content: int
    heading_keys: frozenset[tuple[str, ...]]
    is_guessed: bool = False

    @property
    def meanings(self) -> frozenset[AnnexColumn]:
        """The columns that were recognised."""
        return frozenset(column.column for column in self.columns if column.column)

    def is_heading(self, row: Row) -> bool:
        """Tell whether ``row`` repeats a row of the heading."""
        return row_key(row) in self.heading_keys

    def with_choices(self, choices: Mapping[int, AnnexColumn | None] | None) -> "Layout":
        """Return the layout with what the officer changed."""
        if not choices:
            return self
        return replace(
            self,
            columns=tuple(
                replace(column, column=choices.get(column.index, column.column), match=None)
                if column.index in choices
                else column
                for column in self.columns
            ),
        )


def row_key(row: Row) -> tuple[str, ...]:
    """Return the words of a row for comparison with a heading."""
    return tuple(heading_key(cell.text.text) for cell in row.filled)


def is_column_numbers(row: Row) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3), or A B 1 2 3."""
    words = [cell.text.text.strip("() .").split("=")[0].strip("() ") for cell in row.filled]
    while words and words[0] in {"A", "B", "C"}:
        words = words[1:]
    return (
        len(row.filled) >= 3
        and bool(words)
        and words
        == [str(number) for number in range(int(words[0]) if words[0].isdecimal() else 1, 100)][
            : len(words)
        ]
        and words[0] in {"1", "2"}
    )


def find_layout(table: Table, vocabulary: HeadingVocabulary) -> Layout | None:
    """Return how ``table`` is to be read by its heading, or None if it has none."""
    rows = table.rows
    for first in range(min(len(rows), _ROWS_SEARCHED)):
        if len(rows[first].filled) < 2:
            continue
        for depth in range(1, _HEADING_DEPTH + 1):
            heading = rows[first : first + depth]
            columns = _named_columns(table, heading, vocabulary)
            if len(heading) == depth and _is_heading(heading, columns, vocabulary):
                return _extended(table, first, depth, vocabulary)
    return None


def propose(table: Table, layout: Layout) -> tuple[ColumnProposal, ...]:
    """Return the columns as a proposal, each with its first filled cells."""
    examples: dict[int, list[str]] = {column.index: [] for column in layout.columns}
    for row in table.rows[layout.first_content : layout.first_content + 40]:
        for cell in row.filled:
            column = column_at(layout.columns, cell.column)
            if column and len(examples[column.index]) < _EXAMPLES:
                text = cell.text.text.replace("\n", " ")
                examples[column.index].append(text[:_EXAMPLE_LENGTH])
    return tuple(
        ColumnProposal(column.index, column.heading, column.column, tuple(examples[column.index]))
        for column in layout.columns
    )


def column_at(columns: Sequence[SourceColumn], index: int) -> SourceColumn | None:
    """Return the source column that grid column ``index`` belongs to, or None."""
    return next((column for column in columns if column.index <= index < column.end), None)


def layout_problems(table: Table, layout: Layout) -> list[Problem]:
    """Return what the officer should know about the columns."""
    row = table.rows[layout.first_heading].number if table.rows else None
    place = table.place(row)
    problems = []
    if layout.is_guessed:
        problems.append(Problem(ProblemCode.COLUMNS_GUESSED, Severity.CHECK, place))
    seen: dict[AnnexColumn, str] = {}
    for column in layout.columns:
        if column.match and column.match.is_shared:
            problems.append(
                Problem(
                    ProblemCode.COLUMN_SHARED, Severity.CHECK,
                    table.place(row, column.index + 1), column.heading,
                    {"heading": column.heading},
                )
            )  # fmt: skip
        if column.column and column.column in seen:
            problems.append(
                Problem(
                    ProblemCode.COLUMNS_JOINED, Severity.CHECK,
                    table.place(row, column.index + 1), column.heading,
                    {"heading": column.heading, "other": seen[column.column]},
                )
            )  # fmt: skip
        elif column.column:
            seen[column.column] = column.heading
    return problems


def _is_heading(
    heading: Sequence[Row], columns: Sequence[SourceColumn], vocabulary: HeadingVocabulary
) -> bool:
    found = {column.column for column in columns if column.column}
    filled = [cell for row in heading for cell in row.filled]
    known = sum(
        vocabulary.match(cell.text.text) is not None or vocabulary.is_group(cell.text.text)
        for cell in filled
    )
    useful = found & {AnnexColumn.PRODUCT, AnnexColumn.DEADLINE, AnnexColumn.LEAD}
    exact = sum(column.match.is_exact for column in columns if column.match)
    return (
        AnnexColumn.CONTENT in found
        and bool(useful)
        and (len(found) >= 3 or exact >= 2)
        and known * 2 >= len(filled)
    )


def _extended(table: Table, first: int, depth: int, vocabulary: HeadingVocabulary) -> Layout:
    """Take further heading rows in: a second line of headings, a row of column numbers."""
    after = first + depth
    while after < len(table.rows) and after - first < _HEADING_DEPTH:
        if not _continues_heading(table.rows[first:after], table.rows[after], vocabulary):
            break
        after += 1
    heading = table.rows[first:after]
    columns = _with_number_column(table, after, _named_columns(table, heading, vocabulary))
    keys = frozenset(row_key(row) for row in heading if row.filled)
    if after < len(table.rows) and is_column_numbers(table.rows[after]):
        after += 1
    return Layout(columns, first, after, keys)


def _continues_heading(heading: Sequence[Row], row: Row, vocabulary: HeadingVocabulary) -> bool:
    if not row.filled or is_column_numbers(row) or row_key(row) == row_key(heading[-1]):
        return False
    if read_number(row.filled[0].text.text):
        return False
    for cell in row.filled:
        over = [c for above in heading for c in above.filled if c.column <= cell.column < c.end]
        # A heading stands under a group, or where the row above has left room.
        if any(
            c.span == 1 and c.column == cell.column and not vocabulary.is_group(c.text.text)
            for c in over
        ):
            return False
        match = vocabulary.match(cell.text.text)
        if not over and not (match and match.is_exact):
            return False
        if match is None and not any(c.span > 1 for c in over):
            return False
        if len(cell.text.text) > 60:
            return False
    return True


def _named_columns(
    table: Table, heading: Sequence[Row], vocabulary: HeadingVocabulary
) -> tuple[SourceColumn, ...]:
    columns: list[SourceColumn] = []
    for start, end in _ranges(table, heading):
        parts = _heading_parts(heading, start)
        text = " ".join(part.text.text.replace("\n", " ") for part in parts)
        match = _match_parts([part.text.text for part in parts], vocabulary)
        column = match.column if match else None
        if (
            column is AnnexColumn.LEAD and columns and parts and parts[-1].span > 1
            and columns[-1].column is AnnexColumn.LEAD and columns[-1].heading == text
            and vocabulary.is_group(parts[-1].text.text)
        ):  # fmt: skip
            column = AnnexColumn.COOPERATING
        columns.append(SourceColumn(start, end, text, column, match))
    used = _used_columns(table)
    kept = [
        column for column in columns
        if column.heading or any(column.index <= index < column.end for index in used)
    ]  # fmt: skip
    return _without_weak_doubles(kept)


def _match_parts(parts: Sequence[str], vocabulary: HeadingVocabulary) -> HeadingMatch | None:
    """The lowest heading decides; the ones above it help where it says nothing alone."""
    if not parts:
        return None
    return (
        vocabulary.match(parts[-1])
        or vocabulary.match(" ".join(parts))
        or vocabulary.match(parts[0])
    )


def _ranges(table: Table, heading: Sequence[Row]) -> list[tuple[int, int]]:
    """Return the grid columns each source column takes.

    In a workbook each column stands for itself; in a document the cells of the lowest
    heading row set the borders.
    """
    width = max((cell.end for row in table.rows for cell in row.cells), default=0)
    if table.is_sheet or not heading:
        return [(index, index + 1) for index in range(width)]
    starts = sorted({cell.column for cell in heading[-1].cells} | {0})
    ends = [*starts[1:], max(width, starts[-1] + 1)]
    ranges = list(zip(starts, ends, strict=True))
    last = heading[-1].cells[-1] if heading[-1].cells else None
    if last and last.end < ranges[-1][1]:
        start, end = ranges.pop()
        ranges += [(start, last.end), *((index, index + 1) for index in range(last.end, end))]
    return ranges


def _heading_parts(heading: Sequence[Row], start: int) -> list[Cell]:
    parts: list[Cell] = []
    for row in heading:
        for cell in row.filled:
            if cell.column <= start < cell.end and cell not in parts:
                parts.append(cell)
    return parts


def _used_columns(table: Table) -> set[int]:
    return {cell.column for row in table.rows for cell in row.filled}


def _without_weak_doubles(columns: Sequence[SourceColumn]) -> tuple[SourceColumn, ...]:
    """Let a fully known heading win over one that only holds a known phrase."""
    exact = {c.column for c in columns if c.match and c.match.is_exact}
    seen: set[AnnexColumn] = set()
    out = []
    for column in columns:
        is_weak = column.match is not None and not column.match.is_exact
        is_double = column.column is AnnexColumn.NUMBER and column.column in seen
        if column.column and (is_double or (is_weak and column.column in exact)):
            out.append(replace(column, column=None))
            continue
        if column.column:
            seen.add(column.column)
        out.append(column)
    return tuple(out)


def _with_number_column(
    table: Table, first: int, columns: tuple[SourceColumn, ...]
) -> tuple[SourceColumn, ...]:
    """Take a column of numbers without a heading, left of the content, for the STT."""
    if not columns or any(column.column is AnnexColumn.NUMBER for column in columns):
        return columns
    leftmost = columns[0]
    if leftmost.column is not None or leftmost.heading:
        return columns
    cells = [
        cell.text.text for row in table.rows[first : first + 60] for cell in row.filled
        if leftmost.index <= cell.column < leftmost.end
    ]  # fmt: skip
    if cells and sum(read_number(text) is not None for text in cells) * 2 > len(cells):
        return (replace(leftmost, column=AnnexColumn.NUMBER), *columns[1:])
    return columns
