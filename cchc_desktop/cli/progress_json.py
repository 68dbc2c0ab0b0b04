"""How work stands as JSON: the stable form that scripts rely on."""

from collections.abc import Mapping
from typing import Any

from cchc_desktop.domain.agency import AgencyCatalogue, AgencyId
from cchc_desktop.domain.iso_days import to_iso
from cchc_desktop.domain.plan_rows import RowKind, plan_rows
from cchc_desktop.domain.progress import Evidence, Progress
from cchc_desktop.domain.progress_state import ProgressState, Verdict
from cchc_desktop.domain.progress_summary import DueWork, StateCounts
from cchc_desktop.domain.tracking import TrackedState
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.progress_sentences import STATES, describe_verdict

Json = dict[str, Any]


def board_head_json(board: ProgressBoard) -> Json:
    """Return which plan, period and day something is about."""
    return {
        "year": board.plan.year,
        "period": board.period.key.code,
        "title": board.period.title,
        "day": board.day.isoformat(),
    }


def task_names(board: ProgressBoard) -> Mapping[int, str]:
    """Return each task by its id as an officer names it: "II.3.a)"."""
    return {
        row.task.id: row.place_name
        for row in plan_rows(board.plan)
        if row.task is not None and row.key.kind in (RowKind.TASK, RowKind.SUBTASK)
    }


def state_json(state: TrackedState, names: Mapping[int, str], catalogue: AgencyCatalogue) -> Json:
    """Return a piece of work and how it stands."""
    item = state.item
    return {
        "task": names[item.task.id],
        "content": item.task.content.text,
        "product": item.deliverable.product.text if item.deliverable else "",
        "deadline": item.deliverable.deadline.text.text if item.deliverable else "",
        "agency": agency_name(item.agency_id, catalogue),
        "leads": [agency_name(agency_id, catalogue) for agency_id in item.leads],
        **verdict_json(state.verdict),
        "reported": state.is_reported,
        "record": progress_json(state.record) if state.record else None,
        "previous": progress_json(state.previous) if state.previous else None,
    }


def verdict_json(verdict: Verdict) -> Json:
    """Return how something stands, and why."""
    return {
        "state": verdict.state.value,
        "state_name": STATES[verdict.state],
        "why": verdict.why.value,
        "explanation": describe_verdict(verdict),
        "due": to_iso(verdict.due),
        "done_on": to_iso(verdict.done_on),
        "days_late": verdict.days_late,
    }


def progress_json(record: Progress) -> Json:
    """Return a record."""
    return {
        "period": record.key.period.code,
        "statement": record.statement.value if record.statement else None,
        "done_on": to_iso(record.done_on),
        "percent": record.percent,
        "milestones_met": record.milestones_met,
        "result": record.result,
        "difficulties": record.difficulties,
        "proposals": record.proposals,
        "evidence": [evidence_json(evidence) for evidence in record.evidence],
    }


def evidence_json(evidence: Evidence) -> Json:
    """Return a document that proves a result."""
    return {
        "id": evidence.id,
        "number": evidence.number,
        "issued_on": to_iso(evidence.issued_on),
        "issuer": evidence.issuer,
        "subject": evidence.subject,
        "file": evidence.file_name,
        "link": evidence.link,
        "kept": evidence.file_id is not None,
    }


def due_json(work: DueWork, names: Mapping[int, str], catalogue: AgencyCatalogue) -> Json:
    """Return a piece of work with a day that comes soon or has passed."""
    return {
        **state_json(work.state, names, catalogue),
        "due": work.due.isoformat(),
        "days_left": work.days_left,
        "recurring": work.is_turn,
    }


def counts_json(counts: StateCounts) -> Json:
    """Return numbers of tasks by state."""
    return {
        "total": counts.total,
        "applicable": counts.applicable,
        "done": counts.done,
        "done_percent": None if counts.done_percent is None else str(counts.done_percent),
        "states": {state.value: counts.count(state) for state in ProgressState},
    }


def agency_name(agency_id: AgencyId | None, catalogue: AgencyCatalogue) -> str | None:
    """Return an agency's name, or None for no agency."""
    agency = None if agency_id is None else catalogue.agency(agency_id)
    return agency.name if agency else None
