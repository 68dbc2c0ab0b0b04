"""A cited document's date without the noughts that the decree wants.

Example: "Quyết định số 12/QĐ-UBND ngày 5/2/2024" for "ngày 05/02/2024".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4.b: days under 10 and the months 1 and
2 take a nought before them.
"""

import re

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.citations import citations
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span

_WITHOUT_NOUGHT = re.compile(r"ngày (?:\d(?:/| tháng )|\d\d(?:/| tháng )[12](?:/| năm ))")


def spans(text: str) -> tuple[Span, ...]:
    """Return the dates without noughts."""
    found = []
    for cited in citations(text):
        start = cited.span[1] - len(cited.day_words)
        if _WITHOUT_NOUGHT.match(cited.day_words):
            found.append((start, cited.span[1]))
    return tuple(found)


CHECK = Check(
    "citation_day_form",
    FindingSeverity.HINT,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.4.b",
    text_check(spans),
)
