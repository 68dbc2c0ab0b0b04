"""A ground that does not begin as grounds do.

Example: "Luật Tổ chức chính quyền địa phương năm 2015" without "Căn cứ"; "Theo đề nghị Giám đốc Sở
Nội vụ" for "Theo đề nghị của Giám đốc Sở Nội vụ".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2: "Căn cứ …;" and "Theo đề nghị của …".
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan_text import PassageKind

_BEGINNING = re.compile(
    r"Căn cứ |Theo đề nghị của |Xét |Thực hiện |Trên cơ sở |Sau khi |Theo (?!đề)"
)
_FIRST_WORDS = re.compile(r"\S+(?: \S+){0,2}")


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield grounds with other first words."""
    for tree in context.papers:
        for node in tree.nodes:
            if node.kind is PassageKind.BASIS and node.text and not _BEGINNING.match(node.text):
                first = _FIRST_WORDS.match(node.text)
                yield node_hit(
                    node, first.span() if first else None, words=first[0] if first else ""
                )


CHECK = Check(
    "basis_form", FindingSeverity.HINT, "Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.2", find
)
