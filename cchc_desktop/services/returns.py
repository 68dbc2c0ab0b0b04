"""The agencies' returns: making the workbooks, collecting them, and who has sent what."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.agency_return import office_fingerprint
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.errors import Cancelled, InvalidValue
from cchc_desktop.domain.period import PeriodKey, ReportingPeriod
from cchc_desktop.domain.problem import Problem, Severity
from cchc_desktop.domain.return_catalogue import ReturnCatalogue, parse_return_catalogue
from cchc_desktop.domain.return_comparison import (
    CollectionPreview,
    Decisions,
    ReturnFilePreview,
    accepted_changes,
    set_against_each_other,
)
from cchc_desktop.domain.return_register import (
    ReminderContent,
    ReturnRecord,
    ReturnStatus,
    return_state,
)
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.progress import ProgressService
from cchc_desktop.services.return_collecting import Collector, read_all, write_changes
from cchc_desktop.services.return_making import (
    MadeReturn,
    MadeReturns,
    ReturnMaker,
    agency_name,
    led_by_agency,
    task_count,
)
from cchc_desktop.services.sentences import describe_problem
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.return_repository import founding_facts, load_returns, return_row
from cchc_desktop.storage.unit_of_work import UnitOfWork
from cchc_desktop.system.fonts import find_fonts
from cchc_desktop.system.paths import resource

_CATALOGUE_FILE = "agency-return.toml"


def _no_progress(done: int, total: int) -> None:
    """Tell nobody."""


def _never() -> bool:
    return False


class ReturnService:
    """What a person can do with agencies' returns ("biểu báo cáo của đơn vị")."""

    def __init__(
        self, file: OfficeFile, clock: Clock, offices: OfficeService, progress: ProgressService
    ) -> None:
        self._file = file
        self._clock = clock
        self._offices = offices
        self._progress = progress

    @cached_property
    def catalogue(self) -> ReturnCatalogue:
        """The columns and words of the workbooks."""
        return parse_return_catalogue(
            read_data_file("catalogues", _CATALOGUE_FILE), _CATALOGUE_FILE
        )

    def make(
        self,
        period_key: PeriodKey,
        agency_ids: Collection[AgencyId] | None,
        folder: Path,
        progress: Callable[[int, int], None] = _no_progress,
        is_cancelled: Callable[[], bool] = _never,
    ) -> MadeReturns:
        """Make the workbooks of agencies, each in a file of its own, and note that they were.

        A file of the same name and content stays; beside one of other content the new one
        gets a number.

        Args:
            period_key: The period to report on.
            agency_ids: Whose workbooks to make; None makes those of all that lead something.
            folder: Where to put them.
            progress: Told after each file how many are done, and of how many.
            is_cancelled: Asked between two files.

        Raises:
            PeriodClosed: The period is locked.
            RecordMissing: There is no such agency.
            Cancelled: It was stopped; the files made so far stay and are not noted.
            EnvironmentProblem: A file cannot be written there.
        """

        def check_cancelled() -> None:
            if is_cancelled():
                raise Cancelled

        period = self._progress.open_period(period_key)
        made = self._maker(period).make(agency_ids, folder, progress, check_cancelled)
        return MadeReturns(made, self._note_made(period, made))

    def write_workbook(self, period_key: PeriodKey, agency_id: AgencyId, target: Path) -> Path:
        """Write one agency's workbook to a file of one's own choice; nothing is noted.

        Raises:
            PeriodClosed: The period is locked.
            RecordMissing: There is no such agency.
            EnvironmentProblem: The file cannot be written there.
        """
        from cchc_desktop.documents.atomic_file import replacing

        data = self._maker(self._progress.open_period(period_key)).workbook(agency_id)
        with replacing(target) as stream:
            stream.write(data)
        return target

    def _maker(self, period: ReportingPeriod) -> ReturnMaker:
        board = self._progress.board(period.key)
        letterhead = self._offices.load().letterhead_on(period.last_day)
        return ReturnMaker(board, letterhead, self._office(), self.catalogue)

    def _note_made(self, period: ReportingPeriod, made: Sequence[MadeReturn]) -> ChangeSet:
        known = load_returns(self._file.db, period.key)
        day = today(self._clock)
        count = str(len(made))
        with self._file.transaction("make_returns", period=period.title, count=count) as step:
            for item in made:
                old = known.get(item.agency_id) or ReturnRecord(0, period.key, item.agency_id)
                _put(step.unit, replace(old, made_on=day))
        return step.change_set

    def preview(
        self,
        files: Sequence[Path],
        period_key: PeriodKey,
        progress: Callable[[int, int], None] = _no_progress,
        is_cancelled: Callable[[], bool] = _never,
        received_on: date | None = None,
    ) -> CollectionPreview:
        """Return what collecting files would change; nothing is written.

        A file that cannot be read is refused by itself and holds up no other.

        Args:
            files: Any number of files.
            period_key: The period they should be of.
            progress: Told after each file how many are done, and of how many.
            is_cancelled: Asked between two files.
            received_on: The day they came; today by default.

        Raises:
            PlanMissing: There is no plan of the year.
            PeriodUnknown: There is no such period.
            Cancelled: It was stopped.
        """

        def check_cancelled() -> None:
            if is_cancelled():
                raise Cancelled

        board = self._progress.board(period_key)
        day = received_on or today(self._clock)
        collector = Collector(board, self._office(), self.catalogue, day)
        read = read_all(collector, files, progress, check_cancelled)
        return CollectionPreview(period_key, set_against_each_other(read))

    def write(
        self,
        preview: CollectionPreview,
        decisions: Decisions | None = None,
        received_on: date | None = None,
    ) -> ChangeSet:
        """Write what is new and what was decided, in one step that one undo takes back.

        The agencies are noted to have sent their reports; a report once received keeps the
        day on which it first came.

        Args:
            preview: What ``preview`` returned.
            decisions: For each conflict what to do; for other changes where it is not the
                usual: what is new is taken, what was emptied is kept.
            received_on: The day the files came; today by default.

        Raises:
            ConflictsUndecided: A conflict has no decision.
            PeriodClosed: The period is locked.
            EditConflict: A value was changed since the preview; nothing was written.
            InvalidValue: The day lies in the future or before the period.
        """
        period = self._progress.open_period(preview.period)
        day = self._day(received_on, period)
        accepted = accepted_changes(preview, decisions or {})
        received = [file for file in preview.files if file.counts_as_received]
        changed = {change.key.file for change in accepted}
        known = load_returns(self._file.db, period.key)
        count = str(len(received))
        with self._file.transaction("collect_returns", period=period.title, count=count) as step:
            write_changes(step.unit, self._progress, period.key, accepted)
            for agency_id, files in _by_agency(received).items():
                old = known.get(agency_id) or ReturnRecord(0, period.key, agency_id)
                if old.received_on is not None and not any(f.index in changed for f in files):
                    continue
                record = replace(
                    old,
                    received_on=min(old.received_on or day, day),
                    file_name="; ".join(file.name for file in files),
                    sha256=files[-1].sha256,
                )
                _put(step.unit, record)
        return step.change_set

    def annotate(self, file: Path, problems: Sequence[Problem], target: Path) -> Path:
        """Write a copy of an agency's file in which what is to be corrected is marked.

        The copy is an .xlsx whatever the file was, and can be filled in and sent back.

        Raises:
            SourceRejected: The file cannot be read.
            EnvironmentProblem: The copy cannot be written there.
        """
        from cchc_desktop.documents.return_annotation import Remark, annotated_copy
        from cchc_desktop.documents.text_measure import TextMeasure
        from cchc_desktop.importers.return_sheets import open_return, read_sheets

        source = open_return(file)
        sheets = {sheet.name: sheet.cells for sheet in read_sheets(source)}
        remarks = [
            Remark(p.place.part, p.place.row, p.place.column, p.text, describe_problem(p))
            for p in problems
            if p.severity is not Severity.NOTICE
        ]
        measure = TextMeasure(find_fonts(resource("fonts")))
        annotated_copy(source.data, sheets, remarks, self.catalogue, target, measure)
        return target

    def register(self, period_key: PeriodKey, day: date | None = None) -> tuple[ReturnStatus, ...]:
        """Return who has sent its report and who has not, in the catalogue's order.

        Args:
            period_key: The period.
            day: The day looked at; today by default.
        """
        board = self._progress.board(period_key)
        looked_at = day or today(self._clock)
        due = board.period.agency_due
        known = load_returns(self._file.db, period_key)
        led = led_by_agency(board)
        lines = []
        for agency in board.catalogue.agencies:
            if agency.id not in led:
                continue
            record = known.get(agency.id) or ReturnRecord(0, period_key, agency.id)
            state, late = return_state(record.received_on, due, looked_at)
            lines.append(
                ReturnStatus(
                    agency.id, agency.name, task_count(led[agency.id]), state, due, late,
                    record.made_on, record.received_on, record.file_name,
                )
            )  # fmt: skip
        return tuple(lines)

    def mark_received(
        self, period_key: PeriodKey, agency_id: AgencyId, day: date | None
    ) -> ChangeSet:
        """Note the day on which a report came, for one on paper; None takes it back.

        Raises:
            PeriodClosed: The period is locked.
            RecordMissing: There is no such agency.
            InvalidValue: The day lies in the future or before the period.
        """
        period = self._progress.open_period(period_key)
        if day is not None:
            self._day(day, period)
        name = agency_name(self._progress.board(period_key), agency_id)
        known = load_returns(self._file.db, period_key).get(agency_id)
        record = known or ReturnRecord(0, period_key, agency_id)
        if day is None:
            record = replace(record, file_name="", sha256="")
        with self._file.transaction("mark_return_received", name=name, period=period.title) as step:
            if known is not None or day is not None:
                _put(step.unit, replace(record, received_on=day))
        return step.change_set

    def reminder_content(self, period_key: PeriodKey, day: date | None = None) -> ReminderContent:
        """Return who has not sent its report yet, for a letter that reminds them."""
        looked_at = day or today(self._clock)
        board = self._progress.board(period_key)
        waiting = tuple(s for s in self.register(period_key, looked_at) if not s.is_received)
        return ReminderContent(board.period, looked_at, waiting)

    def _office(self) -> str:
        return office_fingerprint(*founding_facts(self._file.db))

    def _day(self, day: date | None, period: ReportingPeriod) -> date:
        """Return the day of receipt: within the period or after it, and not to come."""
        now = today(self._clock)
        if day is not None and not period.first_day <= day <= now:
            raise InvalidValue(field="received_on", value=f"{day:%d/%m/%Y}")
        return day or now


def _by_agency(
    files: Sequence[ReturnFilePreview],
) -> dict[AgencyId, list[ReturnFilePreview]]:
    found: dict[AgencyId, list[ReturnFilePreview]] = {}
    for file in files:
        if file.agency_id is not None:
            found.setdefault(file.agency_id, []).append(file)
    return found


def _put(unit: UnitOfWork, record: ReturnRecord) -> None:
    if record.id:
        unit.update("agency_return", record.id, return_row(record))
    else:
        unit.insert("agency_return", return_row(record))
