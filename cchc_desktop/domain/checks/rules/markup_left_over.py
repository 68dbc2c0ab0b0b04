"""Marks of web pages or of a program's own notation left in the words.

Example: "Kế hoạch<br/>Báo cáo", "&nbsp;", "**quan trọng**", "{{năm}}".
Source: practice; seen after copying from web pages and chat programs.
"""

import re

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_MARKUP = re.compile(
    r"</?(?:br|p|b|i|u|div|span|strong|em|font|td|tr|li|ul|ol|table)\b[^<>]*>"
    r"|&(?:nbsp|amp|lt|gt|quot|#\d{1,5});"
    r"|\*\*[^*\n]+\*\*|\{\{[^{}\n]*\}\}|\[\[[^\[\]\n]*\]\]",
    re.IGNORECASE,
)


def spans(text: str) -> tuple[Span, ...]:
    """Return the marks."""
    return tuple(match.span() for match in _MARKUP.finditer(text))


CHECK = Check(
    "markup_left_over",
    FindingSeverity.WARNING,
    "Thông lệ: không lẫn mã trong văn bản",
    text_check(spans),
)
