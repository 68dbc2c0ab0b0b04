"""What one step changed, row by row: for the window, for undo and for the history.

One mechanism, three uses: the window redraws what a ChangeSet names, undo applies
its inverse, and the history (nhật ký) keeps it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

Value = str | int | float | bytes | None
Row = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row before and after ("thay đổi một dòng"); None where it does not exist."""

    table: str
    row_id: int
    before: Row | None
    after: Row | None

    def inverted(self) -> "RowChange":
        """Return the change that takes this one back."""
        return RowChange(self.table, self.row_id, self.after, self.before)

    @property
    def changed_fields(self) -> frozenset[str]:
        """The fields whose values differ; all of them for a new or deleted row."""
        before, after = self.before or {}, self.after or {}
        return frozenset(name for name in {*before, *after} if before.get(name) != after.get(name))


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """All that one step of an officer changed ("một lần thay đổi").

    Attributes:
        label: What the step was, a key of ``services/sentences.py``.
        changes: The rows, in the order in which they were written.
        params: Fills the blanks of the label's sentence.
        entry_id: Its number in the history, or None when nothing changed.
    """

    label: str
    changes: tuple[RowChange, ...] = ()
    params: Mapping[str, str] = field(default_factory=dict)
    entry_id: int | None = None

    def __bool__(self) -> bool:
        return bool(self.changes)

    def ids(self, table: str) -> frozenset[int]:
        """Return the ids of the rows of ``table`` that changed."""
        return frozenset(change.row_id for change in self.changes if change.table == table)


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of the history ("nhật ký").

    Attributes:
        made_by: The user name of the computer's session.
        is_undone: Whether the step was taken back.
    """

    id: int
    label: str
    params: Mapping[str, str]
    made_at: datetime
    made_by: str
    is_undone: bool
    row_count: int
