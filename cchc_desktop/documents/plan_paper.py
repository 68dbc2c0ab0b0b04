"""The form ``plan``: a plan as one document, the decision, the text and all its annexes.

Each paper begins on a new page and has page numbers of its own (Nghị định 30/2020/NĐ-CP,
Phụ lục I, Phần I, mục I.7 and III.1.đ).
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import count

from cchc_desktop.documents.annex_headings import annex_headings, without_number
from cchc_desktop.documents.blocks import Block, BodyText, Document, Metadata, Paper, bound
from cchc_desktop.documents.form import FormDescription
from cchc_desktop.documents.official_wording import attachment_line
from cchc_desktop.documents.paper_parts import (
    balanced,
    balanced_letterhead,
    official_head,
    recipient_lines,
    signature_block,
    title_block,
)
from cchc_desktop.documents.plan_annex import AnnexOptions, compose_plan_annex
from cchc_desktop.documents.plan_decision import article_recipient, decision_blocks
from cchc_desktop.documents.plan_passages import closed_once, passage_blocks
from cchc_desktop.documents.rules import SUBJECT_SHARE
from cchc_desktop.domain import office
from cchc_desktop.domain.numbering import parse_roman, roman
from cchc_desktop.domain.plan import ParentDocument, Plan
from cchc_desktop.domain.plan_text import PlanDocument, PlanText, TextPart, TextPartKind
from cchc_desktop.domain.vietnamese import nfc, one_line

_Blocks = Callable[[TextPart, FormDescription], Iterator[Block]]

PLAN_FORM = "plan"
ANNEX_FORM = "plan-annex"


@dataclass(frozen=True, slots=True)
class PlanPaper:
    """What the paper says ("kế hoạch và các phụ lục")."""

    plan: Plan
    text: PlanText
    document: PlanDocument


@dataclass(frozen=True, slots=True)
class PlanPaperOptions:
    """What the officer chooses for one print ("tùy chọn in kế hoạch").

    Attributes:
        with_annexes: Print the annexes too.
        with_letterhead: Print the two-column head above a plan that a decision issues, as
            Mẫu 1.3 shows it.  A plan by itself always has its head.
        electronic: Leave numbers and days to the document system.
        made_on: The day the file says it was made; None takes the day of issue.
    """

    with_annexes: bool = True
    with_letterhead: bool = True
    electronic: bool = False
    made_on: date | None = None


def compose_plan_paper(
    content: PlanPaper,
    letterhead: office.Letterhead,
    forms: Mapping[str, FormDescription],
    options: PlanPaperOptions | None = None,
) -> Document:
    """Return the whole plan with every word of it.

    Args:
        content: The plan, with at least one part of text.
        letterhead: The office's details on the day of issue.
        forms: The forms "plan" and "plan-annex".
        options: What to print of it.
    """
    options = options or PlanPaperOptions()
    signer = content.document.signer
    if signer is not None:
        letterhead = replace(letterhead, signer=signer)
    printer = _Printer(content, letterhead, forms, options)
    made_on = options.made_on or content.plan.parent_document.issued_on
    metadata = Metadata(printer.title(), letterhead.name, made_on or date(content.plan.year, 1, 1))
    return bound(list(printer.papers()), metadata)


class _Printer:
    """Makes the papers of one plan."""

    def __init__(
        self,
        content: PlanPaper,
        letterhead: office.Letterhead,
        forms: Mapping[str, FormDescription],
        options: PlanPaperOptions,
    ) -> None:
        self._content = content
        self._letterhead = letterhead
        self._form, self._annex_form = forms[PLAN_FORM], forms[ANNEX_FORM]
        self._options = options
        self._decision = content.text.part(TextPartKind.DECISION)
        parent = content.plan.parent_document
        if self._decision:
            parent = _of_a_decision(parent, self._form)
        self._parent = without_number(parent) if options.electronic else parent

    def title(self) -> str:
        """Return what the file calls itself."""
        body = self._content.text.body
        subject = one_line(body.title.text) if body else ""
        return f"{one_line(self._content.document.type_name)} {subject}".strip()

    def papers(self) -> Iterator[Paper]:
        """Yield the decision, the plan and the annexes."""
        body, texts = self._content.text.body, self._form.texts
        if self._decision:
            yield self._paper(self._decision, self._decision_paper, texts["decision_sheet"])
        if body:
            blocks = self._attached_plan if self._decision else self._own_plan
            yield self._paper(body, blocks, texts["sheet"])
        if self._options.with_annexes:
            yield from self._annexes()

    def _paper(self, part: TextPart, blocks: _Blocks, name: str) -> Paper:
        """Return the paper of a part; wide ones lie as the task annex does (mục I.2)."""
        form = self._form
        if part.is_landscape:
            form = replace(form, page=self._annex_form.page)
        return Paper(form.page, tuple(blocks(part, form)), name)

    def _decision_paper(self, part: TextPart, form: FormDescription) -> Iterator[Block]:
        yield self._head(form)
        yield title_block(form.texts["decision_type"], part.title.text, form)
        yield from decision_blocks(part, self._letterhead, form)
        yield self._signature(article_recipient(part, form))

    def _own_plan(self, part: TextPart, form: FormDescription) -> Iterator[Block]:
        yield self._head(form)
        yield title_block(self._content.document.type_name, part.title.text, form)
        yield from closed_once(_text(part, form), form)
        yield self._signature()

    def _attached_plan(self, part: TextPart, form: FormDescription) -> Iterator[Block]:
        """Yield a plan that a decision issues: its signature is the decision's."""
        if self._options.with_letterhead:
            yield balanced_letterhead(self._letterhead, form)
        line = attachment_line(form.wording.attachment, self._parent, self._letterhead.name)
        line = balanced(line, form.page.text_width_mm * SUBJECT_SHARE, form.sizes.title)
        yield title_block(self._content.document.type_name, part.title.text, form, line)
        yield from closed_once(_text(part, form), form)

    def _head(self, form: FormDescription) -> Block:
        parent = self._parent
        return official_head(
            self._letterhead,
            form,
            number=parent.number,
            symbol=parent.symbol,
            issued_on=parent.issued_on,
        )

    def _signature(self, first: str = "") -> Block:
        """Return who signs and the recipients; ``first`` opens the usual ones."""
        given = self._content.document.recipients
        names = given or ((first,) if first else ())
        lines = recipient_lines(names, self._letterhead, self._form, has_addressees=False)
        return signature_block(self._letterhead, self._form, lines)

    def _annexes(self) -> Iterator[Paper]:
        """Yield the annexes, numbered from I when there are several (mục III.1.a)."""
        plan, parts = self._content.plan, self._content.text.parts
        texts = [part for part in parts if part.kind is TextPartKind.ANNEX]
        annexes: list[Plan | TextPart] = [*texts]
        of_tasks = 0
        if any(section.tasks for section in plan.sections):
            of_tasks = parse_roman(plan.annex_number) or 1
            annexes.insert(of_tasks - 1, plan)
        others = (n for n in count(1) if n != of_tasks)
        for annex in annexes:
            if isinstance(annex, Plan):
                number = plan.annex_number or (roman(of_tasks) if len(annexes) > 1 else "")
                yield self._task_annex(annex, number)
            else:
                number = roman(next(others))
                yield self._text_annex(annex, number if len(annexes) > 1 else "")

    def _task_annex(self, plan: Plan, number: str) -> Paper:
        numbered = replace(plan, annex_number=number, parent_document=self._parent)
        chosen = AnnexOptions(with_letterhead=False)
        made = compose_plan_annex(numbered, self._letterhead, self._annex_form, chosen)
        return Paper(made.page, made.blocks, self._annex_name(number))

    def _text_annex(self, part: TextPart, number: str) -> Paper:
        def blocks(part: TextPart, form: FormDescription) -> Iterator[Block]:
            title, issuer = nfc(part.title.text), nfc(self._letterhead.name)
            yield from annex_headings(number, title, self._parent, issuer, form)
            text = list(_text(part, form))
            # Mẫu 2.1 closes an annex too; below a table the mark would stand lost.
            is_closed = bool(text) and isinstance(text[-1], BodyText)
            yield from closed_once(text, form) if is_closed else text

        return self._paper(part, blocks, self._annex_name(number))

    def _annex_name(self, number: str) -> str:
        return f"{self._form.texts['annex_sheet']} {number}".strip()


def _text(part: TextPart, form: FormDescription) -> Iterator[Block]:
    return passage_blocks(part.passages, form, form.page.text_width_mm)


def _of_a_decision(parent: ParentDocument, form: FormDescription) -> ParentDocument:
    """Return the number of the paper as the decision's, where a draft still calls it the plan's."""
    name = form.texts["decision_type"].capitalize()
    symbol = parent.symbol
    if symbol.startswith("KH-"):
        symbol = f"QĐ-{symbol.removeprefix('KH-')}"
    return replace(parent, type_name=name, symbol=symbol)
