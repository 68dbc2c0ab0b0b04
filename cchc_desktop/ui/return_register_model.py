"""Who leads something in a period, and how each stands with its report."""

from collections.abc import Iterable, Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.return_register import ReturnStatus
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.import_cells import Cell, Index
from cchc_desktop.ui.import_list import CellModel
from cchc_desktop.ui.return_words import register_mark

SHARES = (9, 0.42, 17, 19, 17, 32, 0.25)
"""The widths of the columns, for ``ImportList``."""

_CHOSEN = 0


class RegisterModel(CellModel):
    """The register with a check box for each agency.

    Signals:
        chosen_changed(): Another number of agencies is chosen.
    """

    headings = (
        "Chọn", "Cơ quan, đơn vị", "Số nhiệm vụ", "Lập biểu ngày", "Nhận ngày",
        "Tình trạng", "Tệp đã nhận",
    )  # fmt: skip
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[ReturnStatus, ...] = ()
        self._chosen: set[AgencyId] = set()
        self._day = date.min

    @property
    def chosen(self) -> tuple[ReturnStatus, ...]:
        """The agencies chosen, in the order shown."""
        return tuple(line for line in self.lines if line.agency_id in self._chosen)

    def show_register(self, lines: Sequence[ReturnStatus], day: date) -> None:
        """Show how the agencies stand on ``day``; who was chosen stays so."""
        is_same = [line.agency_id for line in lines] == [line.agency_id for line in self.lines]
        if is_same:
            self.lines, self._day = tuple(lines), day
            if lines:
                self.dataChanged.emit(self.index(0, 0), self._last())
            return
        self.beginResetModel()
        self.lines, self._day = tuple(lines), day
        self._chosen &= {line.agency_id for line in lines}
        self.endResetModel()
        self.chosen_changed.emit()

    def choose(self, agencies: Iterable[AgencyId]) -> None:
        """Choose these agencies and no others."""
        self._chosen = set(agencies)
        if self.lines:
            last = self.index(len(self.lines) - 1, _CHOSEN)
            self.dataChanged.emit(self.index(0, _CHOSEN), last, [Qt.ItemDataRole.CheckStateRole])
        self.chosen_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractTableModel.flags."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == _CHOSEN else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override CellModel.data."""
        if index.isValid() and index.column() == _CHOSEN:
            is_chosen = self.lines[index.row()].agency_id in self._chosen
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.AccessibleTextRole:
                return "Đã chọn" if is_chosen else "Không chọn"
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Override QAbstractTableModel.setData: chooses an agency, or not."""
        if (
            not index.isValid()
            or index.column() != _CHOSEN
            or role != Qt.ItemDataRole.CheckStateRole
        ):
            return False
        agency = self.lines[index.row()].agency_id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._chosen.add(agency)
        else:
            self._chosen.discard(agency)
        cell = self.index(index.row(), _CHOSEN)
        self.dataChanged.emit(cell, cell, [role])
        self.chosen_changed.emit()
        return True

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        line = self.lines[row]
        match column:
            case 1:
                return Cell(RichText.plain(line.agency_name))
            case 2:
                return Cell(RichText.plain(str(line.task_count)), is_centred=True)
            case 3:
                return _day_cell(line.made_on, "Chưa lập")
            case 4:
                return _day_cell(line.received_on, "")
            case 5:
                return Cell(EMPTY, mark=register_mark(line, self._day))
            case 6:
                name = line.file_name or ("Bản giấy" if line.is_received else "")
                return Cell(RichText.plain(name), is_muted=True)
            case _:
                return Cell(EMPTY)

    def _last(self) -> QModelIndex:
        return self.index(len(self.lines) - 1, self.columnCount() - 1)


def _day_cell(day: date | None, otherwise: str) -> Cell:
    return Cell(RichText.plain(format_day(day) or otherwise), is_muted=day is None)
