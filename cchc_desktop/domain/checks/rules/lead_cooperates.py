"""An agency that leads a task and is also named among those who co-operate.

Example: lead "Phòng Nội vụ", co-operating "Phòng Nội vụ; Phòng Tư pháp".  An agency that is
only a member of a group ("Các phòng, ban, ngành") is no defect.
Source: practice; the province sends such annexes back.
"""

from collections.abc import Iterator

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the names in the co-operating cell that lead the same task."""
    for cell in context.cells:
        task = cell.row.task if cell.row else None
        if cell.field is not AnnexColumn.COOPERATING or task is None:
            continue
        leads = set(task.lead.reading.agency_ids)
        for mention in task.cooperating.reading.mentions:
            if mention.agency_id in leads:
                yield cell_hit(cell, (mention.start, mention.end), name=mention.text)


CHECK = Check(
    "lead_cooperates",
    FindingSeverity.ERROR,
    "Thông lệ: cơ quan chủ trì không ghi lại ở cột phối hợp",
    find,
)
