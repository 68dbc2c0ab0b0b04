"""Noting that reports came on paper."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QLabel, QWidget

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.return_register import ReturnStatus
from cchc_desktop.ui.date_field import DateField
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.workspace import Workspace

_WIDTH = 460
_MOST_NAMES = 6


class ReceivedDialog(FormDialog):
    """Asks on which day the reports of some agencies came, and writes it for each."""

    def __init__(
        self,
        workspace: Workspace,
        period: ReportingPeriod,
        agencies: Sequence[ReturnStatus],
        day: date,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, "Ghi đã nhận bản giấy", "Ghi ngày nhận")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._period = period
        self._waiting = list(agencies)
        names = [line.agency_name for line in agencies[:_MOST_NAMES]]
        if len(agencies) > _MOST_NAMES:
            names.append(f"… và {len(agencies) - _MOST_NAMES} đơn vị khác")
        self.form.addRow(_words(f"Báo cáo {period.title} của:\n" + "\n".join(names), self))
        known = {line.received_on for line in agencies}
        common = known.pop() if len(known) == 1 else None
        self.day = DateField(common or day, self)
        self.form.addRow("&Ngày nhận", self.day)
        if any(line.is_received for line in agencies):
            hint = _words("Để trống: bỏ ngày nhận đã ghi.", self)
            hint.setObjectName("muted")
            self.form.addRow("", hint)
        self._may_be_empty = any(line.is_received for line in agencies)

    def submit(self) -> None:
        """Override FormDialog.submit."""
        if self.day.is_wrong or (self.day.day is None and not self._may_be_empty):
            self.show_problem("Hãy ghi ngày nhận, như 15/3/2024.", self.day)
            return
        self.yes_button.setEnabled(False)
        self._write_next(None)

    def _write_next(self, _answer: ChangeSet | None) -> None:
        """Write one agency after another; an error leaves the rest to be tried again."""
        if not self._waiting:
            self.written()
            return
        key, day, agency = self._period.key, self.day.day, self._waiting[0].agency_id

        def done(change_set: ChangeSet) -> None:
            self._waiting.pop(0)
            self._write_next(change_set)

        self._workspace.mutate(
            lambda s: s.returns.mark_received(key, agency, day), done, self.show_error
        )


def _words(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setWordWrap(True)
    return label
