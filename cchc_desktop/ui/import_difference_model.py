"""What would change in a plan that is there, row by row, with what the officer accepts."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.plan_comparison import Difference, DifferenceKind
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.word_difference import changed_words
from cchc_desktop.services.imports import ImportPreview
from cchc_desktop.ui.import_cells import Cell, Index, Mark, Tone
from cchc_desktop.ui.import_list import CellModel
from cchc_desktop.ui.import_words import COLUMN_NAMES, DIFFERENCE_NAMES

SHARES = (8, 11, 24, 0.5, 0.5)
"""The widths of the columns, for ``ImportList``."""

_TONES = {
    DifferenceKind.NEW: Tone.DONE,
    DifferenceKind.CHANGED: Tone.ACCENT,
    DifferenceKind.MISSING: Tone.LATE,
    DifferenceKind.MOVED: Tone.SOON,
}
_Key = tuple[str, str, str | None, int, str, str]


class DifferenceModel(CellModel):
    """The differences with a check box each; deletions are not accepted unless asked for.

    Signals:
        accepted_changed(): Another number of differences is accepted.
    """

    headings = ("Ghi", "Dòng", "Thay đổi", "Trong kế hoạch", "Trong tệp")
    accepted_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Difference, ...] = ()
        self._shown: list[int] = []
        self._accepted: set[int] = set()
        self._kind: DifferenceKind | None = None

    @property
    def accepted(self) -> tuple[Difference, ...]:
        """The differences to be written, in the order of the file."""
        return tuple(d for i, d in enumerate(self._all) if i in self._accepted)

    def show_preview(self, preview: ImportPreview) -> None:
        """Show other differences; what the officer decided on the same ones stays."""
        decided = {_key(d): i in self._accepted for i, d in enumerate(self._all)}
        proposed = {id(d) for d in preview.default_accepted}
        self.beginResetModel()
        self._all = preview.differences
        self._accepted = {
            i for i, d in enumerate(self._all) if decided.get(_key(d), id(d) in proposed)
        }
        self._filter()
        self.endResetModel()
        self.accepted_changed.emit()

    def forget_decisions(self) -> None:
        """Start anew: the next differences come from another document."""
        self.beginResetModel()
        self._all, self._shown, self._accepted, self._kind = (), [], set(), None
        self.endResetModel()

    def show_kind(self, kind: DifferenceKind | None) -> None:
        """Show the differences of one kind only, or all."""
        self.beginResetModel()
        self._kind = kind
        self._filter()
        self.endResetModel()

    def accept_shown(self, *, is_accepted: bool) -> None:
        """Accept, or decline, all differences in sight."""
        if not self._shown:
            return
        self._set_accepted(self._shown, is_accepted=is_accepted)
        last = self.index(len(self._shown) - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.CheckStateRole])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._shown)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractTableModel.flags."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override CellModel.data."""
        if index.isValid() and index.column() == 0:
            is_accepted = self._shown[index.row()] in self._accepted
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if is_accepted else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return "Sẽ ghi" if is_accepted else "Không ghi"
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Override QAbstractTableModel.setData: accepts or declines a difference."""
        if not index.isValid() or index.column() != 0 or role != Qt.ItemDataRole.CheckStateRole:
            return False
        is_accepted = Qt.CheckState(value) is Qt.CheckState.Checked
        self._set_accepted([self._shown[index.row()]], is_accepted=is_accepted)
        cell = self.index(index.row(), 0)
        self.dataChanged.emit(cell, cell, [role])
        return True

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        difference = self._all[self._shown[row]]
        match column:
            case 1:
                return Cell(RichText.plain(difference.place or "Cả kế hoạch"))
            case 2:
                mark = Mark(DIFFERENCE_NAMES[difference.kind], _TONES[difference.kind])
                return Cell(RichText.plain(_subject(difference)), mark=mark)
            case 3:
                return _before(difference)
            case 4:
                return _after(difference)
            case _:
                return Cell(EMPTY)

    def _set_accepted(self, numbers: Iterable[int], *, is_accepted: bool) -> None:
        if is_accepted:
            self._accepted.update(numbers)
        else:
            self._accepted.difference_update(numbers)
        self.accepted_changed.emit()

    def _filter(self) -> None:
        self._shown = [
            i for i, d in enumerate(self._all) if self._kind is None or d.kind is self._kind
        ]


def _key(difference: Difference) -> _Key:
    return (
        difference.kind.value,
        difference.place,
        difference.column,
        difference.index,
        difference.before.markup,
        difference.after.markup,
    )


def _subject(difference: Difference) -> str:
    if difference.kind is DifferenceKind.CHANGED:
        if difference.task is None:
            return "Tên lĩnh vực"
        name = COLUMN_NAMES[difference.column]
        return f"{name} (dòng {difference.index + 1})" if difference.index else name
    if difference.kind is DifferenceKind.MOVED:
        return "Thứ tự các dòng"
    if difference.draft_section and not difference.draft_task:
        return f"Lĩnh vực, {len(difference.draft_section.tasks)} nhiệm vụ"
    if difference.section and not (difference.task or difference.draft_task):
        return f"Lĩnh vực, {len(difference.section.tasks)} nhiệm vụ"
    return "Nhiệm vụ con" if difference.parent else "Nhiệm vụ"


def _before(difference: Difference) -> Cell:
    match difference.kind:
        case DifferenceKind.NEW:
            return Cell(RichText.plain("Chưa có"), is_muted=True)
        case DifferenceKind.MOVED:
            return Cell(RichText.plain("Theo thứ tự đang có"), is_muted=True)
        case DifferenceKind.MISSING:
            return Cell(difference.before)
        case DifferenceKind.CHANGED:
            if not difference.before:
                return Cell(RichText.plain("Để trống"), is_muted=True)
            spans = changed_words(difference.before.text, difference.after.text)[0]
            return Cell(difference.before, spans, Tone.LATE)


def _after(difference: Difference) -> Cell:
    match difference.kind:
        case DifferenceKind.NEW:
            return Cell(difference.after)
        case DifferenceKind.MOVED:
            return Cell(RichText.plain("Theo thứ tự trong tệp"), is_muted=True)
        case DifferenceKind.MISSING:
            return Cell(RichText.plain("Không có trong tệp"), is_muted=True)
        case DifferenceKind.CHANGED:
            if not difference.after:
                return Cell(RichText.plain("Để trống"), is_muted=True)
            before, after = difference.before.text, difference.after.text
            if before == after:
                mark = Mark("Chỉ khác chữ đậm, nghiêng", Tone.WAITING)
                return Cell(difference.after, mark=mark)
            return Cell(difference.after, changed_words(before, after)[1], Tone.DONE)
