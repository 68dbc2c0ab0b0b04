"""The office's details: written field by field, and valid from a day on."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.errors import InvalidValue
from cchc_desktop.domain.office import OfficeLevel
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.office_screen import NewPeriodDialog, OfficeScreen
from cchc_desktop.ui.workspace import Workspace

Settle = Callable[[], None]


@pytest.fixture
def screen(
    qtbot: QtBot, workspace: Workspace, clock: FixedClock, messages: Messages
) -> OfficeScreen:
    shown = OfficeScreen(workspace, clock, messages)
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    shown.show()
    return shown


def test_a_field_is_written_when_it_is_left_and_undo_shows_it_again(
    qtbot: QtBot, screen: OfficeScreen, workspace: Workspace, settle: Settle
) -> None:
    field = screen.fields.position
    field.setText("Chủ tịch")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()

    assert workspace.state.office.letterheads[0].signer.position == "Chủ tịch"

    workspace.undo()
    settle()
    assert field.text() == "Phó Chủ tịch"


def test_words_typed_while_another_field_is_being_written_stay(
    qtbot: QtBot, screen: OfficeScreen, workspace: Workspace, settle: Settle
) -> None:
    screen.activateWindow()
    screen.fields.place.setFocus()
    qtbot.waitUntil(screen.fields.place.hasFocus)
    screen.fields.place.selectAll()
    qtbot.keyClicks(screen.fields.place, "Song Moi")
    qtbot.keyClick(screen.fields.place, Qt.Key.Key_Tab)
    screen.fields.symbol.selectAll()
    qtbot.keyClicks(screen.fields.symbol, "UBNDX")
    settle()

    assert workspace.state.office.letterheads[0].place == "Song Moi"
    assert screen.fields.symbol.text() == "UBNDX"


def test_leaving_a_field_unchanged_makes_no_step(
    qtbot: QtBot, screen: OfficeScreen, workspace: Workspace, settle: Settle
) -> None:
    qtbot.keyClick(screen.fields.place, Qt.Key.Key_Return)
    settle()

    assert workspace.state.undo is None


def test_an_empty_name_is_refused_and_said(
    qtbot: QtBot, screen: OfficeScreen, messages: Messages, workspace: Workspace, settle: Settle
) -> None:
    screen.fields.name.clear()
    qtbot.keyClick(screen.fields.name, Qt.Key.Key_Return)
    settle()

    assert isinstance(messages.take_error(), InvalidValue)
    assert workspace.state.office.letterheads[0].name == "Ủy ban nhân dân huyện Sông Trà"


def add_period(screen: OfficeScreen, day: str, settle: Settle) -> NewPeriodDialog:
    screen.add_action.trigger()
    dialog = next(d for d in screen.findChildren(NewPeriodDialog) if d.isVisible())
    dialog.valid_from.setText(day)
    dialog.yes_button.click()
    settle()
    return dialog


def test_a_new_period_ends_the_one_before_and_is_edited_by_itself(
    qtbot: QtBot, screen: OfficeScreen, workspace: Workspace, settle: Settle
) -> None:
    add_period(screen, "01/07/2024", settle)

    old, new = workspace.state.office.letterheads
    assert (old.valid_to, new.valid_from) == (date(2024, 6, 30), date(2024, 7, 1))
    assert screen.periods.count() == 2

    screen.periods.setCurrentRow(0)
    screen.fields.name.setText("Ủy ban nhân dân huyện Trà Giang")
    qtbot.keyClick(screen.fields.name, Qt.Key.Key_Return)
    settle()
    office = workspace.state.office
    assert office.letterhead_on(date(2024, 6, 30)).name == "Ủy ban nhân dân huyện Sông Trà"
    assert office.letterhead_on(date(2024, 7, 1)).name == "Ủy ban nhân dân huyện Trà Giang"


def test_a_period_is_deleted_but_never_the_last(
    screen: OfficeScreen, workspace: Workspace, settle: Settle
) -> None:
    assert not screen.delete_action.isEnabled()
    add_period(screen, "01/07/2024", settle)
    assert screen.delete_action.isEnabled()

    screen.periods.setCurrentRow(0)
    screen.delete_action.trigger()
    settle()
    assert len(workspace.state.office.letterheads) == 1
    assert not screen.delete_action.isEnabled()


def test_a_wrong_day_keeps_the_dialog(screen: OfficeScreen, settle: Settle) -> None:
    dialog = add_period(screen, "32/13/2024", settle)

    assert dialog.isVisible()
    assert "Ngày chưa đúng" in dialog.problem
    dialog.reject()


def test_the_level_chosen_is_written(
    screen: OfficeScreen, workspace: Workspace, settle: Settle
) -> None:
    screen.level.setCurrentIndex(screen.level.findData(OfficeLevel.PROVINCE))
    screen.level.activated.emit(screen.level.currentIndex())
    settle()

    assert workspace.state.office.level is OfficeLevel.PROVINCE
