"""An open data file and all that can be done with it: what windows and commands hold."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cchc_desktop.domain.agency import AgencyKind
from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.office import Letterhead, OfficeLevel
from cchc_desktop.domain.vietnamese import comparison_key
from cchc_desktop.services.agencies import AgencyService, add_starter_agencies, add_starter_groups
from cchc_desktop.services.backups import BackupService
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.services.history import HistoryService
from cchc_desktop.services.offices import OfficeService, checked_letterhead
from cchc_desktop.services.plan_editing import PlanEditingService
from cchc_desktop.services.plan_structure import PlanStructureService
from cchc_desktop.services.plans import PlanService
from cchc_desktop.storage.office_file import OfficeFile, create_office_file, open_office_file
from cchc_desktop.storage.office_repository import letterhead_row
from cchc_desktop.system.paths import resource

if TYPE_CHECKING:
    from cchc_desktop.domain.starter_catalogue import StarterAgency, StarterCatalogue
    from cchc_desktop.services.assignments import AssignmentService
    from cchc_desktop.services.carry_over import CarryOverService
    from cchc_desktop.services.checks import CheckService
    from cchc_desktop.services.demands import DemandService
    from cchc_desktop.services.documents import DocumentService
    from cchc_desktop.services.evidence import EvidenceService
    from cchc_desktop.services.imports import ImportService
    from cchc_desktop.services.periods import PeriodService
    from cchc_desktop.services.plan_imports import PlanImportService
    from cchc_desktop.services.plan_text import PlanTextService
    from cchc_desktop.services.plan_versions import VersionService
    from cchc_desktop.services.printing import PrintingService
    from cchc_desktop.services.progress import ProgressService
    from cchc_desktop.services.progress_history import ProgressHistoryService
    from cchc_desktop.services.reports import ReportService
    from cchc_desktop.services.returns import ReturnService
    from cchc_desktop.services.sent_papers import SentPaperService


@dataclass(frozen=True, slots=True)
class OfficeSetup:
    """What the guided set-up asks for ("thiết lập ban đầu")."""

    level: OfficeLevel
    letterhead: Letterhead


class Session:
    """An open data file.  Must be used from the thread that opened it.

    What the window needs at once is made with it; the rest is made, and its modules are read,
    when it is first asked for.

    Attributes:
        path: The data file.
        offices: The office's own details.
        agencies: The catalogue of agencies and groups.
        plans: The plans as a whole.
        cells: Writing in a plan's cells.
        rows: Adding, deleting and moving a plan's rows.
        history: Undo, redo, and what was done.
        backups: Safety copies.
    """

    def __init__(self, file: OfficeFile, clock: Clock) -> None:
        self._file = file
        self._clock = clock
        self.path = file.path
        self.offices = OfficeService(file)
        self.agencies = AgencyService(file)
        self.plans = PlanService(file)
        self.cells = PlanEditingService(file)
        self.rows = PlanStructureService(file)
        self.history = HistoryService(file)
        self.backups = BackupService(file, clock)

    @cached_property
    def periods(self) -> "PeriodService":
        """The reporting periods and the days that are worked."""
        from cchc_desktop.services.periods import PeriodService

        return PeriodService(self._file, self._clock)

    @cached_property
    def assignments(self) -> "AssignmentService":
        """Who does what, as a table and as wordings."""
        from cchc_desktop.services.assignments import AssignmentService

        return AssignmentService(self._file, self._clock, self.plans, self.agencies)

    @cached_property
    def checks(self) -> "CheckService":
        """Reading a plan as a strict colleague would."""
        from cchc_desktop.services.checks import CheckService

        return CheckService(self._file, self._clock, self.offices, self.plans, self.text)

    @cached_property
    def text(self) -> "PlanTextService":
        """The texts of plans."""
        from cchc_desktop.services.plan_text import PlanTextService

        return PlanTextService(self._file, self.offices, self.plans)

    @cached_property
    def carry_over(self) -> "CarryOverService":
        """Going from one plan to the next, and following tasks across years."""
        from cchc_desktop.services.carry_over import CarryOverService

        return CarryOverService(
            self._file, self._clock, self.offices, self.plans, self.agencies, self.periods
        )

    @cached_property
    def imports(self) -> "ImportService":
        """Bringing documents in."""
        from cchc_desktop.services.imports import ImportService

        return ImportService(
            self._file, resource("catalogues", "column-headings.toml"), self._clock
        )

    @cached_property
    def plan_imports(self) -> "PlanImportService":
        """Bringing whole documents in."""
        from cchc_desktop.services.plan_imports import PlanImportService

        return PlanImportService(
            self._file,
            resource("catalogues", "column-headings.toml"),
            self._clock,
            self.imports,
            self.offices,
        )

    @cached_property
    def progress(self) -> "ProgressService":
        """Recording the work, period by period."""
        from cchc_desktop.services.progress import ProgressService

        return ProgressService(self._file, self._clock, self.plans, self.agencies, self.periods)

    @cached_property
    def evidence(self) -> "EvidenceService":
        """The documents that prove results."""
        from cchc_desktop.services.evidence import EvidenceService

        return EvidenceService(self._file, self.progress)

    @cached_property
    def progress_history(self) -> "ProgressHistoryService":
        """Who wrote which value of a record, when, over what."""
        from cchc_desktop.services.progress_history import ProgressHistoryService

        return ProgressHistoryService(self._file)

    @cached_property
    def returns(self) -> "ReturnService":
        """The workbooks that agencies fill in and send back."""
        from cchc_desktop.services.returns import ReturnService

        return ReturnService(self._file, self._clock, self.offices, self.progress)

    @cached_property
    def reports(self) -> "ReportService":
        """The periodic reports."""
        from cchc_desktop.services.reports import ReportService

        return ReportService(self._file, self.offices, self.periods, self.progress)

    @cached_property
    def sent_papers(self) -> "SentPaperService":
        """Papers kept as they were sent."""
        from cchc_desktop.services.sent_papers import SentPaperService

        return SentPaperService(self._file, self._clock, self.periods)

    @cached_property
    def documents(self) -> "DocumentService":
        """The register of documents that plans cite."""
        from cchc_desktop.services.documents import DocumentService

        return DocumentService(self._file, self.plans)

    @cached_property
    def demands(self) -> "DemandService":
        """What documents above ask, and what answers it."""
        from cchc_desktop.services.demands import DemandService

        return DemandService(self._file, self._clock, self.plans)

    @cached_property
    def versions(self) -> "VersionService":
        """Signing, issuing, amending and comparing plans."""
        from cchc_desktop.services.plan_versions import VersionService

        return VersionService(
            self._file, self._clock, self.offices, self.plans, self.text, self.printing
        )

    @cached_property
    def printing(self) -> "PrintingService":
        """Forms on paper."""
        from cchc_desktop.services.paper_sources import PaperSources
        from cchc_desktop.services.printing import PrintingService

        return PrintingService(
            PaperSources(
                self.offices, self.plans, self.assignments, self.returns, self.reports,
                self.text, self.demands, versions=lambda: self.versions,
            )
        )  # fmt: skip

    def close(self) -> None:
        """Close the file and free it for others."""
        self._file.close()


def open_session(path: Path, clock: Clock, *, take_over: bool = False) -> Session:
    """Open a data file; arguments and errors are those of ``open_office_file``."""
    return Session(open_office_file(path, clock, take_over=take_over), clock)


def create_session(
    path: Path, setup: OfficeSetup, clock: Clock, agencies: "Iterable[StarterAgency]" = ()
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


def load_starter_catalogue(level: OfficeLevel) -> "StarterCatalogue":
    """Return the agencies that ship for offices of ``level``.

    A province starts from the district's catalogue: the kinds of bodies are the same.
    """
    from cchc_desktop.domain.starter_catalogue import parse_starter_catalogue

    name = "agencies-commune.toml" if level is OfficeLevel.COMMUNE else "agencies-district.toml"
    return parse_starter_catalogue(read_data_file("catalogues", name), name)


def _with_own_name(catalogue: "StarterCatalogue", office_name: str) -> "tuple[StarterAgency, ...]":
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
