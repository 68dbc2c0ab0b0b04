"""A date that is not written as dates are.

Example: "ngày 11 11 /2021", "ngày 17/12/17", "ngày /12/2023".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4.b: day, month and the whole year.  A
line that leaves the date blank with dots is a draft's.
"""

import re

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_MALFORMED = re.compile(
    r"\b[Nn]gày (?:\d{1,2} \d{1,2} ?/ ?(?:19|20)\d\d"
    r"|\d{1,2}/\d{1,2} (?:19|20)\d\d"
    r"|\d{1,2}(?: /|/ | / )\d{1,2}(?: ?/ ?)(?:19|20)\d\d"
    r"|\d{1,2}/\d{1,2}(?: /|/ | / )(?:19|20)\d\d"
    r"|\d{1,2}/\d{1,2}/\d{2}(?!\d)"
    r"|\d{1,2} tháng \d{1,2} (?:19|20)\d\d)(?!\w)"
)


def spans(text: str) -> tuple[Span, ...]:
    """Return the dates with a part or a stroke missing or too many spaces."""
    return tuple(match.span() for match in _MALFORMED.finditer(text)) if "gày" in text else ()


CHECK = Check(
    "date_malformed",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4.b",
    text_check(spans),
)
