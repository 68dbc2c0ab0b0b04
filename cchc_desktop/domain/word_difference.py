"""Which words of a wording another one does not have: for the eye, and for printed tables."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from cchc_desktop.domain.rich_text import EMPTY, RichText, Run

_WORD = re.compile(r"\S+")
_MANY = 4_000_000
"""Above this product of word counts the middle is marked as a whole: comparing is quadratic."""

Span = tuple[int, int]
"""A stretch of a text: its first character, and one past its last."""

_Word = tuple[str, int, int]


@lru_cache(maxsize=512)
def changed_words(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the stretches of ``before`` and of ``after`` that the other does not have.

    Each covers whole words; taken away from both sides they leave the same words in the
    same order.
    """
    old, new = _words(before), _words(after)
    head = 0
    while head < min(len(old), len(new)) and old[head][0] == new[head][0]:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail][0] == new[-1 - tail][0]:
        tail += 1
    old_middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(old_middle) * len(new_middle) > _MANY:
        return _span(old_middle), _span(new_middle)
    matcher = SequenceMatcher(
        None, [word for word, *_ in old_middle], [word for word, *_ in new_middle], autojunk=False
    )
    gone: list[Span] = []
    come: list[Span] = []
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag != "equal":
            gone += _span(old_middle[old_from:old_to])
            come += _span(new_middle[new_from:new_to])
    return tuple(gone), tuple(come)


def same_words(before: str, after: str) -> bool:
    """Tell whether two wordings have the same words in the same order, marks and case alike."""
    return before == after or before.split() == after.split()


def likeness(before: str, after: str) -> float:
    """Return the share of words, and of neighbouring words, in common, from 0 to 1.

    Counted, not aligned: hundreds of wordings are compared each with each.
    """
    if before == after:
        return 1.0
    old, old_size = _pieces(before)
    new, new_size = _pieces(after)
    if not old_size or not new_size:
        return 0.0
    return 2 * (old & new).total() / (old_size + new_size)


@lru_cache(maxsize=4096)
def _pieces(text: str) -> tuple[Counter[str | tuple[str, str]], int]:
    words = text.split()
    pieces: Counter[str | tuple[str, str]] = Counter(words)
    pieces.update(pairwise(words))
    return pieces, pieces.total()


def in_bold(text: str, spans: Sequence[Span]) -> RichText:
    """Return the words with the stretches in bold, without any other style."""
    return _styled(text, spans, bold=True, italic=False)


def in_italics(text: str, spans: Sequence[Span]) -> RichText:
    """Return the words with the stretches in italics, without any other style."""
    return _styled(text, spans, bold=False, italic=True)


def _styled(text: str, spans: Sequence[Span], *, bold: bool, italic: bool) -> RichText:
    runs: list[Run] = []
    position = 0
    for start, end in spans:
        runs += (Run(text[position:start]), Run(text[start:end], bold, italic))
        position = end
    runs.append(Run(text[position:]))
    kept = tuple(run for run in runs if run.text)
    return RichText(kept) if kept else EMPTY


def _words(text: str) -> list[_Word]:
    return [(match[0], match.start(), match.end()) for match in _WORD.finditer(text)]


def _span(words: Sequence[_Word]) -> tuple[Span, ...]:
    return ((words[0][1], words[-1][2]),) if words else ()
