"""The demands of the documents above as a table, document by document."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.demand import DemandId
from cchc_desktop.domain.demand_coverage import (
    Coverage,
    CoverageState,
    DemandCoverage,
    DocumentCoverage,
)
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.ui.document_words import CoverageFilter, asked_words, state_mark
from cchc_desktop.ui.import_cells import Cell, Index
from cchc_desktop.ui.import_list import CellModel

SHARES = (19, 15, 0.6, 20, 0.4)
"""The widths of the columns, for ``ImportList``."""
_LONGEST_ANSWER = 90


class DemandModel(CellModel):
    """The demands that the filter lets through, each document's below its name."""

    headings = ("Tình trạng", "Vị trí", "Yêu cầu", "Mốc, thời hạn", "Kế hoạch đáp ứng")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[DocumentCoverage | DemandCoverage] = []

    def show_coverage(
        self, coverage: Coverage | None, chosen: CoverageFilter, milestone: int | None
    ) -> None:
        """Show what the filter lets through of another coverage.

        Where the rows are the same as before only their cells change: the list stays in place.
        """
        rows: list[DocumentCoverage | DemandCoverage] = []
        for document in coverage.documents if coverage else ():
            items = [item for item in document.demands if passes(item, chosen, milestone)]
            if items:
                rows += [document, *items]
        if rows and list(map(_key, rows)) == list(map(_key, self._rows)):
            self._rows = rows
            last = self.index(len(rows) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def item(self, row: int) -> DemandCoverage | None:
        """Return the demand in a row, or None for a document's name."""
        entry = self._rows[row]
        return entry if isinstance(entry, DemandCoverage) else None

    def item_or_none(self, row: int) -> DemandCoverage | None:
        """Return the demand in a row that may be out of the table, or None."""
        return self.item(row) if 0 <= row < len(self._rows) else None

    def row_of(self, demand_id: DemandId | None) -> int | None:
        """Return the row of a demand, or None."""
        for row, entry in enumerate(self._rows):
            if isinstance(entry, DemandCoverage) and entry.demand.id == demand_id:
                return row
        return None

    def first_demand(self, row: int) -> int | None:
        """Return the first row from ``row`` on that is a demand, or the last one before it."""
        rows = [n for n, entry in enumerate(self._rows) if isinstance(entry, DemandCoverage)]
        return next((n for n in rows if n >= row), rows[-1] if rows else None)

    def wide_rows(self) -> Sequence[int]:
        """Override CellModel.wide_rows."""
        return [n for n, entry in enumerate(self._rows) if isinstance(entry, DocumentCoverage)]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        entry = self._rows[row]
        if isinstance(entry, DocumentCoverage):
            return _document_cell(entry, column)
        match column:
            case 0:
                return Cell(EMPTY, mark=state_mark(entry.state))
            case 1:
                return Cell(RichText.plain(entry.demand.place))
            case 2:
                return Cell(entry.demand.text)
            case 3:
                return Cell(RichText.plain(asked_words(entry)))
            case _:
                return _answers_cell(entry)


def _key(entry: DocumentCoverage | DemandCoverage) -> tuple[str, int | None]:
    if isinstance(entry, DocumentCoverage):
        return "document", entry.document.id
    return "demand", entry.demand.id


def passes(item: DemandCoverage, chosen: CoverageFilter, milestone: int | None) -> bool:
    """Tell whether the filter lets a demand through."""
    state = chosen.state
    return (state is None or item.state is state) and (
        milestone is None or item.demand.milestone == milestone
    )


def _document_cell(entry: DocumentCoverage, column: int) -> Cell:
    if column != 1:
        return Cell(EMPTY, is_tinted=True)
    counts = (
        f"{len(entry.demands)} yêu cầu: {entry.count(CoverageState.UNANSWERED)} chưa có, "
        f"{entry.count(CoverageState.LATER)} muộn hơn"
    )
    words = RichText.plain(f"{entry.document.full_citation}\n{counts}")
    return Cell(words, is_heading=True, is_tinted=True)


def _answers_cell(entry: DemandCoverage) -> Cell:
    lines = []
    for answer in entry.answers:
        text = answer.text
        if len(text) > _LONGEST_ANSWER:
            text = text[: _LONGEST_ANSWER - 1].rstrip() + "…"
        deadline = f" ({answer.deadline})" if answer.deadline else ""
        lines.append(f"{answer.place}: {text}{deadline}")
    if not lines and entry.elsewhere:
        plans = ", ".join(key.term for key in entry.elsewhere)
        return Cell(RichText.plain(f"Đã có trong kế hoạch {plans}"), is_muted=True)
    return Cell(RichText.plain("\n".join(lines)))
