"""How much each agency has to do, and the way from a figure to its tasks."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester

from cchc_desktop.ui.assignment_load_model import FIGURES, LoadModel
from cchc_desktop.ui.assignment_screen import AssignmentScreen
from cchc_desktop.ui.settings import Settings
from tests.ui.assignment_parts import (
    JUSTICE,
    OWN_AFFAIRS,
    Settle,
    make_screen,
    numbers,
    press,
    screen,
    stand_in,
)

__all__ = ["make_screen", "screen"]


def cell(screen: AssignmentScreen, name: str, key: str) -> QModelIndex:
    """Return the cell of an agency and a figure."""
    proxy = screen.load_table.proxy
    place = [figure.key for figure in FIGURES].index(key) + 1
    rows = range(proxy.rowCount())
    row = next(r for r in rows if (load := proxy.load_at(r)) and load.agency.name == name)
    return proxy.index(row, place)


def figure(screen: AssignmentScreen, name: str, key: str) -> str:
    """Return what a cell says."""
    return str(cell(screen, name, key).data())


def click(screen: AssignmentScreen, index: QModelIndex) -> None:
    """Click a cell of the load."""
    table = screen.load_table
    place = table.visualRect(index).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_tasks_are_counted_by_their_number_and_by_when_they_are_due(
    screen: AssignmentScreen,
) -> None:
    screen.actions_of_table["load"].trigger()

    # I.1 in quarter I, I.2 with its point a) in quarter II; II.2 by the group, not understood.
    assert figure(screen, OWN_AFFAIRS, "leads") == "3"
    assert figure(screen, OWN_AFFAIRS, "quarter_1") == "1"
    assert figure(screen, OWN_AFFAIRS, "quarter_2") == "1"
    assert figure(screen, OWN_AFFAIRS, "unrecognised") == "1"
    assert figure(screen, JUSTICE, "leads") == "2"
    assert figure(screen, JUSTICE, "cooperates") == "1"
    assert figure(screen, JUSTICE, "recurring") == "1"


def test_figures_follow_what_is_written(screen: AssignmentScreen, settle: Settle) -> None:
    screen.show_load()
    before = figure(screen, JUSTICE, "leads")
    screen.show_matrix()
    stand_in(screen, 1, JUSTICE)
    press(screen, Qt.Key.Key_C, Qt.Key.Key_Return)
    settle()

    screen.show_load()

    assert int(figure(screen, JUSTICE, "leads")) == int(before) + 1


def test_a_figure_leads_to_just_its_tasks(screen: AssignmentScreen) -> None:
    screen.show_load()

    click(screen, cell(screen, OWN_AFFAIRS, "quarter_2"))

    assert not screen.is_load_shown
    assert numbers(screen) == ["I", "2", "a)"]
    assert screen.table.current_agency
    assert screen.table.current_agency.name == OWN_AFFAIRS


def test_enter_on_a_name_leads_to_all_tasks_of_the_agency(screen: AssignmentScreen) -> None:
    screen.show_load()
    table = screen.load_table
    table.setCurrentIndex(cell(screen, JUSTICE, "leads").siblingAtColumn(0))
    table.setFocus()

    QTest.keyClick(table, Qt.Key.Key_Return)

    assert numbers(screen) == ["I", "2", "II", "1", "2"]


def test_a_click_with_ctrl_only_chooses(screen: AssignmentScreen) -> None:
    screen.show_load()
    index = cell(screen, JUSTICE, "leads")
    table = screen.load_table

    QTest.mouseClick(
        table.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        table.visualRect(index).center(),
    )

    assert screen.is_load_shown


def test_the_largest_load_comes_first_and_the_order_is_remembered(
    screen: AssignmentScreen, settings: Settings
) -> None:
    screen.show_load()
    table = screen.load_table
    first = table.proxy.load_at(0)
    assert first
    assert first.agency.name == OWN_AFFAIRS

    table.horizontalHeader().sectionClicked.emit(2)
    table._save()

    title = table.proxy.headerData(2, Qt.Orientation.Horizontal)
    assert title == "Phối hợp ↓"
    assert settings.number("assignment/load-sorted-by", 0) == 2


def test_the_model_stays_true(screen: AssignmentScreen, qtmodeltester: ModelTester) -> None:
    model = LoadModel(screen)
    qtmodeltester.check(model)
    screen.show_load()

    model.set_loads(screen.load_table.source.loads)
    qtmodeltester.check(model)
    screen.load_table.proxy.set_query("tư")
    qtmodeltester.check(screen.load_table.proxy)
    model.set_loads(())
    qtmodeltester.check(model)


def test_keys_of_the_matrix_do_nothing_in_the_load(
    screen: AssignmentScreen, settle: Settle
) -> None:
    stand_in(screen, 3, JUSTICE)
    screen.show_load()
    screen.load_table.setFocus()

    QTest.keyClick(screen.load_table, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert not screen.has_proposals
