"""The matrix as a Qt model: true to the plan after every kind of change."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from cchc_desktop.domain.agency import Agency, AgencyId, AgencyKind, Role
from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.assignment_matrix import assignment_matrix
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.services.session import Session
from cchc_desktop.ui.assignment_grid import GridFilter
from cchc_desktop.ui.assignment_look import Look, LookKind
from cchc_desktop.ui.assignment_screen import AssignmentScreen, usual_day
from cchc_desktop.ui.workspace import Workspace
from tests.ui.assignment_parts import JUSTICE, OWN_AFFAIRS, Settle, agency_id, make_screen, screen
from tests.ui.plan_parts import rich

__all__ = ["make_screen", "screen"]

Step = Callable[[Session, AssignmentScreen], ChangeSet]

STEPS: dict[str, Step] = {
    "edit": lambda s, v: s.cells.set_cell(v.model.rows[1].key, AnnexColumn.LEAD, rich(JUSTICE)),
    "content": lambda s, v: s.cells.set_cell(v.model.rows[1].key, AnnexColumn.CONTENT, rich("x")),
    "delete": lambda s, v: s.rows.delete_rows([v.model.rows[2].key, v.model.rows[8].key]),
    "delete section": lambda s, v: s.rows.delete_rows([v.model.rows[0].key]),
    "move": lambda s, v: s.rows.move_rows([v.model.rows[1].key], 1),
    "new agency": lambda s, _: s.agencies.add_agency(
        Agency(AgencyId(0), "Tổ Alpha", AgencyKind.OTHER)
    ),
    "hand over": lambda s, v: s.assignments.succeed(
        agency_id(v, OWN_AFFAIRS),
        agency_id(v, JUSTICE),
        usual_day(2024, v._clock.now().date()),
    ),
    "undo": lambda s, _: s.history.undo(),
}


@pytest.mark.parametrize("name", STEPS)
def test_the_model_stays_true_to_the_plan(
    name: str,
    screen: AssignmentScreen,
    plan_workspace: Workspace,
    qtmodeltester: ModelTester,
    settle: Settle,
) -> None:
    model = screen.model
    qtmodeltester.check(model)

    plan_workspace.mutate(lambda s: STEPS[name](s, screen))
    settle()

    qtmodeltester.check(model)
    state = plan_workspace.state
    if state.plan is None or not state.plan.sections:
        assert model.rowCount() == 0
        return
    day = usual_day(2024, screen._clock.now().date())
    matrix = assignment_matrix(state.plan, state.catalogue, day)
    rows = [place for place, row in enumerate(model.rows) if row.task is not None]
    assert len(rows) == len(matrix.rows)
    for place, row in zip(rows, matrix.rows, strict=True):
        shown = {
            c.agency.id: model.text_at(place, n) for n, c in enumerate(model.columns) if c.agency
        }
        assert {a: text for a, text in shown.items() if text} == {
            a: cell.letter for a, cell in row.cells.items()
        }


def test_filters_columns_and_proposals_keep_the_model_true(
    screen: AssignmentScreen, qtmodeltester: ModelTester
) -> None:
    model = screen.model
    task = model.rows[1].task
    assert task
    for change in (
        lambda: model.set_filter(GridFilter(words="kiểm tra")),
        lambda: model.set_filter(GridFilter(has_no_lead=True, has_unknown=True)),
        lambda: model.set_filter(GridFilter()),
        lambda: model.set_columns({AgencyKind.DEPARTMENT}, with_others=True),
        lambda: model.set_columns((), with_others=False),
        lambda: model.set_proposed({(task.id, agency_id(screen, JUSTICE)): Role.LEAD}),
        lambda: model.set_proposed({}),
        lambda: model.set_matrix(None, model.catalogue),
    ):
        change()
        qtmodeltester.check(model)


def test_a_cell_says_how_the_agency_comes_to_its_part(screen: AssignmentScreen) -> None:
    place = screen.model.place_of_agency(agency_id(screen, JUSTICE))
    spoken = screen.model.index(2, place).data(Qt.ItemDataRole.AccessibleTextRole)
    own = screen.model.index(1, screen.model.place_of_agency(agency_id(screen, OWN_AFFAIRS)))

    assert spoken == f"I.2 · {JUSTICE}, Phối hợp, thuộc “Các phòng, ban, ngành”"
    assert own.data(Qt.ItemDataRole.ToolTipRole) == f"I.1 · {OWN_AFFAIRS}\nChủ trì, ghi tên"
    assert screen.model.index(1, place).data(Qt.ItemDataRole.ToolTipRole) is None


def test_a_cell_is_drawn_as_it_stands_now(screen: AssignmentScreen) -> None:
    model = screen.model
    own, justice = agency_id(screen, OWN_AFFAIRS), agency_id(screen, JUSTICE)
    places = [(1, model.place_of_agency(own)), (2, model.place_of_agency(justice))]
    task = model.rows[1].task
    assert task
    looks = [model.look_at(*place) for place in places]
    assert looks == [Look(LookKind.LEAD, "C"), Look(LookKind.LIGHT, "P")]

    model.set_proposed({(task.id, own): None, (task.id, justice): Role.COOPERATING})

    assert model.look_at(*places[0]) == Look(LookKind.GOING, "C")
    assert model.look_at(1, places[1][1]) == Look(LookKind.PROPOSED, "P")
    assert model.look_at(0, 0).kind is LookKind.SECTION
    model.set_proposed({})
    assert model.look_at(*places[0]) == looks[0]
