"""The findings of a check as a table: how grave, where, what, in which words, how to mend it."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.services.check_sentences import describe_finding
from cchc_desktop.services.checks import CheckedFinding, CheckReport
from cchc_desktop.ui.check_words import (
    FindingFilter,
    accepted_words,
    excerpt_of,
    filtered,
    severity_mark,
)
from cchc_desktop.ui.import_cells import Cell, Index, Mark, Tone
from cchc_desktop.ui.import_list import CellModel

SHARES = (18, 24, 0.34, 0.36, 0.3)
"""The widths of the columns, for ``ImportList``."""
SEVERITY_COLUMN = 0
SIGN_ROLE = Qt.ItemDataRole.UserRole + 2
"""The role under which the gravity's sign and word are given."""


class CheckModel(CellModel):
    """The findings that the filter lets through, in printed order."""

    headings = ("Mức độ", "Vị trí", "Điều phát hiện", "Chữ liên quan", "Cách sửa")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[CheckedFinding, ...] = ()

    def show_report(self, report: CheckReport | None, chosen: FindingFilter) -> None:
        """Show what ``chosen`` lets through of another report."""
        self.beginResetModel()
        self._items = filtered(report, chosen) if report else ()
        self.endResetModel()

    def item(self, row: int) -> CheckedFinding:
        """Return the finding in a row."""
        return self._items[row]

    def row_of(self, item: CheckedFinding) -> int | None:
        """Return the row of what the same check found at the same place, or None."""
        code, place = item.finding.code, item.finding.place
        for row, other in enumerate(self._items):
            if other.finding.code == code and other.finding.place == place:
                return row
        return None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override CellModel.data."""
        if role == SIGN_ROLE and index.isValid() and index.column() == SEVERITY_COLUMN:
            return severity_mark(self._items[index.row()].finding.severity)
        return super().data(index, role)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        item = self._items[row]
        if column == SEVERITY_COLUMN:
            mark = severity_mark(item.finding.severity)
            return Cell(EMPTY, mark=Mark(mark.text, Tone(mark.colour)))
        words = describe_finding(item)
        match column:
            case 1:
                return Cell(RichText.plain(words.where))
            case 2:
                return Cell(RichText.plain(words.what))
            case 3:
                excerpt = excerpt_of(item)
                # Not tidied: the spans count the letters as they stand.
                text = RichText((Run(excerpt.words),)) if excerpt.words else EMPTY
                return Cell(text, excerpt.spans, Tone.SOON)
            case _:
                return Cell(RichText.plain(accepted_words(item) or words.remedy))
