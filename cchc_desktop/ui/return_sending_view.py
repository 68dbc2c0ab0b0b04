"""Sending the workbooks out: who is to get one, and who has sent it back."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.errors import Cancelled, CchcError
from cchc_desktop.domain.period import PeriodKey, ReportingPeriod
from cchc_desktop.domain.return_register import ReturnStatus
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.services.session import Session
from cchc_desktop.system.opening import open_with_default_program
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.file_choice import documents_folder
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.return_choosers import ask_folder
from cchc_desktop.ui.return_dialogs import ReceivedDialog
from cchc_desktop.ui.return_register_model import SHARES, RegisterModel
from cchc_desktop.ui.return_run import ReturnRun
from cchc_desktop.ui.return_strip import ReturnStrip
from cchc_desktop.ui.return_words import making_summary, register_summary
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace

_FOLDER = "returns/folder"


class SendingView(QWidget):
    """The register of a period, with what can be done for the agencies in it.

    Signals:
        print_requested(PaperRequest): The letter that reminds those who have not sent.
        busy_changed(): Work on files began or ended.
    """

    print_requested = Signal(object)
    busy_changed = Signal()

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        settings: Settings,
        messages: Messages,
        run: ReturnRun,
        strip: ReturnStrip,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._clock = clock
        self._settings = settings
        self._messages = messages
        self._run = run
        self._strip = strip
        self._period: ReportingPeriod | None = None
        self._chosen_for: PeriodKey | None = None
        self._job: Job | None = None
        self._made_in: Path | None = None
        self.register = RegisterModel(self)
        self.list = ImportList(SHARES, self)
        self.list.setModel(self.register)
        self.list.setAccessibleName("Các đơn vị được giao chủ trì nhiệm vụ")
        self.list.set_empty_sentence(
            "Chưa có đơn vị nào được giao chủ trì nhiệm vụ. Ghi cơ quan chủ trì trong kế hoạch, "
            "đơn vị sẽ có ở đây."
        )
        self.make_returns_action = make_action(
            self, "&Tạo biểu…", self.choose_folder, "Ctrl+Return", "file-spreadsheet"
        )
        self.received_action = make_action(
            self, "Ghi đã nhận bản giấ&y…", self.note_received, "Ctrl+D", "inbox"
        )
        self.remind_action = make_action(
            self, "&In công văn đôn đốc…", self.print_reminder, "Ctrl+P", "printer"
        )
        for action in (self.make_returns_action, self.received_action, self.remind_action):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self.addAction(action)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self._lay_out()
        self.register.chosen_changed.connect(self._refresh)
        self.list.selectionModel().selectionChanged.connect(self._refresh)
        self._refresh()

    def show_period(self, period: ReportingPeriod | None) -> None:
        """Show the register of a period; read anew each time."""
        if period is None or self._period is None or period.key != self._period.key:
            self.register.choose(())
        self._period = period
        self._refresh()
        if self._job is not None:
            self._job.cancel()
        if period is None:
            self.register.show_register((), self._today())
            self.summary.setText("")
            return
        key = period.key
        self._job = self._workspace.query(lambda s: s.returns.register(key), self._show_register)

    @Slot()
    def choose_all(self) -> None:
        """Choose every agency."""
        self.register.choose(line.agency_id for line in self.register.lines)

    @Slot()
    def choose_missing(self) -> None:
        """Choose those whose report is not there."""
        self.register.choose(x.agency_id for x in self.register.lines if not x.is_received)

    @Slot()
    def choose_none(self) -> None:
        """Choose nobody."""
        self.register.choose(())

    @Slot()
    def choose_folder(self) -> None:
        """Ask where the workbooks of the chosen agencies are to be put."""
        kept = self._settings.text(_FOLDER)
        start = Path(kept) if kept and Path(kept).is_dir() else documents_folder()
        ask_folder(self, "Thư mục để các biểu", "Tạo biểu ở đây", start, self._on_folder_chosen)

    def make_returns(self, folder: Path) -> None:
        """Make the workbooks of the chosen agencies in a folder."""
        chosen = [line.agency_id for line in self.register.chosen]
        if not chosen or self._period is None or self._run.is_running:
            return
        self._settings.set_text(_FOLDER, str(folder))
        key, run = self._period.key, self._run
        outcome: list[str] = []

        def step(session: Session) -> ChangeSet:
            made = session.returns.make(key, chosen, folder, run.report, run.is_stopped)
            outcome.append(making_summary([file.placing.value for file in made.files], folder))
            return made.change_set

        def done(_: ChangeSet) -> None:
            self._end()
            self._made_in = folder
            self._strip.show_result(outcome[0], "Mở t&hư mục", self.open_folder)
            self._strip.action_button.setFocus()

        self._begin(f"Đang tạo biểu cho {len(chosen)} đơn vị")
        self._workspace.mutate(step, done, self._on_make_failed)

    @Slot()
    def open_folder(self) -> None:
        """Show the workbooks made last."""
        if self._made_in is not None:
            try:
                open_with_default_program(self._made_in)
            except CchcError as error:
                self._messages.error(error)

    @Slot()
    def note_received(self) -> None:
        """Ask when the reports of the selected agencies came on paper."""
        lines = self._selected()
        if lines and self._period is not None:
            ReceivedDialog(self._workspace, self._period, lines, self._today(), self).open()

    @Slot()
    def print_reminder(self) -> None:
        """Ask for the pages of the letter that reminds those who have not sent."""
        if self._period is not None:
            key = self._period.key
            self.print_requested.emit(PaperRequest("reminder", key.year, key.code))

    def _selected(self) -> list[ReturnStatus]:
        rows = sorted({index.row() for index in self.list.selectionModel().selectedRows()})
        return [self.register.lines[row] for row in rows if row < len(self.register.lines)]

    def _begin(self, words: str) -> None:
        self._run.begin()
        self._strip.begin(words)
        self._refresh()
        self.busy_changed.emit()

    def _end(self) -> None:
        self._run.end()
        self._strip.clear()
        self._refresh()
        self.busy_changed.emit()

    def _on_make_failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, Cancelled):
            self._strip.show_result(
                "Đã dừng. Các biểu đã tạo vẫn nằm trong thư mục, nhưng chưa được ghi là đã lập."
            )
        else:
            self._messages.error(error)

    def _show_register(self, lines: tuple[ReturnStatus, ...]) -> None:
        is_other = self._period is not None and self._period.key != self._chosen_for
        self.register.show_register(lines, self._today())
        if self._period is not None:
            self.summary.setText(register_summary(lines, self._period, self._today()))
        if is_other and lines and self._period is not None:
            self._chosen_for = self._period.key
            self.choose_all()
            self.list.select_first()
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        is_open = self._period is not None and not self._period.is_closed
        is_free = is_open and not self._run.is_running
        count = len(self.register.chosen)
        self.make_button.setText(
            f"&Tạo biểu cho {count} đơn vị…" if count else "Chưa chọn đơn vị nào"
        )
        self.make_returns_action.setEnabled(is_free and count > 0)
        self.received_action.setEnabled(is_free and bool(self._selected()))
        waiting = any(not line.is_received for line in self.register.lines)
        self.remind_action.setEnabled(waiting and not self._run.is_running)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(14, 8, 14, 8)
        top.addWidget(self.summary, 1)
        self.choice_buttons = []
        for words, slot in (
            ("Chọn tất &cả", self.choose_all),
            ("Chọn đơn vị chư&a gửi", self.choose_missing),
            ("Bỏ chọ&n", self.choose_none),
        ):
            button = QPushButton(words, self)
            button.setProperty("link", "true")
            button.clicked.connect(slot)
            self.choice_buttons.append(button)
            top.addWidget(button)
        foot = QFrame(self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(ActionButton(self.remind_action, foot))
        row.addWidget(ActionButton(self.received_action, foot))
        row.addStretch(1)
        self.make_button = ActionButton(self.make_returns_action, foot, is_primary=True)
        row.addWidget(self.make_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(foot)

    def _today(self) -> date:
        return today(self._clock)

    @Slot(str)
    def _on_folder_chosen(self, path: str) -> None:
        self.make_returns(Path(path))
