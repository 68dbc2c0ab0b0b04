"""The plans of an office: listing, creating, deleting, and their own details."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cchc_desktop.domain.changes import ChangeSet, Row
from cchc_desktop.domain.errors import (
    InvalidValue,
    PlanExists,
    PlanFrozen,
    PlanMissing,
    RecordMissing,
)
from cchc_desktop.domain.office import OfficeLevel
from cchc_desktop.domain.plan import Plan, PlanId, PlanKey, PlanSummary
from cchc_desktop.domain.plan_version import PlanStanding, PlanVersion
from cchc_desktop.domain.reform_sections import SectionList, parse_reform_sections, sections_for
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.data_files import read_data_file
from cchc_desktop.services.understanding import understanding_for
from cchc_desktop.storage.agency_repository import load_catalogue
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.office_repository import load_office
from cchc_desktop.storage.plan_order import delete_plan, referring_ids
from cchc_desktop.storage.plan_repository import (
    find_plan_row,
    list_plans,
    load_plan,
    plan_row,
    term_row,
)
from cchc_desktop.storage.unit_of_work import UnitOfWork
from cchc_desktop.storage.version_repository import list_versions, load_standing

_YEARS = range(1990, 2201)
_LONGEST = 20
"""Years that a plan may be for; the longest seen is for ten."""

_SECTIONS_FILE = "reform-sections.toml"


class PlanService:
    """What a person can do with plans as a whole ("kế hoạch")."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def list(self) -> tuple[PlanSummary, ...]:
        """Return all plans, the latest year first."""
        return list_plans(self._file.db)

    def find(self, year: int) -> PlanSummary | None:
        """Return the plan of ``year``, or None."""
        return self.find_key(PlanKey(year))

    def find_key(self, key: PlanKey) -> PlanSummary | None:
        """Return the plan of a year or of several years, or None."""
        return next((plan for plan in self.list() if plan.key == key), None)

    def load(self, plan_id: PlanId) -> Plan:
        """Return the whole plan.

        Raises:
            RecordMissing: There is no such plan (any more).
        """
        row = find_plan_row(self._file.db, plan_id)
        if row is None:
            raise RecordMissing(kind="plan", id=plan_id)
        catalogue = load_catalogue(self._file.db)
        return load_plan(self._file.db, row, understanding_for(catalogue, row["year"]))

    def load_year(self, year: int) -> Plan:
        """Return the whole plan of ``year``.

        Raises:
            PlanMissing: There is none.
        """
        return self.load_key(PlanKey(year))

    def load_key(self, key: PlanKey) -> Plan:
        """Return the whole plan of a year or of several years.

        Raises:
            PlanMissing: There is none.
        """
        summary = self.find_key(key)
        if summary is None:
            raise PlanMissing(year=str(key))
        return self.load(summary.id)

    def create(
        self,
        year: int,
        title: str = "",
        section_titles: Sequence[str] = (),
        last_year: int | None = None,
        milestones: Sequence[int] = (),
    ) -> ChangeSet:
        """Create a plan without tasks.

        Args:
            year: The plan's year, or the first of several.
            title: The annex's title; with none it gets the usual one.
            section_titles: The sections it starts with, such as those of ``section_lists``.
            last_year: The last of several years.
            milestones: Of several years: those by whose end it sets targets.

        Raises:
            PlanExists: There is a plan of this year.
            InvalidValue: The year is out of range.
        """
        key = PlanKey(year, last_year)
        with self._file.transaction("create_plan", year=str(key)) as step:
            plan_id = insert_plan(self._file, step.unit, key, title, milestones)
            for position, words in enumerate(section_titles, 1):
                markup = RichText.plain(words.upper()).markup
                values: Row = {"plan_id": plan_id, "position": position, "title": markup}
                step.unit.insert("section", values)
        return step.change_set

    def standing(self, plan_id: PlanId) -> tuple[PlanStanding, PlanVersion | None]:
        """Return where a plan stands, and its latest issued version if there is one."""
        versions = list_versions(self._file.db, plan_id)
        return load_standing(self._file.db, plan_id), versions[-1] if versions else None

    def section_lists(self, year: int) -> tuple[SectionList, ...]:
        """Return the lists of sections a plan of ``year`` may start with, the usual first."""
        office = load_office(self._file.db)
        level = office.level if office else OfficeLevel.DISTRICT
        lists = parse_reform_sections(read_data_file("catalogues", _SECTIONS_FILE), _SECTIONS_FILE)
        return sections_for(lists, level, date(year, 1, 1))

    def save_details(self, plan: Plan) -> ChangeSet:
        """Write the plan's own details; its sections are not looked at.

        Raises:
            PlanExists: Another plan has this year.
            InvalidValue: The year is out of range.
        """
        other = self.find_key(plan.key)
        if other is not None and other.id != plan.id:
            raise PlanExists(year=str(plan.key))
        _check_key(plan.key)
        parent = plan.parent_document
        plan = replace(
            plan,
            title=one_line(plan.title) or default_title(plan.key),
            annex_number=one_line(plan.annex_number),
            parent_document=replace(
                parent,
                type_name=one_line(parent.type_name) or "Kế hoạch",
                number=one_line(parent.number),
                symbol=one_line(parent.symbol),
                issuer=one_line(parent.issuer),
            ),
        )
        with self._file.transaction("save_plan_details", year=str(plan.key)) as step:
            step.unit.update("plan", plan.id, plan_row(plan))
            for term in referring_ids(self._file.db, "plan_term", "plan_id", plan.id):
                step.unit.update("plan_term", term, term_row(plan))
        return step.change_set

    def delete(self, plan_id: PlanId) -> ChangeSet:
        """Delete a plan with all its rows; undo brings all of it back.

        Raises:
            PlanFrozen: It was issued; its versions stay on record.
        """
        plan = self.load(plan_id)
        if referring_ids(self._file.db, "plan_version", "plan_id", plan_id):
            raise PlanFrozen(plan=str(plan.key))
        with self._file.transaction("delete_plan", year=str(plan.key)) as step:
            delete_plan(step.unit, self._file.db, plan_id)
        return step.change_set


def insert_plan(
    file: OfficeFile,
    unit: UnitOfWork,
    key: PlanKey,
    title: str = "",
    milestones: Sequence[int] = (),
) -> PlanId:
    """Insert an empty plan inside a step; raises as ``PlanService.create``."""
    _check_key(key)
    if any(plan.key == key for plan in list_plans(file.db)):
        raise PlanExists(year=str(key))
    title = one_line(title) or default_title(key)
    plan = Plan(PlanId(0), key.year, title, last_year=key.last_year, milestones=tuple(milestones))
    plan_id = PlanId(unit.insert("plan", plan_row(plan)))
    if key.last_year is not None:
        unit.insert("plan_term", {"plan_id": plan_id, **term_row(plan)})
    return plan_id


def default_title(key: PlanKey) -> str:
    """Return the usual title of a task annex."""
    return f"CÁC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH {key.term.upper()}"


def first_day(plan: Plan) -> date:
    """Return the day by which the plan's papers take the office's details."""
    return plan.parent_document.issued_on or date(plan.year, 1, 1)


def _check_key(key: PlanKey) -> None:
    if key.year not in _YEARS:
        raise InvalidValue(field="year", value=str(key.year))
    if key.last_year is not None and not key.year < key.last_year <= key.year + _LONGEST:
        raise InvalidValue(field="last_year", value=str(key.last_year))
