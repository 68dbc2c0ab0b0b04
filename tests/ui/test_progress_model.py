"""The progress rows as a Qt model: true to the board after every kind of change."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.plan import PlanId, TaskId
from cchc_desktop.domain.progress import FollowMode
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.services.session import Session
from cchc_desktop.ui.progress_columns import place_of
from cchc_desktop.ui.progress_filter import Matter, ProgressFilter
from cchc_desktop.ui.progress_rows import RowKind
from cchc_desktop.ui.progress_screen import ProgressScreen
from cchc_desktop.ui.workspace import Workspace
from tests.ui.plan_parts import rich
from tests.ui.progress_parts import (
    AGENCY,
    DONE,
    HALF_YEAR,
    QUARTER_1,
    STATE,
    WORK,
    feed,
    row,
    say,
    screen,
    titles,
)

__all__ = ["feed", "screen"]

Settle = Callable[[], None]
Step = Callable[[Session, ProgressScreen], object]


def carry_out(workspace: Workspace, step: Callable[[Session], object]) -> None:
    """Change the data as another part of the program would, and let the screens know."""

    def work(session: Session) -> ChangeSet:
        step(session)
        return session.history.changes_of(session.history.entries(1)[0].id) or ChangeSet("none")

    workspace.mutate(work)


def task_id(screen: ProgressScreen, place: int) -> TaskId:
    found = row(screen, place).task
    assert found
    return found.id


def plan_id(screen: ProgressScreen) -> PlanId:
    board = screen.model.board
    assert board
    return board.plan.id


STEPS: dict[str, Step] = {
    "write": lambda s, v: say(s, v, 1, QUARTER_1, result="abc"),
    "write in another period": lambda s, v: say(s, v, 1, HALF_YEAR, result="abc"),
    "follow together": lambda s, v: s.progress.set_follow_mode(task_id(v, 12), FollowMode.TOGETHER),
    "close": lambda s, _: s.periods.close(QUARTER_1),
    "new section": lambda s, v: s.rows.add_section(plan_id(v), rich("MỚI"), None),
    "delete plan": lambda s, v: s.plans.delete(plan_id(v)),
    "undo": lambda s, _: s.history.undo(),
}


@pytest.mark.parametrize("name", STEPS)
def test_model_stays_sound_through_every_kind_of_change(
    name: str,
    screen: ProgressScreen,
    workspace: Workspace,
    settle: Settle,
    qtmodeltester: ModelTester,
) -> None:
    qtmodeltester.check(screen.model)
    screen.model.set_open([row(screen, 12).key], is_open=True)

    carry_out(workspace, lambda s: STEPS[name](s, screen))
    settle()

    qtmodeltester.check(screen.model)


def test_rows_stand_in_printed_order_with_products_and_groups(screen: ProgressScreen) -> None:
    assert titles(screen) == [
        "I CHỈ ĐẠO, ĐIỀU HÀNH",
        "1 Xây dựng kế hoạch năm",
        "2 Kiểm tra công tác cải cách",
        "Kế hoạch kiểm tra",
        "Báo cáo kết quả",
        "a) Kiểm tra định kỳ",
        "b) Kiểm tra đột xuất",
        "3 Sửa chữa đường dây",
        "II CẢI CÁCH THỂ CHẾ",
        "1 Rà soát văn bản về dương lịch",
        "2 Công bố danh mục",
        "III CẢI CÁCH THỦ TỤC HÀNH CHÍNH",
        "1 Rà soát thủ tục",
        "2 Đo lường hài lòng",
    ]


def test_a_group_counts_its_members_and_opens(
    screen: ProgressScreen, workspace: Workspace, settle: Settle
) -> None:
    group = row(screen, 12)
    members = [s for s in group.states if s.item.agency_id]
    screen.model.set_open([group.key], is_open=True)
    for place in (13, 14):
        assert row(screen, place).is_member
    carry_out(workspace, _writing(screen, 13, 14))
    settle()

    words = screen.model.index(12, place_of(AGENCY)).data()
    assert f"2/{len(members)} đơn vị đã xong" in words
    assert screen.model.rowCount() == 14 + len(members)
    assert screen.model.index(13, place_of(WORK)).data() == row(screen, 13).agency
    screen.model.set_open([group.key], is_open=False)
    assert screen.model.rowCount() == 14


def _writing(screen: ProgressScreen, *places: int) -> Callable[[Session], object]:
    def step(session: Session) -> None:
        for place in places:
            say(session, screen, place, QUARTER_1, statement=DONE)

    return step


def test_words_find_tasks_products_and_results(
    screen: ProgressScreen, workspace: Workspace, settle: Settle
) -> None:
    carry_out(workspace, lambda s: say(s, screen, 9, QUARTER_1, result="đã gửi Sở Tư pháp"))
    settle()

    screen.model.set_filter(ProgressFilter(words="duong"))
    assert titles(screen)[1:] == ["3 Sửa chữa đường dây", *titles(screen)[2:]]
    assert screen.model.task_count == 2
    screen.model.set_filter(ProgressFilter(words="đường"))
    assert titles(screen) == ["I CHỈ ĐẠO, ĐIỀU HÀNH", "3 Sửa chữa đường dây"]
    screen.model.set_filter(ProgressFilter(words="da gui so"))
    assert titles(screen) == ["II CẢI CÁCH THỂ CHẾ", "1 Rà soát văn bản về dương lịch"]


def test_a_state_shows_the_tasks_that_are_counted_in_it(screen: ProgressScreen) -> None:
    figures = screen.model.figures
    assert figures
    waiting = figures.count_of_state(ProgressState.NOT_DUE)

    screen.model.set_filter(ProgressFilter(state=ProgressState.NOT_DUE))

    assert screen.model.task_count == waiting
    shown = {r.verdict.state for r in screen.model.shown_rows if r.verdict and r.level == 0}
    assert shown == {ProgressState.NOT_DUE}


def test_an_agency_opens_the_groups_for_its_own_row(screen: ProgressScreen) -> None:
    members = [s.item.agency_id for s in row(screen, 12).states]
    other = members[-1]

    screen.model.set_filter(ProgressFilter(agency_id=other))

    shown = [r for r in screen.model.shown_rows if r.is_member]
    assert [r.key.agency for r in shown] == [other]


def test_a_row_written_in_stays_although_the_filter_would_hide_it(
    screen: ProgressScreen, workspace: Workspace, settle: Settle
) -> None:
    screen.model.set_filter(ProgressFilter(matter=Matter.UNREPORTED))
    before = titles(screen)
    place = before.index("1 Xây dựng kế hoạch năm")
    carry_out(workspace, _writing(screen, place))
    settle()

    assert titles(screen) == before
    screen.model.set_filter(ProgressFilter(matter=Matter.UNREPORTED, words="ke hoach nam"))
    assert titles(screen) == []


def test_the_state_says_why(screen: ProgressScreen) -> None:
    tip = screen.model.index(1, place_of(STATE)).data(Qt.ItemDataRole.ToolTipRole)

    assert tip == "Chưa ghi kết quả; hạn 31/03/2024 chưa đến."


def test_only_pieces_of_work_can_be_written_in(screen: ProgressScreen) -> None:
    for place, shown in enumerate(screen.model.shown_rows):
        flags = screen.model.index(place, place_of(WORK) + 3).flags()
        assert bool(flags & Qt.ItemFlag.ItemIsEditable) is (shown.kind is RowKind.WORK)
