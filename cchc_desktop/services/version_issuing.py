"""Issuing a plan: number, date and signature on it, the exact PDF kept, its words frozen."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.errors import InvalidValue, NothingToIssue
from cchc_desktop.domain.office import Signer
from cchc_desktop.domain.plan import Plan, PlanId
from cchc_desktop.domain.plan_snapshot import PlanSnapshot
from cchc_desktop.domain.plan_text import PlanText
from cchc_desktop.domain.plan_version import (
    PlanStanding,
    PlanState,
    PlanVersion,
    VersionId,
    VersionState,
)
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.number_registers import NumberRegisters
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.plan_text import PlanTextService
from cchc_desktop.services.plans import PlanService
from cchc_desktop.services.printing import (
    PaperFormat,
    PaperRequest,
    PrintingService,
    PrintOptions,
)
from cchc_desktop.services.version_reading import VersionReading
from cchc_desktop.storage.file_lock import user_name
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_repository import plan_row
from cchc_desktop.storage.plan_text_repository import save_plan_document
from cchc_desktop.storage.stored_files import store_file
from cchc_desktop.storage.unit_of_work import UnitOfWork
from cchc_desktop.storage.version_repository import (
    end_version,
    insert_version,
    list_versions,
    save_standing,
)


@dataclass(frozen=True, slots=True)
class IssueDetails:
    """What the issued paper carries ("thông tin ban hành").

    Attributes:
        number: The register number.
        symbol: What stands after the stroke: "KH-UBND".
        issued_on: The date of the paper.
        signer: Who signed it, and how.
        register: The register the number is of, "" for the general one.
    """

    number: str
    symbol: str
    issued_on: date
    signer: Signer
    register: str = ""


class VersionIssuing:
    """Makes issued versions, each in one step or not at all."""

    def __init__(
        self,
        file: OfficeFile,
        clock: Clock,
        offices: OfficeService,
        plans: PlanService,
        text: PlanTextService,
        printing: PrintingService,
        registers: NumberRegisters,
    ) -> None:
        self._file = file
        self._clock = clock
        self._offices = offices
        self._plans = plans
        self._text = text
        self._printing = printing
        self._registers = registers
        self._reading = VersionReading(file, offices, plans)

    def proposal(self, plan_id: PlanId) -> IssueDetails:
        """Return what issuing a plan would most likely carry.

        A plan that came with its number and date keeps them; any other gets today's date and
        the number after the highest known.
        """
        plan = self._plans.load(plan_id)
        parent = plan.parent_document
        day = parent.issued_on or today(self._clock)
        document = self._text.document(plan_id)
        letterhead = self._offices.load().letterhead_on(day)
        return IssueDetails(
            parent.number or self._registers.propose(day),
            parent.symbol,
            day,
            document.signer or letterhead.signer,
        )

    def issue(self, standing: PlanStanding, details: IssueDetails) -> ChangeSet:
        """Issue a plan that is a draft or sent for signature.

        Raises:
            InvalidValue: The number, symbol or date cannot be; ``field`` says which.
            NothingToIssue: There is neither a text nor a task.
            NumberTaken: Another paper of the year has the number.
        """
        db, plan = self._file.db, self._plans.load(standing.plan_id)
        earlier = list_versions(db, plan.id)
        symbol = one_line(details.symbol)
        given = self._registers.checked(
            details.number, symbol, details.issued_on, plan.title, details.register
        )
        if not symbol:
            raise InvalidValue(field="issue_symbol", value="")
        if given.issued_on.year < plan.year - 1:
            raise InvalidValue(field="issued_early", value=f"{given.issued_on:%d/%m/%Y}")
        if earlier and given.issued_on < earlier[-1].issued_on:
            raise InvalidValue(field="amended_on", value=f"{given.issued_on:%d/%m/%Y}")
        parent = replace(
            plan.parent_document, number=given.number, symbol=symbol, issued_on=given.issued_on
        )
        number = f"{given.number}/{symbol}"
        with self._file.transaction("issue_plan", plan=str(plan.key), number=number) as step:
            unit = step.unit
            unit.update("plan", plan.id, plan_row(replace(plan, parent_document=parent)))
            document = replace(self._text.document(plan.id), signer=details.signer)
            save_plan_document(unit, db, document)
            text = self._text.load(plan.id)
            _keep_live_words(unit, text)
            snapshot = self._reading.current(plan.id)
            _refuse_empty(snapshot.plan, text)
            pdf = self._render(snapshot.plan, text)
            version = PlanVersion(
                id=VersionId(0),
                plan_id=plan.id,
                number=standing.next_version,
                state=VersionState.IN_FORCE,
                document_number=given.number,
                symbol=symbol,
                issued_on=given.issued_on,
                issuer=parent.issuer or snapshot.letterhead.name,
                signing=details.signer.title_lines,
                signer=one_line(details.signer.name),
                reason=standing.reason,
                made_at=self._clock.now(),
                made_by=user_name(),
                content_id=store_file(db, snapshot.encode()),
                pdf_id=store_file(db, pdf),
                fingerprint="",
                size=len(pdf),
            )
            version_id = insert_version(unit, version)
            for before in earlier:
                if before.state is VersionState.IN_FORCE:
                    end_version(unit, before.id, VersionState.AMENDED, given.issued_on)
            self._registers.give(unit, replace(given, subject=_subject(snapshot)), version_id)
            now = self._clock.now()
            save_standing(unit, db, PlanStanding(plan.id, PlanState.ISSUED, now))
        return step.change_set

    def _render(self, plan: Plan, text: PlanText) -> bytes:
        # An annex without a text is a paper too; the form "plan" begins with the text.
        form = "plan" if text.body else "plan-annex"
        request = PaperRequest(form, plan.year, last_year=plan.last_year)
        parent = plan.parent_document
        options = PrintOptions(
            with_letterhead=True,
            with_signature=True,
            number=parent.number,
            issued_on=parent.issued_on,
        )
        with TemporaryDirectory(prefix="cchc-ban-hanh-") as folder:
            target = Path(folder) / "van-ban.pdf"
            return (
                self._printing.prepare(request, options).write(PaperFormat.PDF, target).read_bytes()
            )


def _keep_live_words(unit: UnitOfWork, text: PlanText) -> None:
    """Write what live fields say now: what is issued no longer follows the data."""
    for part in text.parts:
        if part.id is not None:
            unit.update("text_part", part.id, {"title": part.title.markup})
    for _, passage in text.passages():
        if passage.id is not None:
            unit.update("passage", passage.id, {"text": passage.text.markup})


def _refuse_empty(plan: Plan, text: PlanText) -> None:
    has_words = text.body is not None and any(passage.text for passage in text.body.passages)
    if not has_words and not any(section.tasks for section in plan.sections):
        raise NothingToIssue(plan=str(plan.key))


def _subject(snapshot: PlanSnapshot) -> str:
    """Return what the paper is about, on one line."""
    part = snapshot.text.body
    title = part.title.text if part else ""
    return one_line(title or snapshot.plan.title)
