"""Letters put together from parts (Unicode NFD), which look right and cannot be found.

Example: "Kế" typed on some phones as K, e, circumflex, acute.
Source: TCVN 6909:2001; Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.4 (Unicode).
"""

import re
import unicodedata

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_COMBINED = re.compile("\\w[\u0300-\u036f]+")


def spans(text: str) -> tuple[Span, ...]:
    """Return the letters that have a whole form and are not written with it."""
    if unicodedata.is_normalized("NFC", text):
        return ()
    return tuple(
        match.span()
        for match in _COMBINED.finditer(text)
        if unicodedata.normalize("NFC", match[0]) != match[0]
    )[:1]


CHECK = Check(
    "text_not_nfc",
    FindingSeverity.WARNING,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.4; TCVN 6909:2001",
    text_check(spans),
)
