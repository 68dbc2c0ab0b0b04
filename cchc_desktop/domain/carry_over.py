"""What carrying a plan to another year would do, laid open before it is done.

A proposal lists the tasks with their standing, and every year that would change with the words
around it.  The officer ticks; nothing is written before.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cchc_desktop.domain.deadline import Deadline, DeadlineKind
from cchc_desktop.domain.plan import Plan, PlanKey, PlanTask, Section, TaskId
from cchc_desktop.domain.plan_rows import RowKind, plan_rows
from cchc_desktop.domain.plan_text import PlanDocument, PlanText
from cchc_desktop.domain.progress_state import ProgressState, Verdict
from cchc_desktop.domain.task_origin import OriginReason
from cchc_desktop.domain.year_shift import YearShift

_YEAR = re.compile(r"20\d\d|\d/\d{1,2}/\d\d")


class CarriedField(StrEnum):
    """In which field of the plan a year changes ("chỗ đổi năm")."""

    PLAN_TITLE = "plan_title"
    SECTION = "section"
    CONTENT = "content"
    PRODUCT = "product"
    DEADLINE = "deadline"
    NOTE = "note"
    PART_TITLE = "part_title"
    PASSAGE = "passage"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class CarriedPlace:
    """Where in the earlier plan a year changes ("vị trí đổi năm").

    Attributes:
        row_id: The section, task, deliverable, part or passage; a recipient's place from 0;
            0 for the plan's title.
        name: As an officer names it: "II.3", "I.1"; "" for titles.
        task_id: The counted task it belongs to, else None: it changes only if that is carried.
    """

    field: CarriedField
    row_id: int
    name: str = ""
    task_id: TaskId | None = None


@dataclass(frozen=True, slots=True)
class ProposedChange:
    """A year that would change ("đề nghị đổi năm").

    Attributes:
        number: By which it is accepted.
        text: The whole wording that it stands in.
        is_ticked: Whether it is proposed without doubt.
    """

    number: int
    place: CarriedPlace
    text: str
    shift: YearShift

    @property
    def is_ticked(self) -> bool:
        """Whether it is accepted unless the officer says otherwise."""
        return self.shift.reason.is_sure

    @property
    def after(self) -> str:
        """The whole wording with this change."""
        return self.text[: self.shift.start] + self.shift.after + self.text[self.shift.end :]


class TaskGround(StrEnum):
    """Why a task is proposed or not ("căn cứ chuyển tiếp nhiệm vụ")."""

    RECURRING = "recurring"
    """It comes back every year."""
    UNFINISHED = "unfinished"
    AWAITED = "awaited"
    """What it waits for has not happened."""
    NOT_FOLLOWED = "not_followed"
    """Nothing is recorded of any task of the plan."""
    UNKNOWN_DUE = "unknown_due"
    """Its deadline is not understood, and it is not said to be done."""
    DONE = "done"
    DROPPED = "dropped"
    COVERS_YEAR = "covers_year"
    """Of a plan for several years: its time covers the year."""
    OTHER_YEARS = "other_years"
    """Of a plan for several years: its time is before or after the year."""

    @property
    def is_ticked(self) -> bool:
        """Whether the task is carried unless the officer says otherwise."""
        return self not in (TaskGround.DONE, TaskGround.DROPPED, TaskGround.OTHER_YEARS)


@dataclass(frozen=True, slots=True)
class CarriedTask:
    """A task with what is proposed for it ("nhiệm vụ đề nghị chuyển tiếp").

    Attributes:
        name: Its place in the earlier plan: "II.3".
        reason: What is kept as the reason if it is carried.
        verdict: How it stood, or None where nothing is recorded.
        note: What is offered for the note column, or "".
    """

    task: PlanTask
    section: Section
    name: str
    ground: TaskGround
    reason: OriginReason
    verdict: Verdict | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ProposedTarget:
    """A target of a plan for several years, offered for a year's plan ("mục tiêu đề nghị").

    Attributes:
        name: Its place in the earlier text.
    """

    number: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class CarryOverChoice:
    """What an officer accepted of a proposal ("nội dung đồng ý chuyển tiếp").

    Attributes:
        changes: The years that change, by number.
        targets: The targets taken into the text, by number.
        notes: Per task, what is written beside its note; tasks left out get none.
    """

    tasks: frozenset[TaskId] = frozenset()
    changes: frozenset[int] = frozenset()
    targets: frozenset[int] = frozenset()
    notes: Mapping[TaskId, str] = field(default_factory=dict)


@dataclass(frozen=True)
class CarryOverProposal:
    """What carrying a plan to another year would do ("đề nghị chuyển tiếp").

    Attributes:
        plan: The earlier plan as it was read.
        text: Its text; for a year of a plan for several years it is not taken over.
    """

    source: PlanKey
    target: PlanKey
    plan: Plan
    text: PlanText
    document: PlanDocument
    tasks: tuple[CarriedTask, ...]
    changes: tuple[ProposedChange, ...]
    targets: tuple[ProposedTarget, ...] = ()

    @property
    def is_of_period(self) -> bool:
        """Whether a year's plan is drawn from a plan for several years."""
        return self.source.last_year is not None and self.target.last_year is None

    @property
    def delta(self) -> int:
        """By how many years the plan moves."""
        return 0 if self.is_of_period else self.target.year - self.source.year

    @property
    def default(self) -> CarryOverChoice:
        """What is accepted unless the officer says otherwise."""
        tasks = [carried for carried in self.tasks if carried.ground.is_ticked]
        return CarryOverChoice(
            frozenset(carried.task.id for carried in tasks),
            frozenset(change.number for change in self.changes if change.is_ticked),
            frozenset(target.number for target in self.targets),
            {carried.task.id: carried.note for carried in tasks if carried.note},
        )

    @property
    def everything(self) -> CarryOverChoice:
        """All tasks and all changes, also those in doubt."""
        return replace(
            self.default,
            tasks=frozenset(carried.task.id for carried in self.tasks),
            changes=frozenset(change.number for change in self.changes),
        )

    def shifts(self, field_: CarriedField, row_id: int, choice: CarryOverChoice) -> list[YearShift]:
        """Return the accepted changes in one wording."""
        return [
            change.shift
            for change in self.changes
            if change.number in choice.changes
            and (change.place.field, change.place.row_id) == (field_, row_id)
        ]


