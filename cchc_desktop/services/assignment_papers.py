"""The table of tasks and agencies as what the notices and the printed table say."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from cchc_desktop.domain.agency import AgencyId, Role
from cchc_desktop.domain.assignment_matrix import LETTERS, AssignmentMatrix, MatrixRow
from cchc_desktop.domain.rich_text import EMPTY

if TYPE_CHECKING:
    from cchc_desktop.documents.assignment_notice import NoticeContent, NoticeRow
    from cchc_desktop.documents.assignment_table import MatrixContent, MatrixSection


def notice_contents(
    matrix: AssignmentMatrix, agency_ids: Sequence[AgencyId] | None = None
) -> tuple["NoticeContent", ...]:
    """Return the notice of each agency, in catalogue order.

    Tasks keep their printed number with the section's ("I.2", "IV.4.a)") and all wordings
    are those of the annex.  Who leads a task does not find it among those it co-operates in.

    Args:
        matrix: The table.
        agency_ids: The agencies; with None all that lead or co-operate in any task.
    """
    from cchc_desktop.documents.assignment_notice import NoticeContent

    notices = []
    for agency in (*matrix.agencies, *matrix.others):
        leads = tuple(_notice_rows(matrix, agency.id, Role.LEAD))
        cooperates = tuple(_notice_rows(matrix, agency.id, Role.COOPERATING))
        is_wanted = leads or cooperates if agency_ids is None else agency.id in agency_ids
        if is_wanted:
            notices.append(NoticeContent(agency.name, leads, cooperates))
    return tuple(notices)


def table_content(matrix: AssignmentMatrix, title: str, note: str = "") -> "MatrixContent":
    """Return the printed table: who leads and who co-operates in every task."""
    from cchc_desktop.documents.assignment_table import MatrixAgency, MatrixContent

    shown = [
        agency
        for agency in matrix.agencies
        if any(row.cell(agency.id).role in _PRINTED for row in matrix.rows)
    ]
    agencies = tuple(MatrixAgency(a.short_name or a.name, a.name) for a in shown)
    places = {agency.id: place for place, agency in enumerate(shown)}
    sections = tuple(_table_sections(matrix, places))
    return MatrixContent(title, agencies, sections, note)


_PRINTED = (Role.LEAD, Role.COOPERATING)


def _notice_rows(
    matrix: AssignmentMatrix, agency_id: AgencyId, role: Role
) -> Iterator["NoticeRow"]:
    from cchc_desktop.documents.assignment_notice import NoticeRow

    for row in matrix.rows:
        if row.cell(agency_id).role is not role:
            continue
        task = row.task
        others = task.cooperating.text if role is Role.LEAD else task.lead.text
        products = [(d.product, d.deadline.text) for d in task.deliverables] or [(EMPTY, EMPTY)]
        for place, (product, deadline) in enumerate(products):
            if place == 0:
                yield NoticeRow(row.place, task.content, product, deadline, others)
            else:
                yield NoticeRow("", EMPTY, product, deadline, EMPTY, is_further_product=True)


def _table_sections(
    matrix: AssignmentMatrix, places: dict[AgencyId, int]
) -> Iterator["MatrixSection"]:
    from cchc_desktop.documents import assignment_table as paper

    def printed(row: MatrixRow) -> paper.MatrixRow:
        marks = {
            places[agency_id]: LETTERS[cell.role]
            for agency_id, cell in row.cells.items()
            if cell.role in _PRINTED
        }
        return paper.MatrixRow(
            row.task.number, row.task.content, marks, is_subtask=row.parent is not None
        )

    for section in matrix.plan.sections:
        rows = tuple(printed(row) for row in matrix.rows if row.section.id == section.id)
        yield paper.MatrixSection(section.number, section.title, rows)
