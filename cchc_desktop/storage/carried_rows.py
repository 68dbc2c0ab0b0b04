"""Writes the rows of a plan that is carried to another year, from the rows of the earlier one.

Columns that nothing here names are copied as they are.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlite_utils import Database

from cchc_desktop.domain.deadline import DeadlineReading, Milestone
from cchc_desktop.domain.plan import Deliverable, PlanTask, TaskId
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.storage.by_hand import pack_deadline
from cchc_desktop.storage.plan_order import referring_ids
from cchc_desktop.storage.unit_of_work import UnitOfWork


@dataclass(frozen=True)
class CarriedWords:
    """What the later rows say instead of the earlier ones.

    Attributes:
        content: Of a task.
        note: Of a task.
        product: Of a product.
        deadline: Of a product: the wording.
        meaning: Of a product: what was set by hand, or None for what the words say.
    """

    content: Callable[[PlanTask], RichText]
    note: Callable[[PlanTask], RichText]
    product: Callable[[Deliverable], RichText]
    deadline: Callable[[Deliverable], RichText]
    meaning: Callable[[Deliverable], DeadlineReading | None]


@dataclass(frozen=True, slots=True)
class TaskSpot:
    """Where a carried task is written."""

    section_id: int
    position: int
    parent_id: int | None = None


def carry_task(
    unit: UnitOfWork, db: Database, task: PlanTask, spot: TaskSpot, words: CarriedWords
) -> Mapping[TaskId, TaskId]:
    """Write a task with its sub-tasks and products, inside a step.

    Returns:
        By the earlier task: the later one, sub-tasks too.
    """
    row = unit.get("task", task.id)
    row.pop("id")
    row |= {
        "section_id": spot.section_id,
        "parent_id": spot.parent_id,
        "position": spot.position,
        "content": words.content(task).markup,
        "note": words.note(task).markup,
    }
    task_id = TaskId(unit.insert("task", row))
    for following in referring_ids(db, "task_following", "task_id", task.id):
        kept = unit.get("task_following", following)
        unit.insert("task_following", {"task_id": task_id, "mode": kept["mode"]})
    for position, deliverable in enumerate(task.deliverables, 1):
        meaning = words.meaning(deliverable)
        kept = unit.get("deliverable", deliverable.id)
        kept.pop("id")
        kept |= {
            "task_id": task_id,
            "position": position,
            "product": words.product(deliverable).markup,
            "deadline": words.deadline(deliverable).markup,
            "deadline_by_hand": None if meaning is None else pack_deadline(meaning),
        }
        unit.insert("deliverable", kept)
    made = {task.id: task_id}
    for position, subtask in enumerate(task.subtasks, 1):
        below = TaskSpot(spot.section_id, position, task_id)
        made |= carry_task(unit, db, subtask, below, words)
    return made


def moved_reading(reading: DeadlineReading, delta: int) -> DeadlineReading:
    """Return a deadline's meaning moved by whole years; the event of another year is forgotten."""
    milestones = tuple(
        Milestone(_moved(m.due, delta), _moved(m.start, delta) if m.start else None)
        for m in reading.milestones
    )
    return replace(reading, milestones=milestones, event_date=None)


def _moved(day: date, delta: int) -> date:
    try:
        return day.replace(year=day.year + delta)
    except ValueError:
        # 29 February of a year that has none.
        return day.replace(year=day.year + delta, day=28)
