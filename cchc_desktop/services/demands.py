"""The demands of documents above: what they ask, what answers it, what is met."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.demand import Demand, DemandAnswer, DemandId
from cchc_desktop.domain.demand_coverage import (
    Coverage,
    CoverageAnswer,
    answers_of,
    concerns,
    cover,
)
from cchc_desktop.domain.demand_likeness import Suggestion, suggest
from cchc_desktop.domain.demand_proposal import DemandProposal
from cchc_desktop.domain.demand_reading import read_demands
from cchc_desktop.domain.document_draft import DocumentDraft
from cchc_desktop.domain.errors import InvalidValue, RecordMissing
from cchc_desktop.domain.plan import PlanId, PlanKey, TaskId
from cchc_desktop.domain.plan_text import PassageId
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.domain.vietnamese import comparison_key, one_line
from cchc_desktop.services.plans import PlanService
from cchc_desktop.storage.demand_repository import (
    delete_answers,
    delete_demand,
    demand_ids,
    demand_row,
    insert_answers,
    insert_demands,
    load_demands,
)
from cchc_desktop.storage.document_repository import load_documents
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_order import write_order
from cchc_desktop.storage.plan_text_repository import load_text

_YEARS = range(1990, 2201)
_LONGEST_NAME = 60


class DemandService:
    """What a person can do with demands from above ("yêu cầu của văn bản cấp trên")."""

    def __init__(self, file: OfficeFile, clock: Clock, plans: PlanService) -> None:
        self._file = file
        self._clock = clock
        self._plans = plans

    def all(self) -> tuple[Demand, ...]:
        """Return all demands, document by document in their order."""
        return load_demands(self._file.db)

    def of_document(self, document_id: DocumentId) -> tuple[Demand, ...]:
        """Return the demands of a document in their order."""
        return tuple(demand for demand in self.all() if demand.document_id == document_id)

    def get(self, demand_id: DemandId) -> Demand:
        """Return a demand.

        Raises:
            RecordMissing: There is no such demand (any more).
        """
        for demand in self.all():
            if demand.id == demand_id:
                return demand
        raise RecordMissing(kind="demand", id=demand_id)

    def open_in(self, year: int) -> tuple[Demand, ...]:
        """Return the demands a plan of ``year`` still has to do with.

        They are of documents that bind and are in force, and stay until they are met,
        whatever their milestone.
        """
        binding = {d.id for d in load_documents(self._file.db) if concerns(d, PlanKey(year))}
        return tuple(
            demand
            for demand in self.all()
            if demand.document_id in binding and demand.is_open_in(year)
        )

    def propose(self, draft: DocumentDraft) -> tuple[DemandProposal, ...]:
        """Return what a document that was read asks; nothing is written."""
        return read_demands(draft)

    def add(self, demand: Demand) -> ChangeSet:
        """Add a demand behind those of its document.

        Raises:
            InvalidValue: It says nothing, or its year is out of range.
        """
        return self._insert([_checked(demand)])

    def without_known(self, demands: Sequence[Demand]) -> tuple[Demand, ...]:
        """Return those of the demands that their document has not yet, each of them once.

        For a document that is read again: one is known by its kind, place, words and year.
        """
        known = {_identity(demand) for demand in self.all()}
        new: dict[tuple[object, ...], Demand] = {}
        for demand in demands:
            if _identity(demand) not in known:
                new.setdefault(_identity(demand), demand)
        return tuple(new.values())

    def add_many(self, demands: Sequence[Demand]) -> ChangeSet:
        """Add demands in one step, each behind those of its document.

        What a document has already is not added again.  A document whose demands are followed
        binds the office from then on.

        Raises:
            InvalidValue: One says nothing, or its year is out of range.
            RecordMissing: A document is not in the register (any more).
        """
        return self._insert([_checked(demand) for demand in self.without_known(demands)])

    def _insert(self, checked: Sequence[Demand]) -> ChangeSet:
        documents = {demand.document_id: self._document(demand.document_id) for demand in checked}
        names = "; ".join(document.short_citation for document in documents.values())
        with self._file.transaction("add_demands", count=str(len(checked)), name=names) as step:
            for document_id in documents:
                step.unit.update("registered_document", document_id, {"is_binding": 1})
            insert_demands(step.unit, self._file.db, checked)
        return step.change_set

    def save(self, demand: Demand) -> ChangeSet:
        """Write what a demand says; what answers it is not looked at.

        Raises:
            InvalidValue: It says nothing, or its year is out of range.
        """
        demand = _checked(demand)
        if demand.id is None:
            raise RecordMissing(kind="demand", id=0)
        with self._file.transaction("save_demand", name=_name(demand)) as step:
            step.unit.update("demand", demand.id, demand_row(demand))
        return step.change_set

    def delete(self, demand_ids_: Sequence[DemandId]) -> ChangeSet:
        """Delete demands with their links."""
        with self._file.transaction("delete_demands", count=str(len(demand_ids_))) as step:
            for demand_id in demand_ids_:
                delete_demand(step.unit, self._file.db, demand_id)
        return step.change_set

    def move(self, demand_id: DemandId, after: DemandId | None) -> ChangeSet:
        """Put a demand behind another one of its document, or first."""
        demand = self.get(demand_id)
        ids = [i for i in demand_ids(self._file.db, demand.document_id) if i != demand_id]
        place = ids.index(after) + 1 if after in ids else 0
        ids.insert(place, demand_id)
        with self._file.transaction("move_demand", name=_name(demand)) as step:
            write_order(step.unit, "demand", ids)
        return step.change_set

    def mark_met(self, demand_id: DemandId, day: date, note: str = "") -> ChangeSet:
        """Record that a demand is met.

        Raises:
            InvalidValue: The day is still to come.
        """
        if day > today(self._clock):
            raise InvalidValue(field="met_on", value=f"{day:%d/%m/%Y}")
        demand = self.get(demand_id)
        with self._file.transaction("meet_demand", name=_name(demand)) as step:
            values = {"met_on": day.isoformat(), "met_note": one_line(note)}
            step.unit.update("demand", demand_id, values)
        return step.change_set

    def reopen(self, demand_id: DemandId) -> ChangeSet:
        """Take back that a demand is met."""
        demand = self.get(demand_id)
        with self._file.transaction("reopen_demand", name=_name(demand)) as step:
            step.unit.update("demand", demand_id, {"met_on": None, "met_note": ""})
        return step.change_set

    def link(
        self,
        demand_id: DemandId,
        plan_id: PlanId,
        task_ids: Sequence[TaskId] = (),
        passage_ids: Sequence[PassageId] = (),
    ) -> ChangeSet:
        """Record that tasks and passages of a plan answer a demand; known links stay.

        Raises:
            RecordMissing: One of them is not in that plan.
        """
        demand = self.get(demand_id)
        wanted = _answers(plan_id, task_ids, passage_ids)
        known = answers_of(self._plans.load(plan_id), load_text(self._file.db, plan_id))
        for answer in wanted:
            if answer not in known:
                kind = "task" if answer.task_id else "passage"
                raise RecordMissing(kind=kind, id=answer.task_id or answer.passage_id)
        new = [answer for answer in wanted if answer not in demand.answers]
        with self._file.transaction("link_demand", name=_name(demand)) as step:
            insert_answers(step.unit, demand_id, new)
        return step.change_set

    def unlink(
        self,
        demand_id: DemandId,
        plan_id: PlanId,
        task_ids: Sequence[TaskId] = (),
        passage_ids: Sequence[PassageId] = (),
    ) -> ChangeSet:
        """Record that tasks and passages of a plan do not answer a demand after all."""
        demand = self.get(demand_id)
        with self._file.transaction("unlink_demand", name=_name(demand)) as step:
            unwanted = _answers(plan_id, task_ids, passage_ids)
            delete_answers(step.unit, self._file.db, demand_id, unwanted)
        return step.change_set

    def suggest_answers(self, demand_id: DemandId, plan_id: PlanId) -> tuple[Suggestion, ...]:
        """Return what of a plan may answer a demand, the likeliest first; links are left out."""
        demand = self.get(demand_id)
        plan = self._plans.load(plan_id)
        candidates = answers_of(plan, load_text(self._file.db, plan_id))
        return suggest(
            demand.text.text,
            [item for key, item in candidates.items() if key not in demand.answers],
        )

    def possible_answers(self, plan_id: PlanId) -> tuple[CoverageAnswer, ...]:
        """Return all in a plan that can answer a demand: its tasks, then its passages."""
        plan = self._plans.load(plan_id)
        return tuple(answers_of(plan, load_text(self._file.db, plan_id)).values())

    def coverage(self, plan_id: PlanId) -> Coverage:
        """Return how a plan stands to all that is asked of its time."""
        return cover(
            self._plans.load(plan_id),
            load_text(self._file.db, plan_id),
            load_documents(self._file.db),
            self.all(),
            {plan.id: plan.key for plan in self._plans.list()},
        )

    def _document(self, document_id: DocumentId) -> RegisteredDocument:
        for document in load_documents(self._file.db):
            if document.id == document_id:
                return document
        raise RecordMissing(kind="registered_document", id=document_id)


def _identity(demand: Demand) -> tuple[object, ...]:
    return (
        demand.document_id,
        demand.kind,
        demand.place,
        comparison_key(demand.text.text),
        demand.milestone,
    )


def _checked(demand: Demand) -> Demand:
    if not demand.text:
        raise InvalidValue(field="demand_text", value="")
    if demand.milestone is not None and demand.milestone not in _YEARS:
        raise InvalidValue(field="demand_milestone", value=str(demand.milestone))
    return replace(
        demand,
        place=one_line(demand.place),
        deadline=one_line(demand.deadline),
        agencies=one_line(demand.agencies),
        met_note=one_line(demand.met_note),
    )


def _answers(
    plan_id: PlanId, task_ids: Sequence[TaskId], passage_ids: Sequence[PassageId]
) -> tuple[DemandAnswer, ...]:
    tasks = (DemandAnswer(plan_id, task_id=task_id) for task_id in task_ids)
    passages = (DemandAnswer(plan_id, passage_id=passage_id) for passage_id in passage_ids)
    return (*tasks, *passages)


def _name(demand: Demand) -> str:
    words = one_line(demand.text.text)
    return words if len(words) <= _LONGEST_NAME else words[: _LONGEST_NAME - 1].rstrip() + "…"
