"""Finds every year that changes when a plan and its text are carried to another year."""

from collections.abc import Iterator, Sequence

from cchc_desktop.domain.carry_over import (
    CarriedField,
    CarriedPlace,
    ProposedChange,
    task_names,
)
from cchc_desktop.domain.plan import Plan, PlanKey, PlanTask, TaskId
from cchc_desktop.domain.plan_text import PlanDocument, PlanText
from cchc_desktop.domain.year_shift import (
    ShiftReason,
    YearShift,
    deadline_shifts,
    term_shifts,
    to_year,
    year_shifts,
)

_Words = tuple[CarriedPlace, str, Sequence[YearShift]]


def proposed_changes(
    plan: Plan, text: PlanText, document: PlanDocument, target: PlanKey
) -> tuple[ProposedChange, ...]:
    """Return every year of a plan and its text that moves with it, in printed order."""
    found: list[ProposedChange] = []
    for place, words, shifts in _places(plan, text, document, target):
        for shift in shifts:
            found.append(ProposedChange(len(found) + 1, place, words, shift))
    return tuple(found)


def changes_to_year(plan: Plan, year: int) -> tuple[ProposedChange, ...]:
    """Return the deadlines of a plan for several years that could become those of a year."""
    names = task_names(plan)
    found: list[ProposedChange] = []
    for section in plan.sections:
        for top in section.tasks:
            for task in (top, *top.subtasks):
                for deliverable in task.deliverables:
                    said = deliverable.deadline.text.text
                    field_ = CarriedField.DEADLINE
                    place = CarriedPlace(field_, deliverable.id, names[task.id], top.id)
                    for shift in to_year(said, year):
                        found.append(ProposedChange(len(found) + 1, place, said, shift))
    return tuple(found)


def _places(
    plan: Plan, text: PlanText, document: PlanDocument, target: PlanKey
) -> Iterator[_Words]:
    def words(place: CarriedPlace, said: str) -> _Words:
        return _moving(plan, target, place, said)

    yield words(CarriedPlace(CarriedField.PLAN_TITLE, 0), plan.title)
    for part in text.parts:
        live = [(mark.start, mark.end) for mark in part.title.marks]
        place = CarriedPlace(CarriedField.PART_TITLE, part.id or 0)
        yield _outside(words(place, part.title.text), live)
        for passage in part.passages:
            live = [(mark.start, mark.end) for mark in passage.text.marks]
            place = CarriedPlace(CarriedField.PASSAGE, passage.id or 0, passage.number)
            yield _outside(words(place, passage.text.text), live)
    for index, recipient in enumerate(document.recipients):
        yield words(CarriedPlace(CarriedField.RECIPIENT, index), recipient)
    names = task_names(plan)
    for section in plan.sections:
        place = CarriedPlace(CarriedField.SECTION, section.id, section.number)
        yield words(place, section.title.text)
        for top in section.tasks:
            for task in (top, *top.subtasks):
                for found, said in _cells(task, top.id, names[task.id]):
                    yield words(found, said)


def _cells(task: PlanTask, counted: TaskId, name: str) -> Iterator[tuple[CarriedPlace, str]]:
    for kind, row_id, said in (
        (CarriedField.CONTENT, task.id, task.content.text),
        *((CarriedField.PRODUCT, d.id, d.product.text) for d in task.deliverables),
        (CarriedField.NOTE, task.id, task.note.text),
        *((CarriedField.DEADLINE, d.id, d.deadline.text.text) for d in task.deliverables),
    ):
        yield CarriedPlace(kind, row_id, name, counted), said


def _moving(plan: Plan, target: PlanKey, place: CarriedPlace, said: str) -> _Words:
    """Return the years that move in a wording; a plan's own span of years is sure in titles."""
    find = deadline_shifts if place.field is CarriedField.DEADLINE else year_shifts
    shifts = find(said, plan.year, target.year - plan.year)
    if plan.last_year is not None and target.last_year is not None:
        is_title = place.field in (CarriedField.PLAN_TITLE, CarriedField.PART_TITLE)
        reason = ShiftReason.PLAN_YEAR if is_title else ShiftReason.WHOLE_PERIOD
        term, later = (plan.year, plan.last_year), (target.year, target.last_year)
        spans = term_shifts(said, term, later, reason)
        shifts = tuple(sorted((*shifts, *spans), key=lambda shift: shift.start))
    return place, said, shifts


def _outside(words: _Words, live: Sequence[tuple[int, int]]) -> _Words:
    """Leave out years in live fields: those follow by themselves."""
    place, said, shifts = words
    kept = [s for s in shifts if not any(a < s.end and s.start < b for a, b in live)]
    return place, said, kept
