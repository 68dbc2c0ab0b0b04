"""The panel beside the table: what was understood of the current row, and its correction."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyId, AgencyReading, Role
from cchc_desktop.domain.agency_kind import likely_kind
from cchc_desktop.domain.changes import HistoryEntry
from cchc_desktop.domain.deadline import DeadlineReading
from cchc_desktop.domain.plan import DeliverableId, Plan, PlanTask
from cchc_desktop.domain.plan_rows import PlanRow, RowKey, RowKind
from cchc_desktop.services.sentences import describe_step
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.plan_agency_panel import AgencyPanel, Owner
from cchc_desktop.ui.plan_deadline_panel import DeadlinePanel
from cchc_desktop.ui.plan_row_history import RowHistory, places_of
from cchc_desktop.ui.workspace import Workspace

_DRAW_AFTER_MS = 40
_HISTORY_AFTER_MS = 250
_ROLES = (
    (Role.LEAD, "CHỦ TRÌ"),
    (Role.COOPERATING, "PHỐI HỢP"),
    (Role.MONITOR, "THEO DÕI"),
)


class PlanDetails(QFrame):
    """Shows one row of the plan in full.

    Signals:
        row_asked(RowKey): Another row is to be shown.
        closed(): The panel is to be closed.
    """

    row_asked = Signal(object)
    closed = Signal()

    def __init__(self, workspace: Workspace, messages: Messages, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAccessibleName("Chi tiết nhiệm vụ")
        self.setMinimumWidth(232)
        self._workspace = workspace
        self._messages = messages
        self._row: PlanRow | None = None
        self._plan: Plan | None = None
        self._catalogue = AgencyCatalogue()
        self._history = RowHistory()
        self._history_box: QVBoxLayout | None = None
        self.deadline_panels: list[DeadlinePanel] = []
        self.agency_panels: dict[Role, AgencyPanel] = {}
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self._draw = QTimer(self, singleShot=True, interval=_DRAW_AFTER_MS)
        self._draw.timeout.connect(self.refresh)
        self._ask_history = QTimer(self, singleShot=True, interval=_HISTORY_AFTER_MS)
        self._ask_history.timeout.connect(self._on_history_due)

    def set_row(self, row: PlanRow | None, plan: Plan | None, catalogue: AgencyCatalogue) -> None:
        """Show another row, once the officer rests on it."""
        self.commit_editing()
        self._row, self._plan, self._catalogue = row, plan, catalogue
        if not self.isHidden():
            self._draw.start()

    def commit_editing(self) -> None:
        """Save what stands in an open form."""
        for panel in self.deadline_panels:
            panel.commit_editing()

    @Slot()
    def refresh(self) -> None:
        """Draw everything anew; the control that has the keyboard keeps it."""
        self._draw.stop()
        old = self._area.widget()
        focused = old.focusWidget() if old else None
        name = focused.objectName() if focused and focused.hasFocus() else ""
        self.deadline_panels = []
        self.agency_panels = {}
        self._history_box = None
        page = QWidget()
        page.setObjectName("detailsPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 10, 10, 14)
        column.setSpacing(6)
        self._fill(column, page)
        column.addStretch()
        self._area.setWidget(page)
        page.setAutoFillBackground(False)
        again = page.findChild(QWidget, name) if name else None
        if again:
            again.setFocus()
        if self._row is not None:
            self._ask_history.start()

    def _fill(self, column: QVBoxLayout, page: QWidget) -> None:
        row = self._row
        head = QHBoxLayout()
        title = _label(_heading(row), page)
        title.setObjectName("heading")
        head.addWidget(title, 1)
        close = QToolButton(page)
        close.setObjectName("closeDetails")
        close.setIcon(icon("x", "muted"))
        close.setToolTip("Đóng chi tiết (F4)")
        close.setAccessibleName("Đóng chi tiết")
        close.clicked.connect(self.closed)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        if row is None or row.task is None:
            if row is not None:
                count = len(row.section.tasks)
                column.addWidget(_label(f"Lĩnh vực có {count} nhiệm vụ.", page, "muted"))
            self._fill_history(column, page)
            return
        self._fill_task(column, page, row, row.task)
        self._fill_history(column, page)

    def _fill_task(self, column: QVBoxLayout, page: QWidget, row: PlanRow, task: PlanTask) -> None:
        if row.deliverable is not None:
            column.addWidget(_caption("THỜI GIAN", page))
            panel = DeadlinePanel(row.deliverable, page)
            panel.meaning_set.connect(self._on_meaning_set)
            self.deadline_panels.append(panel)
            column.addWidget(panel)
        day = date(self._plan.year, 12, 31) if self._plan else date.min
        for role, caption in _ROLES:
            assignment = task.assignment(role)
            if role is Role.MONITOR and not assignment.text and not assignment.reading.mentions:
                continue
            column.addWidget(_caption(caption, page))
            agencies = AgencyPanel(role, assignment, self._catalogue, day, page)
            agencies.reading_set.connect(self._on_reading_set)
            agencies.name_added.connect(self._on_name_added)
            agencies.alias_added.connect(self._on_alias_added)
            self.agency_panels[role] = agencies
            column.addWidget(agencies)
        self._fill_products(column, page, task)
        if task.subtasks:
            column.addWidget(_caption("NHIỆM VỤ CON", page))
            for subtask in task.subtasks:
                key = RowKey(RowKind.SUBTASK, subtask.id)
                column.addWidget(self._link(f"{subtask.number} {subtask.content.text}", key, page))
        if row.parent is not None:
            column.addWidget(_caption("THUỘC NHIỆM VỤ", page))
            key = RowKey(RowKind.TASK, row.parent.id)
            text = f"{row.parent.number}. {row.parent.content.text}"
            column.addWidget(self._link(text, key, page))

    def _fill_products(self, column: QVBoxLayout, page: QWidget, task: PlanTask) -> None:
        products = [d for d in task.deliverables if d.product or len(task.deliverables) > 1]
        if not products:
            return
        column.addWidget(_caption("SẢN PHẨM", page))
        for product in products:
            words = product.product.text or "Chưa ghi sản phẩm"
            if len(products) > 1 and product.deadline.text:
                words = f"{words} ({product.deadline.text.text})"
            column.addWidget(_label(f"– {words}" if len(products) > 1 else words, page))

    def _fill_history(self, column: QVBoxLayout, page: QWidget) -> None:
        self._history_box = QVBoxLayout()
        self._history_box.setSpacing(2)
        self._history_page = page
        column.addLayout(self._history_box)

    def _link(self, text: str, key: RowKey, page: QWidget) -> QPushButton:
        button = _RowLink(text, key, page)
        button.row_asked.connect(self.row_asked)
        return button

    @Slot()
    def _on_history_due(self) -> None:
        row = self._row
        if row is None or self.isHidden():
            return
        wanted = places_of(row)

        def show(entries: tuple[HistoryEntry, ...]) -> None:
            if self._row is not None and self._row.key == row.key:
                self._show_history(entries)

        self._workspace.query(lambda s: self._history.steps(s, wanted), show)

    def _show_history(self, entries: tuple[HistoryEntry, ...]) -> None:
        box = self._history_box
        if box is None or box.count() or not entries:
            return
        box.addWidget(_caption("LỊCH SỬ", self._history_page))
        for entry in entries:
            moment = entry.made_at
            when = f"{moment.day}/{moment.month} {moment:%H:%M}"
            words = describe_step(entry.label, entry.params)
            box.addWidget(_label(f"{when} · {words}", self._history_page))

    @Slot(int, object)
    def _on_meaning_set(self, deliverable: int, reading: DeadlineReading | None) -> None:
        self._workspace.mutate(
            lambda s: s.cells.set_deadline_meaning(DeliverableId(deliverable), reading),
            on_error=self._messages.error,
        )

    @Slot(object, object)
    def _on_reading_set(self, role: Role, reading: AgencyReading | None) -> None:
        if self._row is not None and self._row.task is not None:
            task_id = self._row.task.id
            self._workspace.mutate(
                lambda s: s.cells.set_assigned_agencies(task_id, role, reading),
                on_error=self._messages.error,
            )

    @Slot(str)
    def _on_name_added(self, name: str) -> None:
        agency = Agency(AgencyId(0), name, likely_kind(name))
        self._workspace.mutate(
            lambda s: s.agencies.add_agency(agency), on_error=self._messages.error
        )

    @Slot(str, object)
    def _on_alias_added(self, name: str, owner: Owner) -> None:
        if isinstance(owner, Agency):
            agency_id = owner.id
            self._workspace.mutate(
                lambda s: s.agencies.add_agency_aliases({name: agency_id}),
                on_error=self._messages.error,
            )
        else:
            group_id = owner.id
            self._workspace.mutate(
                lambda s: s.agencies.add_group_aliases({name: group_id}),
                on_error=self._messages.error,
            )


class _RowLink(QPushButton):
    """A line that leads to another row."""

    row_asked = Signal(object)

    def __init__(self, text: str, key: RowKey, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = key
        self.setObjectName(f"link-{key.kind.value}-{key.id}")
        self.setProperty("link", True)
        one_line = text.replace("\n", " ")
        width = 34 * self.fontMetrics().averageCharWidth()
        self.setText(self.fontMetrics().elidedText(one_line, Qt.TextElideMode.ElideRight, width))
        self.setToolTip(one_line)
        self.setAccessibleName(one_line)
        self.clicked.connect(self._on_clicked)

    @Slot()
    def _on_clicked(self) -> None:
        self.row_asked.emit(self._key)


def _heading(row: PlanRow | None) -> str:
    if row is None:
        return "Chọn một dòng để xem chi tiết"
    words = row.task.content.text if row.task else row.section.title.text
    return f"{row.place_name}  {words or 'Chưa ghi nội dung'}"


def _label(text: str, parent: QWidget, name: str = "") -> QLabel:
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _caption(text: str, parent: QWidget) -> QLabel:
    label = _label(text, parent, "muted")
    font = label.font()
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * 0.88)
    label.setFont(font)
    label.setContentsMargins(0, 6, 0, 0)
    return label
