"""What would change if an imported annex were written over a plan, row by row.

Tasks are matched within their section by their words first and by their place next,
so that an inserted row does not make every row after it look changed.
"""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import TypeVar

from cchc_desktop.domain.annex_draft import AnnexColumn, AnnexDraft, DraftSection, DraftTask
from cchc_desktop.domain.plan import Plan, PlanTask, Section
from cchc_desktop.domain.plan_rows import task_cell
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.vietnamese import comparison_key

_ALIKE = 0.6
"""Share of common characters from which a changed wording counts as the same task."""

_LOOK_AHEAD = 5

_Old = TypeVar("_Old")
_New = TypeVar("_New")


class DifferenceKind(StrEnum):
    """What would happen to a row ("loại thay đổi")."""

    NEW = "new"
    """The row is in the file and not in the plan."""
    CHANGED = "changed"
    """A cell reads differently in the file."""
    MISSING = "missing"
    """The row is in the plan and not in the file."""
    MOVED = "moved"
    """The rows of a section or task stand in another order in the file."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that an import would change ("khác biệt khi nhập").

    Attributes:
        kind: What would happen.
        place: The row as an officer would name it: "II.3.a)".
        column: The cell, for CHANGED.
        index: For CHANGED products and deadlines, which deliverable, from 0.
        before: The wording in the plan.
        after: The wording in the file.
        section: The plan's section concerned, if there is one.
        task: The plan's task concerned, if there is one.
        parent: The plan's task above, for a sub-task.
        draft_section: The file's section concerned.
        draft_task: The file's task concerned.
        position: For NEW, where the row stands among its siblings in the file, from 0.
    """

    kind: DifferenceKind
    place: str
    before: RichText = EMPTY
    after: RichText = EMPTY
    column: AnnexColumn | None = None
    index: int = 0
    section: Section | None = None
    task: PlanTask | None = None
    parent: PlanTask | None = None
    draft_section: DraftSection | None = None
    draft_task: DraftTask | None = None
    position: int = 0


def compare(plan: Plan, draft: AnnexDraft) -> tuple[Difference, ...]:
    """Return every difference, in the order of the file; none when they say the same."""
    return tuple(_compare(plan, draft))


def _compare(plan: Plan, draft: AnnexDraft) -> Iterator[Difference]:
    pairs = match_rows(
        plan.sections, draft.sections, lambda s: s.title.text, lambda s: s.title.text
    )
    moved = _order_changed([old for old, new in pairs if old and new], plan.sections)
    if moved:
        yield Difference(DifferenceKind.MOVED, "")
    position = 0
    for section, drafted in pairs:
        if drafted is None and section is not None:
            yield Difference(
                DifferenceKind.MISSING, section.number, before=section.title, section=section
            )
        elif drafted is not None and section is None:
            yield Difference(
                DifferenceKind.NEW,
                drafted.source_number or str(position + 1),
                after=drafted.title,
                draft_section=drafted,
                position=position,
            )
        elif drafted is not None and section is not None:
            yield from _compare_section(section, drafted)
        position += drafted is not None


def _compare_section(section: Section, drafted: DraftSection) -> Iterator[Difference]:
    if section.title != drafted.title:
        yield Difference(
            DifferenceKind.CHANGED,
            section.number,
            section.title,
            drafted.title,
            AnnexColumn.CONTENT,
            section=section,
            draft_section=drafted,
        )
    yield from _compare_tasks(section, None, section.tasks, drafted.tasks)


