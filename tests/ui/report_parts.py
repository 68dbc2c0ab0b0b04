"""What the tests of the report's place share: a plan with a quarter recorded, and its screen."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.annex_draft import DraftSection
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.progress import ProgressField, Statement
from cchc_desktop.services.progress import FieldValue, ProgressEdit, WorkRef
from cchc_desktop.services.session import Session
from cchc_desktop.ui.progress_feed import ProgressFeed
from cchc_desktop.ui.report_editor import ParagraphEditor
from cchc_desktop.ui.report_screen import ReportScreen
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace
from tests.ui.conftest import RecordedMessages
from tests.ui.plan_parts import NOWHERE, rich, task

QUARTER_1 = PeriodKey(2024, "quarter-1")
COMPLETION = "direction.plan.text"
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

WRITTEN = (
    DraftSection(
        "I",
        rich("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH"),
        NOWHERE,
        (
            task("Ban hành kế hoạch năm", ("Kế hoạch", "Tháng 01/2024")),
            task("Kiểm tra định kỳ", ("Báo cáo", "Quý II/2024")),
        ),
    ),
    DraftSection(
        "II",
        rich("CẢI CÁCH THỂ CHẾ"),
        NOWHERE,
        (
            task("Rà soát văn bản", ("Báo cáo", "Trước 31/01/2024")),
            task("Theo dõi thi hành", ("Báo cáo", "Trước 31/12/2024")),
        ),
    ),
)


class Files:
    """Stands for the officer's desk: what was opened, and which file is chosen next."""

    def __init__(self) -> None:
        self.opened: list[Path] = []
        self.chosen: Path | None = None

    def open(self, path: Path) -> None:
        self.opened.append(path)

    def choose(self, _parent: QWidget) -> Path | None:
        return self.chosen


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def feed(plan_workspace: Workspace, settle: Callable[[], None]) -> ProgressFeed:
    """A plan of 2024 of which one task is done in quý I and one is late."""
    plan = plan_workspace.plan
    assert plan
    plan_workspace.mutate(lambda s: s.rows.insert_drafts(plan.id, None, WRITTEN))
    plan_workspace.mutate(
        lambda s: say(s, "Ban hành kế hoạch năm", DONE_ON=date(2024, 1, 20), RESULT="Đã ban hành")
    )
    settle()
    return ProgressFeed(plan_workspace, plan_workspace)


@pytest.fixture
def screen(
    plan_workspace: Workspace,
    feed: ProgressFeed,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
    files: Files,
    qtbot: QtBot,
    settle: Callable[[], None],
) -> ReportScreen:
    """The report screen at quý I of 2024, shown, its text having the keyboard."""
    made = ReportScreen(
        plan_workspace,
        feed,
        clock,
        settings,
        messages,
        open_file=files.open,
        ask_file=files.choose,
    )
    shown(made, qtbot, settle)
    feed.choose_period("quarter-1")
    wait(made, qtbot, settle)
    made.text.setFocus()
    return made


def shown(screen: ReportScreen, qtbot: QtBot, settle: Callable[[], None]) -> None:
    qtbot.addWidget(screen)
    screen.resize(1208, 700)
    screen.show()
    qtbot.waitExposed(screen)
    screen.activateWindow()
    wait(screen, qtbot, settle)


def wait(screen: ReportScreen, qtbot: QtBot, settle: Callable[[], None]) -> None:
    """Wait until what is in the file is what is shown."""

    def is_calm() -> bool:
        settle()
        return not (screen.desk.is_reading or screen.commands.is_saving)

    qtbot.waitUntil(is_calm)
    screen.details.refresh()


def say(session: Session, content: str, **values: FieldValue) -> ChangeSet:
    """Record fields of the piece of work of a task in quý I."""
    if "DONE_ON" in values:
        values["STATEMENT"] = Statement.DONE
    board = session.progress.board(QUARTER_1)
    item = next(s.item for s in board.states if s.item.task.content.text == content)
    assert item.deliverable
    ref = WorkRef(item.task.id, item.deliverable.id, item.agency_id)
    edits = [ProgressEdit(ref, ProgressField[name], value) for name, value in values.items()]
    return session.progress.write(QUARTER_1, edits)


def codes(screen: ReportScreen) -> list[str]:
    return [line.code for line in screen.model.lines if line.is_in_report]


def words(screen: ReportScreen, code: str) -> str:
    row = screen.model.row_of(code)
    assert row is not None, code
    line = screen.model.line_at(row)
    assert line
    return line.text.text


def editor(screen: ReportScreen) -> ParagraphEditor:
    opened = screen.text.lines.editor
    assert opened is not None
    return opened


def edit(screen: ReportScreen, code: str) -> ParagraphEditor:
    """Open the editor of a paragraph with the key for it."""
    screen.text.go_to(code)
    QTest.keyClick(screen.text, Qt.Key.Key_Return)
    return editor(screen)


def keep(opened: ParagraphEditor) -> None:
    QTest.keyClick(opened, Qt.Key.Key_Return, CTRL)
