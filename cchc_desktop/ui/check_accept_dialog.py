"""Asks why a finding is to be accepted as it stands."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.check_sentences import describe_finding
from cchc_desktop.services.checks import CheckedFinding
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.workspace import Workspace

_WIDTH = 480


class AcceptFindingDialog(FormDialog):
    """Takes a reason, which is kept beside the finding and in the history."""

    def __init__(self, workspace: Workspace, item: CheckedFinding, parent: QWidget) -> None:
        super().__init__(parent, "Chấp nhận, không sửa", "Chấp nhận", "Không chấp nhận")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._item = item
        words = describe_finding(item)
        place = _words(words.where, self)
        place.setObjectName("heading")
        note = _words(
            "Chỗ này sẽ không được nêu nữa, cho tới khi chữ thay đổi. "
            "Lý do được lưu cùng tên người chấp nhận và ngày.",
            self,
        )
        note.setObjectName("muted")
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText("Ví dụ: ghi đúng theo văn bản của tỉnh")
        self.reason.setAccessibleName("Lý do chấp nhận")
        self.form.addRow(place)
        self.form.addRow(_words(words.what, self))
        self.form.addRow(note)
        self.form.addRow("&Lý do", self.reason)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        reason = one_line(self.reason.text())
        if not reason:
            self.show_problem("Hãy ghi lý do chấp nhận.", self.reason)
            return
        self.yes_button.setEnabled(False)
        item = self._item
        self._workspace.mutate(
            lambda s: s.checks.accept(item, reason), self.written, self.show_error
        )


def _words(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
