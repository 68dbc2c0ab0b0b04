"""The panel beside the progress table: why the current row stands so, and what proves it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.plan import DeliverableId, PlanTask
from cchc_desktop.domain.progress import Evidence, ProgressField
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.services.progress_history import ValueChange
from cchc_desktop.services.progress_sentences import describe_verdict
from cchc_desktop.system.opening import open_with_default_program
from cchc_desktop.ui.details_panel import DetailsPanel
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.number_box import number_box
from cchc_desktop.ui.panel_words import caption, link_button, word_label
from cchc_desktop.ui.plan_deadline_panel import DeadlinePanel
from cchc_desktop.ui.progress_dialogs import EvidenceDialog, OccurrenceDialog
from cchc_desktop.ui.progress_evidence_panel import EvidencePanel
from cchc_desktop.ui.progress_facts import (
    checkpoint_lines,
    event_words,
    grounds,
    milestone_count,
    part_lines,
    unfinished_members,
    year_states,
)
from cchc_desktop.ui.progress_follow_mode import FollowModeChooser
from cchc_desktop.ui.progress_history_text import history_lines
from cchc_desktop.ui.progress_model import ProgressTableModel
from cchc_desktop.ui.progress_row_steps import ProgressRowSteps
from cchc_desktop.ui.progress_rows import ProgressRow
from cchc_desktop.ui.progress_year_strip import YearStrip
from cchc_desktop.ui.state_label import StateLabel
from cchc_desktop.ui.workspace import Workspace

_MOST_NAMES = 15


class ProgressDetails(DetailsPanel):
    """Shows one row of the progress table in full.

    Signals:
        period_asked(str): The period of this code is to be looked at.
    """

    period_asked = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        messages: Messages,
        model: ProgressTableModel,
        parent: QWidget,
    ) -> None:
        super().__init__("Chi tiết tiến độ", parent)
        self.setAcceptDrops(True)
        self.opener: Callable[[Path], None] = open_with_default_program
        self._workspace = workspace
        self._messages = messages
        self._model = model
        self._row: ProgressRow | None = None
        self._steps = ProgressRowSteps(workspace, messages, model, self)

    @property
    def row(self) -> ProgressRow | None:
        """The row shown."""
        return self._row

    def set_row(self, row: ProgressRow | None) -> None:
        """Show another row, once the officer rests on it."""
        self.commit_editing()
        self._row = self._steps.row = row
        self.draw_soon()

    def commit_editing(self) -> None:
        """Save what stands in an open form."""
        for panel in self.findChildren(DeadlinePanel):
            panel.commit_editing()

    def subject(self) -> str:
        """Return what tells one row from another, or ""."""
        return str(self._row.key) if self._row else ""

    def heading(self) -> str:
        """Return the words above everything."""
        row = self._row
        if row is None:
            return "Chọn một dòng để xem chi tiết"
        if row.is_member and row.task is not None:
            return f"{row.place_name}\n{row.task.content.text}"
        return f"{row.place_name}  {row.title or 'Chưa ghi nội dung'}"

    @Slot()
    def add_evidence(self) -> None:
        """Ask for a document that proves the row's result."""
        self._open_evidence(None, None)

    @Slot()
    def record_occurrence(self) -> None:
        """Ask for the event that the row's deadline waits for."""
        row, board = self._row, self._model.board
        if row is None or board is None or row.deliverable is None:
            return
        deliverable = row.deliverable
        occurrence = board.book.occurrences.get(deliverable.id)
        reading = deliverable.deadline.reading
        OccurrenceDialog(self._workspace, deliverable.id, reading, occurrence, self).open()

    @property
    def awaits_event(self) -> bool:
        """Whether the row's deadline waits for an event."""
        row = self._row
        product = row.deliverable if row else None
        return product is not None and product.deadline.reading.kind is DeadlineKind.EVENT

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Override QWidget.dragEnterEvent: a file can become a document."""
        if self._can_take_files() and _files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Override QWidget.dropEvent."""
        files = _files(event.mimeData())
        if files and self._can_take_files():
            event.acceptProposedAction()
            self._open_evidence(None, files[0])
            if len(files) > 1:
                self._messages.inform("Mỗi lần ghi một tài liệu; hãy thả từng tệp.")

    def _can_take_files(self) -> bool:
        row = self._row
        return row is not None and row.state is not None and not self._model.is_closed

    def _open_evidence(self, evidence: Evidence | None, file: Path | None) -> None:
        row, board = self._row, self._model.board
        work = row.work if row else None
        if work is None or board is None or self._model.is_closed:
            return
        EvidenceDialog(self._workspace, work, board.period.key, evidence, self, file).open()

    def fill(self, column: QVBoxLayout, page: QWidget) -> None:
        """Put everything below the heading on a new page."""
        row, board = self._row, self._model.board
        if row is None or board is None or row.task is None:
            return
        self._fill_state(column, page, row, board)
        if row.deliverable is not None:
            self._fill_deadline(column, page, row, board)
        if row.state is None:
            self._fill_parts(column, page, row)
        self._fill_follow_mode(column, page, row, row.task, board)
        if row.state is not None:
            column.addWidget(caption("TÀI LIỆU KIỂM CHỨNG", page))
            record = row.state.record
            documents = record.evidence if record else ()
            panel = EvidencePanel(
                self._workspace,
                self._messages,
                documents,
                self.opener,
                page,
                is_locked=self._model.is_closed,
            )
            panel.add_asked.connect(self.add_evidence)
            panel.edit_asked.connect(self._on_edit_evidence)
            column.addWidget(panel)
            self.keep_room_for_history(column, page, spacing=3)

    def _fill_state(
        self, column: QVBoxLayout, page: QWidget, row: ProgressRow, board: ProgressBoard
    ) -> None:
        if row.verdict is not None:
            label = StateLabel(row.verdict, page)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(word_label(describe_verdict(row.verdict), page))
            column.addWidget(word_label(grounds(board, row), page, "muted"))
        states = year_states(board, row, self._model.today)
        if states:
            column.addWidget(caption("TRONG NĂM", page))
            strip = YearStrip(states, board.period.key.code, page)
            strip.period_asked.connect(self.period_asked)
            column.addWidget(strip)

    def _fill_deadline(
        self, column: QVBoxLayout, page: QWidget, row: ProgressRow, board: ProgressBoard
    ) -> None:
        deliverable = row.deliverable
        if deliverable is None:
            return
        column.addWidget(caption("THỜI GIAN", page))
        panel = DeadlinePanel(deliverable, page)
        panel.meaning_set.connect(self._steps.set_meaning)
        column.addWidget(panel)
        if self.awaits_event:
            self._fill_event(column, page, board, deliverable.id)
        lines = checkpoint_lines(board, row)
        if lines:
            column.addWidget(caption("CÁC MỐC", page))
            column.addWidget(word_label("\n".join(lines), page))
        count = milestone_count(row)
        if count:
            met = self._model.value(row, ProgressField.MILESTONES_MET)
            line = QHBoxLayout()
            line.addWidget(word_label(f"Số mốc đã đạt (trên {count})", page), 1)
            box = number_box(met if isinstance(met, int) else 0, 0, count, page)
            box.setObjectName("milestonesMet")
            box.setAccessibleName("Số mốc đã đạt")
            box.setEnabled(not self._model.is_closed)
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self._steps.set_milestones)
            line.addWidget(box)
            column.addLayout(line)

    def _fill_event(
        self,
        column: QVBoxLayout,
        page: QWidget,
        board: ProgressBoard,
        deliverable_id: DeliverableId,
    ) -> None:
        occurrence = board.book.occurrences.get(deliverable_id)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        if occurrence is None:
            record = link_button("Ghi sự việc phát sinh…", "recordEvent", page)
        else:
            column.addWidget(word_label(event_words(occurrence), page))
            record = link_button("Sửa sự việc…", "recordEvent", page)
        record.clicked.connect(self.record_occurrence)
        buttons.addWidget(record)
        if occurrence is not None:
            clear = link_button("Bỏ ghi sự việc", "clearEvent", page)
            clear.clicked.connect(self._steps.clear_event)
            buttons.addWidget(clear)
        buttons.addStretch()
        column.addLayout(buttons)

    def _fill_parts(self, column: QVBoxLayout, page: QWidget, row: ProgressRow) -> None:
        """Say how the parts below a row stand, and who is not done."""
        column.addWidget(caption("CÁC PHẦN", page))
        column.addWidget(word_label("\n".join(part_lines(row)), page))
        names = unfinished_members(self._model.all_rows, row)
        if names:
            column.addWidget(caption("CHƯA XONG", page))
            more = len(names) - _MOST_NAMES
            shown = names[:_MOST_NAMES] + ([f"… và {more} đơn vị nữa"] if more > 0 else [])
            column.addWidget(word_label("\n".join(shown), page))

    def _fill_follow_mode(
        self,
        column: QVBoxLayout,
        page: QWidget,
        row: ProgressRow,
        task: PlanTask,
        board: ProgressBoard,
    ) -> None:
        """Offer how a task with several leads is followed."""
        leads = next((s.item.leads for s in row.states if s.item.task.id == task.id), ())
        if len(leads) < 2 or row.is_member:
            return
        column.addWidget(caption("CÁCH THEO DÕI", page))
        chooser = FollowModeChooser(task, board.book.follow_modes.get(task.id), page)
        chooser.setToolTip(f"{len(leads)} đơn vị cùng chủ trì")
        chooser.mode_chosen.connect(self._steps.set_follow_mode)
        column.addWidget(chooser)

    def ask_history(self) -> None:
        """Ask for what was written in the row in this period."""
        row, board = self._row, self._model.board
        if row is None or row.state is None or board is None:
            return
        key = row.state.item.key(board.period.key)
        if key is None:
            return
        row_key = row.key

        def show(changes: tuple[ValueChange, ...]) -> None:
            if self._row is not None and self._row.key == row_key:
                self.show_history("LỊCH SỬ TRONG KỲ", history_lines(changes))

        self._workspace.query(lambda s: s.progress_history.value_history(key), show)

    @Slot(object)
    def _on_edit_evidence(self, evidence: Evidence) -> None:
        self._open_evidence(evidence, None)


def _files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
