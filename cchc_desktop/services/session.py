"""An open data file and all that can be done with it: what windows and commands hold."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from cchc_desktop.domain.agency import AgencyKind
from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.office import Letterhead, OfficeLevel
from cchc_desktop.domain.starter_catalogue import (
    StarterAgency,
    StarterCatalogue,
    parse_starter_catalogue,
)
from cchc_desktop.domain.vietnamese import comparison_key
from cchc_desktop.services.agencies import AgencyService, add_starter_agencies, add_starter_groups
from cchc_desktop.services.assignments import AssignmentService
from cchc_desktop.services.backups import BackupService
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.services.evidence import EvidenceService
from cchc_desktop.services.history import HistoryService
from cchc_desktop.services.imports import ImportService
from cchc_desktop.services.offices import OfficeService, checked_letterhead
from cchc_desktop.services.paper_composers import PaperSources
from cchc_desktop.services.periods import PeriodService
from cchc_desktop.services.plan_editing import PlanEditingService
from cchc_desktop.services.plan_structure import PlanStructureService
from cchc_desktop.services.plans import PlanService
from cchc_desktop.services.printing import PrintingService
from cchc_desktop.services.progress import ProgressService
from cchc_desktop.services.progress_history import ProgressHistoryService
from cchc_desktop.services.reports import ReportService
from cchc_desktop.services.returns import ReturnService
from cchc_desktop.services.sent_papers import SentPaperService
from cchc_desktop.storage.office_file import OfficeFile, create_office_file, open_office_file
from cchc_desktop.storage.office_repository import letterhead_row
from cchc_desktop.system.paths import resource


@dataclass(frozen=True, slots=True)
class OfficeSetup:
    """What the guided set-up asks for ("thiết lập ban đầu")."""

    level: OfficeLevel
    letterhead: Letterhead


class Session:
    """An open data file.  Must be used from the thread that opened it.

    Attributes:
        path: The data file.
        offices: The office's own details.
        agencies: The catalogue of agencies and groups.
        plans: The plans as a whole.
        periods: The reporting periods and the days that are worked.
        cells: Writing in a plan's cells.
        rows: Adding, deleting and moving a plan's rows.
        assignments: Who does what, as a table and as wordings.
        imports: Bringing documents in.
        printing: Forms on paper.
        progress: Recording the work, period by period.
        evidence: The documents that prove results.
        returns: The workbooks that agencies fill in and send back.
        reports: The periodic reports.
        sent_papers: Papers kept as they were sent.
        progress_history: Who wrote which value of a record, when, over what.
        history: Undo, redo, and what was done.
        backups: Safety copies.
    """

    def __init__(self, file: OfficeFile, clock: Clock) -> None:
        self._file = file
        self.path = file.path
        self.offices = OfficeService(file)
        self.agencies = AgencyService(file)
        self.plans = PlanService(file)
        self.periods = PeriodService(file, clock)
        self.cells = PlanEditingService(file)
        self.rows = PlanStructureService(file)
        self.assignments = AssignmentService(file, clock, self.plans, self.agencies)
        self.imports = ImportService(file, resource("catalogues", "column-headings.toml"), clock)
        self.progress = ProgressService(file, clock, self.plans, self.agencies, self.periods)
        self.evidence = EvidenceService(file, self.progress)
        self.returns = ReturnService(file, clock, self.offices, self.progress)
        self.reports = ReportService(file, self.offices, self.periods, self.progress)
        self.sent_papers = SentPaperService(file, clock, self.periods)
        self.progress_history = ProgressHistoryService(file)
        self.printing = PrintingService(
            PaperSources(self.offices, self.plans, self.assignments, self.returns, self.reports)
        )
        self.history = HistoryService(file)
        self.backups = BackupService(file, clock)

    def close(self) -> None:
        """Close the file and free it for others."""
        self._file.close()


def open_session(path: Path, clock: Clock, *, take_over: bool = False) -> Session:
    """Open a data file; arguments and errors are those of ``open_office_file``."""
    return Session(open_office_file(path, clock, take_over=take_over), clock)


def create_session(
    path: Path, setup: OfficeSetup, clock: Clock, agencies: Iterable[StarterAgency] = ()
) -> Session:
    """Create a data file, set up with the starter catalogue of its level, and open it.

    Args:
        path: Where to create it.
        setup: What the guided set-up asked for.
        clock: For the history.
        agencies: Further agencies, such as the communes of the district.

    Raises:
        FileExists: Something lies there already.
        InvalidValue: The issuing body's name is empty.
        EnvironmentProblem: The file cannot be written there.
    """
    letterhead = checked_letterhead(setup.letterhead)
    starter = load_starter_catalogue(setup.level)
    file = create_office_file(path, clock)
    try:
        with file.transaction("set_up", name=letterhead.name) as step:
            step.unit.insert("office", {"id": 1, "level": setup.level.value})
            step.unit.insert("letterhead", letterhead_row(letterhead))
            add_starter_agencies(step.unit, (*_with_own_name(starter, letterhead.name), *agencies))
            add_starter_groups(step.unit, starter.groups)
    except BaseException:
        file.close()
        path.unlink(missing_ok=True)
        raise
    return Session(file, clock)


def load_starter_catalogue(level: OfficeLevel) -> StarterCatalogue:
    """Return the agencies that ship for offices of ``level``.

    A province starts from the district's catalogue: the kinds of bodies are the same.
    """
    name = "agencies-commune.toml" if level is OfficeLevel.COMMUNE else "agencies-district.toml"
    return parse_starter_catalogue(read_data_file("catalogues", name), name)


def _with_own_name(catalogue: StarterCatalogue, office_name: str) -> tuple[StarterAgency, ...]:
    """Return the agencies, the issuing body known by its full name too.

    So that "Phòng Nội vụ huyện Ninh Sơn" is told from another district's.
    """
    agencies = list(catalogue.agencies)
    key = comparison_key(office_name)
    for index, agency in enumerate(agencies):
        own = comparison_key(agency.name)
        if agency.kind is AgencyKind.OFFICE and key.startswith(own + " "):
            agencies[index] = replace(agency, aliases=(*agency.aliases, office_name))
            break
    return tuple(agencies)
