"""Carrying a plan to another year, and following a task across years.

An issued plan can be carried like any other: it is only read.
"""

from cchc_desktop.domain.carry_over import (
    CarriedTask,
    CarryOverChoice,
    CarryOverProposal,
    ProposedTarget,
    TaskGround,
    carried_note,
    ground_in_year,
    ground_of,
    task_names,
)
from cchc_desktop.domain.carry_over_changes import changes_to_year, proposed_changes
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.errors import EditConflict, InvalidValue, PlanExists
from cchc_desktop.domain.plan import Plan, PlanKey, PlanTask, TaskId
from cchc_desktop.domain.plan_targets import milestone_of, targets_for
from cchc_desktop.domain.progress_state import Verdict
from cchc_desktop.domain.task_lineage import TaskLineage
from cchc_desktop.domain.task_origin import OriginReason
from cchc_desktop.services.agencies import AgencyService
from cchc_desktop.services.carry_over_writing import CarryOverWriter
from cchc_desktop.services.offices import OfficeService
from cchc_desktop.services.periods import PeriodService
from cchc_desktop.services.plan_starting import PlanStart, start_plan
from cchc_desktop.services.plan_text import PlanTextService
from cchc_desktop.services.plan_text_sources import PlanTextSources
from cchc_desktop.services.plans import PlanService
from cchc_desktop.services.task_lineage import read_lineage
from cchc_desktop.services.year_end_standing import standing_at_year_end
from cchc_desktop.storage.office_file import OfficeFile


class CarryOverService:
    """What a person can do to go from one plan to the next ("chuyển tiếp kế hoạch")."""

    def __init__(
        self,
        file: OfficeFile,
        clock: Clock,
        offices: OfficeService,
        plans: PlanService,
        agencies: AgencyService,
        periods: PeriodService,
    ) -> None:
        self._file = file
        self._clock = clock
        self._plans = plans
        self._agencies = agencies
        self._periods = periods
        self._text = PlanTextService(file, offices, plans)
        self._sources = PlanTextSources(file, offices, plans)

    def sources(self, target: PlanKey) -> tuple[PlanKey, ...]:
        """Return the plans that one for ``target`` can be carried from, the nearest first."""
        keys = [plan.key for plan in self._plans.list() if plan.task_count]
        if target.last_year is not None:
            return tuple(k for k in keys if k.last_year is not None and k.year < target.year)
        annual = [k for k in keys if k.last_year is None and k.year < target.year]
        above = [k for k in keys if k.last_year and k.year <= target.year <= k.last_year]
        return (*sorted(annual, key=lambda k: -k.year), *above)

    def propose(self, source: PlanKey, target: PlanKey) -> CarryOverProposal:
        """Return what carrying one plan over to another time would do; writes nothing.

        Raises:
            PlanMissing: There is no earlier plan.
            PlanExists: The later plan is there already and is not empty.
            InvalidValue: The later plan is not later, or not of the earlier one's years.
        """
        _check_years(source, target)
        self._check_free(target)
        plan = self._plans.load_key(source)
        text = self._text.load(plan.id)
        document = self._text.document(plan.id)
        is_of_period = source.last_year is not None and target.last_year is None
        if is_of_period:
            changes = changes_to_year(plan, target.year)
            targets = targets_for(text, milestone_of(plan, target.year))
        else:
            changes = proposed_changes(plan, text, document, target)
            targets = ()
        return CarryOverProposal(
            source=source,
            target=target,
            plan=plan,
            text=text,
            document=document,
            tasks=self._tasks(plan, target),
            changes=changes,
            targets=tuple(ProposedTarget(n, *found) for n, found in enumerate(targets, 1)),
        )

    def write(self, proposal: CarryOverProposal, choice: CarryOverChoice) -> ChangeSet:
        """Make the later plan from what was accepted, in one step; the earlier stays as it is.

        Raises:
            PlanExists: The later plan is there already and is not empty.
            EditConflict: The earlier plan was changed after it was proposed.
        """
        self._check_free(proposal.target)
        plan = self._plans.load(proposal.plan.id)
        if plan != proposal.plan or self._text.load(plan.id) != proposal.text:
            raise EditConflict(kind="plan", id=plan.id)
        writer = CarryOverWriter(self._file, self._plans, self._sources, proposal, choice)
        with self._file.transaction(
            "carry_over", source=str(proposal.source), target=str(proposal.target)
        ) as step:
            writer.write(step.unit)
        return step.change_set

    def start_plan(self, start: PlanStart) -> ChangeSet:
        """Create a plan with its sections and a text from a skeleton, in one step.

        Raises:
            PlanExists: There is a plan of this time.
            InvalidValue: A year is out of range.
            RecordMissing: There is no such skeleton.
        """
        return start_plan(self._file, self._plans, self._sources, start)

    def lineage(self, task_id: TaskId) -> TaskLineage:
        """Return what a task carries on, back through the years, and what carries it on."""
        return read_lineage(self._file, self._plans, task_id)

    def _check_free(self, target: PlanKey) -> None:
        """See that a later plan that is there already holds nothing yet."""
        found = self._plans.find_key(target)
        if found is not None and (found.task_count or self._text.load(found.id)):
            raise PlanExists(year=str(target))

    def _tasks(self, plan: Plan, target: PlanKey) -> tuple[CarriedTask, ...]:
        is_of_period = plan.last_year is not None and target.last_year is None
        verdicts: dict[TaskId, Verdict] = {}
        if plan.last_year is None:
            verdicts = standing_at_year_end(
                self._file, self._clock, plan, self._agencies, self._periods
            )
        names = task_names(plan)

        def carried(task: PlanTask) -> tuple[TaskGround, OriginReason]:
            if is_of_period:
                return ground_in_year(task, target.year), OriginReason.OF_PERIOD
            ground = ground_of(task, verdicts.get(task.id), is_followed=bool(verdicts))
            unfinished = ground in (TaskGround.UNFINISHED, TaskGround.UNKNOWN_DUE)
            return ground, OriginReason.UNFINISHED if unfinished else OriginReason.REPEATED

        found = []
        for section in plan.sections:
            for task in section.tasks:
                ground, reason = carried(task)
                name = names[task.id]
                is_noted = ground is TaskGround.UNFINISHED
                note = carried_note(name, plan.term) if is_noted else ""
                verdict = verdicts.get(task.id)
                found.append(CarriedTask(task, section, name, ground, reason, verdict, note))
        return tuple(found)


def _check_years(source: PlanKey, target: PlanKey) -> None:
    """See that ``target`` comes after ``source``, or is a year of it."""
    if target.last_year is None and source.last_year is not None:
        is_sound = source.year <= target.year <= source.last_year
    else:
        same_kind = (source.last_year is None) is (target.last_year is None)
        is_sound = same_kind and source.year < target.year
    if not is_sound:
        raise InvalidValue(field="carry_over_target", value=str(target))
