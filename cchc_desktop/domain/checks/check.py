"""What a check is: a pure function over a context, with its code, severity and source.

A check never changes the plan and never fails on one, whatever it holds.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import Finding, FindingPlace, FindingSeverity, PlanDetail
from cchc_desktop.domain.checks.outline import OutlineNode
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_rows import PlanRow
from cchc_desktop.domain.text_finding import Span


@dataclass(frozen=True, slots=True)
class Hit:
    """A place a check points at ("chỗ tìm thấy"), before the check's own code is added."""

    place: FindingPlace
    basis: str = ""
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """One rule that a plan is read by ("phép kiểm tra").

    Attributes:
        code: Names the check; selects its sentences.
        source: The law or the practice the rule comes from, as the officer reads it.
        find: Yields the places where the rule does not hold.
    """

    code: str
    severity: FindingSeverity
    source: str
    find: Callable[[CheckContext], Iterable[Hit]]

    def run(self, context: CheckContext) -> Iterator[Finding]:
        """Yield what this check finds in ``context``."""
        for hit in self.find(context):
            yield Finding(self.code, self.severity, hit.place, hit.basis, hit.params)


def cell_hit(cell: Cell, span: Span | None = None, **params: str) -> Hit:
    """Return a hit in the words of a cell, or of a passage."""
    key = cell.row.key if cell.row else None
    if span:
        params.setdefault("words", cell.text[span[0] : span[1]])
    passage = cell.node.passage.id if cell.node else None
    place = FindingPlace(key, cell.field, span, passage, cell.part, cell.table_cell)
    return Hit(place, cell.text, params)


def node_hit(node: OutlineNode, span: Span | None = None, **params: str) -> Hit:
    """Return a hit in a passage of the text, its number among the words judged."""
    if span:
        params.setdefault("words", node.text[span[0] : span[1]])
    params.setdefault("number", node.passage.number)
    return Hit(FindingPlace(span=span, passage=node.passage.id), node.passage.printed, params)


def row_hit(row: PlanRow, cell: Cell | None = None, **params: str) -> Hit:
    """Return a hit in a whole row, or in a cell of it that says nothing."""
    words = row.task.content if row.task else row.section.title
    basis = f"{words.text}\n{cell.text}" if cell else words.text
    return Hit(FindingPlace(row.key, cell.field if cell else None), basis, params)


def detail_hit(plan: Plan, detail: PlanDetail, **params: str) -> Hit:
    """Return a hit in a detail of the plan."""
    parent = plan.parent_document
    words = (plan.title, plan.annex_number, parent.type_name, parent.number, parent.symbol)
    basis = "\n".join((*words, str(parent.issued_on or ""), parent.issuer))
    return Hit(FindingPlace(None, detail), basis, params)


def text_check(
    spans: Callable[[str], tuple[Span, ...]],
) -> Callable[[CheckContext], Iterator[Hit]]:
    """Return a check that looks at each place's words alone; equal ones are read once."""
    read = lru_cache(maxsize=16384)(spans)

    def find(context: CheckContext) -> Iterator[Hit]:
        for cell in context.cells:
            for span in read(cell.text):
                yield cell_hit(cell, span)

    return find
