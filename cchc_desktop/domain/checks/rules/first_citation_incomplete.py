"""A document cited for the first time without its date, its issuer or its subject.

Example: "theo Nghị định số 130/2005/NĐ-CP" as the first mention in a plan.
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b.  Laws are named by their names; a
reference in brackets, or to a letter or a report, explains itself by the sentence around it.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.first_mentions import Mention, mentions


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield each document's first mention in the text that lacks something."""
    if context.is_of_the_party:
        return
    seen: set[str] = set()
    for tree in context.papers:
        found: dict[tuple[int, str], list[Mention]] = {}
        for mention in mentions(tree):
            name = mention.citation.name
            missing = "" if name in seen else ", ".join(_missing(mention))
            seen.add(name)
            if missing:
                found.setdefault((mention.node.place, missing), []).append(mention)
        # Documents named in one breath lack the same things: they are one finding.
        for (_, missing), same in found.items():
            node, span = same[0].node, same[0].citation.span
            names = "; ".join(node.text[slice(*x.citation.span)] for x in same)
            yield node_hit(node, span, names=names, missing=missing)


def _missing(mention: Mention) -> list[str]:
    missing = []
    if not mention.has_date:
        missing.append("ngày ban hành")
    if not mention.has_issuer and mention.needs_subject:
        missing.append("cơ quan ban hành")
    if not mention.has_subject and mention.needs_subject:
        missing.append("trích yếu nội dung")
    return missing


CHECK = Check(
    "first_citation_incomplete",
    FindingSeverity.WARNING,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.6.b",
    find,
)
