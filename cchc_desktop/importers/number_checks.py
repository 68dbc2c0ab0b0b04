"""Looks at the numbers of an annex as a whole: their manner, gaps and repetitions."""

from collections.abc import Sequence

from cchc_desktop.domain.numbering import parse_point_letter
from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.problem import Problem, Severity
from cchc_desktop.importers.building import SectionBuilder, TaskBuilder
from cchc_desktop.importers.problem_codes import ProblemCode
from cchc_desktop.importers.row_number import Level, RowNumber


def task_numbering(sections: Sequence[SectionBuilder]) -> TaskNumbering:
    """Return whether tasks are numbered anew in each section or through the whole annex."""
    votes = 0
    last: int | None = None
    for section in sections:
        positions = [p for p in map(_task_position, section.tasks) if p is not None]
        if not positions:
            continue
        if last is not None:
            votes += 1 if positions[0] > 1 and positions[0] >= last else -1
        last = positions[-1]
    return TaskNumbering.CONTINUOUS if votes > 0 else TaskNumbering.PER_SECTION


def check_numbers(sections: Sequence[SectionBuilder]) -> list[Problem]:
    """Return a problem for each number that does not follow the one before it."""
    problems: list[Problem] = []
    is_continuous = task_numbering(sections) is TaskNumbering.CONTINUOUS
    problems += _check_sequence([s for s in sections if s.number and s.number.position])
    tasks: list[TaskBuilder] = []
    for section in sections:
        if not is_continuous:
            tasks = []
        tasks += [task for task in section.tasks if _task_position(task) is not None]
        if not is_continuous:
            problems += _check_sequence(tasks)
        for task in section.tasks:
            problems += _check_sequence([s for s in task.subtasks if _point(s.number)])
    if is_continuous:
        problems += _check_sequence(tasks)
    return problems


def _check_sequence(items: Sequence[SectionBuilder] | Sequence[TaskBuilder]) -> list[Problem]:
    problems = []
    before, before_text = 0, ""
    for item in items:
        number = item.number
        if number is None or number.position is None:
            continue
        if number.position != before + 1:
            problems.append(_out_of_sequence(item, number, before, before_text))
        before, before_text = number.position, number.text
    return problems


def _out_of_sequence(
    item: SectionBuilder | TaskBuilder, number: RowNumber, before: int, before_text: str
) -> Problem:
    code, severity = ProblemCode.NUMBER_JUMPS, Severity.NOTICE
    params = {"previous": before_text, "number": number.text}
    if not before_text:
        code = ProblemCode.NUMBER_STARTS_LATE
        del params["previous"]
    elif before and number.position is not None and number.position <= before:
        code, severity = ProblemCode.NUMBER_REPEATED, Severity.CHECK
    return Problem(code, severity, item.place, _words(item), params)


def _words(item: SectionBuilder | TaskBuilder) -> str:
    wording = item.title if isinstance(item, SectionBuilder) else item.content
    return wording.tail


def _task_position(task: TaskBuilder) -> int | None:
    number = task.number
    return number.position if number and number.level is Level.TASK else None


def _point(number: RowNumber | None) -> bool:
    return bool(
        number
        and number.level is Level.SUBTASK
        and not number.parent
        and number.position
        and parse_point_letter(number.text.strip("().:/-]")) is not None
    )
