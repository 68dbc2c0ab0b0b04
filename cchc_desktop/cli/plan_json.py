"""A plan, a catalogue and an import as JSON: the stable form that scripts rely on."""

from collections.abc import Mapping
from typing import Any

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyGroup
from cchc_desktop.domain.deadline import Deadline
from cchc_desktop.domain.iso_days import to_iso
from cchc_desktop.domain.plan import Assignment, Deliverable, Plan, PlanTask, Section
from cchc_desktop.domain.plan_comparison import Difference
from cchc_desktop.domain.problem import Problem
from cchc_desktop.services.imports import ImportPreview
from cchc_desktop.services.sentences import describe_place, describe_problem

Json = dict[str, Any]


def plan_json(plan: Plan, catalogue: AgencyCatalogue) -> Json:
    """Return the whole plan."""
    parent = plan.parent_document
    return {
        "year": plan.year,
        "title": plan.title,
        "annex_number": plan.annex_number,
        "parent_document": {
            "type": parent.type_name,
            "number": parent.number,
            "symbol": parent.symbol,
            "issued_on": to_iso(parent.issued_on),
            "issuer": parent.issuer,
        },
        "task_numbering": plan.task_numbering.value,
        "sections": [_section_json(section, catalogue) for section in plan.sections],
    }


def catalogue_json(catalogue: AgencyCatalogue) -> Json:
    """Return all agencies and groups; members and successors are named."""
    return {
        "agencies": [_agency_json(agency, catalogue) for agency in catalogue.agencies],
        "groups": [_group_json(group, catalogue) for group in catalogue.groups],
    }


def preview_json(preview: ImportPreview, *, is_written: bool) -> Json:
    """Return what an import would do, or did."""
    draft = preview.draft
    return {
        "source": draft.source_name,
        "year": preview.year,
        "written": is_written,
        "title": draft.title,
        "attached_to": draft.attached_to,
        "sections": len(draft.sections),
        "tasks": draft.task_count,
        "subtasks": draft.subtask_count,
        "deadlines": {kind.value: n for kind, n in sorted(preview.deadline_kinds.items())},
        "unrecognised_deadlines": list(preview.unrecognised_deadlines),
        "unknown_agencies": [
            {
                "text": name.text,
                "count": name.count,
                "suggestions": [suggestion.name for suggestion in name.suggestions],
            }
            for name in preview.unknown_names
        ],
        "differences": [_difference_json(difference) for difference in preview.differences],
        "problems": [_problem_json(problem) for problem in draft.problems],
    }


def _section_json(section: Section, catalogue: AgencyCatalogue) -> Json:
    return {
        "number": section.number,
        "title": section.title.text,
        "tasks": [_task_json(task, catalogue) for task in section.tasks],
    }


def _task_json(task: PlanTask, catalogue: AgencyCatalogue) -> Json:
    return {
        "number": task.number,
        "content": task.content.text,
        "note": task.note.text,
        "deliverables": [_deliverable_json(item) for item in task.deliverables],
        "lead": _assignment_json(task.lead, catalogue),
        "cooperating": _assignment_json(task.cooperating, catalogue),
        "monitor": _assignment_json(task.monitor, catalogue),
        "subtasks": [_task_json(subtask, catalogue) for subtask in task.subtasks],
    }


def _deliverable_json(deliverable: Deliverable) -> Json:
    return {
        "product": deliverable.product.text,
        "deadline": _deadline_json(deliverable.deadline),
    }


def _deadline_json(deadline: Deadline) -> Json:
    reading = deadline.reading
    return {
        "text": deadline.text.text,
        "kind": reading.kind.value,
        "due": to_iso(reading.due),
        "start": to_iso(reading.start),
        "milestones": [
            {"start": to_iso(m.start), "due": m.due.isoformat()} for m in reading.milestones
        ],
        "recurrence": reading.recurrence.value if reading.recurrence else None,
        "day_of_month": reading.day_of_month,
        "event": reading.event,
        "delay_months": reading.delay_months,
        "delay_days": reading.delay_days,
        "event_date": to_iso(reading.event_date),
        "set_by_hand": deadline.is_set_by_hand,
    }


def _assignment_json(assignment: Assignment, catalogue: AgencyCatalogue) -> Json:
    reading = assignment.reading
    agencies = [catalogue.agency(agency_id) for agency_id in reading.agency_ids]
    groups = [catalogue.group(group_id) for group_id in reading.group_ids]
    return {
        "text": assignment.text.text,
        "agencies": [agency.name for agency in agencies if agency],
        "groups": [group.name for group in groups if group],
        "unknown": list(reading.unknown),
        "set_by_hand": assignment.is_set_by_hand,
    }


def _agency_json(agency: Agency, catalogue: AgencyCatalogue) -> Json:
    successor = catalogue.agency(agency.successor_id) if agency.successor_id else None
    return {
        "name": agency.name,
        "kind": agency.kind.value,
        "short_name": agency.short_name,
        "aliases": list(agency.aliases),
        "valid_from": to_iso(agency.valid_from),
        "valid_to": to_iso(agency.valid_to),
        "successor": successor.name if successor else None,
    }


def _group_json(group: AgencyGroup, catalogue: AgencyCatalogue) -> Json:
    return {
        "name": group.name,
        "aliases": list(group.aliases),
        "kinds": sorted(kind.value for kind in group.kinds),
        "members": [
            agency.name
            for agency in catalogue.agencies
            if agency.kind in group.kinds or agency.id in group.member_ids
        ],
    }


def _difference_json(difference: Difference) -> Json:
    return {
        "kind": difference.kind.value,
        "place": difference.place,
        "column": difference.column.value if difference.column else None,
        "before": difference.before.text,
        "after": difference.after.text,
    }


def _problem_json(problem: Problem) -> Mapping[str, object]:
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity.value,
        "message": describe_problem(problem),
        "place": describe_place(place),
        "file": place.file,
        "part": place.part,
        "row": place.row,
        "column": place.column,
        "text": problem.text,
    }
