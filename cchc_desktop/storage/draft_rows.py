"""Writes drafted sections and tasks as rows: for import, for pasting rows, for the sample."""

from collections.abc import Sequence

from cchc_desktop.domain.annex_draft import DraftSection, DraftTask
from cchc_desktop.storage.unit_of_work import UnitOfWork


def insert_section(unit: UnitOfWork, plan_id: int, position: int, draft: DraftSection) -> int:
    """Insert a section with all its tasks and return its id."""
    section_id = unit.insert(
        "section", {"plan_id": plan_id, "position": position, "title": draft.title.markup}
    )
    insert_tasks(unit, section_id, None, draft.tasks)
    return section_id


def insert_tasks(
    unit: UnitOfWork, section_id: int, parent_id: int | None, drafts: Sequence[DraftTask]
) -> list[int]:
    """Insert tasks at positions 1, 2, … and return their ids."""
    return [
        insert_task(unit, section_id, parent_id, position, draft)
        for position, draft in enumerate(drafts, 1)
    ]


def insert_task(
    unit: UnitOfWork, section_id: int, parent_id: int | None, position: int, draft: DraftTask
) -> int:
    """Insert a task with its deliverables and sub-tasks and return its id."""
    task_id = unit.insert(
        "task",
        {
            "section_id": section_id,
            "parent_id": parent_id,
            "position": position,
            "content": draft.content.markup,
            "lead": draft.lead.markup,
            "cooperating": draft.cooperating.markup,
            "monitor": draft.monitor.markup,
            "note": draft.note.markup,
            "lead_by_hand": None,
            "cooperating_by_hand": None,
            "monitor_by_hand": None,
        },
    )
    for number, deliverable in enumerate(draft.deliverables, 1):
        unit.insert(
            "deliverable",
            {
                "task_id": task_id,
                "position": number,
                "product": deliverable.product.markup,
                "deadline": deliverable.deadline.markup,
                "deadline_by_hand": None,
            },
        )
    insert_tasks(unit, section_id, task_id, draft.subtasks)
    return task_id
