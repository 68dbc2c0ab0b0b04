"""Writing in the plan's table: keys as in Excel, words never lost."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.plan_rows import RowKind
from cchc_desktop.ui.plan_columns import place_of
from cchc_desktop.ui.plan_completion import AgencyCompletion
from cchc_desktop.ui.plan_screen import PlanScreen
from tests.ui.conftest import RecordedMessages
from tests.ui.plan_parts import (
    CONTENT,
    COOPERATING,
    DEADLINE,
    LEAD,
    PRODUCT,
    cell,
    editor,
    press,
    rich,
    row,
    screen,
    stand_in,
    write,
)

__all__ = ["screen"]

Settle = Callable[[], None]
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_typing_in_a_cell_replaces_its_words(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)

    write(screen, "Bao cao")
    press(screen, Qt.Key.Key_Return)
    settle()

    assert cell(screen, 1, PRODUCT) == rich("Bao cao")
    assert screen.table.currentIndex().row() == 2


def test_f2_edits_at_the_end_of_the_words(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)

    press(screen, Qt.Key.Key_F2)
    write(screen, " so 1")
    press(screen, Qt.Key.Key_Tab)
    settle()

    assert cell(screen, 1, PRODUCT) == rich("Kế hoạch so 1")
    assert screen.table.current_column is DEADLINE


def test_escape_forgets_what_was_typed(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)

    write(screen, "xyz")
    press(screen, Qt.Key.Key_Escape)
    settle()

    assert cell(screen, 1, PRODUCT) == rich("Kế hoạch")
    assert not screen.table.is_editing


def test_alt_enter_breaks_the_line_in_the_cell(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)
    height = screen.table.rowHeight(1)

    write(screen, "a")
    for letter in "bcd":
        press(screen, Qt.Key.Key_Return, ALT)
        write(screen, letter)
    press(screen, Qt.Key.Key_Return)
    settle()

    assert cell(screen, 1, PRODUCT) == rich("a\nb\nc\nd")
    assert screen.table.rowHeight(1) > height


def test_words_stay_when_the_keyboard_goes_elsewhere(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)
    write(screen, "abc")

    screen.focus_search()
    settle()

    assert cell(screen, 1, PRODUCT) == rich("abc")


def test_commit_editing_saves_what_is_being_typed(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)
    write(screen, "abc")

    screen.commit_editing()
    settle()

    assert cell(screen, 1, PRODUCT) == rich("abc")


def test_new_words_show_before_they_are_saved(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)

    write(screen, "abc")
    press(screen, Qt.Key.Key_Return)

    assert screen.model.index(1, place_of(PRODUCT)).data() == "abc"
    settle()


def test_composed_letters_replace_the_words(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)

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

    assert cell(screen, 1, PRODUCT) == rich("tiếng Việt")


def test_ctrl_b_makes_words_bold_in_the_editor(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)

    write(screen, "a ")
    press(screen, Qt.Key.Key_B, CTRL)
    write(screen, "b")
    press(screen, Qt.Key.Key_B, CTRL)
    press(screen, Qt.Key.Key_I, CTRL)
    write(screen, "c")
    press(screen, Qt.Key.Key_Return)
    settle()

    assert cell(screen, 1, PRODUCT).markup == "a <b>b</b><i>c</i>"


def test_styles_survive_an_edit_of_other_words(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 8, PRODUCT)

    press(screen, Qt.Key.Key_F2)
    press(screen, Qt.Key.Key_Home)
    write(screen, "X ")
    press(screen, Qt.Key.Key_Return)
    settle()

    assert cell(screen, 8, PRODUCT).markup == "X Báo cáo <b>tháng</b>"


def test_looking_into_a_cell_changes_nothing(screen: PlanScreen, settle: Settle) -> None:
    steps = screen._workspace.state.undo
    stand_in(screen, 8, PRODUCT)

    press(screen, Qt.Key.Key_F2)
    press(screen, Qt.Key.Key_Return)
    settle()

    assert screen._workspace.state.undo == steps


def test_pasted_html_keeps_bold_and_drops_the_rest(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)
    write(screen, "a ")
    data = QMimeData()
    data.setHtml(
        "<p style='color:red;font-size:40pt'>x <b>y</b><img src='file:///no.png'></p>"
        "<script>z</script>"
    )

    editor(screen).insertFromMimeData(data)
    press(screen, Qt.Key.Key_Return)
    settle()

    assert cell(screen, 1, PRODUCT).markup == "a x <b>y</b>"


def test_delete_empties_the_selected_cells_in_one_step(screen: PlanScreen, settle: Settle) -> None:
    stand_in(screen, 1, PRODUCT)
    QTest.keyClick(screen.table, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(screen.table, Qt.Key.Key_Right, SHIFT)

    press(screen, Qt.Key.Key_Delete)
    settle()
    assert [cell(screen, 1, c).text for c in (PRODUCT, DEADLINE, LEAD)] == ["", "", ""]

    screen._workspace.undo()
    settle()
    assert cell(screen, 1, LEAD) == rich("Phòng Nội vụ")
    assert cell(screen, 1, DEADLINE) == rich("Quý I/2024")


def test_the_number_cannot_be_typed_over(screen: PlanScreen) -> None:
    screen.table.setCurrentIndex(screen.model.index(1, 0))

    write(screen, "9")

    assert not screen.table.is_editing


def test_ctrl_home_and_end_go_to_the_corners(screen: PlanScreen) -> None:
    stand_in(screen, 4, PRODUCT)

    press(screen, Qt.Key.Key_End, CTRL)
    assert screen.table.currentIndex().row() == 9

    press(screen, Qt.Key.Key_Home, CTRL)
    assert screen.table.currentIndex().row() == 0


@pytest.mark.parametrize("width", [700, 1000, 1600])
def test_rows_are_as_tall_as_their_words(screen: PlanScreen, width: int) -> None:
    screen.resize(width, 700)

    for place in range(screen.model.rowCount()):
        wanted = screen.table.row_height(row(screen, place))
        screen.table.scrollTo(screen.model.index(place, 0))
        assert screen.table.rowHeight(place) == wanted


def test_a_larger_font_makes_rows_taller(screen: PlanScreen) -> None:
    before = screen.table.rowHeight(1)
    font = screen.table.font()
    font.setPointSizeF(font.pointSizeF() * 1.5)

    screen.table.setFont(font)

    assert screen.table.rowHeight(1) > before


def test_names_are_offered_as_a_list_and_taken_with_down_and_enter(
    screen: PlanScreen, settle: Settle
) -> None:
    stand_in(screen, 1, COOPERATING)

    write(screen, "Phong ABC; phong tu")
    offered = editor(screen).findChild(AgencyCompletion)
    assert offered
    assert "Phòng Tư pháp" in offered.offered
    assert editor(screen).toPlainText() == "Phong ABC; phong tu"
    press(screen, Qt.Key.Key_Down)
    press(screen, Qt.Key.Key_Return)
    press(screen, Qt.Key.Key_Return)
    settle()

    assert cell(screen, 1, COOPERATING).text == "Phong ABC; Phòng Tư pháp"


def test_enter_keeps_the_typed_words_while_names_are_offered(
    screen: PlanScreen, settle: Settle
) -> None:
    stand_in(screen, 1, COOPERATING)

    write(screen, "phong tu")
    press(screen, Qt.Key.Key_Return)
    settle()

    assert cell(screen, 1, COOPERATING).text == "phong tu"


def test_a_section_cannot_lose_its_title(
    screen: PlanScreen, messages: RecordedMessages, settle: Settle
) -> None:
    stand_in(screen, 0, CONTENT)

    press(screen, Qt.Key.Key_F2)
    editor(screen).selectAll()
    press(screen, Qt.Key.Key_Backspace)
    press(screen, Qt.Key.Key_Return)
    settle()

    assert messages.take_error()
    assert screen.model.index(0, 1).data() == "CHỈ ĐẠO, ĐIỀU HÀNH"


def test_choosing_a_number_chooses_the_row(screen: PlanScreen) -> None:
    rect = screen.table.visualRect(screen.model.index(1, 0))

    QTest.mouseClick(screen.table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())

    assert screen.table.has_whole_rows()
    assert [r.number for r in screen.table.selected_rows()] == ["1"]


def test_column_widths_are_remembered(screen: PlanScreen, settings: object, qtbot: QtBot) -> None:
    screen.table.columns.resizeSection(place_of(PRODUCT), 333)
    qtbot.waitUntil(lambda: screen.table.columns._settings.column_widths("plan") != {})

    again = PlanScreen(screen._workspace, screen._settings, RecordedMessages())
    qtbot.addWidget(again)

    assert again.table.columnWidth(place_of(PRODUCT)) == 333


def test_a_second_product_accepts_only_its_own_cells(screen: PlanScreen) -> None:
    assert row(screen, 3).key.kind is RowKind.DELIVERABLE

    stand_in(screen, 3, LEAD)
    write(screen, "a")

    assert not screen.table.is_editing


def test_dragging_over_cells_selects_them(screen: PlanScreen) -> None:
    table, model = screen.table, screen.model
    first = table.visualRect(model.index(1, 2)).center()
    last = table.visualRect(model.index(2, 3)).center()

    QTest.mousePress(table.viewport(), Qt.MouseButton.LeftButton, pos=first)
    for step in range(1, 11):
        QTest.mouseMove(table.viewport(), first + (last - first) * step / 10)
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=last)

    assert table.selected_places() == [(1, 2), (1, 3), (2, 2), (2, 3)]


def test_optional_columns_show_when_used_or_switched_on(screen: PlanScreen, settle: Settle) -> None:
    monitor = place_of(AnnexColumn.MONITOR)
    assert screen.table.isColumnHidden(monitor)

    action = screen.table.columns.column_actions(screen)[0]
    action.trigger()
    assert not screen.table.isColumnHidden(monitor)
    action.trigger()
    assert screen.table.isColumnHidden(monitor)

    key = row(screen, 1).key
    screen._workspace.mutate(lambda s: s.cells.set_cell(key, AnnexColumn.MONITOR, rich("HĐND")))
    settle()
    assert not screen.table.isColumnHidden(monitor)
