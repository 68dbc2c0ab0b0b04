"""A space before a sign that belongs to the word before it, or inside a bracket.

Example: "Quý I /2024", "2021 -2025", "Kế hoạch , báo cáo", "( nếu có)".
Source: typists' rule; the decree's own examples ("Số: …/…-…") part signs from no word.
"""

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.checks.rules.date_malformed import spans as malformed_dates
from cchc_desktop.domain.text_finding import Span

_SPACE = pattern(
    r"(?<=[{A}\d)”]) +[,;:!?](?=\s|$)"
    r"|(?<=[{A}\d)”]) +\.(?=\s|$)"
    r"|(?<=[{A}\d]) +/ ?(?=20\d\d)"
    r"|(?<=\b20\d\d) +-(?=20\d\d)|(?<=\b20\d\d)- +(?=20\d\d)"
    r"|\( +(?=[{A}])"
    r"|(?<=[{A}]) +\)"
    r"|“ +(?=[{A}])"
    r"|(?<=[{A}]) +”"
)


def spans(text: str) -> tuple[Span, ...]:
    """Return each space with its sign."""
    found = [match.span() for match in _SPACE.finditer(text)]
    dates = malformed_dates(text) if found else ()
    return tuple(span for span in found if not any(start <= span[0] < end for start, end in dates))


CHECK = Check(
    "space_before_sign",
    FindingSeverity.HINT,
    "Quy tắc đánh máy: dấu câu viết liền với chữ đứng trước",
    text_check(spans),
)
