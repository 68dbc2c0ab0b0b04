"""Reads plans as snapshots, numbered, with what is understood of each wording."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from cchc_desktop.domain.agency import AgencyReading
from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.deadline import Deadline, DeadlineReading
from cchc_desktop.domain.iso_days import from_iso, to_iso
from cchc_desktop.domain.plan import (
    Assignment,
    Deliverable,
    DeliverableId,
    ParentDocument,
    Plan,
    PlanId,
    PlanSummary,
    PlanTask,
    Section,
    SectionId,
    TaskId,
    TaskNumbering,
    section_number,
    subtask_number,
    task_number,
)
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.storage.by_hand import unpack_agencies, unpack_deadline

_TASKS = """
SELECT task.* FROM task
JOIN section ON section.id = task.section_id
WHERE section.plan_id = ?
ORDER BY task.position, task.id
"""

_DELIVERABLES = """
SELECT deliverable.* FROM deliverable
JOIN task ON task.id = deliverable.task_id
JOIN section ON section.id = task.section_id
WHERE section.plan_id = ?
ORDER BY deliverable.position, deliverable.id
"""

_PLANS = """
SELECT plan.id, plan.year, plan.title, plan_term.last_year,
    (SELECT count(*) FROM task JOIN section ON section.id = task.section_id
     WHERE section.plan_id = plan.id AND task.parent_id IS NULL) AS task_count
FROM plan LEFT JOIN plan_term ON plan_term.plan_id = plan.id
ORDER BY coalesce(plan_term.last_year, plan.year) DESC, plan.year DESC
"""


@dataclass(frozen=True, slots=True)
class Understanding:
    """How wordings are read: given to the repository, so that it knows no rules.

    Attributes:
        agencies: Whom a wording names.
        deadline: What a deadline's wording means.
    """

    agencies: Callable[[str], AgencyReading]
    deadline: Callable[[str], DeadlineReading]


def list_plans(db: Database) -> tuple[PlanSummary, ...]:
    """Return all plans, the latest year first; at its last year a plan for several years."""
    return tuple(
        PlanSummary(
            PlanId(row["id"]), row["year"], row["title"], row["task_count"], row["last_year"]
        )
        for row in db.query(_PLANS)
    )


def plan_row(plan: Plan) -> Row:
    """Return the plan itself as a row, without id and sections."""
    parent = plan.parent_document
    return {
        "year": plan.year,
        "title": plan.title,
        "annex_number": plan.annex_number,
        "parent_type": parent.type_name,
        "parent_number": parent.number,
        "parent_symbol": parent.symbol,
        "parent_issued_on": to_iso(parent.issued_on),
        "parent_issuer": parent.issuer,
        "task_numbering": plan.task_numbering.value,
    }


def term_row(plan: Plan) -> Row:
    """Return the years of a plan for several years as a row, without id and plan."""
    return {"last_year": plan.last_year, "milestones": json.dumps(plan.milestones)}


def find_plan_row(db: Database, plan_id: PlanId) -> Mapping[str, Any] | None:
    """Return the plan's own row, or None."""
    return next(iter(db.query("SELECT * FROM plan WHERE id = ?", [plan_id])), None)


def load_plan(db: Database, row: Mapping[str, Any], understanding: Understanding) -> Plan:
    """Return the whole plan whose own row is ``row``."""
    plan_id = PlanId(row["id"])
    products: dict[int, list[Deliverable]] = {}
    for product in db.query(_DELIVERABLES, [plan_id]):
        products.setdefault(product["task_id"], []).append(_deliverable(product, understanding))
    by_parent: dict[tuple[int, int | None], list[dict[str, Any]]] = {}
    for task in db.query(_TASKS, [plan_id]):
        by_parent.setdefault((task["section_id"], task["parent_id"]), []).append(task)

    def subtasks(task: Mapping[str, Any]) -> tuple[PlanTask, ...]:
        rows = by_parent.get((task["section_id"], task["id"]), ())
        return tuple(
            _task(sub, subtask_number(n), products, (), understanding)
            for n, sub in enumerate(rows, 1)
        )

    terms = db.query("SELECT * FROM plan_term WHERE plan_id = ?", [plan_id])
    term = next(iter(terms), None)
    numbering = TaskNumbering(row["task_numbering"])
    sections = []
    counted = 0
    titled = 0
    for section in db.query(
        "SELECT * FROM section WHERE plan_id = ? ORDER BY position, id", [plan_id]
    ):
        rows = by_parent.get((section["id"], None), [])
        first = counted + 1 if numbering is TaskNumbering.CONTINUOUS else 1
        tasks = tuple(
            _task(task, task_number(n), products, subtasks(task), understanding)
            for n, task in enumerate(rows, first)
        )
        counted += len(rows)
        titled += bool(section["title"])
        number = section_number(titled) if section["title"] else ""
        title = RichText.from_markup(section["title"])
        sections.append(Section(SectionId(section["id"]), number, title, tasks))
    return Plan(
        id=plan_id,
        year=row["year"],
        title=row["title"],
        annex_number=row["annex_number"],
        parent_document=ParentDocument(
            type_name=row["parent_type"],
            number=row["parent_number"],
            symbol=row["parent_symbol"],
            issued_on=from_iso(row["parent_issued_on"]),
            issuer=row["parent_issuer"],
        ),
        task_numbering=numbering,
        sections=tuple(sections),
        last_year=term["last_year"] if term else None,
        milestones=tuple(json.loads(term["milestones"])) if term else (),
    )


def _task(
    row: Mapping[str, Any],
    number: str,
    products: Mapping[int, list[Deliverable]],
    subtasks: tuple[PlanTask, ...],
    understanding: Understanding,
) -> PlanTask:
    return PlanTask(
        id=TaskId(row["id"]),
        number=number,
        content=RichText.from_markup(row["content"]),
        deliverables=tuple(products.get(row["id"], ())),
        lead=_assignment(row, "lead", understanding),
        cooperating=_assignment(row, "cooperating", understanding),
        monitor=_assignment(row, "monitor", understanding),
        note=RichText.from_markup(row["note"]),
        subtasks=subtasks,
    )


def _assignment(row: Mapping[str, Any], role: str, understanding: Understanding) -> Assignment:
    text = RichText.from_markup(row[role])
    by_hand = row[f"{role}_by_hand"]
    if by_hand is not None:
        return Assignment(text, unpack_agencies(by_hand), is_set_by_hand=True)
    return Assignment(text, understanding.agencies(text.text))


def _deliverable(row: Mapping[str, Any], understanding: Understanding) -> Deliverable:
    text = RichText.from_markup(row["deadline"])
    by_hand = row["deadline_by_hand"]
    reading = understanding.deadline(text.text) if by_hand is None else unpack_deadline(by_hand)
    return Deliverable(
        DeliverableId(row["id"]),
        RichText.from_markup(row["product"]),
        Deadline(text, reading, is_set_by_hand=by_hand is not None),
    )
