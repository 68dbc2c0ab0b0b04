"""What the commands about returns say as JSON."""

from datetime import date
from pathlib import Path

from cchc_desktop.domain.agency_return import ReturnValue
from cchc_desktop.domain.problem import Problem
from cchc_desktop.domain.return_comparison import CollectionPreview, ReturnChange
from cchc_desktop.services.sentences import describe_error, describe_place, describe_problem


def collection_json(
    preview: CollectionPreview,
    undecided: tuple[ReturnChange, ...],
    copies: dict[int, Path],
    *,
    is_written: bool,
) -> object:
    """Return what collecting found, file by file, cell by cell."""
    waiting = {change.key for change in undecided}
    return {
        "year": preview.period.year,
        "period": preview.period.code,
        "written": is_written,
        "undecided": len(undecided),
        "files": [
            {
                "file": item.path,
                "agency": item.agency_name,
                "status": item.status.value,
                "error": None
                if item.error is None
                else {"code": item.error.code, "text": str(describe_error(item.error))},
                "annotated": str(copies[item.index]) if item.index in copies else None,
                "changes": [
                    _change_json(change, is_undecided=change.key in waiting)
                    for change in item.changes
                ],
                "problems": [_problem_json(problem) for problem in item.problems],
            }
            for item in preview.files
        ],
    }


def _change_json(change: ReturnChange, *, is_undecided: bool) -> object:
    return {
        "task": change.number,
        "content": change.content,
        "field": change.key.field.value,
        "kind": change.kind.value,
        "recorded": _json_value(change.recorded),
        "returned": _json_value(change.returned),
        "made_from": _json_value(change.made_from),
        "undecided": is_undecided,
        "place": describe_place(change.place),
    }


def _problem_json(problem: Problem) -> object:
    place = problem.place
    return {
        "code": str(problem.code),
        "severity": problem.severity.value,
        "sheet": place.part,
        "row": place.row,
        "column": place.column,
        "text": problem.text,
        "message": describe_problem(problem),
    }


def _json_value(value: ReturnValue) -> str | int | None:
    return value.isoformat() if isinstance(value, date) else value
