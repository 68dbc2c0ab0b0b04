"""The history: what was done in words, before and after, and undo of the latest step."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.ui.history_screen import HistoryScreen
from cchc_desktop.ui.workspace import Workspace

Settle = Callable[[], None]


@pytest.fixture
def screen(qtbot: QtBot, workspace: Workspace, clock: FixedClock, settle: Settle) -> HistoryScreen:
    undo = QAction("Hoàn tác", workspace)
    undo.triggered.connect(workspace.undo)
    shown = HistoryScreen(workspace, clock, undo)
    qtbot.addWidget(shown)
    shown.resize(1100, 600)
    shown.show()
    settle()
    return shown


def row(screen: HistoryScreen, number: int) -> list[str]:
    return [screen.model.index(number, column).data() for column in range(5)]


def test_steps_are_listed_newest_first_in_words(
    screen: HistoryScreen, workspace: Workspace, settle: Settle
) -> None:
    workspace.mutate(lambda session: session.plans.create(2024))
    settle()

    assert row(screen, 0)[:2] == ["hôm nay 10:42", "Lập kế hoạch năm 2024"]
    assert row(screen, 1)[:2] == ["02/01/2024 08:00", "Thiết lập Ủy ban nhân dân huyện Sông Trà"]


def test_a_step_chosen_shows_its_fields_before_and_after(
    screen: HistoryScreen, workspace: Workspace, settle: Settle
) -> None:
    letterhead = workspace.state.office.letterheads[0]
    signer = replace(letterhead.signer, name="Họ Tên Người Khác")
    changed = replace(letterhead, signer=signer)
    workspace.mutate(lambda session: session.offices.save_letterhead(changed))
    settle()
    screen.table.selectRow(0)
    settle()

    text = screen.details.toPlainText()
    assert "Họ tên người ký" in text
    assert "trước: Họ Tên Người Ký" in text
    assert "sau: Họ Tên Người Khác" in text
    assert "Địa danh" not in text


def test_a_step_taken_back_is_marked(
    screen: HistoryScreen, workspace: Workspace, settle: Settle
) -> None:
    workspace.mutate(lambda session: session.plans.create(2024))
    settle()
    workspace.undo()
    settle()

    assert row(screen, 0)[4] == "đã hoàn tác"
    assert workspace.plan is None


def test_the_set_up_shows_its_rows_without_inner_numbers(
    screen: HistoryScreen, settle: Settle
) -> None:
    screen.table.selectRow(0)
    settle()

    text = screen.details.toPlainText()
    assert "Cơ quan, đơn vị – thêm" in text
    assert "position" not in text
    assert "… và" in text


def test_the_model_holds_before_and_after_a_change(
    screen: HistoryScreen, workspace: Workspace, settle: Settle, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(screen.model)
    workspace.mutate(lambda session: session.plans.create(2024))
    settle()
    qtmodeltester.check(screen.model)
    workspace.undo()
    settle()
    qtmodeltester.check(screen.model)


def test_progress_is_told_in_words(
    screen: HistoryScreen, workspace: Workspace, settle: Settle
) -> None:
    from cchc_desktop.domain.period import PeriodKey
    from cchc_desktop.domain.progress import ProgressField, Statement
    from cchc_desktop.services.progress import ProgressEdit, WorkRef

    def write(session):
        session.plans.create(2023, section_titles=["Thể chế"])
        plan = session.plans.load_year(2023)
        session.rows.add_task(plan.id, None)
        (task,) = session.plans.load_year(2023).tasks()
        work = WorkRef(task.id, None)
        edits = [
            ProgressEdit(work, ProgressField.STATEMENT, Statement.DONE),
            ProgressEdit(work, ProgressField.RESULT, "Đã ban hành"),
        ]
        return session.progress.write(PeriodKey(2023, "quarter-1"), edits)

    workspace.mutate(write)
    settle()
    screen.table.selectRow(0)
    settle()

    assert row(screen, 0)[1] == "Ghi 2 ô tiến độ quý I năm 2023"
    text = screen.details.toPlainText()
    assert "Tình hình thực hiện" in text
    assert "Đã hoàn thành" in text
    assert "quý I" in text
    assert "drafted" not in text


def test_every_table_of_the_data_file_has_a_word() -> None:
    import re
    from pathlib import Path

    from cchc_desktop.ui.history_vocabulary import TABLES

    schema = Path(__file__).parents[2] / "cchc_desktop" / "storage" / "schema.sql"
    tables = set(re.findall(r'CREATE TABLE "?(\w+)', schema.read_text(encoding="utf-8")))

    assert tables - {"history", "setting", "stored_file"} == set(TABLES)
