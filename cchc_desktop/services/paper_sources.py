"""What papers are filled from, and what filling one gives."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cchc_desktop.domain.office import Letterhead
from cchc_desktop.services.assignments import AssignmentService
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.plans import PlanService
from cchc_desktop.services.printing import PaperRequest, PrintOptions
from cchc_desktop.services.reports import ReportService
from cchc_desktop.services.returns import ReturnService

if TYPE_CHECKING:
    from cchc_desktop.documents.blocks import Document
    from cchc_desktop.documents.form import FormDescription
    from cchc_desktop.services.demands import DemandService
    from cchc_desktop.services.plan_text import PlanTextService
    from cchc_desktop.services.plan_versions import VersionService


@dataclass(frozen=True)
class PaperSources:
    """The services that papers are filled from ("nguồn số liệu in")."""

    offices: OfficeService
    plans: PlanService
    assignments: AssignmentService
    returns: ReturnService
    reports: ReportService
    text: "PlanTextService"
    demands: "DemandService"
    versions: "Callable[[], VersionService]"
    """Asked for only when needed: issuing a version prints it through these sources."""

    def letterhead_on(self, day: date) -> Letterhead:
        """Return the office's details in force on a day."""
        return self.offices.load().letterhead_on(day)


@dataclass(frozen=True, slots=True)
class ComposedPaper:
    """A filled form: what it consists of, what it is called, and a name for its file.

    Attributes:
        warning: What to look at before it is signed, or "".
    """

    document: "Document"
    title: str
    stem: str
    warning: str = ""


Composer = Callable[[PaperSources, PaperRequest, PrintOptions, "FormDescription"], ComposedPaper]
