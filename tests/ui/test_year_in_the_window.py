"""A whole year of a real district, played through the window, counted again by the test.

The workbooks are filled in as agencies do; everything else is the officer's own way through
the places: making, collecting, looking at how things stand, drafting, previewing, locking.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.ui.jobs import Jobs
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.office_view import OfficeView
from cchc_desktop.ui.period_dialogs import ClosePeriodDialog, ReopenPeriodDialog
from cchc_desktop.ui.preview_screen import PreviewScreen
from cchc_desktop.ui.progress_columns import ProgressColumn, place_of
from cchc_desktop.ui.progress_screen import ProgressScreen
from cchc_desktop.ui.report_screen import ReportScreen
from cchc_desktop.ui.return_screen import ReturnsScreen
from cchc_desktop.ui.settings import Settings
from tests.test_whole_year import ANNEX, PERIODS, STATES, Year, share
from tests.ui.conftest import RecordedMessages

Settle = Callable[[], None]

pytestmark = pytest.mark.skipif(not ANNEX.exists(), reason="the real annex is not at hand")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2025, 1, 10, 9, 0))


@pytest.fixture
def year(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Year:
    return Year(tmp_path, capsys)


@pytest.fixture
def view(
    qtbot: QtBot,
    jobs: Jobs,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
    year: Year,
    settle: Settle,
) -> Iterator[OfficeView]:
    window = MainWindow(jobs, clock, settings, messages)
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()
    assert window.open(year.file)
    settle()
    assert window.office_view is not None
    yield window.office_view
    settle()
    window.close()


def shown(view: OfficeView, kind: type) -> object:
    return next(w for w in view.window().findChildren(kind) if w.isVisible())


def choose_period(view: OfficeView, code: str, settle: Settle) -> ProgressScreen:
    view.show_place("progress")
    settle()
    view.places.feed.choose_period(code)
    settle()
    screen = view.places.screen("progress")
    assert isinstance(screen, ProgressScreen)
    return screen


def make_workbooks(view: OfficeView, folder: Path, settle: Settle) -> None:
    folder.mkdir()
    view.full_screens.show_sending()
    settle()
    screen = shown(view, ReturnsScreen)
    assert isinstance(screen, ReturnsScreen)
    screen.sending.make_returns_action.trigger()
    dialog = shown(view, QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(folder))
    dialog.close()
    settle()


def collect_workbooks(view: OfficeView, folder: Path, settle: Settle) -> None:
    view.full_screens.show_collecting()
    settle()
    screen = shown(view, ReturnsScreen)
    assert isinstance(screen, ReturnsScreen)
    screen.collect(sorted(folder.glob("*.xlsx")))
    settle()
    work = screen.collecting.work
    assert work.write_button.isEnabled(), work.write_button.text()
    work.write_button.click()
    settle()
    screen.give_up()
    settle()


def pages(view: OfficeView, request: PaperRequest, settle: Settle) -> str:
    view.full_screens.show_paper(request)
    settle()
    screen = shown(view, PreviewScreen)
    assert isinstance(screen, PreviewScreen)
    assert screen._paper is not None
    with pypdfium2.PdfDocument(screen._paper.path) as pdf:
        text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    screen.close_preview()
    settle()
    return " ".join(text.split())


def test_every_figure_on_the_screens_of_a_year_equals_an_independent_count(
    view: OfficeView, year: Year, settle: Settle, tmp_path: Path
) -> None:
    for period in PERIODS:
        screen = choose_period(view, period, settle)
        folder = tmp_path / f"biểu {period}"
        make_workbooks(view, folder, settle)
        year.fill(folder, period)
        collect_workbooks(view, folder, settle)

        board = view.places.feed.board
        assert board is not None
        assert board.period.key.code == period
        expected = year.counted(period)
        whole = board.summary.whole
        assert {s: whole.count(ProgressState(s)) for s in STATES} == {
            s: expected[s] for s in STATES
        }
        standing = Counter(
            (task.split(".")[0], state) for task, state in year.standing(period).items()
        )
        for section in board.plan.sections:
            counts = board.summary.by_section[section.id]
            for state in STATES:
                assert counts.count(ProgressState(state)) == standing[section.number, state]

        view.show_place("reports")
        settle()
        report = view.places.screen("reports")
        assert isinstance(report, ReportScreen)
        report.update_report()
        settle()
        done = expected["done_on_time"] + expected["done_late"]
        applicable = 41 - expected["dropped"]
        text = pages(view, PaperRequest("report", 2024, period), settle)
        assert f"{done:02}/{applicable} nhiệm vụ" in text
        assert share(done, applicable) in text
        assert "Tổng số 41 nhiệm vụ" in pages(
            view, PaperRequest("progress-annex", 2024, period), settle
        )

        view.show_place("progress")
        settle()
        screen.period_commands.close_period()
        asked = shown(view, ClosePeriodDialog)
        assert isinstance(asked, ClosePeriodDialog)
        asked.yes_button.click()
        settle()
        assert view.places.feed.board is not None
        assert view.places.feed.board.period.is_closed


def test_a_locked_period_is_opened_with_a_reason_corrected_and_leaves_a_trail(
    view: OfficeView, settle: Settle
) -> None:
    screen = choose_period(view, "quarter-1", settle)
    screen.period_commands.close_period()
    asked = shown(view, ClosePeriodDialog)
    assert isinstance(asked, ClosePeriodDialog)
    asked.yes_button.click()
    settle()
    screen.period_commands.reopen_period()
    reopen = shown(view, ReopenPeriodDialog)
    assert isinstance(reopen, ReopenPeriodDialog)
    reopen.reason.setPlainText("Đơn vị gửi sót số liệu")
    reopen.yes_button.click()
    settle()
    row = next(i for i, r in enumerate(screen.model.shown_rows) if r.state is not None)
    screen.table.stand_on(screen.model.index(row, place_of(ProgressColumn.RESULT)))
    for letter in "xong":
        QTest.keyClicks(screen.table.delegate.editor or screen.table, letter)
    QTest.keyClick(screen.table.delegate.editor or screen.table, Qt.Key.Key_Return)
    settle()

    history = view.places.screen("history")
    view.show_place("history")
    settle()
    lines = [history.model.index(i, 1).data() for i in range(3)]
    assert "Ghi 1 ô tiến độ quý I năm 2024" in lines[0]
    assert "Mở lại kỳ" in lines[1]
    assert "Đơn vị gửi sót số liệu" in lines[1]
    assert "Khóa kỳ" in lines[2]
