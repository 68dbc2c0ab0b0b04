"""Reads and writes the demands of documents above, and what answers them."""

from collections.abc import Sequence

from sqlite_utils import Database

from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.demand import Demand, DemandAnswer, DemandId, DemandKind
from cchc_desktop.domain.iso_days import from_iso, to_iso
from cchc_desktop.domain.plan import PlanId, TaskId
from cchc_desktop.domain.plan_text import PassageId
from cchc_desktop.domain.registered_document import DocumentId
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.storage.plan_order import delete_referring
from cchc_desktop.storage.unit_of_work import UnitOfWork


def load_demands(db: Database) -> tuple[Demand, ...]:
    """Return all demands with their answers, document by document in their order."""
    answers: dict[int, list[DemandAnswer]] = {}
    for row in db.query("SELECT * FROM demand_answer ORDER BY id"):
        answers.setdefault(row["demand_id"], []).append(
            DemandAnswer(
                PlanId(row["plan_id"]),
                TaskId(row["task_id"]) if row["task_id"] else None,
                PassageId(row["passage_id"]) if row["passage_id"] else None,
            )
        )
    return tuple(
        Demand(
            document_id=DocumentId(row["document_id"]),
            kind=DemandKind(row["kind"]),
            text=RichText.from_markup(row["text"]),
            place=row["place"],
            milestone=row["milestone"],
            deadline=row["deadline"],
            agencies=row["agencies"],
            met_on=from_iso(row["met_on"]),
            met_note=row["met_note"],
            answers=tuple(answers.get(row["id"], ())),
            id=DemandId(row["id"]),
        )
        for row in db.query("SELECT * FROM demand ORDER BY document_id, position, id")
    )


def demand_row(demand: Demand) -> Row:
    """Return a demand as a row, without its id, place in the list, and answers."""
    return {
        "document_id": demand.document_id,
        "kind": demand.kind.value,
        "place": demand.place,
        "text": demand.text.markup,
        "milestone": demand.milestone,
        "deadline": demand.deadline,
        "agencies": demand.agencies,
        "met_on": to_iso(demand.met_on),
        "met_note": demand.met_note,
    }


def demand_ids(db: Database, document_id: DocumentId) -> list[int]:
    """Return the demands of a document in their order."""
    sql = "SELECT id FROM demand WHERE document_id = ? ORDER BY position, id"
    return [int(row[0]) for row in db.execute(sql, [document_id])]


def insert_demands(unit: UnitOfWork, db: Database, demands: Sequence[Demand]) -> list[DemandId]:
    """Write demands behind those of their documents, inside a step, and return their ids."""
    written = []
    lengths: dict[DocumentId, int] = {}
    for demand in demands:
        known = lengths.setdefault(demand.document_id, len(demand_ids(db, demand.document_id)))
        row = {**demand_row(demand), "position": known + 1}
        lengths[demand.document_id] = known + 1
        demand_id = DemandId(unit.insert("demand", row))
        insert_answers(unit, demand_id, demand.answers)
        written.append(demand_id)
    return written


def insert_answers(unit: UnitOfWork, demand_id: DemandId, answers: Sequence[DemandAnswer]) -> None:
    """Write what answers a demand, inside a step."""
    for answer in answers:
        unit.insert(
            "demand_answer",
            {
                "demand_id": demand_id,
                "plan_id": answer.plan_id,
                "task_id": answer.task_id,
                "passage_id": answer.passage_id,
            },
        )


def delete_answers(
    unit: UnitOfWork, db: Database, demand_id: DemandId, answers: Sequence[DemandAnswer]
) -> None:
    """Delete some of what answers a demand, inside a step."""
    rows = list(db.query("SELECT * FROM demand_answer WHERE demand_id = ?", [demand_id]))
    for row in rows:
        found = DemandAnswer(row["plan_id"], row["task_id"], row["passage_id"])
        if found in answers:
            unit.delete("demand_answer", row["id"])


def delete_demand(unit: UnitOfWork, db: Database, demand_id: DemandId) -> None:
    """Delete a demand with what answers it, inside a step."""
    delete_referring(unit, db, "demand_answer", "demand_id", demand_id)
    unit.delete("demand", demand_id)
