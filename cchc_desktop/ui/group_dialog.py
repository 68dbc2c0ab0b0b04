"""Filling in a group of agencies, with the agencies it stands for in view."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

from cchc_desktop.domain.agency import AgencyGroup, AgencyId, AgencyKind, GroupId
from cchc_desktop.ui.agency_dialogs import alias_field
from cchc_desktop.ui.agency_words import KIND_NAMES
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.workspace import Workspace

_DATA = Qt.ItemDataRole.UserRole
_CHECKED = Qt.CheckState.Checked
_UNCHECKED = Qt.CheckState.Unchecked


class GroupDialog(FormDialog):
    """Adds a group, or edits one; the list below shows at once whom the group stands for."""

    def __init__(
        self,
        workspace: Workspace,
        group: AgencyGroup | None,
        day: date,
        parent: QWidget | None = None,
    ) -> None:
        title = "Sửa nhóm cơ quan" if group else "Thêm nhóm cơ quan"
        super().__init__(parent, title, "Ghi" if group else "Thêm nhóm")
        self._workspace = workspace
        self._day = day
        self._is_new = group is None
        self._group = group or AgencyGroup(GroupId(0), "")
        self.name = QLineEdit(self._group.name, self)
        self.aliases = alias_field(self._group.aliases, self)
        self.form.addRow("&Tên nhóm", self.name)
        self.form.addRow("Tên gọi &khác\n(mỗi dòng một tên)", self.aliases)
        self.kinds = self._list("Mọi đơn vị thuộc loại")
        for kind, words in KIND_NAMES.items():
            _add(self.kinds, words, kind, is_checked=kind in self._group.kinds)
        self.members = self._list("Từng đơn vị")
        for agency in workspace.state.catalogue.agencies:
            is_member = agency.id in self._group.member_ids
            if is_member or agency.is_valid_on(day):
                _add(self.members, agency.name, agency.id, is_checked=is_member)
        self.expansion = self._list("Nhóm gồm")
        self._count = QLabel(self)
        self._count.setObjectName("fieldName")
        grid = QGridLayout()
        for column, (label, widget) in enumerate(
            (
                (QLabel("Mọi đơn vị thuộc &loại", self), self.kinds),
                (QLabel("và từng đơn &vị sau", self), self.members),
                (self._count, self.expansion),
            )
        ):
            label.setBuddy(widget)
            grid.addWidget(label, 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid, 1)
        self.kinds.itemChanged.connect(self._on_changed)
        self.members.itemChanged.connect(self._on_changed)
        self._on_changed()
        self.resize(900, 560)

    @property
    def group(self) -> AgencyGroup:
        """The group as the fields stand."""
        return replace(
            self._group,
            name=self.name.text(),
            aliases=tuple(self.aliases.toPlainText().splitlines()),
            kinds=frozenset(AgencyKind(kind) for kind in _checked(self.kinds)),
            member_ids=frozenset(AgencyId(int(member)) for member in _checked(self.members)),
        )

    def submit(self) -> None:
        """Override FormDialog.submit."""
        self.yes_button.setEnabled(False)
        group = self.group
        if self._is_new:
            self._workspace.mutate(
                lambda session: session.agencies.add_group(group), self.written, self.show_error
            )
        else:
            self._workspace.mutate(
                lambda session: session.agencies.save_group(group), self.written, self.show_error
            )

    def _list(self, name: str) -> QListWidget:
        widget = QListWidget(self)
        widget.setObjectName("framed")
        widget.setAccessibleName(name)
        widget.setWordWrap(True)
        widget.setSpacing(2)
        widget.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return widget

    @Slot()
    def _on_changed(self) -> None:
        members = self._workspace.state.catalogue.members(self.group, self._day)
        self._count.setText(f"Nhóm gồm {len(members)} đơn vị")
        self.expansion.clear()
        self.expansion.addItems([agency.name for agency in members])


def _add(widget: QListWidget, words: str, data: object, *, is_checked: bool) -> None:
    item = QListWidgetItem(words, widget)
    item.setData(_DATA, data)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(_CHECKED if is_checked else _UNCHECKED)


def _checked(widget: QListWidget) -> list[str]:
    items = (widget.item(row) for row in range(widget.count()))
    return [item.data(_DATA) for item in items if item.checkState() is _CHECKED]
