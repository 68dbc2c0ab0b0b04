"""What a plan's text takes from elsewhere: live fields, skeletons, the agencies' tasks."""

from datetime import date

from cchc_desktop.domain.agency import AgencyCatalogue
from cchc_desktop.domain.changes import Row
from cchc_desktop.domain.implementation_draft import draft_implementation
from cchc_desktop.domain.office import Letterhead
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_fields import LiveField, plan_fields
from cchc_desktop.domain.plan_skeleton import TextSkeleton, expand, paper_of, parse_skeletons
from cchc_desktop.domain.plan_text import Passage, PlanDocument, PlanText
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.plans import PlanService, first_day
from cchc_desktop.storage.agency_repository import load_catalogue
from cchc_desktop.storage.document_repository import load_documents
from cchc_desktop.storage.office_file import OfficeFile

_SKELETONS = "plan-skeletons.toml"


class PlanTextSources:
    """Reads what the texts of plans are filled from ("nguồn của phần lời")."""

    def __init__(self, file: OfficeFile, offices: OfficeService, plans: PlanService) -> None:
        self._file = file
        self._offices = offices
        self._plans = plans

    def fields(self, plan: Plan) -> tuple[LiveField, ...]:
        """Return the live fields that can stand in the text of ``plan``."""
        letterhead = self._letterhead(first_day(plan))
        return plan_fields(plan, letterhead, self._catalogue, self.documents())

    def documents(self) -> tuple[RegisteredDocument, ...]:
        """Return the register of documents."""
        return load_documents(self._file.db)

    def skeletons(self) -> tuple[TextSkeleton, ...]:
        """Return the skeletons that ship with the program."""
        return parse_skeletons(read_data_file("catalogues", _SKELETONS), _SKELETONS)

    def expanded(self, skeleton: TextSkeleton, plan: Plan) -> tuple[PlanText, PlanDocument]:
        """Return the text that ``plan`` starts from, and how its paper begins and ends."""
        words = {field.code: field.words for field in self.fields(plan)}
        text = expand(skeleton, plan, words, self.draft_implementation(plan))
        return text, paper_of(skeleton, plan.id, words)

    def draft_implementation(self, plan: Plan) -> tuple[Passage, ...]:
        """Return what each agency has to do, from the assignments of ``plan``."""
        return draft_implementation(plan, self._catalogue, self._letterhead(first_day(plan)))

    def decision_row(self, plan: Plan) -> Row:
        """Return the fields of a plan that is issued by a decision, as a row."""
        symbol = self._letterhead(first_day(plan)).symbol
        return {"parent_type": "Quyết định", "parent_symbol": f"QĐ-{symbol}" if symbol else ""}

    def plain_row(self, plan: Plan) -> Row:
        """Return the fields of a plan that is issued by itself, as a row."""
        symbol = self._letterhead(first_day(plan)).symbol
        return {"parent_type": "Kế hoạch", "parent_symbol": f"KH-{symbol}" if symbol else ""}

    @property
    def _catalogue(self) -> AgencyCatalogue:
        return load_catalogue(self._file.db)

    def _letterhead(self, day: date) -> Letterhead:
        return self._offices.load().letterhead_on(day)
