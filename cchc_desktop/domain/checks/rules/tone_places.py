"""Both ways of placing the tone on "oa", "oe", "uy" in one annex.

Example: "Uỷ ban nhân dân" in one cell and "Ủy ban nhân dân" in another.
Source: practice; both ways are in use, a document keeps to one.  Nghị định 30/2020/NĐ-CP itself
writes "ủy".
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.domain.checks.check import Check, Hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.checks.mixed_words import rarer_ways
from cchc_desktop.domain.text_finding import Span

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PAIRS = (("o", "a"), ("o", "e"), ("u", "y"))


def _alternatives(*, is_on_first: bool) -> str:
    forms = [
        unicodedata.normalize("NFC", a + tone + b if is_on_first else a + b + tone)
        for a, b in _PAIRS
        for tone in _TONES
    ]
    return "|".join(forms)


# "quý" has its tone where it belongs: there "u" goes with the "q".
_OLD = pattern(rf"\b(?!q)[{{A}}]*?(?:{_alternatives(is_on_first=True)})(?![{{A}}])")
_NEW = pattern(rf"\b(?!q)[{{A}}]*?(?:{_alternatives(is_on_first=False)})(?![{{A}}])")


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the first word written in the rarer way, if both ways are used."""
    # Where both are equally frequent, the decree's own way is the usual one.
    yield from rarer_ways(
        ((is_old, cell, span) for cell in context.cells for is_old, span in _words(cell.text)),
        preferred=True,
    )


@lru_cache(maxsize=16384)
def _words(text: str) -> tuple[tuple[bool, Span], ...]:
    small = text.lower()
    if len(small) != len(text):
        return ()
    old = [(True, match.span()) for match in _OLD.finditer(small)]
    new = [(False, match.span()) for match in _NEW.finditer(small)]
    return tuple(sorted(old + new, key=lambda word: word[1]))


CHECK = Check(
    "tone_places", FindingSeverity.HINT, "Thông lệ: đặt dấu thanh một cách trong cả văn bản", find
)
