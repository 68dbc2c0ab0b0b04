"""A paper with text by Nghị định 30/2020/NĐ-CP: a letter, a report, a plan.

Phụ lục III, Mẫu 1.4 (a paper with a type name) and Mẫu 1.5 (a letter, "công văn").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from cchc_desktop.documents.blocks import (
    Addressee,
    Block,
    BodyHeading,
    BodyText,
    Chart,
    Document,
    Metadata,
    Table,
    TableColumn,
    TableRow,
)
from cchc_desktop.documents.form import FormDescription
from cchc_desktop.documents.paper_parts import (
    official_head,
    recipient_lines,
    signature_block,
    title_block,
)
from cchc_desktop.domain import office
from cchc_desktop.domain.progress_chart import ProgressChart
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.vietnamese import nfc, one_line

_WRITTEN_MARK = re.compile(r"\.\s*/\s*\.\s*$")
"""The closing mark as officers write it: "./.", ". /."."""


@dataclass(frozen=True, slots=True)
class PaperHeading:
    """A heading with its number, as it is printed: "I. …", "1. …", "a) …".

    Attributes:
        level: 1 to 3; level 1 is printed in capitals.
    """

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class PaperText:
    """A stretch of text; each of its lines is a paragraph."""

    text: RichText


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table in the text; ``width_mm`` of the columns are shares of the printable width."""

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]


PaperPart = PaperHeading | PaperText | PaperTable | ProgressChart


@dataclass(frozen=True, slots=True)
class OfficialPaper:
    """What one paper says ("văn bản hành chính"), before it has a form.

    Attributes:
        type_name: "Báo cáo", "Kế hoạch"; empty for a letter, whose subject then stands
            after "V/v" below the number.
        number: The register number; empty while it is not known.
        symbol: What stands after the stroke: "BC-UBND", "UBND-NV".
        addressees: Whom it speaks to, without dashes; empty for none.
        bases: The legal grounds ("căn cứ"), one each, in their order.
        recipients: "Nơi nhận"; "Như trên" and "Lưu: VT, …" are added where missing.
        electronic: Leave number and day to the document system.
        made_on: The day the file says it was made; None takes the day of issue.
    """

    type_name: str
    number: str
    symbol: str
    issued_on: date | None
    subject: str
    parts: tuple[PaperPart, ...]
    addressees: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    electronic: bool = False
    made_on: date | None = None


def compose_official_paper(
    paper: OfficialPaper, letterhead: office.Letterhead, form: FormDescription
) -> Document:
    """Return ``paper`` with its head, its text closed by "./.", signer and recipients."""
    blocks: list[Block] = [
        official_head(
            letterhead,
            form,
            number="" if paper.electronic else paper.number,
            symbol=paper.symbol,
            issued_on=None if paper.electronic else paper.issued_on,
            about="" if paper.type_name else paper.subject,
        )
    ]
    if paper.type_name:
        blocks.append(title_block(paper.type_name, paper.subject, form))
    if paper.addressees:
        blocks.append(_addressee(paper.addressees, form))
    blocks += bases(paper.bases, form.sizes.body)
    blocks += closed(list(_body(paper.parts, form)), form)
    recipients = recipient_lines(
        paper.recipients, letterhead, form, has_addressees=bool(paper.addressees)
    )
    blocks.append(signature_block(letterhead, form, recipients))
    made_on = paper.made_on or paper.issued_on or date(2000, 1, 1)
    title = " ".join(filter(None, (one_line(paper.type_name), one_line(paper.subject))))
    metadata = Metadata(title or form.title, letterhead.name, made_on)
    return Document(form.page, tuple(blocks), metadata, form.texts.get("sheet", form.title))


def bases(lines: tuple[str, ...], size: float) -> Iterator[BodyText]:
    """Yield the legal grounds in italics, each ended by ";", the last by "." (mục II.6.a)."""
    bare = [text for text in (one_line(line).rstrip(" ;.,") for line in lines) if text]
    for position, line in enumerate(bare):
        end = "." if position == len(bare) - 1 else ";"
        yield BodyText(RichText((Run(line + end, italic=True),)), size)


def closed(blocks: list[Block], form: FormDescription) -> list[Block]:
    """Return ``blocks`` with the mark that ends an official text, once, after its last words."""
    mark = form.wording.closing
    last = blocks[-1] if blocks else None
    if not isinstance(last, BodyText):
        return [*blocks, BodyText(RichText((Run(mark),)), form.sizes.body)]
    *runs, end = last.text.runs
    if last.text.text.endswith(mark):
        return blocks
    bare = _WRITTEN_MARK.sub("", end.text).rstrip().removesuffix(".")
    ended = replace(end, text=bare + mark)
    return [*blocks[:-1], replace(last, text=RichText((*runs, ended)))]


def paragraphs(text: RichText) -> Iterator[RichText]:
    """Yield each line of ``text`` in its styles; empty lines are left out."""
    line: list[Run] = []
    for run in text.runs:
        first, *others = nfc(run.text).split("\n")
        line.append(Run(first, run.bold, run.italic))
        for other in others:
            yield RichText(tuple(part for part in line if part.text))
            line = [Run(other, run.bold, run.italic)]
    yield RichText(tuple(part for part in line if part.text))


def _addressee(names: tuple[str, ...], form: FormDescription) -> Addressee:
    bare = [name for name in (one_line(n).lstrip("-– ").rstrip(" ;.") for n in names) if name]
    if len(bare) > 1:
        bare = [*(f"{name};" for name in bare[:-1]), f"{bare[-1]}."]
    return Addressee(form.wording.addressee, tuple(bare), form.sizes.addressee)


def _body(parts: tuple[PaperPart, ...], form: FormDescription) -> Iterator[Block]:
    size = form.sizes.body
    for part in parts:
        match part:
            case PaperHeading():
                text = one_line(part.text)
                yield BodyHeading(text.upper() if part.level == 1 else text, part.level, size)
            case PaperText():
                for paragraph in paragraphs(part.text):
                    if paragraph.text.strip():
                        yield BodyText(paragraph, size)
            case PaperTable():
                yield _table(part, form)
            case ProgressChart():
                yield Chart(part, form.sizes.chart)


def _table(part: PaperTable, form: FormDescription) -> Table:
    factor = form.page.text_width_mm / sum(column.width_mm for column in part.columns)
    columns = tuple(
        TableColumn(c.key, c.heading, c.width_mm * factor, c.align, c.is_shared, c.is_vertical)
        for c in part.columns
    )
    return Table(columns, part.rows, form.sizes.table, form.wording.continued)
