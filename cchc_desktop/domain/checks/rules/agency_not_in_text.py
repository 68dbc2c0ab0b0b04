"""An agency that leads tasks of the annex and is not named in the text.

Example: Phòng Tài nguyên và Môi trường leads a task, and "Tổ chức thực hiện" goes through the other
departments one by one without it.
Source: practice; the text says who is responsible for what the annex assigns.
"""

from collections.abc import Iterator

from cchc_desktop.domain.agency import AgencyId, AgencyKind
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.agency_mentions import agency_mentions, organising_headings
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity

_FEWEST_NAMED = 3


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield each such agency once, where it first leads, if the text goes through agencies."""
    mentions = list(agency_mentions(context))
    named = {mention.agency.id for mention in mentions}
    headings = {id(node) for node in organising_headings(context)}
    listed = {x.agency.id for x in mentions if id(x.cell.node) in headings and x.span[0] == 0}
    if len(listed) < _FEWEST_NAMED:
        return
    seen: set[AgencyId] = set()
    for cell in context.cells:
        task = cell.row.task if cell.row else None
        if cell.field is not AnnexColumn.LEAD or task is None:
            continue
        for mention in task.lead.reading.mentions:
            agency_id = mention.agency_id
            if agency_id is None or agency_id in named or agency_id in seen:
                continue
            seen.add(agency_id)
            agency = context.catalogue.agency(agency_id)
            # Communes are named together: "Ủy ban nhân dân các xã, thị trấn".
            if agency is not None and agency.kind is not AgencyKind.COMMUNE:
                yield cell_hit(cell, (mention.start, mention.end), name=agency.name)


CHECK = Check(
    "agency_not_in_text",
    FindingSeverity.HINT,
    "Thông lệ: cơ quan chủ trì có tên ở phần tổ chức thực hiện",
    find,
)
