"""What the controls beside the progress table change in the row that is shown."""

from PySide6.QtCore import QObject, Slot

from cchc_desktop.domain.deadline import DeadlineReading
from cchc_desktop.domain.plan import DeliverableId
from cchc_desktop.domain.progress import FollowMode, ProgressField
from cchc_desktop.services.progress import ProgressEdit
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.progress_model import ProgressTableModel
from cchc_desktop.ui.progress_rows import ProgressRow
from cchc_desktop.ui.workspace import Workspace


class ProgressRowSteps(QObject):
    """Saves, each in one step, what is chosen for a row.

    Attributes:
        row: The row that is shown, or None.
    """

    def __init__(
        self,
        workspace: Workspace,
        messages: Messages,
        model: ProgressTableModel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.row: ProgressRow | None = None
        self._workspace = workspace
        self._messages = messages
        self._model = model

    @Slot(int, object)
    def set_meaning(self, deliverable: int, reading: DeadlineReading | None) -> None:
        """Save how a deadline is to be understood; None lets the program read it."""
        self._workspace.mutate(
            lambda s: s.cells.set_deadline_meaning(DeliverableId(deliverable), reading),
            on_error=self._messages.error,
        )

    @Slot(int)
    def set_milestones(self, count: int) -> None:
        """Save how many milestones of the work are met."""
        board = self._model.board
        work = self.row.work if self.row else None
        if work is None or board is None:
            return
        key = board.period.key
        edit = ProgressEdit(work, ProgressField.MILESTONES_MET, count or None)
        self._workspace.mutate(
            lambda s: s.progress.write(key, [edit]), on_error=self._messages.error
        )

    @Slot(object)
    def set_follow_mode(self, mode: FollowMode | None) -> None:
        """Save how the task of several leads is followed; None lets the program choose."""
        task = self.row.task if self.row else None
        if task is not None:
            task_id = task.id
            self._workspace.mutate(
                lambda s: s.progress.set_follow_mode(task_id, mode), on_error=self._messages.error
            )

    @Slot()
    def clear_event(self) -> None:
        """Ask, and forget the event that the deadline waited for."""
        product = self.row.deliverable if self.row else None
        if product is None:
            return
        question = "Bỏ ghi sự việc đã phát sinh?\nCó thể lấy lại bằng Hoàn tác (Ctrl+Z)."
        if self._messages.ask(question, "Bỏ ghi sự việc", "Không bỏ"):
            product_id = product.id
            self._workspace.mutate(
                lambda s: s.progress.clear_occurrence(product_id), on_error=self._messages.error
            )
