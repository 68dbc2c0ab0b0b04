"""A ground of lower rank before one of higher rank.

Example: "Căn cứ Quyết định số 12/QĐ-UBND …" before "Căn cứ Luật Tổ chức chính quyền địa phương".
Source: practice, after the order of legal documents in Luật Ban hành văn bản quy phạm pháp luật;
Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.a names competence first.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan_text import PassageKind

_RANKS = tuple(
    (rank, re.compile(words))
    for rank, words in enumerate(
        (
            r"Căn cứ (?:Hiến pháp|Luật|Bộ luật)",
            r"Căn cứ (?:Pháp lệnh|Nghị quyết số [^\s]+/(?:QH|UBTVQH)\d*)",
            r"Căn cứ (?:Nghị định|Nghị quyết số [^\s]+/NQ-CP)",
            r"Căn cứ (?:Quyết định|Chỉ thị) số [^\s]+-TTg",
            r"Căn cứ Thông tư",
            r"Căn cứ Nghị quyết số [^\s]+-HĐND",
            r"Căn cứ (?:Quyết định|Chỉ thị|Kế hoạch) số [^\s]+-UBND",
            r"(?:Theo đề nghị|Xét đề nghị|Xét Tờ trình)",
        )
    )
)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the first ground that should stand higher up in its paper."""
    for tree in context.papers:
        lowest = -1
        for node in tree.nodes:
            rank = _rank(node.text) if node.kind is PassageKind.BASIS else None
            if rank is None:
                continue
            if rank < lowest:
                yield node_hit(node)
                break
            lowest = rank


def _rank(text: str) -> int | None:
    return next((rank for rank, words in _RANKS if words.match(text)), None)


CHECK = Check(
    "bases_order", FindingSeverity.HINT, "Thông lệ: căn cứ xếp từ văn bản cao xuống thấp", find
)
