"""The form ``plan-annex``: the tasks of a yearly plan as a table for signature.

Here the plan becomes blocks; how they look in PDF, Word and Excel is the renderers' matter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cchc_desktop.documents.annex_headings import annex_headings, without_number
from cchc_desktop.documents.blocks import (
    Block,
    Document,
    Metadata,
    RowKind,
    Table,
    TableRow,
)
from cchc_desktop.documents.form import FormDescription, Show
from cchc_desktop.documents.paper_parts import (
    letterhead_block,
    signature_block,
    spread_columns,
)
from cchc_desktop.domain import office
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan import Plan, PlanTask, Section
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.vietnamese import nfc

_OF_A_PRODUCT = frozenset({AnnexColumn.PRODUCT, AnnexColumn.DEADLINE})


@dataclass(frozen=True, slots=True)
class AnnexOptions:
    """What the officer chooses for one print ("tùy chọn in").

    Attributes:
        with_letterhead: Print the two-column head, for an annex that goes out by itself.
        with_signature: Print who signs, below the table.
        recipients: "Nơi nhận", beside the signature.
        electronic: Leave number and date to the document system
            (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục III.1.c).
        print_date: The day the file says it was made; None takes the plan's own date.
    """

    with_letterhead: bool = True
    with_signature: bool = False
    recipients: tuple[str, ...] = ()
    electronic: bool = False
    print_date: date | None = None


def compose_plan_annex(
    plan: Plan, letterhead: office.Letterhead, form: FormDescription, options: AnnexOptions
) -> Document:
    """Return the annex of ``plan`` with every word of it, as ``form`` wants it."""
    blocks: list[Block] = []
    if options.with_letterhead:
        blocks.append(letterhead_block(letterhead, form))
    parent = plan.parent_document
    blocks += annex_headings(
        plan.annex_number,
        nfc(plan.title),
        without_number(parent) if options.electronic else parent,
        letterhead.name,
        form,
    )
    blocks.append(_table(plan, form))
    if options.with_signature:
        blocks.append(signature_block(letterhead, form, options.recipients))
    made_on = options.print_date or parent.issued_on or date(plan.year, 1, 1)
    title = f"{form.wording.annex_label.capitalize()}: {plan.title}"
    return Document(form.page, tuple(blocks), Metadata(title, letterhead.name, made_on))


def _table(plan: Plan, form: FormDescription) -> Table:
    shown = [
        c for c in form.columns if c.show is Show.ALWAYS or _is_filled(plan, AnnexColumn(c.key))
    ]
    columns = spread_columns(shown, form.page, _OF_A_PRODUCT)
    keys = [AnnexColumn(column.key) for column in shown]
    rows: list[TableRow] = []
    for position, section in enumerate(plan.sections):
        # An annex without sections keeps its tasks in one section without a title.
        if section.title or position > 0:
            rows.append(_section_row(section, keys))
        for task in section.tasks:
            rows += _task_rows(task, RowKind.TASK, keys)
            for subtask in task.subtasks:
                rows += _task_rows(subtask, RowKind.SUBTASK, keys)
    return Table(columns, tuple(rows), form.sizes.table, form.wording.continued)


def _is_filled(plan: Plan, key: AnnexColumn) -> bool:
    return any(_shared_text(task, key) for task in plan.tasks()) or (
        key in _OF_A_PRODUCT and any(task.deliverables for task in plan.tasks())
    )


def _section_row(section: Section, keys: list[AnnexColumn]) -> TableRow:
    texts = {
        AnnexColumn.NUMBER: RichText.plain(section.number),
        AnnexColumn.CONTENT: section.title,
    }
    return TableRow(RowKind.SECTION, tuple(texts.get(key, EMPTY) for key in keys))


def _task_rows(task: PlanTask, kind: RowKind, keys: list[AnnexColumn]) -> Iterator[TableRow]:
    products = [(d.product, d.deadline.text) for d in task.deliverables]
    filled = [pair for pair in products if any(pair)] or [(EMPTY, EMPTY)]
    for position, (product, deadline) in enumerate(filled):
        own = {AnnexColumn.PRODUCT: product, AnnexColumn.DEADLINE: deadline}
        yield TableRow(
            kind if position == 0 else RowKind.CONTINUATION,
            tuple(
                own[key] if key in own else (_shared_text(task, key) if position == 0 else EMPTY)
                for key in keys
            ),
        )


def _shared_text(task: PlanTask, key: AnnexColumn) -> RichText:
    match key:
        case AnnexColumn.NUMBER:
            return RichText.plain(task.number)
        case AnnexColumn.CONTENT:
            return task.content
        case AnnexColumn.LEAD:
            return task.lead.text
        case AnnexColumn.COOPERATING:
            return task.cooperating.text
        case AnnexColumn.MONITOR:
            return task.monitor.text
        case AnnexColumn.NOTE:
            return task.note
        case AnnexColumn.PRODUCT | AnnexColumn.DEADLINE:
            return EMPTY
