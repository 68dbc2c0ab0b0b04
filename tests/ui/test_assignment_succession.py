"""Handing the tasks of one agency over to another through its dialog."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.agency import Role
from cchc_desktop.ui.assignment_screen import AssignmentScreen
from cchc_desktop.ui.assignment_succession_dialog import SuccessionDialog
from cchc_desktop.ui.workspace import Workspace
from tests.ui.assignment_parts import (
    JUSTICE,
    OWN_AFFAIRS,
    Settle,
    agency_id,
    make_screen,
    screen,
    stand_in,
    words,
)

__all__ = ["make_screen", "screen"]


def open_dialog(screen: AssignmentScreen, qtbot: QtBot, settle: Settle) -> SuccessionDialog:
    """Open the dialog from the command, handing over from the agency stood on."""
    stand_in(screen, 1, OWN_AFFAIRS)
    screen.actions_of_table["hand-over"].trigger()
    dialog = screen.findChild(SuccessionDialog)
    assert dialog
    dialog.successor.setCurrentIndex(dialog.successor.findData(agency_id(screen, JUSTICE)))
    dialog.from_day.setText("01/05/2024")
    dialog.look()
    settle()
    return dialog


def test_words_of_work_to_come_are_changed_and_past_ones_left(
    screen: AssignmentScreen, qtbot: QtBot, settle: Settle
) -> None:
    dialog = open_dialog(screen, qtbot, settle)

    assert dialog.agency.currentText() == OWN_AFFAIRS
    shown = [
        (task.proposed.place, dialog.model.is_checked(row))
        for row, task in enumerate(dialog.model.tasks)
    ]
    assert shown == [("I.1", False), ("I.2", False), ("I.2.a)", True)]
    assert dialog.yes_button.text() == "Bàn giao 1 nhiệm vụ"

    dialog.yes_button.click()
    settle()

    assert words(screen, 1, Role.LEAD) == OWN_AFFAIRS
    assert words(screen, 3, Role.LEAD) == JUSTICE


def test_a_wording_that_is_left_stays_and_undo_takes_all_back(
    screen: AssignmentScreen, plan_workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    dialog = open_dialog(screen, qtbot, settle)
    row = next(n for n, t in enumerate(dialog.model.tasks) if t.proposed.place == "I.2.a)")
    dialog.table.selectRow(row)
    dialog.table.setFocus()

    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert not dialog.model.is_checked(row)
    dialog.yes_button.click()
    settle()

    assert words(screen, 3, Role.LEAD) == OWN_AFFAIRS
    agency = plan_workspace.state.catalogue.agency(agency_id(screen, OWN_AFFAIRS))
    assert agency
    assert agency.valid_to == date(2024, 4, 30)

    plan_workspace.undo()
    settle()
    agency = plan_workspace.state.catalogue.agency(agency_id(screen, OWN_AFFAIRS))
    assert agency
    assert agency.valid_to is None


def test_a_wrong_day_is_said_and_nothing_happens(
    screen: AssignmentScreen, qtbot: QtBot, settle: Settle
) -> None:
    dialog = open_dialog(screen, qtbot, settle)

    dialog.from_day.setText("31/02/2024")
    dialog.submit()

    assert "Ngày chưa đúng" in dialog.problem
    dialog.reject()


def test_the_same_agency_twice_is_no_hand_over(
    screen: AssignmentScreen, qtbot: QtBot, settle: Settle
) -> None:
    dialog = open_dialog(screen, qtbot, settle)

    dialog.successor.setCurrentIndex(dialog.agency.currentIndex())
    dialog.look()
    settle()

    assert dialog.model.rowCount() == 0
    assert not dialog.yes_button.isEnabled()
    dialog.reject()


def test_the_preview_is_a_true_model(
    screen: AssignmentScreen, qtbot: QtBot, settle: Settle, qtmodeltester: ModelTester
) -> None:
    dialog = open_dialog(screen, qtbot, settle)
    qtmodeltester.check(dialog.model)

    dialog.model.toggle(0)
    qtmodeltester.check(dialog.model)
    dialog.model.set_preview(None)
    qtmodeltester.check(dialog.model)
    dialog.reject()
