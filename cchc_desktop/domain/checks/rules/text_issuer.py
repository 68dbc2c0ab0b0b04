"""The opening words, or the decision's line of authority, name another body than the letterhead.

Example: "UBND huyện Bác Ái ban hành Kế hoạch …, cụ thể như sau:" in the file of huyện Ninh Sơn.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.2: the body that issues the paper is the
one in its head.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.checks.own_body import is_own_body

_LEVEL = r"(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu)"
_ISSUES = pattern(
    r"(?P<body>(?:UBND|[ỦU][ỷy] ban nhân dân|Ủy ban nhân dân) "
    rf"{_LEVEL} [{{U}}][{{A}}]*(?: [{{U}}][{{A}}]*)*)"
    r" (?:ban hành|xây dựng|đề ra) (?:\w+ )?(?:Kế hoạch|Quyết định|Chương trình|kế hoạch)"
)
_AUTHORITY = pattern(
    r"(?P<body>ỦY BAN NHÂN DÂN (?:TỈNH|THÀNH PHỐ|HUYỆN|XÃ|PHƯỜNG|THỊ TRẤN) [{U} ]+)"
)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the bodies above the first heading that issue the paper and are not the office."""
    for tree in context.papers:
        for node in tree.nodes:
            if node.passage.is_heading:
                break
            for match in (_ISSUES.search(node.text), _AUTHORITY.fullmatch(node.text.strip())):
                if match and not is_own_body(match["body"], context.letterhead):
                    right = context.letterhead.name
                    yield node_hit(node, match.span("body"), right=right)


CHECK = Check(
    "text_issuer",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.2",
    find,
)
