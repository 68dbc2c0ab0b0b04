"""The card of the period: its days, who has reported, its report, and the year's four reports."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cchc_desktop.domain.period import PeriodKey, ReportingPeriod
from cchc_desktop.services.progress_board import ProgressBoard
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.overview_figures import OverviewFigures, PeriodGlance
from cchc_desktop.ui.overview_standing import PeriodStanding, ReportStage
from cchc_desktop.ui.overview_tile import Tile, TileText

RETURNS, REPORTS = "returns", "reports"
"""The places where returns are collected and reports are written."""

Standings = Mapping[PeriodKey, PeriodStanding]


class PeriodCard(QFrame):
    """Shows how the period stands, and lets another of the year's reports be chosen.

    Signals:
        period_chosen(str): The report of this period is to be looked at.
        tasks_requested(frozenset): What agencies have not reported on was asked for.
        go_to(str): A place was asked for.
    """

    period_chosen = Signal(str)
    tasks_requested = Signal(object)
    go_to = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._codes: list[str] = []
        self._stages: list[str] = []
        self._board: ProgressBoard | None = None
        self._past: dict[ReportingPeriod, PeriodGlance] = {}
        self._unreported: frozenset[object] = frozenset()
        self.title = QLabel(self)
        self.title.setObjectName("heading")
        self.title.setWordWrap(True)
        self.days = self._label()
        self.returns = self._label()
        self.report = self._label()
        self.recorded = self._label()
        self.returns_button = self._link(self._go_to_returns)
        self.unreported_button = self._link(self._open_unreported)
        self.report_button = self._link(self._go_to_reports)
        self.tiles = [Tile(1.0, self) for _ in range(4)]
        self._group = QButtonGroup(self)
        year = QGridLayout()
        year.setSpacing(6)
        for place, tile in enumerate(self.tiles):
            tile.setCheckable(True)
            self._group.addButton(tile, place)
            year.addWidget(tile, place // 4, place % 4)
        self._group.idClicked.connect(self._on_period_clicked)
        lines = QGridLayout()
        lines.setHorizontalSpacing(6)
        lines.setVerticalSpacing(2)
        lines.setColumnStretch(0, 1)
        lines.addWidget(self.days, 0, 0, 1, 2)
        for row, (label, button) in enumerate(
            (
                (self.returns, self.returns_button),
                (self.recorded, self.unreported_button),
                (self.report, self.report_button),
            ),
            1,
        ):
            lines.addWidget(label, row, 0)
            lines.addWidget(button, row, 1, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 10)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addLayout(lines)
        layout.addStretch(1)
        layout.addLayout(year)

    def show_period(self, figures: OverviewFigures, standings: Standings, day: date) -> None:
        """Show the period of a board as it stands today, ``day``."""
        period = figures.board.period
        if figures.board is not self._board:
            self._board, self._past = figures.board, {}
        standing = standings.get(period.key, PeriodStanding())
        locked = " · đã khóa" if period.is_closed else ""
        self.title.setText(f"Kỳ báo cáo {period.title}{locked}")
        self.days.setText("<br>".join(_day_lines(period, standing, day)))
        self._show_returns(figures, standing)
        self._show_report(standing)
        self._show_year(figures.year, standings, period, day)

    def show_glance(self, glance: PeriodGlance) -> None:
        """Show what is counted for one of the year's reports."""
        period = glance.period
        place = self._codes.index(period.key.code)
        stage = self._stages[place]
        if glance.done is None:
            counted = f"đến {period.last_day:%d/%m}"
        else:
            self._past[period] = glance
            counted = f"{glance.done}/{glance.applicable} xong"
        self.tiles[place].show_text(
            TileText(_short_name(period), counted, stage),
            f"Xem {period.title}: {format_day(period.first_day)} – "
            f"{format_day(period.last_day)}, {stage}",
        )

    def _show_returns(self, figures: OverviewFigures, standing: PeriodStanding) -> None:
        asked, sent = standing.agencies_asked, standing.agencies_sent
        self.returns.setVisible(asked is not None)
        self.returns_button.setVisible(asked is not None)
        if asked is not None:
            left = f", còn {asked - sent} đơn vị" if sent < asked else ""
            self.returns.setText(f"Đã nhận biểu của {sent}/{asked} đơn vị{left}.")
            self.returns_button.setText("Thu biểu đơn vị")
        self._unreported = frozenset(t for row in figures.unreported for t in row.tasks)
        expected, complete = figures.agencies_expected, figures.agencies_complete
        self.recorded.setVisible(bool(expected))
        self.recorded.setText(f"{complete}/{expected} đơn vị đã có đủ số liệu trong kỳ.")
        self.unreported_button.setVisible(bool(self._unreported))
        self.unreported_button.setText("Xem việc chưa ghi")

    def _show_report(self, standing: PeriodStanding) -> None:
        stage = standing.report
        self.report.setVisible(stage is not None)
        self.report_button.setVisible(stage is not None)
        if stage is None:
            return
        words = {
            ReportStage.NOT_BEGUN: "chưa soạn",
            ReportStage.DRAFTED: "đang soạn",
            ReportStage.SENT: "đã gửi",
        }[stage]
        if stage is ReportStage.SENT and standing.sent_on:
            words += f" ngày {format_day(standing.sent_on)}"
        note = f"; {standing.report_note}" if standing.report_note else ""
        self.report.setText(f"Báo cáo: {words}{note}.")
        self.report_button.setText(
            "Soạn báo cáo" if stage is ReportStage.NOT_BEGUN else "Mở báo cáo"
        )

    def _show_year(
        self,
        year: Sequence[PeriodGlance],
        standings: Standings,
        chosen: ReportingPeriod,
        day: date,
    ) -> None:
        self._codes = [glance.period.key.code for glance in year]
        self._stages = [
            _stage_words(glance.period, standings.get(glance.period.key, PeriodStanding()), day)
            for glance in year
        ]
        self._group.setExclusive(False)
        for place, tile in enumerate(self.tiles):
            # One that stays in view keeps the keyboard.
            tile.setVisible(place < len(year))
        for tile, glance in zip(self.tiles, year, strict=False):
            known = self._past.get(glance.period)
            self.show_glance(known if known and glance.done is None else glance)
            tile.setChecked(glance.period.key == chosen.key)
        self._group.setExclusive(any(tile.isChecked() for tile in self.tiles))

    def minimumSizeHint(self) -> QSize:
        """Override QWidget.minimumSizeHint: the four reports keep their words whole."""
        hint = super().minimumSizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * 52, hint.height())

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        return label

    def _link(self, on_clicked: object) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("link", True)
        button.clicked.connect(on_clicked)
        button.hide()
        return button

    @Slot(int)
    def _on_period_clicked(self, place: int) -> None:
        self.period_chosen.emit(self._codes[place])

    @Slot()
    def _open_unreported(self) -> None:
        self.tasks_requested.emit(self._unreported)

    @Slot()
    def _go_to_returns(self) -> None:
        self.go_to.emit(RETURNS)

    @Slot()
    def _go_to_reports(self) -> None:
        self.go_to.emit(REPORTS)


