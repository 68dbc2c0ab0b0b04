"""Searching, filtering, sorting, finding and replacing in the plan's screen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.agency import Role
from cchc_desktop.domain.deadline import DeadlineKind
from cchc_desktop.domain.plan_filter import EVERYTHING, PlanFilter
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.plan_screen import PlanScreen
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace
from tests.ui.plan_parts import (
    CONTENT,
    DEADLINE,
    LEAD,
    PRODUCT,
    cell,
    contents,
    row,
    screen,
    stand_in,
)

__all__ = ["screen"]

Settle = Callable[[], None]


def choose(chip: QToolButton, text: str) -> None:
    """Open a chip's menu and choose an entry."""
    menu = chip.menu()
    menu.aboutToShow.emit()
    entry: QAction = next(a for a in menu.actions() if a.text() == text)
    entry.trigger()


def test_words_without_marks_find_words_with_any_marks(screen: PlanScreen) -> None:
    QTest.keyClicks(screen.search_field, "duong")

    assert contents(screen) == [
        "I CHỈ ĐẠO, ĐIỀU HÀNH",
        "3 Sửa chữa đường dây",
        "II CẢI CÁCH THỂ CHẾ",
        "1 Rà soát văn bản về dương lịch",
    ]
    assert screen.filters.count_label.text() == "2/5 nhiệm vụ"


def test_words_with_marks_find_only_those(screen: PlanScreen) -> None:
    screen.search_field.setText("đường")

    assert contents(screen) == ["I CHỈ ĐẠO, ĐIỀU HÀNH", "3 Sửa chữa đường dây"]


def test_the_task_of_a_subtask_that_is_found_stays(screen: PlanScreen) -> None:
    screen.search_field.setText("đột xuất")

    assert contents(screen) == [
        "I CHỈ ĐẠO, ĐIỀU HÀNH",
        "2 Kiểm tra công tác cải cách",
        "b) Kiểm tra đột xuất",
    ]


def test_the_current_row_stays_current_over_a_search(screen: PlanScreen) -> None:
    stand_in(screen, 6, LEAD)

    screen.search_field.setText("duong")
    screen.search_field.clear()

    assert screen.table.currentIndex().row() == 6
    assert screen.table.current_column is LEAD


@pytest.mark.parametrize(
    ("chip", "entry", "expected"),
    [
        ("section_button", "II. CẢI CÁCH THỂ CHẾ", ["II", "1", "2"]),
        ("deadline_button", "Chờ sự việc", ["I", "2", "b)"]),
        ("deadline_button", "Chưa nhận ra", ["II", "2"]),
        ("quarter_button", "Đến hạn quý II", ["I", "2", "a)"]),
        ("agency_button", "Phòng Tư pháp", ["I", "2", "", "II", "2"]),
        ("agency_button", "Tên chưa có trong danh mục", ["I", "3"]),
    ],
)
def test_chips_filter_by_what_was_understood(
    screen: PlanScreen, chip: str, entry: str, expected: list[str]
) -> None:
    choose(getattr(screen.filters, chip), entry)

    assert [r.number for r in screen.model.shown_rows] == expected


def test_a_role_narrows_the_agency(screen: PlanScreen) -> None:
    choose(screen.filters.agency_button, "Phòng Tư pháp")

    choose(screen.filters.agency_button, "Chủ trì")

    assert screen.filters.agency_button.text() == "Chủ trì: Phòng Tư pháp"
    assert [r.number for r in screen.model.shown_rows] == ["II", "2"]
    assert screen.model.filter.role is Role.LEAD


def test_one_button_takes_all_conditions_away(screen: PlanScreen) -> None:
    screen.search_field.setText("kiểm")
    choose(screen.filters.deadline_button, "Chờ sự việc")
    assert screen.filters.deadline_button.isChecked()

    screen.filters.clear_button.click()

    assert screen.model.filter == EVERYTHING
    assert screen.search_field.text() == ""
    assert not screen.filters.deadline_button.isChecked()
    assert screen.filters.clear_button.isHidden()


def test_a_heading_sorts_up_then_down_then_back(screen: PlanScreen) -> None:
    click = screen.table.columns.sectionClicked.emit
    plan_order = contents(screen)

    click(3)
    first = [cell(screen, n, DEADLINE).text for n in (0, 1)]
    assert first == ["Quý I/2024", "Tháng 3/2024"]
    assert not screen.filters.order_button.isHidden()
    click(3)
    assert cell(screen, 0, DEADLINE).text == "lúc nào thuận"
    click(3)
    assert contents(screen) == plan_order


