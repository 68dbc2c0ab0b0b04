"""Comparing the task annexes of two versions, cell by cell.

Within one plan a task is known by its id; across years by where it was carried over from,
else by its words.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cchc_desktop.domain.alignment import Pair, aligned, moved_places
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.compared_row import ComparedPart, ComparedRow, ComparisonKind
from cchc_desktop.domain.plan import Deliverable, Plan, PlanTask, Section, TaskId
from cchc_desktop.domain.plan_rows import task_cell
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.domain.word_difference import same_words

_CELLS = (AnnexColumn.LEAD, AnnexColumn.COOPERATING, AnnexColumn.MONITOR, AnnexColumn.NOTE)

Origins = Mapping[TaskId, TaskId]
"""By the later task: the earlier one that it carries on."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """A task or sub-task and where it stands, by places in the lists of all of them."""

    task: PlanTask
    section: int
    parent: int | None
    place: str


def compare_tasks(left: Plan, right: Plan, origins: Origins) -> Iterator[ComparedRow]:
    """Yield what became of every section and every cell, in the order of the right annex."""
    is_one_plan = left.id == right.id
    sections = _section_pairs(left, right, is_one_plan)
    olds, news = _standings(left), _standings(right)
    known = _known(olds, news, origins, is_one_plan)
    tasks = aligned([_words(s) for s in olds], [_words(s) for s in news], known)
    moved = _moved(olds, news, tasks, sections)
    rows: dict[int, list[ComparedRow]] = {}
    gone: dict[int, list[ComparedRow]] = {}
    for pair in tasks:
        if pair.new is None and pair.old is not None:
            gone.setdefault(olds[pair.old].section, []).append(_removed(olds[pair.old]))
        elif pair.new is not None:
            now = news[pair.new]
            found = rows.setdefault(now.section, [])
            if pair.old is None:
                found.append(_added(now))
            else:
                found += _compare(olds[pair.old], now, is_moved=pair.new in moved)
    for pair in sections:
        yield from _section_row(left, right, pair)
        if pair.new is not None:
            yield from rows.get(pair.new, ())
        if pair.old is not None:
            yield from gone.get(pair.old, ())


def _section_pairs(left: Plan, right: Plan, is_one_plan: bool) -> tuple[Pair, ...]:  # noqa: FBT001
    known = {}
    if is_one_plan:
        places = {section.id: place for place, section in enumerate(left.sections)}
        known = {
            place: places[section.id]
            for place, section in enumerate(right.sections)
            if section.id in places
        }
    return aligned(
        [_flat(s.title.text) for s in left.sections],
        [_flat(s.title.text) for s in right.sections],
        known,
    )


def _section_row(left: Plan, right: Plan, pair: Pair) -> Iterator[ComparedRow]:
    old = None if pair.old is None else left.sections[pair.old]
    new = None if pair.new is None else right.sections[pair.new]
    before, after = old.title if old else EMPTY, new.title if new else EMPTY
    if not before and not after:
        return
    yield ComparedRow(
        ComparedPart.TASKS,
        _kind(before, after, pair.is_moved, _number(old) != _number(new)),
        before,
        after,
        _number(old),
        _number(new),
        field=AnnexColumn.CONTENT,
    )


def _number(section: Section | None) -> str:
    return section.number if section else ""


def _standings(plan: Plan) -> list[_Standing]:
    found: list[_Standing] = []
    for place, section in enumerate(plan.sections):
        for task in section.tasks:
            name = ".".join(x for x in (section.number, task.number) if x)
            above = len(found)
            found.append(_Standing(task, place, None, name))
            found += (_Standing(sub, place, above, f"{name}.{sub.number}") for sub in task.subtasks)
    return found


def _known(
    olds: Sequence[_Standing],
    news: Sequence[_Standing],
    origins: Origins,
    is_one_plan: bool,  # noqa: FBT001
) -> dict[int, int]:
    places = {standing.task.id: place for place, standing in enumerate(olds)}
    forward = {origin: later for later, origin in origins.items()}
    known: dict[int, int] = {}
    taken: set[int] = set()
    for place, standing in enumerate(news):
        task_id = standing.task.id
        sought = [task_id] if is_one_plan else [origins.get(task_id), forward.get(task_id)]
        match = next((places[i] for i in sought if i in places and places[i] not in taken), None)
        if match is not None:
            known[place] = match
            taken.add(match)
    return known


def _moved(
    olds: Sequence[_Standing],
    news: Sequence[_Standing],
    pairs: Sequence[Pair],
    sections: Sequence[Pair],
) -> frozenset[int]:
    """Return the tasks that stand elsewhere: below something else, or in another order."""
    section_of = {pair.new: pair.old for pair in sections if pair.new is not None}
    partner = {p.new: p.old for p in pairs if p.new is not None and p.old is not None}
    moved: set[int] = set()
    siblings: dict[tuple[int, int | None], dict[int, int]] = {}
    for place, match in partner.items():
        now, was = news[place], olds[match]
        parent = None if now.parent is None else partner.get(now.parent, -1)
        is_below_same = parent == was.parent and (
            now.parent is not None or section_of.get(now.section) == was.section
        )
        if is_below_same:
            siblings.setdefault((now.section, now.parent), {})[place] = match
        else:
            moved.add(place)
    for group in siblings.values():
        moved |= moved_places(group)
    return frozenset(moved)


def _compare(was: _Standing, now: _Standing, *, is_moved: bool) -> Iterator[ComparedRow]:
    old, new = was.task, now.task
    base = ComparedRow(
        ComparedPart.TASKS,
        ComparisonKind.KEPT,
        place_before=was.place,
        place_after=now.place,
        task_before=old.id,
        task_after=new.id,
    )
    kind = _kind(old.content, new.content, is_moved, was.place != now.place, is_cell=True)
    yield replace(base, kind=kind, before=old.content, after=new.content, field=AnnexColumn.CONTENT)
    for before, after in _deliverable_pairs(old.deliverables, new.deliverables):
        yield from _cell(
            base,
            AnnexColumn.PRODUCT,
            before.product if before else EMPTY,
            after.product if after else EMPTY,
        )
        yield from _cell(
            base,
            AnnexColumn.DEADLINE,
            before.deadline.text if before else EMPTY,
            after.deadline.text if after else EMPTY,
        )
    for column in _CELLS:
        yield from _cell(base, column, task_cell(old, column), task_cell(new, column))


def _cell(
    base: ComparedRow, column: AnnexColumn, before: RichText, after: RichText
) -> Iterator[ComparedRow]:
    if before or after:
        is_same = same_words(before.text, after.text)
        kind = ComparisonKind.KEPT if is_same else ComparisonKind.CHANGED
        yield replace(base, kind=kind, before=before, after=after, field=column)


def _deliverable_pairs(
    olds: Sequence[Deliverable], news: Sequence[Deliverable]
) -> Iterator[tuple[Deliverable | None, Deliverable | None]]:
    """Pair by id, then by words, then in order: what is left of a task is its product still."""
    places = {item.id: place for place, item in enumerate(olds)}
    known = {place: places[item.id] for place, item in enumerate(news) if item.id in places}
    pairs = aligned([_product(i) for i in olds], [_product(i) for i in news], known)
    left = [pair.old for pair in pairs if pair.new is None]
    for pair in pairs:
        if pair.new is None:
            continue
        old = pair.old if pair.old is not None else (left.pop(0) if left else None)
        yield None if old is None else olds[old], news[pair.new]
    for place in left:
        if place is not None:
            yield olds[place], None


def _added(now: _Standing) -> ComparedRow:
    return ComparedRow(
        ComparedPart.TASKS,
        ComparisonKind.ADDED,
        after=_whole(now.task),
        place_after=now.place,
        task_after=now.task.id,
    )


def _removed(was: _Standing) -> ComparedRow:
    return ComparedRow(
        ComparedPart.TASKS,
        ComparisonKind.REMOVED,
        before=_whole(was.task),
        place_before=was.place,
        task_before=was.task.id,
    )


def _whole(task: PlanTask) -> RichText:
    """Return all words of a task, a line each: content, products with deadlines, who, note."""
    lines = [task.content.text]
    lines += (
        "; ".join(x for x in (item.product.text, item.deadline.text.text) if x)
        for item in task.deliverables
    )
    lines += (task_cell(task, column).text for column in _CELLS)
    words = "\n".join(line for line in lines if line)
    return RichText((Run(words),)) if words else EMPTY


def _kind(
    before: RichText,
    after: RichText,
    is_moved: bool,  # noqa: FBT001
    is_renumbered: bool,  # noqa: FBT001
    *,
    is_cell: bool = False,
) -> ComparisonKind:
    if not before and not is_cell:
        return ComparisonKind.ADDED
    if not after and not is_cell:
        return ComparisonKind.REMOVED
    if not same_words(before.text, after.text):
        return ComparisonKind.CHANGED
    if is_moved:
        return ComparisonKind.MOVED
    return ComparisonKind.RENUMBERED if is_renumbered else ComparisonKind.KEPT


def _words(standing: _Standing) -> str:
    return _flat(standing.task.content.text)


def _product(item: Deliverable) -> str:
    return _flat(f"{item.product.text} {item.deadline.text.text}")


def _flat(text: str) -> str:
    return " ".join(text.split())
