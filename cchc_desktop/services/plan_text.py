"""The text of a plan: started from a skeleton, written passage by passage, kept in order.

Every method that writes is one step that one undo takes back.  A plan that was issued refuses
them all (``PlanFrozen``).
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from cchc_desktop.domain import plan_text_editing
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.errors import InvalidValue, MoveNotPossible, PlanTextExists, RecordMissing
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_fields import LiveField
from cchc_desktop.domain.plan_skeleton import TextSkeleton
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageId,
    PassageKind,
    PlanDocument,
    PlanText,
    TextPart,
    TextPartId,
    TextPartKind,
    TextTable,
)
from cchc_desktop.domain.report_text import FigureMark, LiveText
from cchc_desktop.domain.rich_text import RichText, Run
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.plan_text_reading import PlanTextReading, place_in
from cchc_desktop.services.plan_text_sources import PlanTextSources
from cchc_desktop.services.plans import PlanService
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_order import delete_text_part
from cchc_desktop.storage.plan_text_repository import (
    insert_part,
    load_document,
    load_text,
    replace_text,
    save_passages,
    save_plan_document,
)


class PlanTextService:
    """What a person can do with the text of a plan ("phần lời")."""

    def __init__(self, file: OfficeFile, offices: OfficeService, plans: PlanService) -> None:
        self._file = file
        self._plans = plans
        self._sources = PlanTextSources(file, offices, plans)
        self._reading = PlanTextReading(file, plans, self._sources)

    def load(self, plan_id: PlanId) -> PlanText:
        """Return the text of a plan, numbered, its live fields up to date.

        The fields of an issued plan say what they said when it was issued.

        Raises:
            RecordMissing: There is no such plan.
        """
        return self._reading.load(plan_id)

    def document(self, plan_id: PlanId) -> PlanDocument:
        """Return how the plan's paper begins and ends."""
        return load_document(self._file.db, plan_id)

    def save_document(self, document: PlanDocument) -> ChangeSet:
        """Set how the plan's paper begins and ends.

        Raises:
            InvalidValue: It has no type name.
            PlanFrozen: The plan was issued.
        """
        type_name = one_line(document.type_name)
        if not type_name:
            raise InvalidValue(field="type_name", value="")
        recipients = (one_line(name).lstrip("-– ").rstrip(" ;") for name in document.recipients)
        clean = replace(
            document, type_name=type_name, recipients=tuple(name for name in recipients if name)
        )
        with self._file.transaction("save_plan_document") as step:
            save_plan_document(step.unit, self._file.db, clean)
        return step.change_set

    def skeletons(self) -> tuple[TextSkeleton, ...]:
        """Return the texts that a plan can start from."""
        return self._sources.skeletons()

    def start(self, plan_id: PlanId, skeleton_id: str) -> ChangeSet:
        """Write the text of a plan that has none yet from a skeleton.

        Raises:
            PlanTextExists: It has a text.
            RecordMissing: There is no such skeleton or plan.
        """
        plan = self._plans.load(plan_id)
        if load_text(self._file.db, plan_id):
            raise PlanTextExists(plan=str(plan.key))
        skeleton = next((one for one in self.skeletons() if one.id == skeleton_id), None)
        if skeleton is None:
            raise RecordMissing(kind="skeleton", id=skeleton_id)
        text, document = self._sources.expanded(skeleton, plan)
        with self._file.transaction("start_plan_text", plan=str(plan.key)) as step:
            if skeleton.with_decision:
                step.unit.update("plan", plan_id, self._sources.decision_row(plan))
            replace_text(step.unit, self._file.db, plan_id, text)
            save_plan_document(step.unit, self._file.db, document)
        return step.change_set

    def write_text(
        self,
        plan_id: PlanId,
        text: PlanText,
        document: PlanDocument | None = None,
        label: str = "write_plan_text",
    ) -> ChangeSet:
        """Put a whole text in place of what a plan's text was.

        Raises:
            RecordMissing: There is no such plan.
        """
        plan = self._plans.load(plan_id)
        with self._file.transaction(label, plan=str(plan.key)) as step:
            replace_text(step.unit, self._file.db, plan_id, text)
            if document is not None:
                save_plan_document(step.unit, self._file.db, document)
        return step.change_set

    def fields(self, plan_id: PlanId) -> tuple[LiveField, ...]:
        """Return the live fields that can stand in a plan's text, with what they say now."""
        return self._sources.fields(self._plans.load(plan_id))

    def draft_tasks_of_agencies(self, plan_id: PlanId) -> tuple[Passage, ...]:
        """Return "Tổ chức thực hiện" drafted agency by agency from the assignments."""
        return self._sources.draft_implementation(self._plans.load(plan_id))

    def save_passage(self, passage_id: PassageId, words: RichText) -> ChangeSet:
        """Write the officer's words in a passage; fields left as they were stay known.

        Raises:
            RecordMissing: There is no such passage.
        """
        return self._edit("edit_passage", [(passage_id, words)])

    def replace_words(
        self, plan_id: PlanId, edits: Sequence[tuple[PassageId, RichText]]
    ) -> ChangeSet:
        """Write new words in several passages in one step ("thay thế"); as ``save_passage``."""
        del plan_id
        return self._edit("replace_in_text", edits)

    def rewrite(
        self, part_id: TextPartId, passages: Sequence[Passage], label: str, count: int = 1
    ) -> ChangeSet:
        """Make ``passages`` those of a part, in one step; the ones it has are known by their ids.

        For a window that shows a step before it is kept.

        Raises:
            RecordMissing: There is no such part.
        """
        part = self._reading.part(part_id)
        known = {passage.id for passage in part.passages}
        every = [one if one.id in known else replace(one, id=None) for one in passages]
        with self._file.transaction(label, count=str(count)) as step:
            save_passages(step.unit, self._file.db, part, every)
        return step.change_set

    def insert_field(self, passage_id: PassageId, offset: int, code: str) -> ChangeSet:
        """Put a live field into a passage before its character ``offset``.

        A place inside another field is taken for the place behind that field.

        Raises:
            RecordMissing: There is no such passage or field.
        """
        part, place = self._reading.place(passage_id)
        plan_id = self._reading.plan_of(part.id or TextPartId(0))
        words = next((f.words for f in self.fields(plan_id) if f.code == code), "")
        if not words:
            raise RecordMissing(kind="field", id=code)
        text = part.passages[place].text
        inside = (mark.end for mark in text.marks if mark.start < offset < mark.end)
        offset = min(max(next(inside, offset), 0), len(text.text))
        field = LiveText(RichText((Run(words),)), (FigureMark(code, 0, len(words)),))
        head, tail = text.sliced(0, offset), text.sliced(offset, len(text.text))
        passage = replace(part.passages[place], text=head.followed_by(field).followed_by(tail))
        every = (*part.passages[:place], passage, *part.passages[place + 1 :])
        return self._save("insert_field", part, every)

    def add(
        self, part_id: TextPartId, after: PassageId | None, passages: Sequence[Passage]
    ) -> ChangeSet:
        """Put passages behind another one, or first in the part.

        Raises:
            RecordMissing: There is no such part or passage.
        """
        part = self._reading.part(part_id)
        place = place_in(part, after) + 1 if after is not None else 0
        new = [replace(passage, id=None) for passage in passages]
        return self._save("add_passages", part, plan_text_editing.inserted(part, place, new))

    def delete(self, ids: Collection[PassageId]) -> ChangeSet:
        """Delete passages, of one part or of several; what belonged to them stays."""
        return self._change_places("delete_passages", ids, plan_text_editing.deleted)

    def set_kind(self, ids: Collection[PassageId], kind: PassageKind, level: int = 0) -> ChangeSet:
        """Make passages another kind; ``level`` is for text: the rank of its heading."""
        return self._change_places(
            "set_passage_kind",
            ids,
            lambda part, places: plan_text_editing.with_kind(part, places, kind, level),
        )

    def indent(self, ids: Collection[PassageId]) -> ChangeSet:
        """Bring passages, and what belongs to them, one level deeper."""
        return self._change_places("indent_passages", ids, plan_text_editing.indented)

    def outdent(self, ids: Collection[PassageId]) -> ChangeSet:
        """Bring passages, and what belongs to them, one level higher."""
        return self._change_places("outdent_passages", ids, plan_text_editing.outdented)

    def move(
        self, ids: Collection[PassageId], part_id: TextPartId, after: PassageId | None
    ) -> ChangeSet:
        """Move passages, and what belongs to them, behind another one, also of another part.

        Raises:
            MoveNotPossible: They would go among themselves.
            RecordMissing: There is no such part or passage.
        """
        if not ids:
            return ChangeSet("move_passages")
        source = self._reading.place(next(iter(ids)))[0]
        places = {place_in(source, one) for one in ids}
        target = self._reading.part(part_id)
        before = place_in(target, after) + 1 if after is not None else 0
        if target.id == source.id:
            return self._save(
                "move_passages", source, plan_text_editing.moved(source, places, before)
            )
        taken = plan_text_editing.with_blocks(source, places)
        going = [source.passages[place] for place in sorted(taken)]
        staying = plan_text_editing.deleted(source, taken)
        with self._file.transaction("move_passages") as step:
            every = plan_text_editing.inserted(target, before, going)
            save_passages(step.unit, self._file.db, target, every)
            save_passages(step.unit, self._file.db, replace(source, passages=staying), staying)
        return step.change_set

    def set_own_number(self, passage_id: PassageId, written: str) -> ChangeSet:
        """Set a passage's number as it is to be printed; "" lets it follow from the order."""
        part, place = self._reading.place(passage_id)
        every = plan_text_editing.with_own_number(part, place, one_line(written))
        return self._save("set_passage_number", part, every)

    def renumber(self, part_id: TextPartId) -> ChangeSet:
        """Let all numbers of a part follow from the order ("đánh lại số")."""
        part = self._reading.part(part_id)
        return self._save("renumber_passages", part, plan_text_editing.renumbered(part))

    def split(self, passage_id: PassageId, offset: int) -> ChangeSet:
        """Part a passage in two at a character."""
        part, place = self._reading.place(passage_id)
        return self._save("split_passage", part, plan_text_editing.split(part, place, offset))

    def merge(self, passage_id: PassageId) -> ChangeSet:
        """Join a passage to the end of the one before it.

        Raises:
            MoveNotPossible: Nothing stands before it in its part, or one is a table.
        """
        part, place = self._reading.place(passage_id)
        return self._save("merge_passages", part, plan_text_editing.merged(part, place))

    def set_table(self, passage_id: PassageId, table: TextTable) -> ChangeSet:
        """Write the cells of a table that stands in the text.

        Raises:
            InvalidValue: The passage is no table, or its rows are not of one length.
        """
        part, place = self._reading.place(passage_id)
        passage = part.passages[place]
        if passage.kind is not PassageKind.TABLE or len({len(row) for row in table.rows}) != 1:
            raise InvalidValue(field="text_table", value=passage.text.text)
        every = (*part.passages[:place], replace(passage, table=table), *part.passages[place + 1 :])
        return self._save("edit_text_table", part, every)

    def set_part_title(self, part_id: TextPartId, title: RichText) -> ChangeSet:
        """Write what a part is about ("trích yếu")."""
        part = self._reading.part(part_id)
        with self._file.transaction("edit_part_title") as step:
            new = part.title.rewritten(title)
            step.unit.update("text_part", part_id, {"title": new.markup})
        return step.change_set

    def set_landscape(self, part_id: TextPartId, *, is_landscape: bool) -> ChangeSet:
        """Lay the sheets of a part on their long side, or stand them up."""
        with self._file.transaction("turn_part") as step:
            step.unit.update("text_part", part_id, {"is_landscape": int(is_landscape)})
        return step.change_set

    def add_part(
        self, plan_id: PlanId, kind: TextPartKind, title: RichText, passages: Sequence[Passage] = ()
    ) -> ChangeSet:
        """Add a part: a decision goes first, an annex last.

        Raises:
            MoveNotPossible: There is a decision, or a body, already.
        """
        text = load_text(self._file.db, plan_id)
        if kind is not TextPartKind.ANNEX and text.part(kind):
            raise MoveNotPossible(reason="part_exists")
        new = TextPart(kind, LiveText(title), tuple(passages))
        order = list(TextPartKind)
        place = sum(order.index(part.kind) <= order.index(kind) for part in text.parts)
        with self._file.transaction("add_text_part") as step:
            for position, part in enumerate(text.parts[place:], place + 2):
                step.unit.update("text_part", int(part.id or 0), {"position": position})
            insert_part(step.unit, plan_id, new, place + 1)
            if kind is TextPartKind.DECISION:
                row = self._sources.decision_row(self._plans.load(plan_id))
                step.unit.update("plan", plan_id, row)
        return step.change_set

    def delete_part(self, part_id: TextPartId) -> ChangeSet:
        """Delete a part with all its passages."""
        part = self._reading.part(part_id)
        plan_id = self._reading.plan_of(part_id)
        with self._file.transaction("delete_text_part") as step:
            delete_text_part(step.unit, self._file.db, part_id)
            if part.kind is TextPartKind.DECISION:
                row = self._sources.plain_row(self._plans.load(plan_id))
                step.unit.update("plan", plan_id, row)
        return step.change_set

    def _edit(self, label: str, edits: Sequence[tuple[PassageId, RichText]]) -> ChangeSet:
        found = self._reading.places([passage_id for passage_id, _ in edits])
        before = {one.id: one.text for part, _ in found for one in part.passages}
        with self._file.transaction(label, count=str(len(edits))) as step:
            for passage_id, words in edits:
                text = before[passage_id].rewritten(words)
                step.unit.update("passage", passage_id, {"text": text.markup})
        return step.change_set

    def _change_places(
        self,
        label: str,
        ids: Collection[PassageId],
        change: Callable[[TextPart, Collection[int]], tuple[Passage, ...]],
    ) -> ChangeSet:
        found = self._reading.places(ids)
        with self._file.transaction(label, count=str(len(ids))) as step:
            for part, places in found:
                save_passages(step.unit, self._file.db, part, change(part, places))
        return step.change_set

    def _save(self, label: str, part: TextPart, every: Sequence[Passage]) -> ChangeSet:
        with self._file.transaction(label) as step:
            save_passages(step.unit, self._file.db, part, every)
        return step.change_set
