"""An agency with its own item under "Tổ chức thực hiện" that leads nothing in the annex.

Example: "8. Phòng Y tế: Chủ trì …" in the text, and no task of the annex led by Phòng Y tế.
Source: practice; what the text gives an agency to do should be followed in the annex.
"""

from collections.abc import Iterator

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.checks.agency_mentions import agency_mentions, organising_headings
from cchc_desktop.domain.checks.check import Check, Hit, node_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the items that begin with an agency that leads no task, by name or in a group."""
    working = _working(context)
    if not working:
        return
    headings = {id(node) for node in organising_headings(context)}
    for mention in agency_mentions(context):
        node = mention.cell.node
        if node is None or id(node) not in headings or mention.span[0] != 0:
            continue
        if mention.agency.id not in working:
            yield node_hit(node, mention.span, name=mention.words)


def _working(context: CheckContext) -> frozenset[AgencyId]:
    """Return who leads a task, also as one of a group, or co-operates by its own name."""
    catalogue, day = context.catalogue, context.plan_day
    found: set[AgencyId] = set()
    for task in context.plan.tasks():
        found.update(task.lead.reading.agency_ids, task.cooperating.reading.agency_ids)
        for group_id in task.lead.reading.group_ids:
            group = catalogue.group(group_id)
            if group is not None:
                found.update(agency.id for agency in catalogue.members(group, day))
    return frozenset(found)


CHECK = Check(
    "agency_without_tasks",
    FindingSeverity.HINT,
    "Thông lệ: việc giao trong phần lời có trong phụ lục",
    find,
)
