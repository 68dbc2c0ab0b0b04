"""Searching, filtering, choosing columns, and what is remembered of it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from cchc_desktop.domain.agency import AgencyKind, Role
from cchc_desktop.ui.assignment_screen import AssignmentScreen
from tests.ui.assignment_parts import (
    JUSTICE,
    OWN_AFFAIRS,
    agency_id,
    column,
    make_screen,
    numbers,
    press,
    screen,
    stand_in,
)
from tests.ui.conftest import RecordedMessages

__all__ = ["make_screen", "screen"]


def choose(button: QToolButton, text: str) -> None:
    """Open a button's menu and choose an entry."""
    menu = button.menu()
    menu.aboutToShow.emit()
    entry: QAction = next(a for a in menu.actions() if a.text() == text)
    entry.trigger()


def test_words_find_tasks_and_keep_what_stands_above_them(screen: AssignmentScreen) -> None:
    screen.layout_parts.search_field.setText("dot xuat")

    assert numbers(screen) == ["I", "2", "b)"]
    assert screen.filters.count_label.text() == "1/7 dòng nhiệm vụ"


def test_the_name_of_an_agency_finds_its_column_and_where_it_is_named(
    screen: AssignmentScreen,
) -> None:
    screen.layout_parts.search_field.setText("phòng tư pháp")

    assert numbers(screen) == ["II", "1"]
    assert screen.table.currentIndex().column() == column(screen, JUSTICE)
    assert screen.model.found == {agency_id(screen, JUSTICE)}


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("lead_button", ["I", "2", "b)"]),
        ("unknown_button", ["I", "3"]),
        ("group_button", ["II", "2"]),
    ],
)
def test_switches_leave_the_tasks_that_need_a_look(
    screen: AssignmentScreen, button: str, expected: list[str]
) -> None:
    getattr(screen.filters, button).click()

    assert numbers(screen) == expected


def test_the_tasks_of_one_agency_are_left_and_all_come_back(screen: AssignmentScreen) -> None:
    choose(screen.filters.agency_button, OWN_AFFAIRS)
    assert numbers(screen) == ["I", "1", "2", "a)", "II", "2"]

    screen.layout_parts.search_field.setText("kế hoạch")
    screen.filters.clear_button.click()

    assert len(numbers(screen)) == 9
    assert screen.layout_parts.search_field.text() == ""


def test_a_filter_keeps_the_current_task_and_agency(screen: AssignmentScreen) -> None:
    stand_in(screen, 5, JUSTICE)

    screen.filters.unknown_button.click()

    assert screen.table.current_row
    assert screen.table.current_row.number == "3"
    assert screen.table.current_agency
    assert screen.table.current_agency.name == JUSTICE


def test_a_kind_closes_to_one_column_that_counts(screen: AssignmentScreen) -> None:
    matrix = screen.model.matrix
    assert matrix
    members = [a for a in matrix.agencies if a.kind is AgencyKind.DEPARTMENT]
    expected = {
        row.task.id: sum(row.cell(a.id).role is Role.COOPERATING for a in members)
        for row in matrix.rows
    }
    stand_in(screen, 1, JUSTICE)

    press(screen, Qt.Key.Key_Minus)

    assert screen.model.columns[0].is_closed
    task = screen.model.rows[2].task
    assert task
    assert screen.model.text_at(2, 0) == f"1C {expected[task.id]}P"


def test_the_band_of_a_kind_opens_and_closes_it_by_mouse(screen: AssignmentScreen) -> None:
    header = screen.table.agencies
    before = len(screen.model.columns)

    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 8))
    assert len(screen.model.columns) < before

    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(10, 8))
    assert len(screen.model.columns) == before


def test_marks_in_a_closed_kind_are_not_set_blindly(
    screen: AssignmentScreen, messages: RecordedMessages
) -> None:
    stand_in(screen, 1, JUSTICE)
    press(screen, Qt.Key.Key_Minus, Qt.Key.Key_C)

    assert not screen.has_proposals
    assert messages.notices == ["Mở nhóm cột (phím +) để đánh dấu từng cơ quan."]

    press(screen, Qt.Key.Key_Plus)
    assert not screen.model.columns[0].is_closed


def test_agencies_without_tasks_can_be_shown(screen: AssignmentScreen) -> None:
    assert screen.model.place_of_agency(agency_id(screen, "Hội đồng nhân dân huyện")) < 0

    choose(screen.filters.columns_button, "Mọi cơ quan còn hiệu lực")

    assert screen.model.place_of_agency(agency_id(screen, "Hội đồng nhân dân huyện")) >= 0


def test_columns_and_widths_are_remembered(
    screen: AssignmentScreen, make_screen: Callable[[], AssignmentScreen]
) -> None:
    choose(screen.filters.columns_button, "Mọi cơ quan còn hiệu lực")
    choose(screen.filters.columns_button, "Gộp “Phòng, ban chuyên môn” thành một cột")
    screen.table.tasks.set_chosen_width(333)
    screen.actions_of_table["panel"].trigger()

    again = make_screen()

    assert again.model.with_others
    assert again.model.closed == {AgencyKind.DEPARTMENT}
    assert again.table.tasks.width() == 333
    assert again.panel.isHidden()


def test_the_edge_of_the_tasks_is_dragged(screen: AssignmentScreen) -> None:
    tasks = screen.table.tasks
    before = tasks.width()
    edge = QPoint(before - 2, 60)

    QTest.mousePress(tasks.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(tasks.viewport(), edge + QPoint(40, 0))
    QTest.mouseRelease(tasks.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(40, 0))

    assert tasks.width() == before + 40
