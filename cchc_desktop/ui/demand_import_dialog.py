"""Taking the demands out of a document's file: all is shown first, the officer ticks."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from cchc_desktop.domain.demand import DemandKind
from cchc_desktop.domain.demand_proposal import DemandProposal
from cchc_desktop.domain.demand_source import other_symbol
from cchc_desktop.domain.document_draft import DraftHead
from cchc_desktop.domain.registered_document import RegisteredDocument, symbol_key
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.services.coverage_sentences import DEMAND_KINDS
from cchc_desktop.ui.document_dialog import DocumentDialog
from cchc_desktop.ui.document_ticks import Row, TickModel
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.import_cells import Cell
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.workspace import Workspace

_WIDTH, _HEIGHT = 1120, 620
_SHARES = (5, 15, 0.62, 11, 8, 0.18, 0.2)


class DemandImportDialog(FormDialog):
    """Lists what a document seems to ask; what is ticked is kept in one step.

    Kind and milestone of the selected rows are set below the list.
    """

    def __init__(
        self,
        workspace: Workspace,
        name: str,
        head: DraftHead,
        proposals: Sequence[DemandProposal],
        register: Sequence[RegisteredDocument],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, f"Nhập yêu cầu từ {name}", "Ghi yêu cầu", "Không nhập")
        self.resize(_WIDTH, _HEIGHT)
        self._workspace = workspace
        self._head = head
        self._job: Job | None = None
        self._proposals = list(proposals)
        self._register: tuple[RegisteredDocument, ...] = ()
        self.document = QComboBox(self)
        self.document.setAccessibleName("Văn bản trong sổ")
        self.document.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.add_button = QPushButton("&Thêm văn bản này vào sổ…", self)
        self.add_button.setAutoDefault(False)
        line = QHBoxLayout()
        line.addWidget(self.document, 1)
        line.addWidget(self.add_button)
        label = QLabel("&Văn bản", self)
        label.setBuddy(self.document)
        self.form.addRow(label, line)
        self.other_symbol = QLabel(self)
        self.other_symbol.setWordWrap(True)
        self.other_symbol.hide()
        self.body.addWidget(self.other_symbol)
        self.document.currentIndexChanged.connect(self._say_other_symbol)
        self.model = TickModel(("Vị trí", "Yêu cầu", "Loại", "Mốc", "Thời hạn", "Cơ quan"), self)
        self.list = ImportList(_SHARES, self)
        self.list.setObjectName("framed")
        self.list.setModel(self.model)
        self.list.setAccessibleName("Yêu cầu đọc được")
        self.list.set_empty_sentence("Không tìm thấy chỉ tiêu, nhiệm vụ nào trong tệp này.")
        self.summary = QLabel(self)
        self.summary.setObjectName("muted")
        self.kind = QComboBox(self)
        self.kind.setAccessibleName("Loại của các dòng đang chọn")
        for kind, words in DEMAND_KINDS.items():
            self.kind.addItem(words, kind)
        self.milestone = QLineEdit(self)
        self.milestone.setPlaceholderText("năm")
        self.milestone.setAccessibleName("Mốc của các dòng đang chọn")
        self.milestone.setMaximumWidth(80)
        self.tick_all_button = QPushButton("Chọn &hết", self)
        self.tick_none_button = QPushButton("&Bỏ chọn hết", self)
        below = QHBoxLayout()
        for button in (self.tick_all_button, self.tick_none_button):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addSpacing(16)
        below.addWidget(QLabel("Các dòng đang chọn:", self))
        below.addWidget(self.kind)
        below.addWidget(QLabel("mốc", self))
        below.addWidget(self.milestone)
        below.addStretch(1)
        below.addWidget(self.summary)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(below)
        self.model.show_rows(
            [_row(item) for item in self._proposals],
            [row for row, item in enumerate(self._proposals) if item.is_chosen],
        )
        self._show_register(tuple(register))
        self.model.ticked_changed.connect(self._say_count)
        self.tick_all_button.clicked.connect(self._tick_all)
        self.tick_none_button.clicked.connect(self._tick_none)
        self.add_button.clicked.connect(self._add_document)
        self.kind.activated.connect(self._set_kind)
        self.milestone.editingFinished.connect(self._set_milestone)
        self.list.selectionModel().selectionChanged.connect(self._show_selected)
        workspace.changed.connect(self._reload_register)
        self.finished.connect(self._stop_reading)
        self.list.select_first()
        self._say_count()

    def submit(self) -> None:
        """Override FormDialog.submit."""
        document_id = self.document.currentData()
        if document_id is None:
            self.show_problem("Hãy thêm văn bản này vào sổ trước.", self.add_button)
            return
        if not self.model.ticked:
            self.show_problem("Hãy đánh dấu yêu cầu cần ghi (phím cách).", self.list)
            return
        demands = [self._proposals[row].demand(document_id) for row in self.model.ticked]
        self.yes_button.setEnabled(False)
        self._workspace.mutate(lambda s: s.demands.add_many(demands), self.written, self.show_error)

    def _selected_rows(self) -> list[int]:
        return sorted({index.row() for index in self.list.selectionModel().selectedRows()})

    @Slot()
    def _show_selected(self) -> None:
        rows = self._selected_rows()
        if rows:
            item = self._proposals[rows[0]]
            self.kind.setCurrentIndex(self.kind.findData(item.kind))
            self.milestone.setText(str(item.milestone or ""))

    @Slot()
    def _set_kind(self) -> None:
        kind = DemandKind(self.kind.currentData())
        for row in self._selected_rows():
            self._proposals[row] = replace(self._proposals[row], kind=kind)
            self.model.replace_row(row, _row(self._proposals[row]))

    @Slot()
    def _set_milestone(self) -> None:
        words = self.milestone.text().strip()
        if words and not (words.isdecimal() and len(words) == 4):
            self.show_problem("Mốc là một năm, ví dụ 2025; để trống nếu không có.")
            return
        milestone = int(words) if words else None
        for row in self._selected_rows():
            if self._proposals[row].milestone != milestone:
                self._proposals[row] = replace(self._proposals[row], milestone=milestone)
                self.model.replace_row(row, _row(self._proposals[row]))

    @Slot()
    def _tick_all(self) -> None:
        self.model.tick_all(is_on=True)

    @Slot()
    def _tick_none(self) -> None:
        self.model.tick_all(is_on=False)

    @Slot()
    def _say_count(self) -> None:
        chosen = [self._proposals[row] for row in self.model.ticked]
        targets = sum(item.kind is DemandKind.TARGET for item in chosen)
        self.summary.setText(
            f"Đọc được {len(self._proposals)}; chọn {len(chosen)}: "
            f"{targets} chỉ tiêu, {len(chosen) - targets} nhiệm vụ"
        )

    @Slot()
    def _add_document(self) -> None:
        DocumentDialog(self._workspace, _document_of(self._head), self._register, self).open()

    @Slot()
    def _say_other_symbol(self) -> None:
        chosen = self.document.currentData()
        found = (d for d in self._register if d.id == chosen)
        other = next((other_symbol(self._head, document) for document in found), "")
        self.other_symbol.setText(
            f"Cần xem lại: tệp ghi số, ký hiệu {other}, khác văn bản đang chọn trong sổ."
        )
        self.other_symbol.setVisible(bool(other))

    @Slot()
    def _reload_register(self) -> None:
        self._stop_reading()
        self._job = self._workspace.query(
            lambda s: s.documents.list(), self._show_register, self.show_error
        )

    @Slot()
    def _stop_reading(self) -> None:
        """Let no answer come after the dialog is gone."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _show_register(self, register: tuple[RegisteredDocument, ...]) -> None:
        """Offer the register; the file's own document is chosen where it is there."""
        self._job = None
        known = {document.id for document in self._register}
        new = next((d.id for d in register if self._register and d.id not in known), None)
        self._register = register
        own = symbol_key(f"{self._head.number}/{self._head.symbol}")
        party = symbol_key(f"{self._head.number}-{self._head.symbol}")
        same = next((d.id for d in register if d.symbol_key in (own, party) and d.symbol), None)
        chosen = new or same or self.document.currentData()
        self.document.clear()
        self.document.addItem("(chưa có trong sổ)", None)
        for document in register:
            self.document.addItem(document.short_citation, document.id)
        self.document.setCurrentIndex(max(self.document.findData(chosen), 0))
        self.add_button.setVisible(same is None)


def _row(item: DemandProposal) -> Row:
    return (
        Cell(RichText.plain(item.place)),
        Cell(item.text),
        Cell(RichText.plain(DEMAND_KINDS[item.kind])),
        Cell(RichText.plain(str(item.milestone or ""))),
        Cell(RichText.plain(item.deadline)),
        Cell(RichText.plain(item.agencies)),
    )


def _document_of(head: DraftHead) -> RegisteredDocument:
    """Return what the head of a file says of its document, to be looked at and completed."""
    title = one_line(head.title)
    if title.isupper():
        title = title.capitalize()
    return RegisteredDocument(
        one_line(head.type_name).capitalize() or "Kế hoạch",
        head.number,
        head.symbol,
        head.issued_on,
        one_line(head.issuer),
        title[:1].lower() + title[1:],
        is_binding=True,
    )
