"""Handing the tasks of one agency over to another from a day on."""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.services.assignment_changes import SuccessionPreview
from cchc_desktop.services.sentences import describe_error
from cchc_desktop.ui.agency_dialogs import fill_agencies
from cchc_desktop.ui.assignment_succession_model import CHECK, SuccessionModel, can_change
from cchc_desktop.ui.date_field import DateField
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.jobs import Job
from cchc_desktop.ui.row_delegate import RowDelegate
from cchc_desktop.ui.theme import current_tokens
from cchc_desktop.ui.workspace import Workspace

Index = QModelIndex | QPersistentModelIndex

_LOOK_AFTER_MS = 200
_BOX = 15
_BOX_ROOM = 26
_WIDE, _TALL = 960, 580


class SuccessionDialog(FormDialog):
    """Shows what a hand-over would change while it is filled in, and carries it out."""

    def __init__(
        self,
        workspace: Workspace,
        agency_id: AgencyId | None,
        day: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "Bàn giao nhiệm vụ", "Bàn giao", "Không bàn giao")
        self._workspace = workspace
        self._job: Job | None = None
        self.model = SuccessionModel(self)
        self.agency = QComboBox(self)
        self.successor = QComboBox(self)
        for box in (self.agency, self.successor):
            fill_agencies(box, workspace.state.catalogue, AgencyId(0))
            box.setPlaceholderText("chọn cơ quan")
            box.setCurrentIndex(-1)
        self.agency.setCurrentIndex(self.agency.findData(agency_id))
        self.from_day = DateField(day, self)
        self.table = _SuccessionTable(self.model, self)
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self._summary.setTextFormat(Qt.TextFormat.PlainText)
        self.form.addRow("Bàn giao &từ", self.agency)
        self.form.addRow("Bàn giao &cho", self.successor)
        self.form.addRow("Từ &ngày", self.from_day)
        self.body.addWidget(self._summary)
        self.body.addWidget(self.table, 1)
        self._timer = QTimer(self, singleShot=True, interval=_LOOK_AFTER_MS)
        self._timer.timeout.connect(self.look)
        self.agency.currentIndexChanged.connect(self._on_agency_chosen)
        self.successor.currentIndexChanged.connect(self._timer.start)
        self.from_day.textChanged.connect(self._timer.start)
        self.model.choice_changed.connect(self._refresh)
        self.resize(_WIDE, _TALL)
        self._on_agency_chosen()
        self._refresh()

    @property
    def summary(self) -> str:
        """What the hand-over would do, in one sentence."""
        return self._summary.text()

    @Slot()
    def look(self) -> None:
        """Ask what the hand-over, as it is filled in, would change."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        wanted = self._wanted()
        if wanted is None:
            self.model.set_preview(None)
            return
        agency_id, successor_id, day = wanted
        self._job = self._workspace.query(
            lambda s: s.assignments.preview_succession(agency_id, successor_id, day),
            self._on_preview,
            self._on_refused,
        )

    def submit(self) -> None:
        """Override FormDialog.submit."""
        if self.from_day.day is None:
            self.show_problem("Ngày chưa đúng; hãy ghi như 01/03/2025.", self.from_day)
            return
        preview = self.model.preview
        wanted = self._wanted()
        if preview is None or wanted is None:
            field = self.agency if self.agency.currentIndex() < 0 else self.successor
            self.show_problem("Chưa chọn đủ hai cơ quan khác nhau.", field)
            return
        agency_id, successor_id, day = wanted
        if (preview.agency.id, preview.successor.id, preview.from_day) != wanted:
            self.look()
            return
        edits = self.model.edits
        self.yes_button.setEnabled(False)
        self._workspace.mutate(
            lambda s: s.assignments.succeed(agency_id, successor_id, day, edits),
            self.written,
            self.show_error,
        )

    def done(self, result: int) -> None:
        """Override QDialog.done: an answer that comes later is not wanted."""
        self._timer.stop()
        if self._job is not None:
            self._job.cancel()
        super().done(result)

    def _wanted(self) -> tuple[AgencyId, AgencyId, date] | None:
        agency_id, successor_id = self.agency.currentData(), self.successor.currentData()
        day = self.from_day.day
        if agency_id is None or successor_id is None or day is None or agency_id == successor_id:
            return None
        return agency_id, successor_id, day

    def _on_preview(self, preview: SuccessionPreview) -> None:
        self._job = None
        self._hide_problem()
        self.model.set_preview(preview)

    def _on_refused(self, error: BaseException) -> None:
        self._job = None
        self.model.set_preview(None)
        self.show_problem(str(describe_error(error)))
        self.yes_button.setEnabled(False)

    def _hide_problem(self) -> None:
        self._problem.hide()

    @Slot()
    def _on_agency_chosen(self) -> None:
        agency = self._workspace.state.catalogue.agency(self.agency.currentData() or AgencyId(0))
        if agency is not None and agency.successor_id is not None:
            self.successor.setCurrentIndex(self.successor.findData(agency.successor_id))
        self._timer.start()

    @Slot()
    def _refresh(self) -> None:
        preview = self.model.preview
        count = self.model.handed_count
        self.yes_button.setText(f"Bàn giao {count} nhiệm vụ" if count else "Bàn giao")
        self.yes_button.setEnabled(preview is not None)
        if preview is None:
            self._summary.setText(
                "Chọn hai cơ quan và ngày; các ô của phụ lục sẽ hiện ra ở đây trước khi bàn giao."
            )
            return
        edits, cells = len(self.model.edits), len(self.model.tasks)
        ended = f"{preview.agency.name} kết thúc trước ngày bàn giao"
        sentences = [f"{ended}; sửa lời văn {edits}/{cells} ô."]
        if preview.groups:
            names = "; ".join(f"“{group.name}”" for group in preview.groups)
            sentences.append(f"{preview.successor.name} được thêm vào nhóm {names}.")
        if lost := self.model.lost_count:
            sentences.append(f"{lost} ô giữ nguyên chữ sẽ không còn được nhận ra.")
        self._summary.setText(" ".join(sentences))


class _SuccessionTable(QTableView):
    """The preview; Space or a click on the box changes or leaves the words of a row."""

    def __init__(self, model: SuccessionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self.setObjectName("framed")
        self.setModel(model)
        self.setItemDelegate(_SuccessionDelegate(model, self))
        self.setAccessibleName("Nhiệm vụ được bàn giao")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, mode in enumerate(
            (
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.ResizeToContents,
                QHeaderView.ResizeMode.Stretch,
                QHeaderView.ResizeMode.Stretch,
            )
        ):
            header.setSectionResizeMode(column, mode)
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self.resizeRowsToContents)
        header.sectionResized.connect(self._settle.start)
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._settle.start)
        self.clicked.connect(self._on_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Override QTableView.keyPressEvent."""
        if event.key() == Qt.Key.Key_Space:
            for row in sorted({index.row() for index in self.selectedIndexes()}):
                self._rows.toggle(row)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_reset(self) -> None:
        self._settle.start()
        if self._rows.rowCount():
            self.selectRow(0)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == CHECK:
            self._rows.toggle(index.row())


