"""The catalogue: agencies and groups edited over a real file, the way an officer does it."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.agency import Agency, AgencyGroup, AgencyKind
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.errors import RecordInUse
from cchc_desktop.ui.agency_dialogs import AgencyDialog, HandOverDialog
from cchc_desktop.ui.catalogue_screen import CatalogueScreen
from cchc_desktop.ui.group_dialog import GroupDialog
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace

Settle = Callable[[], None]


@pytest.fixture
def screen(
    qtbot: QtBot,
    workspace: Workspace,
    clock: FixedClock,
    settings: Settings,
    messages: Messages,
) -> Iterator[CatalogueScreen]:
    shown = CatalogueScreen(workspace, clock, settings, messages)
    qtbot.addWidget(shown)
    shown.resize(1200, 700)
    shown.show()
    return shown


def dialog_in(screen: CatalogueScreen, kind: type[QDialog]) -> QDialog:
    return next(d for d in screen.findChildren(kind) if d.isVisible())


def agency(workspace: Workspace, name: str) -> Agency:
    return next(a for a in workspace.state.catalogue.agencies if a.name == name)


def group(workspace: Workspace, name: str) -> AgencyGroup:
    return next(g for g in workspace.state.catalogue.groups if g.name == name)


def choose(screen: CatalogueScreen, name: str) -> None:
    model = screen.table.model()
    rows = (row for row in range(model.rowCount()) if model.index(row, 0).data() == name)
    screen.table.selectRow(next(rows))


def test_all_agencies_of_the_catalogue_are_listed(
    screen: CatalogueScreen, workspace: Workspace
) -> None:
    assert screen.table.model().rowCount() == len(workspace.state.catalogue.agencies)
    assert screen.current_item == workspace.state.catalogue.agencies[0]


@pytest.mark.parametrize(
    ("words", "is_found"),
    [("noi vu", True), ("Nội vụ", True), ("nôi vu", False), ("phong nv", True)],
)
def test_search_finds_names_and_aliases_with_and_without_marks(
    screen: CatalogueScreen, words: str, is_found: bool
) -> None:
    screen.search_field.setText(words)

    model = screen.table.model()
    names = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert ("Phòng Nội vụ" in names) is is_found
    assert "Phòng Tư pháp" not in names


def test_an_agency_added_with_aliases_is_listed_and_undone(
    qtbot: QtBot, screen: CatalogueScreen, workspace: Workspace, settle: Settle
) -> None:
    before = screen.table.model().rowCount()
    screen.add_agency_action.trigger()
    dialog = dialog_in(screen, AgencyDialog)
    assert isinstance(dialog, AgencyDialog)
    dialog.name.setText("Ban Quản lý dự án huyện")
    dialog.kind.setCurrentIndex(dialog.kind.findData(AgencyKind.SERVICE_UNIT))
    dialog.aliases.setPlainText("BQLDA\n\nBan QLDA huyện\n")
    dialog.valid_from.setText("1/3/2024")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle()

    added = agency(workspace, "Ban Quản lý dự án huyện")
    assert added.aliases == ("BQLDA", "Ban QLDA huyện")
    assert added.kind is AgencyKind.SERVICE_UNIT
    assert added.valid_from == date(2024, 3, 1)
    assert screen.table.model().rowCount() == before + 1

    workspace.undo()
    settle()
    assert screen.table.model().rowCount() == before


def test_a_name_that_belongs_to_another_keeps_the_dialog_and_what_was_typed(
    screen: CatalogueScreen, workspace: Workspace, settle: Settle
) -> None:
    choose(screen, "Phòng Tư pháp")
    screen.edit_action.trigger()
    dialog = dialog_in(screen, AgencyDialog)
    assert isinstance(dialog, AgencyDialog)
    dialog.aliases.setPlainText("Phòng Nội vụ")
    dialog.yes_button.click()
    settle()

    assert dialog.isVisible()
    assert "Phòng Nội vụ" in dialog.problem
    assert dialog.yes_button.isEnabled()

    dialog.aliases.setPlainText("Phòng Tư pháp huyện")
    dialog.yes_button.click()
    settle()
    assert agency(workspace, "Phòng Tư pháp").aliases == ("Phòng Tư pháp huyện",)
    assert screen.current_item == agency(workspace, "Phòng Tư pháp")


def test_an_agency_hands_over_from_a_day_on(
    screen: CatalogueScreen, workspace: Workspace, settle: Settle
) -> None:
    choose(screen, "Phòng Y tế")
    screen.hand_over_action.trigger()
    dialog = dialog_in(screen, HandOverDialog)
    assert isinstance(dialog, HandOverDialog)
    dialog.yes_button.click()
    assert "Chưa chọn" in dialog.problem

    successor = agency(workspace, "Văn phòng HĐND và UBND huyện")
    dialog.successor.setCurrentIndex(dialog.successor.findData(successor.id))
    dialog.from_day.setText("01/04/2024")
    dialog.yes_button.click()
    settle()

    ended = agency(workspace, "Phòng Y tế")
    assert ended.successor_id == successor.id
    assert ended.valid_to == date(2024, 3, 31)
    assert "Phòng Y tế" in screen_details(screen, successor.name)


def screen_details(screen: CatalogueScreen, name: str) -> str:
    choose(screen, name)
    return screen.details.toPlainText()


def test_an_agency_that_a_group_names_is_not_deleted_and_others_are(
    screen: CatalogueScreen, workspace: Workspace, messages: Messages, settle: Settle
) -> None:
    workspace.failed.disconnect()
    workspace.failed.connect(messages.error)
    member = agency(workspace, "Phòng Nội vụ")
    new = AgencyGroup(group(workspace, "Các phòng, ban, ngành").id, "Tổ công tác")
    workspace.mutate(
        lambda session: session.agencies.add_group(
            AgencyGroup(new.id, "Tổ công tác", member_ids=frozenset({member.id}))
        )
    )
    settle()

    choose(screen, "Phòng Nội vụ")
    screen.delete_action.trigger()
    settle()
    assert isinstance(messages.take_error(), RecordInUse)

    choose(screen, "Phòng Tư pháp")
    screen.delete_action.trigger()
    settle()
    assert "Phòng Tư pháp" not in {a.name for a in workspace.state.catalogue.agencies}


def test_a_group_shows_its_members_at_once_and_keeps_them(
    screen: CatalogueScreen, workspace: Workspace, settle: Settle
) -> None:
    screen.add_group_action.trigger()
    dialog = dialog_in(screen, GroupDialog)
    assert isinstance(dialog, GroupDialog)
    assert dialog.expansion.count() == 0

    kinds = {dialog.kinds.item(row).text(): dialog.kinds.item(row) for row in range(8)}
    kinds["Phòng, ban chuyên môn"].setCheckState(Qt.CheckState.Checked)
    departments = dialog.expansion.count()
    members = {
        dialog.members.item(row).text(): dialog.members.item(row)
        for row in range(dialog.members.count())
    }
    members["Công an huyện"].setCheckState(Qt.CheckState.Checked)

    assert departments > 5
    assert dialog.expansion.count() == departments + 1
    dialog.name.setText("Tổ kiểm tra cải cách hành chính")
    dialog.yes_button.click()
    settle()
    kept = group(workspace, "Tổ kiểm tra cải cách hành chính")
    assert kept.kinds == {AgencyKind.DEPARTMENT}
    assert kept.member_ids == {agency(workspace, "Công an huyện").id}


def test_a_member_that_no_longer_exists_is_not_part_of_the_expansion(
    screen: CatalogueScreen, workspace: Workspace, settle: Settle
) -> None:
    health, office = agency(workspace, "Phòng Y tế"), agency(workspace, "Phòng Nội vụ")
    screen.show_groups()
    choose(screen, "Các phòng, ban chuyên môn")
    assert "Phòng Y tế" in screen.details.toPlainText()

    workspace.mutate(lambda s: s.agencies.succeed(health.id, office.id, date(2024, 3, 1)))
    settle()

    assert "Phòng Y tế" not in screen.details.toPlainText()


def test_models_hold_before_and_after_each_kind_of_change(
    screen: CatalogueScreen,
    workspace: Workspace,
    settle: Settle,
    qtmodeltester: ModelTester,
) -> None:
    model = screen.table.model()
    qtmodeltester.check(model)

    screen.search_field.setText("phong")
    qtmodeltester.check(model)
    choose(screen, "Phòng Dân tộc")
    screen.delete_action.trigger()
    settle()
    qtmodeltester.check(model)
    workspace.undo()
    settle()
    qtmodeltester.check(model)


def test_column_widths_are_remembered(
    qtbot: QtBot, screen: CatalogueScreen, settings: Settings
) -> None:
    screen.table.setColumnWidth(1, 177)

    qtbot.waitUntil(lambda: settings.column_widths("catalogue-agencies").get("short_name") == 177)
