"""A landscape sheet of one table whose rows stand in groups, each under a heading of its own.

The comparison of two versions and the coverage of demands are such sheets.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.documents.blocks import (
    Align,
    Block,
    Document,
    Heading,
    Metadata,
    Paragraph,
    RowKind,
    Table,
    TableRow,
)
from cchc_desktop.documents.form import FormDescription
from cchc_desktop.documents.paper_parts import letterhead_block, signature_block, spread_columns
from cchc_desktop.domain import office
from cchc_desktop.domain.numbering import roman
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.vietnamese import one_line


@dataclass(frozen=True, slots=True)
class GroupedRow:
    """One row: its cells by the column's key; a missing one is empty.

    Attributes:
        goes_on: It says more of the row above and has no number of its own.
    """

    cells: Mapping[str, RichText]
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class RowGroup:
    """A heading and its rows; without a title its row is left out."""

    title: RichText
    rows: tuple[GroupedRow, ...]


@dataclass(frozen=True, slots=True)
class GroupedTable:
    """What the sheet says.

    Attributes:
        title: Printed in capitals.
        note: A line in italics below it, such as what is compared.
        summary: A line above the table.
        headings: Headings of columns, by key, where they differ from the form's.
        own_columns: Keys of the columns that have a cell for each row that goes on.
    """

    title: str
    groups: tuple[RowGroup, ...]
    note: str = ""
    summary: str = ""
    headings: Mapping[str, str] | None = None
    own_columns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SheetOptions:
    """What the officer chooses for one print ("tùy chọn in bảng")."""

    with_letterhead: bool = True
    with_signature: bool = False
    made_on: date | None = None


def compose_grouped_table(
    content: GroupedTable,
    letterhead: office.Letterhead,
    form: FormDescription,
    options: SheetOptions,
) -> Document:
    """Return the sheet with every word of ``content``."""
    sizes = form.sizes
    blocks: list[Block] = []
    if options.with_letterhead:
        blocks.append(letterhead_block(letterhead, form))
    title = one_line(content.title) or form.title
    blocks.append(Heading(title.upper(), sizes.annex_title, 1))
    if content.note:
        note = RichText((Run(one_line(content.note), italic=True),))
        blocks.append(Paragraph(note, sizes.attachment, Align.CENTER, has_rule=True))
    has_rows = any(group.rows for group in content.groups)
    summary = content.summary or ("" if has_rows else form.texts["nothing"])
    if summary:
        line = RichText.plain(summary)
        blocks.append(Paragraph(line, sizes.attachment, Align.LEFT, has_gap=True))
    if has_rows:
        blocks.append(_table(content, form))
    if options.with_signature:
        blocks.append(signature_block(letterhead, form, ()))
    metadata = Metadata(title, letterhead.name, options.made_on or date(2000, 1, 1))
    return Document(form.page, tuple(blocks), metadata, form.texts["sheet"])


def _table(content: GroupedTable, form: FormDescription) -> Table:
    columns = spread_columns(form.columns, form.page, content.own_columns)
    if content.headings:
        named = content.headings
        columns = tuple(replace(c, heading=named.get(c.key, c.heading)) for c in columns)
    keys = [column.key for column in columns]
    rows = tuple(_rows(content.groups, keys))
    return Table(columns, rows, form.sizes.table, form.wording.continued)


def _rows(groups: Sequence[RowGroup], keys: Sequence[str]) -> Iterator[TableRow]:
    number, heading, *_ = keys
    for position, group in enumerate((group for group in groups if group.rows), 1):
        if group.title:
            head = {number: RichText.plain(roman(position)), heading: group.title}
            yield TableRow(RowKind.SECTION, tuple(head.get(key, EMPTY) for key in keys))
        count = 0
        for row in group.rows:
            count += not row.goes_on
            kind = RowKind.CONTINUATION if row.goes_on else RowKind.TASK
            own = EMPTY if row.goes_on else RichText.plain(str(count))
            cells = {**row.cells, number: own}
            yield TableRow(kind, tuple(cells.get(key, EMPTY) for key in keys))
