"""Chooses the period looked at: the four of the ministry first, the others behind a button."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QToolButton, QWidget

from cchc_desktop.domain.period import ReportingPeriod
from cchc_desktop.domain.reporting_calendar import REPORT_CODES
from cchc_desktop.ui.icons import icon
from cchc_desktop.ui.period_words import covers_text, period_name

_OTHERS = "Các kỳ khác"


class PeriodChooser(QWidget):
    """Shows the periods of a year and which of them is looked at.

    Signals:
        chosen(str): The code of the period to look at.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._periods: tuple[ReportingPeriod, ...] = ()
        self._current: ReportingPeriod | None = None
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for code in REPORT_CODES:
            button = _button(self)
            button.setProperty("code", code)
            button.clicked.connect(self._on_button)
            self._group.addButton(button)
            self.buttons[code] = button
            row.addWidget(button)
        self.others = _button(self)
        self.others.setText(_OTHERS)
        self.others.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.others.setMenu(QMenu(self.others))
        self.others.menu().aboutToShow.connect(self._fill_others)
        row.addWidget(self.others)

    def set_periods(
        self, periods: tuple[ReportingPeriod, ...], current: ReportingPeriod | None
    ) -> None:
        """Show the periods of a year, one of them chosen."""
        self._periods, self._current = periods, current
        known = {period.key.code: period for period in periods}
        for code, button in self.buttons.items():
            period = known.get(code)
            button.setVisible(period is not None)
            if period is not None:
                button.setText(period_name(period))
                button.setToolTip(covers_text(period))
                lock = ", đã khóa" if period.is_closed else ""
                button.setAccessibleName(f"Kỳ {period.title}{lock}")
                _show_lock(button, period)
        is_other = current is not None and current.key.code not in self.buttons
        self._group.setExclusive(False)
        for code, button in self.buttons.items():
            _set_on(button, is_on=current is not None and current.key.code == code)
        self._group.setExclusive(not is_other and current is not None)
        _set_on(self.others, is_on=is_other)
        self.others.setText(period_name(current) if is_other and current else _OTHERS)
        _show_lock(self.others, current if is_other else None)
        self.others.setVisible(len(known) > len(self.buttons))

    @Slot()
    def _on_button(self) -> None:
        self._choose(str(self.sender().property("code")))

    @Slot()
    def _on_action(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self._choose(str(action.data()))

    def _choose(self, code: str) -> None:
        if self._current is None or code != self._current.key.code:
            self.chosen.emit(code)
        else:
            self.set_periods(self._periods, self._current)

    @Slot()
    def _fill_others(self) -> None:
        menu = self.others.menu()
        menu.clear()
        group = QActionGroup(menu)
        for period in self._periods:
            if period.key.code in self.buttons:
                continue
            lock = " (đã khóa)" if period.is_closed else ""
            action = QAction(f"{period_name(period)}{lock}", menu)
            action.setCheckable(True)
            action.setChecked(period.key == (self._current.key if self._current else None))
            action.setData(period.key.code)
            action.setToolTip(covers_text(period))
            action.setActionGroup(group)
            action.triggered.connect(self._on_action)
            menu.addAction(action)
        menu.setToolTipsVisible(True)


def _button(parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName("chip")
    button.setCheckable(True)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _show_lock(button: QToolButton, period: ReportingPeriod | None) -> None:
    is_closed = period is not None and period.is_closed
    if is_closed:
        button.setIcon(icon("lock", "muted"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    else:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)


def _set_on(button: QToolButton, *, is_on: bool) -> None:
    button.setChecked(is_on)
    font = button.font()
    if font.bold() is not is_on:
        font.setBold(is_on)
        button.setFont(font)
