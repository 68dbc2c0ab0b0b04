"""The open data file as the window sees it: the current plan, and the one way to change it.

Screens ask the workspace to run a service method; what changed comes back as one
``WorkspaceChange`` for all screens.  No screen reloads on its own.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from cchc_desktop.domain.agency import AgencyCatalogue
from cchc_desktop.domain.changes import ChangeSet, HistoryEntry
from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.office import Office
from cchc_desktop.domain.plan import Plan, PlanId, PlanSummary
from cchc_desktop.services.session import Session
from cchc_desktop.ui.jobs import Job, Jobs, Lane, T

_AGENCY_TABLES = frozenset({"agency", "agency_group", "group_member"})
# The names of agencies decide how a plan's words are read.
_PLAN_TABLES = _AGENCY_TABLES | {"plan", "plan_term", "section", "task", "deliverable"}


@dataclass(frozen=True)
class WorkspaceState:
    """All that screens show, read at one moment; never changed, only replaced.

    Attributes:
        plan: The chosen plan, or None when the office has none.
        undo: The step that undo takes back next, or None.
        redo: The step that redo makes again next, or None.
    """

    office: Office
    catalogue: AgencyCatalogue
    plans: tuple[PlanSummary, ...]
    plan: Plan | None
    undo: HistoryEntry | None
    redo: HistoryEntry | None
    latest_backup: datetime | None

    @property
    def annual_plan(self) -> Plan | None:
        """The chosen plan if it is a year's, which alone is assigned, followed and reported on."""
        return self.plan if self.plan is not None and self.plan.last_year is None else None


@dataclass(frozen=True)
class WorkspaceChange:
    """What one step changed, and the state after it.

    Attributes:
        change_set: The rows that changed; empty when another plan was merely chosen.
        state: The state after the step.
    """

    change_set: ChangeSet
    state: WorkspaceState


class Workspace(QObject):
    """Holds the state of the open file and runs every change to it.

    Signals:
        changed(WorkspaceChange): A step was committed, or another plan chosen.
        saved(datetime): A step was committed at this time.
        failed(object): A service raised this exception.
    """

    changed = Signal(object)
    saved = Signal(object)
    failed = Signal(object)

    def __init__(
        self, session: Session, jobs: Jobs, clock: Clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.jobs = jobs
        self._session = session
        self._clock = clock
        self._plan_id: PlanId | None = None
        jobs.failed.connect(self.failed)
        self.state = jobs.run_to_end(lambda: self._read_state(None))

    @property
    def path(self) -> Path:
        """The data file."""
        return self._session.path

    @property
    def plan(self) -> Plan | None:
        """The chosen plan, or None."""
        return self.state.plan

    @property
    def annual_plan(self) -> Plan | None:
        """The chosen plan if it is a year's, or None."""
        return self.state.annual_plan

    def mutate(
        self,
        step: Callable[[Session], ChangeSet],
        on_done: Callable[[ChangeSet], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Run one service method that changes data; every screen hears what changed.

        ``on_done`` runs after the screens were told.
        """

        def work() -> WorkspaceChange:
            change_set = step(self._session)
            return WorkspaceChange(change_set, self._read_state(change_set))

        def done(change: WorkspaceChange) -> None:
            self._take(change)
            if change.change_set:
                self.saved.emit(self._clock.now())
            if on_done is not None:
                on_done(change.change_set)

        return self.jobs.submit(work, done, on_error)

    def query(
        self,
        question: Callable[[Session], T],
        on_done: Callable[[T], None],
        on_error: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Run a service method that reads the data file."""
        return self.jobs.submit(lambda: question(self._session), on_done, on_error)

    def work_on_files(
        self,
        work: Callable[[Session], T],
        on_done: Callable[[T], None],
        on_error: Callable[[BaseException], None] | None = None,
    ) -> Job:
        """Run work that reads or writes other files and does not touch the data file."""
        return self.jobs.submit(lambda: work(self._session), on_done, on_error, Lane.PAPER)

    def undo(self) -> None:
        """Take back the latest step."""
        self.mutate(lambda session: session.history.undo())

    def redo(self) -> None:
        """Make the step last taken back again."""
        self.mutate(lambda session: session.history.redo())

    def choose_plan(self, plan_id: PlanId) -> None:
        """Show another plan."""
        self._plan_id = plan_id
        self.jobs.submit(
            lambda: WorkspaceChange(ChangeSet("choose_plan"), self._read_state(None)), self._take
        )

    def close(self) -> None:
        """Wait for the work under way, make the backup that is due, and close the file."""

        def work() -> None:
            try:
                self._session.backups.make_if_due()
            finally:
                self._session.close()

        self.jobs.run_to_end(work)

    def _take(self, change: WorkspaceChange) -> None:
        self.state = change.state
        self._plan_id = change.state.plan.id if change.state.plan else None
        self.changed.emit(change)

    def _read_state(self, change_set: ChangeSet | None) -> WorkspaceState:
        """Read what ``change_set`` may have touched; the rest is taken from before."""
        session = self._session
        old = self.state if change_set is not None else None
        touched = {change.table for change in change_set.changes} if change_set else set()
        is_agencies = bool(touched & _AGENCY_TABLES)
        is_office = bool(touched & {"office", "letterhead"})
        plans = session.plans.list()
        chosen = self._chosen_plan(plans, change_set)
        if old and old.plan and old.plan.id == chosen and not touched & _PLAN_TABLES:
            plan: Plan | None = old.plan
        else:
            plan = session.plans.load(chosen) if chosen is not None else None
        latest = session.backups.latest()
        return WorkspaceState(
            office=session.offices.load() if is_office or old is None else old.office,
            catalogue=(
                session.agencies.catalogue() if is_agencies or old is None else old.catalogue
            ),
            plans=plans,
            plan=plan,
            undo=session.history.next_undo(),
            redo=session.history.next_redo(),
            latest_backup=latest[0] if latest else None,
        )

    def _chosen_plan(
        self, plans: tuple[PlanSummary, ...], change_set: ChangeSet | None
    ) -> PlanId | None:
        """Return the plan to show: a new one, else the one shown, else the latest year."""
        existing = {plan.id for plan in plans}
        for change in change_set.changes if change_set else ():
            if change.table == "plan" and change.before is None and change.row_id in existing:
                return PlanId(change.row_id)
        if self._plan_id in existing:
            return self._plan_id
        return plans[0].id if plans else None
