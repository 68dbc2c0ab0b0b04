"""What is recorded of the work on a plan: per product, per period, per agency.

A product that one body answers for has one record a period.  Where a group leads, each
member has its own ("37/40 đơn vị đã xong").  What the records say together is derived in
``progress_state``; nothing here is derived.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NewType

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import DeliverableId, TaskId

ProgressId = NewType("ProgressId", int)
EvidenceId = NewType("EvidenceId", int)
StoredFileId = NewType("StoredFileId", int)


class Statement(StrEnum):
    """What an agency or the officer says of the work ("tình hình thực hiện").

    Whether done work was in time, and whether open work is late, is not said but derived.
    """

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    NOT_ARISEN = "not_arisen"
    """What the task waits for did not happen in the period."""
    DROPPED = "dropped"
    """The task no longer applies; stays so until a later record says otherwise."""


@dataclass(frozen=True, slots=True)
class ProgressKey:
    """What one record is about ("khóa tiến độ").

    Attributes:
        agency_id: The member of the leading group, or None where one record stands for all.
    """

    deliverable_id: DeliverableId
    agency_id: AgencyId | None
    period: PeriodKey


@dataclass(frozen=True, slots=True)
class Evidence:
    """A document that proves a result ("tài liệu kiểm chứng").

    Attributes:
        number: With its symbol, as written on it: "125/KH-UBND".
        subject: "Trích yếu".
        file_name: The name of the file kept or linked, or "".
        link: Where the file lies on this computer, or "" when it is kept in the data file.
        file_id: The file kept inside the data file, or None.
    """

    id: EvidenceId
    number: str = ""
    issued_on: date | None = None
    issuer: str = ""
    subject: str = ""
    file_name: str = ""
    link: str = ""
    file_id: StoredFileId | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """One record of the work on one product in one period ("tiến độ").

    Attributes:
        id: None while it is not in the data file.
        statement: What is said of the work, or None when nothing is said.
        done_on: The day it was done, when that is known.
        percent: 0 to 100, where it makes sense, else None.
        milestones_met: Of a deadline with several days, how many are met so far.
        result: What was done.
        difficulties: "Khó khăn, vướng mắc".
        proposals: "Kiến nghị, đề xuất".
    """

    key: ProgressKey
    id: ProgressId | None = None
    statement: Statement | None = None
    done_on: date | None = None
    percent: int | None = None
    milestones_met: int | None = None
    result: str = ""
    difficulties: str = ""
    proposals: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Whether nothing at all is recorded."""
        return not (
            self.statement
            or self.done_on
            or self.percent is not None
            or self.milestones_met is not None
            or self.result
            or self.difficulties
            or self.proposals
            or self.evidence
        )


class ProgressField(StrEnum):
    """A field of a record that can be written ("ô tiến độ")."""

    STATEMENT = "statement"
    DONE_ON = "done_on"
    PERCENT = "percent"
    MILESTONES_MET = "milestones_met"
    RESULT = "result"
    DIFFICULTIES = "difficulties"
    PROPOSALS = "proposals"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The thing an event deadline waited for, as it happened ("sự việc phát sinh").

    Attributes:
        happened_on: The day it happened.
        due: The last day it sets, or None when it sets none.
        document: The document that brought it, such as "Công văn số 45/SNV-CCHC".
    """

    deliverable_id: DeliverableId
    happened_on: date
    due: date | None = None
    document: str = ""


class FollowMode(StrEnum):
    """How a task with several leading bodies is followed ("cách theo dõi")."""

    TOGETHER = "together"
    """One record for all of them."""
    EACH = "each"
    """A record for each of them."""


@dataclass(frozen=True)
class ProgressBook:
    """All that is recorded on one plan ("sổ theo dõi").

    Attributes:
        records: Every record, of all periods.
        occurrences: What happened, by product.
        follow_modes: How tasks are followed where the officer chose it himself.
    """

    records: Mapping[ProgressKey, Progress] = field(default_factory=dict)
    occurrences: Mapping[DeliverableId, Occurrence] = field(default_factory=dict)
    follow_modes: Mapping[TaskId, FollowMode] = field(default_factory=dict)
