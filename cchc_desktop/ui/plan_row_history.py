"""Finds the last few steps that changed one row of the plan."""

from dataclasses import dataclass, field

from cchc_desktop.domain.changes import HistoryEntry
from cchc_desktop.domain.plan_rows import PlanRow
from cchc_desktop.services.session import Session

_STEPS = 5
_LOOKED_THROUGH = 80
_LARGEST_STEP = 3000
Place = tuple[str, int]


@dataclass(slots=True)
class RowHistory:
    """Answers which steps changed a row; what a step changed is kept, since it stays so."""

    _places: dict[int, frozenset[Place]] = field(default_factory=dict)

    def steps(self, session: Session, wanted: frozenset[Place]) -> tuple[HistoryEntry, ...]:
        """Return the latest steps that changed one of the rows of ``wanted``, newest first."""
        found: list[HistoryEntry] = []
        for entry in session.history.entries(_LOOKED_THROUGH):
            if entry.is_undone or wanted.isdisjoint(self._changed(session, entry)):
                continue
            found.append(entry)
            if len(found) == _STEPS:
                break
        return tuple(found)

    def _changed(self, session: Session, entry: HistoryEntry) -> frozenset[Place]:
        if entry.id not in self._places:
            # A whole import says nothing of this row that an officer does not know.
            is_large = entry.row_count > _LARGEST_STEP
            change = None if is_large else session.history.changes_of(entry.id)
            changes = change.changes if change else ()
            self._places[entry.id] = frozenset((c.table, c.row_id) for c in changes)
        return self._places[entry.id]


def places_of(row: PlanRow) -> frozenset[Place]:
    """Return the rows of the data file that a row of the table shows."""
    if row.task is None:
        return frozenset([("section", row.section.id)])
    products = {("deliverable", int(d.id)) for d in row.task.deliverables}
    return frozenset({("task", int(row.task.id)), *products})
