"""Assignments as JSON: the stable form that scripts rely on."""

from collections.abc import Sequence

from cchc_desktop.cli.plan_json import Json
from cchc_desktop.domain.agency import AgencyCatalogue, AgencyId, AgencyReading, GroupId, Role
from cchc_desktop.domain.agency_load import AgencyLoad, LoadSlot
from cchc_desktop.domain.assignment_matrix import AssignmentMatrix, MatrixRow
from cchc_desktop.services.assignment_changes import (
    SuccessionPreview,
    TaskProposal,
    WordingEdit,
)
from cchc_desktop.services.assignment_sentences import OBSTACLES


def matrix_json(
    matrix: AssignmentMatrix, catalogue: AgencyCatalogue, only: AgencyId | None
) -> list[Json]:
    """Return the rows of the table; with ``only`` those in which that agency has a part."""
    return [
        _row_json(row, matrix, catalogue, only)
        for row in matrix.rows
        if only is None or row.cell(only)
    ]


def load_json(load: AgencyLoad) -> Json:
    """Return what an agency has to do."""
    document: Json = {"agency": load.agency.name}
    for role in Role:
        tasks = load.tasks(role)
        counts = {slot.value: len(tasks.get(slot, ())) for slot in LoadSlot}
        document[role.value] = {"total": load.count(role), **counts}
    return document


def proposal_json(item: TaskProposal, catalogue: AgencyCatalogue) -> Json:
    """Return a proposed wording."""
    proposal = item.proposal
    return {
        "task": item.place,
        "role": item.role.value,
        "before": proposal.before.text,
        "after": proposal.after.text,
        **_reading_json(proposal.reading, catalogue),
        "obstacle": proposal.obstacle.value if proposal.obstacle else None,
        "message": OBSTACLES[proposal.obstacle] if proposal.obstacle else None,
    }


def succession_json(
    preview: SuccessionPreview,
    edits: Sequence[WordingEdit],
    catalogue: AgencyCatalogue,
    *,
    is_written: bool,
) -> Json:
    """Return what a hand-over changes, or would change."""
    return {
        "from": preview.agency.name,
        "to": preview.successor.name,
        "date": preview.from_day.isoformat(),
        "written": is_written,
        "groups": [group.name for group in preview.groups],
        "tasks": [
            {
                "year": task.year,
                "past": task.is_past,
                "stays_understood": task.stays_understood,
                "rewritten": task.proposed.edit in edits,
                **proposal_json(task.proposed, catalogue),
            }
            for task in preview.tasks
        ],
    }


def _row_json(
    row: MatrixRow, matrix: AssignmentMatrix, catalogue: AgencyCatalogue, only: AgencyId | None
) -> Json:
    return {
        "task": row.place,
        "content": row.task.content.text,
        "heading": row.is_heading,
        "agencies": [
            {
                "agency": agency.name,
                "role": cell.role.value if cell.role else None,
                "marks": [
                    {
                        "role": mark.role.value,
                        "group": _group_name(mark.group_id, catalogue),
                        "named_as": _agency_name(mark.named_id, catalogue),
                    }
                    for mark in cell.marks
                ],
            }
            for agency in matrix.agencies
            if (cell := row.cell(agency.id)) and only in (None, agency.id)
        ],
        "unknown": {role.value: list(names) for role, names in row.unknown.items()},
    }


def _reading_json(reading: AgencyReading, catalogue: AgencyCatalogue) -> Json:
    agencies = (_agency_name(agency_id, catalogue) for agency_id in reading.agency_ids)
    groups = (_group_name(group_id, catalogue) for group_id in reading.group_ids)
    return {
        "agencies": [name for name in agencies if name],
        "groups": [name for name in groups if name],
        "unknown": list(reading.unknown),
    }


def _agency_name(agency_id: AgencyId | None, catalogue: AgencyCatalogue) -> str | None:
    agency = None if agency_id is None else catalogue.agency(agency_id)
    return agency.name if agency else None


def _group_name(group_id: GroupId | None, catalogue: AgencyCatalogue) -> str | None:
    group = None if group_id is None else catalogue.group(group_id)
    return group.name if group else None
