"""The dialogs of a piece of work: its awaited event, and the documents that prove it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from cchc_desktop.domain.checkpoints import event_due
from cchc_desktop.domain.deadline import DeadlineReading
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan import DeliverableId
from cchc_desktop.domain.progress import Evidence, EvidenceId, Occurrence
from cchc_desktop.services.progress import WorkRef
from cchc_desktop.ui.date_field import DateField, format_day
from cchc_desktop.ui.file_choice import documents_folder
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.workspace import Workspace

_WIDTH = 460
_WRONG_DAY = "Ngày chưa đúng; hãy ghi như 15/3/2024."


class OccurrenceDialog(FormDialog):
    """Records that what an event deadline waited for has happened."""

    def __init__(
        self,
        workspace: Workspace,
        deliverable_id: DeliverableId,
        reading: DeadlineReading,
        occurrence: Occurrence | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, "Sự việc phát sinh", "Ghi sự việc")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._deliverable_id = deliverable_id
        self._reading = reading
        if reading.event:
            words = QLabel(f"Chờ: {reading.event}", self)
            words.setWordWrap(True)
            self.form.addRow(words)
        self.happened_on = DateField(occurrence.happened_on if occurrence else None, self)
        self.document = QLineEdit(occurrence.document if occurrence else "", self)
        self.document.setPlaceholderText("Công văn số 45/SNV-CCHC")
        self.due = DateField(occurrence.due if occurrence else None, self)
        self.form.addRow("Ngày &phát sinh", self.happened_on)
        self.form.addRow("&Văn bản", self.document)
        self.form.addRow("&Hạn hoàn thành", self.due)
        self._hint = QLabel(self)
        self._hint.setObjectName("muted")
        self._hint.setWordWrap(True)
        self.form.addRow("", self._hint)
        self.happened_on.textChanged.connect(self._show_hint)
        self._show_hint()

    def submit(self) -> None:
        """Override FormDialog.submit."""
        day = self.happened_on.day
        if day is None:
            self.show_problem("Hãy ghi ngày phát sinh, như 15/3/2024.", self.happened_on)
            return
        if self.due.is_wrong:
            self.show_problem(_WRONG_DAY, self.due)
            return
        occurrence = Occurrence(self._deliverable_id, day, self.due.day, self.document.text())
        self.yes_button.setEnabled(False)
        self._workspace.mutate(
            lambda s: s.progress.record_occurrence(occurrence), self.written, self.show_error
        )

    @Slot()
    def _show_hint(self) -> None:
        """Say which last day the words of the deadline give."""
        day = self.happened_on.day
        due = event_due(self._reading, Occurrence(self._deliverable_id, day)) if day else None
        if due:
            self._hint.setText(f"Để trống thì hạn theo lời văn: {format_day(due)}.")
        else:
            self._hint.setText("Để trống nếu sự việc không đặt ngày hạn.")


class EvidenceDialog(FormDialog):
    """Writes down a document that proves a result, and keeps or links its file."""

    def __init__(
        self,
        workspace: Workspace,
        work: WorkRef,
        period_key: PeriodKey,
        evidence: Evidence | None,
        parent: QWidget,
        file: Path | None = None,
    ) -> None:
        title = "Sửa tài liệu kiểm chứng" if evidence else "Thêm tài liệu kiểm chứng"
        super().__init__(parent, title, "Ghi tài liệu")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._work = work
        self._period_key = period_key
        self._evidence = evidence or Evidence(EvidenceId(0))
        self._is_new = evidence is None
        self._file: Path | None = None
        self.number = QLineEdit(self._evidence.number, self)
        self.number.setPlaceholderText("125/KH-UBND")
        self.issued_on = DateField(self._evidence.issued_on, self)
        self.issuer = QLineEdit(self._evidence.issuer, self)
        self.subject = QLineEdit(self._evidence.subject, self)
        self.form.addRow("&Số, ký hiệu", self.number)
        self.form.addRow("&Ngày ban hành", self.issued_on)
        self.form.addRow("&Cơ quan ban hành", self.issuer)
        self.form.addRow("&Trích yếu", self.subject)
        self.file_name = QLabel(self)
        self.file_name.setWordWrap(True)
        self.choose_button = QPushButton("Chọn tệ&p…", self)
        self.choose_button.setAutoDefault(False)
        self.choose_button.clicked.connect(self._on_choose)
        row = QHBoxLayout()
        row.addWidget(self.file_name, 1)
        row.addWidget(self.choose_button)
        self.form.addRow("Tệp", row)
        self.keep = QCheckBox("&Lưu nội dung tệp vào tệp dữ liệu", self)
        self.keep.setToolTip("Bỏ chọn thì chỉ ghi nơi để tệp trên máy này")
        self.keep.setChecked(True)
        self.form.addRow("", self.keep)
        self.choose(file)

    def choose(self, file: Path | None) -> None:
        """Take a file with the document."""
        self._file = file
        known = self._evidence.file_name or self._evidence.link
        self.file_name.setText(file.name if file else known or "Chưa có tệp")
        self.keep.setEnabled(file is not None)
        if file is not None and not self.subject.text() and self._is_new:
            self.subject.setText(file.stem)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        if self.issued_on.is_wrong:
            self.show_problem(_WRONG_DAY, self.issued_on)
            return
        evidence = replace(
            self._evidence,
            number=self.number.text(),
            issued_on=self.issued_on.day,
            issuer=self.issuer.text(),
            subject=self.subject.text(),
        )
        keep = self._file if self._file and self.keep.isChecked() else None
        if self._file is not None and keep is None:
            link = str(self._file)
            evidence = replace(evidence, file_name=self._file.name, link=link, file_id=None)
        elif keep is not None:
            evidence = replace(evidence, link="")
        if not any((evidence.number, evidence.subject, evidence.file_name, keep)):
            self.show_problem("Hãy ghi số, ký hiệu hoặc trích yếu, hoặc chọn tệp.", self.number)
            return
        self.yes_button.setEnabled(False)
        work, key, is_new = self._work, self._period_key, self._is_new
        self._workspace.mutate(
            lambda s: (
                s.evidence.add(work, key, evidence, keep)
                if is_new
                else s.evidence.save(evidence, keep)
            ),
            self.written,
            self.show_error,
        )

    @Slot()
    def _on_choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, "Chọn tệp tài liệu", str(documents_folder()), "Mọi tệp (*)"
        )
        if name:
            self.choose(Path(name))


class DayDialog(FormDialog):
    """Asks for the day at which a period is looked at.

    Attributes:
        chosen: The day, once it was accepted; None for the usual one.
    """

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, "Ngày xem xét", "Xem", "Không đổi")
        self.chosen: date | None = None
        self.day = DateField(day, self)
        self.form.addRow("&Xét đến ngày", self.day)
        hint = QLabel("Để trống: ngày chốt của kỳ, hoặc hôm nay khi kỳ chưa hết.", self)
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        self.form.addRow(hint)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        if self.day.is_wrong:
            self.show_problem(_WRONG_DAY, self.day)
            return
        self.chosen = self.day.day
        self.accept()
