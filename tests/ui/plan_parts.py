"""What the tests of the plan's table share: an annex to work on, and ways to press keys."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.annex_draft import AnnexColumn, DraftDeliverable, DraftSection, DraftTask
from cchc_desktop.domain.plan_rows import PlanRow
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.messages import Messages
from cchc_desktop.ui.plan_columns import place_of
from cchc_desktop.ui.plan_screen import PlanScreen
from cchc_desktop.ui.settings import Settings
from cchc_desktop.ui.workspace import Workspace

CONTENT, PRODUCT, DEADLINE = AnnexColumn.CONTENT, AnnexColumn.PRODUCT, AnnexColumn.DEADLINE
LEAD, COOPERATING = AnnexColumn.LEAD, AnnexColumn.COOPERATING
NOWHERE = Place(file="", part="")


def rich(markup: str) -> RichText:
    """Return the wording that ``markup`` writes."""
    return RichText.from_markup(markup)


def task(
    content: str,
    *products: tuple[str, str],
    lead: str = "Phòng Nội vụ",
    cooperating: str = "",
    subtasks: tuple[DraftTask, ...] = (),
) -> DraftTask:
    """Return a drafted task with products and deadlines."""
    return DraftTask(
        "",
        rich(content),
        NOWHERE,
        tuple(DraftDeliverable(rich(what), rich(when), NOWHERE) for what, when in products),
        lead=rich(lead),
        cooperating=rich(cooperating),
        subtasks=subtasks,
    )


ANNEX = (
    DraftSection(
        "I",
        rich("CHỈ ĐẠO, ĐIỀU HÀNH"),
        NOWHERE,
        (
            task("Xây dựng kế hoạch năm", ("Kế hoạch", "Quý I/2024")),
            task(
                "Kiểm tra công tác cải cách",
                ("Kế hoạch kiểm tra", "Tháng 3/2024"),
                ("Báo cáo kết quả", "Thường xuyên trong năm"),
                cooperating="Các phòng, ban, ngành",
                subtasks=(
                    task("Kiểm tra định kỳ", ("Biên bản", "Quý II/2024")),
                    task("Kiểm tra đột xuất", ("Thông báo", "Khi UBND tỉnh yêu cầu")),
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
            task("Rà soát văn bản về dương lịch", ("Báo cáo <b>tháng</b>", "Hằng tháng")),
            task("Công bố danh mục", ("Quyết định", "lúc nào thuận"), lead="Phòng Tư pháp"),
        ),
    ),
)
"""Rows: 0 I, 1 task 1, 2 task 2, 3 its second product, 4 a), 5 b), 6 task 3, 7 II, 8, 9."""


@pytest.fixture
def screen(
    plan_workspace: Workspace,
    settings: Settings,
    messages: Messages,
    qtbot: QtBot,
    settle: Callable[[], None],
) -> PlanScreen:
    """The plan's screen with ``ANNEX`` in it, shown and having the keyboard."""
    plan = plan_workspace.plan
    assert plan
    plan_workspace.mutate(lambda s: s.rows.insert_drafts(plan.id, None, ANNEX))
    settle()
    made = PlanScreen(plan_workspace, settings, messages)
    qtbot.addWidget(made)
    made.resize(1208, 700)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.table.setFocus()
    return made


def contents(screen: PlanScreen) -> list[str]:
    """Return number and content of each row shown."""
    rows = screen.model.shown_rows
    return [f"{row.number} {row.cell(CONTENT).text}".strip() for row in rows]


def row(screen: PlanScreen, place: int) -> PlanRow:
    """Return the row shown at ``place``."""
    found = screen.model.row_at(place)
    assert found
    return found


def cell(screen: PlanScreen, place: int, column: AnnexColumn) -> RichText:
    """Return the saved wording of a cell."""
    return row(screen, place).cell(column)


def stand_in(screen: PlanScreen, place: int, column: AnnexColumn) -> None:
    """Make a cell the current one."""
    screen.table.stand_on(screen.model.index(place, place_of(column)))


def press(
    screen: PlanScreen,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press a key where the keyboard is: in the open editor, else in the table."""
    QTest.keyClick(screen.table.delegate.editor or screen.table, key, modifiers)


def write(screen: PlanScreen, text: str) -> None:
    """Type ASCII letters where the keyboard is."""
    for letter in text:
        QTest.keyClicks(screen.table.delegate.editor or screen.table, letter)


def editor(screen: PlanScreen) -> QTextEdit:
    """Return the open editor."""
    found = screen.table.delegate.editor
    assert found
    return found


def trigger(screen: PlanScreen, name: str) -> None:
    """Carry out an action of the table, which must be one that can be chosen now."""
    action = screen.actions_of_table.by_name[name]
    assert action.isEnabled(), name
    action.trigger()


def select_rows(screen: PlanScreen, *places: int) -> None:
    """Choose whole rows."""
    screen.table.select_rows([row(screen, place).key for place in places])
