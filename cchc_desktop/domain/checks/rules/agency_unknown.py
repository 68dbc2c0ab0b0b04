"""A name that the catalogue does not have, in an assignment or at the head of an item of the text.

Example: "Phòng Nội dụ" (a slip), "Tổ công tác" (a body that nobody entered).
Source: practice; whom the program does not know it cannot send an assignment.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.checks.agency_cells import assignment_cells, ended_agency
from cchc_desktop.domain.checks.agency_mentions import agency_mentions, organising_headings
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity

_NAME = re.compile(
    r"(?:Phòng|Văn phòng|Trung tâm|Thanh tra|Công an|Kho bạc|Chi cục|Ban Quản lý|Bảo hiểm|Hạt|Sở) "
    r"[^:;.()]+?(?=\s*(?:[:;.(]|$))"
)
_LONGEST_NAME = 12


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield unknown names; a name that ended is another check's.

    "Theo phân công tại Quyết định số …" refers to a paper that names the agencies.
    """
    for cell, assignment in assignment_cells(context):
        for mention in assignment.reading.mentions:
            is_reference = mention.text.lower().startswith("theo ")
            if not mention.is_unknown or is_reference:
                continue
            if not ended_agency(context.catalogue, mention.text, context.plan_day):
                yield cell_hit(cell, (mention.start, mention.end), name=mention.text)
    named = {id(x.cell.node) for x in agency_mentions(context) if x.span[0] == 0}
    headings = organising_headings(context)
    known = [node for node in headings if id(node) in named]
    unknown = [
        (node, name)
        for node in headings
        if id(node) not in named
        and (name := _NAME.match(node.text))
        and len(name[0].split()) <= _LONGEST_NAME
        and not ended_agency(context.catalogue, name[0], context.plan_day)
    ]
    # Where many are unknown, the catalogue was not made for this plan yet.
    if 2 * len(unknown) <= len(known):
        for node, name in unknown:
            yield node_hit(node, name.span(), name=name[0])


CHECK = Check(
    "agency_unknown",
    FindingSeverity.WARNING,
    "Thông lệ: cơ quan được giao việc phải có trong danh mục",
    find,
)
