"""The rows of a plan's table in the order of one column, to be looked at only.

A task and its further products stay together; sections have no row in such an order.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.deadline import Deadline, DeadlineKind
from cchc_desktop.domain.plan_rows import PlanRow, RowKind
from cchc_desktop.domain.vietnamese import sort_key

_KIND_ORDER = {kind: place for place, kind in enumerate(DeadlineKind)}


def sorted_rows(
    rows: Sequence[PlanRow], column: AnnexColumn, *, is_descending: bool = False
) -> tuple[PlanRow, ...]:
    """Return the rows of all tasks by ``column``; empty cells come last either way.

    Words sort as in a Vietnamese dictionary, deadlines by their last day.
    """
    blocks: list[list[PlanRow]] = []
    for row in rows:
        if row.key.kind is RowKind.DELIVERABLE and blocks and blocks[-1][0].task is row.task:
            blocks[-1].append(row)
        elif row.key.kind is not RowKind.SECTION:
            blocks.append([row])
    if column is AnnexColumn.NUMBER:
        ordered = blocks[::-1] if is_descending else blocks
    else:
        filled = [block for block in blocks if block[0].cell(column)]
        empty = [block for block in blocks if not block[0].cell(column)]
        key = _deadline_key if column is AnnexColumn.DEADLINE else _words_key(column)
        filled.sort(key=lambda block: key(block[0]), reverse=is_descending)
        ordered = filled + empty
    return tuple(row for block in ordered for row in block)


def deadline_order(deadline: Deadline) -> tuple[int, date]:
    """Return a key that puts dated deadlines first, by their last day, then the other kinds."""
    return _KIND_ORDER[deadline.reading.kind], deadline.reading.due or date.max


def _deadline_key(row: PlanRow) -> tuple[Any, ...]:
    if row.deliverable is None:
        return (len(_KIND_ORDER),)
    deadline = row.deliverable.deadline
    return (*deadline_order(deadline), _collated(deadline.text.text))


def _words_key(column: AnnexColumn) -> Any:  # noqa: ANN401 - a key is anything that compares
    return lambda row: _collated(row.cell(column).text)


def _collated(text: str) -> tuple[Any, ...]:
    # Word by word, since a plan uses few different words and their keys are kept.
    return tuple(sort_key(word) for word in text.split())
