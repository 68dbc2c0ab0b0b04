"""The strip above the progress table: states as chips with counts, and other conditions."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.vietnamese import one_line, sort_key
from cchc_desktop.services.progress_sentences import STATES
from cchc_desktop.ui.filter_chips import (
    add_choice,
    chip_title,
    emptied_menu,
    filter_chip,
    flat_button,
    menu_chip,
    say_choice,
    set_on,
)
from cchc_desktop.ui.flow_layout import FlowLayout
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.progress_filter import EVERYTHING, Matter, ProgressFilter
from cchc_desktop.ui.progress_marks import STATE_SIGNS
from cchc_desktop.ui.progress_model import ProgressTableModel

_LONGEST_NAME = 30

_MATTERS = {
    Matter.UNREPORTED: ("Chưa báo cáo", "Việc chưa ghi gì trong kỳ này"),
    Matter.DUE_7: ("Đến hạn 7 ngày", "Việc chưa xong có hạn trong 7 ngày tới"),
    Matter.DUE_15: ("Đến hạn 15 ngày", "Việc chưa xong có hạn trong 15 ngày tới"),
    Matter.DUE_30: ("Đến hạn 30 ngày", "Việc chưa xong có hạn trong 30 ngày tới"),
}


class ProgressFilterBar(QWidget):
    """Sets the filter of a ``ProgressTableModel``.

    Signals:
        cleared(): All conditions were taken away, the words searched for as well.
    """

    cleared = Signal()

    def __init__(self, model: ProgressTableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filterBar")
        self._model = model
        self.state_chips: dict[ProgressState, QToolButton] = {}
        self.matter_chips: dict[Matter, QToolButton] = {}
        chips = QWidget(self)
        flow = FlowLayout(chips)
        for state in ProgressState:
            chip = filter_chip(chips, STATES[state])
            chip.setProperty("state", state.value)
            chip.setIcon(icon(STATE_SIGNS[state].icon_name, STATE_SIGNS[state].colour))
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.clicked.connect(self._on_state)
            self.state_chips[state] = chip
            flow.addWidget(chip)
        for matter, (name, hint) in _MATTERS.items():
            chip = filter_chip(chips, name)
            chip.setProperty("matter", matter.value)
            chip.setProperty("hint", hint)
            chip.clicked.connect(self._on_matter)
            self.matter_chips[matter] = chip
            flow.addWidget(chip)
        self.agency_button = menu_chip(chips, "Đơn vị")
        self.section_button = menu_chip(chips, "Lĩnh vực")
        self.tasks_button = filter_chip(chips, "Nhiệm vụ được chọn")
        self.tasks_button.setToolTip("Bấm để xem lại mọi nhiệm vụ")
        self.tasks_button.clicked.connect(self._on_tasks)
        for button in (self.agency_button, self.section_button, self.tasks_button):
            flow.addWidget(button)
        self.clear_button = flat_button("&Bỏ lọc", "x", self)
        self.clear_button.clicked.connect(self.clear)
        self.count_label = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 12, 4)
        row.setSpacing(6)
        row.addWidget(chips, 1)
        row.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.count_label, 0, Qt.AlignmentFlag.AlignTop)
        self.count_label.setContentsMargins(0, 8, 0, 0)
        self.agency_button.menu().aboutToShow.connect(self._fill_agencies)
        self.section_button.menu().aboutToShow.connect(self._fill_sections)
        model.shown_changed.connect(self.refresh)
        self.refresh()

    def set_filter(self, wanted: ProgressFilter) -> None:
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
    def refresh(self) -> None:
        """Say what is in force and how much it leaves."""
        wanted, figures, board = self._model.filter, self._model.figures, self._model.board
        for state, chip in self.state_chips.items():
            count = figures.count_of_state(state) if figures else 0
            _count(chip, count, is_on=wanted.state is state)
        for matter, chip in self.matter_chips.items():
            count = figures.count_of(matter) if figures else 0
            _count(chip, count, is_on=wanted.matter is matter)
        catalogue = board.catalogue if board else None
        agency = (
            catalogue.agency(wanted.agency_id)
            if catalogue and wanted.agency_id is not None
            else None
        )
        say_choice(self.agency_button, agency.name if agency else "", _LONGEST_NAME)
        sections = board.plan.sections if board else ()
        section = next((s for s in sections if s.id == wanted.section_id), None)
        title = f"{section.number}. {section.title.text}" if section else ""
        say_choice(self.section_button, title, _LONGEST_NAME)
        chosen = len(wanted.tasks) if wanted.tasks is not None else 0
        self.tasks_button.setVisible(wanted.tasks is not None)
        self.tasks_button.setChecked(wanted.tasks is not None)
        self.tasks_button.setText(f"{chosen} nhiệm vụ được chọn")
        self.clear_button.setVisible(wanted.is_active)
        total = figures.total if figures else 0
        found = f"{self._model.task_count}/{total}" if wanted.is_active else f"{total}"
        self.count_label.setText(f"{found} nhiệm vụ")

    @Slot()
    def _on_state(self) -> None:
        state = ProgressState(str(self.sender().property("state")))
        now = self._model.filter
        self.set_filter(replace(now, state=None if now.state is state else state))

    @Slot()
    def _on_matter(self) -> None:
        matter = Matter(str(self.sender().property("matter")))
        now = self._model.filter
        self.set_filter(replace(now, matter=None if now.matter is matter else matter))

    @Slot()
    def _on_tasks(self) -> None:
        self.set_filter(replace(self._model.filter, tasks=None))

    @Slot()
    def _fill_sections(self) -> None:
        (_, group), now = emptied_menu(self.section_button), self._model.filter
        self._entry(group, "Mọi lĩnh vực", replace(now, section_id=None))
        for section in self._model.board.plan.sections if self._model.board else ():
            title = f"{section.number}. {section.title.text or 'Không tên'}"
            self._entry(group, title, replace(now, section_id=section.id))

    @Slot()
    def _fill_agencies(self) -> None:
        """Offer the agencies that answer for work."""
        _, group = emptied_menu(self.agency_button)
        now, board = self._model.filter, self._model.board
        self._entry(group, "Mọi đơn vị", replace(now, agency_id=None))
        ids: set[AgencyId] = set()
        for state in board.states if board else ():
            ids.update(state.item.leads)
        agencies = [board.catalogue.agency(i) for i in ids] if board else []
        for agency in sorted((a for a in agencies if a), key=lambda a: sort_key(a.name)):
            self._entry(group, agency.name, replace(now, agency_id=agency.id))

    def _entry(self, group: QActionGroup, text: str, wanted: ProgressFilter) -> None:
        is_on = wanted == self._model.filter
        add_choice(group, text, wanted, self._on_chosen, is_on=is_on)

    @Slot()
    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction) and isinstance(action.data(), ProgressFilter):
            self.set_filter(action.data())


def _count(chip: QToolButton, count: int, *, is_on: bool) -> None:
    """Show a chip with how many tasks it leaves."""
    title = chip_title(chip)
    chip.setText(f"{title} {count}")
    chip.setToolTip(str(chip.property("hint") or f"Chỉ xem nhiệm vụ “{title}”"))
    chip.setAccessibleName(f"{title}: {count} nhiệm vụ")
    chip.setVisible(bool(count) or is_on)
    set_on(chip, is_on=is_on)
