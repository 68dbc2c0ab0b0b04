"""Filling in a new plan: its years, and what it begins with."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.plan_skeleton import TextSkeleton
from cchc_desktop.domain.reform_sections import SectionList
from cchc_desktop.services.plan_starting import PlanStart
from cchc_desktop.services.plans import default_title
from cchc_desktop.services.session import Session
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.number_box import number_box
from cchc_desktop.ui.workspace import Workspace

YEARS = (1990, 2200)
"""The years that a plan may be of."""

MILESTONES_HINT = "các năm có mục tiêu, như 2028, 2030"

_NO_SECTIONS = "Để trống, tự thêm lĩnh vực sau"
_BLANK = "Phụ lục trống, soạn phần lời sau"
_USUAL_LENGTH = 5
"""Years that a plan for several years is first proposed for."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """What a new plan may begin with.

    Attributes:
        skeletons: The texts that fit.
        sources: The plans that it can be carried from.
    """

    lists: tuple[SectionList, ...]
    skeletons: tuple[TextSkeleton, ...]
    sources: tuple[PlanKey, ...]


class NewPlanDialog(FormDialog):
    """Asks for the years, title and beginning of a new plan, and creates it.

    Signals:
        carry_over_requested(object, object): The plan is to be carried from another: the
            PlanKey of the earlier plan and that of the new one.
    """

    carry_over_requested = Signal(object, object)

    def __init__(self, workspace: Workspace, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Lập kế hoạch mới", "Lập kế hoạch", "Không lập")
        self._workspace = workspace
        self._title_of = default_title(PlanKey(year))
        self._first = year
        self.year = year_field(year, self)
        self.is_for_years = QCheckBox("&Kế hoạch nhiều năm", self)
        self.last_year = year_field(year + _USUAL_LENGTH - 1, self)
        self.milestones = QLineEdit(self)
        self.milestones.setPlaceholderText(MILESTONES_HINT)
        self.start = QComboBox(self)
        self.title = QLineEdit(self._title_of, self)
        self.title.setMinimumWidth(460)
        self.title.setCursorPosition(0)
        self.sections = QComboBox(self)
        self.form.addRow("&Năm", self.year)
        self.form.addRow("", self.is_for_years)
        self.form.addRow("Đ&ến năm", self.last_year)
        self.form.addRow("&Mốc mục tiêu", self.milestones)
        self.form.addRow("&Bắt đầu từ", self.start)
        self.form.addRow("&Tên phụ lục", self.title)
        self.form.addRow("&Lĩnh vực", self.sections)
        self.start.addItem(_BLANK, None)
        self._show_fields()
        self.year.valueChanged.connect(self._on_year_changed)
        self.last_year.valueChanged.connect(self._on_years_changed)
        self.is_for_years.toggled.connect(self._on_years_changed)
        self.start.currentIndexChanged.connect(self._show_fields)
        self._offer_job = self._ask_for_offer()

    @property
    def key(self) -> PlanKey:
        """The years chosen."""
        last = self.last_year.value() if self.is_for_years.isChecked() else None
        return PlanKey(self.year.value(), last)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        key, chosen = self.key, self.start.currentData()
        if key.last_year is not None and key.last_year <= key.year:
            self.show_problem("Năm cuối phải sau năm đầu.", self.last_year)
            return
        if isinstance(chosen, PlanKey):
            self.carry_over_requested.emit(chosen, key)
            self.accept()
            return
        milestones = milestones_typed(self.milestones.text(), key)
        if milestones is None:
            self.show_problem(milestone_problem(key), self.milestones)
            return
        self.yes_button.setEnabled(False)
        title = self.title.text()
        listed: tuple[str, ...] | None = self.sections.currentData()

        def create(session: Session) -> ChangeSet:
            titles = _usual_sections(session, key.year) if listed is None else listed
            if isinstance(chosen, str):
                start = PlanStart(key, chosen, title, titles, milestones)
                return session.carry_over.start_plan(start)
            return session.plans.create(key.year, title, titles, key.last_year, milestones)

        self._workspace.mutate(create, self.written, self.show_error)

    def done(self, result: int) -> None:
        """Override QDialog.done: what is still being read is no longer wanted."""
        self._offer_job.cancel()
        super().done(result)

    @Slot(int)
    def _on_year_changed(self, year: int) -> None:
        """Let the last year keep its distance."""
        self._first, moved = year, year - self._first
        last = self.last_year.value()
        self.last_year.setValue(last + moved)
        if self.last_year.value() == last:
            self._on_years_changed()

    @Slot()
    def _on_years_changed(self) -> None:
        if self.title.text() == self._title_of:
            self._title_of = default_title(self.key)
            self.title.setText(self._title_of)
            self.title.setCursorPosition(0)
        self._show_fields()
        self._offer_job.cancel()
        self._offer_job = self._ask_for_offer()

    @Slot()
    def _show_fields(self) -> None:
        """Show the fields that what is chosen needs."""
        is_for_years = self.is_for_years.isChecked()
        is_carried = isinstance(self.start.currentData(), PlanKey)
        self.form.setRowVisible(self.last_year, is_for_years)
        self.form.setRowVisible(self.milestones, is_for_years and not is_carried)
        self.form.setRowVisible(self.title, not is_carried)
        self.form.setRowVisible(self.sections, not is_carried)
        self.yes_button.setText("Xem và chuyển tiếp…" if is_carried else "Lập kế hoạch")

    def _ask_for_offer(self) -> Job:
        """Ask what a plan of the years chosen may begin with."""
        key = self.key

        def read(session: Session) -> _Offer:
            skeletons = session.text.skeletons()
            fitting = (one for one in skeletons if one.for_period is (key.last_year is not None))
            sources = session.carry_over.sources(key)
            return _Offer(session.plans.section_lists(key.year), tuple(fitting), sources)

        return self._workspace.query(read, self._show_offer, self.show_error)

    def _show_offer(self, offer: _Offer) -> None:
        """Offer what there is; what the officer chose stays chosen where it still fits."""
        begun = self.start.currentText()
        self.start.blockSignals(True)
        self.start.clear()
        self.start.addItem(_BLANK, None)
        for skeleton in offer.skeletons:
            self.start.addItem(f"Mẫu: {skeleton.title}", skeleton.id)
        for source in offer.sources:
            self.start.addItem(f"Chuyển tiếp từ kế hoạch {source.term}…", source)
        self.start.setCurrentIndex(max(self.start.findText(begun), 0))
        self.start.blockSignals(False)
        self._show_lists(offer.lists)
        self._show_fields()

    def _show_lists(self, lists: Sequence[SectionList]) -> None:
        """Offer lists of sections; the usual one is chosen until the officer chooses."""
        chosen = self.sections.currentText()
        self.sections.clear()
        for item in lists:
            self.sections.addItem(f"{item.name} ({len(item.titles)} lĩnh vực)", item.titles)
        self.sections.addItem(_NO_SECTIONS, ())
        self.sections.setCurrentIndex(max(self.sections.findText(chosen), 0))


def milestones_typed(words: str, key: PlanKey) -> tuple[int, ...] | None:
    """Return the milestones typed, none for a year's plan, or None where one is wrong."""
    if key.last_year is None:
        return ()
    pieces = [piece.strip() for piece in words.replace(";", ",").split(",")]
    years = [int(piece) if piece.isdecimal() else 0 for piece in pieces if piece]
    is_sound = all(key.year <= year <= key.last_year for year in years)
    return tuple(sorted(set(years))) if is_sound else None


def milestone_problem(key: PlanKey) -> str:
    """Return what is wrong with milestones that are not years of the plan."""
    return f"Mốc mục tiêu phải là các năm từ {key.year} đến {key.last_year}, cách nhau dấu phẩy."


def _usual_sections(session: Session, year: int) -> tuple[str, ...]:
    lists = session.plans.section_lists(year)
    return lists[0].titles if lists else ()


def year_field(year: int, parent: QWidget) -> QSpinBox:
    """Return a field for a year."""
    field = number_box(year, *YEARS, parent)
    field.setToolTip("Mũi tên lên, xuống để đổi năm")
    return field
