"""What stands beside the list of demands: the chosen one, what answers it, what might."""

from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QTextBrowser, QVBoxLayout, QWidget

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.demand import DemandAnswer, DemandId
from cchc_desktop.domain.demand_coverage import CoverageAnswer, CoverageState, DemandCoverage
from cchc_desktop.domain.demand_likeness import Suggestion
from cchc_desktop.domain.plan import PlanId, TaskId
from cchc_desktop.domain.plan_text import PassageId
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.coverage_sentences import COVERAGE_STATES, DEMAND_KINDS
from cchc_desktop.services.session import Session
from cchc_desktop.ui.action_button import ActionButton
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.demand_answer_dialog import DemandAnswerDialog
from cchc_desktop.ui.demand_dialogs import MetDialog
from cchc_desktop.ui.document_ticks import TickModel
from cchc_desktop.ui.import_cells import Cell, Mark, Tone
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.workspace import Workspace


class AnswerList(ImportList):
    """What answers a demand, ticked, and what might, not ticked.

    Signals:
        place_wanted(): Enter or a double click: the officer wants to go there.
    """

    place_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override ImportList.keyPressEvent."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.place_wanted.emit()
        else:
            super().keyPressEvent(event)


class DemandPanel(QFrame):
    """Shows one demand; a tick links what answers it, at once.

    Signals:
        answer_requested(DemandAnswer): The officer wants to see it in the plan.
    """

    answer_requested = Signal(object)

    def __init__(
        self, workspace: Workspace, clock: Clock, messages: Messages, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self._workspace = workspace
        self._clock = clock
        self._messages = messages
        self._item: DemandCoverage | None = None
        self._plan_id: PlanId | None = None
        self._answers: list[CoverageAnswer] = []
        self._linked: set[DemandAnswer] = set()
        self._job: Job | None = None
        self.words = QTextBrowser(self)
        self.words.setObjectName("details")
        self.words.setAccessibleName("Yêu cầu đang chọn")
        self.words.setOpenLinks(False)
        self.model = TickModel(("Nội dung của kế hoạch",), self)
        self.list = AnswerList((5, 0.99), self)
        self.list.setModel(self.model)
        self.list.setAccessibleName("Nội dung đáp ứng và gợi ý")
        self.list.setSelectionMode(ImportList.SelectionMode.SingleSelection)
        self.list.horizontalHeader().hide()
        self.heading = QLabel("Kế hoạch đáp ứng", self)
        self.heading.setObjectName("heading")
        self.heading.setContentsMargins(12, 6, 12, 4)
        self._make_actions()
        row = QHBoxLayout()
        row.setContentsMargins(10, 8, 10, 8)
        row.setSpacing(6)
        row.addWidget(ActionButton(self.choose_action, self))
        row.addWidget(ActionButton(self.met_action, self))
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.words, 2)
        layout.addWidget(self.heading)
        layout.addWidget(self.list, 3)
        layout.addLayout(row)
        self.list.place_wanted.connect(self._on_place_wanted)
        self.list.doubleClicked.connect(self._on_place_wanted)
        self.model.ticked_changed.connect(self._on_ticked)
        self.show_item(None, None, None)

    @property
    def demand_id(self) -> DemandId | None:
        """The demand shown, or None."""
        return self._item.demand.id if self._item else None

    def show_item(
        self,
        item: DemandCoverage | None,
        document: RegisteredDocument | None,
        plan_id: PlanId | None,
    ) -> None:
        """Show a demand, or none."""
        self._item, self._plan_id = item, plan_id
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self.choose_action.setEnabled(item is not None)
        self.met_action.setEnabled(item is not None)
        is_met = item is not None and item.state is CoverageState.MET
        self.met_action.setText("Bỏ ghi &hoàn thành" if is_met else "Ghi đã h&oàn thành…")
        if item is None or document is None or plan_id is None:
            self.words.clear()
            self._show_answers((), ())
            return
        self.words.setHtml(_html(item, document))
        self._show_answers(item.answers, ())
        demand_id = item.demand.id
        if demand_id is not None:
            self.list.set_empty_sentence("Đang tìm nội dung giống…")
            self._job = self._workspace.query(
                lambda s: s.demands.suggest_answers(demand_id, plan_id),
                self._on_suggested,
                self._messages.error,
            )

    @Slot()
    def choose_answer(self) -> None:
        """Offer the whole plan to choose from."""
        item, plan_id = self._item, self._plan_id
        if item is not None and plan_id is not None:
            self._workspace.query(
                lambda s: s.demands.possible_answers(plan_id),
                lambda found: DemandAnswerDialog(
                    self._workspace, item.demand, plan_id, found, self
                ).open(),
                self._messages.error,
            )

    @Slot()
    def mark_met(self) -> None:
        """Ask when the demand was met, or take that back."""
        if self._item is None or self._item.demand.id is None:
            return
        demand_id = self._item.demand.id
        if self._item.state is CoverageState.MET:
            self._workspace.mutate(
                lambda s: s.demands.reopen(demand_id), None, self._messages.error
            )
        else:
            MetDialog(self._workspace, self._item.demand, today(self._clock), self).open()

    def _on_suggested(self, found: tuple[Suggestion, ...]) -> None:
        self._job = None
        self.list.set_empty_sentence(
            "Không có nội dung nào đủ giống. Bấm “Chọn nội dung khác…” để tìm trong cả kế hoạch."
        )
        if self._item is not None:
            self._show_answers(self._item.answers, found)

    def _show_answers(
        self, answers: tuple[CoverageAnswer, ...], suggestions: tuple[Suggestion, ...]
    ) -> None:
        self._answers = [*answers, *(item.answer for item in suggestions)]
        self._linked = {answer.answer for answer in answers}
        rows = [(_answer_cell(answer, is_linked=True),) for answer in answers]
        rows += [(_answer_cell(item.answer, is_linked=False),) for item in suggestions]
        self.model.show_rows(rows, range(len(answers)))
        self.list.viewport().update()

    @Slot()
    def _on_ticked(self) -> None:
        item, plan_id = self._item, self._plan_id
        if item is None or plan_id is None or item.demand.id is None:
            return
        wanted = {self._answers[row].answer for row in self.model.ticked}
        new, gone = wanted - self._linked, self._linked - wanted
        self._linked = wanted
        for answers, write in ((new, _link), (gone, _unlink)):
            if answers:
                step = partial(
                    write, demand_id=item.demand.id, plan_id=plan_id, answers=frozenset(answers)
                )
                self._workspace.mutate(step, None, self._messages.error)

    @Slot()
    def _on_place_wanted(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.answer_requested.emit(self._answers[index.row()].answer)

    def _make_actions(self) -> None:
        self.choose_action = make_action(self, "Chọn nội d&ung khác…", self.choose_answer)
        self.choose_action.setToolTip("Tìm trong cả kế hoạch nội dung đáp ứng yêu cầu này")
        self.met_action = make_action(self, "Ghi đã h&oàn thành…", self.mark_met)


def _link(
    session: Session, demand_id: DemandId, plan_id: PlanId, answers: frozenset[DemandAnswer]
) -> ChangeSet:
    return session.demands.link(demand_id, plan_id, *_ids(answers))


def _unlink(
    session: Session, demand_id: DemandId, plan_id: PlanId, answers: frozenset[DemandAnswer]
) -> ChangeSet:
    return session.demands.unlink(demand_id, plan_id, *_ids(answers))


def _ids(answers: frozenset[DemandAnswer]) -> tuple[list[TaskId], list[PassageId]]:
    tasks = [answer.task_id for answer in answers if answer.task_id is not None]
    return tasks, [answer.passage_id for answer in answers if answer.passage_id is not None]


def _answer_cell(answer: CoverageAnswer, *, is_linked: bool) -> Cell:
    deadline = f"\n{answer.deadline}" if answer.deadline else ""
    words = RichText.plain(f"{answer.place}: {answer.text}{deadline}")
    if not is_linked:
        return Cell(words, mark=Mark("Gợi ý", Tone.ACCENT))
    return Cell(words, mark=Mark("Muộn hơn yêu cầu", Tone.SOON) if answer.is_later else None)


def _html(item: DemandCoverage, document: RegisteredDocument) -> str:
    demand = item.demand
    place = f", {demand.place_name}" if demand.place else ""
    rows = [f"<b>{escape(COVERAGE_STATES[item.state])}</b> · {escape(DEMAND_KINDS[demand.kind])}"]
    rows.append(escape(f"{document.short_citation}{place}"))
    rows.append(f"<p>{escape(demand.text.text)}</p>")
    if item.asked:
        due = f" (đến {format_day(item.due)})" if item.due else ""
        rows.append(f"Thời hạn: {escape(item.asked)}{due}")
    if item.our_due and item.state is CoverageState.LATER:
        rows.append(f"Kế hoạch của ta: đến {format_day(item.our_due)}")
    if demand.agencies:
        rows.append(f"Cơ quan: {escape(demand.agencies)}")
    if demand.met_on:
        note = f": {escape(demand.met_note)}" if demand.met_note else ""
        rows.append(f"Hoàn thành ngày {format_day(demand.met_on)}{note}")
    if item.elsewhere:
        plans = ", ".join(key.term for key in item.elsewhere)
        rows.append(f"Cũng có trong kế hoạch {escape(plans)}")
    return "<br>".join(rows).replace("<br><p>", "<p>").replace("</p><br>", "</p>")
