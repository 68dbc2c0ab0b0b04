"""The bracketed lines that say to which document a paper belongs: "(Kèm theo Kế hoạch số …)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import PlanDetail
from cchc_desktop.domain.parent_line import parse_parent_line
from cchc_desktop.domain.plan import ParentDocument
from cchc_desktop.domain.text_finding import Span

_LINE = re.compile(r"\((?:Ban hành )?[Kk]èm theo [^()\n]*\)?")
# A line stands under the title, above the first heading.
_FIRST_PASSAGES = 3


@dataclass(frozen=True, slots=True)
class Attachment:
    """A line that names the document a paper belongs to ("dòng chỉ dẫn kèm theo")."""

    cell: Cell
    span: Span
    parent: ParentDocument

    def span_of(self, words: str) -> Span:
        """Return where ``words`` stand in the line, or the whole line."""
        start = self.cell.text.find(words, self.span[0]) if words else -1
        return (start, start + len(words)) if start >= 0 else self.span


def attachments(context: CheckContext) -> Iterator[Attachment]:
    """Yield the lines in the titles of the text and in the first passages below them."""
    for cell in context.cells:
        is_title = cell.field is PlanDetail.TEXT_TITLE
        is_first = cell.is_prose and cell.node is not None and cell.node.place < _FIRST_PASSAGES
        if not (is_title or is_first):
            continue
        for match in _LINE.finditer(cell.text):
            parent = parse_parent_line(match[0])
            if parent is not None:
                yield Attachment(cell, match.span(), parent)