def test_rows_are_named_in_full_in_another_order(screen: PlanScreen) -> None:
    screen.filters.cycle_sorting(CONTENT)

    numbers = [screen.model.index(n, 0).data() for n in range(screen.model.rowCount())]

    assert numbers == ["II.2", "I.2", "", "I.2.a)", "I.2.b)", "II.1", "I.3", "I.1"]


def test_the_button_goes_back_to_the_plans_order(screen: PlanScreen) -> None:
    screen.filters.cycle_sorting(LEAD)

    screen.filters.order_button.click()

    assert contents(screen)[0] == "I CHỈ ĐẠO, ĐIỀU HÀNH"


def test_show_row_takes_the_filter_away_when_it_hides_the_row(screen: PlanScreen) -> None:
    key = row(screen, 9).key
    screen.show_filtered(PlanFilter(deadline_kind=DeadlineKind.EVENT))

    screen.show_row(key)

    current = screen.table.current_row
    assert current
    assert current.key == key


def test_replacing_keeps_styles_and_is_one_step(screen: PlanScreen, settle: Settle) -> None:
    screen.find_bar.open()
    screen.find_bar.sought.setText("tháng")
    screen.find_bar.new_words.setText("tuần")
    screen.find_bar.matches_case.setChecked(True)

    screen.find_bar.all_button.click()
    settle()
    assert cell(screen, 8, PRODUCT).markup == "Báo cáo <b>tuần</b>"
    assert cell(screen, 8, DEADLINE).text == "Hằng tuần"
    assert cell(screen, 2, DEADLINE).text == "Tháng 3/2024"
    assert screen.find_bar.count_label.text() == "Đã thay 2 chỗ trong 2 ô"

    screen._workspace.undo()
    settle()
    assert cell(screen, 8, PRODUCT).markup == "Báo cáo <b>tháng</b>"
    assert cell(screen, 8, DEADLINE).text == "Hằng tháng"


def test_replacing_in_the_selection_leaves_the_rest(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, LEAD)
    QTest.keyClick(screen.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    screen.find_bar.open()
    assert screen.find_bar.in_selection.isChecked()
    screen.find_bar.sought.setText("Phòng Nội vụ")
    screen.find_bar.new_words.setText("Phòng Tư pháp")

    screen.find_bar.all_button.click()
    settle()

    leads = [cell(screen, n, LEAD).text for n in (1, 2, 4)]
    assert leads == ["Phòng Tư pháp", "Phòng Tư pháp", "Phòng Nội vụ"]


def test_finding_goes_round_from_cell_to_cell(screen: PlanScreen) -> None:
    stand_in(screen, 0, CONTENT)
    screen.find_bar.open()
    screen.find_bar.sought.setText("đường dây")

    visited = []
    for _ in range(3):
        screen.find_bar.find_next()
        visited.append((screen.table.currentIndex().row(), screen.table.current_column))

    assert visited == [(6, CONTENT), (6, PRODUCT), (6, CONTENT)]


def test_f3_goes_to_the_next_hit_of_the_search(screen: PlanScreen) -> None:
    stand_in(screen, 0, CONTENT)
    screen.search_field.setText("duong")

    screen.find_next()
    first = screen.table.current_column, screen.table.currentIndex().row()
    screen.find_previous()

    assert first == (CONTENT, 1)
    assert screen.table.currentIndex().row() == 3


def test_escape_closes_the_find_bar(screen: PlanScreen) -> None:
    screen.find_bar.open()

    QTest.keyClick(screen.find_bar.sought, Qt.Key.Key_Escape)

    assert screen.find_bar.isHidden()


def test_the_details_stay_closed_once_closed(screen: PlanScreen, qtbot: QtBot) -> None:
    screen.toggle_details()

    again = PlanScreen(screen._workspace, screen._settings, Messages())
    qtbot.addWidget(again)

    assert again.details.isHidden()


def test_an_empty_plan_says_what_belongs_there(
    plan_workspace: Workspace, settings: Settings, messages: Messages, qtbot: QtBot
) -> None:
    empty = PlanScreen(plan_workspace, settings, messages)
    qtbot.addWidget(empty)

    with qtbot.waitSignal(empty.import_requested):
        empty._empty.import_asked.emit()

    assert empty._stack.currentWidget() is empty._empty


def test_the_first_section_of_an_empty_plan_is_opened_for_its_title(
    plan_workspace: Workspace,
    settings: Settings,
    messages: Messages,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    empty = PlanScreen(plan_workspace, settings, messages)
    qtbot.addWidget(empty)
    empty.show()

    empty._empty.create_asked.emit()
    settle()

    assert empty.table.is_editing
    assert contents(empty)[0].startswith("I ")
