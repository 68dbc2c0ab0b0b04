"""Which names and words of an assignment's wording a change puts in and takes out."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

_PIECE = re.compile(r"[^\s,;](?:[^,;\n]*[^\s,;])?|[,;]")
"""A name between separators, or a separator."""

Span = tuple[int, int]
Spans = tuple[Span, ...]


@lru_cache(maxsize=256)
def changed_stretches(before: str, after: str) -> tuple[Spans, Spans]:
    """Return the stretches of ``before`` and of ``after`` that the other does not have.

    Names are compared as a whole, and separators apart from them: putting a name behind
    another changes neither.
    """
    old = [match.span() for match in _PIECE.finditer(before)]
    new = [match.span() for match in _PIECE.finditer(after)]
    matcher = SequenceMatcher(
        None,
        [before[start:end] for start, end in old],
        [after[start:end] for start, end in new],
        autojunk=False,
    )
    gone: list[Span] = []
    come: list[Span] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag != "equal":
            if old_from < old_to:
                gone.append((old[old_from][0], old[old_to - 1][1]))
            if new_from < new_to:
                come.append((new[new_from][0], new[new_to - 1][1]))
    return tuple(gone), tuple(come)
