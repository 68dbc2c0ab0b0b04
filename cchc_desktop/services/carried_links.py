"""Carries along what answers the demands from above when a plan is carried over."""

from collections.abc import Mapping

from cchc_desktop.domain.demand import Demand, DemandAnswer
from cchc_desktop.domain.demand_coverage import concerns
from cchc_desktop.domain.plan import PlanId, PlanKey, TaskId
from cchc_desktop.domain.plan_text import PassageId, PlanText
from cchc_desktop.storage.demand_repository import insert_answers, load_demands
from cchc_desktop.storage.document_repository import load_documents
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.unit_of_work import UnitOfWork


def carry_links(
    file: OfficeFile,
    unit: UnitOfWork,
    source: PlanId,
    target: tuple[PlanId, PlanKey],
    tasks: Mapping[TaskId, TaskId],
    passages: Mapping[PassageId, PassageId],
) -> None:
    """Let what was carried answer in the later plan what it answered in the earlier one.

    Only demands that the later plan still has to do with are linked again.

    Args:
        file: The data file.
        unit: The step that writes the later plan.
        source: The earlier plan.
        target: The later plan.
        tasks: Each carried task with the one that carries it on.
        passages: Likewise of the text.
    """
    plan_id, key = target
    binding = {document.id for document in load_documents(file.db) if concerns(document, key)}
    for demand in load_demands(file.db):
        if demand.id is None or demand.document_id not in binding:
            continue
        if demand.is_open_in(key.year):
            insert_answers(unit, demand.id, _carried(demand, source, plan_id, tasks, passages))


def same_passages(before: PlanText, after: PlanText) -> dict[PassageId, PassageId]:
    """Return the passages of two texts of one shape, each with its place-mate."""
    pairs = zip(before.passages(), after.passages(), strict=True)
    return {old.id: new.id for (_, old), (_, new) in pairs if old.id and new.id}


def _carried(
    demand: Demand,
    source: PlanId,
    target: PlanId,
    tasks: Mapping[TaskId, TaskId],
    passages: Mapping[PassageId, PassageId],
) -> list[DemandAnswer]:
    found = []
    for answer in demand.answers:
        if answer.plan_id != source:
            continue
        task = tasks.get(answer.task_id) if answer.task_id else None
        passage = passages.get(answer.passage_id) if answer.passage_id else None
        if task or passage:
            found.append(DemandAnswer(target, task, passage))
    return found
