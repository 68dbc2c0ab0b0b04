"""A small word with a capital in the middle of a sentence.

Example: "chấp hành kỷ luật, kỷ cương hành chính, Trong năm không có cán bộ bị kỷ luật".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I: a sentence begins with a capital, and nothing
but a name has one inside it.
"""

import re

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_CAPITAL = re.compile(
    r"(?<=, )(?:Trong|Và|Của|Để|Với|Khi|Bằng|Từ|Được|Là|Có|Cho|Trên|Tại|Nhằm|Đồng thời|Qua|Vì)\b"
)


def spans(text: str) -> tuple[Span, ...]:
    """Return such words after a comma."""
    return tuple(match.span() for match in _CAPITAL.finditer(text))


CHECK = Check(
    "capital_after_comma",
    FindingSeverity.HINT,
    "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục I",
    text_check(spans),
)
