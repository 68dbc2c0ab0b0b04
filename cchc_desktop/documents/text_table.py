"""A table that stands in a text, its columns as wide as what they hold asks for."""

from collections.abc import Sequence

from cchc_desktop.documents.blocks import Align, RowKind, Table, TableColumn, TableRow
from cchc_desktop.documents.form import FormDescription
from cchc_desktop.documents.times_metrics import text_width_mm
from cchc_desktop.domain.plan_text import TextTable
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.vietnamese import nfc, one_line

_PADDING_MM = 4.0
_WIDEST_WORD_MM = 34.0
"""Longer words are broken; they must not take the room of the other columns."""
_SHORT = 12
"""A column whose cells all have fewer characters holds numbers or marks: it is centred."""


def text_table(table: TextTable, width_mm: float, form: FormDescription) -> Table | None:
    """Return the table with every word of it, as wide as the text; None for an empty one."""
    count = max((len(row) for row in table.rows), default=0)
    if not count:
        return None
    rows = [(*row, *(EMPTY,) * (count - len(row))) for row in table.rows]
    size = form.sizes.table
    head = rows[: table.header_rows]
    body = rows[table.header_rows :]
    headings = [tuple(nfc(cell.text) for cell in row) for row in head]
    first = headings[0] if headings and any(headings[0]) else ("",) * count
    if not any(first):
        # What stands in a header without a first row is an ordinary row.
        headings, body = [], rows
    widths = _widths([[row[i] for row in rows] for i in range(count)], width_mm, size)
    columns = tuple(
        TableColumn(f"c{i}", first[i], widths[i], _align([row[i] for row in body]))
        for i in range(count)
    )
    made = tuple(TableRow(RowKind.TASK, row) for row in body)
    return Table(columns, made, size, form.wording.continued, tuple(headings[1:]))


def _align(cells: Sequence[RichText]) -> Align:
    texts = [one_line(cell.text) for cell in cells if cell]
    return Align.CENTER if texts and all(len(text) < _SHORT for text in texts) else Align.LEFT


def _widths(columns: Sequence[Sequence[RichText]], width_mm: float, size: float) -> list[float]:
    """Return the columns' widths: room for the longest word, the rest by how much they hold."""
    least = [_longest_word_mm(column, size) + _PADDING_MM for column in columns]
    if sum(least) >= width_mm:
        return [own * width_mm / sum(least) for own in least]
    asked = [_longest_cell_mm(column, size) + _PADDING_MM for column in columns]
    free = width_mm - sum(least)
    # The root keeps one very long cell from starving the others.
    wishes = [max(wish - own, 0.0) ** 0.5 for wish, own in zip(asked, least, strict=True)]
    total = sum(wishes)
    if not total:
        return [own + free / len(least) for own in least]
    return [own + free * wish / total for own, wish in zip(least, wishes, strict=True)]


def _longest_word_mm(column: Sequence[RichText], size: float) -> float:
    words = {word for cell in column for word in cell.text.split(" ") for word in word.split("\n")}
    longest = max((text_width_mm(word, size) for word in words), default=0.0)
    return min(longest, _WIDEST_WORD_MM)


def _longest_cell_mm(column: Sequence[RichText], size: float) -> float:
    return max((text_width_mm(cell.text, size) for cell in column), default=0.0)
