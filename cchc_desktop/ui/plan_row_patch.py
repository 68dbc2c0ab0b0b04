"""Turns one list of rows into another by the smallest steps that a view can follow.

A view keeps its selection, its current cell and its place on the screen over these
steps, which it would lose in a reset.
"""

from collections.abc import Collection
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.plan_rows import PlanRow, RowKey, RowKind

if TYPE_CHECKING:
    from cchc_desktop.ui.plan_model import PlanTableModel

_MOST_STEPS = 60
"""Beyond this many insertions and removals a view redraws faster from nothing."""


def apply_patch(
    model: "PlanTableModel",
    shown: list[PlanRow],
    new: list[PlanRow],
    touched: Collection[RowKey] | None,
) -> None:
    """Make ``shown`` equal to ``new`` in place, and let the views of ``model`` follow.

    Args:
        model: The model whose list of rows ``shown`` is.
        shown: The rows as they are shown now.
        new: The rows as they shall be shown.
        touched: The rows whose content changed; None means all.
    """
    old_keys = [row.key for row in shown]
    new_keys = [row.key for row in new]
    if old_keys != new_keys:
        removals = _runs(old_keys, frozenset(new_keys))
        insertions = _runs(new_keys, frozenset(old_keys))
        if len(removals) + len(insertions) > _MOST_STEPS:
            model.beginResetModel()
            shown[:] = new
            model.rows_moved()
            model.endResetModel()
            return
        _remove(model, shown, removals)
        _reorder(model, shown, new_keys)
        _insert(model, shown, new, insertions)
    _refresh(model, shown, new, touched)


def _runs(keys: list[RowKey], others: frozenset[RowKey]) -> list[tuple[int, int]]:
    """Return first and last place of each stretch of ``keys`` that ``others`` lacks."""
    missing = [place for place, key in enumerate(keys) if key not in others]
    runs = []
    for _, group in groupby(enumerate(missing), lambda pair: pair[1] - pair[0]):
        places = [place for _, place in group]
        runs.append((places[0], places[-1]))
    return runs


def _remove(model: "PlanTableModel", shown: list[PlanRow], runs: list[tuple[int, int]]) -> None:
    for first, last in reversed(runs):
        model.beginRemoveRows(QModelIndex(), first, last)
        del shown[first : last + 1]
        model.rows_moved()
        model.endRemoveRows()


def _reorder(model: "PlanTableModel", shown: list[PlanRow], new_keys: list[RowKey]) -> None:
    staying = {row.key: row for row in shown}
    order = [key for key in new_keys if key in staying]
    if order == [row.key for row in shown]:
        return
    model.layoutAboutToBeChanged.emit()
    before = model.persistentIndexList()
    keys = [shown[index.row()].key for index in before]
    shown[:] = [staying[key] for key in order]
    model.rows_moved()
    after = [
        model.index(model.place_of(key), index.column())
        for key, index in zip(keys, before, strict=True)
    ]
    model.changePersistentIndexList(before, after)
    model.layoutChanged.emit()


def _insert(
    model: "PlanTableModel",
    shown: list[PlanRow],
    new: list[PlanRow],
    runs: list[tuple[int, int]],
) -> None:
    for first, last in runs:
        model.beginInsertRows(QModelIndex(), first, last)
        shown[first:first] = new[first : last + 1]
        model.rows_moved()
        model.endInsertRows()


def _refresh(
    model: "PlanTableModel",
    shown: list[PlanRow],
    new: list[PlanRow],
    touched: Collection[RowKey] | None,
) -> None:
    changed = [
        place
        for place, (old, row) in enumerate(zip(shown, new, strict=True))
        if touched is None or row.key in touched or old.number != row.number
    ]
    shown[:] = new
    for _, group in groupby(enumerate(changed), lambda pair: pair[1] - pair[0]):
        places = [place for _, place in group]
        model.dataChanged.emit(
            model.index(places[0], 0), model.index(places[-1], model.columnCount() - 1)
        )


def touched_rows(change: ChangeSet) -> set[RowKey] | None:
    """Return the rows whose words or understanding ``change`` touches; None means all."""
    keys: set[RowKey] = set()
    for item in change.changes:
        match item.table:
            case "section":
                keys.add(RowKey(RowKind.SECTION, item.row_id))
            case "task":
                keys |= {RowKey(RowKind.TASK, item.row_id), RowKey(RowKind.SUBTASK, item.row_id)}
            case "deliverable":
                keys.add(RowKey(RowKind.DELIVERABLE, item.row_id))
                for values in (item.before, item.after):
                    if values is not None:
                        task_id = int(values["task_id"] or 0)
                        keys |= {RowKey(RowKind.TASK, task_id), RowKey(RowKind.SUBTASK, task_id)}
            case "office" | "letterhead":
                pass
            case _:
                return None
    return keys
