"""A cited document said to be another body's than its symbol says.

Example: "Nghị quyết số 202/2025/QH15 … của Ủy ban Thường vụ Quốc hội".
Source: Luật Ban hành văn bản quy phạm pháp luật and Nghị định 30/2020/NĐ-CP: the symbol ends with
the issuing body; seen in a real paper.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.citations import citations
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.vietnamese import comparison_key

_BODIES = (
    (re.compile(r"UBTVQH\d*"), "Ủy ban Thường vụ Quốc hội"),
    (re.compile(r"QH\d*"), "Quốc hội"),
    (re.compile(r"CP"), "Chính phủ"),
    (re.compile(r"TTg"), "Thủ tướng Chính phủ"),
)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield citations by the four bodies that are said to be another's of the four."""
    for cell in context.cells:
        for cited in citations(cell.text):
            body = next((name for symbol, name in _BODIES if symbol.fullmatch(cited.body)), None)
            said = _named(cited.issuer)
            if body and said and said != body:
                yield cell_hit(cell, cited.span, issuer=said, right=body)


def _named(words: str) -> str:
    key = comparison_key(words)
    names = (name for _, name in _BODIES if f"{key} ".startswith(f"{comparison_key(name)} "))
    return max(names, key=len, default="")


CHECK = Check(
    "citation_issuer",
    FindingSeverity.ERROR,
    "Luật Ban hành văn bản quy phạm pháp luật: ký hiệu ghi cơ quan ban hành",
    find,
)
