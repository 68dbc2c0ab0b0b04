"""The form ``assignment-notice``: what one agency leads and supports, a paper for each.

The notices of one run stand in one file; each begins on a new page that counts from 1.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.documents.blocks import (
    Block,
    BodyHeading,
    BodyText,
    Document,
    Metadata,
    Paper,
    RowKind,
    Table,
    TableRow,
    bound,
)
from cchc_desktop.documents.form import FormDescription
from cchc_desktop.documents.official_paper import closed
from cchc_desktop.documents.paper_parts import (
    official_head,
    recipient_lines,
    signature_block,
    spread_columns,
    title_block,
)
from cchc_desktop.domain import office
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.vietnamese import nfc, one_line


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One task or one product of it on a notice.

    Attributes:
        others: Who co-operates, or who leads where this agency only co-operates.
        is_further_product: Its number, content and others are those of the row above.
    """

    number: str
    content: RichText
    product: RichText
    deadline: RichText
    others: RichText
    is_further_product: bool = False


@dataclass(frozen=True, slots=True)
class NoticeContent:
    """What one notice says ("phiếu giao nhiệm vụ").

    Attributes:
        number: Its own register number; empty while it is not known.
    """

    agency_name: str
    leads: tuple[NoticeRow, ...]
    cooperates: tuple[NoticeRow, ...]
    number: str = ""


@dataclass(frozen=True, slots=True)
class NoticeOptions:
    """What all notices of one run have in common ("tùy chọn in phiếu").

    Attributes:
        subject: What stands under the type name.
        symbol: What stands after the stroke; empty takes the form's own with the office's.
        recipients: "Nơi nhận" after the agency itself; the file copy is added.
        electronic: Leave number and day to the document system.
        made_on: The day the file says it was made; None takes the day of issue.
    """

    subject: str
    issued_on: date | None = None
    symbol: str = ""
    recipients: tuple[str, ...] = ()
    electronic: bool = False
    made_on: date | None = None


def compose_assignment_notice(
    notices: Sequence[NoticeContent],
    letterhead: office.Letterhead,
    form: FormDescription,
    options: NoticeOptions,
) -> Document:
    """Return the notices, at least one, as papers of one file in the order given."""
    papers = [_paper(notice, letterhead, form, options) for notice in notices]
    made_on = options.made_on or options.issued_on or date(2000, 1, 1)
    title = f"{form.title}: {one_line(options.subject)}"
    return bound(papers, Metadata(title, letterhead.name, made_on))


def _paper(
    notice: NoticeContent,
    letterhead: office.Letterhead,
    form: FormDescription,
    options: NoticeOptions,
) -> Paper:
    texts, sizes = form.texts, form.sizes
    agency = one_line(notice.agency_name)
    symbol = options.symbol or f"{texts['type_symbol']}-{letterhead.symbol}"
    blocks: list[Block] = [
        official_head(
            letterhead,
            form,
            number="" if options.electronic else notice.number,
            symbol=symbol,
            issued_on=None if options.electronic else options.issued_on,
        ),
        title_block(texts["type_name"], options.subject, form),
        _text(texts["opening"], agency, form),
    ]
    for number, key, rows in (
        ("I", "leads", notice.leads),
        ("II", "cooperates", notice.cooperates),
    ):
        blocks.append(BodyHeading(f"{number}. {texts[key]}", 1, sizes.body))
        if rows:
            blocks.append(_table(rows, texts[f"{key}_others"], form))
        else:
            blocks.append(_text(texts[f"{key}_nothing"], agency, form))
    blocks = closed([*blocks, _text(texts["request"], agency, form)], form)
    recipients = (agency, *options.recipients)
    lines = recipient_lines(recipients, letterhead, form, has_addressees=False)
    blocks.append(signature_block(letterhead, form, lines))
    return Paper(form.page, tuple(blocks), agency)


def _text(template: str, agency: str, form: FormDescription) -> BodyText:
    words = nfc(template.format(agency=agency))
    return BodyText(RichText((Run(words[:1].upper() + words[1:]),)), form.sizes.body)


def _table(rows: Sequence[NoticeRow], others: str, form: FormDescription) -> Table:
    shown = [replace(c, heading=others) if c.key == "others" else c for c in form.columns]
    columns = spread_columns(shown, form.page, frozenset({"product", "deadline"}))
    made = []
    for row in rows:
        cells = {
            "number": RichText.plain(row.number),
            "content": row.content,
            "product": row.product,
            "deadline": row.deadline,
            "others": row.others,
        }
        kind = RowKind.CONTINUATION if row.is_further_product else RowKind.TASK
        made.append(TableRow(kind, tuple(cells[column.key] for column in columns)))
    return Table(columns, tuple(made), form.sizes.table, form.wording.continued)
