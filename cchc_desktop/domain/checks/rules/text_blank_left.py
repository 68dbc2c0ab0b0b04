"""A place of the ready text that nobody filled in yet.

Example: "đạt từ […]% trở lên", "[… số, ký hiệu văn bản của cấp trên]"; a row of dots in a sentence.
Source: the program's own ready texts; a signed plan has no gaps.
"""

import re

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_BLANK = re.compile(r"\[(?:…|\.\.\.)[^\[\]]*\]|…{2,}|\.{5,}|_{3,}")


def spans(text: str) -> tuple[Span, ...]:
    """Return the gaps."""
    return tuple(match.span() for match in _BLANK.finditer(text))


CHECK = Check(
    "text_blank_left",
    FindingSeverity.ERROR,
    "Thông lệ: văn bản trình ký không còn chỗ bỏ trống",
    text_check(spans),
)
