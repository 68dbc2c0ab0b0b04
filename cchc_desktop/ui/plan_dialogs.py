"""Filling in a plan's own details."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from cchc_desktop.domain.plan import ParentDocument, Plan, PlanKey, TaskNumbering
from cchc_desktop.services.plans import first_day
from cchc_desktop.ui.date_field import DateField
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.new_plan_dialog import (
    MILESTONES_HINT,
    NewPlanDialog,
    milestone_problem,
    milestones_typed,
    year_field,
)
from cchc_desktop.ui.workspace import Workspace

__all__ = ["NewPlanDialog", "PlanDetailsDialog"]

_NUMBERINGS = {
    TaskNumbering.PER_SECTION: "Đánh số lại từ 1 trong mỗi lĩnh vực",
    TaskNumbering.CONTINUOUS: "Đánh số liên tục trong cả phụ lục",
}


class PlanDetailsDialog(FormDialog):
    """Shows a plan's own details and writes what the officer changes in them."""

    def __init__(self, workspace: Workspace, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent, f"Thông tin kế hoạch {plan.term}", "Ghi thông tin kế hoạch")
        self._workspace = workspace
        self._plan = plan
        document = plan.parent_document
        self.year = year_field(plan.year, self)
        self.last_year = year_field(plan.last_year or plan.year, self)
        self.milestones = QLineEdit(", ".join(map(str, plan.milestones)), self)
        self.milestones.setPlaceholderText(MILESTONES_HINT)
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
        self.form.addRow("Đ&ến năm", self.last_year)
        self.form.addRow("&Mốc mục tiêu", self.milestones)
        self.form.setRowVisible(self.last_year, plan.last_year is not None)
        self.form.setRowVisible(self.milestones, plan.last_year is not None)
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
        is_for_years = self._plan.last_year is not None
        key = PlanKey(self.year.value(), self.last_year.value() if is_for_years else None)
        milestones = milestones_typed(self.milestones.text(), key)
        if milestones is None:
            self.show_problem(milestone_problem(key), self.milestones)
            return
        self.yes_button.setEnabled(False)
        plan = replace(
            self._plan,
            year=key.year,
            last_year=key.last_year,
            milestones=milestones,
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
