"""The small dialogs of issuing: why a plan is amended, when it ended, what signs it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_version import PlanVersion
from cchc_desktop.ui.date_field import DateField
from cchc_desktop.ui.file_choice import documents_folder
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.panel_words import word_label
from cchc_desktop.ui.workspace import Workspace

_WIDTH = 520


def choose_certificate(parent: QWidget) -> Path | None:
    """Return the certificate file that the officer chose, or None."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        "Chọn tệp chứng thư số",
        str(documents_folder()),
        "Chứng thư số PKCS#12 (*.p12 *.pfx)",
    )
    return Path(name) if name else None


class AmendDialog(FormDialog):
    """Asks why an issued plan is amended, and opens the amendment."""

    def __init__(self, workspace: Workspace, plan: Plan, parent: QWidget | None = None) -> None:
        title = f"Điều chỉnh kế hoạch {plan.term}"
        super().__init__(parent, title, "Lập bản điều chỉnh", "Không điều chỉnh")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._plan_id = plan.id
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText("Bổ sung nhiệm vụ theo Công văn số …")
        self.form.addRow("&Lý do điều chỉnh", self.reason)
        words = (
            "Nội dung được mở để sửa thành bản kế tiếp. Bản đã ban hành vẫn giữ nguyên và còn "
            "hiệu lực cho đến khi bản điều chỉnh được ban hành."
        )
        self.form.addRow(word_label(words, self, "muted"))

    def submit(self) -> None:
        """Override FormDialog.submit."""
        plan_id, reason = self._plan_id, self.reason.text().strip()
        if not reason:
            self.show_problem("Hãy ghi lý do điều chỉnh.", self.reason)
            return
        self.yes_button.setEnabled(False)
        self._workspace.mutate(
            lambda session: session.versions.amend(plan_id, reason), self.written, self.show_error
        )


class ExpireDialog(FormDialog):
    """Asks from which day a plan is no longer in force."""

    def __init__(
        self, workspace: Workspace, clock: Clock, plan: Plan, parent: QWidget | None = None
    ) -> None:
        title = f"Kế hoạch {plan.term} hết hiệu lực"
        super().__init__(parent, title, "Ghi hết hiệu lực", "Không ghi")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._plan_id = plan.id
        self.day = DateField(today(clock), self)
        self.note = QLineEdit(self)
        self.note.setPlaceholderText("văn bản thay thế, lý do")
        self.form.addRow("Từ &ngày", self.day)
        self.form.addRow("&Ghi chú", self.note)
        self.form.addRow(word_label("Việc này không hoàn tác được.", self, "muted"))

    def submit(self) -> None:
        """Override FormDialog.submit."""
        day, note, plan_id = self.day.day, self.note.text(), self._plan_id
        if day is None:
            self.show_problem("Hãy ghi ngày hết hiệu lực, như 31/12/2024.", self.day)
            return
        self.yes_button.setEnabled(False)
        self._workspace.mutate(
            lambda session: session.versions.expire(plan_id, day, note),
            self.written,
            self.show_error,
        )


class SignDialog(FormDialog):
    """Asks for the certificate and its password; neither is kept."""

    def __init__(
        self,
        workspace: Workspace,
        version: PlanVersion,
        parent: QWidget | None = None,
        ask_file: Callable[[QWidget], Path | None] = choose_certificate,
    ) -> None:
        super().__init__(parent, f"Ký số {version.full_symbol}", "Ký số", "Không ký")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._version_id = version.id
        self._ask_file = ask_file
        self._file: Path | None = None
        self.file_button = QPushButton("Chọn tệp…", self)
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(self._on_choose_file)
        self.file_name = QLabel("chưa chọn tệp .p12, .pfx", self)
        self.file_name.setObjectName("muted")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.file_button)
        row.addWidget(self.file_name, 1)
        self.password = QLineEdit(self)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.reason = QLineEdit("Ban hành văn bản", self)
        self.location = QLineEdit(self)
        letterhead = workspace.state.office.letterhead_on(version.issued_on)
        self.location.setText(letterhead.place)
        self.form.addRow("Chứng thư số", row)
        self.form.addRow("&Mật khẩu", self.password)
        self.form.addRow("&Lý do ký", self.reason)
        self.form.addRow("&Nơi ký", self.location)
        words = (
            "Chữ ký được thêm vào một bản sao của tệp PDF; bản gốc giữ nguyên từng byte. "
            "Chương trình không lưu chứng thư và mật khẩu."
        )
        self.form.addRow(word_label(words, self, "muted"))

    def submit(self) -> None:
        """Override FormDialog.submit."""
        source, version_id = self._file, self._version_id
        if source is None:
            self.show_problem("Hãy chọn tệp chứng thư số.", self.file_button)
            return
        password, reason = self.password.text(), self.reason.text()
        location = self.location.text()
        self.yes_button.setEnabled(False)
        self._workspace.mutate(
            lambda session: session.versions.sign(version_id, source, password, reason, location),
            self.written,
            self.show_error,
        )

    @Slot()
    def _on_choose_file(self) -> None:
        chosen = self._ask_file(self)
        if chosen is not None:
            self._file = chosen
            self.file_name.setText(chosen.name)
