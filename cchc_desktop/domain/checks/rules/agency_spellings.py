"""One agency written in several ways in one plan.

Example: "Phòng Tài chính - Kế hoạch" in six cells and "Phòng Tài chính – Kế hoạch" in two.
The name inside a list ("Các Phòng: Nội vụ, Tư pháp") and a full name beside the accepted
abbreviation of its kind ("Ủy ban nhân dân", "UBND") are no other spellings.
Source: practice.
"""

from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.agency_kind_words import HEADS
from cchc_desktop.domain.agency_names import keys_of, words_of
from cchc_desktop.domain.checks.agency_cells import assignment_cells
from cchc_desktop.domain.checks.agency_mentions import agency_mentions
from cchc_desktop.domain.checks.check import Check, Hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.mixed_words import Use, rarer_ways
from cchc_desktop.domain.vietnamese import one_line, search_key


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield each rarer spelling once, where it first stands."""
    uses: dict[AgencyId, list[Use]] = {}
    for cell, assignment in assignment_cells(context):
        for mention in assignment.reading.mentions:
            if mention.agency_id is not None and _has_head(mention.text):
                span = mention.start, mention.end
                use = _spelling(mention.text), cell, span
                uses.setdefault(mention.agency_id, []).append(use)
    for named in agency_mentions(context):
        if _has_head(named.words):
            use = _spelling(named.words), named.cell, named.span
            uses.setdefault(named.agency.id, []).append(use)
    for agency_id, used in uses.items():
        agency = context.catalogue.agency(agency_id)
        yield from rarer_ways(used, preferred=_spelling(agency.name) if agency else None)


@lru_cache(maxsize=4096)
def _spelling(text: str) -> str:
    """Return what makes a spelling: capitals and the place of tones have their own checks."""
    return search_key(one_line(text)).replace("ủy ban nhân dân", "ubnd")


@lru_cache(maxsize=4096)
def _has_head(text: str) -> bool:
    words = words_of(text)
    return any(keys_of(words, 0, len(head)) == head for head in HEADS)


CHECK = Check("agency_spellings", FindingSeverity.HINT, "Thông lệ: mỗi cơ quan viết một cách", find)
