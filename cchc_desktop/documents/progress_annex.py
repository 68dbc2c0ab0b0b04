"""The form ``progress-annex``: the tasks of a plan with the results of a period."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from cchc_desktop.documents.annex_headings import annex_headings, without_number
from cchc_desktop.documents.blocks import (
    Align,
    Block,
    Document,
    Metadata,
    Paragraph,
    RowKind,
    Table,
    TableRow,
)
from cchc_desktop.documents.form import FormDescription, Show
from cchc_desktop.documents.paper_parts import letterhead_block, signature_block, spread_columns
from cchc_desktop.domain import office
from cchc_desktop.domain.plan import ParentDocument
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.vietnamese import nfc, one_line

_OF_A_PRODUCT = frozenset({"product", "deadline"})


@dataclass(frozen=True)
class ProgressRow:
    """One task, or one further product of the task above.

    Attributes:
        cells: By the column's key: number, content, product, deadline, lead, state,
            result, note; a missing one is empty.
        kind: TASK, SUBTASK or CONTINUATION (only product and deadline are its own).
    """

    cells: Mapping[str, RichText] = field(default_factory=dict)
    kind: RowKind = RowKind.TASK


@dataclass(frozen=True)
class ProgressSection:
    """A section and its tasks; without a title its row is left out."""

    number: str
    title: RichText
    rows: tuple[ProgressRow, ...]


@dataclass(frozen=True)
class ProgressAnnexContent:
    """What the annex says ("phụ lục kết quả").

    Attributes:
        parent: The paper it belongs to, such as the report, for the bracketed line.
        annex_number: Among several annexes, its Roman number.
        summary: A line above the table, such as "Tổng số 41 nhiệm vụ: …".
    """

    title: str
    parent: ParentDocument
    sections: tuple[ProgressSection, ...]
    annex_number: str = ""
    summary: RichText = EMPTY


@dataclass(frozen=True, slots=True)
class ProgressAnnexOptions:
    """What the officer chooses for one print ("tùy chọn in phụ lục kết quả").

    Attributes:
        electronic: Leave number and day to the document system.
    """

    with_letterhead: bool = False
    with_signature: bool = False
    recipients: tuple[str, ...] = ()
    electronic: bool = False
    made_on: date | None = None


def compose_progress_annex(
    content: ProgressAnnexContent,
    letterhead: office.Letterhead,
    form: FormDescription,
    options: ProgressAnnexOptions | None = None,
) -> Document:
    """Return the annex with every word of ``content``."""
    options = options or ProgressAnnexOptions()
    blocks: list[Block] = []
    if options.with_letterhead:
        blocks.append(letterhead_block(letterhead, form))
    parent = content.parent
    blocks += annex_headings(
        content.annex_number,
        one_line(content.title),
        without_number(parent) if options.electronic else parent,
        nfc(letterhead.name),
        form,
    )
    if content.summary:
        blocks.append(Paragraph(content.summary, form.sizes.attachment, Align.LEFT, has_gap=True))
    blocks.append(_table(content, form))
    if options.with_signature:
        blocks.append(signature_block(letterhead, form, options.recipients))
    made_on = options.made_on or parent.issued_on or date(2000, 1, 1)
    title = f"{form.wording.annex_label.capitalize()}: {one_line(content.title)}"
    metadata = Metadata(title, letterhead.name, made_on)
    return Document(form.page, tuple(blocks), metadata, form.texts["sheet"])


def _table(content: ProgressAnnexContent, form: FormDescription) -> Table:
    rows = [row for section in content.sections for row in section.rows]
    shown = [
        column
        for column in form.columns
        if column.show is Show.ALWAYS or any(row.cells.get(column.key) for row in rows)
    ]
    columns = spread_columns(shown, form.page, _OF_A_PRODUCT)
    keys = [column.key for column in columns]
    made: list[TableRow] = []
    for position, section in enumerate(content.sections):
        # Tasks without sections stand in one section without a title.
        if section.title or position:
            head = {"number": RichText.plain(section.number), "content": section.title}
            made.append(TableRow(RowKind.SECTION, tuple(head.get(key, EMPTY) for key in keys)))
        made += [
            TableRow(row.kind, tuple(row.cells.get(key, EMPTY) for key in keys))
            for row in section.rows
        ]
    return Table(columns, tuple(made), form.sizes.table, form.wording.continued)
