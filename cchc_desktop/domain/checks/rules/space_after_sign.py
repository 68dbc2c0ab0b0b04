"""No space after a sign that ends a phrase.

Example: "Phòng Nội vụ,Phòng Tư pháp", "định kỳ.Báo cáo", "TM.HỘI ĐỒNG", "mức độ 3,4".
Source: typists' rule; Nghị định 30/2020/NĐ-CP, Phụ lục III writes "TM. ỦY BAN NHÂN DÂN".
Web and mail addresses and numbers ("2,5%", "12:30") are left alone.
"""

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.text_finding import Span

_MISSING = pattern(
    r"(?<=[{A})”])[,;](?=[{A}])"
    r"|(?<=[{L}]):(?=[{A}])"
    r"|(?<=[{L}]{2})\.(?=[{U}][{L}])"
    r"|(?<=\bTM)\.(?=[{U}])|(?<=\bKT)\.(?=[{U}])|(?<=\bTL)\.(?=[{U}])|(?<=\bTUQ)\.(?=[{U}])"
    r"|(?<=[{L}])\((?=[{A}]{2})"
    r"|(?<=mức độ \d),(?=\d(?!\d))"
    r"|(?<=[{L}])(?:…|\.{3})(?=[{A}])"
)
_ADDRESS = pattern(r"\S*(?:://|www\.|@|\.gov|\.vn|\.com)\S*")


def spans(text: str) -> tuple[Span, ...]:
    """Return the signs that stand too close to what follows, or an opening bracket too close."""
    found = [match.span() for match in _MISSING.finditer(text)]
    if not found:
        return ()
    addresses = [match.span() for match in _ADDRESS.finditer(text)]
    return tuple(
        span for span in found if not any(start <= span[0] < end for start, end in addresses)
    )


CHECK = Check(
    "space_after_sign",
    FindingSeverity.HINT,
    "Quy tắc đánh máy: sau dấu câu có một dấu cách",
    text_check(spans),
)
