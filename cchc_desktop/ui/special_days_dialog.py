"""The days off and days worked instead of a year, by which due days are moved."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.domain.working_days import SpecialDay
from cchc_desktop.ui.date_field import DateField, format_day
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.workspace import Workspace

_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_DAY_ROLE = Qt.ItemDataRole.UserRole
_WIDTH, _LIST_HEIGHT = 600, 300


class SpecialDaysDialog(FormDialog):
    """Lists the special days of a year; the office's own are added and taken out here.

    Each addition and removal is a step of its own, which undo takes back.
    """

    def __init__(self, workspace: Workspace, year: int, parent: QWidget) -> None:
        super().__init__(parent, f"Ngày nghỉ, ngày làm bù năm {year}", "Thêm ngày", "Đóng")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._year = year
        self.list = QTreeWidget(self)
        self.list.setObjectName("framed")
        self.list.setHeaderLabels(["Ngày", "Thứ", "Là ngày", "Tên"])
        self.list.setRootIsDecorated(False)
        self.list.setMinimumHeight(_LIST_HEIGHT)
        self.list.setAccessibleName(f"Ngày nghỉ, ngày làm bù năm {year}")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setStretchLastSection(True)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.day = DateField(parent=self)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText("Ví dụ: Nghỉ do bão; làm bù cho ngày 02/5")
        self.is_working = QCheckBox("Là ngày &làm việc (làm bù)", self)
        self.remove_button = QPushButton("&Bỏ ngày đang chọn", self)
        self.remove_button.setAutoDefault(False)
        self.remove_button.clicked.connect(self._on_remove)
        hint = QLabel(
            "Thứ Bảy, Chủ nhật và ngày lễ, Tết đã có sẵn. Hạn gửi rơi vào ngày nghỉ được dời theo"
            " quy định của kỳ; ngày chốt số liệu không dời.",
            self,
        )
        hint.setWordWrap(True)
        hint.setObjectName("muted")
        self.form.setVerticalSpacing(10)
        self.form.addRow(hint)
        self.form.addRow(self.list)
        self.form.addRow("&Ngày", self.day)
        self.form.addRow("&Tên", self.name)
        self.form.addRow("", self.is_working)
        row = QHBoxLayout()
        row.addWidget(self.remove_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self._read()

    def submit(self) -> None:
        """Override FormDialog.submit: add the day, and stay for the next."""
        day, name = self.day.day, one_line(self.name.text())
        if day is None or day.year != self._year:
            self.show_problem(f"Hãy ghi một ngày của năm {self._year}.", self.day)
            return
        if not name:
            self.show_problem("Hãy ghi tên ngày này.", self.name)
            return
        is_working = self.is_working.isChecked()
        self.yes_button.setEnabled(False)
        self._workspace.mutate(
            lambda s: s.periods.set_special_day(day, name, is_working=is_working),
            self._on_added,
            self.show_error,
        )

    def _on_added(self, _answer: object) -> None:
        self.yes_button.setEnabled(True)
        self.day.clear()
        self.name.clear()
        self.is_working.setChecked(False)
        self.day.setFocus()
        self._read()

    @Slot()
    def _on_remove(self) -> None:
        item = self.list.currentItem()
        special = item.data(0, _DAY_ROLE) if item else None
        if isinstance(special, SpecialDay):
            day = special.day
            self._workspace.mutate(
                lambda s: s.periods.remove_special_day(day), self._on_added, self.show_error
            )

    @Slot()
    def _on_current_changed(self) -> None:
        item = self.list.currentItem()
        special = item.data(0, _DAY_ROLE) if item else None
        self.remove_button.setEnabled(isinstance(special, SpecialDay) and special.is_own)

    def _read(self) -> None:
        year = self._year
        self._workspace.query(lambda s: s.periods.special_days(year), self._show)

    def _show(self, days: tuple[SpecialDay, ...]) -> None:
        self.list.clear()
        for special in days:
            kind = "làm việc" if special.is_working else "nghỉ"
            name = f"{special.name} (cơ quan đặt)" if special.is_own else special.name
            words = [format_day(special.day), _WEEKDAYS[special.day.weekday()], kind, name]
            item = QTreeWidgetItem(self.list, words)
            item.setData(0, _DAY_ROLE, special)
        self._on_current_changed()
