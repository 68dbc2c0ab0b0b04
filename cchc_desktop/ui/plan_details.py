"""The panel beside the table: what was understood of the current row, and its correction."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyId, AgencyReading, Role
from cchc_desktop.domain.agency_kind import likely_kind
from cchc_desktop.domain.changes import HistoryEntry
from cchc_desktop.domain.deadline import DeadlineReading
from cchc_desktop.domain.plan import DeliverableId, Plan, PlanTask
from cchc_desktop.domain.plan_rows import PlanRow, RowKey, RowKind
from cchc_desktop.services.sentences import describe_step
from cchc_desktop.ui.details_panel import DetailsPanel
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.panel_words import caption, word_label
from cchc_desktop.ui.plan_agency_panel import AgencyPanel, Owner
from cchc_desktop.ui.plan_deadline_panel import DeadlinePanel
from cchc_desktop.ui.plan_row_history import RowHistory, places_of
from cchc_desktop.ui.workspace import Workspace

_ROLES = (
    (Role.LEAD, "CHỦ TRÌ"),
    (Role.COOPERATING, "PHỐI HỢP"),
    (Role.MONITOR, "THEO DÕI"),
)


class PlanDetails(DetailsPanel):
    """Shows one row of the plan in full.

    Signals:
        row_asked(RowKey): Another row is to be shown.
        task_asked(PlanId, TaskId): A task of another plan is to be shown.
    """

    row_asked = Signal(object)
    task_asked = Signal(object, object)

    def __init__(self, workspace: Workspace, messages: Messages, parent: QWidget) -> None:
        super().__init__("Chi tiết nhiệm vụ", parent)
        self._workspace = workspace
        self._messages = messages
        self._row: PlanRow | None = None
        self._plan: Plan | None = None
        self._catalogue = AgencyCatalogue()
        self._history = RowHistory()
        self.deadline_panels: list[DeadlinePanel] = []
        self.agency_panels: dict[Role, AgencyPanel] = {}

    def set_row(self, row: PlanRow | None, plan: Plan | None, catalogue: AgencyCatalogue) -> None:
        """Show another row, once the officer rests on it."""
        self.commit_editing()
        self._row, self._plan, self._catalogue = row, plan, catalogue
        self.draw_soon()

    def commit_editing(self) -> None:
        """Save what stands in an open form."""
        for panel in self.deadline_panels:
            panel.commit_editing()

    def subject(self) -> str:
        """Return what tells one row from another, or ""."""
        return str(self._row.key) if self._row else ""

    def heading(self) -> str:
        """Return the words above everything."""
        row = self._row
        if row is None:
            return "Chọn một dòng để xem chi tiết"
        words = row.task.content.text if row.task else row.section.title.text
        return f"{row.place_name}  {words or 'Chưa ghi nội dung'}"

    def fill(self, column: QVBoxLayout, page: QWidget) -> None:
        """Put everything below the heading on a new page."""
        row = self._row
        self.deadline_panels = []
        self.agency_panels = {}
        if row is None:
            return
        if row.task is not None:
            self._fill_task(column, page, row, row.task)
        else:
            count = len(row.section.tasks)
            column.addWidget(word_label(f"Lĩnh vực có {count} nhiệm vụ.", page, "muted"))
        self.keep_room_for_history(column, page, spacing=2)

    def _fill_task(self, column: QVBoxLayout, page: QWidget, row: PlanRow, task: PlanTask) -> None:
        if row.deliverable is not None:
            column.addWidget(caption("THỜI GIAN", page))
            panel = DeadlinePanel(row.deliverable, page)
            panel.meaning_set.connect(self._on_meaning_set)
            self.deadline_panels.append(panel)
            column.addWidget(panel)
        day = date(self._plan.year, 12, 31) if self._plan else date.min
        for role, title in _ROLES:
            assignment = task.assignment(role)
            if role is Role.MONITOR and not assignment.text and not assignment.reading.mentions:
                continue
            column.addWidget(caption(title, page))
            agencies = AgencyPanel(role, assignment, self._catalogue, day, page)
            agencies.reading_set.connect(self._on_reading_set)
            agencies.name_added.connect(self._on_name_added)
            agencies.alias_added.connect(self._on_alias_added)
            self.agency_panels[role] = agencies
            column.addWidget(agencies)
        self._fill_products(column, page, task)
        if task.subtasks:
            column.addWidget(caption("NHIỆM VỤ CON", page))
            for subtask in task.subtasks:
                key = RowKey(RowKind.SUBTASK, subtask.id)
                column.addWidget(self._link(f"{subtask.number} {subtask.content.text}", key, page))
        if row.parent is not None:
            column.addWidget(caption("THUỘC NHIỆM VỤ", page))
            key = RowKey(RowKind.TASK, row.parent.id)
            text = f"{row.parent.number}. {row.parent.content.text}"
            column.addWidget(self._link(text, key, page))
        from cchc_desktop.ui.lineage_panel import LineagePanel

        lineage = LineagePanel(self._workspace, page)
        lineage.task_requested.connect(self.task_asked)
        lineage.show_task(task.id)
        column.addWidget(lineage)

    def _fill_products(self, column: QVBoxLayout, page: QWidget, task: PlanTask) -> None:
        products = [d for d in task.deliverables if d.product or len(task.deliverables) > 1]
        if not products:
            return
        column.addWidget(caption("SẢN PHẨM", page))
        for product in products:
            words = product.product.text or "Chưa ghi sản phẩm"
            if len(products) > 1 and product.deadline.text:
                words = f"{words} ({product.deadline.text.text})"
            column.addWidget(word_label(f"– {words}" if len(products) > 1 else words, page))

    def _link(self, text: str, key: RowKey, page: QWidget) -> QPushButton:
        button = _RowLink(text, key, page)
        button.row_asked.connect(self.row_asked)
        return button

    def ask_history(self) -> None:
        """Ask for the steps that changed the row."""
        row = self._row
        if row is None:
            return
        wanted = places_of(row)

        def show(entries: tuple[HistoryEntry, ...]) -> None:
            if self._row is not None and self._row.key == row.key:
                self.show_history("LỊCH SỬ", [(_step_words(entry), "") for entry in entries])

        self._workspace.query(lambda s: self._history.steps(s, wanted), show)

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


def _step_words(entry: HistoryEntry) -> str:
    moment = entry.made_at
    words = describe_step(entry.label, entry.params)
    return f"{moment:%d/%m %H:%M} · {words}"
