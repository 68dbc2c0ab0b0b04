"""Asking what the issued paper carries: number, symbol, date, and who signs how."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from cchc_desktop.domain.office import Signer, SigningAuthority
from cchc_desktop.services.version_issuing import IssueDetails
from cchc_desktop.ui.date_field import DateField
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.issue_feed import IssueSight
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.letterhead_form import AUTHORITY_NAMES
from cchc_desktop.ui.panel_words import word_label
from cchc_desktop.ui.workspace import Workspace

_WIDTH = 560
_WITHOUT_BODY = frozenset({SigningAuthority.OWN, SigningAuthority.ACTING})


class IssueDialog(FormDialog):
    """Issues the plan with what is filled in; what the check still finds is said, not forbidden."""

    def __init__(
        self, workspace: Workspace, sight: IssueSight, parent: QWidget | None = None
    ) -> None:
        title = f"Ban hành kế hoạch {sight.plan.term}"
        super().__init__(parent, title, "Ban hành", "Chưa ban hành")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._plan_id = sight.plan.id
        self._proposed = sight.proposal.number
        self._job: Job | None = None
        proposed, signer = sight.proposal, sight.proposal.signer
        self.number = QLineEdit(proposed.number, self)
        self.symbol = QLineEdit(proposed.symbol, self)
        self.issued_on = DateField(proposed.issued_on, self)
        self.register = QLineEdit(self)
        self.register.setPlaceholderText("để trống nếu đánh số chung")
        self.authority = QComboBox(self)
        for authority, words in AUTHORITY_NAMES.items():
            self.authority.addItem(words, authority)
        self.authority.setCurrentIndex(max(self.authority.findData(signer.authority), 0))
        self.stands_for = QLineEdit(signer.body, self)
        self.head_position = QLineEdit(signer.head_position, self)
        self.position = QLineEdit(signer.position, self)
        self.signer_name = QLineEdit(signer.name, self)
        self.signer_name.setPlaceholderText("Họ và tên, không ghi học hàm, học vị")
        self.lines = QLabel(self)
        self.lines.setObjectName("muted")
        self.form.addRow("&Số", self.number)
        self.form.addRow("&Ký hiệu", self.symbol)
        self.form.addRow("N&gày ban hành", self.issued_on)
        self.form.addRow("S&ổ đăng ký", self.register)
        self.form.addRow("&Hình thức ký", self.authority)
        self.form.addRow("Thay &mặt, thay cho", self.stands_for)
        self.form.addRow("Ký tha&y chức vụ", self.head_position)
        self.form.addRow("&Chức vụ người ký", self.position)
        self.form.addRow("Họ &tên người ký", self.signer_name)
        self.form.addRow("Khối chữ ký", self.lines)
        self.form.addRow(word_label(_warning(sight), self, "muted"))
        self.authority.currentIndexChanged.connect(self._show_signing)
        self.issued_on.editingFinished.connect(self._propose_again)
        self.register.editingFinished.connect(self._propose_again)
        for field in (self.stands_for, self.head_position, self.position):
            field.textChanged.connect(self._show_signing)
        self._show_signing()

    @property
    def signer(self) -> Signer:
        """Who signs, as filled in."""
        authority = SigningAuthority(self.authority.currentData())
        return Signer(
            authority,
            "" if authority in _WITHOUT_BODY else self.stands_for.text().strip(),
            self.position.text().strip(),
            self.signer_name.text().strip(),
            self.head_position.text().strip()
            if authority is SigningAuthority.COLLECTIVE_DEPUTY
            else "",
        )

    def done(self, result: int) -> None:
        """Override QDialog.done: a number on its way is no longer wanted."""
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        day = self.issued_on.day
        if not self.number.text().strip():
            self.show_problem("Hãy ghi số văn bản.", self.number)
            return
        if day is None:
            self.show_problem("Hãy ghi ngày ban hành, như 08/12/2024.", self.issued_on)
            return
        if not self.signer.title_lines or not self.signer.name:
            self.show_problem("Hãy ghi chức vụ và họ tên người ký.", self.signer_name)
            return
        details = IssueDetails(
            self.number.text(), self.symbol.text(), day, self.signer, self.register.text()
        )
        self.yes_button.setEnabled(False)
        plan_id = self._plan_id
        self._workspace.mutate(
            lambda session: session.versions.issue(plan_id, details),
            self.written,
            self.show_error,
        )

    @Slot()
    def _propose_again(self) -> None:
        """Another year or register counts anew; a number that the officer wrote stays."""
        day, register, plan_id = self.issued_on.day, self.register.text(), self._plan_id
        if day is not None and self.number.text() == self._proposed:
            self._job = self._workspace.query(
                lambda session: session.versions.propose_number(plan_id, day, register),
                self._show_number,
            )

    def _show_number(self, number: str) -> None:
        self._job = None
        if self.number.text() == self._proposed:
            self._proposed = number
            self.number.setText(number)

    @Slot()
    def _show_signing(self) -> None:
        authority = SigningAuthority(self.authority.currentData())
        self.form.setRowVisible(self.stands_for, authority not in _WITHOUT_BODY)
        is_deputy = authority is SigningAuthority.COLLECTIVE_DEPUTY
        self.form.setRowVisible(self.head_position, is_deputy)
        self.lines.setText("\n".join(self.signer.title_lines) or "(chưa đủ)")


def _warning(sight: IssueSight) -> str:
    freezing = "Sau khi ban hành, nội dung được khóa và không hoàn tác được."
    if not sight.errors and not sight.warnings:
        return freezing
    return (
        f"Kiểm tra còn {findings_words(sight)}; vẫn ban hành được, nhưng nên xem lại trước. "
        f"{freezing}"
    )


def findings_words(sight: IssueSight) -> str:
    """Return in words what the check finds open: "2 lỗi, 1 cảnh báo"."""
    parts = []
    if sight.errors:
        parts.append(f"{sight.errors} lỗi")
    if sight.warnings:
        parts.append(f"{sight.warnings} cảnh báo")
    return ", ".join(parts)
