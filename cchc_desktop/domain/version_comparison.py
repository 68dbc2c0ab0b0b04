"""What differs between two versions of a plan, or between the plans of two years.

Start reading at ``compare``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from cchc_desktop.domain.compared_row import (
    ComparedPart,
    ComparedRow,
    ComparisonKind,
    DetailField,
)
from cchc_desktop.domain.plan_snapshot import PlanSnapshot
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.task_comparison import Origins, compare_tasks
from cchc_desktop.domain.text_comparison import compare_texts
from cchc_desktop.domain.word_difference import same_words

_OF_ISSUE = frozenset({DetailField.SYMBOL, DetailField.ISSUED_ON})
"""Details that a paper is given when it is issued."""


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Two versions side by side ("so sánh hai bản").

    Attributes:
        every_row: All of both: what changed and what stayed, in printed order.
        left_name: What the left one is: "Bản 1, số 395/KH-UBND ngày 08/12/2023".
        right_name: What the right one is.
    """

    every_row: tuple[ComparedRow, ...]
    left_name: str = ""
    right_name: str = ""

    def rows(self) -> tuple[ComparedRow, ...]:
        """Return what differs, in printed order."""
        return tuple(row for row in self.every_row if row.kind is not ComparisonKind.KEPT)

    def of_kind(self, kind: ComparisonKind) -> tuple[ComparedRow, ...]:
        """Return the rows of one kind."""
        return tuple(row for row in self.every_row if row.kind is kind)

    def count(self, kind: ComparisonKind) -> int:
        """Return how many rows of a kind there are."""
        return len(self.of_kind(kind))

    @property
    def is_same(self) -> bool:
        """Whether both say the same."""
        return not self.rows()


def compare(
    left: PlanSnapshot, right: PlanSnapshot, origins: Origins | None = None
) -> VersionComparison:
    """Return what became of every word of ``left`` in ``right``.

    Args:
        left: The earlier one.
        right: The later one.
        origins: By the later task: the earlier one that it carries on.
    """
    rows = (
        *_compare_details(left, right),
        *compare_texts(left.text, right.text),
        *compare_tasks(left.plan, right.plan, origins or {}),
    )
    return VersionComparison(rows)


def _compare_details(left: PlanSnapshot, right: PlanSnapshot) -> Iterator[ComparedRow]:
    olds, news = _details(left), _details(right)
    # A draft has no number and no date yet: that is no change of its content.
    is_draft = not (left.plan.parent_document.number and right.plan.parent_document.number)
    for field in DetailField:
        before, after = olds[field], news[field]
        if before or after:
            is_same = same_words(before, after) or (is_draft and field in _OF_ISSUE)
            kind = ComparisonKind.KEPT if is_same else ComparisonKind.CHANGED
            yield ComparedRow(
                ComparedPart.DETAILS, kind, _plain(before), _plain(after), field=field
            )


def _details(snapshot: PlanSnapshot) -> dict[DetailField, str]:
    plan, document = snapshot.plan, snapshot.document
    parent = plan.parent_document
    signer = document.signer or snapshot.letterhead.signer
    number = f"{parent.number}/{parent.symbol}" if parent.number else parent.symbol
    return {
        DetailField.TYPE_NAME: document.type_name,
        DetailField.SYMBOL: f"{parent.type_name} {number}".strip(),
        DetailField.ISSUED_ON: f"{parent.issued_on:%d/%m/%Y}" if parent.issued_on else "",
        DetailField.ISSUER: parent.issuer or snapshot.letterhead.name,
        DetailField.ANNEX_TITLE: plan.title,
        DetailField.ANNEX_NUMBER: plan.annex_number,
        DetailField.RECIPIENTS: "\n".join(document.recipients),
        DetailField.SIGNING: "\n".join(signer.title_lines),
        DetailField.SIGNER: signer.name,
    }


def _plain(words: str) -> RichText:
    return RichText((Run(words),)) if words else EMPTY
