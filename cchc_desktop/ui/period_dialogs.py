"""Closing and reopening a period, and setting its days."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from cchc_desktop.domain.period import PeriodClosing, ReportingPeriod
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.ui.date_field import DateField
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.period_words import closing_text
from cchc_desktop.ui.workspace import Workspace

_WIDTH = 460


class _PeriodDialog(FormDialog):
    """A dialog about one period that shows how it was closed and reopened so far."""

    def __init__(
        self,
        workspace: Workspace,
        period: ReportingPeriod,
        parent: QWidget | None,
        title: str,
        yes_label: str,
        no_label: str,
    ) -> None:
        super().__init__(parent, title, yes_label, no_label)
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._period = period

    def ask_trail(self) -> None:
        """Show the closings and reopenings below what was put into the form so far."""
        self.trail = _words("", self)
        self.trail.setObjectName("muted")
        self.trail.hide()
        self.body.addWidget(self.trail)
        key = self._period.key
        self._workspace.query(lambda s: s.periods.closings(key), self._show_trail)

    def _show_trail(self, closings: tuple[PeriodClosing, ...]) -> None:
        if closings:
            lines = [closing_text(closing) for closing in reversed(closings)]
            self.trail.setText("\n".join(["Các lần khóa, mở kỳ này:", *lines]))
            self.trail.show()


class ClosePeriodDialog(_PeriodDialog):
    """Asks before a period is locked."""

    def __init__(
        self, workspace: Workspace, period: ReportingPeriod, unreported: int, parent: QWidget
    ) -> None:
        super().__init__(
            workspace, period, parent, f"Khóa kỳ {period.title}", "Khóa kỳ", "Không khóa"
        )
        self.form.addRow(
            _words(
                "Sau khi khóa, số liệu của kỳ không sửa được nữa. Khi cần có thể mở lại,"
                " phải ghi lý do, và lý do được lưu lại.",
                self,
            )
        )
        if unreported:
            self.form.addRow(
                _words(f"Còn {unreported} nhiệm vụ chưa báo cáo gì trong kỳ này.", self)
            )
        self.ask_trail()

    def submit(self) -> None:
        """Override FormDialog.submit."""
        self.yes_button.setEnabled(False)
        key = self._period.key
        self._workspace.mutate(lambda s: s.periods.close(key), self.written, self.show_error)


class ReopenPeriodDialog(_PeriodDialog):
    """Asks why a closed period is to be opened again."""

    def __init__(self, workspace: Workspace, period: ReportingPeriod, parent: QWidget) -> None:
        super().__init__(
            workspace, period, parent, f"Mở lại kỳ {period.title}", "Mở lại kỳ", "Không mở"
        )
        self.reason = QPlainTextEdit(self)
        self.reason.setTabChangesFocus(True)
        self.reason.setPlaceholderText("Ví dụ: bổ sung báo cáo của đơn vị gửi chậm")
        self.reason.setFixedHeight(4 * self.fontMetrics().lineSpacing())
        self.reason.setAccessibleName("Lý do mở lại kỳ")
        self.form.addRow(_words("Lý do mở lại được lưu cùng tên người mở và ngày mở.", self))
        self.form.addRow("&Lý do", self.reason)
        self.ask_trail()

    def submit(self) -> None:
        """Override FormDialog.submit."""
        reason = one_line(self.reason.toPlainText())
        if not reason:
            self.show_problem("Hãy ghi lý do mở lại kỳ.", self.reason)
            return
        self.yes_button.setEnabled(False)
        key = self._period.key
        self._workspace.mutate(
            lambda s: s.periods.reopen(key, reason), self.written, self.show_error
        )


class PeriodDaysDialog(_PeriodDialog):
    """Sets the days of a period for this office, or gives it back those of the rule."""

    def __init__(self, workspace: Workspace, period: ReportingPeriod, parent: QWidget) -> None:
        super().__init__(
            workspace, period, parent, f"Ngày của kỳ {period.title}", "Ghi ngày của kỳ", "Không ghi"
        )
        self.first_day = DateField(period.first_day, self)
        self.last_day = DateField(period.last_day, self)
        self.agency_due = DateField(period.agency_due, self)
        self.send_by = DateField(period.send_by, self)
        self.source = QLineEdit(period.source, self)
        self.source.setCursorPosition(0)
        self.source.setToolTip("Văn bản quy định các ngày này")
        self.form.addRow("Ngày đầu &kỳ", self.first_day)
        self.form.addRow("Ngày &chốt số liệu", self.last_day)
        self.form.addRow("Đơn vị gửi &trước hết ngày", self.agency_due)
        self.form.addRow("&Gửi tỉnh trước hết ngày", self.send_by)
        self.form.addRow("&Văn bản quy định", self.source)
        self.restore_button = QPushButton("Về ngày theo quy định &chung", self)
        self.restore_button.setProperty("link", True)
        self.restore_button.setAutoDefault(False)
        self.restore_button.setVisible(period.is_adjusted)
        self.restore_button.clicked.connect(self._on_restore)
        self.body.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        fields = (self.first_day, self.last_day, self.agency_due, self.send_by)
        days = []
        for field in fields:
            if field.day is None:
                self.show_problem("Hãy ghi đủ các ngày, như 14/3/2024.", field)
                return
            days.append(field.day)
        first, last, due, send_by = days
        source, key = one_line(self.source.text()), self._period.key
        self.yes_button.setEnabled(False)
        self._workspace.mutate(
            lambda s: s.periods.adjust(key, first, last, due, send_by, source),
            self.written,
            self.show_error,
        )

    @Slot()
    def _on_restore(self) -> None:
        key = self._period.key
        self._workspace.mutate(lambda s: s.periods.restore(key), self.written, self.show_error)


def _words(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
