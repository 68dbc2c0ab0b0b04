"""How the places and the full screens of the window lead to each other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.plan_rows import RowKey, RowKind
from cchc_desktop.services.printing import PaperRequest
from cchc_desktop.ui.assignment_screen import AssignmentScreen
from cchc_desktop.ui.check_screen import CheckScreen
from cchc_desktop.ui.jobs import Jobs
from cchc_desktop.ui.main_window import MainWindow
from cchc_desktop.ui.office_view import OfficeView
from cchc_desktop.ui.preview_screen import PreviewScreen
from cchc_desktop.ui.progress_screen import ProgressScreen
from cchc_desktop.ui.return_screen import ReturnsScreen
from cchc_desktop.ui.settings import Settings
from tests.ui.assignment_parts import JUSTICE, PLAN, press, stand_in
from tests.ui.conftest import RecordedMessages

Settle = Callable[[], None]


@pytest.fixture
def window(
    qtbot: QtBot,
    jobs: Jobs,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
    session_file: Path,
    settle: Settle,
) -> Iterator[MainWindow]:
    shown = MainWindow(jobs, clock, settings, messages)
    qtbot.addWidget(shown)
    shown.resize(1366, 728)
    shown.show()
    assert shown.open(session_file)
    settle()
    yield shown
    settle()
    shown.close()


@pytest.fixture
def view(window: MainWindow, settle: Settle) -> OfficeView:
    assert window.office_view is not None
    workspace = window.office_view.workspace
    workspace.mutate(lambda session: session.plans.create(2024))
    settle()
    plan = workspace.plan
    assert plan is not None
    workspace.mutate(lambda session: session.rows.insert_drafts(plan.id, None, PLAN))
    settle()
    return window.office_view


def in_view(view: OfficeView, kind: type[QWidget]) -> bool:
    return any(widget.isVisible() for widget in view.findChildren(kind))


def test_the_overview_leads_to_the_tasks_it_counts(view: OfficeView, settle: Settle) -> None:
    view.show_place("overview")
    settle()
    plan = view.workspace.plan
    assert plan is not None
    task = next(t for t in plan.tasks() if t.content.text == "Rà soát văn bản")

    view.places.screen("overview").tasks_requested.emit(frozenset({task.id}))
    settle()

    assert view.place == "progress"
    screen = view.places.screen("progress")
    assert isinstance(screen, ProgressScreen)
    shown = {row.state.item.task.id for row in screen.model.shown_rows if row.state}
    assert shown == {task.id}


def test_the_check_leads_to_the_cell_that_is_wrong(
    window: MainWindow, view: OfficeView, settle: Settle, qtbot: QtBot
) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F7)
    settle()
    screen = view.findChild(CheckScreen)
    assert screen.isVisible()

    screen.row_requested.emit((RowKey(RowKind.SUBTASK, _task_without_lead(view)), AnnexColumn.LEAD))
    settle()

    table = view.plan_place.plan_screen.table
    assert view.place == "plan"
    assert not view.is_in_full_screen_work
    assert table.current_column is AnnexColumn.LEAD
    assert table.current_row.task.content.text == "Kiểm tra đột xuất"


def _task_without_lead(view: OfficeView) -> int:
    plan = view.workspace.plan
    assert plan is not None
    return next(t.id for t in plan.tasks() if t.content.text == "Kiểm tra đột xuất")


def test_paper_over_the_returns_leads_back_to_the_returns(
    view: OfficeView, settle: Settle, qtbot: QtBot
) -> None:
    view.full_screens.show_sending()
    settle()
    view.full_screens.show_paper(PaperRequest("reminder", 2024, "quarter-1"))
    settle()
    assert in_view(view, PreviewScreen)

    qtbot.keyClick(view.findChild(PreviewScreen), Qt.Key.Key_Escape)
    settle()
    assert in_view(view, ReturnsScreen)
    view.findChild(ReturnsScreen).give_up()
    settle()
    assert not view.is_in_full_screen_work


def test_the_window_asks_before_marks_without_words_are_lost(
    window: MainWindow, view: OfficeView, settle: Settle, messages: RecordedMessages
) -> None:
    view.show_place("assignments")
    settle()
    screen = view.places.screen("assignments")
    assert isinstance(screen, AssignmentScreen)
    stand_in(screen, 1, JUSTICE)
    press(screen, Qt.Key.Key_P)
    settle()
    assert view.has_unwritten

    messages.answers.append(False)
    window.close()
    assert window.isVisible()
    assert "chưa ghi lời văn" in messages.questions[-1]

    messages.answers.append(True)
    window.close()
    assert not window.isVisible()


@pytest.mark.parametrize(
    ("form", "title"),
    [
        ("plan-annex", "phụ lục nhiệm vụ năm 2024"),
        ("assignment-table", "bảng phân công năm 2024"),
        ("assignment-notice", "phiếu giao nhiệm vụ năm 2024"),
        ("progress-annex", "phụ lục tiến độ quý I năm 2024"),
        ("report", "báo cáo quý I năm 2024"),
        ("reminder", "công văn đôn đốc báo cáo quý I năm 2024"),
    ],
)
def test_every_form_is_shown_as_it_will_be_printed(
    view: OfficeView, settle: Settle, form: str, title: str
) -> None:
    view.full_screens.show_paper(PaperRequest(form, 2024, "quarter-1"))
    settle()

    screen = view.findChild(PreviewScreen)
    assert screen.pages.page_count > 0
    assert screen._prepared is not None
    assert screen._prepared.title == title
