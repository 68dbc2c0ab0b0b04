"""How the text of a plan that is there already would change, passage by passage."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.word_difference import changed_words
from cchc_desktop.services.plan_import_preview import (
    ChangeKind,
    PassageChange,
    PlanImportPreview,
)
from cchc_desktop.ui.import_cells import Cell, Index, Mark, Tone
from cchc_desktop.ui.import_list import CellModel
from cchc_desktop.ui.plan_import_words import CHANGE_NAMES

SHARES = (13, 0.5, 0.5)
"""The widths of the columns, for ``ImportList``."""

_TONES = {ChangeKind.NEW: Tone.DONE, ChangeKind.CHANGED: Tone.SOON, ChangeKind.GONE: Tone.LATE}


class ChangeModel(CellModel):
    """What stands in the plan beside what the document says."""

    headings = ("Thay đổi", "Đang có", "Theo văn bản")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes: tuple[PassageChange, ...] = ()

    def show_preview(self, preview: PlanImportPreview | None) -> None:
        """Show what another document would change."""
        self.beginResetModel()
        self._changes = preview.changes if preview else ()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._changes)

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        change = self._changes[row]
        match column:
            case 0:
                mark = Mark(CHANGE_NAMES[change.kind], _TONES[change.kind])
                return Cell(RichText.plain(""), mark=mark)
            case _:
                return _words(change, is_after=column == 2)


def _words(change: PassageChange, *, is_after: bool) -> Cell:
    """Return one side of a change, with what differs from the other picked out."""
    before, after = RichText.from_markup(change.before), RichText.from_markup(change.after)
    words = after if is_after else before
    if change.kind is not ChangeKind.CHANGED:
        return Cell(words)
    spans = changed_words(before.text, after.text)
    tone = Tone.DONE if is_after else Tone.LATE
    return Cell(words, changed=spans[is_after], changed_tone=tone)