def task_names(plan: Plan) -> dict[TaskId, str]:
    """Return where each task and sub-task stands: "II.3", "II.3.a)"."""
    return {
        row.task.id: row.place_name
        for row in plan_rows(plan)
        if row.task is not None and row.key.kind in (RowKind.TASK, RowKind.SUBTASK)
    }


def ground_of(task: PlanTask, verdict: Verdict | None, *, is_followed: bool) -> TaskGround:
    """Return why a task of a year's plan is proposed for the next one, or not."""
    deadlines = [d.deadline for one in (task, *task.subtasks) for d in one.deliverables]
    kinds = {deadline.reading.kind for deadline in deadlines}
    state = verdict.state if verdict else None
    if state is ProgressState.DROPPED:
        return TaskGround.DROPPED
    if DeadlineKind.RECURRING in kinds or _is_of_every_year(deadlines):
        return TaskGround.RECURRING
    if not is_followed:
        return TaskGround.NOT_FOLLOWED
    if state is not None and state.is_done:
        return TaskGround.DONE
    is_late = state is ProgressState.OVERDUE
    if state is ProgressState.NOT_ARISEN or (kinds <= {DeadlineKind.EVENT} and not is_late):
        return TaskGround.AWAITED
    if DeadlineKind.DATED in kinds or is_late:
        return TaskGround.UNFINISHED
    return TaskGround.UNKNOWN_DUE


def _is_of_every_year(deadlines: Sequence[Deadline]) -> bool:
    """Tell whether the words of the days due fit any year: "Trước 20/12 năm trước"."""
    dated = [d for d in deadlines if d.reading.kind is DeadlineKind.DATED]
    said = (d for d in dated if _YEAR.search(d.text.text) or d.is_set_by_hand)
    return bool(dated) and not any(said)


def ground_in_year(task: PlanTask, year: int) -> TaskGround:
    """Return whether the time of a task of a plan for several years covers one of them."""
    readings = [d.deadline.reading for one in (task, *task.subtasks) for d in one.deliverables]
    for reading in readings:
        if reading.kind is not DeadlineKind.DATED:
            return TaskGround.COVERS_YEAR
        firsts = [m.start.year if m.start else None for m in reading.milestones]
        for milestone, first in zip(reading.milestones, firsts, strict=True):
            if year <= milestone.due.year and (first is None or first <= year):
                return TaskGround.COVERS_YEAR
    return TaskGround.OTHER_YEARS if readings else TaskGround.COVERS_YEAR


def carried_note(name: str, term: str) -> str:
    """Return what is offered for the note of an unfinished task."""
    return f"Chuyển tiếp từ nhiệm vụ {name.removesuffix(')')}, {term}"
