"""What the commands about carrying plans over print as JSON."""

from collections.abc import Iterable

from cchc_desktop.domain.carry_over import (
    CarriedTask,
    CarryOverChoice,
    CarryOverProposal,
    ProposedChange,
    ProposedTarget,
)
from cchc_desktop.domain.plan import PlanSummary
from cchc_desktop.domain.task_lineage import LineageStep, TaskLineage


def proposal_json(
    proposal: CarryOverProposal, choice: CarryOverChoice, *, is_written: bool
) -> dict[str, object]:
    """Return a proposal with what of it is accepted."""
    return {
        "source": str(proposal.source),
        "target": str(proposal.target),
        "written": is_written,
        "tasks": [_task(carried, choice) for carried in proposal.tasks],
        "changes": [_change(change, choice) for change in proposal.changes],
        "targets": [_target(target, choice) for target in proposal.targets],
    }


def lineage_json(lineage: TaskLineage) -> dict[str, object]:
    """Return the line of a task, each way the nearest year first."""
    return {"origins": _steps(lineage.origins), "followers": _steps(lineage.followers)}


def plans_json(plans: Iterable[PlanSummary]) -> list[dict[str, object]]:
    """Return a list of plans."""
    return [
        {
            "year": str(plan.key),
            "first_year": plan.year,
            "last_year": plan.last_year,
            "title": plan.title,
            "tasks": plan.task_count,
        }
        for plan in plans
    ]


def _task(carried: CarriedTask, choice: CarryOverChoice) -> dict[str, object]:
    task_id = carried.task.id
    return {
        "task": carried.name,
        "content": carried.task.content.text,
        "ground": carried.ground.value,
        "state": carried.verdict.state.value if carried.verdict else None,
        "reason": carried.reason.value,
        "accepted": task_id in choice.tasks,
        "note": choice.notes.get(task_id, "") if task_id in choice.tasks else "",
    }


def _change(change: ProposedChange, choice: CarryOverChoice) -> dict[str, object]:
    place = change.place
    is_carried = place.task_id is None or place.task_id in choice.tasks
    return {
        "number": change.number,
        "field": place.field.value,
        "place": place.name,
        "before": change.text,
        "after": change.after,
        "start": change.shift.start,
        "end": change.shift.end,
        "reason": change.shift.reason.value,
        "accepted": is_carried and change.number in choice.changes,
    }


def _target(target: ProposedTarget, choice: CarryOverChoice) -> dict[str, object]:
    return {
        "number": target.number,
        "place": target.name,
        "text": target.text,
        "accepted": target.number in choice.targets,
    }


def _steps(steps: Iterable[LineageStep]) -> list[dict[str, object]]:
    return [
        {
            "plan": step.plan_term,
            "task": step.place.removesuffix(")"),
            "content": step.content,
            "reason": step.reason.value,
            "exists": step.plan_id is not None,
        }
        for step in steps
    ]
