"""The strip above the table: conditions as chips, the count, and the way back."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from cchc_desktop.domain.agency import Role
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.plan_filter import EVERYTHING, PlanFilter
from cchc_desktop.domain.vietnamese import one_line, sort_key
from cchc_desktop.ui.filter_chips import (
    add_choice,
    emptied_menu,
    flat_button,
    menu_chip,
    say_choice,
)
from cchc_desktop.ui.plan_columns import TABLE_COLUMNS, place_of
from cchc_desktop.ui.plan_model import PlanTableModel
from cchc_desktop.ui.plan_wording import KIND_NAMES, ROLE_NAMES

_QUARTERS = ("I", "II", "III", "IV")
_LONGEST_NAME = 34
_ASCENDING, _DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


class PlanFilterBar(QWidget):
    """Sets the filter and the order of a ``PlanTableModel``.

    Signals:
        cleared(): All conditions were taken away, the words searched for as well.
    """

    cleared = Signal()

    def __init__(self, model: PlanTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self._model = model
        self.section_button = menu_chip(self, "Lĩnh vực")
        self.agency_button = menu_chip(self, "Cơ quan, đơn vị")
        self.deadline_button = menu_chip(self, "Thời hạn")
        self.quarter_button = menu_chip(self, "Quý")
        self.clear_button = flat_button("&Bỏ lọc", "x", self)
        self.clear_button.clicked.connect(self.clear)
        self.order_button = flat_button("Về thứ tự &kế hoạch", "rotate-ccw", self)
        self.order_button.clicked.connect(self.back_to_plan_order)
        self.count_label = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 12, 4)
        row.setSpacing(6)
        for widget in (
            self.section_button,
            self.agency_button,
            self.deadline_button,
            self.quarter_button,
            self.clear_button,
            self.order_button,
        ):
            row.addWidget(widget)
        row.addStretch()
        row.addWidget(self.count_label)
        self.section_button.menu().aboutToShow.connect(self._fill_sections)
        self.agency_button.menu().aboutToShow.connect(self._fill_agencies)
        self.deadline_button.menu().aboutToShow.connect(self._fill_deadlines)
        self.quarter_button.menu().aboutToShow.connect(self._fill_quarters)
        model.shown_changed.connect(self.refresh)
        self.refresh()

    def set_filter(self, wanted: PlanFilter) -> None:
        """Show only what ``wanted`` leaves."""
        self._model.set_filter(wanted)
        self.refresh()

    @Slot(str)
    def set_words(self, words: str) -> None:
        """Search while the words are being typed."""
        self.set_filter(replace(self._model.filter, words=one_line(words)))

    @Slot()
    def clear(self) -> None:
        """Show everything again."""
        self.set_filter(EVERYTHING)
        self.cleared.emit()

    @Slot()
    def back_to_plan_order(self) -> None:
        """Show the rows in the plan's order again."""
        self._model.set_sorting(None)
        self.refresh()

    def cycle_sorting(self, column: AnnexColumn) -> None:
        """Sort by a column: ascending, then descending, then the plan's order again."""
        if self._model.sorting == (column, _ASCENDING):
            self._model.set_sorting((column, _DESCENDING))
        elif self._model.sorting == (column, _DESCENDING):
            self._model.set_sorting(None)
        else:
            self._model.set_sorting((column, _ASCENDING))
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say what is in force and how much it leaves."""
        wanted, plan = self._model.filter, self._model.plan
        sections = plan.sections if plan else ()
        section = next((s for s in sections if s.id == wanted.section_id), None)
        self._say(self.section_button, f"{section.number}. {section.title.text}" if section else "")
        self._say(self.agency_button, self._agency_words(wanted))
        kind = wanted.deadline_kind
        self._say(self.deadline_button, KIND_NAMES[kind] if kind else "")
        quarter = wanted.quarter
        self._say(self.quarter_button, f"Đến hạn quý {_QUARTERS[quarter - 1]}" if quarter else "")
        self.clear_button.setVisible(wanted.is_active)
        sorting = self._model.sorting
        self.order_button.setVisible(sorting is not None)
        if sorting:
            column = TABLE_COLUMNS[place_of(sorting[0])].title
            way = "tăng dần" if sorting[1] is _ASCENDING else "giảm dần"
            self.order_button.setToolTip(f"Đang xếp theo “{column}”, {way}")
        total = plan.task_count if plan else 0
        found = f"{self._model.hit_count}/{total}" if wanted.is_active else f"{total}"
        self.count_label.setText(f"{found} nhiệm vụ")

    def _agency_words(self, wanted: PlanFilter) -> str:
        catalogue = self._model.catalogue
        agency = catalogue.agency(wanted.agency_id) if wanted.agency_id is not None else None
        group = catalogue.group(wanted.group_id) if wanted.group_id is not None else None
        name = agency.name if agency else group.name if group else ""
        if wanted.has_unknown_agency:
            name = "Tên chưa có trong danh mục"
        if name and wanted.role:
            return f"{ROLE_NAMES[wanted.role]}: {name}"
        return name or (ROLE_NAMES[wanted.role] if wanted.role else "")

    def _say(self, chip: QToolButton, words: str) -> None:
        say_choice(chip, words, _LONGEST_NAME)

    def _entry(self, group: QActionGroup, text: str, wanted: PlanFilter) -> QAction:
        is_on = wanted == self._model.filter
        return add_choice(group, text, wanted, self._on_chosen, is_on=is_on)

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and isinstance(action.data(), PlanFilter):
            self.set_filter(action.data())

    @Slot()
    def _fill_sections(self) -> None:
        _, group = emptied_menu(self.section_button)
        now, plan = self._model.filter, self._model.plan
        self._entry(group, "Mọi lĩnh vực", replace(now, section_id=None))
        for section in plan.sections if plan else ():
            title = f"{section.number}. {section.title.text or 'Không tên'}"
            self._entry(group, title, replace(now, section_id=section.id))

    @Slot()
    def _fill_deadlines(self) -> None:
        _, group = emptied_menu(self.deadline_button)
        now = self._model.filter
        self._entry(group, "Mọi thời hạn", replace(now, deadline_kind=None))
        for kind in DeadlineKind:
            self._entry(group, KIND_NAMES[kind], replace(now, deadline_kind=kind))

    @Slot()
    def _fill_quarters(self) -> None:
        _, group = emptied_menu(self.quarter_button)
        now = self._model.filter
        self._entry(group, "Mọi quý", replace(now, quarter=None))
        for number, name in enumerate(_QUARTERS, 1):
            self._entry(group, f"Đến hạn quý {name}", replace(now, quarter=number))

    @Slot()
    def _fill_agencies(self) -> None:
        """Offer the agencies and groups that the plan names."""
        menu, group = emptied_menu(self.agency_button)
        now, catalogue, plan = self._model.filter, self._model.catalogue, self._model.plan
        roles = QActionGroup(menu)
        self._entry(roles, "Vai trò bất kỳ", replace(now, role=None)).setChecked(now.role is None)
        for role in Role:
            name = ROLE_NAMES[role]
            self._entry(roles, name, replace(now, role=role)).setChecked(now.role is role)
        menu.addSeparator()
        nobody = replace(now, agency_id=None, group_id=None, has_unknown_agency=False)
        self._entry(group, "Mọi cơ quan, đơn vị", nobody)
        readings = [t.assignment(r).reading for t in (plan.tasks() if plan else ()) for r in Role]
        if any(reading.unknown for reading in readings):
            unknown = replace(nobody, has_unknown_agency=True)
            self._entry(group, "Tên chưa có trong danh mục", unknown)
        agencies = [catalogue.agency(i) for i in {i for r in readings for i in r.agency_ids}]
        for agency in sorted((a for a in agencies if a), key=lambda a: sort_key(a.name)):
            self._entry(group, agency.name, replace(nobody, agency_id=agency.id))
        groups = [catalogue.group(i) for i in {i for r in readings for i in r.group_ids}]
        if groups:
            menu.addSeparator()
        for named in sorted((g for g in groups if g), key=lambda g: sort_key(g.name)):
            self._entry(group, named.name, replace(nobody, group_id=named.id))
