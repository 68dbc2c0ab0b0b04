"""The card of lists: what is late, what comes soon, what waits, who has not reported."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.ui.flow_layout import FlowLayout
from cchc_desktop.ui.overview_figures import DUE_DAYS, OverviewFigures
from cchc_desktop.ui.overview_list import MOST_ROWS, OverviewList
from cchc_desktop.ui.overview_rows import ListRow
from cchc_desktop.ui.settings import Settings

_LIST = "overview/list"
_DAYS = "overview/due-days"


@dataclass(frozen=True, slots=True)
class _Kind:
    key: str
    name: str
    tip: str
    empty: str


LATE = _Kind("late", "Quá hạn", "Nhiệm vụ quá hạn chưa xong", "Không có nhiệm vụ nào quá hạn.")
DUE = _Kind(
    "due", "Đến hạn", "Nhiệm vụ sắp đến hạn", "Không có việc nào đến hạn trong {days} ngày tới."
)
WAITING = _Kind(
    "waiting",
    "Chờ sự việc",
    "Nhiệm vụ chờ sự việc phát sinh",
    "Không có nhiệm vụ nào chờ sự việc phát sinh.",
)
UNREPORTED = _Kind(
    "unreported",
    "Chưa báo cáo",
    "Đơn vị chưa báo cáo kỳ này",
    "Mọi đơn vị đã có số liệu trong kỳ này.",
)
_KINDS = (LATE, DUE, WAITING, UNREPORTED)


class OverviewLists(QFrame):
    """Shows one of four lists; which, and how many days ahead, is remembered.

    Signals:
        tasks_requested(frozenset): The rows of these tasks are to be shown.
    """

    tasks_requested = Signal(object)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._settings = settings
        self._figures: OverviewFigures | None = None
        self._rows: Sequence[ListRow] = ()
        self._tabs = QButtonGroup(self)
        self._day_tabs = QButtonGroup(self)
        # Tab goes from one to the next in the order in which they are made.
        self.tabs = {
            kind.key: self._tab(self._tabs, place, kind.name, kind.tip)
            for place, kind in enumerate(_KINDS)
        }
        self.list = OverviewList(self)
        self.list.opened.connect(self._on_opened)
        self._empty = QLabel(self)
        self._empty.setObjectName("muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty.setContentsMargins(6, 6, 6, 6)
        self._empty.setWordWrap(True)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.day_tabs = {
            days: self._tab(self._day_tabs, days, str(days), f"Đến hạn trong {days} ngày")
            for days in DUE_DAYS
        }
        self.all_button = QPushButton(self)
        self.all_button.setProperty("link", True)
        self.all_button.clicked.connect(self._open_all)
        self._lay_out()
        self._restore()

    def show_figures(self, figures: OverviewFigures) -> None:
        """Show the lists of another board."""
        self._figures = figures
        for kind in _KINDS:
            number = len(self._rows_of(kind, figures))
            name = f"{kind.name} trong {self.days} ngày" if kind is DUE else kind.name
            tab = self.tabs[kind.key]
            tab.setText(f"{name} ({number})")
            tab.setAccessibleName(f"{kind.tip}: {number}")
        self._show_rows()

    @property
    def days(self) -> int:
        """How many days ahead the list of what is due looks."""
        return self._day_tabs.checkedId()

    @property
    def row_words(self) -> list[str]:
        """What the rows shown say."""
        model = self.list.rows
        return [model.index(row).data() for row in range(model.rowCount())]

    def _lay_out(self) -> None:
        bar = QWidget(self)
        flow = FlowLayout(bar)
        for tab in self.tabs.values():
            flow.addWidget(tab)
        self._tabs.idClicked.connect(self._on_list_chosen)
        self._day_tabs.idClicked.connect(self._on_days_chosen)
        self._day_box = QWidget(self)
        box = QHBoxLayout(self._day_box)
        box.setContentsMargins(6, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(QLabel("Trong", self._day_box))
        for tab in self.day_tabs.values():
            box.addWidget(tab)
        box.addWidget(QLabel("ngày tới", self._day_box))
        foot = QHBoxLayout()
        foot.addWidget(self._day_box)
        foot.addStretch(1)
        foot.addWidget(self.all_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 4)
        layout.setSpacing(4)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)

    def _tab(self, group: QButtonGroup, place: int, text: str, name: str) -> QToolButton:
        tab = QToolButton(self)
        tab.setText(text)
        tab.setAccessibleName(name)
        tab.setToolTip(name)
        tab.setCheckable(True)
        tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        group.addButton(tab, place)
        return tab

    def _restore(self) -> None:
        key = self._settings.text(_LIST, LATE.key)
        self.tabs.get(key, self.tabs[LATE.key]).setChecked(True)
        days = self._settings.number(_DAYS, DUE_DAYS[1])
        self.day_tabs.get(days, self.day_tabs[DUE_DAYS[1]]).setChecked(True)

    @property
    def _kind(self) -> _Kind:
        return _KINDS[self._tabs.checkedId()]

    def _show_rows(self) -> None:
        kind, figures = self._kind, self._figures
        self._day_box.setVisible(kind is DUE)
        if figures is None:
            return
        self._rows = self._rows_of(kind, figures)
        self.list.setAccessibleName(self.tabs[kind.key].text())
        self.list.show_rows(self._rows)
        self._empty.setText(kind.empty.format(days=self.days))
        self._stack.setCurrentIndex(0 if self._rows else 1)
        self.all_button.setVisible(bool(self._rows))
        more = len(self._rows) - MOST_ROWS
        tasks = len(self._all_tasks())
        beyond = f", {more} dòng chưa hiện ở đây" if more > 0 else ""
        self.all_button.setText(f"Xem cả {tasks} nhiệm vụ trong Tiến độ{beyond}")

    def _rows_of(self, kind: _Kind, figures: OverviewFigures) -> Sequence[ListRow]:
        of_kind: dict[_Kind, Sequence[ListRow]] = {
            LATE: figures.late,
            DUE: figures.due_within(self.days),
            WAITING: figures.waiting,
            UNREPORTED: figures.unreported,
        }
        return of_kind[kind]

    def _all_tasks(self) -> frozenset[object]:
        return frozenset(task for row in self._rows for task in row.tasks)

    @Slot(int)
    def _on_list_chosen(self, _place: int) -> None:
        self._settings.set_text(_LIST, self._kind.key)
        self._show_rows()

    @Slot(int)
    def _on_days_chosen(self, days: int) -> None:
        self._settings.set_number(_DAYS, days)
        if self._figures is not None:
            self.show_figures(self._figures)

    @Slot(object)
    def _on_opened(self, row: ListRow) -> None:
        self.tasks_requested.emit(row.tasks)

    @Slot()
    def _open_all(self) -> None:
        self.tasks_requested.emit(self._all_tasks())
