"""A document cited again in full in the same paper.

Example: "Nghị quyết số 76/NQ-CP ngày 15/7/2021 của Chính phủ" in the opening words and again below;
the second time "Nghị quyết số 76/NQ-CP" is enough.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.first_mentions import mentions


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield later mentions that repeat both date and issuer."""
    for tree in () if context.is_of_the_party else context.papers:
        seen: set[str] = set()
        for mention in mentions(tree):
            name = mention.citation.name
            if name in seen and mention.has_date and mention.has_issuer:
                cited = mention.citation
                year = f"/{cited.symbol_year}" if cited.symbol_year else ""
                short = f"{cited.type_name} số {cited.number}{year}/{cited.symbol}".strip()
                yield node_hit(mention.node, cited.span, short=short)
            if mention.has_date and mention.has_issuer:
                seen.add(name)


CHECK = Check(
    "citation_repeated_in_full",
    FindingSeverity.HINT,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b",
    find,
)
