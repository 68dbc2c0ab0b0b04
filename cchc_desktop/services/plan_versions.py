"""The life of plans: sent for signature, issued, amended, ended; and the versions that remain."""

from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.errors import InvalidValue, PlanStateWrong
from cchc_desktop.domain.number_register import GENERAL_REGISTER, IssuedNumber
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_snapshot import PlanSnapshot
from cchc_desktop.domain.plan_version import (
    PlanStanding,
    PlanState,
    PlanVersion,
    VersionId,
    VersionState,
)
from cchc_desktop.domain.version_comparison import VersionComparison
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.number_registers import NumberRegisters
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.plan_text import PlanTextService
from cchc_desktop.services.plans import PlanService
from cchc_desktop.services.printing import PrintingService
from cchc_desktop.services.version_issuing import IssueDetails, VersionIssuing
from cchc_desktop.services.version_reading import VersionCheck, VersionReading, VersionRef
from cchc_desktop.services.version_signing import VersionSigning
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_repository import plan_row
from cchc_desktop.storage.plan_restoring import Restoring
from cchc_desktop.storage.version_repository import (
    end_version,
    list_versions,
    load_standing,
    save_standing,
)


class VersionService:
    """What a person can do to sign, issue, amend and compare plans ("ban hành")."""

    def __init__(
        self,
        file: OfficeFile,
        clock: Clock,
        offices: OfficeService,
        plans: PlanService,
        text: PlanTextService,
        printing: PrintingService,
    ) -> None:
        self._file = file
        self._clock = clock
        self._offices = offices
        self._plans = plans
        self._registers = NumberRegisters(file, clock)
        self._reading = VersionReading(file, offices, plans)
        self._issuing = VersionIssuing(file, clock, offices, plans, text, printing, self._registers)

    def standing(self, plan_id: PlanId) -> PlanStanding:
        """Return where a plan stands."""
        return load_standing(self._file.db, plan_id)

    def versions(self, plan_id: PlanId) -> tuple[PlanVersion, ...]:
        """Return the issued versions of a plan, the first one first."""
        return list_versions(self._file.db, plan_id)

    def get(self, version_id: VersionId) -> PlanVersion:
        """Return a version; raises RecordMissing where there is none."""
        return self._reading.get(version_id)

    def submit(self, plan_id: PlanId) -> ChangeSet:
        """Record that a draft was sent for signature; it can still be edited.

        Raises:
            PlanStateWrong: It is no draft.
            RecordMissing: There is no such plan.
        """
        return self._step_to(plan_id, "submit_plan", PlanState.DRAFT, PlanState.SUBMITTED)

    def return_to_draft(self, plan_id: PlanId) -> ChangeSet:
        """Record that a plan came back unsigned; raises as ``submit``."""
        return self._step_to(plan_id, "return_to_draft", PlanState.SUBMITTED, PlanState.DRAFT)

    def proposal(self, plan_id: PlanId) -> IssueDetails:
        """Return what issuing a plan would most likely carry: number, symbol, date, signer."""
        return self._issuing.proposal(plan_id)

    def propose_number(
        self, plan_id: PlanId, day: date | None = None, register: str = GENERAL_REGISTER
    ) -> str:
        """Return the number a plan came with, else the one after the highest of the day's year.

        Without a leading zero: that is for print.
        """
        parent = self._plans.load(plan_id).parent_document
        is_of_day = day is None or parent.issued_on in (None, day)
        if parent.number and is_of_day:
            return parent.number
        return self._registers.propose(day or today(self._clock), register)

    def issue(self, plan_id: PlanId, details: IssueDetails) -> ChangeSet:
        """Issue a plan: all of it in one step, which undo does not take back.

        Number, date and signer are written, live fields keep what they say, the exact PDF and
        the whole content are kept, an earlier version is marked as amended, and the plan's
        words are frozen.

        Raises:
            PlanStateWrong: It is issued, or out of force.
            InvalidValue: The number, symbol or date cannot be.
            NothingToIssue: There is neither a text nor a task.
            NumberTaken: Another paper of the year has the number.
        """
        standing = self._expect(plan_id, PlanState.DRAFT, PlanState.SUBMITTED)
        return self._issuing.issue(standing, details)

    def amend(self, plan_id: PlanId, reason: str) -> ChangeSet:
        """Open an issued plan for an amendment; its version stays in force until then.

        Raises:
            PlanStateWrong: It is not issued.
            InvalidValue: There is no reason.
        """
        self._expect(plan_id, PlanState.ISSUED)
        reason = one_line(reason)
        if not reason:
            raise InvalidValue(field="amend_reason", value="")
        plan = self._plans.load(plan_id)
        parent = replace(plan.parent_document, number="", issued_on=None)
        with self._file.transaction("amend_plan", plan=str(plan.key), reason=reason) as step:
            now = self._clock.now()
            standing = PlanStanding(plan_id, PlanState.DRAFT, now, reason=reason)
            save_standing(step.unit, self._file.db, standing)
            # A draft has no number and no date; those in force are the version's.
            step.unit.update("plan", plan_id, plan_row(replace(plan, parent_document=parent)))
        return step.change_set

    def discard_amendment(self, plan_id: PlanId) -> ChangeSet:
        """Bring a plan that is being amended back to its version in force.

        Raises:
            PlanStateWrong: It was never issued, or is not being amended.
            PeriodClosed: A task of the amendment has progress in a closed period.
        """
        self._expect(plan_id, PlanState.DRAFT, PlanState.SUBMITTED)
        plan, versions = self._plans.load(plan_id), self.versions(plan_id)
        if not versions:
            raise PlanStateWrong(plan=str(plan.key), reason="plan_first_draft")
        snapshot = self._reading.snapshot(versions[-1].id)
        with self._file.transaction("discard_amendment", plan=str(plan.key)) as step:
            Restoring(step.unit, self._file.db).restore(snapshot)
            now = self._clock.now()
            standing = PlanStanding(plan_id, PlanState.ISSUED, now)
            save_standing(step.unit, self._file.db, standing)
        return step.change_set

    def expire(self, plan_id: PlanId, day: date, note: str = "") -> ChangeSet:
        """Record from which day a plan is no longer in force.

        Raises:
            PlanStateWrong: It is not issued.
            InvalidValue: The day is before its issue or after today.
        """
        self._expect(plan_id, PlanState.ISSUED)
        plan, version = self._plans.load(plan_id), self.versions(plan_id)[-1]
        if not version.issued_on <= day <= today(self._clock):
            raise InvalidValue(field="expired_on", value=f"{day:%d/%m/%Y}")
        with self._file.transaction("expire_plan", plan=str(plan.key)) as step:
            end_version(step.unit, version.id, VersionState.EXPIRED, day)
            now = self._clock.now()
            standing = PlanStanding(plan_id, PlanState.EXPIRED, now, reason=one_line(note))
            save_standing(step.unit, self._file.db, standing)
        return step.change_set

    def register_number(
        self, number: str, symbol: str, day: date, subject: str = "", register: str = ""
    ) -> ChangeSet:
        """Record a number that the office gave another paper.

        Raises:
            InvalidValue: It is no number, or of a day to come.
            NumberTaken: Another paper has it.
        """
        return self._registers.record(number, symbol, day, subject, register)

    def list_register(self, year: int) -> tuple[IssuedNumber, ...]:
        """Return the numbers recorded of a year, by register, in their order."""
        return self._registers.list(year)

    def pdf(self, version_id: VersionId) -> bytes:
        """Return the PDF of a version as it was issued."""
        return self._reading.pdf(version_id)

    def export(self, version_id: VersionId, target: Path, *, is_signed: bool = False) -> Path:
        """Write the PDF of a version, or its latest signed copy, where nothing may lie yet.

        Raises:
            RecordMissing: There is no such version, or no signed copy of it.
            FileExists: Something lies there already.
            TargetNotWritable: It cannot be written there.
        """
        return self._reading.export(version_id, target, is_signed=is_signed)

    def snapshot(self, version_id: VersionId) -> PlanSnapshot:
        """Return a version as it was issued; raises as ``VersionReading.snapshot``."""
        return self._reading.snapshot(version_id)

    def verify(self, version_id: VersionId) -> VersionCheck:
        """Compute anew whether a version still is what was issued."""
        return self._reading.verify(version_id)

    def sign(
        self,
        version_id: VersionId,
        certificate: Path,
        password: str,
        reason: str = "",
        location: str = "",
    ) -> ChangeSet:
        """Keep a copy of a version's PDF signed with a PKCS#12 certificate.

        Raises:
            RecordMissing: There is no such version.
            SignatureFailed: The certificate cannot be read, opened or used.
        """
        return self._signing.sign(version_id, certificate, password, reason, location)

    def compare(self, left: VersionRef, right: VersionRef) -> VersionComparison:
        """Return what differs between two versions, which may be of different plans.

        Raises:
            RecordMissing: There is no such plan or version.
        """
        return self._reading.compare(left, right)

    def ref_name(self, ref: VersionRef) -> str:
        """Return what a version is, in words."""
        return self._reading.name(ref)

    @cached_property
    def _signing(self) -> VersionSigning:
        return VersionSigning(self._file, self._clock, self._plans, self._reading)

    def _step_to(
        self, plan_id: PlanId, label: str, state: PlanState, later: PlanState
    ) -> ChangeSet:
        standing = self._expect(plan_id, state)
        plan = str(self._plans.load(plan_id).key)
        with self._file.transaction(label, plan=plan) as step:
            now = self._clock.now()
            save_standing(step.unit, self._file.db, replace(standing, state=later, since=now))
        return step.change_set

    def _expect(self, plan_id: PlanId, *states: PlanState) -> PlanStanding:
        standing = self.standing(plan_id)
        if standing.state not in states:
            plan = str(self._plans.load(plan_id).key)
            raise PlanStateWrong(plan=plan, reason=f"plan_{standing.state.value}")
        return standing
