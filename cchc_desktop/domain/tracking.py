"""The pieces of work a plan is followed by, and how each and the whole stand.

A piece is one product of one task, and where a group leads, of one member.  Pieces are
put together by task (counted by STT), by section and by leading agency.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.agency import AgencyCatalogue, AgencyId, AgencyReading
from cchc_desktop.domain.deadline import UNRECOGNISED, DeadlineReading
from cchc_desktop.domain.period import PeriodKey, ReportingPeriod
from cchc_desktop.domain.plan import Deliverable, Plan, PlanTask, Section, TaskId
from cchc_desktop.domain.progress import FollowMode, Progress, ProgressBook, ProgressKey
from cchc_desktop.domain.progress_state import Case, Verdict, combine, is_reported, judge

_Records = list[tuple[ReportingPeriod, Progress]]


@dataclass(frozen=True, slots=True)
class TrackedItem:
    """One piece of work that is followed ("việc theo dõi").

    Attributes:
        task: The task or sub-task whose work it is.
        parent: The task above a sub-task.
        deliverable: The product, or None for a task without any.
        agency_id: The member that answers for it, or None where all leads answer together.
        leads: Everybody who leads the task on the day looked at.
    """

    section: Section
    task: PlanTask
    parent: PlanTask | None
    deliverable: Deliverable | None
    agency_id: AgencyId | None
    leads: tuple[AgencyId, ...]

    @property
    def counted_task(self) -> PlanTask:
        """The task that has an STT of its own and is counted."""
        return self.parent or self.task

    @property
    def deadline(self) -> DeadlineReading:
        """What its deadline means."""
        return self.deliverable.deadline.reading if self.deliverable else UNRECOGNISED

    def key(self, period: PeriodKey) -> ProgressKey | None:
        """Return the key of its record in a period; None while there is no product."""
        if self.deliverable is None:
            return None
        return ProgressKey(self.deliverable.id, self.agency_id, period)

    def is_led_by(self, agency_id: AgencyId) -> bool:
        """Tell whether an agency answers for it."""
        return self.agency_id == agency_id or (self.agency_id is None and agency_id in self.leads)


@dataclass(frozen=True, slots=True)
class TrackedState:
    """A piece of work and how it stands in a period ("tình trạng việc theo dõi").

    Attributes:
        record: What is recorded in the period itself, or None.
        previous: The latest record before the period that says anything, or None.
        is_reported: Whether anything is recorded in the period itself.
    """

    item: TrackedItem
    verdict: Verdict
    record: Progress | None = None
    previous: Progress | None = None
    is_reported: bool = False


def leading_agencies(
    reading: AgencyReading, catalogue: AgencyCatalogue, day: date
) -> tuple[AgencyId, ...]:
    """Return the agencies that a wording names on ``day``, in the order of the words.

    Groups are expanded, and names that ended are replaced by whoever took over.
    """
    found: dict[AgencyId, None] = {}
    for mention in reading.mentions:
        if mention.agency_id is not None:
            found[current_agency(catalogue, mention.agency_id, day)] = None
        elif mention.group_id is not None and (group := catalogue.group(mention.group_id)):
            found |= dict.fromkeys(a.id for a in catalogue.members(group, day))
    return tuple(found)


def current_agency(catalogue: AgencyCatalogue, agency_id: AgencyId, day: date) -> AgencyId:
    """Return who carries the work of an agency on ``day``: itself or its successor."""
    seen: set[AgencyId] = set()
    while agency_id not in seen:
        seen.add(agency_id)
        agency = catalogue.agency(agency_id)
        if agency is None or agency.valid_to is None or day <= agency.valid_to:
            break
        if agency.successor_id is None:
            break
        agency_id = agency.successor_id
    return agency_id


def follow_mode(task: PlanTask, chosen: Mapping[TaskId, FollowMode]) -> FollowMode:
    """Return how a task is followed: as chosen, else each member where a group leads."""
    usual = FollowMode.EACH if task.lead.reading.group_ids else FollowMode.TOGETHER
    return chosen.get(task.id, usual)


def tracked_items(
    plan: Plan, catalogue: AgencyCatalogue, day: date, chosen: Mapping[TaskId, FollowMode]
) -> tuple[TrackedItem, ...]:
    """Return the pieces of work of a plan in printed order; headings have none of their own."""
    return tuple(_items(plan, catalogue, day, chosen))


def _items(
    plan: Plan, catalogue: AgencyCatalogue, day: date, chosen: Mapping[TaskId, FollowMode]
) -> Iterator[TrackedItem]:
    for section in plan.sections:
        for top in section.tasks:
            for task in (top, *top.subtasks):
                if not task.is_leaf:
                    continue
                leads = leading_agencies(task.lead.reading, catalogue, day)
                each = follow_mode(task, chosen) is FollowMode.EACH and leads
                parent = None if task is top else top
                for deliverable in task.deliverables or (None,):
                    for agency_id in leads if each else (None,):
                        yield TrackedItem(section, task, parent, deliverable, agency_id, leads)


@dataclass(frozen=True)
class Tracker:
    """Judges the pieces of a plan in a period ("bộ xét tiến độ").

    Attributes:
        periods: All periods of the year, in order.
    """

    plan: Plan
    catalogue: AgencyCatalogue
    book: ProgressBook
    periods: Sequence[ReportingPeriod]

    def states(self, period: ReportingPeriod, day: date | None = None) -> tuple[TrackedState, ...]:
        """Return every piece of work as it stands on ``day``, by default the cut-off.

        Records of the period and of those cut off before it count.
        """
        looked_at = day or period.last_day
        by_item = self._records_until(period)
        predecessors = _predecessors(self.catalogue)
        items = tracked_items(self.plan, self.catalogue, looked_at, self.book.follow_modes)
        return tuple(self._state(item, period, looked_at, by_item, predecessors) for item in items)

    def _state(
        self,
        item: TrackedItem,
        period: ReportingPeriod,
        day: date,
        by_item: Mapping[tuple[int, AgencyId | None], _Records],
        predecessors: Mapping[AgencyId, tuple[AgencyId, ...]],
    ) -> TrackedState:
        chains: list[_Records] = []
        occurrence = None
        if item.deliverable is not None:
            owners: tuple[AgencyId | None, ...] = (item.agency_id,)
            if item.agency_id is not None:
                # Who still exists on the day has its own piece, and its records are its own.
                gone = (
                    agency_id
                    for agency_id in predecessors.get(item.agency_id, ())
                    if current_agency(self.catalogue, agency_id, day) == item.agency_id
                )
                owners = (*gone, item.agency_id)
            chains = [by_item.get((item.deliverable.id, owner), []) for owner in owners]
            occurrence = self.book.occurrences.get(item.deliverable.id)
        records = sorted((pair for chain in chains for pair in chain), key=lambda p: p[0].order)

        def verdict_on(chain: _Records) -> Verdict:
            return judge(Case(item.deadline, self.plan.year, day, chain, occurrence))

        inherited = [chain for chain in chains[:-1] if chain]
        own_says = any(r.statement for _, r in chains[-1]) if chains else False
        if inherited and not own_says:
            # The work of several that were merged is as far as all of them together.
            verdict = combine([verdict_on(chain) for chain in chains if chain])
        else:
            verdict = verdict_on(records)
        own = next(
            (r for p, r in records if p.key == period.key and r.key.agency_id == item.agency_id),
            None,
        )
        before = next((r for p, r in reversed(records) if p.key != period.key), None)
        return TrackedState(item, verdict, own, before, is_reported(records, period.key))

    def _records_until(
        self, period: ReportingPeriod
    ) -> dict[tuple[int, AgencyId | None], _Records]:
        known = {p.key: p for p in self.periods if p.order <= period.order}
        found: dict[tuple[int, AgencyId | None], _Records] = {}
        for key, record in self.book.records.items():
            of = known.get(key.period)
            if of is not None and not record.is_blank:
                found.setdefault((key.deliverable_id, key.agency_id), []).append((of, record))
        return found


def _predecessors(catalogue: AgencyCatalogue) -> dict[AgencyId, tuple[AgencyId, ...]]:
    """Return, for each agency, all whose work came to it, directly or over others."""
    direct: dict[AgencyId, list[AgencyId]] = {}
    for agency in catalogue.agencies:
        if agency.successor_id is not None:
            direct.setdefault(agency.successor_id, []).append(agency.id)
    found: dict[AgencyId, tuple[AgencyId, ...]] = {}
    for heir in direct:
        seen: dict[AgencyId, None] = {}
        queue = list(direct[heir])
        while queue:
            agency_id = queue.pop()
            if agency_id not in seen and agency_id != heir:
                seen[agency_id] = None
                queue += direct.get(agency_id, ())
        found[heir] = tuple(seen)
    return found


def task_verdicts(states: Iterable[TrackedState]) -> dict[TaskId, Verdict]:
    """Return how each counted task stands, sub-tasks and members taken together."""
    parts: dict[TaskId, list[Verdict]] = {}
    for state in states:
        parts.setdefault(state.item.counted_task.id, []).append(state.verdict)
    return {task_id: combine(verdicts) for task_id, verdicts in parts.items()}
