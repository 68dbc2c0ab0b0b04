"""Recording the work on a plan, period by period, and reading how it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.errors import InvalidValue, PeriodClosed
from cchc_desktop.domain.period import PeriodKey, ReportingPeriod
from cchc_desktop.domain.plan import DeliverableId, TaskId
from cchc_desktop.domain.progress import (
    FollowMode,
    Occurrence,
    Progress,
    ProgressField,
    ProgressKey,
    Statement,
)
from cchc_desktop.domain.vietnamese import nfc
from cchc_desktop.services.agencies import AgencyService
from cchc_desktop.services.periods import PeriodService
from cchc_desktop.services.plans import PlanService
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_order import deliverable_ids
from cchc_desktop.storage.progress_repository import (
    find_progress,
    find_row_id,
    load_book,
    occurrence_row,
    progress_row,
)
from cchc_desktop.storage.unit_of_work import UnitOfWork

FieldValue = Statement | date | int | str | None


@dataclass(frozen=True, slots=True)
class WorkRef:
    """Names a piece of work for writing ("việc được ghi").

    Attributes:
        deliverable_id: None for a task that has no product yet; writing gives it one.
        agency_id: The member that answers for it, or None where all leads answer together.
    """

    task_id: TaskId
    deliverable_id: DeliverableId | None
    agency_id: AgencyId | None = None


@dataclass(frozen=True, slots=True)
class ProgressEdit:
    """A value to be written into one field of a record ("sửa một ô tiến độ")."""

    work: WorkRef
    field: ProgressField
    value: FieldValue


class ProgressService:
    """What a person can do with progress ("theo dõi tiến độ")."""

    def __init__(
        self,
        file: OfficeFile,
        clock: Clock,
        plans: PlanService,
        agencies: AgencyService,
        periods: PeriodService,
    ) -> None:
        self._file = file
        self._clock = clock
        self._plans = plans
        self._agencies = agencies
        self._periods = periods

    def board(self, period_key: PeriodKey, day: date | None = None) -> ProgressBoard:
        """Return the year's plan as it stands in a period.

        Args:
            period_key: The period; its year is the plan's.
            day: The day looked at; by default the cut-off, or today while that is to come.

        Raises:
            PlanMissing: There is no plan of the year.
            PeriodUnknown: There is no such period.
        """
        plan = self._plans.load_year(period_key.year)
        period = self._periods.get(period_key)
        return ProgressBoard(
            plan=plan,
            catalogue=self._agencies.catalogue(),
            book=load_book(self._file.db, plan.id),
            periods=self._periods.of_year(period_key.year),
            period=period,
            day=day or min(period.last_day, max(today(self._clock), period.first_day)),
        )

    def period_to_show(self, year: int) -> ReportingPeriod:
        """Return the period to begin with: the one being worked on.

        Of a year that is over, the latest of the four reports on which anything is recorded.
        """
        current = self._periods.current(year)
        plan = self._plans.find(year)
        if plan is None or today(self._clock) <= current.send_by:
            return current
        recorded = {key.period for key in load_book(self._file.db, plan.id).records}
        reports = self._periods.report_periods(year)
        return next((p for p in reversed(reports) if p.key in recorded), current)

    def write(
        self, period_key: PeriodKey, edits: Sequence[ProgressEdit], label: str = "edit_progress"
    ) -> ChangeSet:
        """Write fields of records in one step; a record left without any content goes.

        A day of completion says that the work is done, so it sets the statement too unless
        the same step sets that itself.

        Raises:
            PeriodClosed: The period is locked.
            InvalidValue: A value does not fit its field.
            RecordMissing: The work was deleted meanwhile.
        """
        period = self.open_period(period_key)
        with self._file.transaction(label, count=str(len(edits)), period=period.title) as step:
            grouped: dict[WorkRef, list[ProgressEdit]] = {}
            for edit in edits:
                grouped.setdefault(edit.work, []).append(edit)
            for work, of_work in grouped.items():
                record = self.record(step.unit, work, period_key)
                values = {edit.field: self._checked(edit) for edit in of_work}
                if values.get(ProgressField.DONE_ON) and ProgressField.STATEMENT not in values:
                    values[ProgressField.STATEMENT] = Statement.DONE
                self.save(step.unit, with_values(record, values))
        return step.change_set

    def copy_forward(self, period_key: PeriodKey, works: Sequence[WorkRef]) -> ChangeSet:
        """Fill the blank fields of records with what was said before, in one step.

        The statement and the words are carried over, and how far the work had come; work
        that already has words of its own in the period keeps them.
        """
        board = self.board(period_key)
        before = {
            (s.item.deliverable.id, s.item.agency_id): s.previous
            for s in board.states
            if s.item.deliverable and s.previous
        }
        edits = []
        for work in works:
            if work.deliverable_id is None:
                continue
            old = before.get((work.deliverable_id, work.agency_id))
            if old is None:
                continue
            now = find_progress(
                self._file.db, ProgressKey(work.deliverable_id, work.agency_id, period_key)
            )
            for field in ProgressField:
                value = getattr(old, field.value)
                current = getattr(now, field.value) if now else None
                if value not in (None, "") and current in (None, ""):
                    edits.append(ProgressEdit(work, field, value))
        return self.write(period_key, edits, label="copy_progress_forward")

    def record_occurrence(self, occurrence: Occurrence) -> ChangeSet:
        """Record that what an event deadline waited for has happened.

        Raises:
            InvalidValue: It lies in the future, or the day it sets before the day it happened.
            RecordMissing: The product was deleted meanwhile.
        """
        if occurrence.happened_on > today(self._clock):
            raise InvalidValue(field="happened_on", value=f"{occurrence.happened_on:%d/%m/%Y}")
        if occurrence.due and occurrence.due < occurrence.happened_on:
            raise InvalidValue(field="occurrence_due", value=f"{occurrence.due:%d/%m/%Y}")
        occurrence = replace(occurrence, document=nfc(occurrence.document).strip())
        with self._file.transaction("record_occurrence") as step:
            step.unit.get("deliverable", occurrence.deliverable_id)
            row_id = self._occurrence_id(occurrence.deliverable_id)
            if row_id is None:
                step.unit.insert("occurrence", occurrence_row(occurrence))
            else:
                step.unit.update("occurrence", row_id, occurrence_row(occurrence))
        return step.change_set

    def clear_occurrence(self, deliverable_id: DeliverableId) -> ChangeSet:
        """Take back that the awaited event happened; nothing recorded is no change."""
        with self._file.transaction("clear_occurrence") as step:
            row_id = self._occurrence_id(deliverable_id)
            if row_id is not None:
                step.unit.delete("occurrence", row_id)
        return step.change_set

    def set_follow_mode(self, task_id: TaskId, mode: FollowMode | None) -> ChangeSet:
        """Set whether a task's leads are followed together or each; None as is usual."""
        with self._file.transaction("set_follow_mode") as step:
            step.unit.get("task", task_id)
            row_id = find_row_id(self._file.db, "task_following", "task_id", task_id)
            if row_id is not None and mode is None:
                step.unit.delete("task_following", row_id)
            elif row_id is not None and mode is not None:
                step.unit.update("task_following", row_id, {"mode": mode.value})
            elif mode is not None:
                step.unit.insert("task_following", {"task_id": task_id, "mode": mode.value})
        return step.change_set

    def open_period(self, period_key: PeriodKey) -> ReportingPeriod:
        """Return a period that can be written in.

        Raises:
            PeriodClosed: It is locked.
            PeriodUnknown: There is no such period.
        """
        period = self._periods.get(period_key)
        if period.is_closed:
            raise PeriodClosed(period=period.title)
        return period

    def record(self, unit: UnitOfWork, work: WorkRef, period_key: PeriodKey) -> Progress:
        """Return the record of a piece of work, a new one if there is none yet."""
        deliverable_id = work.deliverable_id
        if deliverable_id is None:
            deliverable_id = self._first_product(unit, work.task_id)
        unit.get("deliverable", deliverable_id)
        key = ProgressKey(deliverable_id, work.agency_id, period_key)
        return find_progress(self._file.db, key) or Progress(key)

    def save(self, unit: UnitOfWork, record: Progress) -> int | None:
        """Write a record inside a step and return its id; a blank one goes, giving None."""
        if record.is_blank:
            if record.id is not None:
                unit.delete("progress", record.id)
            return None
        if record.id is None:
            return unit.insert("progress", progress_row(record))
        unit.update("progress", record.id, progress_row(record))
        return record.id

    def _first_product(self, unit: UnitOfWork, task_id: TaskId) -> DeliverableId:
        """Return a task's first product; a task without any gets a blank one."""
        unit.get("task", task_id)
        known = deliverable_ids(self._file.db, task_id)
        if known:
            return DeliverableId(known[0])
        blank = {"product": "", "deadline": "", "deadline_by_hand": None}
        new = unit.insert("deliverable", {"task_id": task_id, "position": 1, **blank})
        return DeliverableId(new)

    def _occurrence_id(self, deliverable_id: DeliverableId) -> int | None:
        return find_row_id(self._file.db, "occurrence", "deliverable_id", deliverable_id)

    def _checked(self, edit: ProgressEdit) -> FieldValue:
        """Return the value as its field keeps it."""
        value = edit.value
        match edit.field:
            case ProgressField.STATEMENT:
                is_fit = value is None or isinstance(value, Statement)
            case ProgressField.DONE_ON:
                is_fit = value is None or (isinstance(value, date) and value <= today(self._clock))
            case ProgressField.PERCENT:
                is_fit = value is None or (_is_number(value) and 0 <= int(str(value)) <= 100)
            case ProgressField.MILESTONES_MET:
                is_fit = value is None or (_is_number(value) and 0 <= int(str(value)) <= 99)
            case _:
                value = nfc(value).strip() if isinstance(value, str) else ""
                is_fit = edit.value is None or isinstance(edit.value, str)
        if not is_fit:
            shown = f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)
            raise InvalidValue(field=edit.field.value, value=shown)
        return value


def with_values(record: Progress, values: Mapping[ProgressField, FieldValue]) -> Progress:
    """Return the record with these fields, whose values were checked."""
    fields: dict[str, Any] = {field.value: value for field, value in values.items()}
    return replace(record, **fields)


def _is_number(value: FieldValue) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
