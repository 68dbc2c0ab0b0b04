"""What a report can say, as values: the tasks, their results, the counts, the documents.

``report_counting`` makes these from a plan and what is recorded on it; nothing here is worded.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.plan import Plan, PlanTask, Section, SectionId, TaskId
from cchc_desktop.domain.progress import Evidence, Progress, ProgressId
from cchc_desktop.domain.progress_state import ProgressState, Verdict
from cchc_desktop.domain.progress_summary import ProgressSummary
from cchc_desktop.domain.report_documents import IssuedDocument
from cchc_desktop.domain.report_figures import FigureList
from cchc_desktop.domain.tracking import TrackedState


@dataclass(frozen=True, slots=True)
class NextPeriod:
    """What follows a period in the title and in the outlook ("kỳ tiếp theo").

    Attributes:
        title: "quý II năm 2026", "6 tháng cuối năm 2026", "năm 2027".
        last_day: The last day whose deadlines belong to its plan.
    """

    title: str
    last_day: date


@dataclass(frozen=True, slots=True)
class AgencyWords:
    """What one agency says in a period ("ý kiến của đơn vị").

    Attributes:
        agency_ids: Who says it: the member followed, or all who lead together.
        task_id: The task it is said of.
    """

    agency_ids: tuple[AgencyId, ...]
    task_id: TaskId
    text: str


@dataclass(frozen=True, slots=True)
class PieceFacts:
    """A piece of work and what was recorded on it within the period ("kết quả của việc").

    Attributes:
        records: Those of periods that lie within the reported one, in order.
    """

    state: TrackedState
    records: tuple[Progress, ...]

    @property
    def result(self) -> str:
        """The latest result recorded in the period."""
        return next((r.result for r in reversed(self.records) if r.result), "")

    @property
    def difficulties(self) -> str:
        """The latest difficulties recorded in the period."""
        return next((r.difficulties for r in reversed(self.records) if r.difficulties), "")

    @property
    def proposals(self) -> str:
        """The latest proposals recorded in the period."""
        return next((r.proposals for r in reversed(self.records) if r.proposals), "")

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The documents recorded in the period."""
        return tuple(e for record in self.records for e in record.evidence)

    @property
    def agency_ids(self) -> tuple[AgencyId, ...]:
        """Who answers for it."""
        item = self.state.item
        return (item.agency_id,) if item.agency_id is not None else item.leads

    @property
    def progress_ids(self) -> tuple[ProgressId, ...]:
        """The records, by id."""
        return tuple(r.id for r in self.records if r.id is not None)


@dataclass(frozen=True)
class LeafFacts:
    """A task or sub-task with work of its own, in a period ("kết quả của nhiệm vụ").

    Attributes:
        parent: The task above a sub-task.
        verdict: How it stands, its products and members taken together.
        members: How each member stands where a group leads; empty otherwise.
    """

    section: Section
    task: PlanTask
    parent: PlanTask | None
    verdict: Verdict
    pieces: tuple[PieceFacts, ...]
    members: Mapping[AgencyId, Verdict]

    @property
    def counted_task(self) -> PlanTask:
        """The task that has an STT of its own."""
        return self.parent or self.task

    @property
    def is_recorded(self) -> bool:
        """Whether the period has anything to tell of it."""
        return any(p.result or p.evidence for p in self.pieces)

    @property
    def members_applicable(self) -> int:
        """The members whose part still applies."""
        return sum(v.state is not ProgressState.DROPPED for v in self.members.values())

    @property
    def members_done(self) -> tuple[AgencyId, ...]:
        """The members who are finished."""
        return tuple(a for a, verdict in self.members.items() if verdict.state.is_done)

    @property
    def members_reported(self) -> tuple[AgencyId, ...]:
        """The members of whose part something is recorded in the period."""
        told = {p.state.item.agency_id for p in self.pieces if p.records}
        return tuple(a for a in self.members if a in told)

    @property
    def is_in_turns(self) -> bool:
        """Whether it comes back all year and is not over: nobody can be finished yet."""
        recurring = any(p.state.item.deadline.recurrence for p in self.pieces)
        return recurring and not self.verdict.state.is_done

    @property
    def members_open(self) -> tuple[AgencyId, ...]:
        """The members who are not, of those whose part still applies."""
        closed = (ProgressState.DROPPED, ProgressState.DONE_ON_TIME, ProgressState.DONE_LATE)
        return tuple(a for a, verdict in self.members.items() if verdict.state not in closed)


@dataclass(frozen=True)
class ReportFacts:
    """All that a report is drafted from ("căn cứ lập báo cáo").

    Attributes:
        day: The day looked at: the cut-off, or today while that is to come.
        following: The period after it.
        summary: The counts by state.
        done_in_period: Tasks finished now that were not before the period began.
        leaves: Tasks and sub-tasks with work of their own, in printed order.
        documents: Numbered documents recorded in the period, each once.
        documents_of: The same by section.
        reported: Leading agencies with anything recorded in the period.
        silent: Those with open work and nothing recorded.
        difficulties: What agencies say is difficult.
        proposals: What agencies ask for.
        due_next: Open tasks with a day in the following period, soonest first.
        recurring_next: Open tasks that go on all year or come back.
        figures: Every figure of the above.
    """

    plan: Plan
    period: ReportingPeriod
    day: date
    following: NextPeriod
    agency_names: Mapping[AgencyId, str]
    summary: ProgressSummary
    done_in_period: frozenset[TaskId]
    leaves: tuple[LeafFacts, ...]
    documents: tuple[IssuedDocument, ...]
    documents_of: Mapping[SectionId, tuple[IssuedDocument, ...]]
    reported: tuple[AgencyId, ...]
    silent: tuple[AgencyId, ...]
    difficulties: tuple[AgencyWords, ...]
    proposals: tuple[AgencyWords, ...]
    due_next: tuple[tuple[LeafFacts, date], ...]
    recurring_next: tuple[LeafFacts, ...]
    figures: FigureList

    def leaves_of(self, section: Section) -> tuple[LeafFacts, ...]:
        """Return the tasks of a section."""
        return tuple(leaf for leaf in self.leaves if leaf.section.id == section.id)

    def leaves_in(self, state: ProgressState) -> tuple[LeafFacts, ...]:
        """Return the tasks and sub-tasks that stand so."""
        return tuple(leaf for leaf in self.leaves if leaf.verdict.state is state)
