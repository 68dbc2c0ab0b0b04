"""A small word written twice in a row.

Example: "theo hướng dẫn của của cấp có thẩm quyền", "người lao động trong trong các doanh nghiệp".
Source: typists' rule; both examples are real.  Only words that are never doubled are looked for.
"""

import re

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_TWICE = re.compile(
    r"\b(?P<word>của|trong|và|các|những|được|với|về|theo|trên|để|là|có|tại|khi|đã|sẽ|phải|việc|"
    r"thực hiện|công tác|kế hoạch|cải cách|hành chính|nhiệm vụ|cơ quan|nâng cao|triển khai) "
    r"(?P=word)\b",
    re.IGNORECASE,
)


def spans(text: str) -> tuple[Span, ...]:
    """Return the doubled words."""
    return tuple(match.span() for match in _TWICE.finditer(text))


CHECK = Check(
    "word_repeated",
    FindingSeverity.WARNING,
    "Quy tắc đánh máy: không lặp một từ hai lần liền nhau",
    text_check(spans),
)
