"""A year's reform plan as its annex shows it: sections, tasks, sub-tasks, deliverables.

A plan is a snapshot: reading it again after a change gives a new one.  Numbers are
the program's and follow from the order; wordings are the officer's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from cchc_desktop.domain.agency import NOBODY, AgencyReading, Role
from cchc_desktop.domain.deadline import Deadline
from cchc_desktop.domain.numbering import point_letter, roman
from cchc_desktop.domain.rich_text import EMPTY, RichText

PlanId = NewType("PlanId", int)
SectionId = NewType("SectionId", int)
TaskId = NewType("TaskId", int)
DeliverableId = NewType("DeliverableId", int)


class TaskNumbering(StrEnum):
    """How tasks are numbered ("cách đánh số nhiệm vụ")."""

    PER_SECTION = "per_section"
    """From 1 again in each section."""
    CONTINUOUS = "continuous"
    """From 1 on through the whole annex."""


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who does something ("phân công"): the wording, and whom it names.

    Attributes:
        is_set_by_hand: Whether the officer corrected whom it names.
    """

    text: RichText = EMPTY
    reading: AgencyReading = NOBODY
    is_set_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Deliverable:
    """What a task must bring, and when ("kết quả, sản phẩm")."""

    id: DeliverableId
    product: RichText
    deadline: Deadline


@dataclass(frozen=True, slots=True)
class PlanTask:
    """One thing to be done ("nhiệm vụ"), with its sub-tasks a), b) and so on.

    A heading row has sub-tasks and no deliverable of its own.

    Attributes:
        number: As printed: "2", or "a)" for a sub-task.
        lead: "Cơ quan chủ trì".
        cooperating: "Cơ quan phối hợp".
        monitor: "Theo dõi, kiểm tra, đôn đốc"; empty where the annex has no such column.
    """

    id: TaskId
    number: str
    content: RichText
    deliverables: tuple[Deliverable, ...] = ()
    lead: Assignment = Assignment()
    cooperating: Assignment = Assignment()
    monitor: Assignment = Assignment()
    note: RichText = EMPTY
    subtasks: tuple["PlanTask", ...] = ()

    def assignment(self, role: Role) -> Assignment:
        """Return who does ``role`` for this task."""
        match role:
            case Role.LEAD:
                return self.lead
            case Role.COOPERATING:
                return self.cooperating
            case Role.MONITOR:
                return self.monitor

    @property
    def is_leaf(self) -> bool:
        """Whether this is work of its own rather than a heading over sub-tasks."""
        return not self.subtasks or bool(self.deliverables)


@dataclass(frozen=True, slots=True)
class Section:
    """A field of reform ("lĩnh vực"): a Roman number, a title, its tasks.

    An untitled section holds the tasks of an annex that has no sections.
    """

    id: SectionId
    number: str
    title: RichText
    tasks: tuple[PlanTask, ...] = ()


@dataclass(frozen=True, slots=True)
class ParentDocument:
    """The document that the annex belongs to ("văn bản ban hành kèm theo").

    Attributes:
        type_name: "Kế hoạch", or "Quyết định" where the plan is issued by one.
        number: The register number, or "" while it is a draft.
        symbol: "KH-UBND".
        issued_on: The date, or None while it is a draft.
        issuer: As the bracketed line names it; "" takes the letterhead's name.
    """

    type_name: str = "Kế hoạch"
    number: str = ""
    symbol: str = "KH-UBND"
    issued_on: date | None = None
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A year's plan ("kế hoạch cải cách hành chính").

    Attributes:
        year: The plan's year; of a plan for several years the first.
        title: The annex's title, printed in capitals.
        annex_number: "" for a single annex, else the Roman number of "Phụ lục I".
        last_year: Of a plan for several years the last, else None.
        milestones: Of a plan for several years: by the end of which years it sets targets.
    """

    id: PlanId
    year: int
    title: str
    annex_number: str = ""
    parent_document: ParentDocument = ParentDocument()
    task_numbering: TaskNumbering = TaskNumbering.PER_SECTION
    sections: tuple[Section, ...] = ()
    last_year: int | None = None
    milestones: tuple[int, ...] = ()

    @property
    def key(self) -> "PlanKey":
        """What it is found by."""
        return PlanKey(self.year, self.last_year)

    @property
    def term(self) -> str:
        """The time it is for, in words: "năm 2025", "giai đoạn 2021 - 2025"."""
        return term_words(self.year, self.last_year)

    def covers(self, year: int) -> bool:
        """Tell whether ``year`` is of its time."""
        return self.year <= year <= (self.last_year or self.year)

    def tasks(self) -> Iterator[PlanTask]:
        """Yield every task and sub-task in printed order."""
        for section in self.sections:
            for task in section.tasks:
                yield task
                yield from task.subtasks

    @property
    def task_count(self) -> int:
        """The number of tasks, counted by their STT and not by printed rows.

        A heading with sub-tasks is one task; its sub-tasks are part of it.
        """
        return sum(len(section.tasks) for section in self.sections)


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan in a list of plans ("kế hoạch trong danh sách")."""

    id: PlanId
    year: int
    title: str
    task_count: int
    last_year: int | None = None

    @property
    def key(self) -> "PlanKey":
        """What it is found by."""
        return PlanKey(self.year, self.last_year)

    @property
    def term(self) -> str:
        """The time it is for, in words: "năm 2025", "giai đoạn 2021 - 2025"."""
        return term_words(self.year, self.last_year)


@dataclass(frozen=True, slots=True)
class PlanKey:
    """Which plan is meant ("kế hoạch theo thời gian"): of a year, or of several years.

    Attributes:
        last_year: The last of several years, or None for a year's plan.
    """

    year: int
    last_year: int | None = None

    @classmethod
    def parse(cls, words: str) -> "PlanKey | None":
        """Read "2025" or "2021-2025"; None where it is neither."""
        match = re.fullmatch(r"\s*(\d{4})(?:\s*[-–]\s*(\d{4}))?\s*", words)
        if match is None or (match[2] and int(match[2]) <= int(match[1])):
            return None
        return cls(int(match[1]), int(match[2]) if match[2] else None)

    @property
    def term(self) -> str:
        """The time in words: "năm 2025", "giai đoạn 2021 - 2025"."""
        return term_words(self.year, self.last_year)

    def __str__(self) -> str:
        return str(self.year) if self.last_year is None else f"{self.year}-{self.last_year}"


def term_words(year: int, last_year: int | None) -> str:
    """Return the time of a plan in words, as papers write it."""
    return f"năm {year}" if last_year is None else f"giai đoạn {year} - {last_year}"


def section_number(position: int) -> str:
    """Return the number of the section at ``position`` (from 1)."""
    return roman(position)


def task_number(position: int) -> str:
    """Return the number of the task at ``position`` (from 1)."""
    return str(position)


def subtask_number(position: int) -> str:
    """Return the number of the sub-task at ``position`` (from 1)."""
    return f"{point_letter(position)})"
