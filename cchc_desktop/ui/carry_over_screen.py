"""Carrying a plan over: the tasks and every year that changes, to be looked through and ticked."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.carry_over import CarryOverChoice, CarryOverProposal
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.carry_over_models import (
    CHANGE_SHARES,
    TARGET_SHARES,
    TASK_SHARES,
    CarriedTaskModel,
    TargetModel,
    YearChangeModel,
)
from cchc_desktop.ui.import_fields import ElidedLabel
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.tick_model import TickModel
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_RELEVANT = frozenset(
    {
        "plan", "plan_term", "plan_document", "section", "task", "deliverable", "text_part",
        "passage", "progress", "occurrence", "agency", "agency_group", "group_member",
        "registered_document", "letterhead",
    }
)  # fmt: skip


class CarryOverScreen(QWidget):
    """Shows what carrying a plan over would do, and does what is ticked.

    Signals:
        closed(): The screen is no longer needed.
        finished(bool): Whether the later plan was made.
    """

    closed = Signal()
    finished = Signal(bool)

    def __init__(
        self, workspace: Workspace, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._keys: tuple[PlanKey, PlanKey] | None = None
        self._job: Job | None = None
        self._is_writing = False
        self.proposal: CarryOverProposal | None = None
        self.tasks = CarriedTaskModel(self)
        self.changes = YearChangeModel(self)
        self.targets = TargetModel(self)
        self.task_list = _list(TASK_SHARES, self.tasks, "Các nhiệm vụ của kế hoạch trước", self)
        self.change_list = _list(CHANGE_SHARES, self.changes, "Các chỗ đổi năm", self)
        self.target_list = _list(TARGET_SHARES, self.targets, "Các mục tiêu", self)
        self._make_actions()
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._task_page(), "")
        self.tabs.addTab(self._change_page(), "")
        self.tabs.addTab(self.target_list, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar())
        layout.addWidget(self.tabs, 1)
        self.setFocusProxy(self.task_list)
        self._connect()
        self._show_counts()

    def start(self, source: PlanKey, target: PlanKey) -> None:
        """Propose to carry one plan over to another time."""
        self._keys = (source, target)
        for model in (self.tasks, self.changes, self.targets):
            model.forget()
        self._take(None)
        self.title.setText(f"Chuyển tiếp kế hoạch {source.term} sang {target.term}")
        is_of_period = source.last_year is not None and target.last_year is None
        self.tabs.setTabVisible(self.tabs.indexOf(self.target_list), is_of_period)
        self.tabs.setCurrentIndex(0)
        self._propose()

    @property
    def choice(self) -> CarryOverChoice:
        """What is ticked."""
        return CarryOverChoice(
            self.tasks.ticked, self.changes.ticked, self.targets.ticked, self.tasks.notes
        )

    @Slot()
    def write(self) -> None:
        """Make the later plan from what is ticked."""
        proposal = self.proposal
        if proposal is None or self._is_writing:
            return
        choice = self.choice
        if not choice.tasks and not self._messages.ask(
            "Chưa chọn nhiệm vụ nào. Vẫn lập kế hoạch mới không có nhiệm vụ?",
            "Lập kế hoạch",
            "Xem lại",
        ):
            return
        self._is_writing = True
        self._show_counts()
        self._workspace.mutate(
            lambda session: session.carry_over.write(proposal, choice),
            self._on_written,
            self._on_refused,
        )

    @Slot()
    def leave(self) -> None:
        """Leave without making a plan."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.finished.emit(False)
        self.closed.emit()

    @Slot()
    def tick_all(self) -> None:
        """Tick all rows of the list in sight."""
        self._model_in_sight().tick_all(is_ticked=True)

    @Slot()
    def tick_none(self) -> None:
        """Untick all rows of the list in sight."""
        self._model_in_sight().tick_all(is_ticked=False)

    def _propose(self) -> None:
        keys = self._keys
        if keys is None:
            return
        if self._job is not None:
            self._job.cancel()
        self.state_label.set_text("Đang đọc kế hoạch trước…")
        self._job = self._workspace.query(
            lambda session: session.carry_over.propose(*keys), self._on_proposed, self._on_failed
        )

    def _on_proposed(self, proposal: CarryOverProposal) -> None:
        self._job = None
        self._take(proposal)
        self.task_list.select_first()
        self.task_list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        self._messages.error(error)
        self.leave()

    def _on_written(self, _change_set: ChangeSet) -> None:
        self._is_writing = False
        self._keys = None
        self.finished.emit(True)
        self.closed.emit()

    def _on_refused(self, error: BaseException) -> None:
        self._is_writing = False
        self._messages.error(error)
        self._propose()

    def _take(self, proposal: CarryOverProposal | None) -> None:
        self.proposal = proposal
        self.tasks.show_tasks(proposal.tasks if proposal else ())
        self.changes.show_changes(proposal.changes if proposal else ())
        self.targets.show_targets(proposal.targets if proposal else ())
        self._show_counts()

    @Slot()
    def _on_tasks_ticked(self) -> None:
        self.changes.show_only_of(self.tasks.ticked)
        self._show_counts()

    @Slot()
    def _show_counts(self) -> None:
        tasks, changes = self.tasks, self.changes
        count = tasks.rowCount()
        self.tabs.setTabText(0, f"Nhiệm vụ ({len(tasks.ticked)}/{count})")
        self.tabs.setTabText(1, f"Đổi năm ({len(changes.ticked)}/{changes.count})")
        self.tabs.setTabText(2, f"Mục tiêu ({len(self.targets.ticked)}/{self.targets.rowCount()})")
        self.doubtful.setText(f"Chỉ xem chỗ &chưa chắc ({changes.doubtful_count})")
        self.doubtful.setEnabled(bool(changes.doubtful_count) or self.doubtful.isChecked())
        if self.proposal is not None:
            self.state_label.set_text(
                f"Chuyển {len(tasks.ticked)} nhiệm vụ, đổi năm {len(changes.ticked)} chỗ"
            )
        self.write_action.setEnabled(self.proposal is not None and not self._is_writing)

    @Slot(QModelIndex)
    def _show_note(self, current: QModelIndex) -> None:
        self.note.setEnabled(current.isValid())
        self.note.setText(self.tasks.note(current.row()) if current.isValid() else "")

    @Slot(str)
    def _on_note_edited(self, note: str) -> None:
        current = self.task_list.currentIndex()
        if current.isValid():
            self.tasks.set_note(current.row(), note)

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        tables = {row.table for row in change.change_set.changes}
        is_open = self.proposal is not None and not self._is_writing
        if self._keys is not None and is_open and tables & _RELEVANT:
            self._propose()

    @Slot()
    def _on_tab(self) -> None:
        page = self.tabs.currentWidget()
        self.setFocusProxy(self.task_list if self.tabs.currentIndex() == 0 else page)

    def _model_in_sight(self) -> TickModel:
        return (self.tasks, self.changes, self.targets)[self.tabs.currentIndex()]

    def _make_actions(self) -> None:
        self.write_action = make_action(self, "C&huyển tiếp", self.write, "Ctrl+Return")
        self.all_action = make_action(self, "Chọn &tất cả", self.tick_all)
        self.none_action = make_action(self, "&Bỏ chọn tất cả", self.tick_none)
        self.write_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.write_action)

    def _connect(self) -> None:
        self.tasks.ticks_changed.connect(self._on_tasks_ticked)
        self.changes.ticks_changed.connect(self._show_counts)
        self.targets.ticks_changed.connect(self._show_counts)
        self.task_list.selectionModel().currentRowChanged.connect(self._show_note)
        self.note.textEdited.connect(self._on_note_edited)
        self.doubtful.toggled.connect(self.changes.show_only_doubtful)
        self.tabs.currentChanged.connect(self._on_tab)
        self._close_button.clicked.connect(self.leave)
        self._workspace.changed.connect(self._on_changed)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.leave)

    def _task_page(self) -> QWidget:
        page = QWidget(self)
        self.note = QLineEdit(page)
        self.note.setEnabled(False)
        label = QLabel("&Ghi chú thêm cho nhiệm vụ đang chọn", page)
        label.setBuddy(self.note)
        strip = QFrame(page)
        strip.setObjectName("topBar")
        row = QHBoxLayout(strip)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(label)
        row.addWidget(self.note, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.task_list, 1)
        column.addWidget(strip)
        return page

    def _change_page(self) -> QWidget:
        page = QWidget(self)
        self.doubtful = QCheckBox("", page)
        hint = QLabel(
            "Số thứ tự nhiệm vụ nêu trong phần lời đổi theo phụ lục mới; nhiệm vụ không chuyển "
            "thì thay bằng “[…]” để ghi lại.",
            page,
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        strip = QHBoxLayout()
        strip.setContentsMargins(14, 8, 14, 8)
        strip.setSpacing(18)
        strip.addWidget(self.doubtful)
        strip.addWidget(hint, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(strip)
        column.addWidget(self.change_list, 1)
        page.setFocusProxy(self.change_list)
        return page

    def _bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setObjectName("topBar")
        self.title = QLabel(bar)
        self.title.setObjectName("heading")
        self.state_label = ElidedLabel(bar)
        self.state_label.setObjectName("muted")
        self._close_button = QPushButton("Không chuyển", bar)
        self._close_button.setToolTip("Rời màn hình này, không lập kế hoạch mới (Esc)")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(10)
        row.addWidget(self.state_label, 1)
        row.addWidget(ActionButton(self.all_action, bar))
        row.addWidget(ActionButton(self.none_action, bar))
        row.addWidget(ActionButton(self.write_action, bar, is_primary=True))
        row.addWidget(self._close_button)
        return bar


def _list(shares: tuple[float, ...], model: TickModel, name: str, parent: QWidget) -> ImportList:
    found = ImportList(shares, parent)
    found.setModel(model)
    found.setAccessibleName(name)
    found.set_empty_sentence("Không có gì để chọn ở đây.")
    return found
