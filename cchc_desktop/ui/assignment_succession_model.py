"""The tasks that a hand-over touches, each wording to be changed or left."""

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from cchc_desktop.services.assignment_changes import HandedTask, SuccessionPreview, WordingEdit
from cchc_desktop.services.assignment_sentences import OBSTACLES, ROLES

Index = QModelIndex | QPersistentModelIndex

COLUMN_TITLES = ("Nhiệm vụ", "Vai trò", "Đang ghi", "Sẽ ghi")
CHECK, AFTER = 0, 3

_ROOT = QModelIndex()


class SuccessionModel(QAbstractTableModel):
    """One row for each wording that names the agency handing over.

    Signals:
        choice_changed(): Other wordings are to be changed than before.
    """

    choice_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.preview: SuccessionPreview | None = None
        self._checked: set[int] = set()

    @property
    def tasks(self) -> tuple[HandedTask, ...]:
        """All rows."""
        return self.preview.tasks if self.preview else ()

    @property
    def edits(self) -> tuple[WordingEdit, ...]:
        """The new words chosen."""
        return tuple(self.tasks[row].proposed.edit for row in sorted(self._checked))

    @property
    def handed_count(self) -> int:
        """How many tasks go over to the successor: those not past."""
        handed = {(t.year, t.proposed.task.id) for t in self.tasks if not t.is_past}
        return len(handed)

    @property
    def lost_count(self) -> int:
        """How many wordings would be left with a name nobody understands any more."""
        return sum(
            not task.stays_understood and not task.is_past
            for row, task in enumerate(self.tasks)
            if row not in self._checked
        )

    def set_preview(self, preview: SuccessionPreview | None) -> None:
        """Show another hand-over; words of work still to come are changed at first."""
        self.beginResetModel()
        self.preview = preview
        self._checked = {
            row for row, task in enumerate(self.tasks) if can_change(task) and not task.is_past
        }
        self.endResetModel()
        self.choice_changed.emit()

    def is_checked(self, row: int) -> bool:
        """Tell whether the words of a row are to be changed."""
        return row in self._checked

    def toggle(self, row: int) -> None:
        """Change the words of a row, or leave them."""
        if 0 <= row < len(self.tasks) and can_change(self.tasks[row]):
            self._checked ^= {row}
            self.dataChanged.emit(self.index(row, 0), self.index(row, AFTER))
            self.choice_changed.emit()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self.tasks)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Override QAbstractTableModel.columnCount."""
        return 0 if parent.isValid() else len(COLUMN_TITLES)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Override QAbstractTableModel.data."""
        if not index.isValid() or not 0 <= index.row() < len(self.tasks):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index.row(), index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == CHECK:
            words = self._words(index.row(), CHECK)
            state = "sửa lời văn" if self.is_checked(index.row()) else "giữ lời văn"
            return f"{state}, {words}"
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Override QAbstractTableModel.headerData."""
        is_title = orientation is Qt.Orientation.Horizontal and 0 <= section < len(COLUMN_TITLES)
        if is_title and role == Qt.ItemDataRole.DisplayRole:
            return COLUMN_TITLES[section]
        return None

    def _words(self, row: int, column: int) -> str:
        task = self.tasks[row]
        proposed = task.proposed
        match column:
            case 0:
                return f"{task.year} · {proposed.place}  {proposed.task.content.text}"
            case 1:
                return ROLES[proposed.role]
            case 2:
                return proposed.proposal.before.text
        if self.is_checked(row):
            return proposed.proposal.after.text
        return _kept_words(task)


def can_change(task: HandedTask) -> bool:
    """Tell whether new words could be proposed."""
    return task.proposed.proposal.obstacle is None and task.proposed.proposal.is_change


def _kept_words(task: HandedTask) -> str:
    obstacle = task.proposed.proposal.obstacle
    reason = OBSTACLES[obstacle] + "\n" if obstacle else ""
    if task.is_past:
        return reason + "Giữ nguyên: việc đã đến hạn trước ngày bàn giao."
    if task.stays_understood:
        return reason + "Giữ nguyên: tên cũ vẫn được hiểu là cơ quan nhận bàn giao."
    return reason + "Giữ nguyên: tên cũ sẽ không còn được nhận ra."
