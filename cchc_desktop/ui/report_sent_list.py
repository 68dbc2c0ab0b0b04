"""The papers that were sent: number, day, signer, and whether the kept file is untouched."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.period import PeriodKey, ReportingPeriod
from cchc_desktop.domain.report import SentPaper, SentPaperId
from cchc_desktop.ui.panel_words import caption, word_label
from cchc_desktop.ui.period_words import period_name
from cchc_desktop.ui.report_rows import SIGNS_ROLE, small_list
from cchc_desktop.ui.report_words import FORM_NAMES, paper_number

_ID = int(Qt.ItemDataRole.UserRole)
_NOTHING = "Chưa ghi nhận văn bản nào đã gửi trong năm."
_INTACT = "nguyên vẹn"
_CHANGED = "tệp lưu đã bị thay đổi"


class SentPapers(QFrame):
    """Lists the papers of the year, the latest first; Enter or a double click opens one.

    Signals:
        open_asked(object): The kept PDF of this paper is wanted.
    """

    open_asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self._papers: tuple[SentPaper, ...] = ()
        self.model = QStandardItemModel(self)
        self.list = small_list("Văn bản đã gửi", self)
        self.list.setModel(self.model)
        self.list.activated.connect(self._on_activated)
        self._nothing = word_label(_NOTHING, self, "muted")
        self._nothing.setContentsMargins(8, 4, 8, 8)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = caption("ĐÃ GỬI", self)
        head.setContentsMargins(8, 6, 8, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.list, 1)
        column.addWidget(self._nothing, 1)
        self.show_papers((), {}, ())

    def show_papers(
        self,
        papers: tuple[SentPaper, ...],
        intact: Mapping[SentPaperId, bool],
        periods: tuple[ReportingPeriod, ...],
    ) -> None:
        """Show other papers."""
        self._papers = papers
        names = {period.key: period_name(period) for period in periods}
        self.model.clear()
        for paper in papers:
            self.model.appendRow(_item(paper, names, is_intact=intact.get(paper.id, False)))
        self.list.setVisible(bool(papers))
        self._nothing.setVisible(not papers)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.open_asked.emit(self._papers[index.row()])


def _item(paper: SentPaper, names: Mapping[PeriodKey, str], *, is_intact: bool) -> QStandardItem:
    what = FORM_NAMES.get(paper.form, "Văn bản")
    lines = [f"Số {paper_number(paper)}, ngày {day_words(paper.sent_on)}"]
    lines.append(f"{what}, {names.get(paper.key, paper.key.code)}")
    if paper.signer:
        lines.append(f"Người ký: {paper.signer}")
    lines.append(f"Tệp lưu: {_INTACT if is_intact else _CHANGED}")
    item = QStandardItem("\n".join(lines))
    item.setEditable(False)
    item.setData(int(paper.id), _ID)
    sign = ("circle-check", "done") if is_intact else ("triangle-alert", "late")
    item.setData((sign,), SIGNS_ROLE)
    recipient = f"Nơi nhận: {paper.recipient}\n" if paper.recipient else ""
    item.setToolTip(
        f"{recipient}Tệp: {paper.file_name}\n"
        f"Dấu vân tay (SHA-256): {paper.fingerprint}\nEnter hoặc bấm đúp để mở."
    )
    return item
