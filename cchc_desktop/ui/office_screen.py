"""The place of the office's own details, as they are and as they were."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.clock import Clock, today
from cchc_desktop.domain.office import Letterhead, LetterheadId, OfficeLevel
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.date_field import DateField, format_day
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.letterhead_form import LetterheadForm
from cchc_desktop.ui.letterhead_preview import LetterheadPreview
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.place_header import PlaceHeader
from cchc_desktop.ui.place_screen import PlaceScreen
from cchc_desktop.ui.setup_dialog import LEVEL_NAMES
from cchc_desktop.ui.workspace import Workspace, WorkspaceChange

_ID_ROLE = Qt.ItemDataRole.UserRole


class OfficeScreen(PlaceScreen):
    """Edits the office's details; each field is written when it is left.

    Details are valid from a day to a day, so that an old plan prints with the names of
    its time.
    """

    def __init__(
        self,
        workspace: Workspace,
        clock: Clock,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._clock = clock
        self._messages = messages
        self.add_action = make_action(
            self, "Đổi tên, đổi người ký từ một ngày…", self.add_letterhead, (), "plus"
        )
        self.delete_action = make_action(
            self, "Xóa giai đoạn này", self.delete_letterhead, (), "trash-2"
        )
        self.level = QComboBox(self)
        self.level.setAccessibleName("Cấp hành chính")
        for level, words in LEVEL_NAMES.items():
            self.level.addItem(words, level)
        self.periods = QListWidget(self)
        self.periods.setObjectName("framed")
        self.periods.setAccessibleName("Các giai đoạn của thông tin cơ quan")
        self.periods.setWordWrap(True)
        self.periods.setSpacing(2)
        letterhead = self._current_letterhead()
        self.fields = LetterheadForm(letterhead, self)
        self.preview = LetterheadPreview(letterhead, self)
        self._lay_out()
        self._show_state()
        self.setFocusProxy(self.fields.name)
        self.fields.changed.connect(self._on_typed)
        self.fields.edited.connect(self._on_edited)
        self.level.activated.connect(self._on_level_chosen)
        self.periods.currentItemChanged.connect(self._on_period_chosen)
        workspace.changed.connect(self._on_changed)

    @Slot()
    def add_letterhead(self) -> None:
        """Ask from which day the details change, and add a period that starts as a copy."""
        NewPeriodDialog(self._workspace, self._chosen(), today(self._clock), self).open()

    @Slot()
    def delete_letterhead(self) -> None:
        """Delete the period chosen; undo brings it back."""
        letterhead_id = self._chosen().id
        self._workspace.mutate(lambda session: session.offices.delete_letterhead(letterhead_id))

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(6)
        level_name = QLabel("Cấp hành chính", self)
        level_name.setObjectName("fieldName")
        periods_name = QLabel("Thông tin theo thời gian", self)
        periods_name.setObjectName("fieldName")
        hint = QLabel(
            "Kế hoạch in theo thông tin có hiệu lực vào ngày ban hành; chưa ban hành thì theo"
            " ngày 01/01 của năm kế hoạch.",
            self,
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        left.addWidget(level_name)
        left.addWidget(self.level)
        left.addSpacing(10)
        left.addWidget(periods_name)
        left.addWidget(self.periods, 1)
        left.addWidget(hint)
        side = QWidget(self)
        side.setLayout(left)
        side.setFixedWidth(330)
        content = QWidget(self)
        content.setObjectName("page")
        content.setMaximumWidth(860)
        right = QVBoxLayout(content)
        right.setContentsMargins(4, 0, 14, 0)
        right.setSpacing(14)
        right.addWidget(self.fields)
        right.addWidget(self.preview)
        right.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        body = QHBoxLayout()
        body.setContentsMargins(14, 14, 0, 14)
        body.setSpacing(18)
        body.addWidget(side)
        body.addWidget(area, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(PlaceHeader("Cơ quan", (self.add_action, self.delete_action), self))
        layout.addLayout(body, 1)

    def _current_letterhead(self) -> Letterhead:
        return self._workspace.state.office.letterhead_on(today(self._clock))

    def _chosen(self) -> Letterhead:
        item = self.periods.currentItem()
        chosen = item.data(_ID_ROLE) if item is not None else None
        letterheads = self._workspace.state.office.letterheads
        return next((x for x in letterheads if x.id == chosen), self._current_letterhead())

    def _show_state(self) -> None:
        office = self._workspace.state.office
        self.level.setCurrentIndex(self.level.findData(office.level))
        self.fields.show_level(office.level)
        chosen = self._chosen().id
        self.periods.blockSignals(True)
        self.periods.clear()
        for letterhead in reversed(office.letterheads):
            item = QListWidgetItem(f"{period_words(letterhead)}\n{letterhead.name}", self.periods)
            item.setData(_ID_ROLE, letterhead.id)
            if letterhead.id == chosen:
                self.periods.setCurrentItem(item)
        self.periods.blockSignals(False)
        self.delete_action.setEnabled(len(office.letterheads) > 1)
        self._show_chosen()

    def _show_chosen(self) -> None:
        letterhead = self._chosen()
        self.fields.show_letterhead(letterhead)
        self.preview.show_letterhead(letterhead)

    @Slot()
    def _on_typed(self) -> None:
        self.preview.show_letterhead(self.fields.letterhead)

    @Slot()
    def _on_edited(self) -> None:
        letterhead = self.fields.letterhead
        if letterhead != self._chosen():
            self._workspace.mutate(
                lambda session: session.offices.save_letterhead(letterhead),
                on_error=self._messages.error,
            )

    @Slot(int)
    def _on_level_chosen(self, _index: int) -> None:
        level = OfficeLevel(self.level.currentData())
        if level is not self._workspace.state.office.level:
            self._workspace.mutate(lambda session: session.offices.set_level(level))

    @Slot()
    def _on_period_chosen(self) -> None:
        self._show_chosen()

    @Slot(object)
    def _on_changed(self, change: WorkspaceChange) -> None:
        tables = {row.table for row in change.change_set.changes}
        if tables & {"office", "letterhead"}:
            self._show_state()


class NewPeriodDialog(FormDialog):
    """Asks for the day from which the office's details are other ones."""

    def __init__(
        self,
        workspace: Workspace,
        letterhead: Letterhead,
        day: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "Đổi thông tin cơ quan", "Thêm giai đoạn mới", "Không thêm")
        self._workspace = workspace
        self._letterhead = letterhead
        hint = QLabel(
            "Giai đoạn mới bắt đầu bằng bản sao của thông tin đang xem; giai đoạn trước hết hiệu"
            " lực vào hôm trước ngày này. Sau đó sửa tên, người ký ở giai đoạn mới.",
            self,
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        hint.setMinimumWidth(420)
        self.valid_from = DateField(day, self)
        self.form.addRow(hint)
        self.form.addRow("Áp dụng từ &ngày", self.valid_from)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        day = self.valid_from.day
        if day is None:
            self.show_problem("Ngày chưa đúng; hãy ghi như 01/07/2025.", self.valid_from)
            return
        new = replace(self._letterhead, id=LetterheadId(0), valid_from=day, valid_to=None)
        self._workspace.mutate(
            lambda session: session.offices.add_letterhead(new), self.written, self.show_error
        )


def period_words(letterhead: Letterhead) -> str:
    """Return from when to when details are valid, in words."""
    start, end = letterhead.valid_from, letterhead.valid_to
    if start is None and end is None:
        return "Luôn có hiệu lực"
    if start is None:
        return f"Đến hết {format_day(end)}"
    if end is None:
        return f"Từ {format_day(start)}"
    return f"Từ {format_day(start)} đến hết {format_day(end)}"
