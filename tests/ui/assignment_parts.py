"""What the tests of the place "Phân công" share: a plan to assign, and ways to press keys."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.agency import AgencyId, Role
from cchc_desktop.domain.annex_draft import DraftSection
from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.ui.assignment_screen import AssignmentScreen
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace
from tests.ui.plan_parts import NOWHERE, rich, task

Settle = Callable[[], None]

OWN_AFFAIRS, JUSTICE = "Phòng Nội vụ", "Phòng Tư pháp"
GROUP = "Các phòng, ban, ngành"

PLAN = (
    DraftSection(
        "I",
        rich("CHỈ ĐẠO, ĐIỀU HÀNH"),
        NOWHERE,
        (
            task("Xây dựng kế hoạch năm", ("Kế hoạch", "Quý I/2024")),
            task(
                "Kiểm tra công tác cải cách",
                ("Kế hoạch kiểm tra", "Tháng 3/2024"),
                cooperating=GROUP,
                subtasks=(
                    task("Kiểm tra định kỳ", ("Biên bản", "Quý II/2024")),
                    task("Kiểm tra đột xuất", ("Thông báo", "Khi UBND tỉnh yêu cầu"), lead=""),
                ),
            ),
            task("Sửa chữa đường dây", ("Đường dây mới", "Trước 15/11/2024"), lead="Tổ Alpha"),
        ),
    ),
    DraftSection(
        "II",
        rich("CẢI CÁCH THỂ CHẾ"),
        NOWHERE,
        (
            task("Rà soát văn bản", ("Báo cáo", "Hằng tháng"), lead="<b>Phòng</b> Tư pháp"),
            task("Công bố danh mục", ("Quyết định", "lúc nào thuận"), lead=GROUP),
        ),
    ),
)
"""Rows: 0 I, 1 task 1, 2 task 2, 3 a), 4 b), 5 task 3, 6 II, 7 task 1, 8 task 2."""


@pytest.fixture
def make_screen(
    plan_workspace: Workspace,
    clock: FixedClock,
    settings: Settings,
    messages: Messages,
    qtbot: QtBot,
    settle: Settle,
) -> Iterator[Callable[[], AssignmentScreen]]:
    """Makes a screen, shown and having the keyboard."""
    # A screen without a parent must live until Qt takes it apart, not until it is collected.
    kept: list[AssignmentScreen] = []

    def make() -> AssignmentScreen:
        made = AssignmentScreen(plan_workspace, clock, settings, messages)
        kept.append(made)
        qtbot.addWidget(made)
        made.resize(1208, 700)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        made.table.setFocus()
        settle()
        return made

    yield make
    kept.clear()


@pytest.fixture
def screen(
    plan_workspace: Workspace, settle: Settle, make_screen: Callable[[], AssignmentScreen]
) -> AssignmentScreen:
    """The screen with ``PLAN`` in it."""
    plan = plan_workspace.plan
    assert plan
    plan_workspace.mutate(lambda s: s.rows.insert_drafts(plan.id, None, PLAN))
    settle()
    return make_screen()


def agency_id(screen: AssignmentScreen, name: str) -> AgencyId:
    """Return the id of an agency of the catalogue."""
    return next(a.id for a in screen.model.catalogue.agencies if a.name == name)


def column(screen: AssignmentScreen, name: str) -> int:
    """Return the column of an agency."""
    return screen.model.place_of_agency(agency_id(screen, name))


def stand_in(screen: AssignmentScreen, row: int, name: str) -> None:
    """Make the cell of a row and an agency the current one."""
    screen.table.stand_on(row, column(screen, name))


def letter(screen: AssignmentScreen, row: int, name: str) -> str:
    """Return what a cell shows."""
    return screen.model.text_at(row, column(screen, name))


def words(screen: AssignmentScreen, row: int, role: Role) -> str:
    """Return the saved wording of a row's task."""
    found = screen.model.rows[row].task
    assert found
    return found.assignment(role).text.text


def press(
    screen: AssignmentScreen,
    *keys: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press keys over the matrix."""
    for key in keys:
        QTest.keyClick(screen.table, key, modifiers)


def numbers(screen: AssignmentScreen) -> list[str]:
    """Return the numbers of the rows shown."""
    return [row.number for row in screen.model.rows]
