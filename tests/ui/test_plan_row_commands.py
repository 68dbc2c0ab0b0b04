"""Adding, deleting, moving and indenting rows of the plan's table."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from cchc_desktop.domain.plan_filter import PlanFilter
from cchc_desktop.domain.plan_rows import RowKind
from cchc_desktop.ui.plan_screen import PlanScreen
from tests.ui.conftest import RecordedMessages
from tests.ui.plan_parts import (
    CONTENT,
    DEADLINE,
    PRODUCT,
    cell,
    contents,
    press,
    rich,
    row,
    screen,
    select_rows,
    stand_in,
    trigger,
    write,
)

__all__ = ["screen"]

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_ctrl_enter_adds_a_task_below_and_waits_for_its_words(
    screen: PlanScreen, settle: Settle
) -> None:
    stand_in(screen, 1, PRODUCT)

    press(screen, Qt.Key.Key_Return, CTRL)
    settle()
    write(screen, "Viec moi")
    press(screen, Qt.Key.Key_Return)
    settle()

    assert contents(screen)[1:4] == [
        "1 Xây dựng kế hoạch năm",
        "2 Viec moi",
        "3 Kiểm tra công tác cải cách",
    ]


def test_the_insert_key_adds_a_task_as_well(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 6, CONTENT)

    press(screen, Qt.Key.Key_Insert)
    settle()

    assert contents(screen)[7] == "4"


def test_adding_a_subtask_opens_its_cell(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, CONTENT)

    press(screen, Qt.Key.Key_Return, CTRL | SHIFT)
    settle()

    assert contents(screen)[2] == "a)"
    assert screen.table.is_editing


def test_adding_a_product_opens_its_cell(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, CONTENT)

    trigger(screen, "add_deliverable")
    settle()
    write(screen, "Bao cao")
    press(screen, Qt.Key.Key_Return)
    settle()

    assert row(screen, 2).key.kind is RowKind.DELIVERABLE
    assert cell(screen, 2, PRODUCT) == rich("Bao cao")


def test_adding_a_section_opens_its_title(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, CONTENT)

    trigger(screen, "add_section")
    settle()
    write(screen, "MOI")
    press(screen, Qt.Key.Key_Return)
    settle()

    assert "II MOI" in contents(screen)


def test_deleting_rows_is_one_step_and_goes_to_the_row_below(
    screen: PlanScreen, settle: Settle
) -> None:
    stand_in(screen, 1, CONTENT)

    press(screen, Qt.Key.Key_Delete, CTRL)
    settle()
    assert contents(screen)[1] == "1 Kiểm tra công tác cải cách"
    assert screen.table.currentIndex().row() == 1

    screen._workspace.undo()
    settle()
    assert contents(screen)[1] == "1 Xây dựng kế hoạch năm"


def test_deleting_a_section_with_tasks_asks_first(
    screen: PlanScreen, messages: RecordedMessages, settle: Settle
) -> None:
    stand_in(screen, 7, CONTENT)
    messages.answers = [False]

    trigger(screen, "delete_rows")
    settle()

    assert "2 nhiệm vụ" in messages.questions[0]
    assert len(contents(screen)) == 10


def test_alt_down_moves_the_row_and_keeps_it_chosen(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)

    press(screen, Qt.Key.Key_Down, ALT)
    settle()

    assert contents(screen)[1] == "1 Kiểm tra công tác cải cách"
    assert contents(screen)[5] == "2 Xây dựng kế hoạch năm"
    assert screen.table.currentIndex().row() == 5


def test_several_rows_move_together(screen: PlanScreen, settle: Settle) -> None:
    select_rows(screen, 1, 2, 3, 4)

    press(screen, Qt.Key.Key_Down, ALT)
    settle()

    assert [line for line in contents(screen)[1:7] if line[:1].isdigit()] == [
        "1 Sửa chữa đường dây",
        "2 Xây dựng kế hoạch năm",
        "3 Kiểm tra công tác cải cách",
    ]


def test_alt_right_indents_and_alt_left_outdents(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 6, CONTENT)

    press(screen, Qt.Key.Key_Right, ALT)
    settle()
    assert contents(screen)[6] == "c) Sửa chữa đường dây"

    press(screen, Qt.Key.Key_Left, ALT)
    settle()
    assert contents(screen)[6] == "3 Sửa chữa đường dây"


def test_several_rows_indented_are_one_step(screen: PlanScreen, settle: Settle) -> None:
    before = contents(screen)
    select_rows(screen, 2, 6)

    press(screen, Qt.Key.Key_Right, ALT)
    settle()
    assert "a) Kiểm tra công tác cải cách" in contents(screen)
    assert "d) Sửa chữa đường dây" in contents(screen)

    screen._workspace.undo()
    settle()
    assert contents(screen) == before


def test_rows_do_not_move_while_another_order_is_shown(screen: PlanScreen) -> None:
    screen.filters.cycle_sorting(DEADLINE)

    names = ("move_up", "move_down", "indent", "outdent")
    assert not any(screen.actions_of_table.by_name[name].isEnabled() for name in names)

    screen.filters.back_to_plan_order()
    stand_in(screen, 6, CONTENT)
    assert screen.actions_of_table.by_name["move_up"].isEnabled()


def test_a_new_row_stays_on_the_screen_although_the_filter_does_not_find_it(
    screen: PlanScreen, settle: Settle
) -> None:
    screen.show_filtered(PlanFilter(words="đường"))
    stand_in(screen, 1, CONTENT)

    trigger(screen, "add_task")
    settle()

    assert contents(screen) == ["I CHỈ ĐẠO, ĐIỀU HÀNH", "3 Sửa chữa đường dây", "4"]


def test_cut_rows_are_moved_by_pasting(screen: PlanScreen, settle: Settle) -> None:
    select_rows(screen, 1)
    trigger(screen, "cut")
    assert len(contents(screen)) == 10
    stand_in(screen, 8, CONTENT)

    trigger(screen, "paste")
    settle()

    assert contents(screen)[-3:] == [
        "1 Rà soát văn bản về dương lịch",
        "2 Xây dựng kế hoạch năm",
        "3 Công bố danh mục",
    ]


@pytest.mark.parametrize(
    ("place", "is_upper", "after"),
    [(2, False, 2), (2, True, 1), (1, True, 0), (6, True, 2), (5, True, 4), (0, True, 0)],
)
def test_the_place_of_dropping_is_told_by_the_half_of_the_row(
    screen: PlanScreen, place: int, *, is_upper: bool, after: int
) -> None:
    rect = screen.table.visualRect(screen.model.index(place, 0))
    y = rect.top() + 2 if is_upper else rect.bottom() - 2

    found = screen.table._drag.target(y)

    assert found
    assert found[0] == row(screen, after).key


def test_dropped_rows_go_behind_the_row(screen: PlanScreen, settle: Settle) -> None:
    screen.table.rows_dropped.emit((row(screen, 6).key,), row(screen, 0).key)
    settle()

    assert contents(screen)[1] == "1 Sửa chữa đường dây"


def test_no_two_actions_share_a_shortcut(screen: PlanScreen) -> None:
    keys = [key.toString() for action in screen.actions_for_menu() for key in action.shortcuts()]

    assert len(keys) == len(set(keys))
