"""Brings two changes of one state of a text together, so that neither takes words from the other.

Passages are known by their ids.  What only one side changed is as that side has it; where both
wrote in one passage, the words on the sheet stand: an officer has just typed them.
"""

from collections.abc import Sequence
from dataclasses import replace

from cchc_desktop.domain.plan_text import Passage, PassageId, PassageKind
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.report_text import LiveText

Passages = tuple[Passage, ...]
_ById = dict[PassageId | None, Passage]


def merged_passages(base: Passages, mine: Passages, theirs: Passages) -> Passages:
    """Return ``theirs`` with all that became of ``base`` in ``mine``, numbered.

    A passage with words written by one side is kept even where the other side deleted it.
    """
    if mine == base:
        return theirs
    if theirs == base:
        return numbered(mine)
    before, here, there = _by_id(base), _by_id(mine), _by_id(theirs)
    kept: _ById = {}
    for key in {**here, **there}:
        one = _merged(before.get(key), here.get(key), there.get(key))
        if one is not None:
            kept[key] = one
    if [p.id for p in mine] == [p.id for p in base]:
        order = _order(theirs, mine, kept)
    else:
        order = _order(mine, theirs, kept)
    return numbered(kept[key] for key in order)


def changed_words(base: Passages, mine: Passages) -> str:
    """Return the words of the passages that are not as they were, line by line."""
    before = {p.id: p.text.text for p in base}
    return "\n".join(p.text.text for p in mine if p.text and before.get(p.id) != p.text.text)


def _merged(before: Passage | None, here: Passage | None, there: Passage | None) -> Passage | None:
    if here is None:
        is_deleted_here = before is not None and there is not None and _is_alike(before, there)
        return None if is_deleted_here else there
    if before is None:
        return here
    if there is None:
        return None if _is_same(before, here) else here
    if PassageKind.TABLE in (before.kind, here.kind, there.kind) and here.kind is not there.kind:
        return there if _is_same(before, here) else here
    shape = there if _shape(before) == _shape(here) else here
    return replace(
        there,
        kind=shape.kind,
        level=shape.level,
        own_number=shape.own_number,
        text=there.text if here.text == before.text else here.text,
        table=there.table if here.table == before.table else here.table,
    )


def _order(main: Passages, other: Passages, kept: _ById) -> list[PassageId | None]:
    """Return the ids as ``main`` orders them; those of ``other`` alone follow their neighbour."""
    order = [p.id for p in main if p.id in kept]
    place = 0
    for passage in other:
        if passage.id not in kept:
            continue
        if passage.id in order:
            place = order.index(passage.id) + 1
        else:
            order.insert(place, passage.id)
            place += 1
    return order


def _by_id(passages: Sequence[Passage]) -> _ById:
    return {passage.id: passage for passage in passages}


def _shape(passage: Passage) -> tuple[PassageKind, int, str]:
    return passage.kind, passage.kind.rank or passage.level, passage.own_number


def _is_same(a: Passage, b: Passage) -> bool:
    return _shape(a) == _shape(b) and a.text == b.text and a.table == b.table


def _is_alike(a: Passage, b: Passage) -> bool:
    """Tell whether two states of a passage say the same but for what the program fills in."""
    return _without_fields(a.text) == _without_fields(b.text) and a.table == b.table


def _without_fields(text: LiveText) -> str:
    return text.with_words(lambda mark: mark.code).text
