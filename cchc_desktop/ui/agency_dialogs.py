"""Filling in an agency, and handing one over to another."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyId, AgencyKind
from cchc_desktop.ui.agency_words import KIND_NAMES
from cchc_desktop.ui.date_field import DateField, format_day
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.workspace import Workspace

_ALIAS_LINES = 4


class AgencyDialog(FormDialog):
    """Adds an agency, or edits one; ``agency`` None adds."""

    def __init__(
        self, workspace: Workspace, agency: Agency | None, parent: QWidget | None = None
    ) -> None:
        title = "Sửa cơ quan, đơn vị" if agency else "Thêm cơ quan, đơn vị"
        super().__init__(parent, title, "Ghi" if agency else "Thêm vào danh mục")
        self._workspace = workspace
        self._is_new = agency is None
        self._agency = agency or Agency(AgencyId(0), "", AgencyKind.DEPARTMENT)
        self.name = QLineEdit(self._agency.name, self)
        self.name.setMinimumWidth(420)
        self.short_name = QLineEdit(self._agency.short_name, self)
        self.kind = QComboBox(self)
        for kind, words in KIND_NAMES.items():
            self.kind.addItem(words, kind)
        self.kind.setCurrentIndex(self.kind.findData(self._agency.kind))
        self.aliases = alias_field(self._agency.aliases, self)
        self.valid_from = DateField(self._agency.valid_from, self)
        self.valid_to = DateField(self._agency.valid_to, self)
        self.successor = QComboBox(self)
        fill_agencies(self.successor, workspace.state.catalogue, self._agency.id)
        self.successor.insertItem(0, "(không)", None)
        self.successor.setCurrentIndex(max(0, self.successor.findData(self._agency.successor_id)))
        self.form.addRow("&Tên", self.name)
        self.form.addRow("Tên &ngắn", self.short_name)
        self.form.addRow("&Loại", self.kind)
        self.form.addRow("Tên gọi &khác\n(mỗi dòng một tên)", self.aliases)
        self.form.addRow("T&ừ ngày", self.valid_from)
        self.form.addRow("Đến &hết ngày", self.valid_to)
        self.form.addRow("&Bàn giao cho", self.successor)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        for field in (self.valid_from, self.valid_to):
            if field.is_wrong:
                self.show_problem("Ngày chưa đúng; hãy ghi như 01/03/2025.", field)
                return
        self.yes_button.setEnabled(False)
        agency = replace(
            self._agency,
            name=self.name.text(),
            kind=AgencyKind(self.kind.currentData()),
            short_name=self.short_name.text().strip(),
            aliases=tuple(self.aliases.toPlainText().splitlines()),
            valid_from=self.valid_from.day,
            valid_to=self.valid_to.day,
            successor_id=self.successor.currentData(),
        )
        if self._is_new:
            self._workspace.mutate(
                lambda session: session.agencies.add_agency(agency), self.written, self.show_error
            )
        else:
            self._workspace.mutate(
                lambda session: session.agencies.save_agency(agency), self.written, self.show_error
            )


class HandOverDialog(FormDialog):
    """Lets an agency end and hand its work to another from a day on."""

    def __init__(
        self, workspace: Workspace, agency: Agency, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, "Bàn giao", "Bàn giao", "Không bàn giao")
        self._workspace = workspace
        self._agency = agency
        self._sentence = QLabel(self)
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumWidth(420)
        self.successor = QComboBox(self)
        fill_agencies(self.successor, workspace.state.catalogue, agency.id)
        self.successor.setPlaceholderText("chọn cơ quan")
        self.successor.setCurrentIndex(self.successor.findData(agency.successor_id))
        self.from_day = DateField(day, self)
        self.form.addRow(self._sentence)
        self.form.addRow("Bàn giao &cho", self.successor)
        self.form.addRow("Từ &ngày", self.from_day)
        self.successor.currentIndexChanged.connect(self._on_changed)
        self.from_day.textChanged.connect(self._on_changed)
        self._on_changed()

    def submit(self) -> None:
        """Override FormDialog.submit."""
        day = self.from_day.day
        if day is None:
            self.show_problem("Ngày chưa đúng; hãy ghi như 01/03/2025.", self.from_day)
            return
        if self.successor.currentIndex() < 0:
            self.show_problem("Chưa chọn cơ quan nhận bàn giao.", self.successor)
            return
        self.yes_button.setEnabled(False)
        agency_id, successor_id = self._agency.id, self.successor.currentData()
        self._workspace.mutate(
            lambda session: session.agencies.succeed(agency_id, successor_id, day),
            self.written,
            self.show_error,
        )

    @Slot()
    def _on_changed(self) -> None:
        day = format_day(self.from_day.day) or "…"
        self._sentence.setText(
            f"{self._agency.name} bàn giao cho {self.successor.currentText() or '…'} từ ngày {day}."
            " Kế hoạch cũ vẫn giữ nguyên chữ đã ghi."
        )


def alias_field(aliases: tuple[str, ...], parent: QWidget) -> QPlainTextEdit:
    """Return a field that holds one alias a line."""
    field = QPlainTextEdit("\n".join(aliases), parent)
    field.setTabChangesFocus(True)
    line = field.fontMetrics().lineSpacing()
    field.setFixedHeight(line * _ALIAS_LINES + 18)
    return field


def fill_agencies(box: QComboBox, catalogue: AgencyCatalogue, without: AgencyId) -> None:
    """Offer every agency but one."""
    for agency in catalogue.agencies:
        if agency.id != without:
            box.addItem(agency.name, agency.id)
