"""What the checks look at: a plan beside what it must agree with, cut into cells once."""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cchc_desktop.domain.agency import AgencyCatalogue, Role
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.finding import PlanDetail
from cchc_desktop.domain.checks.outline import OutlineNode, TextOutline, outline
from cchc_desktop.domain.checks.reference import NO_REFERENCE, CheckReference
from cchc_desktop.domain.numbering import parse_roman
from cchc_desktop.domain.office import Letterhead
from cchc_desktop.domain.plan import Plan, PlanTask
from cchc_desktop.domain.plan_rows import PlanRow, RowKind, plan_rows
from cchc_desktop.domain.plan_text import (
    PlanDocument,
    PlanText,
    TextPart,
    TextPartId,
    TextPartKind,
)
from cchc_desktop.domain.registered_document import RegisteredDocument

ROLE_COLUMNS = {
    Role.LEAD: AnnexColumn.LEAD,
    Role.COOPERATING: AnnexColumn.COOPERATING,
    Role.MONITOR: AnnexColumn.MONITOR,
}
NO_TEXT = PlanText()
_PARTY = re.compile(r"(?:Tỉnh|Thành|Huyện|Quận|Thị|Đảng) ?ủy\b|Ban Chấp hành Đảng bộ|Đảng bộ\b")
_COLUMNS = tuple(column for column in AnnexColumn if column is not AnnexColumn.NUMBER)


@dataclass(frozen=True, slots=True)
class Cell:
    """Words with their place ("ô"): a cell of the table, a detail, or a passage of the text.

    Attributes:
        row: The row of the plan's table, or None for other places.
        field: The column or the detail; None for a passage.
        node: The passage, or None for other places.
        part: The part of the text whose title it is, or None.
        table_cell: Row and column, from 0, where the passage is a table.
    """

    row: PlanRow | None
    field: AnnexColumn | PlanDetail | None
    text: str
    node: OutlineNode | None = dataclasses.field(default=None, compare=False)
    part: TextPartId | None = None
    table_cell: tuple[int, int] | None = None

    @property
    def is_prose(self) -> bool:
        """Whether it is a passage of the text, outside tables."""
        return self.node is not None and self.table_cell is None