class _SuccessionDelegate(RowDelegate):
    """Draws a box before the task."""

    def __init__(self, model: SuccessionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Override RowDelegate.paint."""
        if index.column() != CHECK:
            super().paint(painter, option, index)
            return
        tokens = current_tokens()
        whole = QRect(option.rect)
        shifted = QStyleOptionViewItem(option)
        shifted.rect = whole.adjusted(_BOX_ROOM, 0, 0, 0)
        super().paint(painter, shifted, index)
        room = QRect(whole.left(), whole.top(), _BOX_ROOM, whole.height())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(room, tokens.accent_soft)
        painter.fillRect(QRect(room.left(), room.bottom(), room.width(), 1), tokens.line)
        if not can_change(self._rows.tasks[index.row()]):
            return
        box = QRect(whole.left() + 9, whole.top() + 7, _BOX, _BOX)
        is_on = self._rows.is_checked(index.row())
        painter.save()
        painter.setPen(QPen(tokens.accent if is_on else tokens.muted))
        painter.setBrush(tokens.accent if is_on else tokens.surface)
        painter.drawRoundedRect(box, 3, 3)
        if is_on:
            icon("check", "on_accent").paint(painter, box.adjusted(2, 2, -1, -1))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Override RowDelegate.sizeHint."""
        if index.column() != CHECK:
            return super().sizeHint(option, index)
        narrowed = QStyleOptionViewItem(option)
        narrowed.rect = option.rect.adjusted(_BOX_ROOM, 0, 0, 0)
        return super().sizeHint(narrowed, index) + QSize(_BOX_ROOM, 0)
