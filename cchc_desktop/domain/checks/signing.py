"""Who signs a plan, and the words for heads, deputies and collectives."""

import re

from cchc_desktop.domain.checks.check import Hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingPlace, PlanDetail
from cchc_desktop.domain.office import Signer

HEAD = re.compile(
    r"(?:chủ tịch|giám đốc|trưởng|thủ trưởng|chánh|bộ trưởng|hiệu trưởng|cục trưởng|"
    r"viện trưởng|bí thư)\b",
    re.IGNORECASE,
)
DEPUTY = re.compile(r"phó\b", re.IGNORECASE)


def signer_of(context: CheckContext) -> Signer | None:
    """Return who signs the plan as far as its text says so, or None while it has no text."""
    if not context.text:
        return None
    if context.document and context.document.signer:
        return context.document.signer
    return context.letterhead.signer


def signer_hit(signer: Signer, **params: str) -> Hit:
    """Return a hit in the signing lines."""
    words = " / ".join(line for line in (*signer.title_lines, signer.name) if line)
    params.setdefault("words", words)
    return Hit(FindingPlace(None, PlanDetail.SIGNER), words, params)
