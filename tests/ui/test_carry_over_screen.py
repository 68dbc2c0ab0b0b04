"""Carrying a plan over in the window: looked through, ticked and done by keyboard."""

import pytest
from PySide6.QtCore import Qt

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import open_session
from cchc_desktop.ui.carry_over_screen import CarryOverScreen

SOURCE, TARGET = PlanKey(2024), PlanKey(2025)
ROWS = (
    ("Ban hành kế hoạch năm 2024", "Quý I/2024"),
    ("Khắc phục hạn chế năm 2023", "Thường xuyên"),
    ("Tuyên truyền", "Trước 10/12/2024"),
)


@pytest.fixture
def session_file(session_file, clock: FixedClock):
    session = open_session(session_file, clock)
    session.plans.create(2024)
    plan = session.plans.load_year(2024)
    after = session.rows.add_section(plan.id, RichText.plain("THỂ CHẾ"), None).row
    for content, deadline in ROWS:
        after = session.rows.add_task(plan.id, after).row
        session.cells.set_cell(after, AnnexColumn.CONTENT, RichText.plain(content))
        session.cells.set_cell(after, AnnexColumn.DEADLINE, RichText.plain(deadline))
    session.close()
    return session_file


@pytest.fixture
def screen(qtbot, workspace, messages, settle):
    shown = CarryOverScreen(workspace, messages)
    qtbot.addWidget(shown)
    shown.resize(1366, 728)
    shown.show()
    shown.start(SOURCE, TARGET)
    settle()
    return shown


def carried(workspace, settle):
    found = []
    workspace.query(lambda session: session.plans.load_key(TARGET), found.append)
    settle()
    return found[0]


def test_it_shows_what_would_be_done(screen):
    assert screen.title.text() == "Chuyển tiếp kế hoạch năm 2024 sang năm 2025"
    assert screen.tabs.tabText(0) == "Nhiệm vụ (3/3)"
    assert screen.tabs.tabText(1) == "Đổi năm (4/5)"
    assert not screen.tabs.isTabVisible(2)
    assert screen.doubtful.text() == "Chỉ xem chỗ &chưa chắc (1)"


def test_the_lists_keep_to_the_rules_of_models(screen, qtmodeltester):
    for model in (screen.tasks, screen.changes, screen.targets):
        qtmodeltester.check(model)
    screen.tasks.tick_all(is_ticked=False)
    screen.changes.show_only_doubtful(True)
    for model in (screen.tasks, screen.changes, screen.targets):
        qtmodeltester.check(model)


def test_years_of_a_task_left_behind_are_not_shown(qtbot, screen):
    screen.task_list.select_first()
    qtbot.keyClick(screen.task_list, Qt.Key.Key_Space)

    assert screen.tabs.tabText(0) == "Nhiệm vụ (2/3)"
    assert screen.tabs.tabText(1) == "Đổi năm (2/3)"
    qtbot.keyClick(screen.task_list, Qt.Key.Key_Space)
    assert screen.tabs.tabText(1) == "Đổi năm (4/5)"


def test_only_the_doubtful_are_shown_and_ticked_by_key(qtbot, screen):
    screen.tabs.setCurrentIndex(1)
    screen.doubtful.click()
    assert screen.changes.rowCount() == 1
    assert screen.changes.cell(0, 3).words.text == "Khắc phục hạn chế năm 2024"
    screen.change_list.select_first()
    qtbot.keyClick(screen.change_list, Qt.Key.Key_Space)

    assert screen.tabs.tabText(1) == "Đổi năm (5/5)"


def test_what_is_ticked_is_written_with_the_officers_note(qtbot, screen, workspace, settle):
    screen.task_list.select_first()
    screen.note.setFocus()
    qtbot.keyClicks(screen.note, "Lam tiep")
    screen.task_list.selectRow(2)
    qtbot.keyClick(screen.task_list, Qt.Key.Key_Space)
    with qtbot.waitSignals([screen.finished, screen.closed]):
        qtbot.keyClick(screen.task_list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    plan = carried(workspace, settle)

    assert [task.content.text for task in plan.tasks()] == [
        "Ban hành kế hoạch năm 2025",
        "Khắc phục hạn chế năm 2023",
    ]
    assert plan.sections[0].tasks[0].note.text == "Lam tiep"
    assert workspace.plan.id == plan.id


def test_decisions_stay_when_the_plan_changes_meanwhile(screen, workspace, settle):
    screen.tick_none()
    workspace.mutate(lambda session: session.plans.create(2020))
    settle()

    assert screen.tabs.tabText(0) == "Nhiệm vụ (0/3)"
    assert screen.write_action.isEnabled()


def test_without_any_task_it_asks_first(screen, messages):
    screen.tick_none()
    messages.answers.append(False)
    screen.write()

    assert "Chưa chọn nhiệm vụ nào" in messages.questions[0]
    assert screen.write_action.isEnabled()


def test_escape_leaves_without_a_plan(qtbot, screen, workspace):
    with qtbot.waitSignal(screen.finished) as done:
        qtbot.keyClick(screen.task_list, Qt.Key.Key_Escape)

    assert done.args == [False]
    assert [plan.year for plan in workspace.state.plans] == [2024]


def test_what_cannot_be_carried_is_said(screen, messages, settle, qtbot):
    with qtbot.waitSignal(screen.closed):
        screen.start(TARGET, SOURCE)
    assert messages.take_error().code == "invalid_value"
