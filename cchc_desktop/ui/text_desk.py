"""The text of the chosen plan as it was last read, and the way of every change to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.errors import RecordMissing
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_fields import LiveField
from cchc_desktop.domain.plan_text import (
    Passage,
    PassageId,
    PlanDocument,
    PlanText,
    TextPart,
    TextPartId,
)
from cchc_desktop.domain.plan_version import PlanStanding
from cchc_desktop.services.session import Session
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.text_merging import merged_passages
from cchc_desktop.ui.text_passage_keys import PassageKeys
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

EDIT = "edit_passage"
_TABLES = frozenset(
    {
        "text_part",
        "passage",
        "plan_document",
        "plan",
        "plan_term",
        "plan_standing",
        "registered_document",
        "agency",
        "letterhead",
        "section",
        "task",
    }
)


@dataclass(frozen=True)
class TextSight:
    """A plan's text as it stands in the data file, and what can be put into it."""

    plan_id: PlanId
    text: PlanText
    document: PlanDocument
    fields: tuple[LiveField, ...]
    standing: PlanStanding

    @property
    def is_frozen(self) -> bool:
        """Whether nothing can be written in it."""
        return self.standing.is_frozen

    def part(self, part_id: TextPartId | None) -> TextPart | None:
        """Return a part, or None."""
        return next((part for part in self.text.parts if part.id == part_id), None)


@dataclass(frozen=True)
class PartEdit:
    """What became of a part on the sheet."""

    plan_id: PlanId
    part_id: TextPartId
    before: tuple[Passage, ...]
    now: tuple[Passage, ...]


def read_sight(session: Session, plan_id: PlanId) -> TextSight:
    """Return the text of a plan with all that is shown beside it."""
    return TextSight(
        plan_id=plan_id,
        text=session.text.load(plan_id),
        document=session.text.document(plan_id),
        fields=session.text.fields(plan_id),
        standing=session.versions.standing(plan_id),
    )


class TextDesk(QObject):
    """Reads the text anew when it changes, and writes what the officer does to it, in order.

    Passages are known by keys; the desk learns which rows new ones became, so that later steps
    can follow at once.  A step never writes a state of the text over another: it writes what
    it changed, into what the file holds when its turn comes.

    Signals:
        changed(): Another state was read, and nothing is on its way to the file.
        failed(): A step was refused; what is shown is not what is kept.
        leaving(): Another plan will be shown; what is typed is to be kept now.
    """

    changed = Signal()
    failed = Signal()
    leaving = Signal()

    def __init__(self, workspace: Workspace, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self._workspace = workspace
        self._messages = messages
        self._under_way = 0
        self._wants = True
        self._is_reading = False
        self._keys = PassageKeys()
        self.sight: TextSight | None = None
        self.is_foreign = True
        workspace.changed.connect(self._on_changed)

    @property
    def is_saving(self) -> bool:
        """Whether a step is still on its way to the file."""
        return self._under_way > 0

    @property
    def is_calm(self) -> bool:
        """Whether what was read last is all there is."""
        return not (self._under_way or self._is_reading or self._wants)

    @Slot()
    def refresh(self) -> None:
        """Read the text, if it may have changed since."""
        self._read_if_free()

    def known(self, passages: tuple[Passage, ...]) -> tuple[Passage, ...]:
        """Return passages of the file under the keys by which the sheet knows them."""
        return tuple(
            replace(p, id=self._keys.key(p.id)) if p.id is not None else p for p in passages
        )

    def key_of(self, passage_id: PassageId) -> PassageId:
        """Return the key by which the sheet knows a passage of the file."""
        return self._keys.key(passage_id)

    def row_of(self, key: PassageId) -> PassageId:
        """Return the id in the file of a passage of the sheet."""
        return self._keys.row(key)

    def write(self, edit: PartEdit, label: str, count: int) -> None:
        """Bring what became of a part on the sheet into the file, in one step.

        What changed in the file meanwhile stays; only what the sheet changed is written.
        """

        def step(session: Session) -> ChangeSet:
            parts = session.text.load(edit.plan_id).parts
            part = next((one for one in parts if one.id == edit.part_id), None)
            if part is None:
                raise RecordMissing(kind="text_part", id=edit.part_id)
            theirs = self.known(part.passages)
            rows = {known.id: p.id for known, p in zip(theirs, part.passages, strict=True)}
            wanted = merged_passages(edit.before, edit.now, theirs)
            edited = _one_edited(theirs, wanted) if label == EDIT else None
            row = rows.get(edited.id) if edited is not None else None
            if edited is not None and row is not None:
                return session.text.save_passage(row, edited.text.words)
            every = [replace(p, id=rows.get(p.id)) for p in wanted]
            change = session.text.rewrite(edit.part_id, every, label, count)
            self._learn([p.id for p in wanted if p.id is not None and p.id not in rows], change)
            return change

        self.step(step)

    def step(
        self,
        step: Callable[[Session], ChangeSet],
        on_done: Callable[[ChangeSet], None] | None = None,
    ) -> None:
        """Run a change; what it changes is read once nothing else is on its way."""
        self._under_way += 1

        def done(change: ChangeSet) -> None:
            self._under_way -= 1
            # Where nothing was changed nobody was told, and what was shown waits for an answer.
            self._wants = self._wants or not change
            if on_done is not None:
                on_done(change)
            self._read_if_free()

        def failed(error: BaseException) -> None:
            self._under_way -= 1
            self._messages.error(error)
            self.failed.emit()
            self._wants = True
            self.is_foreign = True
            self._read_if_free()

        self._workspace.mutate(step, done, failed)

    def _learn(self, new: Sequence[PassageId], change: ChangeSet) -> None:
        """Take note of the rows that new passages became; they are written in their order."""
        rows = [c.row_id for c in change.changes if c.table == "passage" and c.before is None]
        for key, row in zip(new, rows, strict=True):
            self._keys.join(key, PassageId(row))

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        plan = change.state.plan
        touched = {one.table for one in change.change_set.changes}
        is_other = (plan.id if plan else None) != (self.sight.plan_id if self.sight else None)
        if is_other or touched & _TABLES:
            self._wants = True
            if is_other or not self._under_way:
                self.is_foreign = True
        self._read_if_free()

    def _read_if_free(self) -> None:
        if not self._wants or self._is_reading or self._under_way or not self._owner.isVisible():
            return
        plan = self._workspace.plan
        if self.sight is not None and (plan is None or plan.id != self.sight.plan_id):
            self.leaving.emit()
            if self.is_saving:
                return
        self._wants = False
        if plan is None:
            self._take(None)
            return
        self._is_reading = True
        plan_id = plan.id
        self._workspace.query(lambda s: read_sight(s, plan_id), self._on_read, self._on_unread)

    def _on_read(self, sight: TextSight) -> None:
        self._is_reading = False
        if self._wants or self._under_way:
            self._wants = True
            self._read_if_free()
        else:
            self._take(sight)

    def _on_unread(self, error: BaseException) -> None:
        self._is_reading = False
        self._messages.error(error)

    def _take(self, sight: TextSight | None) -> None:
        self.sight = sight
        self.changed.emit()
        self.is_foreign = False


def _one_edited(before: tuple[Passage, ...], now: tuple[Passage, ...]) -> Passage | None:
    """Return the passage that differs if it is the only one, and only in its words."""
    if len(before) != len(now):
        return None
    different = [(a, b) for a, b in zip(before, now, strict=True) if a != b]
    if len(different) != 1:
        return None
    old, new = different[0]
    is_alike = replace(old, text=new.text) == new and old.text.rewritten(new.text.words) == new.text
    return new if is_alike else None
