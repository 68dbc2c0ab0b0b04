"""Two spaces in a row.

Example: "Kế hoạch  của UBND huyện".
Source: practice; typists' rule.  The program tidies what it takes in, so such spaces come only
from files written otherwise.
"""

import re

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_SPACES = re.compile(r"[^\S\n]{2,}")


def spans(text: str) -> tuple[Span, ...]:
    """Return the runs of spaces."""
    return tuple(match.span() for match in _SPACES.finditer(text))


CHECK = Check(
    "double_space", FindingSeverity.HINT, "Quy tắc đánh máy: chỉ một dấu cách", text_check(spans)
)
