"""What the matrix says in words: of a cell, of a row, of a role."""

from typing import TYPE_CHECKING

from cchc_desktop.domain.agency import AgencyCatalogue, Role
from cchc_desktop.domain.assignment_matrix import AssignmentMark
from cchc_desktop.ui.assignment_columns import GridColumn
from cchc_desktop.ui.assignment_grid import GridRow

if TYPE_CHECKING:
    from cchc_desktop.ui.assignment_model import AssignmentModel

ROLE_VERBS = {
    Role.LEAD: "chủ trì",
    Role.COOPERATING: "phối hợp",
    Role.MONITOR: "theo dõi, đôn đốc",
}
COLUMN_NAMES = {
    Role.LEAD: "Cơ quan chủ trì",
    Role.COOPERATING: "Cơ quan phối hợp",
    Role.MONITOR: "Theo dõi, đôn đốc",
}


def cell_words(model: "AssignmentModel", row: GridRow, column: GridColumn) -> str:
    """Return what a cell means, line by line; "" for a cell without a part."""
    if row.task is None:
        return ""
    if column.is_closed:
        lines = []
        for role, count in column.counts(row).items():
            if count:
                lines.append(f"{count}/{len(column.agencies)} đơn vị {ROLE_VERBS[role]}")
        return "\n".join([f"{row.place} · {column.name}", *lines]) if lines else ""
    agency = column.agencies[0]
    cell = row.cell(agency.id)
    lines = [mark_words(mark, model.catalogue) for mark in cell.marks] if cell else []
    key = (row.task.id, agency.id)
    if key in model.proposed:
        wanted = model.proposed[key]
        lines.append(f"Đề nghị: {ROLE_VERBS[wanted] if wanted else 'không phân công'}, chưa ghi")
    return "\n".join([f"{row.place} · {agency.name}", *lines]) if lines else ""


def mark_words(mark: AssignmentMark, catalogue: AgencyCatalogue) -> str:
    """Return how an agency came to its part: by name, or through a group or predecessor."""
    verb = ROLE_VERBS[mark.role].capitalize()
    if mark.group_id is not None:
        group = catalogue.group(mark.group_id)
        return f"{verb}, thuộc “{group.name}”" if group else verb
    return f"{verb}, ghi tên"
