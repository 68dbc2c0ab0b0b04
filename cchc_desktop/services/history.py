"""Undo, redo, and reading back what was done."""

from cchc_desktop.domain.changes import ChangeSet, HistoryEntry
from cchc_desktop.domain.errors import NothingToUndo
from cchc_desktop.storage import history
from cchc_desktop.storage.office_file import OfficeFile

_BARRIERS = frozenset(
    {
        "set_up",
        "close_period",
        "reopen_period",
        "issue_plan",
        "amend_plan",
        "discard_amendment",
        "expire_plan",
    }
)
"""Steps that undo does not take back, nor any step before them.

Without the set-up there is no office; a lock that undo could open would not be one; what was
issued has left the house.
"""


class HistoryService:
    """What a person can do with what was done ("nhật ký"); it outlives the session."""

    def __init__(self, file: OfficeFile) -> None:
        self._file = file

    def undo(self) -> ChangeSet:
        """Take back the latest step; raises as ``OfficeFile.undo``.

        Undo ends at the set-up of the office, where a period was closed or reopened, and where
        a plan was issued, amended or ended.
        """
        if self.next_undo() is None:
            raise NothingToUndo
        return self._file.undo()

    def redo(self) -> ChangeSet:
        """Make the step last taken back again; raises as ``OfficeFile.redo``."""
        return self._file.redo()

    def next_undo(self) -> HistoryEntry | None:
        """Return the step that undo would take back, or None."""
        entry = history.find_entry(self._file.db, history.LAST_DONE)
        return None if entry is not None and entry.label in _BARRIERS else entry

    def next_redo(self) -> HistoryEntry | None:
        """Return the step that redo would make again, or None."""
        return history.find_entry(self._file.db, history.FIRST_UNDONE)

    def entries(self, limit: int = 500) -> tuple[HistoryEntry, ...]:
        """Return the latest steps, newest first."""
        return history.list_entries(self._file.db, limit)

    def changes_of(self, entry_id: int) -> ChangeSet | None:
        """Return what a step changed, or None when there is no such step."""
        return history.get_changes(self._file.db, entry_id)
