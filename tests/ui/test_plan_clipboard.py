"""Copying to and pasting from Word and Excel."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from cchc_desktop.ui.plan_screen import PlanScreen
from tests.ui.conftest import RecordedMessages
from tests.ui.plan_parts import (
    CONTENT,
    COOPERATING,
    DEADLINE,
    LEAD,
    PRODUCT,
    cell,
    contents,
    press,
    row,
    screen,
    select_rows,
    stand_in,
    trigger,
)

__all__ = ["screen"]

Settle = Callable[[], None]
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def put(text: str = "", markup: str = "") -> None:
    """Put what another program copied on the clipboard."""
    data = QMimeData()
    data.setText(text)
    if markup:
        data.setHtml(markup)
    QGuiApplication.clipboard().setMimeData(data)


def test_a_copied_block_is_pasted_with_its_styles(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 8, PRODUCT)
    QTest.keyClick(screen.table, Qt.Key.Key_Right, SHIFT)
    press(screen, Qt.Key.Key_C, CTRL)
    stand_in(screen, 1, PRODUCT)

    press(screen, Qt.Key.Key_V, CTRL)
    settle()

    assert cell(screen, 1, PRODUCT).markup == "Báo cáo <b>tháng</b>"
    assert cell(screen, 1, DEADLINE).text == "Hằng tháng"


def test_a_block_from_excel_is_pasted_in_one_step(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)
    put('Tờ trình\t"Quý IV\n2024"\r\nĐề án\tTháng 9/2024\r\n')

    trigger(screen, "paste")
    settle()
    assert cell(screen, 1, DEADLINE).text == "Quý IV\n2024"
    assert [cell(screen, 2, c).text for c in (PRODUCT, DEADLINE)] == ["Đề án", "Tháng 9/2024"]

    screen._workspace.undo()
    settle()
    assert cell(screen, 1, PRODUCT).text == "Kế hoạch"
    assert cell(screen, 2, PRODUCT).text == "Kế hoạch kiểm tra"


def test_one_copied_cell_fills_the_selection(screen: PlanScreen, settle: Settle) -> None:
    put("Phòng Tư pháp")
    stand_in(screen, 4, LEAD)
    QTest.keyClick(screen.table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(screen.table, Qt.Key.Key_Down, SHIFT)

    trigger(screen, "paste")
    settle()

    assert [cell(screen, n, LEAD).text for n in (4, 5, 6)] == ["Phòng Tư pháp"] * 3


def test_what_goes_beyond_the_last_row_becomes_new_tasks_when_wanted(
    screen: PlanScreen, messages: RecordedMessages, settle: Settle
) -> None:
    stand_in(screen, 9, CONTENT)
    put("một\tA\r\nhai\tB\r\nba\tC\r\n")
    messages.answers = [True]

    trigger(screen, "paste")
    settle()

    assert "2 dòng" in messages.questions[0]
    assert contents(screen)[-3:] == ["2 một", "3 hai", "4 ba"]
    assert cell(screen, 11, PRODUCT).text == "C"

    screen._workspace.undo()
    settle()
    assert len(contents(screen)) == 10
    assert contents(screen)[-1] == "2 Công bố danh mục"


def test_words_that_find_no_cell_are_said(
    screen: PlanScreen, messages: RecordedMessages, settle: Settle
) -> None:
    stand_in(screen, 6, PRODUCT)
    put("một\r\nhai\r\nba\r\n")

    trigger(screen, "paste")
    settle()

    assert "1 ô" in messages.notices[0]
    assert cell(screen, 8, PRODUCT).text == "ba"


def test_a_block_is_pasted_as_new_tasks(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 8, CONTENT)
    put(
        "STT\tNhiệm vụ\tKết quả\tThời gian\tChủ trì\tPhối hợp\r\n"
        "1\tViệc một\tBáo cáo\tQuý I/2024\tPhòng Nội vụ\tCác phòng\r\n"
        "2\tViệc hai\tKế hoạch\tTháng 5/2024\tPhòng Tư pháp\t\r\n"
    )

    trigger(screen, "paste_as_tasks")
    settle()

    assert contents(screen)[-4:] == [
        "1 Rà soát văn bản về dương lịch",
        "2 Việc một",
        "3 Việc hai",
        "4 Công bố danh mục",
    ]
    assert cell(screen, 10, LEAD).text == "Phòng Tư pháp"


def test_ctrl_d_fills_down(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 4, DEADLINE)
    QTest.keyClick(screen.table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(screen.table, Qt.Key.Key_Down, SHIFT)

    press(screen, Qt.Key.Key_D, CTRL)
    settle()

    assert [cell(screen, n, DEADLINE).text for n in (4, 5, 6)] == ["Quý II/2024"] * 3


def test_ctrl_d_in_one_row_takes_the_row_above(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 9, LEAD)

    press(screen, Qt.Key.Key_D, CTRL)
    settle()

    assert cell(screen, 9, LEAD).text == "Phòng Nội vụ"


def test_ctrl_b_styles_whole_cells_and_takes_it_back(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 8, PRODUCT)

    press(screen, Qt.Key.Key_B, CTRL)
    settle()
    assert cell(screen, 8, PRODUCT).markup == "<b>Báo cáo tháng</b>"

    press(screen, Qt.Key.Key_B, CTRL)
    settle()
    assert cell(screen, 8, PRODUCT).markup == "Báo cáo tháng"


def test_cut_cells_are_copied_and_emptied(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 2, COOPERATING)

    press(screen, Qt.Key.Key_X, CTRL)
    settle()

    assert not cell(screen, 2, COOPERATING)
    assert QGuiApplication.clipboard().text().strip() == "Các phòng, ban, ngành"


def test_whole_copied_rows_carry_their_numbers(screen: PlanScreen) -> None:
    select_rows(screen, 1, 4)

    trigger(screen, "copy")

    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["1", "a)"]
    assert row(screen, 4).number == "a)"
