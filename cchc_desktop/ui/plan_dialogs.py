"""Filling in a new plan, and a plan's own details."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSpinBox, QWidget

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.plan import ParentDocument, Plan, PlanKey, TaskNumbering
from cchc_desktop.domain.reform_sections import SectionList
from cchc_desktop.services.plans import default_title, first_day
from cchc_desktop.services.session import Session
from cchc_desktop.ui.date_field import DateField
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.number_box import number_box
from cchc_desktop.ui.workspace import Workspace

_YEARS = (1990, 2200)
_NO_SECTIONS = "Để trống, tự thêm lĩnh vực sau"

_NUMBERINGS = {
    TaskNumbering.PER_SECTION: "Đánh số lại từ 1 trong mỗi lĩnh vực",
    TaskNumbering.CONTINUOUS: "Đánh số liên tục trong cả phụ lục",
}


class NewPlanDialog(FormDialog):
    """Asks for the year, title and first sections of a new plan, and creates it."""

    def __init__(self, workspace: Workspace, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Lập kế hoạch mới", "Lập kế hoạch", "Không lập")
        self._workspace = workspace
        self._title_of = default_title(PlanKey(year))
        self.year = _year_field(year, self)
        self.title = QLineEdit(self._title_of, self)
        self.title.setMinimumWidth(460)
        self.title.setCursorPosition(0)
        self.form.addRow("&Năm", self.year)
        self.sections = QComboBox(self)
        self.form.addRow("&Tên phụ lục", self.title)
        self.form.addRow("&Lĩnh vực", self.sections)
        self.year.valueChanged.connect(self._on_year_changed)
        self._lists_job = self._ask_for_lists(year)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        self.yes_button.setEnabled(False)
        year, title = self.year.value(), self.title.text()
        chosen: tuple[str, ...] | None = self.sections.currentData()

        def create(session: Session) -> ChangeSet:
            titles = _usual_sections(session, year) if chosen is None else chosen
            return session.plans.create(year, title, titles)

        self._workspace.mutate(create, self.written, self.show_error)

    def done(self, result: int) -> None:
        """Override QDialog.done: lists still under way are no longer wanted."""
        self._lists_job.cancel()
        super().done(result)

    @Slot(int)
    def _on_year_changed(self, year: int) -> None:
        if self.title.text() == self._title_of:
            self._title_of = default_title(PlanKey(year))
            self.title.setText(self._title_of)
        self._lists_job.cancel()
        self._lists_job = self._ask_for_lists(year)

    def _ask_for_lists(self, year: int) -> Job:
        """Ask which sections a plan of ``year`` may start with."""
        return self._workspace.query(
            lambda session: session.plans.section_lists(year), self._show_lists, self.show_error
        )

    def _show_lists(self, lists: tuple[SectionList, ...]) -> None:
        """Offer lists of sections; the usual one is chosen until the officer chooses."""
        chosen = self.sections.currentText()
        self.sections.clear()
        for item in lists:
            self.sections.addItem(f"{item.name} ({len(item.titles)} lĩnh vực)", item.titles)
        self.sections.addItem(_NO_SECTIONS, ())
        self.sections.setCurrentIndex(max(self.sections.findText(chosen), 0))


class PlanDetailsDialog(FormDialog):
    """Shows a plan's own details and writes what the officer changes in them."""

    def __init__(self, workspace: Workspace, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent, f"Thông tin kế hoạch năm {plan.year}", "Ghi thông tin kế hoạch")
        self._workspace = workspace
        self._plan = plan
        document = plan.parent_document
        self.year = _year_field(plan.year, self)
        self.title = QLineEdit(plan.title, self)
        self.title.setMinimumWidth(460)
        self.annex_number = QLineEdit(plan.annex_number, self)
        self.annex_number.setPlaceholderText("để trống nếu chỉ có một phụ lục; hoặc I, II…")
        self.numbering = QComboBox(self)
        for numbering, name in _NUMBERINGS.items():
            self.numbering.addItem(name, numbering)
        self.numbering.setCurrentIndex(list(_NUMBERINGS).index(plan.task_numbering))
        self.type_name = QComboBox(self)
        self.type_name.setEditable(True)
        self.type_name.setCompleter(None)  # type: ignore[arg-type]
        self.type_name.addItems(["Kế hoạch", "Quyết định"])
        self.type_name.setCurrentText(document.type_name)
        self.number = QLineEdit(document.number, self)
        self.number.setPlaceholderText("để trống khi chưa có số")
        self.symbol = QLineEdit(document.symbol, self)
        self.issued_on = DateField(document.issued_on, self)
        self.issuer = QLineEdit(document.issuer, self)
        self.issuer.setPlaceholderText(self._office_name(plan))
        parent_title = QLabel("Văn bản ban hành kèm theo", self)
        parent_title.setObjectName("heading")
        self.form.addRow("&Năm", self.year)
        self.form.addRow("&Tên phụ lục", self.title)
        self.form.addRow("&Phụ lục số", self.annex_number)
        self.form.addRow("Cách đánh &số", self.numbering)
        self.form.addRow(parent_title)
        self.form.addRow("&Loại văn bản", self.type_name)
        self.form.addRow("Số", self.number)
        self.form.addRow("&Ký hiệu", self.symbol)
        self.form.addRow("N&gày ban hành", self.issued_on)
        self.form.addRow("&Cơ quan ban hành", self.issuer)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        if self.issued_on.is_wrong:
            self.show_problem("Ngày ban hành chưa đúng; hãy ghi như 15/01/2024.", self.issued_on)
            return
        self.yes_button.setEnabled(False)
        plan = replace(
            self._plan,
            year=self.year.value(),
            title=self.title.text(),
            annex_number=self.annex_number.text(),
            task_numbering=TaskNumbering(self.numbering.currentData()),
            parent_document=ParentDocument(
                self.type_name.currentText(),
                self.number.text(),
                self.symbol.text(),
                self.issued_on.day,
                self.issuer.text(),
            ),
        )
        self._workspace.mutate(
            lambda session: session.plans.save_details(plan), self.written, self.show_error
        )

    def _office_name(self, plan: Plan) -> str:
        return self._workspace.state.office.letterhead_on(first_day(plan)).name


def _usual_sections(session: Session, year: int) -> tuple[str, ...]:
    lists = session.plans.section_lists(year)
    return lists[0].titles if lists else ()


def _year_field(year: int, parent: QWidget) -> QSpinBox:
    field = number_box(year, *_YEARS, parent)
    field.setToolTip("Mũi tên lên, xuống để đổi năm")
    return field
