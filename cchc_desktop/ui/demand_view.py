"""What the documents above ask of the chosen plan, and what it answers."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.clock import Clock
from cchc_desktop.domain.demand_coverage import Coverage, CoverageState, DemandCoverage
from cchc_desktop.domain.demand_proposal import DemandProposal
from cchc_desktop.domain.document_draft import DraftHead
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.services.session import Session
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.demand_dialogs import DemandDialog
from cchc_desktop.ui.demand_import_dialog import DemandImportDialog
from cchc_desktop.ui.demand_list import DemandList
from cchc_desktop.ui.demand_model import SHARES, DemandModel
from cchc_desktop.ui.demand_panel import DemandPanel
from cchc_desktop.ui.document_words import CoverageFilter
from cchc_desktop.ui.file_choice import documents_folder
from cchc_desktop.ui.import_fields import ElidedLabel
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.workspace import Workspace

_FILES = "Văn bản Word, văn bản (*.docx *.txt *.md *.html);;Mọi tệp (*)"
_EMPTY = (
    "Chưa có yêu cầu nào của cấp trên. Bấm “Nhập từ tệp văn bản…” để đọc chỉ tiêu, nhiệm vụ"
    " từ kế hoạch, nghị quyết của cấp trên, hoặc “Thêm yêu cầu…” để ghi từng yêu cầu."
)
_FILTER_WORDS = {
    CoverageFilter.ALL: "Tất cả",
    CoverageFilter.UNANSWERED: "Chưa có",
    CoverageFilter.LATER: "Muộn hơn",
    CoverageFilter.ANSWERED: "Đã có",
    CoverageFilter.MET: "Đã hoàn thành",
}
Read = tuple[str, DraftHead, tuple[DemandProposal, ...]]


class DemandView(QWidget):
    """Lists the demands with how the plan stands to each; beside it the chosen one.

    Signals:
        answer_requested(DemandAnswer): The officer wants to see it in the plan.
    """

    answer_requested = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        messages: Messages,
        print_action: QAction,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._messages = messages
        self._register: tuple[RegisteredDocument, ...] = ()
        self.choose_file: Callable[[QWidget], Path | None] = _choose_file
        self.coverage: Coverage | None = None
        self.model = DemandModel(self)
        self.list = DemandList(SHARES, self)
        self.list.setModel(self.model)
        self.list.setAccessibleName("Yêu cầu của cấp trên")
        self.filter = QComboBox(self)
        self.filter.setAccessibleName("Lọc theo tình trạng")
        self.milestone = QComboBox(self)
        self.milestone.setAccessibleName("Lọc theo mốc")
        self.count = ElidedLabel(self)
        self.count.setObjectName("muted")
        self.panel = DemandPanel(workspace, clock, messages, self)
        self._make_actions()
        bar = QHBoxLayout()
        bar.setContentsMargins(14, 8, 14, 8)
        bar.setSpacing(8)
        bar.addWidget(self.filter)
        bar.addWidget(self.milestone)
        bar.addWidget(self.count, 1)
        bar.addWidget(ActionButton(print_action, self))
        bar.addWidget(ActionButton(self.delete_action, self))
        bar.addWidget(ActionButton(self.edit_action, self))
        bar.addWidget(ActionButton(self.add_action, self))
        bar.addWidget(ActionButton(self.import_action, self, is_primary=True))
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.list)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([800, 360])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(splitter, 1)
        self.setFocusProxy(self.list)
        self._fill_filters()
        self.filter.currentIndexChanged.connect(self._show_rows)
        self.milestone.currentIndexChanged.connect(self._show_rows)
        self.list.selectionModel().currentRowChanged.connect(self._on_row_chosen)
        self.list.edit_wanted.connect(self.edit_chosen)
        self.list.doubleClicked.connect(self.edit_chosen)
        self.list.delete_wanted.connect(self.delete_chosen)
        self.list.move_wanted.connect(self.move_chosen)
        self.panel.answer_requested.connect(self.answer_requested)
        self._on_row_chosen()

    @property
    def actions_of_view(self) -> list[QAction]:
        """What can be done here."""
        return [self.import_action, self.add_action, self.edit_action, self.delete_action]

    @property
    def chosen(self) -> DemandCoverage | None:
        """The demand in the current row, or None."""
        index = self.list.currentIndex()
        return self.model.item(index.row()) if index.isValid() else None

    def reload(self) -> None:
        """Compare the chosen plan anew."""
        plan = self._workspace.plan
        if plan is None:
            self._take((None, ()))
            return
        plan_id = plan.id
        self._workspace.query(
            lambda s: (s.demands.coverage(plan_id), s.documents.list()),
            self._take,
            self._messages.error,
        )

    @Slot()
    def import_file(self) -> None:
        """Ask for a document's file and show what it seems to ask."""
        path = self.choose_file(self)
        if path is not None:
            self._workspace.work_on_files(
                partial(_read, path=path), self._offer, self._messages.error
            )

    @Slot()
    def add_demand(self) -> None:
        """Ask for a demand."""
        chosen = self.chosen
        document_id = chosen.demand.document_id if chosen else None
        DemandDialog(self._workspace, None, self._register, document_id, self).open()

    @Slot()
    def edit_chosen(self) -> None:
        """Ask for the details of the chosen demand."""
        if self.chosen is not None:
            DemandDialog(self._workspace, self.chosen.demand, self._register, None, self).open()

    @Slot()
    def delete_chosen(self) -> None:
        """Delete the selected demands."""
        rows = {index.row() for index in self.list.selectionModel().selectedRows()}
        items = [item for row in sorted(rows) if (item := self.model.item(row)) is not None]
        ids = [item.demand.id for item in items if item.demand.id is not None]
        if ids and self._messages.ask(f"Xóa {len(ids)} yêu cầu đang chọn?", "Xóa", "Không xóa"):
            self._workspace.mutate(lambda s: s.demands.delete(ids), None, self._messages.error)

    @Slot(int)
    def move_chosen(self, step: int) -> None:
        """Put the chosen demand one place up (-1) or down (1) among those in sight."""
        chosen = self.chosen
        row = self.list.currentIndex().row()
        after = self.model.item_or_none(row + (step if step > 0 else -2)) if chosen else None
        before = self.model.item_or_none(row + step) if chosen else None
        if chosen is None or chosen.demand.id is None or before is None:
            return
        demand_id, after_id = chosen.demand.id, after.demand.id if after else None
        self._workspace.mutate(
            lambda s: s.demands.move(demand_id, after_id), None, self._messages.error
        )

    def _offer(self, read: Read) -> None:
        # The command may be given where the demands, and with them the register, were not shown.
        self._workspace.query(
            lambda s: s.documents.list(), partial(self._show_offer, read), self._messages.error
        )

    def _show_offer(self, read: Read, register: tuple[RegisteredDocument, ...]) -> None:
        self._register = register
        name, head, proposals = read
        DemandImportDialog(self._workspace, name, head, proposals, register, self).open()

    def _take(self, found: tuple[Coverage | None, tuple[RegisteredDocument, ...]]) -> None:
        self.coverage, self._register = found
        self._fill_filters()
        self._show_rows()

    def _fill_filters(self) -> None:
        """Say how many each choice shows; what is chosen stays chosen."""
        coverage = self.coverage
        chosen, milestone = self.filter.currentData(), self.milestone.currentData()
        for box in (self.filter, self.milestone):
            box.blockSignals(True)
            box.clear()
        for choice in CoverageFilter:
            count = 0
            if coverage is not None:
                count = coverage.total if choice.state is None else coverage.count(choice.state)
            self.filter.addItem(f"{_FILTER_WORDS[choice]} ({count})", choice)
        years = sorted(
            {item.demand.milestone for _, item in coverage.items() if item.demand.milestone}
            if coverage is not None
            else ()
        )
        self.milestone.addItem("Mọi mốc", None)
        for year in years:
            self.milestone.addItem(f"Mốc {year}", year)
        self.filter.setCurrentIndex(max(self.filter.findData(chosen), 0))
        self.milestone.setCurrentIndex(max(self.milestone.findData(milestone), 0))
        for box in (self.filter, self.milestone):
            box.blockSignals(False)

    @Slot()
    def _show_rows(self) -> None:
        chosen = self.chosen.demand.id if self.chosen else None
        row = max(self.list.currentIndex().row(), 0)
        choice = CoverageFilter(self.filter.currentData() or CoverageFilter.ALL)
        self.model.show_coverage(self.coverage, choice, self.milestone.currentData())
        self._say_state()
        same = self.model.row_of(chosen)
        target = same if same is not None else self.model.first_demand(row)
        if target is not None and target != self.list.currentIndex().row():
            self.list.selectRow(target)
            # The rows above find their heights as they come into sight.
            QTimer.singleShot(0, self._show_current)
        self._on_row_chosen()

    @Slot()
    def _show_current(self) -> None:
        self.list.scrollTo(self.list.currentIndex(), DemandList.ScrollHint.PositionAtCenter)

    def _say_state(self) -> None:
        coverage = self.coverage
        if coverage is None:
            self.list.set_empty_sentence("Hãy lập hoặc nhập kế hoạch trước.")
            self.count.set_text("")
            return
        has_any = bool(coverage.total)
        self.list.set_empty_sentence("Không có yêu cầu nào theo bộ lọc." if has_any else _EMPTY)
        done = coverage.count(CoverageState.ANSWERED) + coverage.count(CoverageState.MET)
        self.count.set_text(
            f"Đáp ứng {done}/{coverage.total} (kế hoạch {coverage.key})" if has_any else ""
        )

    @Slot()
    def _on_row_chosen(self) -> None:
        item = self.chosen
        self.edit_action.setEnabled(item is not None)
        self.delete_action.setEnabled(item is not None)
        document = self._document(item.demand.document_id) if item else None
        plan_id = self.coverage.plan_id if self.coverage else None
        self.panel.show_item(item, document, plan_id)

    def _document(self, document_id: DocumentId) -> RegisteredDocument | None:
        return next((d for d in self._register if d.id == document_id), None)

    def _make_actions(self) -> None:
        self.import_action = make_action(self, "Nhập từ tệp văn bản…", self.import_file)
        self.add_action = make_action(self, "Thêm &yêu cầu…", self.add_demand)
        self.edit_action = make_action(self, "&Sửa…", self.edit_chosen)
        self.edit_action.setToolTip("Sửa yêu cầu đang chọn (Enter)")
        self.delete_action = make_action(self, "&Xóa", self.delete_chosen)
        self.delete_action.setToolTip("Xóa các yêu cầu đang chọn (Delete)")


def _choose_file(parent: QWidget) -> Path | None:
    name, _ = QFileDialog.getOpenFileName(
        parent, "Chọn tệp văn bản của cấp trên", str(documents_folder()), _FILES
    )
    return Path(name) if name else None


def _read(session: Session, path: Path) -> Read:
    draft = session.plan_imports.read_file(path)
    return path.name, draft.head, session.demands.propose(draft)
