"""Reads a plan, text and annex, as a strict colleague would, and remembers what was accepted."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.checks.context import NO_TEXT, CheckContext
from cchc_desktop.domain.checks.exception import CheckException, ExceptionId, ExceptionList
from cchc_desktop.domain.checks.finding import Finding, FindingSeverity
from cchc_desktop.domain.checks.places import FindingPlaces
from cchc_desktop.domain.checks.reference import (
    CheckReference,
    parse_abbreviations,
    parse_common_words,
    parse_type_symbols,
)
from cchc_desktop.domain.checks.registry import run_checks
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.errors import InvalidValue, RecordMissing
from cchc_desktop.domain.legal_documents import parse_legal_documents
from cchc_desktop.domain.plan import Plan, PlanId, PlanKey
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.plan_text import PlanTextService
from cchc_desktop.services.plans import PlanService, first_day
from cchc_desktop.storage.agency_repository import load_catalogue
from cchc_desktop.storage.check_repository import exception_row, load_exceptions
from cchc_desktop.storage.document_repository import load_documents
from cchc_desktop.storage.file_lock import user_name
from cchc_desktop.storage.office_file import OfficeFile

_ABBREVIATIONS = "abbreviations.toml"
_WORDS = "common-words.toml"
_TYPES = "document-types.toml"
_DOCUMENTS = "legal-documents.toml"


@dataclass(frozen=True, slots=True)
class CheckedFinding:
    """A finding as the officer is shown it ("điểm cần xem lại").

    Attributes:
        number: Its number in the whole report, accepted ones counted.
        row_name: "II.3", "II.3.a)" of the annex, or "" for other places.
        cell_text: The words of the cell or passage concerned, or "".
        exception: By what it was accepted, or None.
        text_name: "Phần lời, II.3" for a place in the text, or "".
    """

    number: int
    plan_id: PlanId
    finding: Finding
    row_name: str = ""
    cell_text: str = ""
    exception: CheckException | None = None
    text_name: str = ""

    @property
    def place_name(self) -> str:
        """Where it is: "Phần lời, II.3", "II.3.a)" of the annex, or "" for the plan itself."""
        return self.text_name or self.row_name

    @property
    def is_accepted(self) -> bool:
        """Whether the officer accepted it for the words as they stand."""
        return self.exception is not None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a reading of a plan found ("kết quả kiểm tra"), in printed order.

    Attributes:
        key: Which plan was read.
        open: What is still to be looked at.
        accepted: What an officer accepted with a reason.
        has_text: Whether the plan has a text beside its annex.
    """

    key: PlanKey
    open: tuple[CheckedFinding, ...] = ()
    accepted: tuple[CheckedFinding, ...] = ()
    has_text: bool = False

    @property
    def year(self) -> int:
        """The plan's year, or the first of several."""
        return self.key.year

    @property
    def term(self) -> str:
        """The plan's time in words."""
        return self.key.term

    def count(self, severity: FindingSeverity) -> int:
        """Return how many open findings are of ``severity``."""
        return sum(item.finding.severity is severity for item in self.open)

    @property
    def has_errors(self) -> bool:
        """Whether an error is open."""
        return self.count(FindingSeverity.ERROR) > 0

    def find(self, number: int) -> CheckedFinding:
        """Return the finding of ``number``.

        Raises:
            RecordMissing: There is none.
        """
        for item in (*self.open, *self.accepted):
            if item.number == number:
                return item
        raise RecordMissing(kind="finding", id=number)


