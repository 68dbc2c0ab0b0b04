"""Plans as a whole: one a year, created, deleted and brought back."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.errors import InvalidValue, PlanExists, PlanMissing
from cchc_desktop.domain.plan import ParentDocument, TaskNumbering


def test_plans_are_listed_latest_year_first(session, plan):
    session.plans.create(2026)
    session.plans.create(2024)

    assert [(p.year, p.task_count) for p in session.plans.list()] == [
        (2026, 0),
        (2025, 5),
        (2024, 0),
    ]


def test_a_year_has_one_plan(session, plan):
    with pytest.raises(PlanExists):
        session.plans.create(2025)


def test_a_year_out_of_range_is_refused(session):
    with pytest.raises(InvalidValue):
        session.plans.create(20255)


def test_a_year_without_a_plan_is_said_so(session):
    with pytest.raises(PlanMissing):
        session.plans.load_year(2031)


def test_a_deleted_plan_comes_back_whole(session, plan):
    session.plans.delete(plan.id)
    gone = session.plans.list()

    session.history.undo()

    assert gone == ()
    assert session.plans.load_year(2025) == plan


def test_details_are_written_and_tidied(session, plan):
    parent = ParentDocument("Quyết định", " 12 ", "QĐ-UBND", date(2025, 1, 6), "")

    session.plans.save_details(replace(plan, title="  NHIỆM VỤ  NĂM ", parent_document=parent))

    saved = session.plans.load_year(2025)
    assert saved.title == "NHIỆM VỤ NĂM"
    assert saved.parent_document == replace(parent, number="12")


def test_a_plan_cannot_take_the_year_of_another(session, plan):
    session.plans.create(2026)

    with pytest.raises(PlanExists):
        session.plans.save_details(replace(plan, year=2026))


def test_tasks_are_numbered_through_the_whole_annex_if_so_chosen(session, plan):
    session.plans.save_details(replace(plan, task_numbering=TaskNumbering.CONTINUOUS))

    numbers = [t.number for s in session.plans.load_year(2025).sections for t in s.tasks]
    assert numbers == ["1", "2", "3", "4", "5"]


def test_a_new_plan_can_start_with_the_usual_sections(session):
    usual = session.plans.section_lists(2026)[0]

    session.plans.create(2026, section_titles=usual.titles)

    sections = session.plans.load_year(2026).sections
    assert [s.number for s in sections] == ["I", "II", "III", "IV", "V", "VI", "VII"]
    assert sections[1].title.text == "CẢI CÁCH THỂ CHẾ"
