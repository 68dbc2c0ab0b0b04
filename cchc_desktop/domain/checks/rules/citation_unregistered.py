"""A ground of the plan that is not in the office's register of documents.

Example: "Căn cứ Kế hoạch số 77/KH-UBND ngày 22/3/2021" where the register holds only decrees.
Source: practice; looked at only where a register is kept, and only in the grounds ("căn cứ") and
the opening words.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.citations import citations
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.register import CitedRegister
from cchc_desktop.domain.plan_text import PassageKind


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield each such document once."""
    if not context.documents:
        return
    register = CitedRegister(context.documents)
    seen: set[str] = set()
    for tree in context.papers:
        for node in tree.nodes:
            if node.passage.is_heading:
                break
            if node.kind not in (PassageKind.BASIS, PassageKind.TEXT):
                continue
            for cited in citations(node.text):
                if cited.name not in seen and register.find(cited) is None:
                    yield node_hit(node, cited.span)
                seen.add(cited.name)


CHECK = Check(
    "citation_unregistered",
    FindingSeverity.HINT,
    "Thông lệ: căn cứ của kế hoạch có trong sổ văn bản",
    find,
)
