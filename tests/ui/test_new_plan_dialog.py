"""Filling in a new plan: of a year or of several, blank, from a skeleton, or carried."""

import pytest
from PySide6.QtWidgets import QWidget

from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.ui.new_plan_dialog import NewPlanDialog
from cchc_desktop.ui.plan_dialogs import PlanDetailsDialog


@pytest.fixture
def window(qtbot):
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    return shown


@pytest.fixture
def dialog(window, plan_workspace, settle):
    shown = NewPlanDialog(plan_workspace, 2025, window)
    shown.open()
    settle()
    return shown


def offers(dialog: NewPlanDialog) -> list[str]:
    return [dialog.start.itemText(n) for n in range(dialog.start.count())]


def choose(dialog: NewPlanDialog, beginning: str) -> None:
    dialog.start.setCurrentIndex(
        next(n for n, words in enumerate(offers(dialog)) if words.startswith(beginning))
    )


def test_a_years_plan_offers_what_fits_it(dialog):
    assert offers(dialog) == [
        "Phụ lục trống, soạn phần lời sau",
        "Mẫu: Kế hoạch hằng năm",
        "Mẫu: Kế hoạch hằng năm, ban hành kèm theo quyết định",
    ]
    assert not dialog.last_year.isVisible()


def test_a_skeleton_gives_the_plan_its_text(qtbot, dialog, plan_workspace, settle):
    choose(dialog, "Mẫu: Kế hoạch hằng năm")
    dialog.yes_button.click()
    settle()
    found = []
    plan = plan_workspace.plan
    plan_workspace.query(lambda session: session.text.load(plan.id), found.append)
    settle()

    assert plan.year == 2025
    assert len(plan.sections) == 7
    assert found[0].body is not None


def test_several_years_need_a_later_last_year_and_milestones_among_them(
    dialog, plan_workspace, settle
):
    dialog.year.setValue(2026)
    dialog.is_for_years.setChecked(True)
    settle()
    assert dialog.last_year.isVisible()
    assert dialog.title.text().endswith("GIAI ĐOẠN 2026 - 2030")
    assert offers(dialog)[1:] == ["Mẫu: Kế hoạch nhiều năm, có mốc mục tiêu"]

    dialog.milestones.setText("2028, 2031")
    dialog.yes_button.click()
    assert "từ 2026 đến 2030" in dialog.problem
    dialog.milestones.setText("2030; 2028")
    dialog.last_year.setValue(2026)
    dialog.yes_button.click()
    assert "Năm cuối" in dialog.problem
    dialog.last_year.setValue(2030)
    dialog.yes_button.click()
    settle()

    assert plan_workspace.plan.key == PlanKey(2026, 2030)
    assert plan_workspace.plan.milestones == (2028, 2030)


def test_carrying_over_is_asked_for_and_nothing_is_made_yet(qtbot, dialog, plan_workspace, settle):
    plan_workspace.mutate(
        lambda session: session.rows.add_task(plan_workspace.plan.id, None).change_set
    )
    settle()
    dialog.year.setValue(2026)
    dialog.year.setValue(2025)
    settle()
    choose(dialog, "Chuyển tiếp từ kế hoạch năm 2024")
    assert dialog.yes_button.text() == "Xem và chuyển tiếp…"
    assert not dialog.title.isVisible()
    with qtbot.waitSignal(dialog.carry_over_requested) as asked:
        dialog.yes_button.click()

    assert asked.args == [PlanKey(2024), PlanKey(2025)]
    assert [plan.year for plan in plan_workspace.state.plans] == [2024]


def test_the_years_of_a_plan_for_several_can_be_changed_later(window, workspace, settle):
    workspace.mutate(lambda s: s.plans.create(2026, "T", (), 2030, (2028,)))
    settle()
    details = PlanDetailsDialog(workspace, workspace.plan, window)
    details.open()
    assert details.milestones.text() == "2028"
    details.last_year.setValue(2035)
    details.milestones.setText("2030, 2036")
    details.yes_button.click()
    assert "từ 2026 đến 2035" in details.problem
    details.milestones.setText("2030, 2035")
    details.yes_button.click()
    settle()

    assert workspace.plan.key == PlanKey(2026, 2035)
    assert workspace.plan.milestones == (2030, 2035)
