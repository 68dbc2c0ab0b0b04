"""The figures in a paragraph, and where each comes from."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from cchc_desktop.domain.errors import RecordMissing
from cchc_desktop.domain.report_changes import StaleFigure
from cchc_desktop.services.report_sentences import FigureExplanation
from cchc_desktop.services.reports import ReportCheck
from cchc_desktop.ui.panel_words import caption, link_button, word_label
from cchc_desktop.ui.report_lines import ReportLine
from cchc_desktop.ui.report_rows import SIGNS_ROLE, small_list

_CODE = int(Qt.ItemDataRole.UserRole)
_MOST_ROWS = 6
_GONE = "nay không còn số liệu này"


class FiguresPanel(QWidget):
    """Lists the figures of one paragraph; of the chosen one it says how it is made.

    Signals:
        tasks_requested(frozenset): The tasks that a figure counts are wanted.
    """

    tasks_requested = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._check: ReportCheck | None = None
        self._explained: FigureExplanation | None = None
        self.model = QStandardItemModel(self)
        self.list = small_list("Số liệu trong đoạn", self)
        self.list.setObjectName("framed")
        self.list.setModel(self.model)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.words = word_label("", self)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.tasks_button: QPushButton = link_button("", "figureTasks", self)
        self.tasks_button.clicked.connect(self._on_tasks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(caption("SỐ LIỆU TRONG ĐOẠN", self))
        column.addWidget(self.list)
        column.addWidget(self.words)
        column.addWidget(self.tasks_button)

    def show_line(self, check: ReportCheck | None, line: ReportLine | None) -> None:
        """Show the figures of another paragraph; the first that is stale is explained."""
        self._check = check
        self.model.clear()
        if check is None or line is None:
            self.hide()
            return
        stale = {item.mark: item for item in line.news.stale} if line.news else {}
        first = 0
        for mark in line.text.marks:
            item = stale.get(mark)
            if item and not any(self.model.item(r).data(SIGNS_ROLE) for r in range(self._count)):
                first = self._count
            printed = line.text.figure_words(mark)
            self.model.appendRow(_row(check, mark.code, printed, item))
        self.setVisible(bool(self._count))
        if self._count:
            self.list.setCurrentIndex(self.model.index(first, 0))
            self._fit()

    def choose(self, code: str) -> None:
        """Explain the figure of a code."""
        for row in range(self._count):
            if self.model.item(row).data(_CODE) == code:
                self.list.setCurrentIndex(self.model.index(row, 0))
                return

    @property
    def _count(self) -> int:
        return self.model.rowCount()

    def _fit(self) -> None:
        """Take the height of the rows, of many only that of the first."""
        rows = min(self._count, _MOST_ROWS)
        heights = (self.list.sizeHintForRow(row) for row in range(rows))
        self.list.setFixedHeight(sum(heights) + 6)

    @Slot(QModelIndex, QModelIndex)
    def _on_current(self, current: QModelIndex, _previous: QModelIndex) -> None:
        code = str(current.data(_CODE) or "")
        self._explained = _explanation(self._check, code) if self._check else None
        explained = self._explained
        self.words.setVisible(explained is not None)
        count = len(explained.task_ids) if explained else 0
        self.tasks_button.setVisible(bool(count))
        self.tasks_button.setText(f"Xem {count} nhiệm vụ trong Tiến độ")
        if explained is not None:
            inputs = "; ".join(f"{name}: {text}" for name, text in explained.inputs)
            parts = [f"{explained.name}: {explained.figure.text}", explained.rule]
            self.words.setText("\n".join([*parts, f"Từ: {inputs}." if inputs else ""]).strip())

    @Slot()
    def _on_tasks(self) -> None:
        if self._explained is not None:
            self.tasks_requested.emit(frozenset(self._explained.task_ids))


def figure_tip(check: ReportCheck | None, code: str) -> str:
    """Return what a figure is and how it is made, for the mouse that rests on it."""
    explained = _explanation(check, code) if check else None
    return f"{explained.name}\n{explained.rule}" if explained else ""


def stale_words(stale: Sequence[StaleFigure], check: ReportCheck) -> str:
    """Return which figures were others when they were written, one a line."""
    return "\n".join(_stale_line(item, check) for item in stale)


def _stale_line(item: StaleFigure, check: ReportCheck) -> str:
    explained = _explanation(check, item.mark.code)
    if item.now is None or explained is None:
        return f"{item.printed} → {_GONE}"
    return f"{item.printed} → {item.now.text}   {explained.name}"


def _row(check: ReportCheck, code: str, printed: str, stale: StaleFigure | None) -> QStandardItem:
    explained = _explanation(check, code)
    name = explained.name if explained else _GONE
    value = printed
    if stale is not None:
        value = f"{printed} → {stale.now.text}" if stale.now else printed
    item = QStandardItem(f"{value}   {name}")
    item.setEditable(False)
    item.setData(code, _CODE)
    if stale is not None:
        item.setData((("triangle-alert", "soon"),), SIGNS_ROLE)
    return item


def _explanation(check: ReportCheck, code: str) -> FigureExplanation | None:
    try:
        return check.explain(code)
    except RecordMissing:
        return None
