"""An agency's name with other capitals than in the catalogue.

Example: "phòng nội vụ" or "Phòng Nội Vụ" for "Phòng Nội vụ".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV.1.a: the kind of body and the words of its
function take a capital ("Sở Tài chính").
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.checks.agency_cells import assignment_cells
from cchc_desktop.domain.checks.agency_mentions import agency_mentions
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.vietnamese import comparison_key, one_line

_DEPARTMENT = re.compile(r"(?:phòng|văn phòng|sở|thanh tra|trung tâm) ", re.IGNORECASE)


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield names that differ from every known spelling by capitals alone."""
    for cell, assignment in assignment_cells(context):
        for mention in assignment.reading.mentions:
            if mention.agency_id is None or mention.text.isupper():
                continue
            agency = context.catalogue.agency(mention.agency_id)
            right = _right_form(agency, mention.text) if agency else ""
            if right:
                yield cell_hit(cell, (mention.start, mention.end), name=mention.text, right=right)
    for named in agency_mentions(context):
        # "bộ phận một cửa", "bảo hiểm xã hội" are common words too.
        if _DEPARTMENT.match(named.words) and not named.words.isupper():
            right = _right_form(named.agency, named.words)
            if right:
                yield cell_hit(named.cell, named.span, name=named.words, right=right)


@lru_cache(maxsize=4096)
def _right_form(agency: Agency, written: str) -> str:
    key = comparison_key(written)
    names = (agency.name, agency.short_name, *agency.aliases)
    same = [name for name in names if comparison_key(name) == key]
    capitals = _capitals(written)
    if not same or any(_capitals(name) == capitals for name in same):
        return ""
    return same[0]


def _capitals(name: str) -> tuple[bool, ...]:
    return tuple(char.isupper() for char in one_line(name) if char.isalpha())


CHECK = Check(
    "agency_capitals", FindingSeverity.HINT, "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục IV.1.a", find
)
