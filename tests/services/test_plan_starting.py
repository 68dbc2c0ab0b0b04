"""A new plan with a ready text, in one step."""

import pytest

from cchc_desktop.domain.errors import InvalidValue, PlanExists, RecordMissing
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.plan_text import TextPartKind
from cchc_desktop.services.plan_starting import PlanStart


def test_a_plan_for_several_years_starts_with_sections_text_and_milestones(session):
    key = PlanKey(2026, 2030)
    start = PlanStart(key, "period", section_titles=("Cải cách thể chế",), milestones=(2028, 2030))
    session.carry_over.start_plan(start)
    plan = session.plans.load_key(key)
    words = [p.text.text for _, p in session.text.load(plan.id).passages()]

    assert plan.milestones == (2028, 2030)
    assert [section.title.text for section in plan.sections] == ["CẢI CÁCH THỂ CHẾ"]
    assert "Đến hết năm 2028:" in words
    assert "Cải cách thể chế" in words
    assert session.text.document(plan.id).recipients
    session.history.undo()
    assert session.plans.list() == ()


def test_a_plan_with_a_decision_is_issued_by_it(session):
    session.carry_over.start_plan(PlanStart(PlanKey(2026), "annual-decision"))
    plan = session.plans.load_year(2026)

    assert plan.parent_document.type_name == "Quyết định"
    assert plan.parent_document.symbol == "QĐ-UBND"
    assert session.text.load(plan.id).part(TextPartKind.DECISION) is not None


def test_what_cannot_be_is_refused_and_leaves_nothing(session):
    with pytest.raises(RecordMissing):
        session.carry_over.start_plan(PlanStart(PlanKey(2026), "poem"))
    with pytest.raises(InvalidValue):
        session.carry_over.start_plan(PlanStart(PlanKey(2026, 2100), "period"))
    late = PlanStart(PlanKey(2026, 2030), "period", milestones=(2031,))
    with pytest.raises(InvalidValue):
        session.carry_over.start_plan(late)
    assert session.plans.list() == ()
    session.plans.create(2026)
    with pytest.raises(PlanExists):
        session.carry_over.start_plan(PlanStart(PlanKey(2026), "annual"))
