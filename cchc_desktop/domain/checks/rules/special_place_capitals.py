"""The two places whose common noun takes a capital.

Example: "thủ đô Hà Nội", "thành phố Hồ Chí Minh".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1.c.
"""

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.text_finding import Span

_PLACE = pattern(r"\bthủ đô Hà Nội\b|\bthành phố Hồ Chí Minh\b")


def spans(text: str) -> tuple[Span, ...]:
    """Return the places written with a small letter."""
    return tuple(match.span() for match in _PLACE.finditer(text))


CHECK = Check(
    "special_place_capitals",
    FindingSeverity.HINT,
    "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1.c",
    text_check(spans),
)
