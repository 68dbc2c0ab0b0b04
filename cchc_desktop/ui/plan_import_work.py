"""The screen for whole documents once one was read: its lines, and what writing it gives."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.document_draft import DocumentDraft, LineChoice
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.problem import Severity
from cchc_desktop.services.plan_import_preview import PlanImportPreview
from cchc_desktop.ui import (
    plan_import_change_model,
    plan_import_line_model,
    plan_import_notes_model,
    plan_import_result_model,
)
from cchc_desktop.ui.icons import icon, put_beside_text
from cchc_desktop.ui.import_fields import QuietComboBox
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.plan_import_bar import PlanImportBar
from cchc_desktop.ui.plan_import_change_model import ChangeModel
from cchc_desktop.ui.plan_import_line_model import LineModel
from cchc_desktop.ui.plan_import_notes_model import NotesModel
from cchc_desktop.ui.plan_import_result_model import ResultModel
from cchc_desktop.ui.plan_import_words import CHOICES, summary

_RESULT, _CHANGES, _NOTES = range(3)
_VIEWS = ("Sẽ &ghi", "&Thay đổi", "Cần &xem")


class PlanImportWork(QWidget):
    """The bar, the lines on the left, the result on the right, and the foot.

    Signals:
        choice_made(object, object): Lines are to be taken for something else.
        other_year_wanted(PlanKey): The year that the document names is to be written into.

    Attributes:
        bar: Which file, which year, what is written.
        lines: The lines as they were recognised.
        line_list: Shows them.
        role_box: What the chosen lines are to be taken for.
        result: What writing gives.
        changes: How it differs from what is there.
        notes: What should be looked at.
        leave_button: Leaves without writing.
        write_button: Writes.
        other_year: Warns that the document names another year, while it does.
        other_year_button: Goes to that year.
    """

    choice_made = Signal(object, object)
    other_year_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = PlanImportBar(self)
        self.lines = LineModel(self)
        self.result = ResultModel(self)
        self.changes = ChangeModel(self)
        self.notes = NotesModel(self)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self._build_left(split))
        split.addWidget(self._build_right(split))
        split.setSizes([560, 640])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self._build_other_year())
        layout.addWidget(split, 1)
        layout.addWidget(self._build_foot())

    def show_document(
        self,
        draft: DocumentDraft,
        choices: dict[int, LineChoice],
        preview: PlanImportPreview | None,
    ) -> None:
        """Show a document, and what writing it would do where that is known."""
        top = self.line_list.verticalScrollBar().value()
        chosen = self.line_list.currentIndex().row()
        self.lines.show_draft(draft, dict(choices))
        self.result.show_draft(draft, preview)
        self.notes.show_draft(draft, preview)
        self.changes.show_preview(preview)
        self._show_other_year(preview)
        if 0 <= chosen < self.lines.rowCount():
            self.choose_line(chosen)
            self.line_list.verticalScrollBar().setValue(top)
        self._count_views()

    def choose_line(self, row: int) -> None:
        """Make one row of the lines the chosen one, whatever key is held down."""
        flags = QItemSelectionModel.SelectionFlag
        self.line_list.selectionModel().setCurrentIndex(
            self.lines.index(row, 0), flags.ClearAndSelect | flags.Rows
        )

    def show_view(self, number: int) -> None:
        """Show one of the views on the right, from 0."""
        self.view_buttons.button(number).setChecked(True)

    def say_waiting(self, words: str, label: str, *, may_leave: bool = True) -> None:
        """Say what is waited for; meanwhile nothing can be written."""
        self._say(words, label, is_ready=False)
        self.leave_button.setEnabled(may_leave)
        self.bar.setEnabled(may_leave)

    def say_ready(self, preview: PlanImportPreview) -> None:
        """Say what the document holds and what the button will write."""
        self.leave_button.setEnabled(True)
        self.bar.setEnabled(True)
        parts = self.bar.parts
        has_annex = parts.with_annex and preview.draft.annex is not None
        has_any = parts.with_text or parts.with_details or has_annex
        label = "Ghi vào kế hoạch"
        if preview.is_frozen:
            label = "Kế hoạch đã ban hành"
        elif preview.changes_nothing:
            label = "Không có gì thay đổi"
        elif not has_any:
            label = "Chưa chọn phần nào để ghi"
        is_ready = has_any and not preview.changes_nothing and not preview.is_frozen
        self._say(summary(preview), label, is_ready=is_ready)

    def _say(self, words: str, label: str, *, is_ready: bool) -> None:
        self.summary_label.setText(words)
        self.write_button.setText(label)
        self.write_button.setEnabled(is_ready)

    def _count_views(self) -> None:
        for number, count in ((_CHANGES, self.changes.rowCount()), (_NOTES, self.notes.rowCount())):
            self.view_buttons.button(number).setText(f"{_VIEWS[number]} ({count})")
        self.view_buttons.button(_CHANGES).setVisible(self.changes.rowCount() > 0)
        if not self.changes.rowCount() and self._views.currentIndex() == _CHANGES:
            self.show_view(_RESULT)
        is_dropping = self.notes.count(Severity.DROPPED) > 0
        warned = self.view_buttons.button(_NOTES)
        put_beside_text(warned, icon("triangle-alert", "late") if is_dropping else QIcon())

    def _build_left(self, parent: QWidget) -> QWidget:
        left = QWidget(parent)
        self.line_list = ImportList(plan_import_line_model.SHARES, left)
        self.line_list.setModel(self.lines)
        self.line_list.setAccessibleName("Các dòng của văn bản")
        self.line_list.selectionModel().selectionChanged.connect(self._on_lines_selected)
        self.role_box = QuietComboBox(left)
        self.role_box.addItems([name for name, _ in CHOICES])
        self.role_box.setAccessibleName("Dòng đang chọn là")
        self.role_box.setToolTip("Chọn dòng bên dưới, rồi chọn ở đây dòng đó là gì")
        self.role_box.setEnabled(False)
        self.role_box.activated.connect(self._on_role_chosen)
        label = QLabel("&Dòng đang chọn là", left)
        label.setBuddy(self.role_box)
        row = QHBoxLayout()
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(label)
        row.addWidget(self.role_box)
        row.addStretch(1)
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.line_list, 1)
        return left

    def _build_right(self, parent: QWidget) -> QWidget:
        right = QWidget(parent)
        self._views = QStackedWidget(right)
        for model, shares, name, sentence in (
            (self.result, plan_import_result_model.SHARES, "Kế hoạch sau khi ghi", ""),
            (self.changes, plan_import_change_model.SHARES, "Những đoạn thay đổi", ""),
            (self.notes, plan_import_notes_model.SHARES, "Những chỗ cần xem",
             "Không có chỗ nào cần xem: mọi dòng đều được nhận ra."),
        ):  # fmt: skip
            shown = ImportList(shares, self._views)
            shown.setModel(model)
            shown.setAccessibleName(name)
            shown.set_empty_sentence(sentence)
            shown.activated.connect(self._on_result_activated)
            self._views.addWidget(shown)
        self.view_buttons = QButtonGroup(right)
        row = QHBoxLayout()
        row.setContentsMargins(8, 6, 14, 6)
        row.setSpacing(4)
        for number, label in enumerate(_VIEWS):
            button = QToolButton(right)
            button.setText(label)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            self.view_buttons.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self.view_buttons.button(_RESULT).setChecked(True)
        self.view_buttons.idToggled.connect(self._on_view_chosen)
        layout = QVBoxLayout(right)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._views, 1)
        return right

    def _build_other_year(self) -> QFrame:
        self.other_year = QFrame(self)
        self._other_key: PlanKey | None = None
        self._other_year_words = QLabel(self.other_year)
        self._other_year_words.setWordWrap(True)
        self.other_year_button = QPushButton(self.other_year)
        self.other_year_button.clicked.connect(self._on_other_year)
        mark = QLabel(self.other_year)
        mark.setPixmap(icon("triangle-alert", "late").pixmap(16, 16))
        row = QHBoxLayout(self.other_year)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(mark)
        row.addWidget(self._other_year_words, 1)
        row.addWidget(self.other_year_button)
        self.other_year.hide()
        return self.other_year

    def _show_other_year(self, preview: PlanImportPreview | None) -> None:
        self._other_key = preview.other_key if preview else None
        if preview is not None and self._other_key is not None:
            named = self._other_key.term
            self._other_year_words.setText(
                f"Tên văn bản ghi {named}, nhưng đang chọn ghi vào kế hoạch {preview.key.term}."
            )
            self.other_year_button.setText(f"&Chuyển sang kế hoạch {named}")
        self.other_year.setVisible(self._other_key is not None)

    @Slot()
    def _on_other_year(self) -> None:
        if self._other_key is not None:
            self.other_year_wanted.emit(self._other_key)

    def _build_foot(self) -> QFrame:
        foot = QFrame(self)
        self.summary_label = QLabel(foot)
        self.summary_label.setWordWrap(True)
        self.summary_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.leave_button = QPushButton("&Không ghi", foot)
        self.write_button = QPushButton("Ghi vào kế hoạch", foot)
        self.write_button.setProperty("primary", "true")
        self.write_button.setToolTip("Ghi (Ctrl+Enter)")
        row = QHBoxLayout(foot)
        row.setContentsMargins(14, 8, 14, 8)
        row.addWidget(self.summary_label, 1)
        row.addWidget(self.leave_button)
        row.addWidget(self.write_button)
        return foot

    def _selected_rows(self) -> list[int]:
        return sorted(index.row() for index in self.line_list.selectionModel().selectedRows())

    @Slot()
    def _on_lines_selected(self) -> None:
        rows = self._selected_rows()
        self.role_box.setEnabled(bool(self.lines.numbers_of(rows)))
        choice = self.lines.choice_of(rows[0]) if rows else None
        self.role_box.setCurrentIndex([made for _, made in CHOICES].index(choice))

    @Slot(int)
    def _on_role_chosen(self, index: int) -> None:
        lines = self.lines.numbers_of(self._selected_rows())
        if lines:
            self.choice_made.emit(lines, CHOICES[index][1])

    @Slot(QModelIndex)
    def _on_result_activated(self, index: QModelIndex) -> None:
        """Show the line that a row of the right was made of."""
        model = index.model()
        if not isinstance(model, ResultModel | NotesModel):
            return
        line = model.line_of(index.row())
        row = self.lines.row_of(line) if line is not None else None
        if row is not None:
            self.choose_line(row)
            self.line_list.scrollTo(self.line_list.currentIndex())
            self.line_list.setFocus()

    @Slot(int, bool)
    def _on_view_chosen(self, number: int, is_chosen: bool) -> None:  # noqa: FBT001 - Qt's signal
        if is_chosen:
            self._views.setCurrentIndex(number)
