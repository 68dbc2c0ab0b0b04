"""Finds every year that changes when a plan and its text are carried to another year."""

from collections.abc import Iterator, Sequence

from cchc_desktop.domain.carry_over import (
    CarriedField,
    CarriedPlace,
    ProposedChange,
    task_names,
)
from cchc_desktop.domain.plan import Plan, PlanTask, TaskId
from cchc_desktop.domain.plan_text import PlanDocument, PlanText
from cchc_desktop.domain.year_shift import YearShift, deadline_shifts, to_year, year_shifts

_Words = tuple[CarriedPlace, str, Sequence[YearShift]]


def proposed_changes(
    plan: Plan, text: PlanText, document: PlanDocument, delta: int
) -> tuple[ProposedChange, ...]:
    """Return every year of a plan and its text that moves by ``delta``, in printed order."""
    found: list[ProposedChange] = []
    for place, words, shifts in _places(plan, text, document, delta):
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


def _places(plan: Plan, text: PlanText, document: PlanDocument, delta: int) -> Iterator[_Words]:
    year = plan.year

    def words(place: CarriedPlace, said: str) -> _Words:
        return place, said, year_shifts(said, year, delta)

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
                yield from _of_task(task, top.id, names[task.id], year, delta)


def _of_task(task: PlanTask, counted: TaskId, name: str, year: int, delta: int) -> Iterator[_Words]:
    for kind, row_id, said in (
        (CarriedField.CONTENT, task.id, task.content.text),
        *((CarriedField.PRODUCT, d.id, d.product.text) for d in task.deliverables),
        (CarriedField.NOTE, task.id, task.note.text),
    ):
        place = CarriedPlace(kind, row_id, name, counted)
        yield place, said, year_shifts(said, year, delta)
    for deliverable in task.deliverables:
        place = CarriedPlace(CarriedField.DEADLINE, deliverable.id, name, counted)
        said = deliverable.deadline.text.text
        yield place, said, deadline_shifts(said, year, delta)


def _outside(words: _Words, live: Sequence[tuple[int, int]]) -> _Words:
    """Leave out years in live fields: those follow by themselves."""
    place, said, shifts = words
    kept = [s for s in shifts if not any(a < s.end and s.start < b for a, b in live)]
    return place, said, kept
