"""Where the chosen plan stands with its versions, read again when something changes."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_version import PlanStanding, PlanVersion, VersionId
from cchc_desktop.services.session import Session
from cchc_desktop.services.version_issuing import IssueDetails
from cchc_desktop.services.version_reading import VersionCheck
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange


@dataclass(frozen=True)
class IssueSight:
    """What the place of issuing shows, read at one moment.

    Attributes:
        checks: By the version: whether it still is what was issued.
        errors: How many errors the check of the plan finds open; 0 once it is issued.
        warnings: How many warnings.
        proposal: What issuing it now would carry.
    """

    plan: Plan
    standing: PlanStanding
    versions: tuple[PlanVersion, ...]
    checks: dict[VersionId, VersionCheck]
    errors: int
    warnings: int
    proposal: IssueDetails

    @property
    def latest(self) -> PlanVersion | None:
        """The version that was issued last."""
        return self.versions[-1] if self.versions else None


class IssueFeed(QObject):
    """Reads the sight when it is asked for; what happens elsewhere only makes it stale.

    Signals:
        changed(): Another sight is there.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._owner = parent
        self._is_stale = True
        self._job: Job | None = None
        self.sight: IssueSight | None = None
        workspace.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read again what has changed since."""
        if not self._is_stale:
            return
        self._is_stale = False
        if self._job is not None:
            self._job.cancel()
            self._job = None
        plan = self._workspace.plan
        if plan is None:
            self.sight = None
            self.changed.emit()
            return
        self._job = self._workspace.query(lambda session: _read(session, plan), self._take)

    def _take(self, sight: IssueSight) -> None:
        self._job = None
        self.sight = sight
        self.changed.emit()

    @Slot(object)
    def _on_changed(self, _change: WorkspaceChange) -> None:
        self._is_stale = True
        plan = self._workspace.plan
        if self._owner.isVisible():
            self.refresh()
        elif self.sight is not None and (plan is None or plan.id != self.sight.plan.id):
            # The commands are in the window's menu too, and must not reach another plan.
            self.sight = None
            self.changed.emit()


def _read(session: Session, plan: Plan) -> IssueSight:
    standing = session.versions.standing(plan.id)
    versions = session.versions.versions(plan.id)
    report = None if standing.is_frozen else session.checks.run_on(plan)
    return IssueSight(
        plan,
        standing,
        versions,
        {version.id: session.versions.verify(version.id) for version in versions},
        report.count(FindingSeverity.ERROR) if report else 0,
        report.count(FindingSeverity.WARNING) if report else 0,
        session.versions.proposal(plan.id),
    )
