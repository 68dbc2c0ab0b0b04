"""The names of the people's committee and council with wrong capitals, anywhere in a wording.

Example: "Ủy Ban Nhân Dân huyện", "ủy ban nhân dân xã", "Hội đồng Nhân dân tỉnh".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV.1.a, whose own example is "Hội đồng nhân dân
tỉnh Sơn La"; the decree writes "Ủy ban nhân dân" throughout.
"""

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.text_finding import Span

_NAME = pattern(
    r"(?i:\b(?:ủy|uỷ) ban nhân dân|\bhội đồng nhân dân)(?= (?:tỉnh|huyện|xã|cấp|các)\b)"
)
_RIGHT = pattern(r"(?:Ủy|Uỷ) ban nhân dân|Hội đồng nhân dân")


def spans(text: str) -> tuple[Span, ...]:
    """Return the names that are not written as the decree writes them."""
    found = _NAME.finditer(text)
    return tuple(m.span() for m in found if not _RIGHT.fullmatch(m[0]) and not m[0].isupper())


CHECK = Check(
    "committee_capitals",
    FindingSeverity.HINT,
    "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV.1.a",
    text_check(spans),
)