class CheckService:
    """What a person can do with the check of a plan ("kiểm tra kế hoạch")."""

    def __init__(
        self,
        file: OfficeFile,
        clock: Clock,
        offices: OfficeService,
        plans: PlanService,
        texts: PlanTextService,
    ) -> None:
        self._file = file
        self._clock = clock
        self._offices = offices
        self._plans = plans
        self._texts = texts

    def run(self, year: int) -> CheckReport:
        """Return all that the checks find in the plan of ``year``; raises as ``run_key``."""
        return self.run_key(PlanKey(year))

    def run_key(self, key: PlanKey) -> CheckReport:
        """Return all that the checks find in the plan of a year or of several years.

        Raises:
            PlanMissing: There is none.
            RecordMissing: The file was not set up.
            CatalogueDamaged: A list that ships with the program does not hold.
        """
        return self.run_on(self._plans.load_key(key))

    def run_on(self, plan: Plan) -> CheckReport:
        """Return all that the checks find in ``plan``; raises as ``run_key``.

        ``plan`` is taken as a window holds it; its text is read from the file.
        """
        context = self._context(plan)
        exceptions = ExceptionList(load_exceptions(self._file.db, plan.id))
        places = FindingPlaces(context)
        items = [
            CheckedFinding(
                number,
                plan.id,
                finding,
                places.row_name(finding.place),
                places.words(finding.place),
                exceptions.of(finding),
                places.text_name(finding.place),
            )
            for number, finding in enumerate(run_checks(context), 1)
        ]
        return CheckReport(
            plan.key,
            tuple(item for item in items if not item.is_accepted),
            tuple(item for item in items if item.is_accepted),
            has_text=bool(context.text),
        )

    def accept(self, item: CheckedFinding, reason: str) -> ChangeSet:
        """Pass over a finding from now on, until its words change; a new reason replaces the old.

        Raises:
            InvalidValue: There is no reason.
        """
        reason = one_line(reason)
        if not reason:
            raise InvalidValue(field="exception_reason", value="")
        finding = item.finding
        row = exception_row(
            CheckException(
                ExceptionId(0),
                item.plan_id,
                finding.code,
                finding.place.row,
                finding.fingerprint,
                reason,
                self._today,
                user_name(),
                finding.place.passage,
            )
        )
        with self._file.transaction("accept_finding", reason=reason) as step:
            kept = self._kept(item)
            if kept is None:
                step.unit.insert("check_exception", row)
            else:
                step.unit.update("check_exception", kept.id, row)
        return step.change_set

    def withdraw(self, item: CheckedFinding) -> ChangeSet:
        """Let a finding be open again.

        Raises:
            RecordMissing: It was not accepted, or not any more.
        """
        kept = self._kept(item)
        if kept is None:
            raise RecordMissing(kind="check_exception", id=item.number)
        with self._file.transaction("withdraw_exception") as step:
            step.unit.delete("check_exception", kept.id)
        return step.change_set

    def _context(self, plan: Plan) -> CheckContext:
        db = self._file.db
        before = self._plans.find(plan.year - 1) if plan.last_year is None else None
        text = self._texts.load(plan.id)
        return CheckContext(
            plan,
            load_catalogue(db),
            self._offices.load().letterhead_on(first_day(plan)),
            today(self._clock),
            self._plans.load(before.id) if before else None,
            self._reference,
            text,
            self._texts.document(plan.id) if text else None,
            load_documents(db),
            self._known_documents,
            self._texts.load(before.id) if before else NO_TEXT,
        )

    @property
    def _today(self) -> date:
        return today(self._clock)

    def _kept(self, item: CheckedFinding) -> CheckException | None:
        return ExceptionList(load_exceptions(self._file.db, item.plan_id)).of(item.finding)

    @cached_property
    def _known_documents(self) -> tuple[RegisteredDocument, ...]:
        common = parse_legal_documents(read_data_file("catalogues", _DOCUMENTS), _DOCUMENTS)
        ids = {item.id: DocumentId(number) for number, item in enumerate(common, 1)}
        return tuple(
            replace(item.document, id=ids[item.id], replaced_by=ids.get(item.replaced_by))
            for item in common
        )

    @cached_property
    def _reference(self) -> CheckReference:
        return CheckReference(
            parse_abbreviations(read_data_file("catalogues", _ABBREVIATIONS), _ABBREVIATIONS),
            parse_type_symbols(read_data_file("catalogues", _TYPES), _TYPES),
            parse_common_words(read_data_file("catalogues", _WORDS), _WORDS),
        )
