"""What can be done with a period itself: locking, opening again, its days, another day."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.ui.actions import make_action
from cchc_desktop.ui.period_dialogs import (
    ClosePeriodDialog,
    PeriodDaysDialog,
    ReopenPeriodDialog,
)
from cchc_desktop.ui.progress_dialogs import DayDialog
from cchc_desktop.ui.special_days_dialog import SpecialDaysDialog
from cchc_desktop.ui.workspace import Workspace


class PeriodCommands(QObject):
    """The commands about the period shown, each by a dialog over the screen it belongs to.

    Signals:
        leaving_cells(): What is being typed must be saved first.
        day_chosen(date): The period is to be looked at on this day.
    """

    leaving_cells = Signal()
    day_chosen = Signal(object)

    def __init__(
        self, workspace: Workspace, count_unreported: Callable[[], int], screen: QWidget
    ) -> None:
        """Make the commands; ``count_unreported`` tells how much has no report yet."""
        super().__init__(screen)
        self._workspace = workspace
        self._count_unreported = count_unreported
        self._screen = screen
        self._board: ProgressBoard | None = None
        self.close_action = make_action(screen, "Khóa kỳ…", self.close_period, (), "lock")
        self.reopen_action = make_action(screen, "Mở lại kỳ…", self.reopen_period, (), "lock-open")
        self.days_action = make_action(screen, "Sửa ngày của kỳ…", self.edit_days, (), "calendar")
        self.special_days_action = make_action(
            screen, "Ngày nghỉ, ngày làm bù…", self.edit_special_days, (), "calendar"
        )
        self.day_action = make_action(screen, "Xét đến ngày khác…", self.choose_day, (), "clock")
        self.actions = (
            self.close_action,
            self.reopen_action,
            self.days_action,
            self.special_days_action,
            self.day_action,
        )

    def show_board(self, board: ProgressBoard | None) -> None:
        """Let only what can be done with the period be chosen."""
        self._board = board
        is_closed = board is not None and board.period.is_closed
        for action in self.actions:
            action.setEnabled(board is not None)
        for action in (self.close_action, self.days_action):
            action.setEnabled(board is not None and not is_closed)
        self.close_action.setVisible(not is_closed)
        self.reopen_action.setVisible(is_closed)

    @Slot()
    def close_period(self) -> None:
        """Ask whether to lock the period."""
        self.leaving_cells.emit()
        if self._board is not None and not self._board.period.is_closed:
            unreported = self._count_unreported()
            period = self._board.period
            ClosePeriodDialog(self._workspace, period, unreported, self._screen).open()

    @Slot()
    def reopen_period(self) -> None:
        """Ask why the period is to be opened again."""
        if self._board is not None and self._board.period.is_closed:
            ReopenPeriodDialog(self._workspace, self._board.period, self._screen).open()

    @Slot()
    def edit_days(self) -> None:
        """Show the days of the period, to be set for this office."""
        self.leaving_cells.emit()
        if self._board is not None:
            PeriodDaysDialog(self._workspace, self._board.period, self._screen).open()

    @Slot()
    def edit_special_days(self) -> None:
        """Show the days off and days worked instead, by which due days are moved."""
        self.leaving_cells.emit()
        if self._board is not None:
            year = self._board.period.key.year
            SpecialDaysDialog(self._workspace, year, self._screen).open()

    @Slot()
    def choose_day(self) -> None:
        """Ask for the day at which the period is looked at."""
        self.leaving_cells.emit()
        if self._board is not None:
            dialog = DayDialog(self._board.day, self._screen)
            dialog.accepted.connect(self._on_day_chosen)
            dialog.open()

    @Slot()
    def _on_day_chosen(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, DayDialog):
            self.day_chosen.emit(dialog.chosen)
