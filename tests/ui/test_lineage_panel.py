"""A task across the years beside the plan's table."""

from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.ui.lineage_panel import LineagePanel


def test_it_says_where_a_task_came_from_and_leads_there(qtbot, plan_workspace, settle):
    plan = plan_workspace.plan
    plan_workspace.mutate(lambda s: s.rows.add_task(plan.id, None).change_set)
    settle()
    first = plan_workspace.plan.sections[0].tasks[0]
    panel = LineagePanel(plan_workspace)
    qtbot.addWidget(panel)
    panel.show_task(first.id)
    settle()
    assert panel.isHidden()

    def carry(session):
        proposal = session.carry_over.propose(PlanKey(2024), PlanKey(2025))
        return session.carry_over.write(proposal, proposal.default)

    plan_workspace.mutate(carry)
    settle()
    assert not panel.isHidden()
    assert "Sang" in panel.label.text()
    later = plan_workspace.plan
    panel.show_task(later.sections[0].tasks[0].id)
    settle()
    assert "nhiệm vụ 1, năm 2024" in panel.label.text()
    with qtbot.waitSignal(panel.task_requested) as asked:
        panel.label.linkActivated.emit("0")
    assert asked.args == [plan.id, first.id]

    panel.show_task(None)
    assert panel.isHidden()
