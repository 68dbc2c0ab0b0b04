"""Reads a year's plan as a strict colleague would, and remembers what was accepted."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.exception import CheckException, ExceptionId, ExceptionList
from cchc_desktop.domain.checks.finding import Finding, FindingSeverity
from cchc_desktop.domain.checks.reference import (
    CheckReference,
    parse_abbreviations,
    parse_common_words,
    parse_type_symbols,
)
from cchc_desktop.domain.checks.registry import run_checks
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.errors import InvalidValue, RecordMissing
from cchc_desktop.domain.plan import Plan, PlanId
from cchc_desktop.domain.plan_rows import PlanRow
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.plans import PlanService, first_day
from cchc_desktop.storage.agency_repository import load_catalogue
from cchc_desktop.storage.check_repository import exception_row, load_exceptions
from cchc_desktop.storage.file_lock import user_name
from cchc_desktop.storage.office_file import OfficeFile

_ABBREVIATIONS = "abbreviations.toml"
_WORDS = "common-words.toml"
_TYPES = "document-types.toml"


@dataclass(frozen=True, slots=True)
class CheckedFinding:
    """A finding as the officer is shown it ("điểm cần xem lại").

    Attributes:
        number: Its number in the whole report, accepted ones counted.
        row_name: "II.3", "II.3.a)", or "" for the plan itself.
        cell_text: The words of the cell concerned, or "".
        exception: By what it was accepted, or None.
    """

    number: int
    plan_id: PlanId
    finding: Finding
    row_name: str = ""
    cell_text: str = ""
    exception: CheckException | None = None

    @property
    def is_accepted(self) -> bool:
        """Whether the officer accepted it for the words as they stand."""
        return self.exception is not None


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a reading of a plan found ("kết quả kiểm tra"), in printed order.

    Attributes:
        open: What is still to be looked at.
        accepted: What an officer accepted with a reason.
    """

    year: int
    open: tuple[CheckedFinding, ...] = ()
    accepted: tuple[CheckedFinding, ...] = ()

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
        self, file: OfficeFile, clock: Clock, offices: OfficeService, plans: PlanService
    ) -> None:
        self._file = file
        self._clock = clock
        self._offices = offices
        self._plans = plans

    def run(self, year: int) -> CheckReport:
        """Return all that the checks find in the plan of ``year``.

        Raises:
            PlanMissing: There is none.
            RecordMissing: The file was not set up.
            CatalogueDamaged: A list that ships with the program does not hold.
        """
        return self.run_on(self._plans.load_year(year))

    def run_on(self, plan: Plan) -> CheckReport:
        """Return all that the checks find in ``plan``, as a window holds it; raises as ``run``."""
        before = self._plans.find(plan.year - 1)
        context = CheckContext(
            plan,
            load_catalogue(self._file.db),
            self._offices.load().letterhead_on(first_day(plan)),
            today(self._clock),
            self._plans.load(before.id) if before else None,
            self._reference,
        )
        exceptions = ExceptionList(load_exceptions(self._file.db, plan.id))
        rows = {row.key: row for row in context.rows}
        items = []
        for number, finding in enumerate(run_checks(context), 1):
            row = rows.get(finding.place.row) if finding.place.row else None
            items.append(
                CheckedFinding(
                    number,
                    plan.id,
                    finding,
                    row.place_name if row else "",
                    _cell_text(row, finding),
                    exceptions.of(finding),
                )
            )
        return CheckReport(
            plan.year,
            tuple(item for item in items if not item.is_accepted),
            tuple(item for item in items if item.is_accepted),
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

    @property
    def _today(self) -> date:
        return today(self._clock)

    def _kept(self, item: CheckedFinding) -> CheckException | None:
        return ExceptionList(load_exceptions(self._file.db, item.plan_id)).of(item.finding)

    @cached_property
    def _reference(self) -> CheckReference:
        return CheckReference(
            parse_abbreviations(read_data_file("catalogues", _ABBREVIATIONS), _ABBREVIATIONS),
            parse_type_symbols(read_data_file("catalogues", _TYPES), _TYPES),
            parse_common_words(read_data_file("catalogues", _WORDS), _WORDS),
        )


def _cell_text(row: PlanRow | None, finding: Finding) -> str:
    if row is None:
        return ""
    column = finding.place.field
    return row.cell(column if isinstance(column, AnnexColumn) else AnnexColumn.CONTENT).text
