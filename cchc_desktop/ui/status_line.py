"""The line at the foot of the window: what is saved, what the plan holds, and work under way."""

from collections import Counter
from datetime import datetime, timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.plan import Plan
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_KIND_NAMES = {
    DeadlineKind.DATED: "có hạn",
    DeadlineKind.RECURRING: "theo kỳ",
    DeadlineKind.EVENT: "chờ sự việc",
    DeadlineKind.UNRECOGNISED: "chưa rõ thời hạn",
}


class StatusLine(QFrame):
    """Says when the last change was saved, what the plan holds, and when a copy was made."""

    def __init__(self, workspace: Workspace, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self._workspace = workspace
        self._clock = clock
        self._saved = QLabel("Mọi thay đổi được lưu ngay", self)
        self._counts = QLabel(self)
        self._backup = QLabel(self)
        self._busy = QProgressBar(self)
        self._busy.setRange(0, 0)
        self._busy.setFixedSize(120, 4)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName("Đang thực hiện")
        self._stop = QPushButton("Dừng", self)
        self._stop.setProperty("link", True)
        self._stop.setToolTip("Dừng việc đang chạy; không có gì được ghi dở dang")
        self._stop.clicked.connect(workspace.jobs.cancel_all)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 2, 14, 2)
        layout.setSpacing(28)
        layout.addWidget(self._saved)
        layout.addWidget(self._counts)
        layout.addWidget(self._backup)
        layout.addStretch(1)
        layout.addWidget(self._busy)
        layout.addWidget(self._stop)
        self._on_busy_changed(is_busy=False)
        self._show_state()
        workspace.changed.connect(self._on_changed)
        workspace.saved.connect(self._on_saved)
        workspace.jobs.busy_changed.connect(self._on_busy_changed)

    def show_backup(self, made_at: datetime | None) -> None:
        """Say when the newest copy was made."""
        self._backup.setText(f"Bản sao lưu: {day_and_time(made_at, self._clock)}")

    @property
    def text(self) -> str:
        """All that the line says."""
        return "   ".join(x.text() for x in (self._saved, self._counts, self._backup) if x.text())

    def _show_state(self) -> None:
        state = self._workspace.state
        self._counts.setText(plan_counts(state.plan) if state.plan else "")
        self.show_backup(state.latest_backup)

    @Slot(object)
    def _on_changed(self, _change: WorkspaceChange) -> None:
        self._show_state()

    @Slot(object)
    def _on_saved(self, moment: datetime) -> None:
        self._saved.setText(f"Đã lưu {moment:%H:%M}")

    @Slot(bool)
    def _on_busy_changed(self, is_busy: bool) -> None:  # noqa: FBT001 - a signal's argument
        # Hidden parts keep their place, so that the line does not jump when work begins.
        for part in (self._busy, self._stop):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            part.setVisible(is_busy)


def plan_counts(plan: Plan) -> str:
    """Return what a plan holds in one line: "41 nhiệm vụ · 16 có hạn · 17 theo kỳ"."""
    kinds = Counter(
        deliverable.deadline.reading.kind
        for task in plan.tasks()
        for deliverable in task.deliverables
        if deliverable.deadline.text
    )
    parts = [f"{plan.task_count} nhiệm vụ"]
    parts += [f"{kinds[kind]} {name}" for kind, name in _KIND_NAMES.items() if kinds[kind]]
    return " · ".join(parts)


def day_and_time(moment: datetime | None, clock: Clock) -> str:
    """Return a moment as one speaks of it: "hôm nay 08:05", "hôm qua 16:20", "02/03/2024 09:00"."""
    if moment is None:
        return "chưa có"
    today = clock.now().date()
    time = f"{moment:%H:%M}"
    if moment.date() == today:
        return f"hôm nay {time}"
    if moment.date() == today - timedelta(days=1):
        return f"hôm qua {time}"
    return f"{moment:%d/%m/%Y} {time}"
