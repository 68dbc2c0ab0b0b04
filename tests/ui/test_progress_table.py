"""Writing in the progress table: keys as in Excel, nothing half-written, nothing lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.progress import Statement
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.ui.progress_cell_editor import StatementChoice
from cchc_desktop.ui.progress_columns import ProgressColumn, place_of
from cchc_desktop.ui.progress_screen import ProgressScreen
from cchc_desktop.ui.progress_table import ProgressTable
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace
from tests.ui.conftest import RecordedMessages
from tests.ui.progress_parts import (
    DIFFICULTIES,
    DONE,
    DONE_ON,
    HALF_YEAR,
    NUMBER,
    PERCENT,
    PREVIOUS,
    PROPOSALS,
    QUARTER_1,
    RESULT,
    STATE,
    STATEMENT,
    WORK,
    day,
    editor,
    feed,
    is_blank,
    press,
    record,
    row,
    screen,
    select,
    stand_in,
    trigger,
    write,
)

__all__ = ["feed", "screen"]

Settle = Callable[[], None]
ALT = Qt.KeyboardModifier.AltModifier


def paste(screen: ProgressScreen, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    trigger(screen, "paste")


def test_typing_in_a_cell_records_the_result(screen: ProgressScreen, settle: Settle) -> None:
    stand_in(screen, 1, RESULT)

    write(screen, "Da ban hanh")
    press(screen, Qt.Key.Key_Return)
    settle()

    assert record(screen, 1).result == "Da ban hanh"
    assert screen.table.currentIndex().row() == 2


def test_new_words_show_before_they_are_saved(screen: ProgressScreen, settle: Settle) -> None:
    stand_in(screen, 1, RESULT)

    write(screen, "abc")
    press(screen, Qt.Key.Key_Tab)

    assert screen.model.index(1, place_of(RESULT)).data() == "abc"
    assert screen.table.current_column is PREVIOUS
    settle()


def test_alt_enter_breaks_the_line_and_the_row_grows(
    screen: ProgressScreen, settle: Settle
) -> None:
    stand_in(screen, 1, DIFFICULTIES)
    height = screen.table.rowHeight(1)

    write(screen, "a")
    for letter in "bcdefgh":
        press(screen, Qt.Key.Key_Return, ALT)
        write(screen, letter)
    press(screen, Qt.Key.Key_Return)
    settle()

    assert record(screen, 1).difficulties == "a\nb\nc\nd\ne\nf\ng\nh"
    assert screen.table.rowHeight(1) > height


def test_escape_forgets_what_was_typed(screen: ProgressScreen, settle: Settle) -> None:
    stand_in(screen, 1, RESULT)

    write(screen, "xyz")
    press(screen, Qt.Key.Key_Escape)
    settle()

    assert is_blank(screen, 1)
    assert not screen.table.is_editing


@pytest.mark.parametrize(
    ("typed", "statement"),
    [
        ("da", Statement.DONE),
        ("dht", Statement.DONE),
        ("dth", Statement.IN_PROGRESS),
        ("k", Statement.DROPPED),
        ("cps", Statement.NOT_ARISEN),
        ("chua t", Statement.NOT_STARTED),
    ],
)
def test_first_letters_choose_a_statement(
    screen: ProgressScreen, settle: Settle, typed: str, statement: Statement
) -> None:
    stand_in(screen, 1, STATEMENT)

    write(screen, typed)
    press(screen, Qt.Key.Key_Return)
    settle()

    assert record(screen, 1).statement is statement


def test_down_goes_to_the_next_statement_of_the_list(
    screen: ProgressScreen, settle: Settle
) -> None:
    stand_in(screen, 1, STATEMENT)

    write(screen, "chua")
    choice = editor(screen).findChild(StatementChoice)
    assert choice
    assert choice.offered == ("Chưa thực hiện", "Chưa phát sinh")
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Tab)
    settle()

    assert record(screen, 1).statement is Statement.NOT_ARISEN
    assert screen.table.current_column is DONE_ON


def test_a_word_outside_the_list_keeps_the_editor_open(
    screen: ProgressScreen, settle: Settle, messages: RecordedMessages
) -> None:
    stand_in(screen, 1, STATEMENT)

    write(screen, "xyz")
    press(screen, Qt.Key.Key_Return)

    assert screen.table.is_editing
    assert "“xyz” không có trong danh sách" in messages.notices[0]
    assert "Nhiệm vụ I.1" in messages.notices[0]
    press(screen, Qt.Key.Key_Escape)
    settle()
    assert is_blank(screen, 1)


def test_a_day_makes_the_work_done_and_the_state_follows(
    screen: ProgressScreen, settle: Settle
) -> None:
    stand_in(screen, 1, DONE_ON)

    write(screen, "5/3/2024")
    press(screen, Qt.Key.Key_Return)
    settle()

    assert (record(screen, 1).done_on, record(screen, 1).statement) == (day(5, 3), DONE)
    verdict = row(screen, 1).verdict
    assert verdict
    assert verdict.state is ProgressState.DONE_ON_TIME
    assert screen.model.index(1, place_of(STATE)).data() == "Hoàn thành đúng hạn"


def test_a_day_without_a_year_is_the_periods(screen: ProgressScreen, settle: Settle) -> None:
    stand_in(screen, 1, DONE_ON)
    write(screen, "5/3")
    press(screen, Qt.Key.Key_Return)
    stand_in(screen, 7, DONE_ON)
    write(screen, "20/12")
    press(screen, Qt.Key.Key_Return)
    settle()

    assert record(screen, 1).done_on == day(5, 3)
    assert str(record(screen, 7).done_on) == "2023-12-20"


@pytest.mark.parametrize(
    ("column", "typed", "part"),
    [
        (DONE_ON, "31/2/2024", "không phải là ngày"),
        (DONE_ON, "20/3/2024", "sau hôm nay"),
        (PERCENT, "120", "từ 0 đến 100"),
        (PERCENT, "nhieu", "không phải là số"),
    ],
)
def test_what_does_not_fit_is_refused_and_the_cell_named(
    screen: ProgressScreen,
    settle: Settle,
    messages: RecordedMessages,
    column: ProgressColumn,
    typed: str,
    part: str,
) -> None:
    stand_in(screen, 1, column)

    write(screen, typed)
    press(screen, Qt.Key.Key_Return)
    screen.commit_editing()
    settle()

    assert part in messages.notices[0]
    assert is_blank(screen, 1)


def test_zero_percent_is_kept(screen: ProgressScreen, settle: Settle) -> None:
    stand_in(screen, 1, PERCENT)

    write(screen, "0")
    press(screen, Qt.Key.Key_Return)
    settle()

    assert record(screen, 1).percent == 0


def test_composed_letters_replace_the_words(screen: ProgressScreen, settle: Settle) -> None:
    stand_in(screen, 1, RESULT)

    for composing in ("t", "ti", "tiê", "tiế"):
        QApplication.sendEvent(screen.table, QInputMethodEvent(composing, []))
    finished = QInputMethodEvent()
    finished.setCommitString("tiếng")
    QApplication.sendEvent(screen.table, finished)
    more = QInputMethodEvent()
    more.setCommitString(" Việt")
    QApplication.sendEvent(editor(screen), more)
    press(screen, Qt.Key.Key_Return)
    settle()

    assert record(screen, 1).result == "tiếng Việt"


def test_rows_that_sum_up_take_no_writing(screen: ProgressScreen, settle: Settle) -> None:
    for place in (0, 2, 12):
        stand_in(screen, place, RESULT)
        write(screen, "abc")

        assert not screen.table.is_editing
    settle()


def test_delete_clears_a_block(screen: ProgressScreen, settle: Settle) -> None:
    for place in (3, 4):
        stand_in(screen, place, RESULT)
        write(screen, "abc")
        press(screen, Qt.Key.Key_Return)
    settle()

    select(screen, 3, 4, STATEMENT, RESULT)
    press(screen, Qt.Key.Key_Delete)
    settle()

    assert is_blank(screen, 3)
    assert is_blank(screen, 4)


def test_ctrl_d_fills_down_over_rows_that_can_be_written(
    screen: ProgressScreen, settle: Settle
) -> None:
    stand_in(screen, 1, RESULT)
    write(screen, "abc")
    press(screen, Qt.Key.Key_Return)
    settle()

    select(screen, 1, 5, RESULT, RESULT)
    trigger(screen, "fill_down")
    settle()

    assert [record(screen, place).result for place in (3, 4, 5)] == ["abc"] * 3


def test_ctrl_d_in_one_row_takes_the_work_above(screen: ProgressScreen, settle: Settle) -> None:
    stand_in(screen, 1, STATEMENT)
    write(screen, "dang")
    press(screen, Qt.Key.Key_Return)
    settle()

    stand_in(screen, 3, STATEMENT)
    trigger(screen, "fill_down")
    settle()

    assert record(screen, 3).statement is Statement.IN_PROGRESS


def test_a_block_from_excel_is_pasted_with_words_and_days(
    screen: ProgressScreen, settle: Settle
) -> None:
    stand_in(screen, 3, STATEMENT)

    paste(
        screen,
        'Hoàn thành\t4/3/2024\t100%\t"Kế hoạch\nsố 5"\r\nĐang thực hiện\t\t40\tĐang soạn\r\n',
    )
    settle()

    first, second = record(screen, 3), record(screen, 4)
    assert (first.statement, first.done_on, first.percent) == (DONE, day(4, 3), 100)
    assert first.result == "Kế hoạch\nsố 5"
    assert (second.statement, second.percent) == (Statement.IN_PROGRESS, 40)


def test_one_wrong_cell_lets_nothing_of_a_block_be_written(
    screen: ProgressScreen, settle: Settle, messages: RecordedMessages
) -> None:
    stand_in(screen, 3, STATEMENT)

    paste(screen, "Hoàn thành\t4/3/2024\r\nchẳng biết\t32/3/2024\r\n")
    settle()

    assert is_blank(screen, 3)
    assert is_blank(screen, 4)
    assert "Chưa dán vì có 2 ô không ghi được" in messages.notices[0]
    assert "Nhiệm vụ I.2, sản phẩm 2, cột “Ngày hoàn thành”: “32/3/2024”" in messages.notices[0]


def test_a_block_that_meets_a_row_above_products_is_refused_whole(
    screen: ProgressScreen, settle: Settle, messages: RecordedMessages
) -> None:
    stand_in(screen, 1, RESULT)

    paste(screen, "a\r\nb\r\nc\r\n")
    settle()

    assert is_blank(screen, 1)
    assert "Nhiệm vụ I.2 là dòng tổng hợp, không ghi được “b”" in messages.notices[0]


def test_one_copied_value_fills_the_whole_selection(screen: ProgressScreen, settle: Settle) -> None:
    select(screen, 3, 5, RESULT, RESULT)

    paste(screen, "cùng nội dung")
    settle()

    assert {record(screen, place).result for place in (3, 4, 5)} == {"cùng nội dung"}


def test_copied_cells_come_back_as_they_were(screen: ProgressScreen, settle: Settle) -> None:
    stand_in(screen, 3, STATEMENT)
    paste(screen, "Hoàn thành\t4/3/2024\t100\tBáo cáo")
    settle()

    select(screen, 3, 3, STATEMENT, RESULT)
    trigger(screen, "copy")
    data: QMimeData = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Đã hoàn thành\t04/03/2024\t100\tBáo cáo\r\n"
    stand_in(screen, 5, STATEMENT)
    trigger(screen, "paste")
    settle()

    there, here = record(screen, 3), record(screen, 5)
    assert (here.statement, here.done_on, here.percent, here.result) == (
        there.statement,
        there.done_on,
        there.percent,
        there.result,
    )


def test_undo_and_redo_bring_a_block_back_and_forth(
    screen: ProgressScreen, settle: Settle, workspace: Workspace
) -> None:
    stand_in(screen, 3, RESULT)
    paste(screen, "a\r\nb\r\n")
    settle()

    workspace.undo()
    settle()
    assert is_blank(screen, 3)
    assert is_blank(screen, 4)
    assert screen.model.index(3, place_of(RESULT)).data() == ""
    workspace.redo()
    settle()

    assert (record(screen, 3).result, record(screen, 4).result) == ("a", "b")


def test_a_refused_write_shows_what_is_saved(
    screen: ProgressScreen, settle: Settle, workspace: Workspace, messages: RecordedMessages
) -> None:
    stand_in(screen, 1, RESULT)
    write(screen, "abc")
    workspace.mutate(lambda s: s.periods.close(QUARTER_1))
    press(screen, Qt.Key.Key_Return)
    settle()

    assert screen.model.index(1, place_of(RESULT)).data() == ""
    assert getattr(messages.take_error(), "code", "") == "period_closed"


def test_what_was_said_before_stands_beside_and_cannot_be_written(
    screen: ProgressScreen, settle: Settle
) -> None:
    stand_in(screen, 1, RESULT)
    write(screen, "abc")
    press(screen, Qt.Key.Key_Return)
    settle()

    screen.bar.chooser.buttons["half-year"].click()
    settle()

    assert screen.model.board
    assert screen.model.board.period.key == HALF_YEAR
    previous = screen.model.index(1, place_of(PREVIOUS))
    assert previous.data() == "abc"
    assert not previous.flags() & Qt.ItemFlag.ItemIsEditable
    assert screen.model.index(1, place_of(RESULT)).data() == ""


def test_column_widths_are_remembered(
    screen: ProgressScreen, settings: Settings, qtbot: QtBot
) -> None:
    screen.table.columns.resizeSection(place_of(RESULT), 333)
    qtbot.waitUntil(lambda: bool(settings.column_widths("progress")))

    other = ProgressTable(screen.model, settings)
    qtbot.addWidget(other)

    assert other.columnWidth(place_of(RESULT)) == 333
    assert screen.table.columnWidth(place_of(WORK)) == other.columnWidth(place_of(WORK))


def test_number_and_work_stay_in_sight_when_scrolled_sideways(screen: ProgressScreen) -> None:
    table = screen.table
    assert not table.frozen.isVisible()

    stand_in(screen, 1, PROPOSALS)
    table.scrollTo(table.currentIndex())

    assert table.horizontalScrollBar().value() > 0
    assert table.frozen.isVisible()
    fixed = table.columnWidth(place_of(NUMBER)) + table.columnWidth(place_of(WORK))
    assert table.frozen.width() == fixed
    stand_in(screen, 1, STATEMENT)
    table.scrollTo(table.currentIndex())
    assert table.visualRect(table.currentIndex()).left() >= table.frozen.width()


def test_a_click_on_a_fixed_number_chooses_its_row(screen: ProgressScreen) -> None:
    table = screen.table
    stand_in(screen, 1, PROPOSALS)
    table.scrollTo(table.currentIndex())
    at = table.columns.height() + table.rowViewportPosition(3) + 4

    QTest.mouseClick(
        table.frozen, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, at)
    )

    assert {row for row, _ in table.selected_places()} == {3}
    assert len(table.selected_places()) == 12


def test_cells_written_one_after_the_other_are_all_kept(
    screen: ProgressScreen, settle: Settle
) -> None:
    stand_in(screen, 3, RESULT)
    for text in ("mot", "hai", "ba", "bon"):
        write(screen, text)
        press(screen, Qt.Key.Key_Return)
        QApplication.processEvents()
    settle()

    assert [record(screen, place).result for place in (3, 4, 5, 6)] == ["mot", "hai", "ba", "bon"]
    shown = [screen.model.index(place, place_of(RESULT)).data() for place in (3, 4, 5, 6)]
    assert shown == ["mot", "hai", "ba", "bon"]
