"""How a plan stands to what is asked of it."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.deadline import Deadline
from cchc_desktop.domain.deadline_reading import understand_deadline
from cchc_desktop.domain.demand import Demand, DemandAnswer, DemandId, DemandKind
from cchc_desktop.domain.demand_coverage import (
    Coverage,
    CoverageState,
    cover,
    demand_due,
    passage_places,
)
from cchc_desktop.domain.demand_likeness import suggest
from cchc_desktop.domain.plan import (
    Deliverable,
    DeliverableId,
    Plan,
    PlanId,
    PlanKey,
    PlanTask,
    Section,
    SectionId,
    TaskId,
)
from cchc_desktop.domain.plan_text import PassageId, PlanText
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.domain.rich_text import RichText
from tests.domain.outline_text import outlined

PLAN_ID = PlanId(1)
ABOVE = RegisteredDocument(
    "Kế hoạch", "77", "KH-UBND", date(2021, 3, 22), is_binding=True, id=DocumentId(1)
)
PLANS = {PLAN_ID: PlanKey(2025), PlanId(2): PlanKey(2024)}


def task(number: int, words: str, deadline: str, year: int = 2025) -> PlanTask:
    meaning = Deadline(RichText.plain(deadline), understand_deadline(deadline, year))
    deliverable = Deliverable(DeliverableId(number), RichText.plain("Kế hoạch"), meaning)
    return PlanTask(TaskId(number), str(number), RichText.plain(words), (deliverable,))


def plan_of(*tasks: PlanTask, year: int = 2025) -> Plan:
    section = Section(SectionId(1), "I", RichText.plain("CHỈ ĐẠO"), tasks)
    return Plan(PLAN_ID, year, "KẾ HOẠCH", sections=(section,))


PLAN = plan_of(task(1, "Ban hành kế hoạch", "Quý I/2025"), task(2, "Kiểm tra", "Tháng 11/2025"))


def demand(**values: object) -> Demand:
    usual = Demand(
        DocumentId(1), DemandKind.TASK, RichText.plain("Ban hành kế hoạch"), id=DemandId(1)
    )
    return replace(usual, **values)  # type: ignore[arg-type]


def covered(*demands: Demand, plan: Plan = PLAN, text: PlanText = PlanText()) -> Coverage:  # noqa: B008
    return cover(plan, text, (ABOVE,), demands, PLANS)


def answered_by(*tasks: int) -> tuple[DemandAnswer, ...]:
    return tuple(DemandAnswer(PLAN_ID, task_id=TaskId(number)) for number in tasks)


def state_of(found: Coverage) -> CoverageState:
    ((_, item),) = found.items()
    return item.state


def test_demand_without_an_answer_is_unanswered() -> None:
    assert state_of(covered(demand(milestone=2025))) is CoverageState.UNANSWERED


def test_answer_before_the_milestone_answers_it() -> None:
    found = covered(demand(milestone=2025, answers=answered_by(1, 2)))

    assert state_of(found) is CoverageState.ANSWERED
    ((_, item),) = found.items()
    assert [(a.place, a.deadline) for a in item.answers] == [
        ("Phụ lục I.1", "Quý I/2025"),
        ("Phụ lục I.2", "Tháng 11/2025"),
    ]
    assert (item.due, item.our_due) == (date(2025, 12, 31), date(2025, 11, 30))


def test_answer_after_the_deadline_is_later() -> None:
    found = covered(
        demand(milestone=2025, deadline="Trước ngày 30/6/2025", answers=answered_by(1, 2))
    )

    ((_, item),) = found.items()
    assert item.state is CoverageState.LATER
    assert [answer.is_later for answer in item.answers] == [False, True]


def test_answer_on_the_very_day_is_not_later() -> None:
    found = covered(demand(deadline="Trước ngày 30/11/2025", answers=answered_by(2)))

    assert state_of(found) is CoverageState.ANSWERED


def test_plan_that_begins_after_the_milestone_is_later_whatever_it_says() -> None:
    plan = plan_of(task(1, "Ban hành kế hoạch", "Thường xuyên"))

    found = covered(demand(milestone=2024, answers=answered_by(1)), plan=plan)

    assert state_of(found) is CoverageState.LATER


def test_recurring_answer_within_the_milestone_is_in_time() -> None:
    plan = plan_of(task(1, "Ban hành kế hoạch", "Thường xuyên"))

    found = covered(demand(milestone=2030, answers=answered_by(1)), plan=plan)

    assert state_of(found) is CoverageState.ANSWERED


def test_deadline_of_every_year_is_that_of_the_plan() -> None:
    asked = demand(milestone=2030, deadline="Trước ngày 20/12 hằng năm")

    assert demand_due(asked, ABOVE, 2025) == date(2025, 12, 20)


def test_demand_stays_until_the_year_after_it_is_met() -> None:
    asked = demand(milestone=2030, met_on=date(2025, 6, 1))

    assert state_of(covered(asked)) is CoverageState.MET
    assert covered(asked, plan=replace(PLAN, year=2026)).total == 0
    assert covered(demand(milestone=2020)).total == 1


@pytest.mark.parametrize(
    "document",
    [
        replace(ABOVE, is_binding=False),
        replace(ABOVE, ended_on=date(2024, 12, 31)),
        replace(ABOVE, issued_on=date(2026, 1, 1)),
    ],
)
def test_documents_that_do_not_bind_in_the_plans_time_ask_nothing(
    document: RegisteredDocument,
) -> None:
    assert cover(PLAN, PlanText(), (document,), (demand(),), PLANS).total == 0


def test_plan_for_several_years_is_bound_by_what_holds_on_any_of_its_days() -> None:
    plan = replace(PLAN, year=2021, last_year=2025)
    document = replace(ABOVE, issued_on=date(2025, 3, 1))

    assert cover(plan, PlanText(), (document,), (demand(),), PLANS).total == 1


def test_answers_in_other_plans_are_named_and_do_not_count() -> None:
    other = DemandAnswer(PlanId(2), task_id=TaskId(1))
    found = covered(demand(answers=(other,)))

    ((_, item),) = found.items()
    assert item.state is CoverageState.UNANSWERED
    assert item.elsewhere == (PlanKey(2024),)


def test_passage_answers_by_the_milestone_it_stands_under() -> None:
    part = outlined("I. MỤC TIÊU\n1. Chỉ tiêu\na) Đến năm 2027:\n- Đạt trên 90% hài lòng.\n")
    passages = tuple(
        replace(passage, id=PassageId(number)) for number, passage in enumerate(part.passages, 1)
    )
    text = PlanText((replace(part, passages=passages),))
    asked = demand(milestone=2025, answers=(DemandAnswer(PLAN_ID, passage_id=PassageId(4)),))

    ((_, item),) = covered(asked, text=text).items()

    assert item.state is CoverageState.LATER
    assert (item.answers[0].place, item.answers[0].deadline) == ("Mục I.1.a", "Năm 2027")


def test_task_and_passage_of_one_number_are_told_apart() -> None:
    part = outlined("I. MỤC TIÊU\n")
    text = PlanText((replace(part, passages=(replace(part.passages[0], id=PassageId(1)),)),))

    ((_, item),) = covered(demand(answers=answered_by(1)), text=text).items()

    assert [answer.text for answer in item.answers] == ["Ban hành kế hoạch"]


def test_place_of_a_demand_is_named_as_it_is_cited() -> None:
    assert demand(place="III.2.1.a").place_name == "Mục III.2.1.a"
    assert demand(place="Phụ lục I, 1.2").place_name == "Phụ lục I, 1.2"
    assert demand().place_name == ""


def test_counts_are_by_state_and_document() -> None:
    found = covered(
        demand(), demand(id=DemandId(2), answers=answered_by(1)), demand(met_on=date(2025, 1, 2))
    )

    assert found.total == 3
    assert {state: found.count(state) for state in CoverageState} == {
        CoverageState.ANSWERED: 1,
        CoverageState.LATER: 0,
        CoverageState.UNANSWERED: 1,
        CoverageState.MET: 1,
    }


def test_places_are_named_without_repeating_the_number_above() -> None:
    part = outlined("III. NHIỆM VỤ\n2. Thủ tục\n2.1. Mục tiêu\na) Đến năm 2025:\n- Đạt 80%.\n")

    assert passage_places(part) == ("III", "III.2", "III.2.1", "III.2.1.a", "III.2.1.a")


def test_suggestions_are_ordered_by_likeness_and_unlike_ones_left_out() -> None:
    plan = plan_of(
        task(1, "Kế hoạch theo dõi tình hình thi hành pháp luật trên địa bàn huyện", "Quý I"),
        task(2, "Tuyên truyền cải cách hành chính trên hệ thống truyền thanh cơ sở", "Quý I"),
        task(3, "Theo dõi, báo cáo tình hình thi hành pháp luật", "Quý IV"),
        task(4, "Nâng cấp mạng nội bộ của cơ quan", "Quý II"),
    )
    asked = demand(answers=answered_by(1, 2, 3, 4))
    ((_, item),) = covered(asked, plan=plan).items()

    found = suggest("Theo dõi tình hình thi hành pháp luật hằng năm của tỉnh", item.answers)

    assert [s.answer.place for s in found] in (
        ["Phụ lục I.1", "Phụ lục I.3"],
        ["Phụ lục I.3", "Phụ lục I.1"],
    )
    assert found[0].likeness >= found[1].likeness


def test_abbreviations_are_like_what_they_stand_for() -> None:
    plan = plan_of(
        task(1, "Rà soát, đơn giản hóa TTHC trên địa bàn", "Quý I"),
        task(2, "Kiểm tra công vụ đột xuất tại các xã", "Quý I"),
    )
    ((_, item),) = covered(demand(answers=answered_by(1, 2)), plan=plan).items()

    found = suggest("Rà soát, đơn giản hóa thủ tục hành chính", item.answers)

    assert [s.answer.place for s in found] == ["Phụ lục I.1"]
    assert found[0].likeness > 0.8
