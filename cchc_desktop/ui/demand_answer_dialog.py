"""Choosing, from the whole plan, what answers a demand."""

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from cchc_desktop.domain.demand import Demand
from cchc_desktop.domain.demand_coverage import CoverageAnswer
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import Searchable, SearchQuery
from cchc_desktop.ui.document_ticks import TickModel
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.import_cells import Cell
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.workspace import Workspace

_WIDTH, _HEIGHT = 860, 480


class DemandAnswerDialog(FormDialog):
    """Searches the tasks and passages of a plan; what is ticked answers the demand."""

    def __init__(
        self,
        workspace: Workspace,
        demand: Demand,
        plan_id: PlanId,
        candidates: Sequence[CoverageAnswer],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, "Chọn nội dung đáp ứng", "Ghi đáp ứng yêu cầu")
        self.resize(_WIDTH, _HEIGHT)
        self._workspace = workspace
        self._demand = demand
        self._plan_id = plan_id
        self._all = [item for item in candidates if item.answer not in demand.answers]
        self._shown: list[CoverageAnswer] = []
        self._ticked: set[CoverageAnswer] = set()
        words = QLabel(demand.text.text, self)
        words.setWordWrap(True)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Tìm nhiệm vụ, đoạn của kế hoạch (gõ không dấu cũng được)")
        self.search.setAccessibleName("Tìm nội dung đáp ứng")
        self.search.setClearButtonEnabled(True)
        self.model = TickModel(("Vị trí", "Nội dung", "Thời hạn"), self)
        self.list = ImportList((5, 18, 0.75, 0.25), self)
        self.list.setObjectName("framed")
        self.list.setModel(self.model)
        self.list.setAccessibleName("Nội dung của kế hoạch")
        self.list.set_empty_sentence("Không có nội dung nào khớp.")
        self.body.addWidget(words)
        self.body.addWidget(self.search)
        self.body.addWidget(self.list, 1)
        self.search.textChanged.connect(self._filter)
        self.model.ticked_changed.connect(self._on_ticked)
        self._filter()

    def submit(self) -> None:
        """Override FormDialog.submit."""
        demand_id = self._demand.id
        if not self._ticked or demand_id is None:
            self.show_problem("Hãy đánh dấu nội dung đáp ứng (phím cách).", self.list)
            return
        answers = [item.answer for item in self._all if item in self._ticked]
        tasks = [answer.task_id for answer in answers if answer.task_id is not None]
        passages = [answer.passage_id for answer in answers if answer.passage_id is not None]
        plan_id = self._plan_id
        self.yes_button.setEnabled(False)
        self._workspace.mutate(
            lambda s: s.demands.link(demand_id, plan_id, tasks, passages),
            self.written,
            self.show_error,
        )

    @Slot()
    def _filter(self) -> None:
        query = SearchQuery(self.search.text())
        # Rows that are ticked stay in sight, whatever is looked for.
        self._shown = [
            item
            for item in self._all
            if item in self._ticked or query.matches(Searchable(f"{item.place} {item.text}"))
        ]
        ticked = [row for row, item in enumerate(self._shown) if item in self._ticked]
        self.model.show_rows(
            [
                (
                    Cell(RichText.plain(item.place)),
                    Cell(RichText.plain(item.text)),
                    Cell(RichText.plain(item.deadline)),
                )
                for item in self._shown
            ],
            ticked,
        )

    @Slot()
    def _on_ticked(self) -> None:
        chosen = set(self.model.ticked)
        for row, item in enumerate(self._shown):
            if row in chosen:
                self._ticked.add(item)
            else:
                self._ticked.discard(item)
