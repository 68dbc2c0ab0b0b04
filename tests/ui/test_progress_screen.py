"""The progress screen: periods, filters, copying forward, and the lock."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.period_dialogs import (
    ClosePeriodDialog,
    PeriodDaysDialog,
    ReopenPeriodDialog,
)
from cchc_desktop.ui.progress_columns import place_of
from cchc_desktop.ui.progress_dialogs import DayDialog
from cchc_desktop.ui.progress_feed import ProgressFeed
from cchc_desktop.ui.progress_filter import Matter
from cchc_desktop.ui.progress_screen import ProgressScreen
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.special_days_dialog import SpecialDaysDialog
from cchc_desktop.ui.workspace import Workspace
from tests.ui.conftest import RecordedMessages
from tests.ui.progress_parts import (
    DONE,
    QUARTER_1,
    RESULT,
    STATEMENT,
    feed,
    is_blank,
    press,
    record,
    row,
    screen,
    select,
    stand_in,
    titles,
    trigger,
    write,
)

__all__ = ["feed", "screen"]

Settle = Callable[[], None]


def period(screen: ProgressScreen) -> str:
    assert screen.model.board
    return screen.model.board.period.key.code


def dialog(screen: ProgressScreen, kind: type[FormDialog]) -> FormDialog:
    found = screen.findChildren(kind)
    assert found
    return found[-1]


def close(screen: ProgressScreen, settle: Settle) -> None:
    screen.period_commands.close_action.trigger()
    settle()
    dialog(screen, ClosePeriodDialog).yes_button.click()
    settle()


def test_the_period_worked_on_today_is_shown_with_its_days(screen: ProgressScreen) -> None:
    assert period(screen) == "quarter-1"
    assert screen.bar.chooser.buttons["quarter-1"].isChecked()
    assert screen.bar.covers.text().startswith(
        "Kỳ 15/12/2023 – 14/03/2024, đơn vị gửi trước 18/03/2024, gửi tỉnh trước 20/03/2024"
    )
    assert screen.bar.day_button.text() == "Xét đến ngày 14/03/2024"


def test_months_stand_behind_the_button_for_other_periods(
    screen: ProgressScreen, settle: Settle
) -> None:
    menu = screen.bar.chooser.others.menu()
    menu.aboutToShow.emit()
    names = {action.text(): action for action in menu.actions()}

    assert len(names) == 13
    names["Tháng 02"].trigger()
    settle()

    assert period(screen) == "month-02"
    assert screen.bar.chooser.others.text() == "Tháng 02"
    assert not any(button.isChecked() for button in screen.bar.chooser.buttons.values())


def test_another_day_gives_another_state(screen: ProgressScreen, settle: Settle) -> None:
    screen.bar.chooser.buttons["half-year"].click()
    settle()
    screen.bar.day_button.click()
    chosen = dialog(screen, DayDialog)
    assert isinstance(chosen, DayDialog)
    chosen.day.setText("01/06/2024")
    chosen.yes_button.click()
    settle()

    verdict = row(screen, 1).verdict
    assert verdict
    assert verdict.state is ProgressState.OVERDUE
    assert screen.bar.day_button.text() == "Xét đến ngày 01/06/2024"


def test_typing_in_the_search_field_filters_and_a_way_back_is_offered(
    screen: ProgressScreen,
) -> None:
    before = titles(screen)
    screen.focus_search()
    QTest.keyClicks(screen.search_field, "duong day")
    assert titles(screen)[1:] == ["3 Sửa chữa đường dây"]
    assert screen.filters.count_label.text() == "1/7 nhiệm vụ"
    QTest.keyClicks(screen.search_field, " zzz")

    assert screen.no_match.isVisible()
    assert "“duong day zzz”" in screen.no_match.sentence
    screen.no_match.button.click()

    assert titles(screen) == before
    assert screen.search_field.text() == ""
    assert screen.table.isVisible()


def test_chips_count_tasks_and_filter_by_them(screen: ProgressScreen) -> None:
    assert screen.model.board
    counts = screen.model.board.summary.whole
    for state, chip in screen.filters.state_chips.items():
        assert chip.text().endswith(f" {counts.count(state)}")
        assert chip.isHidden() is (counts.count(state) == 0)

    screen.filters.state_chips[ProgressState.NOT_DUE].click()
    assert screen.model.task_count == counts.count(ProgressState.NOT_DUE)
    screen.filters.state_chips[ProgressState.NOT_DUE].click()

    assert screen.model.task_count == counts.total


def test_what_is_due_and_unreported_can_be_asked_for(screen: ProgressScreen) -> None:
    board, figures = screen.model.board, screen.model.figures
    assert board
    assert figures
    due = {work.state.item.counted_task.id for work in board.due_within(30)}

    screen.filters.matter_chips[Matter.DUE_30].click()

    assert {r.counted.id for r in screen.model.hit_rows if r.counted} == due
    assert figures.count_of(Matter.DUE_30) == len(due)
    assert figures.count_of(Matter.DUE_7) <= figures.count_of(Matter.DUE_15)
    screen.filters.clear()
    screen.filters.matter_chips[Matter.UNREPORTED].click()
    assert len(screen.model.hit_rows) == len(board.unreported())


def test_tasks_of_another_screen_are_shown_alone(screen: ProgressScreen) -> None:
    task = row(screen, 7).counted
    assert task

    screen.show_tasks(frozenset([TaskId(task.id)]))

    assert titles(screen)[1:] == ["3 Sửa chữa đường dây"]
    assert not screen.filters.tasks_button.isHidden()
    screen.filters.tasks_button.click()
    assert len(titles(screen)) == 14


def test_alt_right_and_space_open_the_members_of_a_group(screen: ProgressScreen) -> None:
    stand_in(screen, 12, RESULT)
    trigger(screen, "open_members")
    opened = screen.model.rowCount()
    assert opened > 14

    stand_in(screen, 13, RESULT)
    trigger(screen, "close_members")
    assert screen.model.rowCount() == 14
    assert screen.table.currentIndex().row() == 12
    press(screen, Qt.Key.Key_Space)

    assert screen.model.rowCount() == opened


def test_members_are_written_in_like_any_row(screen: ProgressScreen, settle: Settle) -> None:
    stand_in(screen, 12, STATEMENT)
    press(screen, Qt.Key.Key_Space)
    stand_in(screen, 13, STATEMENT)
    write(screen, "da")
    press(screen, Qt.Key.Key_Return)
    settle()

    assert record(screen, 13).statement is DONE
    assert record(screen, 13).key.agency_id is not None
    assert "1/" in row(screen, 12).counts_text


def test_copying_forward_fills_blank_cells_only(
    screen: ProgressScreen, settle: Settle, messages: RecordedMessages
) -> None:
    for place, words in ((1, "cu mot"), (3, "cu hai")):
        stand_in(screen, place, RESULT)
        write(screen, words)
        press(screen, Qt.Key.Key_Return)
    settle()
    screen.bar.chooser.buttons["half-year"].click()
    settle()
    stand_in(screen, 3, RESULT)
    write(screen, "moi hai")
    press(screen, Qt.Key.Key_Return)
    settle()

    messages.answers.append(True)
    stand_in(screen, 1, RESULT)
    screen.copy_forward_action.trigger()
    settle()

    assert record(screen, 1).result == "cu mot"
    assert record(screen, 3).result == "moi hai"
    assert "2 việc đang xem" in messages.questions[0]


def test_copying_forward_takes_the_chosen_rows(
    screen: ProgressScreen, settle: Settle, messages: RecordedMessages
) -> None:
    for place in (1, 3, 4):
        stand_in(screen, place, RESULT)
        write(screen, "cu")
        press(screen, Qt.Key.Key_Return)
    settle()
    screen.bar.chooser.buttons["half-year"].click()
    settle()

    messages.answers.append(True)
    select(screen, 3, 4, RESULT, RESULT)
    screen.copy_forward_action.trigger()
    settle()

    assert is_blank(screen, 1)
    assert [record(screen, place).result for place in (3, 4)] == ["cu", "cu"]


def test_copying_forward_says_when_there_is_nothing(
    screen: ProgressScreen, messages: RecordedMessages
) -> None:
    screen.copy_forward_action.trigger()

    assert "Chưa có gì để chép" in messages.notices[0]


def test_a_closed_period_takes_no_writing_and_says_why(
    screen: ProgressScreen, settle: Settle, messages: RecordedMessages
) -> None:
    close(screen, settle)

    assert "quý I năm 2024 đã khóa" in screen.lock_notice.text
    assert "đã khóa" in screen.bar.covers.text()
    stand_in(screen, 1, RESULT)
    write(screen, "a")
    assert not screen.table.is_editing
    assert getattr(messages.take_error(), "code", "") == "period_closed"
    press(screen, Qt.Key.Key_Delete)
    assert getattr(messages.take_error(), "code", "") == "period_closed"
    assert not screen.copy_forward_action.isEnabled()
    flags = screen.model.index(1, place_of(RESULT)).flags()
    assert not flags & Qt.ItemFlag.ItemIsEditable
    settle()


def test_a_period_opens_again_only_with_a_reason_that_stays(
    screen: ProgressScreen, settle: Settle, workspace: Workspace
) -> None:
    close(screen, settle)
    screen.lock_notice.button.click()
    settle()
    asked = dialog(screen, ReopenPeriodDialog)
    assert isinstance(asked, ReopenPeriodDialog)
    assert "khóa kỳ" in asked.trail.text()

    asked.yes_button.click()
    assert asked.problem == "Hãy ghi lý do mở lại kỳ."
    asked.reason.setPlainText("bổ sung số liệu")
    asked.yes_button.click()
    settle()

    assert screen.lock_notice.text == ""
    trails: list[object] = []
    workspace.query(lambda s: s.periods.closings(QUARTER_1), trails.extend)
    settle()
    assert getattr(trails[-1], "reason", "") == "bổ sung số liệu"
    stand_in(screen, 1, RESULT)
    write(screen, "abc")
    press(screen, Qt.Key.Key_Return)
    settle()
    assert record(screen, 1).result == "abc"


def test_the_days_of_a_period_can_be_set_and_given_back(
    screen: ProgressScreen, settle: Settle
) -> None:
    screen.period_commands.days_action.trigger()
    asked = dialog(screen, PeriodDaysDialog)
    assert isinstance(asked, PeriodDaysDialog)
    asked.agency_due.setText("10/3/2024")
    asked.source.setText("Công văn số 1/SNV")
    asked.yes_button.click()
    settle()
    assert screen.model.board
    assert screen.model.board.period.agency_due == date(2024, 3, 10)
    assert "ngày do cơ quan đặt" in screen.bar.covers.text()

    screen.period_commands.days_action.trigger()
    again = dialog(screen, PeriodDaysDialog)
    assert isinstance(again, PeriodDaysDialog)
    again.restore_button.click()
    settle()

    assert screen.model.board.period.agency_due == date(2024, 3, 18)


def test_days_that_do_not_fit_are_said_beside_the_fields(
    screen: ProgressScreen, settle: Settle
) -> None:
    screen.period_commands.days_action.trigger()
    asked = dialog(screen, PeriodDaysDialog)
    assert isinstance(asked, PeriodDaysDialog)

    asked.last_day.setText("")
    asked.yes_button.click()
    assert "Hãy ghi đủ các ngày" in asked.problem
    asked.last_day.setText("1/1/2023")
    asked.yes_button.click()
    settle()

    assert "ngày chốt số liệu" in asked.problem
    asked.reject()


def test_the_screen_asks_for_other_places_by_its_period(
    screen: ProgressScreen, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(screen.collect_requested) as collect:
        screen.collect_action.trigger()
    with qtbot.waitSignal(screen.returns_requested) as returns:
        screen.returns_action.trigger()
    with qtbot.waitSignal(screen.print_requested) as paper:
        screen.print_action.trigger()

    assert collect.args == returns.args == ["quarter-1"]
    assert paper.args == [PaperRequest("progress-annex", 2024, "quarter-1")]


def test_without_a_plan_it_says_what_to_do_first(
    workspace: Workspace,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    made = ProgressScreen(workspace, ProgressFeed(workspace), clock, settings, messages)
    qtbot.addWidget(made)
    made.show()
    settle()

    assert made.no_plan.isVisible()
    assert "Chưa có kế hoạch năm nào" in made.no_plan.sentence
    with qtbot.waitSignal(made.plan_requested):
        made.no_plan.button.click()


def test_details_open_and_close_by_key(screen: ProgressScreen) -> None:
    assert screen.details.isVisible()

    QTest.keyClick(screen.table, Qt.Key.Key_F4)
    assert screen.details.isHidden()
    QTest.keyClick(screen.table, Qt.Key.Key_F4)

    assert screen.details.isVisible()


def test_a_day_off_of_the_office_moves_a_due_day(screen: ProgressScreen, settle: Settle) -> None:
    screen.period_commands.special_days_action.trigger()
    settle()
    days = dialog(screen, SpecialDaysDialog)
    assert isinstance(days, SpecialDaysDialog)
    before = days.list.topLevelItemCount()
    days.day.setText("18/3/2024")
    days.name.setText("Nghỉ do bão")
    days.yes_button.click()
    settle()

    assert days.isVisible()
    assert days.list.topLevelItemCount() == before + 1
    assert "đơn vị gửi trước 19/03/2024" in screen.bar.covers.text()

    own = next(
        days.list.topLevelItem(row)
        for row in range(days.list.topLevelItemCount())
        if "cơ quan đặt" in days.list.topLevelItem(row).text(3)
    )
    assert [own.text(column) for column in range(3)] == ["18/03/2024", "thứ Hai", "nghỉ"]
    days.list.setCurrentItem(own)
    days.remove_button.click()
    settle()
    assert "đơn vị gửi trước 18/03/2024" in screen.bar.covers.text()
    days.reject()


def test_a_special_day_wants_a_day_of_the_year_and_a_name(
    screen: ProgressScreen, settle: Settle
) -> None:
    screen.period_commands.special_days_action.trigger()
    settle()
    days = dialog(screen, SpecialDaysDialog)
    assert isinstance(days, SpecialDaysDialog)

    days.day.setText("18/3/2023")
    days.yes_button.click()
    assert days.problem == "Hãy ghi một ngày của năm 2024."
    days.day.setText("18/3/2024")
    days.yes_button.click()
    assert days.problem == "Hãy ghi tên ngày này."
    days.list.setCurrentItem(days.list.topLevelItem(0))
    assert not days.remove_button.isEnabled()
    days.reject()
