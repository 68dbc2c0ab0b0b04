"""The outline of a report: its parts and items, with what was edited and what to look at."""

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cchc_desktop.domain.report import TITLE
from cchc_desktop.ui.report_lines import LineKind, ReportLine
from cchc_desktop.ui.report_rows import INDENT_ROLE, SIGNS_ROLE, small_list
from cchc_desktop.ui.report_words import EDITED, REVIEW

_CODE = int(Qt.ItemDataRole.UserRole)
_TITLE = "Trích yếu, mở đầu"
_SIGNS = {REVIEW: ("triangle-alert", "soon"), EDITED: ("pencil", "accent")}


class ReportOutline(QWidget):
    """Lists the headings; choosing one goes there in the text.

    Signals:
        heading_chosen(str): The heading of this code is wanted.
    """

    heading_chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parts: list[tuple[str, frozenset[str]]] = []
        self.model = QStandardItemModel(self)
        self.list = small_list("Đề cương báo cáo", self)
        self.list.setModel(self.model)
        self.list.clicked.connect(self._on_chosen)
        self.list.activated.connect(self._on_chosen)
        self.setFocusProxy(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    def show_lines(self, lines: tuple[ReportLine, ...]) -> None:
        """Show the headings of other lines."""
        current = self.list.currentIndex().data(_CODE)
        self.model.clear()
        self._parts = []
        item: QStandardItem | None = None
        codes: set[str] = set()
        found: dict[str, None] = {}
        for line in lines:
            is_head = line.is_in_report and (line.paragraph.level or line.code == TITLE)
            if is_head:
                self._finish(item, codes, found)
                item, codes, found = _item(line), set(), {}
            codes.add(line.code)
            found.update(dict.fromkeys(_matters(line)))
        self._finish(item, codes, found)
        for row in range(self.model.rowCount()):
            if current and self.model.item(row).data(_CODE) == current:
                self.list.setCurrentIndex(self.model.index(row, 0))

    def show_current(self, code: str) -> None:
        """Point to the heading below which a line stands."""
        for row, (_, codes) in enumerate(self._parts):
            if code in codes:
                self.list.setCurrentIndex(self.model.index(row, 0))
                return

    def _finish(self, item: QStandardItem | None, codes: set[str], found: dict[str, None]) -> None:
        if item is None:
            return
        matters = [matter for matter in _SIGNS if matter in found]
        item.setData(tuple(_SIGNS[matter] for matter in matters), SIGNS_ROLE)
        words = [item.text(), *(matter.lower() for matter in matters)]
        item.setAccessibleText("; ".join(words))
        item.setToolTip("\n".join([item.text(), *matters]))
        self.model.appendRow(item)
        self._parts.append((str(item.data(_CODE)), frozenset(codes)))

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        self.heading_chosen.emit(str(index.data(_CODE)))


def _item(line: ReportLine) -> QStandardItem:
    paragraph = line.paragraph
    words = _TITLE if line.code == TITLE else f"{paragraph.number} {line.text.text}".strip()
    item = QStandardItem(" ".join(words.split()))
    item.setEditable(False)
    item.setData(line.code, _CODE)
    item.setData(max(paragraph.level - 1, 0), INDENT_ROLE)
    if paragraph.level <= 1:
        font = QFont()
        font.setBold(True)
        item.setFont(font)
    return item


def _matters(line: ReportLine) -> tuple[str, ...]:
    if line.kind is LineKind.PROPOSED:
        return (REVIEW,)
    if not line.is_in_report:
        return ()
    edited = (EDITED,) if line.paragraph.is_edited else ()
    return ((REVIEW,) if line.news else ()) + edited
