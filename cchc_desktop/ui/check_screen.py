"""The check of a plan: what a strict colleague would find, each leading to its place."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.finding import PlanDetail
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.plan_rows import RowKey, plan_rows
from cchc_desktop.services.checks import CheckedFinding, CheckReport
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.check_accept_dialog import AcceptFindingDialog
from cchc_desktop.ui.check_filter import CheckFilter
from cchc_desktop.ui.check_list import CheckList
from cchc_desktop.ui.check_model import CheckModel
from cchc_desktop.ui.check_words import FindingFilter, empty_sentence
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_RELEVANT = frozenset(
    {
        "plan",
        "section",
        "task",
        "deliverable",
        "agency",
        "agency_group",
        "group_member",
        "office",
        "letterhead",
        "check_exception",
        "plan_term",
        "plan_document",
        "text_part",
        "passage",
        "registered_document",
    }
)


class CheckScreen(QWidget):
    """Lists what the check finds in a plan, and keeps it current while in view.

    Signals:
        closed(): The screen is no longer needed.
        row_requested(object): The (RowKey, AnnexColumn) of the plan's table to go to.
        details_requested(): The finding is about the plan's own details, not about a row.
        passage_requested(object): The PassageId of the text to go to.
        text_detail_requested(object): The (PlanDetail, TextPartId or None) of what stands around
            the text: a title, the recipients, the signing lines.
    """

    closed = Signal()
    row_requested = Signal(object)
    details_requested = Signal()
    passage_requested = Signal(object)
    text_detail_requested = Signal(object)

    def __init__(
        self, workspace: Workspace, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._key: PlanKey | None = None
        self._job: Job | None = None
        self._is_stale = False
        self.report: CheckReport | None = None
        self.model = CheckModel(self)
        self.list = CheckList(self)
        self.list.setModel(self.model)
        self.filter = CheckFilter(self)
        self._make_actions()
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self._build_side())
        body.addWidget(self.list, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._build_bar())
        layout.addLayout(body, 1)
        self.setFocusProxy(self.list)
        QWidget.setTabOrder(self.filter, self.list)
        self._connect()
        self._offer_actions()

    @property
    def chosen_finding(self) -> CheckedFinding | None:
        """The finding in the current row, or None."""
        index = self.list.currentIndex()
        return self.model.item(index.row()) if index.isValid() else None

    def start(self, plan_year: int) -> None:
        """Check the plan of a year."""
        self.start_plan(PlanKey(plan_year))

    def start_plan(self, key: PlanKey) -> None:
        """Check the plan of a year or of several years."""
        is_other_plan = key != self._key
        self._key = key
        self.title.setText(f"Kiểm tra kế hoạch {key.term}")
        if is_other_plan:
            self._take(None)
            self.filter.choose(FindingFilter.OPEN)
        self.check_again()

    @Slot()
    def check_again(self) -> None:
        """Read the plan anew; what is shown stays until the answer comes."""
        key = self._key
        if key is None:
            return
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._is_stale = False
        if all(summary.key != key for summary in self._workspace.state.plans):
            self._say_instead(f"Không còn kế hoạch {key.term}.")
            return
        self.state_label.setText("Đang kiểm tra…")
        if self.report is None:
            self.list.set_empty_sentence(f"Đang kiểm tra kế hoạch {key.term}…")
        self._job = self._workspace.query(
            lambda session: session.checks.run_key(key), self._on_checked, self._on_failed
        )

    @Slot()
    def go_to_place(self) -> None:
        """Leave for the place of the chosen finding."""
        item = self.chosen_finding
        if item is None:
            return
        found_at = item.finding.place
        if found_at.passage is not None:
            self.passage_requested.emit(found_at.passage)
        elif isinstance(found_at.field, PlanDetail) and found_at.field.is_of_the_text:
            self.text_detail_requested.emit((found_at.field, found_at.part))
        elif isinstance(found_at.field, PlanDetail):
            self.details_requested.emit()
        elif (place := self._place_of(item)) is not None:
            self.row_requested.emit(place)

    @Slot()
    def accept_chosen(self) -> None:
        """Ask why the chosen finding is to stay as it is."""
        item = self.chosen_finding
        if item is not None and not item.is_accepted:
            AcceptFindingDialog(self._workspace, item, self).open()

    @Slot()
    def withdraw_chosen(self) -> None:
        """Let the chosen finding, which was accepted, be open again."""
        item = self.chosen_finding
        if item is not None and item.is_accepted:
            self._workspace.mutate(
                lambda session: session.checks.withdraw(item), None, self._messages.error
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Override QWidget.showEvent: what is shown is current."""
        super().showEvent(event)
        if self._is_stale:
            self.check_again()

    def _leads_somewhere(self, item: CheckedFinding) -> bool:
        place = item.finding.place
        return (
            place.is_in_text
            or isinstance(place.field, PlanDetail)
            or self._place_of(item) is not None
        )

    def _place_of(self, item: CheckedFinding) -> tuple[RowKey, AnnexColumn] | None:
        """Return the cell meant; for a whole column its first cell."""
        place = item.finding.place
        column = place.field if isinstance(place.field, AnnexColumn) else AnnexColumn.CONTENT
        if place.row is not None:
            return place.row, column
        plan = self._workspace.plan
        rows = plan_rows(plan) if plan is not None and plan.id == item.plan_id else ()
        key = next((row.key for row in rows if row.task and row.accepts(column)), None)
        return (key, column) if key is not None else None

    def _on_checked(self, report: CheckReport) -> None:
        self._job = None
        self.state_label.clear()
        self._take(report)

    def _on_failed(self, error: BaseException) -> None:
        self._job = None
        term = self._key.term if self._key else ""
        self._say_instead(f"Chưa kiểm tra được kế hoạch {term}. Bấm F5 để kiểm tra lại.")
        self._messages.error(error)

    def _say_instead(self, sentence: str) -> None:
        self.state_label.clear()
        self._take(None)
        self.list.set_empty_sentence(sentence)

    def _take(self, report: CheckReport | None) -> None:
        self.report = report
        self.filter.show_report(report)
        self._show_rows()

    @Slot()
    def _show_rows(self) -> None:
        """Show what the filter lets through; the officer stays where the work was."""
        chosen = self.chosen_finding
        row = max(self.list.currentIndex().row(), 0)
        top = self.list.verticalScrollBar().value()
        if self.report is not None:
            self.list.set_empty_sentence(empty_sentence(self.report, self.filter.choice))
        self.model.show_report(self.report, self.filter.choice)
        same = self.model.row_of(chosen) if chosen is not None else None
        self.list.verticalScrollBar().setValue(top)
        self.list.choose_row(same if same is not None else row)
        self._offer_actions()

    @Slot()
    def _on_filter_chosen(self) -> None:
        self.list.setCurrentIndex(QModelIndex())
        self._show_rows()

    @Slot()
    def _offer_actions(self) -> None:
        item = self.chosen_finding
        is_accepted = item is not None and item.is_accepted
        self.go_action.setEnabled(item is not None and self._leads_somewhere(item))
        self.accept_action.setEnabled(item is not None and not is_accepted)
        self.withdraw_action.setEnabled(is_accepted)
        shows_accepted = self.filter.choice is FindingFilter.ACCEPTED
        self._accept_button.setVisible(not shows_accepted)
        self._withdraw_button.setVisible(shows_accepted)

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        if self._key is None or not {row.table for row in change.change_set.changes} & _RELEVANT:
            return
        if self.isVisible():
            self.check_again()
        else:
            self._is_stale = True

    @Slot()
    def _leave(self) -> None:
        self.closed.emit()

    @Slot()
    def _on_decision_wanted(self) -> None:
        if self.filter.choice is FindingFilter.ACCEPTED:
            self.withdraw_chosen()
        else:
            self.accept_chosen()

    def _make_actions(self) -> None:
        self.go_action = make_action(self, "Đến &chỗ này", self.go_to_place)
        self.go_action.setToolTip("Đến ô hoặc đoạn này của kế hoạch (Enter)")
        self.accept_action = make_action(self, "Chấp &nhận…", self.accept_chosen)
        self.accept_action.setToolTip("Giữ nguyên chỗ này, nêu lý do (phím cách)")
        self.withdraw_action = make_action(self, "&Bỏ chấp nhận", self.withdraw_chosen)
        self.withdraw_action.setToolTip("Nêu lại chỗ này khi kiểm tra (phím cách)")
        self.again_action = make_action(self, "&Kiểm tra lại", self.check_again, "F5")
        self.again_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.again_action)

    def _connect(self) -> None:
        self.list.place_wanted.connect(self.go_to_place)
        self.list.decision_wanted.connect(self._on_decision_wanted)
        self.list.selectionModel().currentRowChanged.connect(self._offer_actions)
        self.filter.chosen.connect(self._on_filter_chosen)
        self.filter.left.connect(self.list.setFocus)
        self._workspace.changed.connect(self._on_changed)
        self._close_button.clicked.connect(self._leave)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._leave)

    def _build_side(self) -> QFrame:
        side = QFrame(self)
        # The style sheet knows this as what stands at the left with a hairline.
        side.setObjectName("rail")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 6, 0, 6)
        column.addWidget(self.filter)
        return side

    def _build_bar(self) -> QFrame:
        bar = QFrame(self)
        bar.setObjectName("topBar")
        self.title = QLabel(bar)
        self.title.setObjectName("heading")
        self.state_label = QLabel(bar)
        self.state_label.setObjectName("muted")
        self._accept_button = ActionButton(self.accept_action, bar)
        self._withdraw_button = ActionButton(self.withdraw_action, bar)
        self._close_button = QPushButton("Đóng", bar)
        self._close_button.setToolTip("Rời màn hình này (Esc)")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addSpacing(10)
        row.addWidget(self.state_label)
        row.addStretch(1)
        row.addWidget(ActionButton(self.again_action, bar))
        row.addWidget(self._accept_button)
        row.addWidget(self._withdraw_button)
        row.addWidget(ActionButton(self.go_action, bar, is_primary=True))
        row.addWidget(self._close_button)
        return bar
