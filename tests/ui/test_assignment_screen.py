"""Setting marks by keys, and the wordings that are proposed and written for them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cchc_desktop.domain.agency import Role
from cchc_desktop.domain.wording_proposal import WordingObstacle
from cchc_desktop.services.assignment_sentences import OBSTACLES
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.ui.assignment_screen import AssignmentScreen
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace
from tests.ui.assignment_parts import (
    GROUP,
    JUSTICE,
    OWN_AFFAIRS,
    PLAN,
    Settle,
    agency_id,
    column,
    letter,
    make_screen,
    press,
    screen,
    stand_in,
    words,
)
from tests.ui.conftest import RecordedMessages
from tests.ui.plan_parts import rich

__all__ = ["make_screen", "screen"]

LEAD, COOPERATING = Role.LEAD, Role.COOPERATING
C, P, ENTER, ESCAPE, DELETE = (
    Qt.Key.Key_C,
    Qt.Key.Key_P,
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Delete,
)
CTRL = Qt.KeyboardModifier.ControlModifier


def proposed(screen: AssignmentScreen) -> list[tuple[str, str, str]]:
    """Return place, words before and words after of each proposal shown."""
    cards = [card for card in screen.panel.cards if not card.isHidden()]
    return [
        (card.wording.place, card.wording.before.text, card.text.text)
        for card in cards
        if card.wording
    ]


def test_c_proposes_a_wording_and_enter_writes_it(screen: AssignmentScreen, settle: Settle) -> None:
    stand_in(screen, 1, JUSTICE)

    press(screen, C)
    settle()

    assert letter(screen, 1, JUSTICE) == "C"
    assert words(screen, 1, LEAD) == OWN_AFFAIRS
    assert proposed(screen) == [("I.1", OWN_AFFAIRS, f"{OWN_AFFAIRS}; {JUSTICE}")]

    press(screen, ENTER)
    settle()

    assert words(screen, 1, LEAD) == f"{OWN_AFFAIRS}; {JUSTICE}"
    assert letter(screen, 1, JUSTICE) == "C"
    assert not screen.has_proposals
    assert not screen.panel.is_proposal


def test_enter_before_the_proposal_is_known_writes_it_too(
    screen: AssignmentScreen, settle: Settle
) -> None:
    stand_in(screen, 1, JUSTICE)

    press(screen, P, ENTER)
    settle()

    assert words(screen, 1, COOPERATING) == JUSTICE


def test_escape_forgets_what_is_proposed(screen: AssignmentScreen, settle: Settle) -> None:
    stand_in(screen, 1, JUSTICE)
    press(screen, C)
    settle()

    press(screen, ESCAPE)
    settle()

    assert letter(screen, 1, JUSTICE) == ""
    assert not screen.has_proposals
    assert screen.panel.heading == "I.1"


def test_p_over_c_takes_the_agency_from_the_lead(screen: AssignmentScreen, settle: Settle) -> None:
    stand_in(screen, 1, JUSTICE)
    press(screen, C, ENTER)
    settle()

    press(screen, P, ENTER)
    settle()

    assert words(screen, 1, LEAD) == OWN_AFFAIRS
    assert words(screen, 1, COOPERATING) == JUSTICE


def test_clearing_a_member_of_a_group_writes_the_others_out(
    screen: AssignmentScreen, settle: Settle
) -> None:
    stand_in(screen, 2, JUSTICE)
    assert letter(screen, 2, JUSTICE) == "P"

    press(screen, DELETE)
    settle()
    (_, before, after), *rest = proposed(screen)
    press(screen, ENTER)
    settle()

    assert rest == []
    assert before == GROUP
    assert JUSTICE not in after
    assert "Phòng Y tế" in after
    assert words(screen, 2, COOPERATING) == after
    assert letter(screen, 2, JUSTICE) == ""
    assert letter(screen, 2, "Phòng Y tế") == "P"


def test_words_the_officer_writes_over_a_proposal_are_the_ones_written(
    screen: AssignmentScreen, settle: Settle
) -> None:
    stand_in(screen, 1, JUSTICE)
    press(screen, C)
    settle()
    press(screen, Qt.Key.Key_F2)
    editor = screen.panel.cards[0].editor
    assert editor.hasFocus()

    editor.selectAll()
    QTest.keyClicks(editor, "Phong TP")
    QTest.keyClick(editor, ENTER)
    settle()

    assert words(screen, 1, LEAD) == "Phong TP"
    assert screen.table.hasFocus()
    assert screen.model.rows[1].unknown == ("Phong TP",)


def test_an_obstacle_is_explained_and_the_officer_writes_the_words(
    screen: AssignmentScreen, settle: Settle
) -> None:
    stand_in(screen, 7, OWN_AFFAIRS)
    press(screen, C)
    settle()
    card = screen.panel.cards[0]

    assert card.note == OBSTACLES[WordingObstacle.STYLED]
    press(screen, ENTER)
    settle()
    assert words(screen, 7, LEAD) == JUSTICE
    assert screen.has_proposals

    card.editor.setFocus()
    card.editor.selectAll()
    QTest.keyClicks(card.editor, "ubnd")
    QTest.keyClick(card.editor, ENTER, CTRL)
    settle()

    assert words(screen, 7, LEAD) == "ubnd"
    assert not screen.has_proposals


def test_what_has_no_obstacle_is_written_and_the_rest_waits(
    screen: AssignmentScreen, settle: Settle
) -> None:
    place = column(screen, "Phòng Y tế")
    screen.table.select_block(5, place, 7, place)

    press(screen, C)
    settle()
    press(screen, ENTER)
    settle()

    assert words(screen, 5, LEAD) == "Tổ Alpha; Phòng Y tế"
    assert words(screen, 7, LEAD) == JUSTICE
    assert [place for place, *_ in proposed(screen)] == ["II.1"]


def test_writing_at_once_asks_only_where_no_words_can_be_made(
    screen: AssignmentScreen, settle: Settle, settings: Settings
) -> None:
    screen.panel.at_once.click()
    stand_in(screen, 1, JUSTICE)
    press(screen, C)
    settle()
    assert words(screen, 1, LEAD) == f"{OWN_AFFAIRS}; {JUSTICE}"

    stand_in(screen, 7, OWN_AFFAIRS)
    press(screen, C)
    settle()

    assert screen.panel.is_proposal
    assert words(screen, 7, LEAD) == JUSTICE
    assert settings.number("assignment/writes-at-once", 0) == 1


def test_many_cells_become_one_step_that_undo_takes_back(
    screen: AssignmentScreen, plan_workspace: Workspace, settle: Settle
) -> None:
    place = column(screen, JUSTICE)
    screen.table.select_block(1, place, 4, place)
    press(screen, C)
    settle()
    assert screen.panel.write_button.text() == "&Ghi 4 ô"

    screen.panel.write_button.click()
    settle()
    assert [letter(screen, row, JUSTICE) for row in (1, 2, 3, 4)] == ["C"] * 4

    plan_workspace.undo()
    settle()
    assert [letter(screen, row, JUSTICE) for row in (1, 2, 3, 4)] == ["", "P", "", ""]


def test_undo_meanwhile_makes_the_proposal_anew(
    screen: AssignmentScreen, plan_workspace: Workspace, settle: Settle
) -> None:
    stand_in(screen, 1, JUSTICE)
    press(screen, C, ENTER)
    settle()
    stand_in(screen, 1, "Phòng Y tế")
    press(screen, C)
    settle()
    plan_workspace.undo()
    settle()

    assert proposed(screen) == [("I.1", OWN_AFFAIRS, f"{OWN_AFFAIRS}; Phòng Y tế")]


def test_more_marks_keep_the_words_the_officer_typed(
    screen: AssignmentScreen, settle: Settle
) -> None:
    stand_in(screen, 1, JUSTICE)
    press(screen, C)
    settle()
    editor = screen.panel.cards[0].editor
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, "Hai phong")
    screen.table.setFocus()

    stand_in(screen, 3, JUSTICE)
    press(screen, C)
    settle()

    assert [(place, after) for place, _, after in proposed(screen)] == [
        ("I.1", "Hai phong"),
        ("I.2.a)", f"{OWN_AFFAIRS}; {JUSTICE}"),
    ]


def test_the_wording_of_a_task_is_edited_beside_the_matrix(
    screen: AssignmentScreen, settle: Settle
) -> None:
    stand_in(screen, 4, JUSTICE)
    settle()
    press(screen, Qt.Key.Key_F2)
    editor = screen.panel.cards[0].editor
    editor.set_rich_text(rich(JUSTICE))
    screen.panel.cards[0].is_touched = True

    QTest.keyClick(editor, ENTER)
    settle()

    assert letter(screen, 4, JUSTICE) == "C"
    assert not screen.model.rows[4].has_no_lead


def test_words_typed_for_a_task_are_kept_when_another_is_gone_to(
    screen: AssignmentScreen, settle: Settle
) -> None:
    stand_in(screen, 1, JUSTICE)
    press(screen, Qt.Key.Key_F2)
    QTest.keyClicks(screen.panel.cards[1].editor, "abc")

    stand_in(screen, 3, JUSTICE)
    settle()

    assert words(screen, 1, COOPERATING) == "abc"
    assert words(screen, 3, COOPERATING) == ""
    assert screen.panel.heading == "I.2.a)"


def test_a_block_of_marks_is_copied_and_pasted(screen: AssignmentScreen, settle: Settle) -> None:
    first = column(screen, OWN_AFFAIRS)
    screen.table.select_block(1, first, 2, first + 1)
    press(screen, C, modifiers=CTRL)
    assert QGuiApplication.clipboard().text() == "C\t\r\nC\tP\r\n"

    screen.table.stand_on(3, first)
    press(screen, Qt.Key.Key_V, modifiers=CTRL)
    settle()
    press(screen, ENTER)
    settle()

    assert [letter(screen, row, JUSTICE) for row in (3, 4)] == ["", "P"]
    assert [letter(screen, row, OWN_AFFAIRS) for row in (3, 4)] == ["C", "C"]


def test_text_that_is_no_marks_is_refused_and_said(
    screen: AssignmentScreen, messages: RecordedMessages
) -> None:
    QGuiApplication.clipboard().setText("C\tQuý I\r\n")
    stand_in(screen, 1, JUSTICE)

    press(screen, Qt.Key.Key_V, modifiers=CTRL)

    assert not screen.has_proposals
    assert len(messages.notices) == 1


def test_marks_without_a_cell_are_counted(
    screen: AssignmentScreen, messages: RecordedMessages, settle: Settle
) -> None:
    QGuiApplication.clipboard().setText("P\nP\nP\n")
    stand_in(screen, 5, JUSTICE)

    press(screen, Qt.Key.Key_V, modifiers=CTRL)
    settle()

    assert letter(screen, 5, JUSTICE) == "P"
    assert messages.notices == ["1 dấu không có ô tương ứng trong bảng, nên không dán."]


def test_the_mark_above_is_filled_down(screen: AssignmentScreen, settle: Settle) -> None:
    place = column(screen, JUSTICE)
    screen.table.select_block(2, place, 4, place)

    press(screen, Qt.Key.Key_D, modifiers=CTRL)
    settle()

    assert [letter(screen, row, JUSTICE) for row in (3, 4)] == ["P", "P"]


def test_other_letters_go_to_the_agency_so_named_and_mark_nothing(
    screen: AssignmentScreen,
) -> None:
    stand_in(screen, 1, OWN_AFFAIRS)

    QTest.keyClicks(screen.table, "tu p")
    agency = screen.table.current_agency

    assert agency
    assert agency.name == JUSTICE
    assert not screen.has_proposals


def test_letters_that_a_vietnamese_keyboard_rewrites_go_there_too(
    screen: AssignmentScreen,
) -> None:
    stand_in(screen, 1, OWN_AFFAIRS)

    # Telex sends "d", takes it back, and sends the letter it made.
    press(screen, Qt.Key.Key_D)
    found = screen.table.current_agency
    press(screen, Qt.Key.Key_Backspace)
    made = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_unknown, _PLAIN, "đ")
    QApplication.sendEvent(screen.table, made)
    agency = screen.table.current_agency

    assert agency is found
    assert agency
    assert agency.name == "Phòng Lao động - Thương binh và Xã hội"
    assert letter(screen, 1, OWN_AFFAIRS) == "C"
    assert not screen.has_proposals


def test_digits_go_to_the_task_of_that_number(screen: AssignmentScreen) -> None:
    stand_in(screen, 1, JUSTICE)

    QTest.keyClicks(screen.table, "3")

    assert screen.table.currentIndex().row() == 5


def test_enter_goes_down_where_nothing_is_proposed(screen: AssignmentScreen) -> None:
    stand_in(screen, 1, JUSTICE)

    press(screen, ENTER)

    assert screen.table.currentIndex().row() == 2


def test_papers_are_asked_for_the_agencies_chosen(screen: AssignmentScreen) -> None:
    asked: list[PaperRequest] = []
    screen.print_requested.connect(asked.append)
    place = column(screen, OWN_AFFAIRS)
    screen.table.select_block(1, place, 2, place + 1)

    for name in ("print-table", "print-notices", "print-all"):
        screen.actions_of_table[name].trigger()

    chosen = (agency_id(screen, OWN_AFFAIRS), agency_id(screen, JUSTICE))
    assert asked == [
        PaperRequest("assignment-table", 2024),
        PaperRequest("assignment-notice", 2024, None, chosen),
        PaperRequest("assignment-notice", 2024),
    ]


def test_the_tasks_chosen_are_shown_in_the_place_of_progress(screen: AssignmentScreen) -> None:
    asked: list[frozenset[int]] = []
    screen.tasks_requested.connect(asked.append)
    screen.table.select_block(0, 0, 1, 1)

    screen.actions_of_table["progress"].trigger()

    task = screen.model.rows[1].task
    assert task
    assert asked == [frozenset([task.id])]


def test_a_plan_without_tasks_says_what_belongs_here(
    plan_workspace: Workspace, make_screen: Callable[[], AssignmentScreen], settle: Settle
) -> None:
    shown = make_screen()
    empty = shown.layout_parts.empty
    assert empty.isVisible()
    assert "Kế hoạch này chưa có nhiệm vụ nào." in empty.sentence
    assert not shown.actions_of_table["print-table"].isEnabled()

    plan = plan_workspace.plan
    assert plan
    plan_workspace.mutate(lambda s: s.rows.insert_drafts(plan.id, None, PLAN))
    settle()
    assert not empty.isVisible()
    assert shown.actions_of_table["print-table"].isEnabled()

    plan_workspace.mutate(lambda s: s.plans.delete(plan.id))
    settle()
    assert "Chưa có kế hoạch năm nào." in empty.sentence


_PLAIN = Qt.KeyboardModifier.NoModifier
