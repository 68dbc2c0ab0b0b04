"""Where the chosen plan stands, in a few words beside its name."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_version import PlanStanding, PlanVersion
from cchc_desktop.services.version_sentences import describe_standing
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_TABLES = frozenset({"plan_standing", "plan_version", "version_state"})


class PlanStateLabel(QLabel):
    """Says "Dự thảo · bản 1" or "Đã ban hành 08/12/2023"; never in the way.

    It reads on its own when the plan's standing changes or another plan is chosen.

    Signals:
        standing_read(PlanStanding): What it says now; None without a plan.
    """

    standing_read = Signal(object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._workspace = workspace
        self._shown: PlanId | None = None
        self._is_stale = True
        workspace.changed.connect(self._on_changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Override QLabel.showEvent."""
        super().showEvent(event)
        if self._is_stale:
            self._read()

    def _read(self) -> None:
        plan = self._workspace.plan
        self._is_stale = False
        self._shown = plan.id if plan else None
        if plan is None:
            self.clear()
            self.standing_read.emit(None)
            return
        plan_id = plan.id

        self._workspace.query(lambda session: session.plans.standing(plan_id), self._show_standing)

    def _show_standing(self, answer: tuple[PlanStanding, PlanVersion | None]) -> None:
        standing, latest = answer
        self.setText(describe_standing(standing, latest))
        tip = ""
        if standing.is_frozen and latest is not None:
            tip = (
                f"Số {latest.full_symbol}. Nội dung đã khóa; "
                "muốn thay đổi thì lập bản điều chỉnh ở mục Ban hành."
            )
        elif latest is not None:
            tip = f"Đang điều chỉnh bản {latest.number}, số {latest.full_symbol}."
        self.setToolTip(tip)
        self.setAccessibleName(f"Tình trạng kế hoạch: {self.text()}")
        self.standing_read.emit(standing)

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        plan = self._workspace.plan
        is_other = (plan.id if plan else None) != self._shown
        if is_other or _TABLES & {row.table for row in change.change_set.changes}:
            self._is_stale = True
            if self.isVisible():
                self._read()
