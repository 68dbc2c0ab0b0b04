"""Starting a plan with its sections and a ready text, in one step."""

from collections.abc import Sequence
from dataclasses import dataclass

from cchc_desktop.domain.changes import ChangeSet, Row
from cchc_desktop.domain.errors import InvalidValue, RecordMissing
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.plan_text_sources import PlanTextSources
from cchc_desktop.services.plans import PlanService, insert_plan
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_text_repository import insert_text, save_plan_document


@dataclass(frozen=True, slots=True)
class PlanStart:
    """What a new plan begins with ("nội dung lập kế hoạch").

    Attributes:
        section_titles: The sections it starts with.
        milestones: Of a plan for several years: by the end of which it sets targets.
    """

    key: PlanKey
    skeleton_id: str
    title: str = ""
    section_titles: Sequence[str] = ()
    milestones: Sequence[int] = ()


def start_plan(
    file: OfficeFile, plans: PlanService, sources: PlanTextSources, start: PlanStart
) -> ChangeSet:
    """Create a plan with its text from a skeleton; raises as ``CarryOverService.start_plan``."""
    check_milestones(start.key, start.milestones)
    skeleton = next((one for one in sources.skeletons() if one.id == start.skeleton_id), None)
    if skeleton is None:
        raise RecordMissing(kind="skeleton", id=start.skeleton_id)
    with file.transaction("create_plan", year=str(start.key)) as step:
        unit = step.unit
        plan_id = insert_plan(file, unit, start.key, start.title, start.milestones)
        for position, words in enumerate(start.section_titles, 1):
            markup = RichText.plain(words.upper()).markup
            row: Row = {"plan_id": plan_id, "position": position, "title": markup}
            unit.insert("section", row)
        if skeleton.with_decision:
            unit.update("plan", plan_id, sources.decision_row(plans.load(plan_id)))
        text, document = sources.expanded(skeleton, plans.load(plan_id))
        insert_text(unit, plan_id, text)
        save_plan_document(unit, file.db, document)
    return step.change_set


def check_milestones(key: PlanKey, milestones: Sequence[int]) -> None:
    """See that milestones are years of the plan.

    Raises:
        InvalidValue: One is not.
    """
    for year in milestones:
        if key.last_year is None or not key.year <= year <= key.last_year:
            raise InvalidValue(field="milestones", value=str(year))
