"""The form ``assignment-table``: all tasks against all agencies, "C" leads and "P" supports.

Agencies that do not fit beside each other go on in further parts, each with the numbers
and the contents of all tasks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import ceil

from cchc_desktop.documents.blocks import (
    Align,
    Block,
    Document,
    Heading,
    Metadata,
    Paper,
    Paragraph,
    RowKind,
    Table,
    TableColumn,
    TableRow,
    bound,
)
from cchc_desktop.documents.form import FormDescription
from cchc_desktop.documents.paper_parts import letterhead_block, signature_block
from cchc_desktop.domain import office
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.vietnamese import nfc, one_line

LEADS = "C"
COOPERATES = "P"
_WIDEST_AGENCY_MM = 14.0


@dataclass(frozen=True, slots=True)
class MatrixAgency:
    """One agency: ``label`` heads its column, ``name`` explains it where it differs."""

    label: str
    name: str = ""


@dataclass(frozen=True)
class MatrixRow:
    """One task.

    Attributes:
        marks: By the agency's position among ``MatrixContent.agencies``: "C" or "P".
        is_subtask: Whether it is a part of the task above.
    """

    number: str
    content: RichText
    marks: Mapping[int, str] = field(default_factory=dict)
    is_subtask: bool = False


@dataclass(frozen=True)
class MatrixSection:
    """A section and its tasks; without a title its row is left out."""

    number: str
    title: RichText
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True)
class MatrixContent:
    """What the table says ("bảng phân công").

    Attributes:
        note: A line in italics below the title, such as the plan it belongs to.
    """

    title: str
    agencies: tuple[MatrixAgency, ...]
    sections: tuple[MatrixSection, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class MatrixOptions:
    """What the officer chooses for one print ("tùy chọn in bảng phân công")."""

    with_letterhead: bool = True
    with_signature: bool = False
    recipients: tuple[str, ...] = ()
    made_on: date | None = None


def compose_assignment_table(
    content: MatrixContent,
    letterhead: office.Letterhead,
    form: FormDescription,
    options: MatrixOptions | None = None,
) -> Document:
    """Return the table in as many parts as the width asks for, the pages counted through."""
    options = options or MatrixOptions()
    count = max(len(content.agencies), 1)
    agency_mm = form.column("agency").width_mm
    free = form.page.text_width_mm - sum(form.column(k).width_mm for k in ("number", "content"))
    parts = ceil(count / max(int((free + 0.01) / agency_mm), 1))
    size = ceil(count / parts)
    papers = []
    for index in range(parts):
        shown = range(len(content.agencies))[index * size : (index + 1) * size]
        blocks: list[Block] = []
        if options.with_letterhead and not index:
            blocks.append(letterhead_block(letterhead, form))
        blocks += _headings(content, shown, index + 1, parts, form)
        blocks.append(_table(content, shown, min(free / size, _WIDEST_AGENCY_MM), form, size))
        if options.with_signature and index == parts - 1:
            blocks.append(signature_block(letterhead, form, options.recipients))
        name = form.texts["sheet"] + (f" {index + 1}" if parts > 1 else "")
        papers.append(Paper(form.page, tuple(blocks), name, goes_on=index > 0))
    title = one_line(content.title) or form.title
    return bound(papers, Metadata(title, letterhead.name, options.made_on or date(2000, 1, 1)))


def _headings(
    content: MatrixContent, shown: range, part: int, parts: int, form: FormDescription
) -> Iterator[Block]:
    sizes, texts = form.sizes, form.texts
    yield Heading(one_line(content.title).upper() or form.title.upper(), sizes.annex_title, 1)
    lines = [one_line(content.note)] if content.note else []
    if parts > 1:
        lines.append(texts["part"].format(part=part, parts=parts))
    agencies = [content.agencies[i] for i in shown]
    names = [
        f"{nfc(a.label)}: {nfc(a.name)}" for a in agencies if a.name and nfc(a.name) != nfc(a.label)
    ]
    lines.append(" ".join(filter(None, (texts["legend"], "; ".join(names) + "." if names else ""))))
    for position, line in enumerate(lines):
        text = RichText((Run(line, italic=True),))
        is_last = position == len(lines) - 1
        yield Paragraph(text, sizes.attachment, Align.CENTER, has_rule=is_last)


def _table(
    content: MatrixContent, shown: Sequence[int], agency_mm: float, form: FormDescription, most: int
) -> Table:
    number, task = form.column("number"), form.column("content")
    task_mm = form.page.text_width_mm - number.width_mm - most * agency_mm
    columns = (
        TableColumn("number", number.heading, number.width_mm, number.align),
        TableColumn("content", task.heading, task_mm, task.align),
        *(
            TableColumn(
                f"agency-{i}", nfc(content.agencies[i].label), agency_mm, Align.CENTER,
                is_vertical=True,
            )
            for i in shown
        ),
    )  # fmt: skip
    rows = [*_rows(content, shown), *_totals(content, shown, form)]
    return Table(columns, tuple(rows), form.sizes.table, form.wording.continued)


def _rows(content: MatrixContent, shown: Sequence[int]) -> Iterator[TableRow]:
    for position, section in enumerate(content.sections):
        # Tasks without sections stand in one section without a title.
        if section.title or position:
            rest = (EMPTY,) * len(shown)
            cells = (RichText.plain(section.number), section.title, *rest)
            yield TableRow(RowKind.SECTION, cells)
        for row in section.rows:
            marks = (RichText.plain(row.marks.get(i, "")) for i in shown)
            kind = RowKind.SUBTASK if row.is_subtask else RowKind.TASK
            yield TableRow(kind, (RichText.plain(row.number), row.content, *marks))


def _totals(
    content: MatrixContent, shown: Sequence[int], form: FormDescription
) -> Iterator[TableRow]:
    rows = [row for section in content.sections for row in section.rows]
    for key, mark in (("leads_total", LEADS), ("cooperates_total", COOPERATES)):
        counts = (sum(mark in row.marks.get(i, "") for row in rows) for i in shown)
        cells = (form.texts[key], *map(str, counts))
        made = (RichText((Run(cell, bold=True),)) for cell in cells)
        yield TableRow(RowKind.TASK, (EMPTY, *made))
