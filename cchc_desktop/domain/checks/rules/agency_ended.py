"""An agency that no longer exists under this name on the plan's day.

Example: "Phòng Tài nguyên và Môi trường" in a plan of 2026, after Nghị định 45/2025/NĐ-CP.
Source: the catalogue's own dates; seen in real plans ("Sở Tài nguyên và Môi trường" in 2026).
"""

from collections.abc import Iterator

from cchc_desktop.domain.agency import Agency
from cchc_desktop.domain.checks.agency_cells import (
    assignment_cells,
    ended_agency,
    has_ended,
    successor_on,
)
from cchc_desktop.domain.checks.agency_mentions import agency_mentions
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.text_finding import Span


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield names that ended before the plan's day, with who follows."""
    catalogue, day = context.catalogue, context.plan_day
    for cell, assignment in assignment_cells(context):
        for mention in assignment.reading.mentions:
            agency = (
                ended_agency(catalogue, mention.text, day)
                if mention.is_unknown
                else catalogue.agency(mention.agency_id)
                if mention.agency_id is not None
                else None
            )
            if agency is None or not has_ended(agency, day):
                continue
            yield _hit(context, cell, (mention.start, mention.end), agency)
    for named in agency_mentions(context):
        # Without a capital it is no name: "các phòng lao động sáng tạo".
        if has_ended(named.agency, day) and not named.words.islower():
            yield _hit(context, named.cell, named.span, named.agency)


def _hit(context: CheckContext, cell: Cell, span: Span, agency: Agency) -> Hit:
    successor = successor_on(context.catalogue, agency, context.plan_day)
    return cell_hit(
        cell,
        span,
        name=cell.text[span[0] : span[1]],
        last_day=f"{agency.valid_to:%d/%m/%Y}",
        successor=successor.name if successor else "",
    )


CHECK = Check(
    "agency_ended",
    FindingSeverity.ERROR,
    "Danh mục cơ quan: ngày hết hiệu lực của tên gọi",
    find,
)
