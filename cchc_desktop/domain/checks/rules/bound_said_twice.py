"""A lower bound said twice.

Example: "đạt trên 15% trở lên", "Có tối thiểu 20% trở lên": "trên 15%" or "từ 15% trở lên".
Source: practice; "trên" leaves the number out and "trở lên" takes it in, so that nobody can tell
which is meant.  Seen in real plans.
"""

import re

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_TWICE = re.compile(
    r"\b(?:trên|tối thiểu|ít nhất|hơn)(?: từ)? \d[\d.,]*(?: ?%)?"
    r"(?:,? (?!từ\b)[^\W\d]+(?:/[^\W\d]+)?){0,6}?"
    r",? trở lên\b",
    re.IGNORECASE,
)


def spans(text: str) -> tuple[Span, ...]:
    """Return the numbers that have a bound before and after them."""
    return tuple(m.span() for m in _TWICE.finditer(text)) if "trở lên" in text else ()


CHECK = Check(
    "bound_said_twice",
    FindingSeverity.HINT,
    "Thông lệ: ghi “trên 15%” hoặc “từ 15% trở lên”",
    text_check(spans),
)