def _compare_tasks(
    section: Section,
    parent: PlanTask | None,
    tasks: Sequence[PlanTask],
    drafted: Sequence[DraftTask],
) -> Iterator[Difference]:
    prefix = ".".join(x for x in (section.number, parent.number if parent else "") if x)
    pairs = match_rows(tasks, drafted, lambda t: t.content.text, lambda t: t.content.text)
    if _order_changed([old for old, new in pairs if old and new], tasks):
        yield Difference(DifferenceKind.MOVED, prefix, section=section, parent=parent)
    position = 0
    for task, draft_task in pairs:
        if draft_task is None and task is not None:
            yield Difference(
                DifferenceKind.MISSING,
                f"{prefix}.{task.number}",
                before=task.content,
                section=section,
                task=task,
                parent=parent,
            )
        elif draft_task is not None and task is None:
            yield Difference(
                DifferenceKind.NEW,
                f"{prefix}.{draft_task.source_number}",
                after=draft_task.content,
                section=section,
                parent=parent,
                draft_task=draft_task,
                position=position,
            )
        elif draft_task is not None and task is not None:
            place = f"{prefix}.{task.number}"
            base = Difference(
                DifferenceKind.CHANGED,
                place,
                section=section,
                task=task,
                parent=parent,
                draft_task=draft_task,
            )
            yield from _compare_cells(task, draft_task, base)
            yield from _compare_tasks(section, task, task.subtasks, draft_task.subtasks)
        position += draft_task is not None


def _compare_cells(task: PlanTask, draft: DraftTask, base: Difference) -> Iterator[Difference]:
    for column, after in (
        (AnnexColumn.CONTENT, draft.content),
        (AnnexColumn.LEAD, draft.lead),
        (AnnexColumn.COOPERATING, draft.cooperating),
        (AnnexColumn.MONITOR, draft.monitor),
        (AnnexColumn.NOTE, draft.note),
    ):
        before = task_cell(task, column)
        if before != after:
            yield replace(base, column=column, before=before, after=after)
    for index, (old, new) in enumerate(zip_longest(task.deliverables, draft.deliverables)):
        for column, before, after in (
            (AnnexColumn.PRODUCT, old.product if old else EMPTY, new.product if new else EMPTY),
            (
                AnnexColumn.DEADLINE,
                old.deadline.text if old else EMPTY,
                new.deadline if new else EMPTY,
            ),
        ):
            if before != after:
                yield replace(base, column=column, index=index, before=before, after=after)


def match_rows(
    old: Sequence[_Old],
    new: Sequence[_New],
    old_words: Callable[[_Old], str],
    new_words: Callable[[_New], str],
) -> list[tuple[_Old | None, _New | None]]:
    """Pair the rows of two lists; every row of both occurs in exactly one pair.

    Rows with the same words are pairs, wherever they stand.  What is left between
    them is paired in order as long as the words are alike.  Pairs come in the order
    of ``new``; rows that only ``old`` has follow the row they stood behind.
    """
    partner: dict[int, int] = {}
    free: dict[str, list[int]] = {}
    for old_index, before in enumerate(old):
        free.setdefault(comparison_key(old_words(before)), []).append(old_index)
    for new_index, after in enumerate(new):
        if candidates := free.get(comparison_key(new_words(after))):
            partner[new_index] = candidates.pop(0)
    unmatched = sorted(index for rows in free.values() for index in rows)
    behind = -1
    for new_index, after in enumerate(new):
        if new_index in partner:
            behind = max(behind, partner[new_index])
            continue
        words = comparison_key(new_words(after))
        first = bisect_right(unmatched, behind)
        for candidate in unmatched[first : first + _LOOK_AHEAD]:
            if _alike(comparison_key(old_words(old[candidate])), words):
                partner[new_index] = candidate
                unmatched.remove(candidate)
                behind = candidate
                break
    return list(_in_new_order(old, new, partner, unmatched))


def _in_new_order(
    old: Sequence[_Old], new: Sequence[_New], partner: dict[int, int], only_old: list[int]
) -> Iterator[tuple[_Old | None, _New | None]]:
    waiting = deque(only_old)
    for new_index, after in enumerate(new):
        match = partner.get(new_index)
        while match is not None and waiting and waiting[0] < match:
            yield old[waiting.popleft()], None
        yield None if match is None else old[match], after
    for old_index in waiting:
        yield old[old_index], None


def _alike(before: str, after: str) -> bool:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _order_changed(matched: Sequence[object], original: Sequence[object]) -> bool:
    """Tell whether ``matched``, all from ``original``, stand in another order than there."""
    places = {id(item): index for index, item in enumerate(original)}
    positions = [places[id(item)] for item in matched]
    return positions != sorted(positions)
