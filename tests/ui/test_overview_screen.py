"""The overview: the figures of a real file, and every one of them a way to its tasks."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.progress import ProgressField, Statement
from cchc_desktop.domain.progress_chart import ChartPart
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.services.progress import ProgressEdit, WorkRef
from cchc_desktop.services.session import Session
from cchc_desktop.ui.chart_bars import Spot
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.overview_figures import overview_of
from cchc_desktop.ui.overview_list import MOST_ROWS, OverviewList
from cchc_desktop.ui.overview_rows import WorkRow
from cchc_desktop.ui.overview_screen import OverviewScreen
from cchc_desktop.ui.overview_standing import PeriodStanding, ReportStage
from cchc_desktop.ui.progress_feed import ProgressFeed
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace
from tests.ui.overview_parts import ANNEX, QUARTER_1, record, task

Settle = Callable[[], None]
Made = Callable[[], OverviewScreen]


@pytest.fixture
def make(
    qtbot: QtBot,
    workspace: Workspace,
    clock: FixedClock,
    settings: Settings,
    messages: Messages,
    settle: Settle,
) -> Made:
    """Makes the screen, shown at the size it has in a window of 1366 by 768."""

    def screen() -> OverviewScreen:
        feed = ProgressFeed(workspace, workspace)
        made = OverviewScreen(workspace, feed, clock, settings, messages)
        qtbot.addWidget(made)
        made.resize(1208, 690)
        made.show()
        # As the window does when its place is gone to, before anything has been read.
        made.setFocus()
        qtbot.waitExposed(made)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        settle()
        return made

    return screen


@pytest.fixture
def planned(plan_workspace: Workspace, settle: Settle) -> Workspace:
    """A plan of nine tasks on which nothing is recorded."""
    plan = plan_workspace.plan
    assert plan
    plan_workspace.mutate(lambda s: s.rows.insert_drafts(plan.id, None, ANNEX))
    settle()
    return plan_workspace


@pytest.fixture
def screen(planned: Workspace, make: Made, settle: Settle) -> OverviewScreen:
    """The overview of a plan with progress recorded in quý I."""
    planned.query(record, lambda _: None)
    settle()
    return make()


def ids(workspace: Workspace, *contents: str) -> frozenset[int]:
    assert workspace.plan
    return frozenset(task(workspace.plan, content) for content in contents)


def headlines(screen: OverviewScreen) -> list[str]:
    return [tile.content.headline for tile in screen.page.tiles]


def press(widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or widget, key)


def test_the_figures_are_those_counted_by_hand(screen: OverviewScreen) -> None:
    assert headlines(screen) == ["9", "2/8", "1", "1", "4"]
    done = screen.page.tiles[1].content
    assert (done.words, done.note) == ("đã hoàn thành (25 %)", "1 đúng hạn, 1 quá hạn")
    assert screen.page.tiles[0].content.note == "1 không còn phù hợp"
    assert screen.header.period_chooser.currentText() == "Quý I năm 2024"
    assert screen.header.day_field.day == date(2024, 3, 14)


def test_each_figure_leads_to_its_tasks_by_keyboard(
    qtbot: QtBot, screen: OverviewScreen, workspace: Workspace
) -> None:
    expected = [
        ids(workspace, *(t.content.text for s in workspace.plan.sections for t in s.tasks)),
        ids(workspace, "Xây dựng kế hoạch năm", "Kế hoạch tuyên truyền"),
        ids(workspace, "Rà soát văn bản"),
        ids(workspace, "Rà soát thủ tục"),
        ids(
            workspace,
            "Kiểm tra công tác cải cách",
            "Công bố danh mục",
            "Góp ý dự thảo",
            "Đối thoại với người dân",
        ),
    ]
    for number, tasks in enumerate(expected):
        assert screen.page.tiles[number].hasFocus()
        with qtbot.waitSignal(screen.tasks_requested) as told:
            press(screen, Qt.Key.Key_Return if number % 2 else Qt.Key.Key_Space)
        assert told.args == [tasks]
        press(screen, Qt.Key.Key_Tab)


def test_bars_count_every_task_once_by_section_and_once_for_each_leading_agency(
    screen: OverviewScreen,
) -> None:
    board = screen._feed.board
    assert board
    figures = overview_of(board)
    by_task = {
        state.item.counted_task.id: board.summary.verdicts[state.item.counted_task.id].state
        for state in board.states
    }
    for bar, section in zip(figures.sections.bars, board.plan.sections, strict=True):
        counted = Counter(by_task[t.id] for t in section.tasks)
        for state in ProgressState:
            assert bar.counts.count(state) == counted[state]
    agencies = {bar.label: bar.end_words for bar in figures.agencies.bars}
    assert list(agencies.items()) == [("Phòng Nội vụ", "1/4"), ("Phòng Tư pháp", "1/3")]
    assert screen.page.agencies.unnamed_button.text().startswith("1 nhiệm vụ chưa rõ")


def test_keys_walk_over_bars_and_parts_and_open_them(
    qtbot: QtBot, screen: OverviewScreen, workspace: Workspace
) -> None:
    chart = screen.page.sections.chart
    chart.setFocus()
    with qtbot.waitSignal(screen.tasks_requested) as told:
        press(chart, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert told.args == [
        ids(
            workspace,
            "Rà soát văn bản",
            "Công bố danh mục",
            "Góp ý dự thảo",
            "Đối thoại với người dân",
        )
    ]
    press(chart, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert chart.spot == Spot(0, ChartPart.DONE_LATE)
    assert "1 hoàn thành quá hạn trong 4 nhiệm vụ" in chart.accessibleName()
    with qtbot.waitSignal(screen.tasks_requested) as told:
        press(chart, Qt.Key.Key_Space)
    assert told.args == [ids(workspace, "Kế hoạch tuyên truyền")]
    press(chart, Qt.Key.Key_End, Qt.Key.Key_Left)
    assert chart.spot == Spot(1)


def test_a_click_opens_the_part_under_the_mouse(
    qtbot: QtBot, screen: OverviewScreen, workspace: Workspace
) -> None:
    chart = screen.page.agencies.chart
    late = chart.area_of(Spot(0, ChartPart.OVERDUE)).center()
    assert chart.spot_at(late) == Spot(0, ChartPart.OVERDUE)
    with qtbot.waitSignal(screen.tasks_requested) as told:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=late)
    assert told.args == [ids(workspace, "Rà soát thủ tục")]


def test_bars_lie_to_one_scale_side_by_side(screen: OverviewScreen) -> None:
    chart = screen.page.sections.chart
    parts = [chart._rows[0].parts, chart._rows[1].parts]
    per_task = [sum(area.width() for area in row.values()) / 4 for row in parts]
    assert per_task[0] == pytest.approx(per_task[1])
    areas = list(parts[0].values())
    for left, right in pairwise(areas):
        assert left.right() == pytest.approx(right.left())


def test_lists_say_how_late_how_soon_what_waits_and_who_is_silent(
    qtbot: QtBot, screen: OverviewScreen, workspace: Workspace
) -> None:
    lists = screen.page.lists
    assert [r.split("\N{NO-BREAK SPACE}")[0] for r in lists.row_words] == [
        "quá 13 ngày, I.4. Rà soát thủ tục, hạn 01/03/2024"
    ]
    lists.tabs["due"].click()
    assert [words.split(",")[0] for words in lists.row_words] == ["còn 11 ngày"]
    lists.day_tabs[7].click()
    assert lists.row_words == []
    lists.day_tabs[30].click()
    assert [words.split(",")[0] for words in lists.row_words] == ["còn 11 ngày", "còn 17 ngày"]
    lists.tabs["waiting"].click()
    assert [words.split(",")[1].split(":")[0] for words in lists.row_words] == [
        " I.3. Kiểm tra công tác cải cách",
        " II.3. Góp ý dự thảo",
    ]
    lists.tabs["unreported"].click()
    assert [words.split(",")[:2] for words in lists.row_words] == [
        ["3 nhiệm vụ", " Phòng Nội vụ"],
        ["1 nhiệm vụ", " Chưa rõ cơ quan chủ trì"],
    ]
    lists.list.setFocus()
    with qtbot.waitSignal(screen.tasks_requested) as told:
        press(lists.list, Qt.Key.Key_Return)
    assert told.args == [
        ids(workspace, "Kiểm tra công tác cải cách", "Rà soát thủ tục", "Đối thoại với người dân")
    ]
    with qtbot.waitSignal(screen.tasks_requested) as told:
        lists.all_button.click()
    assert len(told.args[0]) == 4


@pytest.mark.parametrize("days", [7, 15, 30])
def test_the_list_of_what_is_due_is_the_boards_own_within_each_span(
    screen: OverviewScreen, days: int
) -> None:
    board = screen._feed.board
    assert board
    for day in (date(2024, 1, 1), date(2024, 3, 14), date(2024, 6, 20), date(2024, 12, 20)):
        moved = replace(board, day=day)
        rows = overview_of(moved).due_within(days)
        own = {work.state.item.counted_task.id for work in moved.due_within(days)}
        assert {t for row in rows for t in row.tasks} == own


def test_tab_goes_through_everything_in_the_order_in_which_it_is_read(
    screen: OverviewScreen,
) -> None:
    page = screen.page
    page.lists.tabs["due"].click()
    expected = [
        *page.tiles,
        page.sections.chart,
        page.agencies.chart,
        page.agencies.unnamed_button,
        *page.lists.tabs.values(),
        page.lists.list,
        *page.lists.day_tabs.values(),
        page.lists.all_button,
        page.period.unreported_button,
        page.period.tiles[0],
    ]
    screen.setFocus()
    reached = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        reached.append(focused)
        if focused is page.period.tiles[0]:
            break
        press(screen, Qt.Key.Key_Tab)
    # Of a group of buttons of which one is chosen, Tab goes to that one only.
    assert reached == [w for w in expected if w in reached]
    assert {page.sections.chart, page.lists.list, page.lists.all_button} <= set(reached)


def test_the_list_and_the_span_are_remembered(
    screen: OverviewScreen, make: Made, settle: Settle
) -> None:
    screen.page.lists.tabs["due"].click()
    screen.page.lists.day_tabs[30].click()
    again = make()
    assert again.page.lists.tabs["due"].isChecked()
    assert again.page.lists.days == 30


def test_the_period_says_its_days_and_who_has_recorded(
    qtbot: QtBot, screen: OverviewScreen
) -> None:
    card = screen.page.period
    assert card.title.text() == "Kỳ báo cáo quý I năm 2024"
    assert "Gửi cấp trên chậm nhất <b>20/03/2024</b> (còn 5 ngày)" in card.days.text()
    assert card.recorded.text() == "1/2 đơn vị đã có đủ số liệu trong kỳ."
    assert card.returns.isHidden()
    assert card.report.isHidden()
    with qtbot.waitSignal(screen.tasks_requested) as told:
        card.unreported_button.click()
    assert len(told.args[0]) == 4


def test_returns_and_report_are_shown_once_something_can_tell_of_them(
    qtbot: QtBot, screen: OverviewScreen, settle: Settle
) -> None:
    asked: list[PeriodKey] = []

    def provider(_session: Session, key: PeriodKey) -> PeriodStanding:
        asked.append(key)
        if key == QUARTER_1:
            return PeriodStanding(20, 17, ReportStage.DRAFTED, "2 mục cần xem lại")
        return PeriodStanding()

    screen.set_standing_provider(provider)
    settle()
    card = screen.page.period
    assert card.returns.text() == "Đã nhận biểu của 17/20 đơn vị, còn 3 đơn vị."
    assert card.report.text() == "Báo cáo: đang soạn; 2 mục cần xem lại."
    assert card.tiles[0].content.note == "đang soạn"
    assert {key.code for key in asked} == {"quarter-1", "half-year", "quarter-3", "year"}
    for button, place in ((card.returns_button, "returns"), (card.report_button, "reports")):
        with qtbot.waitSignal(screen.go_to) as told:
            button.click()
        assert told.args == [place]


def test_another_period_and_day_are_chosen_and_the_figures_follow(
    qtbot: QtBot, screen: OverviewScreen, settle: Settle
) -> None:
    screen.page.period.tiles[3].click()
    settle()
    assert screen.header.period_chooser.currentText() == "Năm 2024"
    assert screen.header.day_field.day == date(2024, 3, 15)

    field = screen.header.day_field
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "30/3/2024")
    press(field, Qt.Key.Key_Return)
    settle()
    assert headlines(screen)[3] == "2"
    assert screen.page.period.tiles[0].content.words == "2/8 xong"

    screen.header.usual_day_button.click()
    settle()
    assert field.day == date(2024, 3, 15)
    assert headlines(screen)[3] == "1"

    screen.previous_action.trigger()
    settle()
    assert screen.page.period.title.text() == "Kỳ báo cáo quý III năm 2024"


def test_what_is_no_day_is_said_and_put_back(
    screen: OverviewScreen, messages: Messages, settle: Settle
) -> None:
    screen.header.day_field.setText("31/2/2024")
    screen.commit_editing()
    settle()
    assert "31/2/2024" in messages.notices[0]
    assert screen.header.day_field.text() == "14/03/2024"


def test_progress_recorded_meanwhile_is_counted_and_undone(
    screen: OverviewScreen, workspace: Workspace, settle: Settle
) -> None:
    plan = workspace.plan
    assert plan
    row = next(t for t in plan.tasks() if t.content.text == "Rà soát thủ tục")
    work = WorkRef(row.id, row.deliverables[0].id)
    edit = ProgressEdit(work, ProgressField.STATEMENT, Statement.DONE)
    workspace.mutate(lambda s: s.progress.write(QUARTER_1, [edit]))
    settle()
    assert headlines(screen) == ["9", "3/8", "1", "0", "4"]
    assert not screen.page.tiles[3].isEnabled()
    assert screen.page.lists.row_words == []

    workspace.undo()
    settle()
    assert headlines(screen) == ["9", "2/8", "1", "1", "4"]


def test_a_screen_out_of_view_reads_nothing_and_is_current_when_shown(
    screen: OverviewScreen, workspace: Workspace, settle: Settle
) -> None:
    screen.hide()
    before = screen._feed.board
    plan = workspace.plan
    assert plan
    workspace.mutate(lambda s: s.rows.insert_drafts(plan.id, None, ANNEX[:1]))
    settle()
    assert screen._feed.board is before

    screen.show()
    settle()
    assert headlines(screen)[0] == "13"


def test_a_new_morning_is_looked_at_by_itself(
    screen: OverviewScreen, clock: FixedClock, settle: Settle
) -> None:
    screen._feed.choose_period("half-year")
    settle()
    assert screen.header.day_field.day == date(2024, 3, 15)
    clock.moment = datetime(2024, 3, 18, 7, 30)
    screen.hide()
    screen.show()
    settle()
    assert screen.header.day_field.day == date(2024, 3, 18)


def test_without_a_plan_there_is_one_thing_to_do(
    qtbot: QtBot, workspace: Workspace, make: Made
) -> None:
    screen = make()
    assert screen.empty.isVisible()
    assert "Chưa có kế hoạch năm nào" in screen.empty.sentence.text()
    screen.setFocus()
    with qtbot.waitSignal(screen.go_to) as told:
        press(screen, Qt.Key.Key_Return)
    assert told.args == ["plan"]


def test_a_plan_without_tasks_is_said_so(plan_workspace: Workspace, make: Made) -> None:
    screen = make()
    assert screen.empty.isVisible()
    assert "Kế hoạch năm 2024 chưa có nhiệm vụ nào" in screen.empty.sentence.text()


def test_a_plan_without_progress_offers_to_record_it(
    qtbot: QtBot, planned: Workspace, make: Made
) -> None:
    screen = make()
    assert screen.page.nothing_recorded.isVisible()
    assert headlines(screen) == ["9", "0/9", "0", "3", "6"]
    with qtbot.waitSignal(screen.go_to) as told:
        screen.page.nothing_recorded.button.click()
    assert told.args == ["progress"]


def test_everything_fits_a_laptops_window_without_scrolling(screen: OverviewScreen) -> None:
    assert screen.page.verticalScrollBar().maximum() == 0
    assert screen.page.horizontalScrollBar().maximum() == 0


def test_a_larger_font_makes_rows_taller_and_a_narrow_window_one_column(
    qtbot: QtBot, screen: OverviewScreen, qapp: QApplication
) -> None:
    before = screen.page.sections.chart.height()
    usual = qapp.font()
    large = QFont(usual)
    large.setPointSizeF(usual.pointSizeF() * 1.75)
    try:
        qapp.setFont(large)
        qtbot.waitUntil(lambda: screen.page.sections.chart.height() > before)
        screen.resize(900, 690)
        page = screen.page
        qtbot.waitUntil(lambda: page.agencies.y() > page.sections.y())
        assert page.horizontalScrollBar().maximum() == 0
    finally:
        qapp.setFont(usual)


def test_a_long_list_shows_its_beginning_and_opens_whole(
    qtbot: QtBot, qtmodeltester: ModelTester
) -> None:
    rows = [
        WorkRow("quá 1 ngày", "late", "clock", f"I.{n}. Việc", "Phòng Nội vụ", frozenset({n}), -1)
        for n in range(MOST_ROWS * 3)
    ]
    shown = OverviewList()
    qtbot.addWidget(shown)
    qtmodeltester.check(shown.rows)
    shown.show_rows(rows)
    qtmodeltester.check(shown.rows)
    assert shown.rows.rowCount() == MOST_ROWS
    with qtbot.waitSignal(shown.opened) as told:
        QTest.keyClick(shown, Qt.Key.Key_Return)
    assert told.args == [rows[0]]
    shown.show_rows(())
    qtmodeltester.check(shown.rows)


def test_arrows_and_space_go_from_list_to_list(screen: OverviewScreen) -> None:
    lists = screen.page.lists
    lists.tabs["late"].setFocus()
    press(lists, Qt.Key.Key_Right, Qt.Key.Key_Space)
    assert lists.tabs["due"].isChecked()
    assert [words.split(",")[0] for words in lists.row_words] == ["còn 11 ngày"]


def test_arrows_and_space_go_from_report_to_report(screen: OverviewScreen, settle: Settle) -> None:
    screen.page.period.tiles[0].setFocus()
    press(screen, Qt.Key.Key_Right, Qt.Key.Key_Space)
    settle()
    assert screen.header.period_chooser.currentText() == "6 tháng đầu năm 2024"
    assert screen.page.period.tiles[1].hasFocus()
