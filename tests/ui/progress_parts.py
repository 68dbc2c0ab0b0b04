"""What the tests of the progress screen share: a plan to follow, and ways to press keys."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.annex_draft import DraftSection
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.progress import Progress, ProgressField, Statement
from cchc_desktop.services.progress import FieldValue, ProgressEdit
from cchc_desktop.services.session import Session
from cchc_desktop.ui.progress_cell_editor import PlainCellEditor
from cchc_desktop.ui.progress_columns import ProgressColumn, place_of
from cchc_desktop.ui.progress_feed import ProgressFeed
from cchc_desktop.ui.progress_rows import ProgressRow
from cchc_desktop.ui.progress_screen import ProgressScreen
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace
from tests.ui.conftest import RecordedMessages
from tests.ui.plan_parts import ANNEX, NOWHERE, rich, task

QUARTER_1 = PeriodKey(2024, "quarter-1")
HALF_YEAR = PeriodKey(2024, "half-year")
NUMBER, WORK, AGENCY = ProgressColumn.NUMBER, ProgressColumn.WORK, ProgressColumn.AGENCY
STATE, STATEMENT = ProgressColumn.STATE, ProgressColumn.STATEMENT
DONE_ON, PERCENT = ProgressColumn.DONE_ON, ProgressColumn.PERCENT
RESULT, PREVIOUS = ProgressColumn.RESULT, ProgressColumn.PREVIOUS
DIFFICULTIES, PROPOSALS = ProgressColumn.DIFFICULTIES, ProgressColumn.PROPOSALS
EVIDENCE = ProgressColumn.EVIDENCE
DONE = Statement.DONE

FOLLOWED = (
    *ANNEX,
    DraftSection(
        "III",
        rich("CẢI CÁCH THỦ TỤC HÀNH CHÍNH"),
        NOWHERE,
        (
            task("Rà soát thủ tục", ("Báo cáo", "Quý II/2024"), lead="Các phòng, ban, ngành"),
            task("Đo lường hài lòng", ("Báo cáo", "Tháng 3/2024; Tháng 9/2024")),
        ),
    ),
)
"""Rows: 0 I, 1 task 1, 2 task 2, 3 and 4 its products, 5 a), 6 b) which waits for an event,
7 task 3, 8 II, 9 monthly, 10 not understood, 11 III, 12 led by a group, 13 two last days."""


@pytest.fixture
def feed(plan_workspace: Workspace, settle: Callable[[], None]) -> ProgressFeed:
    """What is recorded on a plan of 2024 with ``FOLLOWED`` in it."""
    plan = plan_workspace.plan
    assert plan
    plan_workspace.mutate(lambda s: s.rows.insert_drafts(plan.id, None, FOLLOWED))
    settle()
    return ProgressFeed(plan_workspace, plan_workspace)


@pytest.fixture
def screen(
    plan_workspace: Workspace,
    feed: ProgressFeed,
    clock: FixedClock,
    settings: Settings,
    messages: RecordedMessages,
    qtbot: QtBot,
    settle: Callable[[], None],
) -> ProgressScreen:
    """The progress screen at quý I of 2024, shown and having the keyboard."""
    made = ProgressScreen(plan_workspace, feed, clock, settings, messages)
    qtbot.addWidget(made)
    made.resize(1208, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.table.setFocus()
    settle()
    return made


def row(screen: ProgressScreen, place: int) -> ProgressRow:
    """Return the row shown at ``place``."""
    found = screen.model.row_at(place)
    assert found
    return found


def titles(screen: ProgressScreen) -> list[str]:
    """Return number and words of each row shown."""
    return [f"{r.number} {r.title}".strip() for r in screen.model.shown_rows]


def record(screen: ProgressScreen, place: int) -> Progress:
    """Return what is saved in a row, as the board has it."""
    state = row(screen, place).state
    assert state
    assert state.record
    return state.record


def is_blank(screen: ProgressScreen, place: int) -> bool:
    """Tell whether nothing is saved in a row."""
    state = row(screen, place).state
    assert state
    return state.record is None


def stand_in(screen: ProgressScreen, place: int, column: ProgressColumn) -> None:
    """Make a cell the current one."""
    screen.table.stand_on(screen.model.index(place, place_of(column)))


def select(
    screen: ProgressScreen, first: int, last: int, start: ProgressColumn, end: ProgressColumn
) -> None:
    """Choose a block of cells by keys."""
    stand_in(screen, first, start)
    shift = Qt.KeyboardModifier.ShiftModifier
    for _ in range(last - first):
        QTest.keyClick(screen.table, Qt.Key.Key_Down, shift)
    for _ in range(place_of(end) - place_of(start)):
        QTest.keyClick(screen.table, Qt.Key.Key_Right, shift)


def press(
    screen: ProgressScreen,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key where the keyboard is: in the open editor, else in the table."""
    QTest.keyClick(screen.table.delegate.editor or screen.table, key, modifiers)


def write(screen: ProgressScreen, text: str) -> None:
    """Type ASCII letters where the keyboard is."""
    for letter in text:
        QTest.keyClicks(screen.table.delegate.editor or screen.table, letter)


def editor(screen: ProgressScreen) -> PlainCellEditor:
    """Return the open editor."""
    found = screen.table.delegate.editor
    assert found
    return found


def trigger(screen: ProgressScreen, name: str) -> None:
    """Carry out an action of the table, which must be one that can be chosen now."""
    action = screen.actions_of_table.by_name[name]
    assert action.isEnabled(), name
    action.trigger()


def say(
    session: Session, screen: ProgressScreen, place: int, period: PeriodKey, **values: FieldValue
) -> None:
    """Write fields of a row's record as another part of the program would."""
    work = row(screen, place).work
    assert work
    edits = [ProgressEdit(work, ProgressField(name), value) for name, value in values.items()]
    session.progress.write(period, edits)


def day(number: int, month: int) -> date:
    """Return a day of 2024."""
    return date(2024, month, number)
