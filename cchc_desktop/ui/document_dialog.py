"""Entering a document into the register, or mending what stands there."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from cchc_desktop.domain.citation_reading import read_citation
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.ui.date_field import DateField
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.workspace import Workspace

_WIDTH = 620
_TYPES = (
    "Nghị quyết", "Quyết định", "Kế hoạch", "Chỉ thị", "Nghị định", "Thông tư", "Luật",
    "Pháp lệnh", "Công văn", "Thông báo", "Kết luận", "Chương trình hành động", "Hướng dẫn",
    "Đề án", "Báo cáo", "Tờ trình", "Công điện",
)  # fmt: skip


class DocumentDialog(FormDialog):
    """Takes a document's details; a citation pasted on top fills them in."""

    def __init__(
        self,
        workspace: Workspace,
        document: RegisteredDocument | None,
        register: Sequence[RegisteredDocument],
        parent: QWidget,
    ) -> None:
        is_new = document is None or document.id is None
        title = "Thêm văn bản" if is_new else "Sửa văn bản"
        super().__init__(parent, title, title)
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._document = document or RegisteredDocument("Kế hoạch")
        self.citation = QLineEdit(self)
        self.citation.setPlaceholderText(
            "Dán lời viện dẫn vào đây để điền các ô dưới: Kế hoạch số 77/KH-UBND ngày 22/3/2021 …"
        )
        self.citation.setVisible(is_new)
        self.type_name = QComboBox(self)
        self.type_name.setEditable(True)
        self.type_name.addItems(_TYPES)
        self.type_name.setAccessibleName("Loại văn bản")
        self.symbol = QLineEdit(self)
        self.symbol.setPlaceholderText("Ví dụ: 77/KH-UBND, 30/2020/NĐ-CP, 03-NQ/TU")
        self.issued_on = DateField(parent=self)
        self.issuer = QLineEdit(self)
        self.subject = QLineEdit(self)
        self.subject.setPlaceholderText(
            "Như sau tên cơ quan: về …, ban hành …; của luật là tên luật"
        )
        self.ended_on = DateField(parent=self)
        self.replaced_by = QComboBox(self)
        self.replaced_by.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.replaced_by.addItem("(chưa bị thay thế)", None)
        for other in register:
            if other.id is not None and other.id != self._document.id:
                self.replaced_by.addItem(other.short_citation, other.id)
        self.is_binding = QCheckBox("Văn bản &giao việc cho cơ quan, theo dõi các yêu cầu", self)
        if is_new:
            self.form.addRow("&Viện dẫn", self.citation)
        self.form.addRow("&Loại văn bản", self.type_name)
        self.form.addRow("&Số, ký hiệu", self.symbol)
        self.form.addRow("&Ngày ban hành", self.issued_on)
        self.form.addRow("&Cơ quan ban hành", self.issuer)
        self.form.addRow("&Trích yếu, tên", self.subject)
        self.form.addRow("&Hiệu lực đến hết", self.ended_on)
        self.form.addRow("&Thay bằng", self.replaced_by)
        self.form.addRow("", self.is_binding)
        self._show(self._document)
        self.citation.textEdited.connect(self._on_citation)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        for field in (self.issued_on, self.ended_on):
            if field.is_wrong:
                self.show_problem("Ngày chưa đúng. Hãy viết ngày/tháng/năm.", field)
                return
        document = self._read()
        self.yes_button.setEnabled(False)
        if document.id is None:
            self._workspace.mutate(
                lambda s: s.documents.add(document), self.written, self.show_error
            )
        else:
            self._workspace.mutate(
                lambda s: s.documents.save(document), self.written, self.show_error
            )

    def _read(self) -> RegisteredDocument:
        number, symbol = split_symbol(self.symbol.text())
        return replace(
            self._document,
            type_name=self.type_name.currentText(),
            number=number,
            symbol=symbol,
            issued_on=self.issued_on.day,
            issuer=self.issuer.text(),
            subject=self.subject.text(),
            ended_on=self.ended_on.day,
            replaced_by=self.replaced_by.currentData(),
            is_binding=self.is_binding.isChecked(),
        )

    def _show(self, document: RegisteredDocument) -> None:
        self.type_name.setCurrentText(document.type_name)
        self.symbol.setText(document.full_symbol)
        self.issued_on.set_day(document.issued_on)
        self.issuer.setText(document.issuer)
        self.subject.setText(document.subject)
        self.ended_on.set_day(document.ended_on)
        self.replaced_by.setCurrentIndex(max(self.replaced_by.findData(document.replaced_by), 0))
        self.is_binding.setChecked(document.is_binding)

    @Slot(str)
    def _on_citation(self, words: str) -> None:
        document = read_citation(words)
        if document is not None:
            self._show(replace(document, is_binding=self.is_binding.isChecked()))


def split_symbol(written: str) -> tuple[str, str]:
    """Return the number (of a legal document with its year) and what stands after it."""
    bare = "".join(written.split()).replace("–", "-")
    head, slash, rest = bare.partition("/")
    if slash and rest[:4].isdecimal() and rest[4:5] == "/":
        return f"{head}/{rest[:4]}", rest[5:]
    number = bare[: next((n for n, sign in enumerate(bare) if sign in "/-"), len(bare))]
    return number, bare[len(number) + 1 :]
