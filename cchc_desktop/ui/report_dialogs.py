"""Recording that a paper was sent, and setting what a report cites and whom it goes to."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, Qt, QTemporaryDir, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.report import Report
from cchc_desktop.services.printing import PaperFormat, PaperRequest, PreparedPaper, PrintOptions
from cchc_desktop.services.report_paper import report_symbol
from cchc_desktop.services.sent_papers import SendingDetails
from cchc_desktop.ui.date_field import DateField
from cchc_desktop.ui.file_choice import documents_folder
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.panel_words import word_label
from cchc_desktop.ui.report_desk import ReportSight
from cchc_desktop.ui.report_words import FORM_NAMES
from cchc_desktop.ui.workspace import Workspace

_WIDTH = 520
_SOURCES = ("In từ báo cáo hiện tại", "Bản đã ký, bản quét (PDF)")


def choose_pdf(parent: QWidget) -> Path | None:
    """Return the PDF that the officer chose, or None."""
    name, _ = QFileDialog.getOpenFileName(
        parent, "Chọn bản đã ký", str(documents_folder()), "Tệp PDF (*.pdf)"
    )
    return Path(name) if name else None


class SendingDialog(FormDialog):
    """Asks what is known of a paper that was sent, and keeps it with its PDF.

    The PDF is made from the report as it is kept now, or is the scan of the signed paper.
    """

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        sight: ReportSight,
        parent: QWidget | None = None,
        ask_file: Callable[[QWidget], Path | None] = choose_pdf,
    ) -> None:
        period = sight.check.board.period
        super().__init__(parent, f"Ghi nhận đã gửi – kỳ {period.title}", "Ghi nhận đã gửi")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._ask_file = ask_file
        self._key = sight.check.report.key
        self._folder = QTemporaryDir(str(Path(QDir.tempPath()) / "cchc-da-gui-XXXXXX"))
        day = today(clock)
        letterhead = workspace.state.office.letterhead_on(day)
        self.paper = QComboBox(self)
        for form, name in FORM_NAMES.items():
            self.paper.addItem(name, form)
        self.number = QLineEdit(self)
        self.symbol = QLineEdit(report_symbol(letterhead), self)
        self.sent_on = DateField(day, self)
        self.signer = QLineEdit(letterhead.signer.name, self)
        self.recipient = QLineEdit(sight.check.report.recipient, self)
        self.recipient.setCursorPosition(0)
        self.source = QComboBox(self)
        self.source.addItems(list(_SOURCES))
        self.file_button = QPushButton("Chọn tệp PDF…", self)
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(self._on_choose_file)
        self._file: Path | None = None
        self.file_name = QLabel("chưa chọn tệp", self)
        self.file_name.setObjectName("muted")
        self.source.currentIndexChanged.connect(self._on_source)
        file_row = QHBoxLayout()
        file_row.addWidget(self.file_button)
        file_row.addWidget(self.file_name, 1)
        self.form.addRow("&Văn bản", self.paper)
        self.form.addRow("&Số", self.number)
        self.form.addRow("&Ký hiệu", self.symbol)
        self.form.addRow("N&gày", self.sent_on)
        self.form.addRow("Người k&ý", self.signer)
        self.form.addRow("Nơi nhậ&n", self.recipient)
        self.form.addRow("&Tệp lưu", self.source)
        self.form.addRow("", file_row)
        stale = len(sight.check.out_of_date)
        if stale:
            words = f"Còn {stale} đoạn cần xem lại trong báo cáo; bản in lấy lời đang có."
            self.form.addRow(word_label(words, self))
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_source()

    @property
    def is_from_file(self) -> bool:
        """Whether the PDF is the scan of the signed paper."""
        return self.source.currentIndex() == 1

    def submit(self) -> None:
        """Override FormDialog.submit."""
        if not self.number.text().strip():
            self.show_problem("Hãy ghi số văn bản.", self.number)
            return
        day = self.sent_on.day
        if day is None:
            self.show_problem("Hãy ghi ngày gửi, như 18/3/2024.", self.sent_on)
            return
        source = self._file
        if self.is_from_file and source is None:
            self.show_problem("Hãy chọn tệp PDF của bản đã ký.", self.file_button)
            return
        details = SendingDetails(
            form=str(self.paper.currentData()),
            number=self.number.text().strip(),
            symbol=self.symbol.text().strip(),
            sent_on=day,
            signer=self.signer.text(),
            recipient=self.recipient.text(),
            file_name=source.name if self.is_from_file and source else "",
        )
        self.yes_button.setEnabled(False)
        key = self._key
        if self.is_from_file and source is not None:
            self._workspace.mutate(
                lambda s: s.sent_papers.record_file(key, details, source),
                self.written,
                self.show_error,
            )
            return
        request = PaperRequest(details.form, key.year, key.code)
        options = PrintOptions(number=details.number, issued_on=day)

        def prepared(paper: PreparedPaper) -> None:
            self._write(paper, details)

        self._workspace.query(
            lambda s: s.printing.prepare(request, options), prepared, self.show_error
        )

    def _write(self, paper: PreparedPaper, details: SendingDetails) -> None:
        target, key = Path(self._folder.path()) / "van-ban.pdf", self._key

        def written(content: bytes) -> None:
            self._workspace.mutate(
                lambda s: s.sent_papers.record(key, details, content),
                self.written,
                self.show_error,
            )

        self._workspace.work_on_files(
            lambda _: paper.write(PaperFormat.PDF, target).read_bytes(), written, self.show_error
        )

    @Slot()
    def _on_source(self) -> None:
        self.file_button.setVisible(self.is_from_file)
        self.file_name.setVisible(self.is_from_file)

    @Slot()
    def _on_choose_file(self) -> None:
        chosen = self._ask_file(self)
        if chosen is not None:
            self._file = chosen
            self.file_name.setText(chosen.name)


class ReportSettingsDialog(FormDialog):
    """Sets the document that asks for the report, and whom the report goes to."""

    def __init__(self, workspace: Workspace, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent, "Căn cứ và nơi nhận của báo cáo", "Ghi vào báo cáo")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._key = report.key
        self.guidance = QPlainTextEdit(report.guidance, self)
        self.guidance.setTabChangesFocus(True)
        self.guidance.setFixedHeight(6 * self.fontMetrics().lineSpacing())
        self.guidance.setPlaceholderText("để trống nếu báo cáo không viện dẫn văn bản nào")
        self.recipient = QLineEdit(report.recipient, self)
        self.recipient.setCursorPosition(0)
        self.form.addRow("&Văn bản hướng dẫn", self.guidance)
        self.form.addRow("Nơi &nhận", self.recipient)
        self.form.addRow(
            word_label("Câu mở đầu và câu kết được soạn lại, trừ khi đã sửa tay.", self, "muted")
        )

    def submit(self) -> None:
        """Override FormDialog.submit."""
        guidance, recipient = self.guidance.toPlainText(), self.recipient.text()
        if not recipient.strip():
            self.show_problem("Hãy ghi nơi nhận báo cáo.", self.recipient)
            return
        self.yes_button.setEnabled(False)
        key = self._key
        self._workspace.mutate(
            lambda s: s.reports.set_details(key, guidance, recipient),
            self.written,
            self.show_error,
        )