@dataclass(frozen=True)
class CheckContext:
    """A plan and what it is read against ("bối cảnh kiểm tra").

    Attributes:
        letterhead: The office's details on the plan's day.
        day: The day on which the plan is read.
        previous: The plan of the year before, or None.
        reference: The lists of abbreviations and document types.
        text: What the plan says beside its annex.
        document: How its paper begins and ends, or None where nothing was said.
        documents: The office's register of documents.
        known_documents: Documents that ship with the program.
        previous_text: What the plan of the year before says beside its annex.
    """

    plan: Plan
    catalogue: AgencyCatalogue
    letterhead: Letterhead
    day: date
    previous: Plan | None = None
    reference: CheckReference = dataclasses.field(default=NO_REFERENCE)
    text: PlanText = dataclasses.field(default=NO_TEXT)
    document: PlanDocument | None = None
    documents: tuple[RegisteredDocument, ...] = ()
    known_documents: tuple[RegisteredDocument, ...] = ()
    previous_text: PlanText = dataclasses.field(default=NO_TEXT)

    @cached_property
    def rows(self) -> tuple[PlanRow, ...]:
        """The rows of the plan's table."""
        return plan_rows(self.plan)

    @cached_property
    def outlines(self) -> tuple[TextOutline, ...]:
        """The parts of the text as trees, in printed order."""
        return (*self.outlines_before, *self.outlines_after)

    @cached_property
    def outlines_before(self) -> tuple[TextOutline, ...]:
        """The parts printed before the task annex, by the number that the annex bears."""
        papers = (part for part in self.text.parts if part.kind is not TextPartKind.ANNEX)
        return tuple(outline(part) for part in (*papers, *self._annexes[: self._annex_place]))

    @cached_property
    def outlines_after(self) -> tuple[TextOutline, ...]:
        """The further annexes printed after the task annex."""
        return tuple(outline(part) for part in self._annexes[self._annex_place :])

    @cached_property
    def papers(self) -> tuple[TextOutline, ...]:
        """The decision and the plan itself, without further annexes."""
        return tuple(x for x in self.outlines if x.part.kind is not TextPartKind.ANNEX)

    @property
    def body(self) -> TextOutline | None:
        """The plan itself, or None while nothing is written."""
        return next((x for x in self.outlines if x.part.kind is TextPartKind.BODY), None)

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Every place that holds words, in printed order."""
        return tuple(self._cells())

    @cached_property
    def passages(self) -> tuple[Cell, ...]:
        """The passages of the text outside tables, in printed order."""
        return tuple(cell for cell in self.cells if cell.is_prose)

    @cached_property
    def work_rows(self) -> tuple[PlanRow, ...]:
        """The first rows of tasks and sub-tasks that are work and not a heading over work."""
        return tuple(
            row
            for row in self.rows
            if row.task is not None
            and row.key.kind in (RowKind.TASK, RowKind.SUBTASK)
            and row.task.is_leaf
        )

    @property
    def plan_day(self) -> date:
        """The day from which the plan counts: when it was issued, else 1 January."""
        return self.plan.parent_document.issued_on or date(self.plan.year, 1, 1)

    @property
    def last_day_known(self) -> date:
        """The last day of which the plan can speak as past."""
        issued_on = self.plan.parent_document.issued_on
        return issued_on or min(self.day, date(self.plan.year, 12, 31))

    @property
    def last_year(self) -> int:
        """The last year that the plan is for."""
        return self.plan.last_year or self.plan.year

    @property
    def is_of_the_party(self) -> bool:
        """Whether it is a paper of the Party, to which Nghị định 30/2020 does not apply.

        Its symbols are written "NQ/TU", its parts numbered "I-".
        """
        numbers = (passage.own_number for _, passage in self.text.passages())
        return (
            "/" in self.plan.parent_document.symbol
            or bool(_PARTY.match(self.letterhead.name))
            or any(number.endswith("-") and number != "-" for number in numbers)
        )

    def is_filled(self, column: AnnexColumn) -> bool:
        """Tell whether any task has words in ``column``."""
        return column in self._filled

    @cached_property
    def _filled(self) -> frozenset[AnnexColumn | PlanDetail | None]:
        return frozenset(cell.field for cell in self.cells if cell.row and cell.row.task)

    @cached_property
    def _annexes(self) -> tuple[TextPart, ...]:
        return tuple(part for part in self.text.parts if part.kind is TextPartKind.ANNEX)

    @property
    def _annex_place(self) -> int:
        return (parse_roman(self.plan.annex_number.strip()) or 1) - 1

    def _cells(self) -> Iterator[Cell]:
        for tree in self.outlines_before:
            yield from _part_cells(tree)
        if self.document and self.document.recipients:
            recipients = "\n".join(self.document.recipients)
            yield Cell(None, PlanDetail.RECIPIENTS, recipients)
        if self.plan.title:
            yield Cell(None, PlanDetail.TITLE, self.plan.title)
        for row in self.rows:
            for column in _COLUMNS:
                text = row.cell(column).text
                if text:
                    yield Cell(row, column, text)
        for tree in self.outlines_after:
            yield from _part_cells(tree)


def _part_cells(tree: TextOutline) -> Iterator[Cell]:
    part = tree.part
    if part.title.text:
        yield Cell(None, PlanDetail.TEXT_TITLE, part.title.text, part=part.id)
    for node in tree.nodes:
        if node.passage.table is not None:
            for row, cells in enumerate(node.passage.table.rows):
                for column, words in enumerate(cells):
                    if words.text:
                        yield Cell(None, None, words.text, node, table_cell=(row, column))
        elif node.text:
            yield Cell(None, None, node.text, node)


def is_bare(task: PlanTask) -> bool:
    """Tell whether a task says nothing but its content: a heading without work under it."""
    return not (
        task.subtasks
        or task.lead.text
        or task.cooperating.text
        or any(d.product or d.deadline.text for d in task.deliverables)
    )
