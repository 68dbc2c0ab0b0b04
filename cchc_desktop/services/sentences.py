"""What the program says about errors and steps, in Vietnamese, written once.

An error's sentence says what happened, where, and what to do; ``test_sentences.py``
sees that every error has one and that there is none without an error.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.services.error_sentences import (
    COLUMNS,
    ERRORS,
    FIELDS,
    KINDS,
    PERIODS,
    REASONS,
)
from cchc_desktop.services.problem_sentences import PROBLEMS, SEVERITIES
from cchc_desktop.services.step_sentences import STEPS

_PLANS = ("year", "plan", "source", "target")
"""The parameters by which steps and errors name plans."""


@dataclass(frozen=True, slots=True)
class ErrorText:
    """An error in words.

    Attributes:
        what: What happened.
        where: The file or place concerned, or "".
        remedy: What to do about it.
    """

    what: str
    where: str
    remedy: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.where, self.remedy) if part)


class _Blanks(dict[str, str]):
    """Leaves a blank that nobody filled empty instead of failing while reporting an error."""

    def __missing__(self, key: str) -> str:
        return ""


def describe_error(error: BaseException) -> ErrorText:
    """Return an error in words; what is not ours counts as unexpected."""
    if not isinstance(error, CchcError):
        return ErrorText(*ERRORS["unexpected"])
    params = _with_terms({name: str(value) for name, value in error.params.items()})
    for name in ("expected", "found"):
        params[name] = KINDS.get(params.get(name, ""), params.get(name, ""))
    params["field"] = FIELDS.get(params.get("field", ""), params.get("field", ""))
    params["reason"] = REASONS.get(params.get("reason", ""), params.get("reason", ""))
    if "year" in params and params.get("period") in PERIODS:
        params["period"] = _period(params["period"], params["year"])
    if error.code == "file_held":
        params["since"] = _moment(params.get("since", ""))
        params["user"] = params.get("user") or "người khác"
        params["host"] = params.get("host") or "khác"
    code = f"{error.code}.stale" if error.params.get("is_stale") else error.code
    blanks = _Blanks(params)
    what, where, remedy = (part.format_map(blanks) for part in ERRORS[code])
    if not params.get("file"):
        where = "" if "{file}" in ERRORS[code][1] else where
    return ErrorText(what, where, remedy)


def _period(code: str, year: str) -> str:
    """Return a period's title as ``ReportingPeriod.title`` gives it."""
    name = PERIODS[code]
    return f"{name} {year}" if name.endswith("năm") else f"{name} năm {year}"


def _moment(stamp: str) -> str:
    """Return a lock's moment as officers write it; what is no moment stays as it is."""
    try:
        return datetime.fromisoformat(stamp).strftime("%H:%M ngày %d/%m/%Y")
    except ValueError:
        return stamp


def describe_step(label: str, params: Mapping[str, str]) -> str:
    """Return in words what a step of the history did."""
    return STEPS[label].format_map(_Blanks(_with_terms(params)))


def _with_terms(params: Mapping[str, str]) -> dict[str, str]:
    """Say "2025" as "năm 2025" and "2021-2025" as "giai đoạn 2021 - 2025" where a plan is meant.

    What is kept of a step or an error is the short form; ``year`` stays as it is and gives the
    ``term`` beside it.
    """
    said = dict(params)
    for name in _PLANS:
        key = PlanKey.parse(params.get(name, ""))
        if key is not None:
            said["term" if name == "year" else name] = key.term
    return said


def describe_problem(problem: Problem) -> str:
    """Return in words what an import says about one place of the document."""
    params = dict(problem.params)
    for name in ("expected", "found"):
        params[name] = KINDS.get(params.get(name, ""), params.get(name, ""))
    params["column"] = COLUMNS.get(params.get("column", ""), params.get("column", ""))
    return PROBLEMS[problem.code].format_map(_Blanks(params))


def describe_place(place: Place) -> str:
    """Return where something stands: "tệp.xlsx, trang tính Phụ lục, dòng 12, cột D"."""
    parts = [place.file, f"trang tính {place.part}" if place.is_sheet else place.part]
    if place.row is not None:
        parts.append(f"dòng {place.row}")
    if place.column is not None:
        name = _column_letters(place.column) if place.is_sheet else str(place.column)
        parts.append(f"cột {name}")
    return ", ".join(part for part in parts if part)


def _column_letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def describe_severity(severity: Severity) -> str:
    """Return a grade of problems in words."""
    return SEVERITIES[severity]