def _day_lines(period: ReportingPeriod, standing: PeriodStanding, day: date) -> list[str]:
    """Return the period's days, and how many are left to those by which papers are due."""
    whole = " (lũy kế từ đầu năm)" if period.is_cumulative else ""
    is_sent = standing.report is ReportStage.SENT
    return [
        f"Số liệu {format_day(period.first_day)} – {format_day(period.last_day)}{whole}",
        f"Đơn vị gửi về chậm nhất <b>{format_day(period.agency_due)}</b>"
        + ("" if is_sent else f" ({_left(period.agency_due, day)})"),
        f"Gửi cấp trên chậm nhất <b>{format_day(period.send_by)}</b>"
        + ("" if is_sent else f" ({_left(period.send_by, day)})"),
    ]


def _left(due: date, day: date) -> str:
    days = (due - day).days
    if days == 0:
        return "hôm nay"
    return f"còn {days} ngày" if days > 0 else f"đã qua {-days} ngày"


def _stage_words(period: ReportingPeriod, standing: PeriodStanding, day: date) -> str:
    if standing.report is ReportStage.SENT:
        return "đã gửi"
    if period.is_closed:
        return "đã khóa"
    if standing.report is ReportStage.DRAFTED:
        return "đang soạn"
    if day < period.first_day:
        return "chưa đến kỳ"
    return "đang theo dõi" if day <= period.send_by else "đã qua hạn gửi"


def _short_name(period: ReportingPeriod) -> str:
    words = period.name.removesuffix(" đầu năm")
    return words[:1].upper() + words[1:]
