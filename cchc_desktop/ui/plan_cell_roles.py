"""What a cell of the plan's table says in each of Qt's roles."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan_rows import PlanRow, RowKind
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.plan_columns import TABLE_COLUMNS
from cchc_desktop.ui.plan_wording import explanation, mark_text

if TYPE_CHECKING:
    from cchc_desktop.ui.plan_model import PlanTableModel


def _display(model: "PlanTableModel", row: PlanRow, column: int) -> str:
    return model.text_of(row, TABLE_COLUMNS[column].column).text


def _edit(model: "PlanTableModel", row: PlanRow, column: int) -> RichText:
    return model.text_of(row, TABLE_COLUMNS[column].column)


def _alignment(_model: "PlanTableModel", _row: PlanRow, column: int) -> int:
    return TABLE_COLUMNS[column].alignment.value


def _understood(model: "PlanTableModel", row: PlanRow, column: int) -> str | None:
    """Return what was understood of a cell, for the tool tip and for screen readers."""
    known = TABLE_COLUMNS[column]
    if model.is_pending(row, known.column):
        return None
    if known.column is AnnexColumn.DEADLINE and row.deliverable:
        deadline = row.deliverable.deadline
        return explanation(deadline.reading) if mark_text(deadline) else None
    if known.role and row.task and row.key.kind is not RowKind.DELIVERABLE:
        unknown = row.task.assignment(known.role).reading.unknown
        if unknown:
            return "Chưa có trong danh mục: " + "; ".join(unknown)
    return None


def _accessible(model: "PlanTableModel", row: PlanRow, column: int) -> str:
    words = _display(model, row, column)
    parts = [row.place_name, TABLE_COLUMNS[column].title, words or "trống"]
    understood = _understood(model, row, column)
    return ", ".join(part for part in (*parts, understood or "") if part)


CELL_ROLES: dict[int, Callable[["PlanTableModel", PlanRow, int], Any]] = {
    Qt.ItemDataRole.DisplayRole: _display,
    Qt.ItemDataRole.EditRole: _edit,
    Qt.ItemDataRole.TextAlignmentRole: _alignment,
    Qt.ItemDataRole.ToolTipRole: _understood,
    Qt.ItemDataRole.AccessibleTextRole: _accessible,
}
"""By role, the function that answers for a row and a column."""
