"""The plan's rows as a Qt model: true to the plan after every kind of change."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.annex_draft import AnnexColumn, DraftSection
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.plan_filter import PlanFilter
from cchc_desktop.domain.plan_rows import RowKind, plan_rows
from cchc_desktop.services.plan_editing import CellEdit
from cchc_desktop.services.session import Session
from cchc_desktop.ui.plan_columns import place_of
from cchc_desktop.ui.plan_screen import PlanScreen
from tests.ui.plan_parts import (
    CONTENT,
    DEADLINE,
    LEAD,
    NOWHERE,
    PRODUCT,
    contents,
    rich,
    row,
    screen,
    select_rows,
    stand_in,
    task,
)

__all__ = ["screen"]

Settle = Callable[[], None]
Step = Callable[[Session, PlanScreen], object]


def _plan_id(screen: PlanScreen) -> int:
    assert screen.model.plan
    return screen.model.plan.id


STEPS: dict[str, Step] = {
    "edit": lambda s, v: s.cells.set_cell(row(v, 1).key, CONTENT, rich("khác")),
    "edit several": lambda s, v: s.cells.set_cells(
        [CellEdit(row(v, n).key, LEAD, rich("khác")) for n in (1, 4, 9)]
    ),
    "add": lambda s, v: s.rows.add_task(_plan_id(v), row(v, 4).key).change_set,
    "delete": lambda s, v: s.rows.delete_rows([row(v, 2).key, row(v, 9).key]),
    "delete section": lambda s, v: s.rows.delete_rows([row(v, 0).key]),
    "move": lambda s, v: s.rows.move_rows([row(v, 1).key], 1),
    "move section": lambda s, v: s.rows.move_rows([row(v, 7).key], -1),
    "indent": lambda s, v: s.rows.indent([TaskId(row(v, 6).key.id)]),
    "outdent": lambda s, v: s.rows.outdent([TaskId(row(v, 4).key.id)]),
    "new product": lambda s, v: s.rows.add_deliverable(TaskId(row(v, 1).key.id)).change_set,
    "drop product": lambda s, v: s.cells.set_cells(
        [CellEdit(row(v, 2).key, c, rich("")) for c in (PRODUCT, DEADLINE)]
    ),
    "undo": lambda s, v: s.history.undo(),
}


@pytest.mark.parametrize(
    ("name", "sorting"), [*((name, None) for name in STEPS), ("edit", CONTENT), ("undo", CONTENT)]
)
def test_the_table_shows_the_plan_after_each_step(
    screen: PlanScreen,
    qtmodeltester: ModelTester,
    settle: Settle,
    name: str,
    sorting: AnnexColumn | None,
) -> None:
    if sorting:
        screen.filters.cycle_sorting(sorting)
    qtmodeltester.check(screen.model)

    screen._workspace.mutate(lambda s: STEPS[name](s, screen))
    settle()

    qtmodeltester.check(screen.model)
    plan = screen._workspace.plan
    assert plan
    expected = [r for r in plan_rows(plan) if not sorting or r.key.kind is not RowKind.SECTION]
    assert {r.key: r.number for r in screen.model.shown_rows} == {r.key: r.number for r in expected}
    if not sorting:
        shown = [r.key for r in screen.model.shown_rows]
        assert shown == [r.key for r in expected]
    for place, shown_row in enumerate(screen.model.shown_rows):
        assert screen.model.place_of(shown_row.key) == place
        for column in (CONTENT, PRODUCT, DEADLINE, LEAD):
            index = screen.model.index(place, place_of(column))
            assert (
                index.data()
                == next(r for r in expected if r.key == shown_row.key).cell(column).text
            )


@pytest.mark.parametrize("name", ["add", "move", "delete", "indent", "edit"])
def test_the_current_cell_stays_on_its_row(screen: PlanScreen, settle: Settle, name: str) -> None:
    stand_in(screen, 8, DEADLINE)
    key = row(screen, 8).key

    screen._workspace.mutate(lambda s: STEPS[name](s, screen))
    settle()

    current = screen.table.current_row
    assert current
    assert current.key == key
    assert screen.table.current_column is DEADLINE


def test_selected_rows_stay_selected_when_they_move(screen: PlanScreen, settle: Settle) -> None:
    select_rows(screen, 6)
    key = row(screen, 6).key

    screen._workspace.mutate(lambda s: s.rows.move_rows([key], -1))
    settle()

    assert [r.key for r in screen.table.selected_rows()] == [key]


def test_the_place_on_the_screen_stays_when_a_row_above_goes(
    screen: PlanScreen, settle: Settle, qtbot: QtBot
) -> None:
    screen.resize(900, 260)
    qtbot.waitUntil(lambda: screen.table.verticalScrollBar().maximum() > 0)
    stand_in(screen, 9, CONTENT)
    screen.table.scrollToBottom()

    screen._workspace.mutate(lambda s: s.cells.set_cell(row(screen, 9).key, LEAD, rich("khác")))
    settle()

    bar = screen.table.verticalScrollBar()
    assert bar.value() == bar.maximum()


def test_the_model_is_true_while_filters_change(
    screen: PlanScreen, qtmodeltester: ModelTester
) -> None:
    for words in ("", "k", "ki", "kiem", "xyz", ""):
        screen.model.set_filter(PlanFilter(words))
        qtmodeltester.check(screen.model)

    assert screen.model.rowCount() == 10


def test_a_deadline_is_explained_to_those_who_cannot_see_it(screen: PlanScreen) -> None:
    index = screen.model.index(1, place_of(DEADLINE))

    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert spoken == ("I.1, Thời gian thực hiện, Quý I/2024, Từ 01/01/2024 đến hết 31/03/2024")


def test_unknown_names_are_told(screen: PlanScreen) -> None:
    index = screen.model.index(6, place_of(LEAD))

    assert index.data(Qt.ItemDataRole.ToolTipRole) == "Chưa có trong danh mục: Tổ Alpha"


def test_another_plan_is_shown_when_it_is_chosen(screen: PlanScreen, settle: Settle) -> None:
    screen._workspace.mutate(lambda s: s.plans.create(2025))
    settle()
    assert contents(screen) == []
    assert screen._stack.currentWidget() is screen._empty

    first = screen._workspace.state.plans[-1].id
    screen._workspace.choose_plan(first)
    settle()
    assert len(contents(screen)) == 10


def test_rows_that_get_another_number_are_drawn_anew(screen: PlanScreen, settle: Settle) -> None:
    drawn: set[int] = set()
    screen.model.dataChanged.connect(lambda a, b: drawn.update(range(a.row(), b.row() + 1)))

    screen._workspace.mutate(lambda s: s.rows.delete_rows([row(screen, 1).key]))
    settle()

    assert {1, 5} <= drawn


def test_rows_on_the_screen_stay_in_place_while_those_above_get_their_heights(
    screen: PlanScreen, settle: Settle
) -> None:
    plan_id = _plan_id(screen)
    many = tuple(task("Nhiệm vụ có lời văn rất dài " * (n % 7 + 1)) for n in range(120))
    section = DraftSection("", rich(""), NOWHERE, many)
    screen._workspace.mutate(lambda s: s.rows.insert_drafts(plan_id, None, (section,)))
    settle()
    table = screen.table
    table._heights._idle.stop()
    table._heights.measure_anew()
    table._heights._idle.stop()
    table.scrollToBottom()
    bar = table.verticalScrollBar()

    for _ in range(15):
        top = table.rowAt(0)
        before = table.rowViewportPosition(top)
        bar.setValue(bar.value() - 45)
        assert table.rowViewportPosition(top) == before + 45
