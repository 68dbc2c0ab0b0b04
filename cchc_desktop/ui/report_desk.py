"""The report of the chosen period beside its data, read again when either changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.report import SentPaper, SentPaperId
from cchc_desktop.services.reports import ReportCheck
from cchc_desktop.services.session import Session
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.progress_feed import ProgressFeed
from cchc_desktop.ui.report_lines import ReportLine, report_lines
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_OF_REPORTS = frozenset({"report", "report_paragraph", "letterhead"})
_OF_PAPERS = frozenset({"sent_paper", "stored_file"})


@dataclass(frozen=True)
class ReportSight:
    """All that the report's place shows, read at one moment.

    Attributes:
        check: The report beside what would be drafted now.
        lines: Its lines from top to bottom.
        papers: The papers sent of the year, the latest first.
        intact: Whether the kept file of each paper still has its fingerprint.
    """

    check: ReportCheck
    lines: tuple[ReportLine, ...]
    papers: tuple[SentPaper, ...] = ()
    intact: Mapping[SentPaperId, bool] = field(default_factory=dict)

    @property
    def is_kept(self) -> bool:
        """Whether the report is in the data file; if not, it is a draft."""
        return self.check.report.id is not None

    @property
    def is_closed(self) -> bool:
        """Whether the period is locked."""
        return self.check.board.period.is_closed

    @property
    def is_untouched(self) -> bool:
        """Whether nothing is recorded in the period, nor in any that lies in it."""
        return not self.check.facts.reported and not any(
            leaf.is_recorded for leaf in self.check.facts.leaves
        )


class ReportDesk(QObject):
    """Reads the report of the period that the feed shows, while its screen is in view.

    Signals:
        changed(): The sight is another one, or there is none any more.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, feed: ProgressFeed, screen: QWidget) -> None:
        super().__init__(screen)
        self._workspace = workspace
        self._feed = feed
        self._screen = screen
        self._is_stale = True
        self._are_papers_stale = True
        self._job: Job | None = None
        self.sight: ReportSight | None = None
        feed.watch(screen)
        feed.changed.connect(self._on_board)
        workspace.changed.connect(self._on_changed)

    @property
    def key(self) -> PeriodKey | None:
        """The period of the feed, or None while there is no plan."""
        return self._feed.board.period.key if self._feed.board else None

    @property
    def is_reading(self) -> bool:
        """Whether what ``sight`` holds is being read anew."""
        return self._job is not None

    @Slot()
    def refresh(self) -> None:
        """Read what changed since it was last read."""
        self._feed.refresh()
        if self._is_stale:
            self._read()

    @Slot()
    def _on_board(self) -> None:
        self._is_stale = True
        if self._screen.isVisible():
            self._read()

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        touched = {row.table for row in change.change_set.changes}
        if touched & _OF_PAPERS:
            self._are_papers_stale = True
        if touched & (_OF_REPORTS | _OF_PAPERS) or self._is_other_report(change):
            self._is_stale = True
            if self._screen.isVisible():
                self._read()

    def _is_other_report(self, change: WorkspaceChange) -> bool:
        """Tell whether a step of no rows (the report was merely begun) is about this report."""
        return not change.change_set and self.sight is not None and not self.sight.is_kept

    def _read(self) -> None:
        self._is_stale = False
        if self._job is not None:
            self._job.cancel()
            self._job = None
        key = self.key
        if key is None:
            self._show(None)
            return
        old = self.sight
        is_other_year = old is None or old.check.report.key.year != key.year
        with_papers = self._are_papers_stale or is_other_year
        self._are_papers_stale = False

        def read(session: Session) -> ReportSight:
            check = session.reports.check(key)
            if with_papers or old is None:
                papers = session.sent_papers.list(key.year)
                intact = {paper.id: session.sent_papers.is_intact(paper.id) for paper in papers}
            else:
                papers, intact = old.papers, dict(old.intact)
            return ReportSight(check, report_lines(check), papers, intact)

        self._job = self._workspace.query(read, self._show, self._on_failed)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self._is_stale = self._are_papers_stale = True
        self._workspace.failed.emit(error)

    def _show(self, sight: ReportSight | None) -> None:
        self._job = None
        self.sight = sight
        self.changed.emit()
