"""Two signs where one belongs.

Example: "đầu tư,..và các lĩnh vực khác", "hồ sơ,, giấy tờ", "báo cáo;.".
Source: typists' rule: an ellipsis has three dots, and no comma before "…" is a full stop.
"""

import re

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_TWICE = re.compile(
    r"[,;:]\.\.(?!\.)|(?<![.,;:])\.\.(?!\.)|,,|;;|::|[,;:]\.(?![.\w])|;,|,;|\.[,;](?!\d)"
)
_SHORTENED = re.compile(r"\b(?:v\.v|tr|TT|TP|Tp|Tr)$")


def spans(text: str) -> tuple[Span, ...]:
    """Return the doubled signs; "v.v.;" ends a shortened word."""
    return tuple(
        match.span()
        for match in _TWICE.finditer(text)
        if not _SHORTENED.search(text[: match.start()])
    )


CHECK = Check(
    "sign_repeated",
    FindingSeverity.HINT,
    "Quy tắc đánh máy: không viết hai dấu câu liền nhau",
    text_check(spans),
)
