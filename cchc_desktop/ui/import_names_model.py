"""The names that the catalogue does not have, and what the officer wants done with each."""

from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.agency import (
    Agency,
    AgencyCatalogue,
    AgencyGroup,
    AgencyId,
    AgencyKind,
)
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.agencies import NameSettlement
from cchc_desktop.services.imports import UnknownName
from cchc_desktop.ui.import_cells import Cell, Index
from cchc_desktop.ui.import_list import CellModel
from cchc_desktop.ui.import_words import AGENCY_KINDS, guess_agency_kind

SHARES = (0.36, 10, 27, 0.38)
"""The widths of the columns, for ``ImportList``."""

CHOICES_ROLE = Qt.ItemDataRole.UserRole + 2
"""The role under which a cell that can be changed gives its choices: (label, value) pairs."""

ACTION_COLUMN = 2
TARGET_COLUMN = 3

Owner = Agency | AgencyGroup


class NameAction(StrEnum):
    """What is done with a name."""

    LEAVE = "leave"
    ADD = "add"
    ALIAS = "alias"


ACTION_NAMES: dict[NameAction, str] = {
    NameAction.LEAVE: "Để nguyên như đã viết",
    NameAction.ADD: "Thêm vào danh mục",
    NameAction.ALIAS: "Là tên khác của",
}


@dataclass(frozen=True, slots=True)
class _Row:
    name: UnknownName
    action: NameAction = NameAction.LEAVE
    kind: AgencyKind = AgencyKind.OTHER
    owner: Owner | None = None


class NamesModel(CellModel):
    """The unknown names, each with a decision that holds for all its places.

    Signals:
        decisions_changed(): Something else is to be done with some name.
    """

    headings = ("Tên trong tệp", "Số ô", "Xử lý", "Loại cơ quan, hoặc tên trong danh mục")
    decisions_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._catalogue = AgencyCatalogue()

    def show_names(self, names: tuple[UnknownName, ...], catalogue: AgencyCatalogue) -> None:
        """Show other names; what was decided on the same ones stays."""
        decided = {row.name.text: row for row in self._rows}
        self.beginResetModel()
        self._catalogue = catalogue
        self._rows = [
            replace(decided[name.text], name=name)
            if name.text in decided
            else _Row(
                name,
                kind=guess_agency_kind(name.text),
                owner=name.suggestions[0] if name.suggestions else None,
            )
            for name in names
        ]
        self.endResetModel()
        self.decisions_changed.emit()

    @property
    def has_suggestions(self) -> bool:
        """Whether some name left as written is much like one in the catalogue."""
        return any(r.name.suggestions and r.action is NameAction.LEAVE for r in self._rows)

    def decisions(self) -> NameSettlement:
        """Return all that is to be written into the catalogue."""
        adding = [row for row in self._rows if row.action is NameAction.ADD]
        same = [row for row in self._rows if row.action is NameAction.ALIAS]
        return NameSettlement(
            tuple(Agency(AgencyId(0), one_line(row.name.text), row.kind) for row in adding),
            {r.name.text: r.owner.id for r in same if isinstance(r.owner, Agency)},
            {r.name.text: r.owner.id for r in same if isinstance(r.owner, AgencyGroup)},
        )

    def accept_suggestions(self) -> None:
        """Take each name that has a suggestion, and no decision yet, for the likeliest one."""
        self.beginResetModel()
        self._rows = [
            replace(row, action=NameAction.ALIAS, owner=row.name.suggestions[0])
            if row.name.suggestions and row.action is NameAction.LEAVE
            else row
            for row in self._rows
        ]
        self.endResetModel()
        self.decisions_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Override QAbstractTableModel.rowCount."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Override QAbstractTableModel.flags."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self._choices(index) else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Override CellModel.data."""
        if role == CHOICES_ROLE and index.isValid():
            return self._choices(index)
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            return self._value(self._rows[index.row()], index.column())
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Override QAbstractTableModel.setData: takes a value of the cell's choices."""
        if role != Qt.ItemDataRole.EditRole or not self._choices(index):
            return False
        row = self._rows[index.row()]
        match value:
            case NameAction():
                owner = row.owner
                if value is NameAction.ALIAS and owner is None:
                    owner = self._owners(row)[0]
                changed = replace(row, action=value, owner=owner)
            case AgencyKind():
                changed = replace(row, kind=value)
            case Agency() | AgencyGroup():
                changed = replace(row, owner=value)
            case _:
                return False
        self._rows[index.row()] = changed
        last = self.index(index.row(), self.columnCount() - 1)
        self.dataChanged.emit(self.index(index.row(), 0), last)
        self.decisions_changed.emit()
        return True

    def cell(self, row: int, column: int) -> Cell:
        """Return what the cell shows."""
        found = self._rows[row]
        match column:
            case 0:
                return Cell(RichText.plain(found.name.text))
            case 1:
                return Cell(RichText.plain(str(found.name.count)), is_centred=True)
            case 2:
                return Cell(RichText.plain(ACTION_NAMES[found.action]), has_arrow=True)
            case _:
                return self._target_cell(found)

    def _target_cell(self, row: _Row) -> Cell:
        match row.action:
            case NameAction.ADD:
                return Cell(RichText.plain(AGENCY_KINDS[row.kind]), has_arrow=True)
            case NameAction.ALIAS:
                return Cell(RichText.plain(row.owner.name if row.owner else ""), has_arrow=True)
            case NameAction.LEAVE:
                names = "; ".join(owner.name for owner in row.name.suggestions)
                words = RichText.plain(f"Gần giống: {names}") if names else EMPTY
                return Cell(words, is_muted=True)

    def _choices(self, index: Index) -> tuple[tuple[str, object], ...]:
        row = self._rows[index.row()]
        if index.column() == ACTION_COLUMN:
            actions = [a for a in NameAction if a is not NameAction.ALIAS or self._owners(row)]
            return tuple((ACTION_NAMES[action], action) for action in actions)
        if index.column() != TARGET_COLUMN:
            return ()
        if row.action is NameAction.ADD:
            return tuple((name, kind) for kind, name in AGENCY_KINDS.items())
        if row.action is NameAction.ALIAS:
            return tuple((owner.name, owner) for owner in self._owners(row))
        return ()

    def _value(self, row: _Row, column: int) -> object:
        if column == ACTION_COLUMN:
            return row.action
        if column == TARGET_COLUMN:
            return row.kind if row.action is NameAction.ADD else row.owner
        return None

    def _owners(self, row: _Row) -> tuple[Owner, ...]:
        """Return whose name it may be: the suggestions first, then the whole catalogue."""
        near = row.name.suggestions
        everyone: tuple[Owner, ...] = (*self._catalogue.agencies, *self._catalogue.groups)
        return (*near, *(owner for owner in everyone if owner not in near))
