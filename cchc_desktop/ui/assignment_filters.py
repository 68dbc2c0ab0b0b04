"""The strip above the matrix: conditions, the columns shown, the count and the way back."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from cchc_desktop.domain.agency import AgencyId, AgencyKind
from cchc_desktop.ui.agency_words import KIND_NAMES
from cchc_desktop.ui.assignment_grid import GridFilter
from cchc_desktop.ui.assignment_model import AssignmentModel
from cchc_desktop.ui.filter_chips import emptied_menu, filter_chip, flat_button, set_on
from cchc_desktop.ui.icons import icon, put_beside_text
from cchc_desktop.ui.settings import Settings

_LONGEST_NAME = 28
_CLOSED = "assignment/closed-kinds"
_OTHERS = "assignment/with-others"


class AssignmentFilterBar(QWidget):
    """Sets the filter and the columns of an ``AssignmentModel``; the columns are remembered.

    Signals:
        cleared(): All conditions were taken away, the words searched for as well.
    """

    cleared = Signal()

    def __init__(self, model: AssignmentModel, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self._model = model
        self._settings = settings
        self.lead_button = self._switch("Chưa có chủ trì", "Chỉ nhiệm vụ chưa có cơ quan chủ trì")
        self.unknown_button = self._switch("Tên lạ", "Chỉ nhiệm vụ có tên chưa có trong danh mục")
        self.group_button = self._switch("Nhóm chủ trì", "Chỉ nhiệm vụ do một nhóm cơ quan chủ trì")
        self.agency_button = self._chip("Cơ quan, đơn vị", "Chỉ nhiệm vụ của một cơ quan")
        self.columns_button = self._chip("Cột", "Chọn các cột cơ quan")
        self.columns_button.setCheckable(False)
        put_beside_text(self.columns_button, icon("columns-3", "muted"))
        self.columns_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.clear_button = flat_button("Bỏ &lọc", "x", self)
        self.clear_button.clicked.connect(self.clear)
        self.count_label = QLabel(self)
        self.agency_button.menu().aboutToShow.connect(self._fill_agencies)
        self.columns_button.menu().aboutToShow.connect(self._fill_columns)
        for button in (self.lead_button, self.unknown_button, self.group_button):
            button.toggled.connect(self._on_switched)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 12, 4)
        row.setSpacing(6)
        for widget in (
            self.lead_button,
            self.unknown_button,
            self.group_button,
            self.agency_button,
            self.clear_button,
        ):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.count_label)
        row.addWidget(self.columns_button)
        model.shown_changed.connect(self.refresh)
        names = settings.text(_CLOSED).split(";")
        model.set_columns(
            [kind for kind in AgencyKind if kind.value in names],
            with_others=settings.number(_OTHERS, 0) != 0,
        )
        self.refresh()

    def set_filter(self, wanted: GridFilter) -> None:
        """Show only what ``wanted`` leaves."""
        self._model.set_filter(wanted)
        self.refresh()

    def show_agency(self, agency_id: AgencyId | None) -> None:
        """Show only the tasks of an agency, or of all."""
        self.set_filter(replace(self._model.filter, agency_id=agency_id))

    @Slot(str)
    def set_words(self, words: str) -> None:
        """Search while the words are being typed."""
        self.set_filter(replace(self._model.filter, words=" ".join(words.split())))

    @Slot()
    def clear(self) -> None:
        """Show everything again."""
        self.set_filter(GridFilter())
        self.cleared.emit()

    @Slot(object)
    def toggle_kind(self, kind: AgencyKind) -> None:
        """Close a kind to one column, or open it."""
        self._set_columns(self._model.closed ^ {kind}, with_others=self._model.with_others)

    @Slot()
    def refresh(self) -> None:
        """Say what is in force and how much it leaves."""
        wanted = self._model.filter
        for button, is_on in (
            (self.lead_button, wanted.has_no_lead),
            (self.unknown_button, wanted.has_unknown),
            (self.group_button, wanted.is_led_by_group),
        ):
            button.blockSignals(True)
            set_on(button, is_on=is_on)
            button.blockSignals(False)
        agency = (
            self._model.catalogue.agency(wanted.agency_id) if wanted.agency_id is not None else None
        )
        name = agency.name if agency else ""
        is_long = len(name) > _LONGEST_NAME
        short = name[: _LONGEST_NAME - 1].rstrip() + "…" if is_long else name
        self.agency_button.setText((short or "Cơ quan, đơn vị").replace("&", "&&"))
        set_on(self.agency_button, is_on=bool(name))
        self.clear_button.setVisible(wanted.is_active)
        total = sum(1 for row in self._model.all_rows if row.task is not None)
        found = f"{self._model.hit_count}/{total}" if wanted.is_active else f"{total}"
        self.count_label.setText(f"{found} dòng nhiệm vụ")

    def _set_columns(self, closed: frozenset[AgencyKind], *, with_others: bool) -> None:
        self._settings.set_text(_CLOSED, ";".join(kind.value for kind in sorted(closed)))
        self._settings.set_number(_OTHERS, int(with_others))
        self._model.set_columns(closed, with_others=with_others)

    @Slot()
    def _on_switched(self) -> None:
        self.set_filter(
            replace(
                self._model.filter,
                has_no_lead=self.lead_button.isChecked(),
                has_unknown=self.unknown_button.isChecked(),
                is_led_by_group=self.group_button.isChecked(),
            )
        )

    @Slot()
    def _fill_agencies(self) -> None:
        menu, group = emptied_menu(self.agency_button)
        wanted = self._model.filter.agency_id
        _choice(menu, group, "Mọi cơ quan, đơn vị", None, is_on=wanted is None)
        menu.addSeparator()
        for agency in self._model.matrix.agencies if self._model.matrix else ():
            _choice(menu, group, agency.name, agency.id, is_on=wanted == agency.id)
        group.triggered.connect(self._on_agency_chosen)

    @Slot(QAction)
    def _on_agency_chosen(self, action: QAction) -> None:
        self.show_agency(action.data())

    @Slot()
    def _fill_columns(self) -> None:
        model = self._model
        menu, group = emptied_menu(self.columns_button)
        _choice(menu, group, "Cơ quan có nhiệm vụ", 0, is_on=not model.with_others)
        _choice(menu, group, "Mọi cơ quan còn hiệu lực", 1, is_on=model.with_others)
        group.triggered.connect(self._on_others_chosen)
        menu.addSeparator()
        kinds = {column.kind: None for column in model.columns}
        for kind in kinds:
            action = menu.addAction(f"Gộp “{KIND_NAMES[kind]}” thành một cột")
            action.setCheckable(True)
            action.setChecked(kind in model.closed)
            action.setData(kind.value)
            action.triggered.connect(self._on_kind_chosen)
        menu.addSeparator()
        every = menu.addAction("Mở mọi nhóm cột")
        every.setEnabled(bool(model.closed))
        every.triggered.connect(self._on_all_opened)

    @Slot(QAction)
    def _on_others_chosen(self, action: QAction) -> None:
        self._set_columns(self._model.closed, with_others=bool(action.data()))

    @Slot()
    def _on_kind_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.toggle_kind(AgencyKind(action.data()))

    @Slot()
    def _on_all_opened(self) -> None:
        self._set_columns(frozenset(), with_others=self._model.with_others)

    def _switch(self, title: str, explained: str) -> QToolButton:
        button = filter_chip(self, title)
        button.setToolTip(explained)
        button.setAccessibleName(explained)
        return button

    def _chip(self, title: str, explained: str) -> QToolButton:
        chip = self._switch(title, explained)
        chip.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        chip.setMenu(QMenu(chip))
        return chip


def _choice(menu: QMenu, group: QActionGroup, text: str, data: object, *, is_on: bool) -> None:
    action = menu.addAction(text.replace("&", "&&"))
    action.setCheckable(True)
    action.setChecked(is_on)
    action.setData(data)
    action.setActionGroup(group)
