"""The import screen once a document was read: what it is taken for, and what would happen."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QIcon
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

from cchc_desktop.domain.agency import AgencyCatalogue
from cchc_desktop.domain.annex_draft import AnnexDraft
from cchc_desktop.domain.problem import Severity
from cchc_desktop.services.imports import ImportPreview
from cchc_desktop.ui import import_problem_model
from cchc_desktop.ui.icons import icon, put_beside_text
from cchc_desktop.ui.import_bar import ImportBar
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.import_names_view import NamesView
from cchc_desktop.ui.import_plan_view import PlanView
from cchc_desktop.ui.import_problem_model import ProblemModel
from cchc_desktop.ui.import_words import summary

_VIEWS = ("Sẽ &ghi", "Cần &xem", "Đơn &vị chưa có trong danh mục")


class ImportWork(QWidget):
    """The bar, the three views and the foot.

    Attributes:
        bar: Which file, year, table and columns.
        plan_view: What will be written.
        problems: What the officer should look at.
        names_view: The names that the catalogue does not have.
        view_buttons: Switches between the three.
        leave_button: Leaves without writing.
        write_button: Writes; says how much.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = ImportBar(self)
        self.plan_view = PlanView(self)
        self.problems = ProblemModel(self)
        self.problem_list = ImportList(import_problem_model.SHARES, self)
        self.problem_list.setModel(self.problems)
        self.problem_list.setAccessibleName("Những chỗ cần xem")
        self.problem_list.set_empty_sentence(
            "Không có chỗ nào cần xem: mọi ô của bảng đều vào kế hoạch."
        )
        self.names_view = NamesView(self)
        self._views = QStackedWidget(self)
        for view in (self.plan_view, self.problem_list, self.names_view):
            self._views.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addLayout(self._build_switch())
        layout.addWidget(self._views, 1)
        layout.addWidget(self._build_foot())

    def show_preview(self, preview: ImportPreview, catalogue: AgencyCatalogue) -> None:
        """Show what writing ``preview`` would do."""
        self.plan_view.show_preview(preview)
        self.problems.show_draft(preview.draft, preview.year)
        self.names_view.show_names(preview.unknown_names, catalogue)
        self._count_views()

    def show_without_year(self, draft: AnnexDraft) -> None:
        """Show how the document is taken; its rows wait for the year, which gives them meaning."""
        empty = replace(draft, sections=())
        self.plan_view.draft_model.show_draft(empty, 0)
        self.plan_view.setCurrentIndex(0)
        self.problems.show_draft(empty, 0)
        self.names_view.show_names((), AgencyCatalogue())
        self._count_views()
        self.bar.focus_year()

    def show_view(self, number: int) -> None:
        """Show one of the three views, from 0."""
        self.view_buttons.button(number).setChecked(True)

    def say_waiting(self, words: str, label: str, *, may_leave: bool = True) -> None:
        """Say what is waited for; meanwhile nothing can be written."""
        self._say(words, label, is_ready=False)
        self.leave_button.setEnabled(may_leave)
        self.bar.setEnabled(may_leave)

    def say_ready(self, preview: ImportPreview) -> None:
        """Say what the file holds and what the button will write."""
        self.leave_button.setEnabled(True)
        self.bar.setEnabled(True)
        if preview.plan is None:
            tasks = preview.draft.task_count
            is_ready = tasks > 0 or any(section.title for section in preview.draft.sections)
            label = f"Ghi {tasks} nhiệm vụ" if is_ready else "Không có gì để ghi"
        elif preview.changes_nothing:
            is_ready, label = False, "Không có gì thay đổi"
        else:
            count = len(self.plan_view.accepted)
            is_ready = count > 0
            label = f"Ghi {count} thay đổi" if is_ready else "Chưa chọn thay đổi nào"
        self._say(summary(preview), label, is_ready=is_ready)

    def _say(self, words: str, label: str, *, is_ready: bool) -> None:
        self.summary_label.setText(words)
        self.write_button.setText(label)
        self.write_button.setEnabled(is_ready)

    def _count_views(self) -> None:
        counts = (self.problems.rowCount(), self.names_view.model.rowCount())
        for number, count in enumerate(counts, 1):
            self.view_buttons.button(number).setText(f"{_VIEWS[number]} ({count})")
        is_dropping = self.problems.count(Severity.DROPPED) > 0
        warned = self.view_buttons.button(1)
        put_beside_text(warned, icon("triangle-alert", "late") if is_dropping else QIcon())
        warned.setToolTip("Có ô không đưa vào được" if is_dropping else "")

    def _build_switch(self) -> QHBoxLayout:
        self.view_buttons = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(4)
        for number, label in enumerate(_VIEWS):
            button = QToolButton(self)
            button.setText(label)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self.view_buttons.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self.view_buttons.button(0).setChecked(True)
        self.view_buttons.idToggled.connect(self._on_view_chosen)
        return row

    def _build_foot(self) -> QFrame:
        foot = QFrame(self)
        self.summary_label = QLabel(foot)
        self.summary_label.setWordWrap(True)
        self.summary_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.leave_button = QPushButton("&Không ghi", foot)
        self.write_button = QPushButton(foot)
        self.write_button.setProperty("primary", "true")
        self.write_button.setToolTip("Ghi (Ctrl+Enter)")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(self.summary_label, 1)
        row.addWidget(self.leave_button)
        row.addWidget(self.write_button)
        return foot

    @Slot(int, bool)
    def _on_view_chosen(self, number: int, is_chosen: bool) -> None:  # noqa: FBT001 - Qt's signal
        if is_chosen:
            self._views.setCurrentIndex(number)
