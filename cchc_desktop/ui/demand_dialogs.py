"""Entering a demand by hand, mending one, and recording that one is met."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from cchc_desktop.domain.demand import Demand, DemandKind
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.coverage_sentences import DEMAND_KINDS
from cchc_desktop.ui.date_field import DateField
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.workspace import Workspace

_WIDTH = 620


class DemandDialog(FormDialog):
    """Takes what one demand says."""

    def __init__(
        self,
        workspace: Workspace,
        demand: Demand | None,
        register: Sequence[RegisteredDocument],
        document_id: DocumentId | None,
        parent: QWidget,
    ) -> None:
        is_new = demand is None
        title = "Thêm yêu cầu" if is_new else "Sửa yêu cầu"
        super().__init__(parent, title, title)
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._demand = demand
        self.document = QComboBox(self)
        self.document.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        for item in register:
            self.document.addItem(item.short_citation, item.id)
        chosen = demand.document_id if demand else document_id
        self.document.setCurrentIndex(max(self.document.findData(chosen), 0))
        self.document.setEnabled(is_new)
        self.kind = QComboBox(self)
        for kind, words in DEMAND_KINDS.items():
            self.kind.addItem(words, kind)
        self.text = QPlainTextEdit(self)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Nội dung yêu cầu")
        self.place = QLineEdit(self)
        self.place.setPlaceholderText("Ví dụ: III.2.1.a")
        self.milestone = QLineEdit(self)
        self.milestone.setPlaceholderText("Năm phải đạt, ví dụ 2025")
        self.deadline = QLineEdit(self)
        self.deadline.setPlaceholderText("Nếu văn bản nêu thời hạn cụ thể: Trước ngày 30/6/2025")
        self.agencies = QLineEdit(self)
        self.agencies.setPlaceholderText("Ai thực hiện, theo lời văn bản")
        self.form.addRow("&Văn bản", self.document)
        self.form.addRow("&Loại", self.kind)
        self.form.addRow("&Nội dung", self.text)
        self.form.addRow("Vị &trí", self.place)
        self.form.addRow("&Mốc (năm)", self.milestone)
        self.form.addRow("Thời &hạn", self.deadline)
        self.form.addRow("&Cơ quan", self.agencies)
        if demand is not None:
            self._show(demand)
            self.text.setFocus()

    def submit(self) -> None:
        """Override FormDialog.submit."""
        milestone = self.milestone.text().strip()
        if milestone and not (milestone.isdecimal() and len(milestone) == 4):
            self.show_problem("Mốc là một năm, ví dụ 2025; để trống nếu không có.", self.milestone)
            return
        if self.document.currentData() is None:
            self.show_problem("Hãy thêm văn bản cấp trên vào sổ trước.", self.document)
            return
        text = RichText.plain(self.text.toPlainText())
        if self._demand is not None and text.text == self._demand.text.text:
            text = self._demand.text
        demand = replace(
            self._demand or Demand(self.document.currentData(), DemandKind.TASK, text),
            kind=DemandKind(self.kind.currentData()),
            text=text,
            place=self.place.text(),
            milestone=int(milestone) if milestone else None,
            deadline=self.deadline.text(),
            agencies=self.agencies.text(),
        )
        self.yes_button.setEnabled(False)
        if self._demand is None:
            self._workspace.mutate(lambda s: s.demands.add(demand), self.written, self.show_error)
        else:
            self._workspace.mutate(lambda s: s.demands.save(demand), self.written, self.show_error)

    def _show(self, demand: Demand) -> None:
        self.kind.setCurrentIndex(self.kind.findData(demand.kind))
        self.text.setPlainText(demand.text.text)
        self.place.setText(demand.place)
        self.milestone.setText(str(demand.milestone or ""))
        self.deadline.setText(demand.deadline)
        self.agencies.setText(demand.agencies)


class MetDialog(FormDialog):
    """Takes the day on which a demand was met, and by what."""

    def __init__(self, workspace: Workspace, demand: Demand, day: date, parent: QWidget) -> None:
        super().__init__(parent, "Ghi đã hoàn thành yêu cầu", "Ghi đã hoàn thành")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._demand = demand
        words = QLabel(demand.text.text, self)
        words.setWordWrap(True)
        note = QLabel(
            "Yêu cầu vẫn hiện trong kế hoạch của năm hoàn thành, và không hiện ở các năm sau.", self
        )
        note.setObjectName("muted")
        note.setWordWrap(True)
        self.day = DateField(day, self)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText("Bằng văn bản, kết quả nào")
        self.form.addRow(words)
        self.form.addRow(note)
        self.form.addRow("&Ngày hoàn thành", self.day)
        self.form.addRow("&Ghi chú", self.note)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        day, demand_id = self.day.day, self._demand.id
        if day is None or demand_id is None:
            self.show_problem("Hãy ghi ngày hoàn thành: ngày/tháng/năm.", self.day)
            return
        note = self.note.text()
        self.yes_button.setEnabled(False)
        self._workspace.mutate(
            lambda s: s.demands.mark_met(demand_id, day, note), self.written, self.show_error
        )
