"""How passages of the text end: finished, unfinished, or cut in the middle of a sentence."""

import re

from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.plan_text import Passage, PassageKind

_ENDS = (".", ";", ":", "!", "?", "…", "./.")
_SMALL = pattern(r"[{L}]")
_DANGLING = re.compile(
    r"(?:,|\b(?:của|và|với|các|những|trong|về|cho|theo|tại|từ|để|do|là|được|bởi|hoặc|bằng|"
    r"trên|dưới|giữa|thuộc|nhằm|việc|phân|cơ|gồm|như))$",
    re.IGNORECASE,
)
_PROSE = (PassageKind.DASH, PassageKind.PLUS, PassageKind.TEXT)
# Shorter ones may be titles.
_FEWEST_WORDS = 12
_CLOSING = ' )]”"»'


def is_finished(text: str) -> bool:
    """Tell whether ``text`` ends with a sign that ends a sentence or a clause."""
    words = text.rstrip()
    return words.endswith(_ENDS) or words.rstrip(_CLOSING).endswith(_ENDS)


def is_broken(passage: Passage, after: Passage) -> bool:
    """Tell whether the sentence at the end of ``passage`` goes on in the paragraph after it."""
    text, rest = passage.text.text.rstrip(), after.text.text.lstrip()
    if after.kind is not PassageKind.TEXT or passage.kind is PassageKind.BASIS:
        return False
    if not text or not rest or is_finished(text) or text.isupper():
        return False
    is_prose = passage.kind in _PROSE and len(text.split()) >= _FEWEST_WORDS
    return bool(_SMALL.match(rest) or _DANGLING.search(text) or is_prose)
