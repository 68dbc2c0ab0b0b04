"""The small form in which an officer says himself what a deadline means."""

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)

from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.deadline import (
    UNRECOGNISED,
    DeadlineKind,
    DeadlineReading,
    Milestone,
    Recurrence,
)
from cchc_desktop.domain.vietnamese import one_line
from cchc_desktop.ui.date_field import DateField, parse_day
from cchc_desktop.ui.number_box import number_box
from cchc_desktop.ui.plan_wording import KIND_NAMES, RECURRENCE_NAMES

_SPAN = re.compile(r"\s*(?:-|–|đến)\s*")


class DeadlineForm(QWidget):
    """Asks for the kind of a deadline and what belongs to that kind.

    Signals:
        accepted(DeadlineReading): This is what the deadline means.
        rejected(): Nothing is to be changed.
    """

    accepted = Signal(object)
    rejected = Signal()

    def __init__(self, reading: DeadlineReading, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = QComboBox(self)
        for kind, name in KIND_NAMES.items():
            if kind is not DeadlineKind.UNRECOGNISED or reading.kind is kind:
                self.kind.addItem(name, kind)
        self.kind.setCurrentIndex(self.kind.findData(reading.kind))
        self.dates = QLineEdit(milestones_text(reading.milestones), self)
        self.dates.setPlaceholderText("31/3/2024; 1/7/2024 - 30/9/2024")
        self.recurrence = QComboBox(self)
        for recurrence, name in RECURRENCE_NAMES.items():
            self.recurrence.addItem(name, recurrence)
        self.recurrence.setCurrentIndex(
            self.recurrence.findData(reading.recurrence or Recurrence.CONTINUOUS)
        )
        self.day_of_month = _number(reading.day_of_month or 0, 31, self)
        self.event_words = QLineEdit(reading.event, self)
        self.delay_months = _number(reading.delay_months, 120, self)
        self.delay_days = _number(reading.delay_days, 999, self)
        self.event_date = DateField(reading.event_date, self)
        self._problem = QLabel(self)
        self._problem.setObjectName("problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._fields = {
            DeadlineKind.DATED: (("Hạn", self.dates),),
            DeadlineKind.RECURRING: (
                ("Chu kỳ", self.recurrence),
                ("Ngày trong tháng", self.day_of_month),
            ),
            DeadlineKind.EVENT: (
                ("Sự việc", self.event_words),
                ("Sau (tháng)", self.delay_months),
                ("Sau (ngày)", self.delay_days),
                ("Đã xảy ra ngày", self.event_date),
            ),
            DeadlineKind.UNRECOGNISED: (),
        }
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show_fields)
        self._show_fields()

    @property
    def reading(self) -> DeadlineReading | None:
        """What the form says, or None while something in it cannot be understood."""
        match self.kind.currentData():
            case DeadlineKind.DATED:
                milestones = parse_milestones(self.dates.text())
                if not milestones:
                    return None
                return DeadlineReading(DeadlineKind.DATED, milestones)
            case DeadlineKind.RECURRING:
                recurrence = Recurrence(self.recurrence.currentData())
                is_monthly = recurrence is Recurrence.MONTHLY
                day = self.day_of_month.value() if is_monthly else 0
                return DeadlineReading(
                    DeadlineKind.RECURRING, recurrence=recurrence, day_of_month=day or None
                )
            case DeadlineKind.EVENT:
                if self.event_date.is_wrong:
                    return None
                return DeadlineReading(
                    DeadlineKind.EVENT,
                    event=one_line(self.event_words.text()),
                    delay_months=self.delay_months.value(),
                    delay_days=self.delay_days.value(),
                    event_date=self.event_date.day,
                )
        return UNRECOGNISED

    @Slot()
    def submit(self) -> None:
        """Give what the form says, or say what is wrong in it."""
        reading = self.reading
        if reading is None:
            self._problem.setText("Ngày chưa đúng; hãy ghi như 31/3/2024.")
            self._problem.show()
        else:
            self.accepted.emit(reading)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Override QObject.eventFilter: Enter saves, Esc leaves."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.submit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.rejected.emit()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 4, 0, 4)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._form.addRow("Loại", self.kind)
        self.kind.setAccessibleName("Loại thời hạn")
        for fields in self._fields.values():
            for name, field in fields:
                self._form.addRow(name, field)
                field.setAccessibleName(name)
                field.installEventFilter(self)
        self._form.addRow(self._problem)
        yes, no = QPushButton("&Ghi cách hiểu", self), QPushButton("&Thôi", self)
        yes.setProperty("primary", True)
        yes.clicked.connect(self.submit)
        no.clicked.connect(self.rejected)
        buttons = QHBoxLayout()
        buttons.addWidget(yes)
        buttons.addWidget(no)
        buttons.addStretch()
        self._form.addRow(buttons)

    @Slot()
    def _show_fields(self) -> None:
        self._problem.hide()
        chosen = self.kind.currentData()
        for kind, fields in self._fields.items():
            for _, field in fields:
                self._form.setRowVisible(field, kind == chosen)


def milestones_text(milestones: tuple[Milestone, ...]) -> str:
    """Return last days as they are typed: "31/3/2024; 1/7/2024 - 30/9/2024"."""
    return "; ".join(
        f"{day_words(m.start)} - {day_words(m.due)}" if m.start else day_words(m.due)
        for m in milestones
    )


def parse_milestones(text: str) -> tuple[Milestone, ...] | None:
    """Return the last days that ``text`` names, in order; None when a part is no date."""
    milestones = []
    for part in text.replace("\n", ";").split(";"):
        if not part.strip():
            continue
        days = [parse_day(day) for day in _SPAN.split(part.strip())]
        if len(days) > 2 or None in days:
            return None
        known = [day for day in days if day is not None]
        if len(known) == 2 and known[1] < known[0]:
            return None
        milestones.append(Milestone(known[-1], known[0] if len(known) == 2 else None))
    return tuple(sorted(milestones, key=lambda m: m.due.toordinal()))


def _number(value: int, most: int, parent: QWidget) -> QSpinBox:
    box = number_box(value, 0, most, parent)
    box.setSpecialValueText("không nêu")
    return box
