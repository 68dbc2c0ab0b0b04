"""A whole group that leads a task and is also named among those who co-operate.

Example: lead "Phòng Nội vụ, Các Phòng, ban, ngành", co-operating "Các Phòng, ban, ngành, UBND
các xã, thị trấn".
Source: practice; nobody can tell who of the group leads and who only helps.
"""

from collections.abc import Iterator

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the groups in the co-operating cell that lead the same task."""
    for cell in context.cells:
        task = cell.row.task if cell.row else None
        if cell.field is not AnnexColumn.COOPERATING or task is None:
            continue
        leads = set(task.lead.reading.group_ids)
        for mention in task.cooperating.reading.mentions:
            if mention.group_id in leads:
                yield cell_hit(cell, (mention.start, mention.end), name=mention.text)


CHECK = Check(
    "group_leads_and_cooperates",
    FindingSeverity.HINT,
    "Thông lệ: mỗi nhóm chỉ ghi ở một cột",
    find,
)
