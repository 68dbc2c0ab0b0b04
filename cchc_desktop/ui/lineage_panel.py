"""A task across the years: what it carries on and what carries it on, each leading there."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.task_lineage import LineageStep, TaskLineage
from cchc_desktop.services.carry_over_sentences import describe_origin_reason
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_RELEVANT = frozenset({"task_origin", "plan", "section", "task"})


class LineagePanel(QFrame):
    """Says where a task came from and what became of it; hides itself where there is nothing.

    Signals:
        task_requested(object, object): The (PlanId, TaskId) to go to.
    """

    task_requested = Signal(object, object)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task_id: TaskId | None = None
        self._job: Job | None = None
        self._steps: tuple[LineageStep, ...] = ()
        title = QLabel("Chuyển tiếp qua các năm", self)
        title.setObjectName("heading")
        self.label = QLabel(self)
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.label.setAccessibleName("Nhiệm vụ này qua các năm")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(title)
        column.addWidget(self.label)
        self.label.linkActivated.connect(self._on_link)
        workspace.changed.connect(self._on_changed)
        self.hide()

    def show_task(self, task_id: TaskId | None) -> None:
        """Show the line of a task, or nothing."""
        self._task_id = task_id
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if task_id is None:
            self._show(TaskLineage())
            return
        self._job = self._workspace.query(
            lambda session: session.carry_over.lineage(task_id), self._on_read, self._on_gone
        )
        # A page of details may be gone before the answer comes.
        self.destroyed.connect(self._job.cancel)

    def _on_read(self, lineage: TaskLineage) -> None:
        self._job = None
        self._show(lineage)

    def _on_gone(self, _error: BaseException) -> None:
        self._job = None
        self._show(TaskLineage())

    def _show(self, lineage: TaskLineage) -> None:
        self._steps = (*reversed(lineage.origins), *lineage.followers)
        lines = [self._line(n, step, "Từ") for n, step in enumerate(reversed(lineage.origins))]
        first = len(lines)
        lines += [self._line(first + n, s, "Sang") for n, s in enumerate(lineage.followers)]
        self.label.setText("<br>".join(lines))
        self.setVisible(bool(lines))

    def _line(self, number: int, step: LineageStep, way: str) -> str:
        place = f"nhiệm vụ {step.place.removesuffix(')')}, {step.plan_term}"
        is_gone = step.plan_id is None
        named = f"{place} (đã xóa)" if is_gone else f'<a href="{number}">{place}</a>'
        return f"{way} {named}: {describe_origin_reason(step.reason)}"

    @Slot(str)
    def _on_link(self, number: str) -> None:
        step = self._steps[int(number)]
        self.task_requested.emit(step.plan_id, step.task_id)

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        if self._task_id is not None and (
            {row.table for row in change.change_set.changes} & _RELEVANT
        ):
            self.show_task(self._task_id)
