"""Writes the plan that an accepted proposal describes, inside one step."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html import escape

from cchc_desktop.domain.carry_over import (
    CarriedField,
    CarriedTask,
    CarryOverChoice,
    CarryOverProposal,
    task_names,
)
from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.deadline import DeadlineReading
from cchc_desktop.domain.plan import Deliverable, Plan, PlanId, PlanTask, TaskId
from cchc_desktop.domain.plan_fields import with_live_fields
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageKind,
    PlanDocument,
    PlanText,
    TextPart,
    TextPartKind,
)
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.task_origin import TaskOrigin
from cchc_desktop.domain.task_references import follow_tasks
from cchc_desktop.domain.year_shift import shifted
from cchc_desktop.services.carried_links import carry_links, same_passages
from cchc_desktop.services.plan_text_sources import PlanTextSources
from cchc_desktop.services.plans import PlanService, insert_plan
from cchc_desktop.storage.carried_rows import CarriedWords, TaskSpot, carry_task, moved_reading
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_order import delete_plan
from cchc_desktop.storage.plan_repository import plan_row
from cchc_desktop.storage.plan_text_repository import insert_text, load_text, save_plan_document
from cchc_desktop.storage.task_origin_repository import insert_origin
from cchc_desktop.storage.unit_of_work import UnitOfWork

_YEAR_SKELETON = "annual"
_TARGETS = "MỤC TIÊU"


class CarryOverWriter:
    """Writes a later plan from an earlier one ("ghi kế hoạch chuyển tiếp")."""

    def __init__(
        self,
        file: OfficeFile,
        plans: PlanService,
        sources: PlanTextSources,
        proposal: CarryOverProposal,
        choice: CarryOverChoice,
    ) -> None:
        self._file = file
        self._plans = plans
        self._sources = sources
        self._proposal = proposal
        self._choice = choice
        self._made: dict[TaskId, TaskId] = {}

    def write(self, unit: UnitOfWork) -> None:
        """Write the later plan with its tasks, text and the origins of its tasks."""
        plan_id = self._plan(unit)
        by_section: dict[int, list[CarriedTask]] = {}
        for carried in self._proposal.tasks:
            if carried.task.id in self._choice.tasks:
                by_section.setdefault(carried.section.id, []).append(carried)
        for position, section in enumerate(self._proposal.plan.sections, 1):
            title = self._words(CarriedField.SECTION, section.id, section.title)
            row: Row = {"plan_id": plan_id, "position": position, "title": title.markup}
            section_id = unit.insert("section", row)
            for place, carried in enumerate(by_section.get(section.id, ()), 1):
                self._task(unit, carried, TaskSpot(section_id, place))
        self._text(unit, plan_id, self._new_names(plan_id))
        self._links(unit, plan_id)

    def _plan(self, unit: UnitOfWork) -> PlanId:
        """Insert the plan's own row; one of this time that is there holds nothing and goes."""
        target, source = self._proposal.target, self._proposal.plan
        empty = self._plans.find_key(target)
        if empty is not None:
            delete_plan(unit, self._file.db, empty.id)
        milestones = [year + self._proposal.delta for year in source.milestones]
        plan_id = insert_plan(
            self._file, unit, target, milestones=milestones if target.last_year else ()
        )
        made = self._plans.load(plan_id)
        parent = replace(source.parent_document, number="", issued_on=None)
        if self._proposal.is_of_period:
            parent, title = made.parent_document, made.title
        else:
            plain = RichText.plain(source.title)
            title = self._words(CarriedField.PLAN_TITLE, 0, plain).text
        made = replace(
            made,
            title=title,
            annex_number=source.annex_number,
            task_numbering=source.task_numbering,
            parent_document=parent,
        )
        unit.update("plan", plan_id, plan_row(made))
        return plan_id

    def _task(self, unit: UnitOfWork, carried: CarriedTask, spot: TaskSpot) -> None:
        words = CarriedWords(
            content=lambda t: self._words(CarriedField.CONTENT, t.id, t.content),
            note=lambda t: self._note(t, carried),
            product=lambda d: self._words(CarriedField.PRODUCT, d.id, d.product),
            deadline=lambda d: self._words(CarriedField.DEADLINE, d.id, d.deadline.text),
            meaning=self._meaning,
        )
        made = carry_task(unit, self._file.db, carried.task, spot, words)
        self._made |= made
        plan = self._proposal.plan
        names = {carried.task.id: carried.name}
        for subtask in carried.task.subtasks:
            names[subtask.id] = f"{carried.name}.{subtask.number}"
        for earlier, later in made.items():
            insert_origin(
                unit, TaskOrigin(later, earlier, plan.term, names[earlier], carried.reason)
            )

    def _note(self, task: PlanTask, carried: CarriedTask) -> RichText:
        note = self._words(CarriedField.NOTE, task.id, task.note)
        added = self._choice.notes.get(task.id, "") if task.id == carried.task.id else ""
        return note.joined(RichText.plain(added), "; ") if added else note

    def _meaning(self, deliverable: Deliverable) -> DeadlineReading | None:
        """Return what was set by hand, moved with the words; where a year stays, it stays."""
        deadline = deliverable.deadline
        if not deadline.is_set_by_hand:
            return None
        offered = [
            change
            for change in self._proposal.changes
            if (change.place.field, change.place.row_id) == (CarriedField.DEADLINE, deliverable.id)
        ]
        accepted = self._proposal.shifts(CarriedField.DEADLINE, deliverable.id, self._choice)
        is_moved = bool(accepted) or not offered
        return moved_reading(deadline.reading, self._proposal.delta if is_moved else 0)

    def _words(self, field: CarriedField, row_id: int, text: RichText) -> RichText:
        return shifted(text, self._proposal.shifts(field, row_id, self._choice))

    def _new_names(self, plan_id: PlanId) -> dict[str, str]:
        """Return the later place of each task by its earlier one: "II.3" is now "II.2"."""
        later = task_names(self._plans.load(plan_id))
        earlier = task_names(self._proposal.plan)
        return {earlier[old].rstrip(")"): later[new].rstrip(")") for old, new in self._made.items()}

    def _text(self, unit: UnitOfWork, plan_id: PlanId, names: Mapping[str, str]) -> None:
        plan = self._plans.load(plan_id)
        if self._proposal.is_of_period:
            text, document = self._year_text(plan)
        else:
            text, document = self._carried_text(names), self._document(plan_id)
        if not text:
            return
        fresh = with_live_fields(text, self._sources.fields(plan), self._sources.documents())
        insert_text(unit, plan_id, fresh)
        save_plan_document(unit, self._file.db, document)

    def _links(self, unit: UnitOfWork, plan_id: PlanId) -> None:
        proposal, passages = self._proposal, {}
        if not proposal.is_of_period:
            passages = same_passages(proposal.text, load_text(self._file.db, plan_id))
        target = plan_id, proposal.target
        carry_links(self._file, unit, proposal.plan.id, target, self._made, passages)

    def _carried_text(self, names: Mapping[str, str]) -> PlanText:
        return PlanText(tuple(self._part(part, names) for part in self._proposal.text.parts))

    def _part(self, part: TextPart, names: Mapping[str, str]) -> TextPart:
        passages = tuple(self._passage(passage, names) for passage in part.passages)
        title = self._live(CarriedField.PART_TITLE, part.id or 0, part.title)
        return replace(part, id=None, title=title, passages=passages)

    def _passage(self, passage: Passage, names: Mapping[str, str]) -> Passage:
        text = self._live(CarriedField.PASSAGE, passage.id or 0, passage.text)
        return replace(passage, id=None, text=follow_tasks(text, names))

    def _live(self, field: CarriedField, row_id: int, text: LiveText) -> LiveText:
        """Move years in a text; they are as long as before, so that its fields stay in place."""
        return replace(text, words=self._words(field, row_id, text.words))

    def _document(self, plan_id: PlanId) -> PlanDocument:
        recipients = tuple(
            self._words(CarriedField.RECIPIENT, index, RichText.plain(name)).text
            for index, name in enumerate(self._proposal.document.recipients)
        )
        return replace(self._proposal.document, plan_id=plan_id, recipients=recipients)

    def _year_text(self, plan: Plan) -> tuple[PlanText, PlanDocument]:
        """Return the text of a year's plan with the targets taken from the plan above."""
        skeletons = {one.id: one for one in self._sources.skeletons()}
        text, document = self._sources.expanded(skeletons[_YEAR_SKELETON], plan)
        taken = [t.text for t in self._proposal.targets if t.number in self._choice.targets]
        parts = (
            replace(part, passages=numbered(_with_targets(part, taken)))
            if part.kind is TextPartKind.BODY
            else part
            for part in text.parts
        )
        return PlanText(tuple(parts)), document


def _with_targets(part: TextPart, targets: Iterable[str]) -> Iterator[Passage]:
    """Yield a part's passages with targets at the end of those it has."""
    heading = next(
        (
            place
            for place, passage in enumerate(part.passages)
            if passage.kind is PassageKind.PART and passage.text.text.startswith(_TARGETS)
        ),
        None,
    )
    last = -1 if heading is None else part.block(heading)[-1]
    for place, passage in enumerate(part.passages):
        yield passage
        if place == last:
            for words in targets:
                text = LiveText.from_markup(escape(words, quote=False))
                yield Passage(PassageKind.ITEM, text, PassageKind.ITEM.rank)
