"""Which words of a wording changed, so that the eye finds them."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

_WORD = re.compile(r"\s*\S+")
_MANY = 4_000_000
"""Above this product of word counts the middle is marked as a whole: comparing is quadratic."""

Span = tuple[int, int]


@lru_cache(maxsize=512)
def changed_spans(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the stretches of ``before`` and of ``after`` that the other does not have.

    Each stretch is (start, end) and covers whole words, without the space before them.
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


def _words(text: str) -> list[tuple[str, int, int]]:
    words = []
    for match in _WORD.finditer(text):
        word = match[0].strip()
        words.append((word, match.end() - len(word), match.end()))
    return words


def _span(words: list[tuple[str, int, int]]) -> tuple[Span, ...]:
    return ((words[0][1], words[-1][2]),) if words else ()
