"""The chosen period and how the plan stands in it, read once for all screens that show it."""

from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.period import PeriodKey, ReportingPeriod
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.session import Session
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.progress_row_building import progress_rows
from cchc_desktop.ui.progress_rows import ProgressRow
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_RELEVANT = frozenset(
    {
        "plan",
        "section",
        "task",
        "deliverable",
        "agency",
        "agency_group",
        "group_member",
        "office",
        "progress",
        "evidence",
        "occurrence",
        "task_following",
        "period_adjustment",
        "period_closing",
        "special_day",
    }
)

_Read = tuple[ProgressBoard, tuple[ProgressRow, ...]]


class ProgressFeed(QObject):
    """Holds the board of the chosen plan and period, and reads it again when data change.

    A screen that shows it calls ``watch`` once and ``refresh`` when it comes into view; while
    no watching screen is in view nothing is read.

    Attributes:
        board: The board, or None.
        rows: The board's rows for a table.

    Signals:
        changed: The board is another one, or there is none any more.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._watchers: list[QWidget] = []
        self._code: str | None = None
        self._day: date | None = None
        self._is_stale = True
        self._job: Job | None = None
        self._is_reading = False
        self.board: ProgressBoard | None = None
        self.rows: tuple[ProgressRow, ...] = ()
        workspace.changed.connect(self._on_changed)

    @property
    def periods(self) -> tuple[ReportingPeriod, ...]:
        """All periods of the year shown, in order."""
        return tuple(self.board.periods) if self.board else ()

    def watch(self, screen: QWidget) -> None:
        """Keep the board current while ``screen`` is in view."""
        self._watchers.append(screen)

    def choose_period(self, code: str) -> None:
        """Look at another period of the year, at its cut-off or today."""
        self._code, self._day = code, None
        self._read()

    def choose_day(self, day: date | None) -> None:
        """Look at the period on another day; None for its cut-off or today."""
        self._day = day
        self._read()

    @Slot()
    def refresh(self) -> None:
        """Read the board if data changed since it was read."""
        if self._is_stale:
            self._read()

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        plan = change.state.annual_plan
        is_other_plan = (plan.year if plan else None) != (
            self.board.plan.year if self.board else None
        )
        touched = {row.table for row in change.change_set.changes}
        if is_other_plan or touched & _RELEVANT:
            if self._is_reading and not is_other_plan:
                # Work on the data file goes in order: what is being read has this change in it.
                return
            self._is_stale = True
            if any(screen.isVisible() for screen in self._watchers):
                self._read()

    def _read(self) -> None:
        plan = self._workspace.annual_plan
        self._is_stale = False
        if self._job is not None:
            self._job.cancel()
        if plan is None:
            self.rows = ()
            self._show(None)
            return
        year, code, day = plan.year, self._code, self._day

        def read(session: Session) -> _Read:
            key = PeriodKey(year, code) if code else session.progress.period_to_show(year).key
            board = session.progress.board(key, day)
            # The figures and the rows are worked out here, off the window's thread.
            _ = board.summary
            return board, progress_rows(board)

        self._is_reading = True
        self._job = self._workspace.query(read, self._on_read, self._on_failed)

    def _on_read(self, found: _Read) -> None:
        board, self.rows = found
        self._show(board)

    def _on_failed(self, error: BaseException) -> None:
        self._is_reading = False
        self._is_stale = True
        self._workspace.failed.emit(error)

    def _show(self, board: ProgressBoard | None) -> None:
        self._is_reading = False
        self.board = board
        if board is not None:
            self._code = board.period.key.code
        self.changed.emit()
